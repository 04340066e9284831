package cases

import (
	"slices"
	"strconv"
	"strings"

	"taut/game/cases"
	"taut/scenes"
)

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	if l := s.lab(); l != nil && name != "point" {
		l.Do(in)
		return
	}
	if name == "zoom" || name == "mark" { // of a picture that is not there
		return
	}
	s.notice = ""
	if !s.act(name, arg, in.Value) {
		s.notice = s.words.F("cases.unknown", "what", in.Do)
	}
	s.rev++
	s.dirty = true
}

func (s *Scene) act(name, arg, value string) bool {
	switch name {
	case "case":
		return s.Open(arg)
	case "explain":
		if s.explain == arg {
			arg = ""
		}
		s.explain = arg
		return true
	}
	if s.at == nil {
		return false
	}
	i, err := strconv.Atoi(arg)
	counted := err == nil && i >= 0
	n, err := strconv.Atoi(value)
	number := err == nil
	c, r := s.at, s.rec
	switch name {
	case "next":
		if key := s.todo(); key != "" {
			s.say(s.t(key))
			return true
		}
		p := path(c)
		if k := slices.Index(p, r.Step); k+1 < len(p) {
			s.to(p[k+1])
		}
	case "step":
		p := path(c)
		k := slices.Index(p, slices.Index(stepNames[:], arg))
		if k < 0 || k > slices.Index(p, reached(c, r)) {
			return false
		}
		s.to(p[k])
	case "again":
		*r = *fresh(c)
		s.desk = desk{}
		s.to(meet)
	case "consent":
		r.Asked = true
		s.say(s.words.F("cases.said", "name", c.Name, "text", c.Consent))
	case "muscle":
		if !counted || i >= len(c.Felt) {
			return false
		}
		r.Muscle = i
	case "place":
		if !number {
			return false
		}
		r.Place = within(n, 0, cases.Places-1)
	case "press":
		r.Pressed[r.Muscle] |= 1 << r.Place
		s.hear()
		s.say(s.found())
	case "sound":
		s.sound = value == "true"
		s.hear()
	case "ask":
		if !counted || i >= len(s.screen.Precautions) {
			return false
		}
		r.Screen |= 1 << i
		s.say(s.answer(i))
	case "look":
		if !counted || i >= len(c.Tried) {
			return false
		}
		r.Looked |= 1 << i
		s.say(s.words.F("cases.said", "name", c.Name, "text", s.was(i)))
	case "end":
		if !slices.Contains(cases.Ends(), cases.End(arg)) || s.todo() == "look-first" {
			return false
		}
		r.End = arg
		if r.Tried == "" {
			r.Tried = arg
		}
		s.say(s.decided())
	case "meet-harm":
		if r.Step != needle || len(s.hazards()) == 0 {
			return false
		}
		r.Met = true
		s.say(s.hazards()[0].Meet)
	case "point":
		return s.point(arg)
	case "stop":
		if r.Step != needle {
			return false
		}
		r.Ended = true
		s.say(s.t("stopped"))
	case "tell":
		if !counted || i >= len(s.book.Advice) || r.Left {
			return false
		}
		if r.Told &^= 1 << i; value == "true" {
			r.Told |= 1 << i
		}
	case "call":
		if r.Step != leave || !r.Hurt {
			return false
		}
		r.Called = true
		s.say(s.words.F("cases.called-lead", "name", c.Name))
	case "left":
		if todo(c, r, leave) == "call-first" {
			return false
		}
		r.Left = true
		s.out.Show = "cases-told"
	case "reply":
		if slices.Index(replies[:], arg) < 0 {
			return false
		}
		r.Reply = arg
		s.say(s.replied())
	default:
		return false
	}
	return true
}

// to goes to a step and brings its head into view.
func (s *Scene) to(step int) {
	s.rec.Step = step
	s.out.Show = "cases-steps"
	s.say(s.t("step." + stepNames[step]))
}
