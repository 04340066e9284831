package quiz

import (
	"slices"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	bank "taut/game/quiz"
	"taut/scenes/panel"
)

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	top := panel.Top{Words: s.words, Scene: "quiz", Theme: s.settings.Theme}
	if s.help {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	body := [ways]func() g.Node{s.begin, s.item, s.item, s.sheet, s.item}[s.way]
	return panel.Page{Top: top, Plain: s.settings.Plain, Title: s.t("title-" + strconv.Itoa(s.way)), Notice: s.notice}.Node(body())
}

// begin is the choice of ways, and how far each topic is.
func (s *Scene) begin() g.Node {
	var boxes, rows g.Group
	for i, topic := range bank.Topics() {
		boxes = append(boxes, panel.Check("quiz-topic-"+string(topic), s.t("topic."+string(topic)), "topic:"+strconv.Itoa(i), s.topics>>i&1 == 1))
		n, seen, right := 0, 0, 0
		for _, q := range s.bank.Of(topic) {
			if !asked(q) {
				continue
			}
			n++
			if a := s.last(q.ID); a != nil {
				seen++
				if a.Right {
					right++
				}
			}
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.t("topic."+string(topic)))), h.Td(g.Text(strconv.Itoa(n))), h.Td(g.Text(strconv.Itoa(seen))), h.Td(g.Text(strconv.Itoa(right)))))
	}
	var counts []panel.Choice
	chosen := -1
	for i, n := range [...]int{5, 10, 20, 40} {
		if n == s.count {
			chosen = i
		}
		counts = append(counts, panel.Choice{ID: "quiz-count-" + strconv.Itoa(n), Text: strconv.Itoa(n), Do: "count:" + strconv.Itoa(n)})
	}
	return g.Group{
		h.P(h.Class("lead"), g.Text(s.t("lead"))),
		h.Div(h.Class("quiz-ways"),
			panel.Section("quiz-what", s.t("topics"), boxes),
			panel.Section("quiz-how", s.t("ways"),
				panel.Button{ID: "quiz-practice", Class: "primary", Text: s.t("practice"), Do: "practice"}.Node(), h.P(h.Class("quiet"), g.Text(s.t("practice-note"))),
				panel.Button{ID: "quiz-review", Text: s.words.N("quiz.due", len(s.due())), Do: "review"}.Node(), h.P(h.Class("quiet"), g.Text(s.t("review-note"))),
				panel.Radios("quiz-count", s.t("count"), chosen, counts...),
				panel.Button{ID: "quiz-test", Class: "primary", Text: s.t("test"), Do: "test"}.Node(), h.P(h.Class("quiet"), g.Text(s.t("test-note"))))),
		panel.Section("quiz-progress", s.t("progress"), s.table(s.t("progress-table"), []string{"items", "answered", "right-last"}, rows), s.calibration(s.past), h.P(h.Class("quiet"), g.Text(s.t("banner"))),
			h.Div(h.Class("buttons"), panel.Button{ID: "quiz-export", Text: s.t("export"), Do: "export", Off: len(s.past) == 0}.Node()),
			h.P(h.Class("file"), h.Label(h.For("quiz-import"), g.Text(s.t("import"))), h.Input(h.Type("file"), h.ID("quiz-import"), panel.Do("import"), h.Accept(".taut,application/octet-stream")))),
	}
}

// table is a table with a head of texts.
func (s *Scene) table(name string, heads []string, rows g.Node) g.Node {
	return h.Div(h.Class("quiz-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", name),
		h.Table(h.THead(h.Tr(h.Td(), g.Map(heads, func(k string) g.Node { return h.Th(h.Scope("col"), g.Text(s.t(k))) }))), h.TBody(rows)))
}

