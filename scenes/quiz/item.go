package quiz

import (
	"math"
	"slices"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	bank "taut/game/quiz"
	"taut/scenes/panel"
)

// item is one item: stem, controls, how sure, and in practice what is told. In the
// review, before any item is put, it is the page of the review.
func (s *Scene) item() g.Node {
	a, in := s.now(), s.instance()
	if a == nil {
		return g.Group{}
	}
	q := in.Question
	told := s.told()
	var sure []panel.Choice
	for k := 1; k <= 3; k++ {
		sure = append(sure, panel.Choice{ID: "quiz-sure-" + strconv.Itoa(k), Text: s.t("sure-" + strconv.Itoa(k)), Do: "sure:" + strconv.Itoa(k)})
	}
	class := "quiz-" + string(q.Kind)
	if s.desk.lab != nil {
		class += " quiz-two"
	}
	return h.Div(h.ID("quiz-item"), h.Data("keys", ""), h.TabIndex("-1"),
		g.Iff(s.run() != nil, s.steps),
		h.P(h.Class("quiz-about"), h.Span(g.Text(s.t("topic."+string(q.Topic)))), h.Span(g.Text(s.t("difficulty-"+strconv.Itoa(q.Difficulty))))),
		h.FieldSet(h.Class(class), g.If(!told, h.Data("focus", "")), h.Legend(g.Text(in.Stem)), para("how", s.t("how-"+string(q.Kind))), s.controls(a, in, told)),
		g.If(!told, panel.Radios("quiz-sure", s.t("sure"), a.Sure-1, sure...)),
		g.Iff(told, func() g.Node { return s.tell(a, in) }),
		buttons(g.If(told, h.Data("focus", "")), s.buttons(a, in, told)))
}

// buttons are what can be done next with an item.
func (s *Scene) buttons(a *answered, in *bank.Instance, told bool) g.Node {
	r := s.run()
	switch {
	case r != nil && s.asks == "end":
		return h.Div(h.ID("quiz-asks"), h.Class("say"), h.Role("group"), h.Aria("label", s.t("end")), h.P(g.Text(s.words.N("quiz.open-still", r.left()))),
			buttons(s.acts("end-sure end-sure end:sure", "end-not end-not end:not")))
	case r != nil:
		keep, end := "keep", "end"
		if s.page != test {
			end = "end-form"
		}
		if a.Given {
			keep = "keep-again"
		}
		return s.acts(when(!inLab(in.Question), "!answer "+keep+" answer"), "end "+end+" end", homeAct)
	case told && s.page == review:
		return s.rates(a)
	case told && !s.keyed():
		return s.acts("!again again again", "show show show", "next next next", homeAct)
	case told:
		return s.acts("!next next next", "again again again", homeAct)
	}
	return s.acts(when(!inLab(in.Question), "!answer answer answer"), homeAct)
}

// rates say how an answer of the review went, each with when it comes again.
func (s *Scene) rates(a *answered) g.Node {
	var set g.Group
	m := s.memory(a.ID)
	now := s.clock()
	for k := 1; k <= 4; k++ {
		if !s.canRate(k) {
			continue
		}
		n := strconv.Itoa(k)
		class := ""
		if k == a.grade() {
			class = "primary"
		}
		set = append(set, panel.Button{ID: "quiz-rate-" + n, Class: class, Text: s.t("rate-"+n) + ": " + s.until(m.After(now, k).Due()-now), Do: "rate:" + n, Hint: "· " + n}.Node())
	}
	return g.Group{panel.Group("quiz-rates", s.t("rate"), set), s.acts(homeAct)}
}

// until says a time that is still to go by.
func (s *Scene) until(d int64) string {
	switch days := int((d + bank.Day/2) / bank.Day); {
	case d < bank.Day/2:
		return s.t("soon")
	case days > 60:
		return s.words.N("quiz.in-months", (days+15)/30)
	default:
		return s.words.N("quiz.in-days", max(1, days))
	}
}

// steps are the items of a test, and how long it may still take.
func (s *Scene) steps() g.Node {
	r := s.run()
	var list g.Group
	for i, x := range r.Items {
		text, class := strconv.Itoa(i+1), ""
		if x.Given {
			text, class = text+" ✓", "given"
		}
		list = append(list, h.Li(panel.Button{ID: "quiz-go-" + strconv.Itoa(i), Class: class, Text: text, Do: "go:" + strconv.Itoa(i), Toggle: true, Pressed: i == r.At}.Node()))
	}
	return h.Div(h.Class("quiz-steps"), h.Nav(h.ID("quiz-steps"), h.Aria("label", s.t("steps")), h.Ol(list)),
		g.If(r.Limit > 0, h.P(h.Class("quiz-time"), panel.Live(0, s.timeLeft()))))
}

// verdict says what the answer is worth.
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

