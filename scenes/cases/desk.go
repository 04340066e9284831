package cases

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/session"
	"taut/scenes/lab"
	"taut/scenes/panel"
)

// desk is where a person is needled: the lab, with a run at each of their points.
type desk struct {
	of     string // case
	points []cases.Point
	labs   []*lab.Guest // one a point; nil until it is opened
	good   cases.Outcome
	judged bool // good is there
}

// sit makes the desk of the open case, with the runs that were kept.
func (s *Scene) sit() *desk {
	if s.desk.of == s.at.ID {
		return &s.desk
	}
	s.desk = desk{of: s.at.ID, points: cases.Points(s.at, s.atlas)}
	s.desk.labs = make([]*lab.Guest, len(s.desk.points))
	for i, work := range s.rec.Work {
		if i < len(s.desk.labs) && len(work) > 0 {
			s.seat(i)
		}
	}
	return &s.desk
}

// seat gives point i its lab.
func (s *Scene) seat(i int) *lab.Guest {
	d := &s.desk
	if d.labs[i] != nil {
		return d.labs[i]
	}
	p := &d.points[i]
	l := lab.NewGuest(lab.Options{Words: s.words, Library: s.lib, Still: s.settings.Still}, session.New(p.Options))
	l.Host, l.Head = "cases", s.head
	if i < len(s.rec.Work) && len(s.rec.Work[i]) > 0 && l.Restore(s.rec.Work[i]) != nil {
		s.rec.Work[i] = nil // it is begun anew
	}
	l.At(lab.NewSite(s.words, s.lib, p.Muscle.Name, p.Dangers))
	l.Resize(s.size[0], s.size[1], s.size[2])
	l.Window(s.window[0], s.window[1], s.window[2], s.window[3], s.window[4])
	l.Dress(s.settings)
	l.Effects()
	d.labs[i] = l
	return l
}

// lab gives the lab that is open, nil where none is: without consent, or before the harm
// was met, there is none.
func (s *Scene) lab() *lab.Guest {
	if s.at == nil || !s.rec.Inside || !s.allowed() {
		return nil
	}
	d := s.sit()
	if s.rec.Point >= len(d.points) {
		return nil
	}
	return s.seat(s.rec.Point)
}

// point takes the intents of the visit: a point is opened by its number, or left.
func (s *Scene) point(arg string) bool {
	r, d := s.rec, s.sit()
	if arg == "leave" {
		if l := s.lab(); l != nil {
			l.Run()
			s.keepRun()
			r.Inside = false
			if o := s.outcome(); o.Harms > 0 {
				r.Ended, r.Hurt = true, true // nobody is needled on after that
			}
			s.out.Show = "cases-steps"
		}
		return true
	}
	i, err := strconv.Atoi(arg)
	if err != nil || i < 0 || i >= len(d.points) || !s.ready() {
		return false
	}
	r.Point, r.Inside = i, true
	l := s.seat(i)
	s.seen = l.Revision()
	s.out.Show = "controls"
	s.say(s.words.F("cases.at-point", "muscle", d.points[i].Muscle.Name, "n", strconv.Itoa(i+1), "of", strconv.Itoa(len(d.points))))
	return true
}

// keepRun keeps the open lab with its case.
func (s *Scene) keepRun() {
	l, r := s.lab(), s.rec
	if l == nil {
		return
	}
	save := l.Effects().Save
	if save == nil {
		return
	}
	s.keepAs(r.Point, save)
}

// keepAs keeps the lab of point i. One that is longer than a save can hold stays as it
// was kept last: all else would be lost with it.
func (s *Scene) keepAs(i int, save []byte) {
	if len(save) > mostWork {
		return
	}
	r := s.rec
	for len(r.Work) <= i {
		r.Work = append(r.Work, nil)
	}
	r.Work[i] = save
	s.dirty = true
}

// outcome gives what the visit has left so far.
func (s *Scene) outcome() cases.Outcome {
	d := s.sit()
	runs := make([]*session.Session, len(d.labs))
	for i, l := range d.labs {
		if l != nil {
			runs[i] = l.Session()
		}
	}
	return cases.Visit(s.at, d.points, runs)
}

// taught gives what the taught plan leaves in the same person.
func (s *Scene) taught() cases.Outcome {
	d := s.sit()
	if !d.judged {
		d.good, d.judged = cases.Good(s.at, d.points), true
	}
	return d.good
}

// allowed reports whether there may be a needle at all: at its step, with consent, after
// the harm was met.
func (s *Scene) allowed() bool {
	r := s.rec
	return r.Step == needle && r.Asked && s.at.Agrees && (r.Met || len(s.hazards()) == 0)
}

// ready reports whether a point can be needled: allowed, and before the end.
func (s *Scene) ready() bool { return s.allowed() && !s.rec.Ended }