// calibration sets how sure somebody was beside how often that was right.
func (s *Scene) calibration(list []answered) g.Node {
	var n, right [4]int
	for _, a := range list {
		n[a.Sure]++
		if a.Right {
			right[a.Sure]++
		}
	}
	if n[1]+n[2]+n[3] == 0 {
		return g.Group{}
	}
	var bars g.Group
	for k := 3; k >= 1; k-- {
		if n[k] == 0 {
			continue
		}
		share := float64(right[k]) / float64(n[k])
		bars = append(bars, h.Li(g.Text(s.words.F("quiz.calibration", "sure", s.t("sure-"+strconv.Itoa(k)), "right", strconv.Itoa(right[k]), "n", strconv.Itoa(n[k]))),
			h.SVG(h.Aria("hidden", "true"), g.Attr("width", "100%"), g.Attr("height", "10"), panel.Shape("rect", "groove", "width", "100%", "height", "10", "rx", "5"), panel.Shape("rect", "fill", "width", panel.Share(share), "height", "10", "rx", "5"))))
	}
	return h.Div(h.P(g.Text(s.t("calibration-note"))), h.Ul(h.Class("quiz-calibration"), bars))
}

// item is one item: stem, controls, how sure, and in practice what is told.
func (s *Scene) item() g.Node {
	a, in := s.now(), s.instance()
	q := in.Question
	told := s.told()
	var where g.Node = g.Group{}
	if s.way == test {
		var steps g.Group
		for i, x := range s.items {
			text := strconv.Itoa(i + 1)
			if x.Given {
				text += " ✓"
			}
			steps = append(steps, h.Li(panel.Button{ID: "quiz-go-" + strconv.Itoa(i), Text: text, Do: "go:" + strconv.Itoa(i), Toggle: true, Pressed: i == s.at}.Node()))
		}
		where = h.Nav(h.ID("quiz-steps"), h.Aria("label", s.t("steps")), h.Ol(steps))
	}
	var sure []panel.Choice
	for k := 1; k <= 3; k++ {
		sure = append(sure, panel.Choice{ID: "quiz-sure-" + strconv.Itoa(k), Text: s.t("sure-" + strconv.Itoa(k)), Do: "sure:" + strconv.Itoa(k)})
	}
	end := g.Node(h.Div(h.Class("buttons"), panel.Button{ID: "quiz-answer", Class: "primary", Text: s.t("answer"), Do: "answer"}.Node(), panel.Button{ID: "quiz-home", Text: s.t("home"), Do: "home"}.Node()))
	if s.way == test {
		end = h.Div(h.Class("buttons"), panel.Button{ID: "quiz-answer", Class: "primary", Text: s.t("keep"), Do: "answer"}.Node(), panel.Button{ID: "quiz-end", Text: s.t("end"), Do: "end", Off: s.left() > 0}.Node())
	}
	if told {
		end = h.Div(h.Class("buttons"), panel.Button{ID: "quiz-next", Class: "primary", Text: s.t("next"), Do: "next"}.Node(), panel.Button{ID: "quiz-again", Text: s.t("again"), Do: "again"}.Node(), panel.Button{ID: "quiz-home", Text: s.t("home"), Do: "home"}.Node())
	}
	return h.Div(h.ID("quiz-item"), where,
		h.P(h.Class("quiet"), g.Text(s.words.F("quiz.about", "topic", s.t("topic."+string(q.Topic)), "level", s.t("difficulty-"+strconv.Itoa(q.Difficulty))))),
		h.FieldSet(h.Class("quiz-"+string(q.Kind)), h.Legend(g.Text(in.Stem)), h.P(h.Class("quiet"), g.Text(s.t("how-"+string(q.Kind)))), s.controls(a, in, told)),
		g.If(!told, panel.Radios("quiz-sure", s.t("sure"), a.Sure-1, sure...)),
		g.Iff(told, func() g.Node { return s.tell(a, in) }), end)
}

// verdict says in practice what the answer is worth.
func (s *Scene) verdict() string {
	a := s.now()
	switch {
	case a.Right:
		return s.t("right")
	case a.Score > 0:
		return s.t("partly")
	}
	return s.t("wrong")
}

