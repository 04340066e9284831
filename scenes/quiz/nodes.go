package quiz

import (
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	bank "taut/game/quiz"
	"taut/scenes/panel"
)

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	if s.desk.inside {
		return s.desk.lab.Panel()
	}
	top := panel.Top{Words: s.words, Scene: "quiz", Theme: s.settings.Theme, Pack: s.settings.Pack}
	if s.help {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.t("help-keys")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	body := [pages]func() g.Node{s.ways, s.item, s.item, s.sheet, s.item, s.item, s.bothForms, s.reviewed, s.setup}[s.page]
	return panel.Page{Top: top, Plain: s.settings.Plain, Title: s.t("title-" + strconv.Itoa(s.page)), Notice: s.notice}.Node(body())
}

// way is one of the ways to take the quiz, with how it stands.
func (s *Scene) way(name, stands string) g.Node {
	return h.Li(h.A(h.ID("quiz-to-"+name), h.Class("way"), h.Href("#quiz/"+name),
		h.B(g.Text(s.t("way."+name+".name"))), h.Span(g.Text(s.t("way."+name+".note"))), h.Span(h.Class("stands"), g.Text(stands))))
}

// ways is the first page: the ways, how far each topic is, and what is kept.
func (s *Scene) ways() g.Node {
	n := strconv.Itoa
	met := s.met()
	tests, pair := &s.runs[0], s.runs[1:]
	stands := s.t("stands-test")
	switch {
	case tests.under():
		stands = s.words.F("quiz.under-way", "n", n(len(tests.Items)-tests.left()), "of", n(len(tests.Items)))
	case tests.Done:
		stands = s.words.F("quiz.stands-last", "right", n(tests.right()), "n", n(len(tests.Items)))
	}
	form := "none"
	switch {
	case pair[0].under() || pair[0].Done && pair[1].under() && pair[1].left() < len(pair[1].Items):
		form = "under"
	case pair[0].Done && pair[1].Done:
		form = "both"
	case pair[0].Done:
		form = "first"
	}
	return g.Group{
		para("lead", s.t("lead")),
		h.Ul(h.Class("quiz-ways"),
			s.way("practice", s.words.F("quiz.stands-practice", "n", n(len(met)), "of", n(len(s.bank.Questions)))),
			s.way("test", stands), s.way("forms", s.t("stands-form."+form)), s.way("review", s.dueText(len(s.agenda().Due)))),
		h.Div(h.Class("quiz-home"),
			panel.Section("quiz-progress", s.t("topics"), s.topicTable(met)),
			h.Div(g.Iff(len(s.past) > 0, func() g.Node {
				return panel.Section("quiz-sureness", s.t("calibration-title"), s.calibration(s.past))
			}), s.file(), panel.Pack(s.words, "quiz", s.settings.Pack))),
		para("quiet", s.t("banner")),
	}
}

func (s *Scene) dueText(n int) string {
	if n == 0 {
		return s.t("none-due")
	}
	return s.words.N("quiz.due", n)
}

// bar is a share as a bar, for the eye.
func bar(class string, share float64) g.Node {
	return h.SVG(h.Class("quiz-bar "+class), h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "100%"), g.Attr("height", "8"),
		panel.Shape("rect", "groove", "width", "100%", "height", "8", "rx", "4"), panel.Shape("rect", "fill", "width", panel.Share(share), "height", "8", "rx", "4"))
}

// ratio gives a/b, 0 where b is 0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// topicTable chooses the topics, and says how far each is: how many of its questions
// were met, and how many of these were right the last time.
func (s *Scene) topicTable(met []answered) g.Node {
	seen, right := s.tally(met)
	var rows g.Group
	for i, topic := range bank.Topics() {
		id := "quiz-topic-" + string(topic)
		all := len(s.bank.Of(topic))
		rows = append(rows, h.Tr(
			h.Th(h.Scope("row"), panel.Check(id, s.t("topic."+string(topic)), "topic:"+strconv.Itoa(i), s.topics>>i&1 == 1)),
			s.part2("met", seen[i], all),
			s.part2("right", right[i], seen[i])))
	}
	only := g.Node(g.Group{})
	if s.settings.Pack.Items > 0 {
		only = panel.Check("quiz-own", s.words.F("pack.only", "title", s.settings.Pack.Title), "own", s.onlyOwn())
	}
	return g.Group{s.table("quiz-topics", s.t("progress-table"), []string{"topic-head", "met", "right-last"}, rows), only}
}

// count2 says how many of how many.
func (s *Scene) count2(n, of int) g.Node {
	if of == 0 {
		return h.Span(h.Class("quiet"), g.Text(s.t("none-yet")))
	}
	return g.Text(s.words.F("quiz.n-of", "n", strconv.Itoa(n), "of", strconv.Itoa(of)))
}

// table is a table with a head of texts.
func (s *Scene) table(class, name string, heads []string, rows g.Node) g.Node {
	return h.Div(h.Class("quiz-wide "+class), h.TabIndex("0"), h.Role("group"), h.Aria("label", name),
		h.Table(h.THead(h.Tr(g.Map(heads, func(k string) g.Node { return h.Th(h.Scope("col"), g.Text(s.t(k))) }))), h.TBody(rows)))
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
		return para("quiet", s.t("calibration-none"))
	}
	var rows g.Group
	for k := 3; k >= 1; k-- {
		rows = append(rows, h.Tr(th(s.t("sure-"+strconv.Itoa(k))), h.Td(s.count2(right[k], n[k])), h.Td(g.If(n[k] > 0, bar("right", ratio(right[k], n[k]))))))
	}
	said := "even"
	switch sure, guess := ratio(right[3], n[3]), ratio(right[1], n[1]); {
	case n[3] >= 5 && sure < .7:
		said = "over"
	case n[1] >= 5 && guess > .7:
		said = "under"
	case n[1]+n[2]+n[3] < 10:
		said = "few"
	}
	return g.Group{s.table("quiz-calibration", s.t("calibration-note"), []string{"how-sure", "of-these-right", "share"}, rows), para("quiet", s.t("calibration-note")+" "+s.t("calibration-"+said))}
}

