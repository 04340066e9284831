package quiz

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	bank "taut/game/quiz"
	"taut/scenes/panel"
)

// controls are the form of an item. Nothing in it tells the key before the answer.
func (s *Scene) controls(a *answered, in *bank.Instance, told bool) g.Node {
	q := in.Question
	var list g.Group
	switch q.Kind {
	case bank.One, bank.Explain, bank.All:
		if q.Kind == bank.Explain {
			list = append(list, s.run(in))
		}
		for _, i := range in.Order {
			list = append(list, s.option(a, in, i, told))
		}
	case bank.Order:
		for k, i := range s.order(a, in) {
			text := in.Text(q.Options[i].Text)
			n := strconv.Itoa(i)
			list = append(list, h.Li(h.Span(g.Text(strconv.Itoa(k+1)+". "+text)),
				g.If(!told, h.Span(h.Class("moves"),
					panel.Button{ID: "quiz-up-" + n, Text: s.words.F("quiz.up", "what", text), Do: "up:" + n, Off: k == 0}.Node(),
					panel.Button{ID: "quiz-down-" + n, Text: s.words.F("quiz.down", "what", text), Do: "down:" + n, Off: k == len(q.Options)-1}.Node()))))
		}
		return h.Ol(h.Class("quiz-order-list"), list)
	case bank.Match:
		for _, i := range in.Order {
			id := "quiz-match-" + strconv.Itoa(i)
			picked := -1
			if i < len(a.Answer.Picked) {
				picked = a.Answer.Picked[i]
			}
			options := g.Group{h.Option(h.Value("-1"), g.If(picked < 0, h.Selected()), g.Text(s.t("choose")))}
			for _, k := range in.Sides {
				options = append(options, h.Option(h.Value(strconv.Itoa(k)), g.If(k == picked, h.Selected()), g.Text(q.Options[k].To)))
			}
			list = append(list, h.Div(h.Class("row"), h.Label(h.For(id), g.Text(in.Text(q.Options[i].Text))), h.Select(h.ID(id), panel.Do("match:"+strconv.Itoa(i)), g.If(told, h.Disabled()), options)))
		}
	case bank.Number:
		value := ""
		if a.Answer.Side != "" {
			value = number(a.Answer.Number)
		}
		return h.Div(h.Class("row"), h.Label(h.For("quiz-number"), g.Text(s.words.F("quiz.in-unit", "unit", q.Amount.Unit))),
			h.Input(h.Type("text"), h.ID("quiz-number"), g.Attr("inputmode", "decimal"), h.AutoComplete("off"), panel.Do("number"), h.Value(value), g.If(told, h.ReadOnly())))
	case bank.Point:
		return s.point(a, in, told)
	case bank.Predict:
		return s.trace(a, in, told)
	}
	return list
}

// option is one choice with, once it is told, why it is right or wrong.
func (s *Scene) option(a *answered, in *bank.Instance, i int, told bool) g.Node {
	q := in.Question
	o := q.Options[i]
	id, n := "quiz-option-"+strconv.Itoa(i), strconv.Itoa(i)
	on := slices.Contains(a.Answer.Picked, i)
	input := h.Input(h.Type("radio"), h.Name("quiz-option"), h.ID(id), h.Value(n), panel.Do("one:"+n), g.If(on, h.Checked()), g.If(told, h.Disabled()))
	if q.Kind == bank.All {
		input = h.Input(h.Type("checkbox"), h.ID(id), panel.Do("tick:"+n), g.If(on, h.Checked()), g.If(told, h.Disabled()))
	}
	class := "option"
	mark := ""
	if told {
		switch {
		case o.Correct:
			class, mark = "option right", s.t("option-right")
		case on:
			class, mark = "option wrong", s.t("option-wrong")
		}
	}
	return h.Div(h.Class(class), h.Label(h.For(id), input, h.Span(g.Text(in.Text(o.Text)))),
		g.Iff(told, func() g.Node { return h.P(h.B(g.Text(mark)), g.Text(" "+in.Text(o.Why))) }))
}

// point asks for a part of a level by its name, or for a place on the body.
func (s *Scene) point(a *answered, in *bank.Instance, told bool) g.Node {
	p := in.Question.Place
	var list g.Group
	if p.On != "body" {
		prefix := "panel.part." + p.On + "."
		for _, key := range s.words.Keys() {
			if len(key) > len(prefix)+5 && key[:len(prefix)] == prefix && key[len(key)-5:] == ".name" {
				part := key[len(prefix) : len(key)-5]
				id := "quiz-part-" + part
				list = append(list, h.Div(h.Class("option"), h.Label(h.For(id), h.Input(h.Type("radio"), h.Name("quiz-part"), h.ID(id), h.Value(part), panel.Do("part"), g.If(a.Answer.Side == part, h.Checked()), g.If(told, h.Disabled())), h.Span(g.Text(s.words.T(key))))))
			}
		}
		return g.Group{h.P(h.A(h.Href("#lab/"+p.On), g.Text(s.words.F("quiz.see", "where", s.words.T("panel.lab"))))), h.Div(h.Class("quiz-parts"), list)}
	}
	options := g.Group{h.Option(h.Value("-1"), g.Text(s.t("choose")))}
	for i, r := range s.regions() {
		side := s.t("side-" + string(r.spot.Side))
		at := a.Answer.Side == string(r.spot.Side) && a.Answer.X == r.spot.X && a.Answer.Y == r.spot.Y
		options = append(options, h.Option(h.Value(strconv.Itoa(i)), g.If(at, h.Selected()), g.Text(r.name+", "+side)))
	}
	var spots []anatomy.Spot
	if told {
		spots = bank.Spots(in, s.atlas)
	}
	return h.Div(h.Class("quiz-body"), s.figure(a, spots),
		h.Div(h.Class("row"), h.Label(h.For("quiz-region"), g.Text(s.t("or-choose"))), h.Select(h.ID("quiz-region"), panel.Do("region"), g.If(told, h.Disabled()), options)))
}
