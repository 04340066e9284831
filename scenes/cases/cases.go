// Package cases is the scene of people who say where it hurts: a learner meets
// them, presses along their muscles, asks what must be asked, decides, needles the
// model where that is right, and tells them what to expect. It knows neither the
// engine nor the page.
package cases

import (
	"slices"
	"strconv"
	"strings"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/scenes"
	"taut/scenes/view"
)

// Options say what the scene holds.
type Options struct {
	Words   *content.Words
	Library *evidence.Library
	Atlas   *anatomy.Atlas
	Screen  *anatomy.Screen
	Book    *cases.Book
}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	atlas    *anatomy.Atlas
	screen   *anatomy.Screen
	book     *cases.Book
	settings scenes.Settings

	shelf   pack.Shelf
	records map[string]*record   // by case
	others  map[string]savedCase // of people who are not here now
	at      *cases.Case          // the open one; nil: the list
	rec     *record              // of it

	sound bool         // what the finger finds is to be heard
	heard scenes.Audio // of the last press

	desk   desk
	seen   int // the lab's revision when rev was last raised
	size   [3]float64
	window [5]float64

	notice  string
	explain string
	out     scenes.Effects
	rev     int
	dirty   bool
}

// New begins with the list of people.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library, atlas: o.Atlas, screen: o.Screen, book: o.Book, records: map[string]*record{}}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.lib == nil {
		s.lib = &evidence.Library{}
	}
	if s.atlas == nil {
		s.atlas = &anatomy.Atlas{}
	}
	if s.screen == nil {
		s.screen = &anatomy.Screen{}
	}
	if s.book == nil {
		s.book = &cases.Book{}
	}
	return s
}

// Name implements program.Room.
func (s *Scene) Name() string { return "cases" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
	if l := s.lab(); l != nil {
		l.Dress(t)
	}
}

// Stock implements program.Stocked.
func (s *Scene) Stock(shelf pack.Shelf) {
	kept, out := s.keep(), s.out
	s.shelf = shelf
	s.lib, s.atlas, s.screen, s.book = shelf.Library, shelf.Atlas, shelf.Screen, shelf.Book
	_ = s.Restore(kept) // what was kept just now
	s.out = out
}

// Place implements program.Room: the open case.
func (s *Scene) Place() string {
	if s.at == nil {
		return ""
	}
	return s.at.ID
}

// Open implements program.Room: it opens a case by its id, or the list.
func (s *Scene) Open(place string) bool {
	if place == s.Place() {
		return true
	}
	if place == "" {
		s.at, s.rec = nil, nil
	} else {
		i := slices.IndexFunc(s.book.Cases, func(c cases.Case) bool { return c.ID == place })
		if i < 0 {
			return false
		}
		s.at = &s.book.Cases[i]
		s.rec = s.records[place]
		if s.rec == nil {
			s.rec = fresh(s.at)
			s.records[place] = s.rec
		}
	}
	s.rev++
	s.dirty = true
	return true
}

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
		if k < 0 || k > slices.Index(p, s.reached()) {
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
	case "left":
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

// reached gives the farthest step whose way is open.
func (s *Scene) reached() int {
	was := s.rec.Step
	defer func() { s.rec.Step = was }()
	p := path(s.at)
	for _, st := range p {
		if s.rec.Step = st; s.todo() != "" {
			return st
		}
	}
	return p[len(p)-1]
}

// Key implements [scenes.Scene]: keys are the lab's.
func (s *Scene) Key(name string, shift bool) bool {
	l := s.lab()
	return l != nil && l.Key(name, shift)
}

// Point implements [scenes.Scene]: a finger on the drawn muscle presses where it is,
// and where it is drawn to.
func (s *Scene) Point(p scenes.Pointer) {
	if l := s.lab(); l != nil {
		l.Point(p)
		return
	}
	if p.Zone != "cases-muscle" || p.W <= 0 || s.at == nil || p.Phase != scenes.Down && p.Phase != scenes.Move {
		return
	}
	at := within(int(p.X/p.W*cases.Places), 0, cases.Places-1)
	if p.Phase == scenes.Move && at == s.rec.Place {
		return
	}
	s.rec.Place = at
	s.Do(scenes.Intent{Do: "press"})
}

// Resize implements [scenes.Scene].
func (s *Scene) Resize(w, h, dock float64) {
	s.size = [3]float64{w, h, dock}
	if l := s.lab(); l != nil {
		l.Resize(w, h, dock)
	}
}

// Window implements [scenes.Windowed].
func (s *Scene) Window(under, x, y, w, h float64) {
	s.window = [5]float64{under, x, y, w, h}
	if l := s.lab(); l != nil {
		l.Window(under, x, y, w, h)
	}
}

// Advance implements [scenes.Scene]: time goes by in the lab alone.
func (s *Scene) Advance(ms float64) {
	if l := s.lab(); l != nil {
		l.Advance(ms)
	}
}

// Steady implements [scenes.Scene].
func (s *Scene) Steady() bool { l := s.lab(); return l == nil || l.Steady() }

// Lively implements [scenes.Scene].
func (s *Scene) Lively() bool { l := s.lab(); return l != nil && l.Lively() }

// View implements [scenes.Scene]: there is a picture where somebody is needled.
func (s *Scene) View() *view.View {
	if l := s.lab(); l != nil {
		return l.View()
	}
	return nil
}

// Revision implements [scenes.Scene].
func (s *Scene) Revision() int {
	if l := s.lab(); l != nil && l.Revision() != s.seen {
		s.seen = l.Revision()
		s.rev++
	}
	return s.rev
}

// Labels implements [scenes.Scene].
func (s *Scene) Labels() []view.Label {
	if l := s.lab(); l != nil {
		return l.Labels()
	}
	return nil
}

// Effects implements [scenes.Scene].
func (s *Scene) Effects() scenes.Effects {
	e := s.out
	s.out = scenes.Effects{}
	if s.sound && s.at != nil && s.rec.Step == find {
		s.heard.On, s.heard.Volume = true, pressVolume
		e.Audio = s.heard
	}
	s.heard = scenes.Audio{}
	if l := s.lab(); l != nil {
		in := l.Effects()
		if in.Save != nil {
			s.keepAs(s.rec.Point, in.Save)
		}
		e.Say, e.Audio = append(e.Say, in.Say...), in.Audio
		if e.Show == "" {
			e.Show = in.Show
		}
	}
	if s.dirty {
		s.dirty = false
		e.Save = s.keep()
	}
	return e
}

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("cases." + key) }

func within(n, lo, hi int) int { return max(lo, min(hi, n)) }