// head stands at the head of the lab: whose point it is, what they say, and the way
// back.
func (s *Scene) head() g.Node {
	d, i := s.sit(), s.rec.Point
	class, key := "say task", "lying"
	o := s.outcome()
	switch {
	case o.After > 0:
		class, key = class+" alarm", "went-on"
	case o.Said:
		class, key = class+" alarm", "please-stop"
	case o.Harms > 0:
		class, key = class+" alarm", "hurt"
	case o.Bone > 0:
		key = "bone"
	case s.lab().Stopped():
		key = "rests"
	case s.lab().Passed() > 0:
		key = "on"
	}
	leave := panel.Button{ID: "cases-leave", Text: s.t("point-leave"), Do: "point:leave"}
	if s.lab().Stopped() {
		leave.Class = "primary"
	}
	return h.Section(h.Class(class), h.Aria("label", s.t("step.needle")),
		h.P(h.B(g.Text(s.words.F("cases.at-point", "muscle", d.points[i].Muscle.Name, "n", strconv.Itoa(i+1), "of", strconv.Itoa(len(d.points)))))),
		h.P(h.ID("cases-struck"), g.Text(s.words.F("cases.struck."+key, "name", s.at.Name))),
		h.Div(h.Class("buttons"), leave.Node()))
}

// technique is what a supervised course sees of the muscle, and nobody else.
func (s *Scene) technique() g.Node {
	t, course, ok := s.shelf.Technique(s.target().ID)
	if !ok {
		return g.Group{}
	}
	row := func(key, text string) g.Node {
		return g.Group{h.Dt(g.Text(s.t("technique." + key))), h.Dd(g.Text(text))}
	}
	span := func(r evidence.Range) string {
		n := func(x float64) string { return strconv.FormatFloat(x, 'g', 3, 64) }
		if r.Lo == r.Hi {
			return n(r.At) + " " + r.Unit
		}
		return s.words.F("cases.technique.range", "lo", n(r.Lo), "hi", n(r.Hi), "unit", r.Unit)
	}
	return panel.Section("cases-technique", s.words.F("pack.course", "course", course),
		h.Dl(row("landmark", t.Landmark), row("position", t.Position), row("length", span(t.Length)), row("width", span(t.Width)), row("depth", span(t.Depth))),
		h.P(h.Class("quiet"), g.Text(s.t("technique.note"))), panel.Rests(s.words, s.lib, t.Depth.Basis))
}

// needle is the visit: the harm first, then the points, one after the other.
func (s *Scene) needle() g.Node {
	hazards := s.hazards()
	if len(hazards) > 0 && !s.rec.Met {
		return s.harmFirst(hazards[0])
	}
	r, d, o := s.rec, s.sit(), s.outcome()
	said, class := s.words.F("cases.before-first", "name", s.at.Name), "say"
	switch {
	case o.Harms > 0:
		said, class = s.words.F("cases.struck.hurt", "name", s.at.Name), "say alarm"
	case r.Ended:
		said = s.t("stopped")
	case o.Said:
		said, class = s.words.F("cases.struck.please-stop", "name", s.at.Name), "say alarm"
	case o.Passes > 0:
		said = s.words.F("cases.struck.between", "name", s.at.Name)
	}
	var list g.Group
	left := true // no point has been offered as the next one yet
	for i, p := range d.points {
		n := strconv.Itoa(i + 1)
		state, done := s.t("point-new"), false
		if l := d.labs[i]; l != nil && l.Passed() > 0 {
			key := "cases.point-begun"
			if done = l.Stopped(); done {
				key = "cases.point-done"
			}
			state = s.words.N(key, l.Passed())
		}
		b := panel.Button{ID: "cases-point-" + n, Text: s.words.F("cases.point-open", "n", n), Do: "point:" + strconv.Itoa(i), Off: !s.ready()}
		if !done && left && !o.Said {
			b.Class, left = "primary", false
		}
		list = append(list, h.Li(b.Node(), h.Span(h.B(g.Text(p.Muscle.Name)), g.Text(" "+state))))
	}
	end := panel.Button{ID: "cases-stop", Text: s.t("visit-end"), Do: "stop", Off: r.Ended}
	if o.Said || left { // nothing is left to be needled
		end.Class = "primary"
	}
	return g.Group{
		h.Div(
			h.P(h.ID("cases-struck"), h.Class(class), g.Text(said)),
			panel.Section("cases-points", s.t("points"), h.Ol(h.Class("cases-points"), list)),
			h.Div(h.Class("buttons"), end.Node()),
			h.P(h.Class("quiet"), g.Text(s.t("time-note")))),
		h.Div(s.technique(), panel.Section("cases-beneath", s.t("beneath"), g.Map(hazards, func(hz anatomy.Hazard) g.Node {
			return h.Div(h.P(h.B(g.Text(hz.Name+". ")), g.Text(hz.Danger+" "+hz.Bodies)), panel.Rests(s.words, s.lib, hz.Basis))
		}))),
	}
}
