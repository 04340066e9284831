package cases

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/scenes/figure"
	"taut/scenes/panel"
)

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	if l := s.lab(); l != nil {
		return l.Panel()
	}
	top := panel.Top{Words: s.words, Scene: "cases", Theme: s.settings.Theme, Pack: s.settings.Pack}
	if s.explain == "help" {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	page := panel.Page{Top: top, Plain: s.settings.Plain, Title: s.t("title"), Notice: s.notice}
	if s.at == nil {
		return page.Node(s.people())
	}
	page.Title = s.words.F("cases.name-age", "name", s.at.Name, "age", strconv.Itoa(s.at.Age))
	body := [steps]func() g.Node{s.meet, s.find, s.decide, s.needle, s.leave, s.later, s.result}[s.rec.Step]()
	return page.Node(s.stepper(), h.Div(h.Class("cases-step step-"+stepNames[s.rec.Step]), body), s.next())
}

// people is the list of cases, with how far each has come; before the first of them is
// begun, with all that the program is not.
func (s *Scene) people() g.Node {
	var list, theirs g.Group
	first := true
	for i := range s.book.Cases {
		c := &s.book.Cases[i]
		cond, _ := s.atlas.Condition(c.Condition)
		state := "new"
		if r := s.records[c.ID]; r != nil && reached(c, r) == result {
			state = "done"
		} else if r != nil && (r.Step > meet || r.Asked) {
			state = "begun"
		}
		first = first && state == "new"
		to := &list
		if s.shelf.Own(c.ID) {
			to = &theirs
		}
		*to = append(*to, h.Li(h.A(h.Class("person "+state), h.ID("cases-"+c.ID), h.Href("#cases/"+c.ID), figure.Small("pain", rightSide(c.Spots)),
			h.B(g.Text(s.words.F("cases.name-age", "name", c.Name, "age", strconv.Itoa(c.Age)))), h.Span(g.Text(cond.Name)), g.If(state != "new", h.Span(h.Class("state"), g.Text(s.t("state-"+state)))))))
	}
	return g.Group{h.P(h.Class("lead"), g.Text(s.t("lead"))), g.If(first, h.P(h.Class("cases-first"), g.Text(s.words.T("panel.help-full")))), figure.Body(), h.Ul(h.Class("cases-people"), list),
		g.Iff(len(theirs) > 0, func() g.Node {
			return panel.Section("cases-theirs", s.words.F("pack.from", "title", s.settings.Pack.Title, "author", s.settings.Pack.Author), h.Ul(h.Class("cases-people"), theirs))
		}),
		panel.Pack(s.words, "cases", s.settings.Pack)}
}

// stepper shows the steps, as ways to those that are open.
func (s *Scene) stepper() g.Node {
	p := path(s.at)
	open := reached(s.at, s.rec)
	decided := s.rec.End == string(s.at.End)
	if !decided { // what follows would tell the decision
		p = p[:slices.Index(p, decide)+1]
	}
	var list g.Group
	ahead := false
	for i, st := range p {
		name := s.t("step." + stepNames[st])
		list = append(list, h.Li(panel.Button{ID: "cases-step-" + stepNames[st], Text: strconv.Itoa(i+1) + " " + name, Do: "step:" + stepNames[st], Toggle: true, Pressed: st == s.rec.Step, Off: ahead}.Node()))
		ahead = ahead || st == open
	}
	if !decided {
		list = append(list, h.Li(h.Class("quiet"), g.Text(s.t("steps-more"))))
	}
	return h.Nav(h.ID("cases-steps"), h.Aria("label", s.t("steps")), h.Ol(list))
}

// next leads on, and says what is still to be done.
func (s *Scene) next() g.Node {
	if s.rec.Step == result {
		return h.Div(h.Class("buttons"), panel.Button{ID: "cases-again", Text: s.t("again"), Do: "again"}.Node(), h.A(h.Class("onward"), h.Href("#cases"), g.Text(s.t("all"))))
	}
	todo := s.todo()
	return h.Div(h.Class("cases-next"),
		panel.Button{ID: "cases-next", Class: "primary", Text: s.t("next"), Do: "next", Off: todo != ""}.Node(),
		g.Iff(todo != "", func() g.Node { return h.P(h.Class("quiet"), g.Text(s.t(todo))) }))
}

// says is what the person says, in quotes.
func (s *Scene) says(text string) g.Node {
	return h.BlockQuote(h.Class("says"), h.P(g.Text(quoted(text))))
}

// drawing is the body figure with where it hurts and more marks.
func (s *Scene) drawing(more ...figure.Mark) g.Node {
	marks := append([]figure.Mark{{Class: "pain", Spots: s.at.Spots}}, more...)
	for i := range marks {
		marks[i].Spots = rightSide(marks[i].Spots)
	}
	return figure.Draw(s.words.F("cases.figure", "name", s.at.Name), s.words.T("figure.front"), s.words.T("figure.back"), marks...)
}