// tell is what is told of an answer: what it is worth and, with the key, why, what it
// rests on, and where it is seen.
func (s *Scene) tell(a *answered, in *bank.Instance) g.Node {
	q := in.Question
	class := "say wrong"
	if a.Right {
		class = "say right"
	}
	if !s.keyed() {
		return h.Section(h.ID("quiz-told"), h.Class(class), h.Aria("label", s.t("told")),
			h.P(h.B(g.Text(s.verdict())), g.Text(" "+s.hint(a, in))), s.links(q))
	}
	return h.Section(h.ID("quiz-told"), h.Class(class), h.Aria("label", s.t("told")),
		h.P(h.B(g.Text(s.verdict())), g.Text(" "+in.Text(q.Why))), s.failed(a, in), s.key(in), g.Iff(q.Kind == bank.Do, s.banner), s.links(q),
		panel.Rests(s.words, s.lib, q.Basis))
}

// links are the ways to where an item is seen in the program.
func (s *Scene) links(q *bank.Question) g.Node {
	return h.P(h.Class("quiz-see"), g.Map(q.Links, func(l string) g.Node {
		return h.A(h.Href("#"+l), g.Text(s.words.F("quiz.see", "where", s.where(l))))
	}))
}

// hint says something of a wrong answer that does not tell the key.
func (s *Scene) hint(a *answered, in *bank.Instance) string {
	r := bank.Grade(in, &a.Answer, s.atlas, s.truth)
	good := 0
	for _, ok := range r.Each {
		if ok {
			good++
		}
	}
	switch q := in.Question; q.Kind {
	case bank.Order, bank.Match, bank.All:
		return s.words.F("quiz.hint-each", "n", strconv.Itoa(good), "of", strconv.Itoa(len(r.Each)))
	case bank.Number:
		if a.Answer.Number > in.Value() {
			return s.t("hint-high")
		}
		return s.t("hint-low")
	case bank.Do:
		return s.reason(a, in)
	}
	return ""
}

// reason says why a task failed, with what was measured.
func (s *Scene) reason(a *answered, in *bank.Instance) string {
	for _, o := range in.Question.Options {
		if o.ID != a.Answer.Reason || o.ID == "" {
			continue
		}
		n := func(x float64) string { return number(math.Round(10*x) / 10) }
		text := o.Text
		if a.Answer.X > 0 && !strings.Contains(text+o.Why, "{measured}") {
			key := "measured-" + o.ID // with its unit
			if !s.words.Has("quiz." + key) {
				key = "measured"
			}
			text += " " + s.t(key)
		}
		return strings.NewReplacer("{measured}", n(a.Answer.Number), "{limit}", n(a.Answer.X)).Replace(text + " " + o.Why)
	}
	return ""
}

// failed is why a task failed, where it did.
func (s *Scene) failed(a *answered, in *bank.Instance) g.Node {
	if in.Question.Kind != bank.Do || a.Right {
		return g.Group{}
	}
	return h.P(g.Text(s.reason(a, in)))
}

// banner stands at what the model has judged.
func (s *Scene) banner() g.Node { return h.P(h.B(g.Text(s.t("banner")))) }

// where names a place of the program by its scene.
func (s *Scene) where(link string) string {
	scene, in, _ := strings.Cut(link, "/")
	text := s.words.T("panel." + scene)
	if level := "panel.level." + in + ".name"; scene == "lab" && s.words.Has(level) {
		text += ", " + strings.ToLower(s.words.T(level))
	}
	return text
}

// key gives the right answer in words where the options do not show it.
func (s *Scene) key(in *bank.Instance) g.Node {
	q := in.Question
	switch q.Kind {
	case bank.Number:
		return h.P(g.Text(s.words.F("quiz.key", "what", number(in.Value())+" "+q.Amount.Unit)))
	case bank.Order:
		return h.Ol(h.Class("quiz-key"), g.Map(q.Options, func(o bank.Option) g.Node {
			return h.Li(g.Text(in.Text(o.Text)+" "), h.Span(h.Class("quiet"), g.Text(in.Text(o.Why))))
		}))
	case bank.Match:
		return h.Ul(h.Class("quiz-key"), g.Map(q.Options, func(o bank.Option) g.Node {
			return h.Li(g.Text(o.Text+": "+o.To+". "), h.Span(h.Class("quiet"), g.Text(in.Text(o.Why))))
		}))
	case bank.Point:
		var names []string
		for _, p := range q.Place.Parts {
			names = append(names, s.part(q.Place.On, p))
		}
		for _, spot := range bank.Spots(in, s.atlas) {
			if name := s.named(spot); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return h.P(g.Text(s.words.F("quiz.key", "what", strings.Join(names, "; "))))
		}
	}
	return g.Group{}
}

// part gives the name of a part of a level.
func (s *Scene) part(level, key string) string {
	return s.words.T("panel.part." + level + "." + key + ".name")
}

// picked says of an option on the sheet what was done about it; "" where nothing is
// to be said.
func picked(a *answered, i int, o *bank.Option) string {
	switch on := slices.Contains(a.Answer.Picked, i); {
	case on && o.Correct:
		return "picked-right"
	case on:
		return "picked-wrong"
	case o.Correct:
		return "missed"
	}
	return ""
}