// tell is what is told of an answer: whether it is right, why, what it rests on, and
// where it is seen.
func (s *Scene) tell(a *answered, in *bank.Instance) g.Node {
	q := in.Question
	class := "say wrong"
	if a.Right {
		class = "say right"
	}
	return h.Section(h.ID("quiz-told"), h.Class(class), h.Aria("label", s.t("told")),
		h.P(h.B(g.Text(s.verdict())), g.Text(" "+in.Text(q.Why))), s.key(in),
		g.Map(q.Links, func(l string) g.Node {
			return h.P(h.A(h.Href("#"+l), g.Text(s.words.F("quiz.see", "where", s.place(l)))))
		}),
		panel.Rests(s.words, s.lib, q.Basis))
}

// place names a place of the program by its scene.
func (s *Scene) place(link string) string {
	scene, _, _ := strings.Cut(link, "/")
	return s.words.T("panel." + scene)
}

// key gives the right answer in words where the options do not show it.
func (s *Scene) key(in *bank.Instance) g.Node {
	q := in.Question
	switch q.Kind {
	case bank.Number:
		return h.P(g.Text(s.words.F("quiz.key", "what", number(in.Value())+" "+q.Amount.Unit)))
	case bank.Order:
		return h.Ol(g.Map(q.Options, func(o bank.Option) g.Node {
			return h.Li(g.Text(in.Text(o.Text)+" "), h.Span(h.Class("quiet"), g.Text(in.Text(o.Why))))
		}))
	case bank.Match:
		return h.Ul(g.Map(q.Options, func(o bank.Option) g.Node {
			return h.Li(g.Text(o.Text+": "+o.To+". "), h.Span(h.Class("quiet"), g.Text(in.Text(o.Why))))
		}))
	case bank.Point:
		if q.Place.On != "body" {
			var names []string
			for _, p := range q.Place.Parts {
				names = append(names, s.part(q.Place.On, p))
			}
			return h.P(g.Text(s.words.F("quiz.key", "what", strings.Join(names, ", "))))
		}
	}
	return g.Group{}
}

// part gives the name of a part of a level.
func (s *Scene) part(level, key string) string {
	return s.words.T("panel.part." + level + "." + key + ".name")
}

// summary says how a test went.
func (s *Scene) summary() string {
	right := 0
	for _, a := range s.items {
		if a.Right {
			right++
		}
	}
	return s.words.F("quiz.summary", "right", strconv.Itoa(right), "n", strconv.Itoa(len(s.items)))
}

// sheet is the result of a test, to be read and printed: each item with the answer
// that was given.
func (s *Scene) sheet() g.Node {
	var list g.Group
	for i := range s.items {
		a := &s.items[i]
		q := s.bank.Question(a.ID)
		in := bank.Of(q, a.Seed, s.atlas)
		mark := s.t("sheet-wrong")
		if a.Right {
			mark = s.t("sheet-right")
		}
		list = append(list, h.Li(h.P(h.B(g.Text(mark+" ")), g.Text(in.Stem)), h.P(h.Class("quiet"), g.Text(in.Text(q.Why))), s.key(&in),
			g.If(slices.Contains([]bank.Kind{bank.One, bank.All, bank.Explain}, q.Kind), h.Ul(g.Map(q.Options, func(o bank.Option) g.Node {
				k := slices.IndexFunc(q.Options, func(x bank.Option) bool { return x.Text == o.Text })
				key := "left"
				switch picked := slices.Contains(a.Answer.Picked, k); {
				case picked && o.Correct:
					key = "picked-right"
				case picked:
					key = "picked-wrong"
				case o.Correct:
					key = "missed"
				default:
					return g.Group{}
				}
				return h.Li(h.Class(key), g.Text(s.t(key)+" "+in.Text(o.Text)+" "), h.Span(h.Class("quiet"), g.Text(in.Text(o.Why))))
			}))),
			g.Map(q.Links, func(l string) g.Node { return h.A(h.Href("#"+l), g.Text(s.words.F("quiz.see", "where", s.place(l)))) })))
	}
	return h.Div(h.ID("quiz-sheet"), h.P(h.Class("say"), g.Text(s.summary())), h.P(h.B(g.Text(s.t("banner")))), s.calibration(s.items), h.Ol(h.Class("quiz-results"), list),
		h.Div(h.Class("buttons"), panel.Button{ID: "quiz-home", Class: "primary", Text: s.t("home"), Do: "home"}.Node()))
}
