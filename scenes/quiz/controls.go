package quiz

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	bank "taut/game/quiz"
	"taut/game/session"
	"taut/scenes/panel"
)

// controls are the form of an item. Nothing in it tells the key before the answer:
// what is numbered is numbered as it is shown.
func (s *Scene) controls(a *answered, in *bank.Instance, told bool) g.Node {
	switch in.Question.Kind {
	case bank.One, bank.All:
		return s.options(a, in, told)
	case bank.Explain:
		return g.Group{s.played(told), s.options(a, in, told)}
	case bank.Order:
		return s.orderList(a, in, told)
	case bank.Match:
		return s.matches(a, in, told)
	case bank.Number:
		return s.numberField(a, in, told)
	case bank.Point:
		return s.point(a, in, told)
	case bank.Predict:
		return s.trace(a, in, told)
	case bank.Do:
		return s.taskField(a, in, told)
	}
	return g.Group{}
}

func (s *Scene) options(a *answered, in *bank.Instance, told bool) g.Node {
	var list g.Group
	for p, i := range in.Order {
		list = append(list, s.option(a, in, p, i, told))
	}
	return h.Div(h.Class("options"), list)
}

// option is one choice, shown at place p, with what is told of it.
func (s *Scene) option(a *answered, in *bank.Instance, p, i int, told bool) g.Node {
	q := in.Question
	o := q.Options[i]
	n := strconv.Itoa(p)
	id := "quiz-option-" + n
	on := slices.Contains(a.Answer.Picked, i)
	input := h.Input(h.Type("radio"), h.Name("quiz-option"), h.ID(id), h.Value(n), panel.Do("one:"+n), g.If(on, h.Checked()), g.If(told, h.Disabled()))
	if q.Kind == bank.All {
		input = h.Input(h.Type("checkbox"), h.ID(id), panel.Do("tick:"+n), g.If(on, h.Checked()), g.If(told, h.Disabled()))
	}
	class, mark := "option", ""
	switch {
	case told && on && o.Correct, s.keyed() && o.Correct:
		class, mark = "option right", s.t("option-right")
	case told && on, s.keyed():
		mark = s.t("option-wrong")
		if on {
			class = "option wrong"
		}
	}
	return h.Div(h.Class(class), h.Label(h.For(id), input, h.Span(g.Text(in.Text(o.Text))), panel.Hidden("digit", strconv.Itoa(p+1))),
		g.Iff(mark != "", func() g.Node { return h.P(h.B(g.Text(mark)), g.Text(" "+in.Text(o.Why))) }))
}

// rowMark says of a row whether it is right, once that is told.
func (s *Scene) rowMark(told, right bool) (class string, word g.Node) {
	switch {
	case !told:
		return "", g.Group{}
	case right:
		return "right", h.Span(h.Class("mark"), g.Text(s.t("row-right")))
	}
	return "wrong", h.Span(h.Class("mark"), g.Text(s.t("row-wrong")))
}

// orderList are steps to be brought into order, by buttons or by dragging. A step
// keeps its id wherever it stands, so that the focus stays on it.
func (s *Scene) orderList(a *answered, in *bank.Instance, told bool) g.Node {
	var list g.Group
	for k, i := range s.order(a, in) {
		text := in.Text(in.Question.Options[i].Text)
		n := strconv.Itoa(slices.Index(in.Order, i))
		class, mark := s.rowMark(told, i == k)
		if k == s.drag.lift {
			class = "lifted"
		}
		list = append(list, h.Li(h.ID("quiz-step-"+n), h.Class(class), panel.Hidden("handle", "⠿"), h.Span(h.Class("text"), g.Text(strconv.Itoa(k+1)+". "+text)), mark,
			g.If(!told, h.Span(h.Class("moves"),
				buttonOff("quiz-up-"+n, s.words.F("quiz.up", "what", text), "up:"+n, k == 0),
				buttonOff("quiz-down-"+n, s.words.F("quiz.down", "what", text), "down:"+n, k == len(in.Order)-1)))))
	}
	return h.Ol(h.Class("quiz-order-list"), g.If(!told, h.Data("zone", "quiz-order")), list)
}

// matches gives each option a list to choose from; what belongs to one can be dragged to
// it as well, from the cards at the right. Rows and cards are of one height.
func (s *Scene) matches(a *answered, in *bank.Instance, told bool) g.Node {
	q := in.Question
	var list g.Group
	var sides []string
	for _, k := range in.Sides {
		sides = append(sides, q.Options[k].To)
	}
	for p, i := range in.Order {
		n := strconv.Itoa(p)
		id := "quiz-match-" + n
		picked := -1
		if i < len(a.Answer.Picked) {
			picked = a.Answer.Picked[i]
		}
		at := slices.Index(in.Sides, picked)
		class, mark := s.rowMark(told, picked >= 0 && q.Options[picked].To == q.Options[i].To)
		if s.drag.lift >= 0 && p == s.drag.over {
			class += " over"
		}
		list = append(list, field("row "+class, id, in.Text(q.Options[i].Text), s.choose(id, "match:"+n, told, at, sides...), mark))
		if !told {
			class = "side"
			switch {
			case p == s.drag.lift:
				class += " lifted"
			case slices.Contains(a.Answer.Picked, in.Sides[p]):
				class += " used"
			}
			list = append(list, h.Div(h.Class(class), h.Aria("hidden", "true"), h.Span(g.Text("⠿ ")), g.Text(sides[p])))
		}
	}
	if told {
		return h.Div(list)
	}
	return h.Div(h.Class("quiz-matches"), h.Data("zone", "quiz-match"), list)
}