// rightSide gives spots of the person's right side: that is at the left of the figure from
// the front, and at the right of it from behind. The figure's own sides are alike.
func rightSide(spots []anatomy.Spot) []anatomy.Spot {
	spots = slices.Clone(spots)
	for i := range spots {
		if spots[i].Side == anatomy.Front {
			spots[i].X = -spots[i].X
		}
	}
	return spots
}

// meet is the story, the drawing of the pain, what was tried, and consent.
func (s *Scene) meet() g.Node {
	c, r := s.at, s.rec
	cond, _ := s.atlas.Condition(c.Condition)
	return g.Group{
		h.Div(s.says(c.Story), h.P(g.Text(s.words.F("cases.pain", "name", c.Name, "n", strconv.Itoa(c.Pain)))),
			s.tried(),
			panel.Section("cases-consent", s.t("consent"), h.P(g.Text(s.t("consent-note"))),
				panel.Button{ID: "cases-ask", Text: s.words.F("cases.ask-consent", "name", c.Name), Do: "consent", Off: r.Asked}.Node(),
				g.Iff(r.Asked, func() g.Node { return s.says(c.Consent) })),
			panel.Section("cases-known", cond.Name, h.P(g.Text(cond.Plain)), g.Map(cond.Findings, func(f anatomy.Finding) g.Node {
				return h.Div(h.P(g.Text(f.Sentence)), panel.Rests(s.words, s.lib, f.Basis))
			}))),
		s.drawing(),
	}
}

// find is the finger along the muscles.
func (s *Scene) find() g.Node {
	c, r := s.at, s.rec
	live := s.texts()
	var muscles []panel.Choice
	for i, f := range c.Felt {
		m, _ := s.atlas.Muscle(f.Muscle)
		name := m.Name
		if r.pressed(i) {
			name = s.words.F("cases.pressed", "name", m.Name)
		}
		muscles = append(muscles, panel.Choice{ID: "cases-muscle-" + f.Muscle, Text: name, Do: "muscle:" + strconv.Itoa(i)})
	}
	m, _ := s.atlas.Muscle(c.Felt[r.Muscle].Muscle)
	marks := []figure.Mark{{Class: "muscle", Spots: m.Spots}}
	if c.Felt[r.Muscle].Is == cases.Active && r.felt(c, r.Muscle) {
		marks = append(marks, figure.Mark{Class: "referred", Spots: m.Referral.Spots})
	}
	var said g.Group
	if r.pressed(r.Muscle) && r.Pressed[r.Muscle]>>r.Place&1 == 1 {
		said = append(said, h.Div(h.Class("reading"), h.P(h.ID("cases-found"), h.Class("say"), g.Text(s.found())), panel.Word("cases-kpa", s.t("pressure-word"), "pressure", s.explain == "pressure"),
			g.Iff(s.explain == "pressure", func() g.Node {
				return panel.Card{Key: "pressure", Title: s.t("pressure-title"), Body: []g.Node{g.Text(s.t("pressure"))}, Proof: panel.Rests(s.words, s.lib, pressure)}.Node()
			})))
	} else {
		said = append(said, h.P(h.ID("cases-found"), h.Class("say"), g.Text(s.t("press-here"))))
	}
	if r.pressed(r.Muscle) {
		said = append(said, h.P(g.Text(s.examiners(r.Muscle))), panel.Card{Key: "finding", Title: s.t("finding-title"), Body: []g.Node{g.Text(s.t("finding"))}, Proof: panel.Evidence(s.words, s.lib, "finding")}.Node())
	}
	return g.Group{
		h.Div(h.P(g.Text(s.t("find-lead"))), panel.Radios("cases-muscles", s.t("muscles"), r.Muscle, muscles...), h.P(h.Class("quiet"), g.Text(m.Plain)),
			s.finger(),
			panel.Slider{ID: "cases-place", Name: s.t("along"), Do: "place", Max: cases.Places - 1, Step: 1, Value: float64(r.Place), Text: live[vPlaceText], LiveValue: vPlace, LiveText: vPlaceText}.Node(),
			panel.Button{ID: "cases-press", Text: s.t("press"), Do: "press"}.Node(), panel.Check("cases-sound", s.t("sound"), "sound", s.sound), said),
		s.drawing(marks...),
	}
}

// tried is what the person tried before, told when asked. It belongs to the
// meeting, and stands beside the decision, which it is needed for.
func (s *Scene) tried() g.Node {
	cond, _ := s.atlas.Condition(s.at.Condition)
	var list g.Group
	for i, name := range cond.First {
		open := s.rec.Looked>>i&1 == 1
		list = append(list, h.Li(panel.Button{ID: "cases-look-" + strconv.Itoa(i), Text: name, Do: "look:" + strconv.Itoa(i), Toggle: true, Pressed: open}.Node(),
			g.If(open, h.Span(g.Text(" "+quoted(s.was(i)))))))
	}
	return panel.Section("cases-tried", s.t("tried"), h.P(h.Class("quiet"), g.Text(s.t("tried-note"))), h.Ul(h.Class("cases-list"), list))
}