// file is what becomes of the answers: they go out as a file, come in, or are
// deleted.
func (s *Scene) file() g.Node {
	empty := len(s.past) == 0 && s.runs[0].Items == nil && s.runs[1].Items == nil
	asks := s.acts("wipe" + when(empty, "-") + " wipe wipe")
	if s.asks == "wipe" {
		asks = h.Span(h.ID("quiz-asks"), h.Role("group"), h.Aria("label", s.t("wipe")), g.Text(s.t("wipe-ask")+" "), s.acts("wipe-sure wipe-sure wipe:sure", "wipe-not wipe-not wipe:not"))
	}
	return panel.Section("quiz-file", s.t("file"), para("quiet", s.t("file-note")),
		buttons(s.acts("export export export"),
			h.Label(h.Class("file"), h.For("quiz-import"), g.Text(s.t("import"))), h.Input(h.Type("file"), h.ID("quiz-import"), h.Class("spoken"), h.Accept(".taut"), panel.Do("import")),
			asks, s.acts(when(s.wiped != nil, "wipe-back wipe-back wipe:back"))))
}

// setup chooses what a test asks and how long it may take.
func (s *Scene) setup() g.Node {
	radios := func(name string, list []int, chosen int, text func(int) string) g.Node {
		var set []panel.Choice
		on := -1
		for i, n := range list {
			if n == chosen {
				on = i
			}
			set = append(set, panel.Choice{ID: "quiz-" + name + "-" + strconv.Itoa(n), Text: text(n), Do: name + ":" + strconv.Itoa(n)})
		}
		return panel.Radios("quiz-"+name, s.t(name), on, set...)
	}
	below := buttons(s.acts("!begin begin begin", homeAct), g.If(s.runs[0].Done, h.A(h.Href("#quiz/result"), g.Text(s.t("last-sheet")))))
	if s.asks == "test" {
		below = h.Div(h.ID("quiz-asks"), h.Role("group"), h.Aria("label", s.t("begin")), para("", s.t("test-ask")),
			buttons(s.acts("!begin test-sure begin", "test-not test-not form:not")))
	}
	return g.Group{
		para("lead", s.t("way.test.note")),
		h.Div(h.Class("quiz-setup"), radios("count", counts[:], s.count, strconv.Itoa),
			radios("limit", limits[:], s.limit, func(n int) string {
				if n == 0 {
					return s.t("no-limit")
				}
				return s.words.N("quiz.minutes", n)
			})),
		s.topicTable(s.met()), below}
}

// acts is a row of buttons, each "id text act", with the key of its text; the first
// word may begin with "!": the one that is done first, or end with "-": it cannot be
// used now. "" is none.
func (s *Scene) acts(list ...string) g.Node {
	var row g.Group
	for _, x := range list {
		w := strings.Fields(x)
		if len(w) < 3 {
			continue
		}
		id, first := strings.CutPrefix(w[0], "!")
		id, off := strings.CutSuffix(id, "-")
		b := panel.Button{ID: "quiz-" + id, Text: s.t(w[1]), Do: w[2], Off: off}
		if first {
			b.Class = "primary"
		}
		row = append(row, b.Node())
	}
	return row
}

// homeAct leads back to the first page.
const homeAct = "home home home"

// when gives a text where it is wanted, "" else.
func when(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

// What many pages are made of, each once: nodes written out are much code.

func buttonOff(id, text, do string, off bool) g.Node {
	return panel.Button{ID: id, Text: text, Do: do, Off: off}.Node()
}

func buttons(list ...g.Node) g.Node { return h.Div(h.Class("buttons"), g.Group(list)) }

func para(class, text string) g.Node { return h.P(h.Class(class), g.Text(text)) }

func th(text string) g.Node { return h.Th(h.Scope("row"), g.Text(text)) }

// topicRow is a row of a table about a topic.
func (s *Scene) topicRow(topic bank.Topic, cells ...g.Node) g.Node {
	return h.Tr(th(s.t("topic."+string(topic))), g.Group(cells))
}

// part2 is a cell with how many of how many, in words and as a bar.
func (s *Scene) part2(class string, n, of int) g.Node {
	return h.Td(s.count2(n, of), bar(class, ratio(n, of)))
}

// field is a control with its name before it.
func field(class, id, name string, control ...g.Node) g.Node {
	return h.Div(h.Class(class), h.Label(h.For(id), g.Text(name)), g.Group(control))
}

// choose is a list to choose from: values, texts, and which of them holds.
func (s *Scene) choose(id, do string, told bool, chosen int, texts ...string) g.Node {
	list := g.Group{h.Option(h.Value("-1"), g.If(chosen < 0, h.Selected()), g.Text(s.t("choose")))}
	for i, text := range texts {
		list = append(list, h.Option(h.Value(strconv.Itoa(i)), g.If(i == chosen, h.Selected()), g.Text(text)))
	}
	return h.Select(h.ID(id), panel.Do(do), g.If(told, h.Disabled()), list)
}