func (s *Scene) numberField(a *answered, in *bank.Instance, told bool) g.Node {
	q, value := in.Question, ""
	if a.Answer.Side != "" {
		value = number(a.Answer.Number)
	}
	return h.Div(h.Class("quiz-field"), h.Label(h.For("quiz-number"), g.Text(s.words.F("quiz.in-unit", "unit", q.Amount.Unit))),
		h.Input(h.Type("text"), h.ID("quiz-number"), g.Attr("inputmode", "decimal"), h.AutoComplete("off"), panel.Do("number"), h.Value(value), g.If(told, h.ReadOnly())))
}

// point asks for a part of the picture, or for a place on the body.
func (s *Scene) point(a *answered, in *bank.Instance, told bool) g.Node {
	p := in.Question.Place
	if p.On == "body" {
		return s.body(a, in, told)
	}
	if s.desk.lab == nil {
		return g.Group{}
	}
	var list g.Group
	for _, part := range s.desk.lab.PartNames() {
		id := "quiz-part-" + part
		class := "choice"
		if s.keyed() && slices.Contains(p.Parts, part) {
			class = "choice right"
		}
		list = append(list, h.Label(h.Class(class), h.For(id), h.Input(h.Type("radio"), h.Name("quiz-part"), h.ID(id), h.Value(part), panel.Do("part"), g.If(a.Answer.Side == part, h.Checked()), g.If(told, h.Disabled())), h.Span(g.Text(s.part(p.On, part)))))
	}
	return g.Group{s.picture(s.t("stage-point")), h.Div(h.Class("quiz-parts"), list)}
}

// taskField is a task: the way into the lab, or the muscles to press and ask.
func (s *Scene) taskField(a *answered, in *bank.Instance, told bool) g.Node {
	if onBench(in.Question) {
		return s.benches(a, in, told)
	}
	begun := len(a.Work) > 0
	open := "task-open"
	if begun {
		open = "task-on"
	}
	if told && s.page == review { // an answer is an answer
		return h.P(g.Text(s.t("task-note")))
	}
	return g.Group{h.P(g.Text(s.t("task-note"))),
		buttons(s.acts("!task "+open+" task:open", when(begun, "task-anew task-anew task:anew")))}
}

// taskHead stands at the head of the lab's controls while a task is done in it.
func (s *Scene) taskHead() g.Node {
	in := s.instance()
	if in == nil {
		return g.Group{}
	}
	judge := "task-judge"
	if s.run() != nil {
		judge = "task-hand-in"
	}
	body, other := g.Node(g.Group{}), ""
	if len(in.Bodies) > 0 {
		at := s.desk.lab.Session().Options().Body
		other = "other task-other task:other"
		body = h.P(g.Text(s.words.F("quiz.body-now", "body", s.bodyName(in, at))))
	}
	if in.Question.Task == "quiet" { // what is judged stands where it is done
		run := s.desk.lab.Session()
		st := run.State()
		body = h.P(h.Class("quiet"), g.Text(s.words.F("quiz.task-now", "noise", strconv.FormatFloat(st.Noise(), 'f', 1, 64), "passes", strconv.Itoa(len(run.Passes())), "sore", strconv.FormatFloat(st.Soreness(), 'f', 0, 64))))
	}
	return h.Section(h.Class("say task"), h.Aria("label", s.t("task")), h.P(h.B(g.Text(in.Stem))), body,
		buttons(s.acts(other, "judge "+judge+" task:judge", "leave task-leave task:leave")))
}

// benches are the muscles of a task that is done by pressing and asking.
func (s *Scene) benches(a *answered, in *bank.Instance, told bool) g.Node {
	var list g.Group
	var names []string
	for _, kind := range kinds {
		names = append(names, s.words.T("panel.kind-"+kind.String()))
	}
	for i, run := range s.desk.bench {
		n := strconv.Itoa(i)
		name := s.words.F("quiz.muscle", "n", string(rune('A'+i)))
		if len(s.desk.bench) == 1 {
			name = s.t("this-muscle")
		}
		button := func(key string, op session.Op) g.Node {
			return panel.Button{ID: "quiz-" + key + "-" + n, Text: s.t(key), Do: key + ":" + n, Off: told || op == session.Stop && done(run, op)}.Node()
		}
		var found g.Group
		for _, f := range []struct {
			op  session.Op
			key string
		}{{session.Ask, "b-ask"}, {session.Press, "b-press"}, {session.Stroke, "b-needle"}, {session.Stop, "b-stop"}} {
			if done(run, f.op) {
				found = append(found, h.Li(g.Text(s.found(run, f.key))))
			}
		}
		stop := g.Node(g.Group{})
		if in.Question.Task == "leave" {
			stop = button("b-stop", session.Stop)
		}
		said := -1
		if i < len(a.Answer.Picked) {
			said = a.Answer.Picked[i]
		}
		list = append(list, h.Div(h.Class("bench"), h.Role("group"), h.Aria("labelledby", "quiz-muscle-"+n), h.H3(h.ID("quiz-muscle-"+n), g.Text(name)),
			buttons(button("b-ask", session.Ask), button("b-press", session.Press), button("b-needle", session.Stroke), stop),
			h.Ul(found),
			g.If(in.Question.Task == "sort", field("row", "quiz-said-"+n, s.t("it-is"), s.choose("quiz-said-"+n, "said:"+n, told, said, names...)))))
	}
	return h.Div(h.Class("quiz-benches"), list)
}

// done reports whether something was done in a run.
func done(run *session.Session, op session.Op) bool {
	return slices.ContainsFunc(run.Actions(), func(a session.Action) bool { return a.Op == op })
}