// decide is what was tried, what must be asked, and the decision.
func (s *Scene) decide() g.Node {
	c, r := s.at, s.rec
	cond, _ := s.atlas.Condition(c.Condition)
	var asked g.Group
	for i, p := range s.screen.Precautions {
		open := r.Screen>>i&1 == 1
		item := g.Group{panel.Button{ID: "cases-ask-" + p.ID, Text: p.Name, Do: "ask:" + strconv.Itoa(i), Toggle: true, Pressed: open}.Node()}
		if text, has := c.Answer(p.ID); open && has {
			item = append(item, h.Span(h.Class("yes"), g.Text(" "+quoted(text))), h.P(h.Class("quiet"), g.Text(s.t("answer-"+string(p.Answer))+" "+p.Reason)))
		} else if open {
			item = append(item, h.Span(g.Text(" "+quoted(s.t("no")))))
		}
		asked = append(asked, h.Li(item))
	}
	ends := make([]panel.Choice, 0, 5)
	chosen := -1
	for i, e := range cases.Ends() {
		ends = append(ends, panel.Choice{ID: "cases-end-" + string(e), Text: s.t("end-" + string(e)), Do: "end:" + string(e)})
		if r.End == string(e) {
			chosen = i
		}
	}
	decision := g.Node(h.P(h.Class("quiet"), g.Text(s.t("look-first"))))
	if r.Looked == 1<<len(c.Tried)-1 {
		decision = panel.Radios("cases-ends", s.words.F("cases.decide", "name", c.Name), chosen, ends...)
	}
	return g.Group{
		h.Div(
			s.tried(),
			panel.Section("cases-decision", s.t("decision"), decision,
				g.Iff(r.End != "", func() g.Node {
					return h.Div(h.ID("cases-decided"), h.Class("say"), h.P(g.Text(s.decided())), g.Iff(r.End == string(c.End), func() g.Node { return panel.Rests(s.words, s.lib, c.Basis) }))
				})),
			h.P(h.Class("quiet"), g.Text(cond.Refer))),
		panel.Section("cases-screen", s.t("screen"), h.P(h.Class("quiet"), g.Text(s.t("screen-note"))), h.Ul(h.Class("cases-list"), asked)),
	}
}

// leave is what the person is told on going home.
func (s *Scene) leave() g.Node {
	r := s.rec
	var list g.Group
	for i, a := range s.book.Advice {
		on := r.Told>>i&1 == 1
		if !r.Left {
			list = append(list, panel.Check("cases-tell-"+a.ID, a.Text, "tell:"+strconv.Itoa(i), on))
			continue
		}
		key := "not-told-wrong" // rightly left out
		switch {
		case a.Right && on:
			key = "told-right"
		case a.Right:
			key = "not-told-right"
		case on:
			key = "told-wrong"
		}
		list = append(list, h.Div(h.Class("advice "+key), h.P(g.Text(a.Text)), h.P(h.B(g.Text(s.t(key))), g.Text(" "+a.Why)), panel.Rests(s.words, s.lib, a.Basis)))
	}
	if r.Hurt && !r.Called {
		return h.Div(h.ID("cases-told"), h.Section(h.Class("say alarm"), h.Aria("label", s.t("call")), h.P(g.Text(s.words.F("cases.call-lead", "name", s.at.Name))),
			panel.Button{ID: "cases-call", Class: "primary", Text: s.t("call"), Do: "call"}.Node()))
	}
	lead, send := "cases.leave-lead", "send-home"
	if r.Called { // nobody goes home
		lead, send = "cases.called-lead", "say-it"
	}
	return g.Group{h.Div(h.ID("cases-told"), h.P(g.Text(s.words.F(lead, "name", s.at.Name))), h.Div(h.Class("cases-advice"), list),
		g.If(!r.Left, panel.Button{ID: "cases-left", Text: s.t(send), Do: "left"}.Node()))}
}

// later is day 2.
func (s *Scene) later() g.Node {
	c, r := s.at, s.rec
	var list []panel.Choice
	for _, k := range replies {
		list = append(list, panel.Choice{ID: "cases-reply-" + k, Text: s.reply(k), Do: "reply:" + k})
	}
	return g.Group{h.Div(h.P(g.Text(s.words.F("cases.later-lead", "name", c.Name))), s.says(c.Later),
		panel.Radios("cases-replies", s.t("reply"), slices.Index(replies[:], r.Reply), list...),
		g.Iff(r.Reply != "", func() g.Node { return h.P(h.ID("cases-replied"), h.Class("say"), g.Text(s.replied())) }))}
}

// pressure is what the pressure rests on at which a place begins to hurt.
var pressure = evidence.Basis{Mark: evidence.Derived, Sources: []string{"geri-2022"}}

// basis of what is chosen for teaching.
var chosen = evidence.Basis{Mark: evidence.Teaching}
