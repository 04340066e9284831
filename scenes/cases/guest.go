package cases

import (
	"taut/game/cases"
	"taut/scenes"
	"taut/scenes/view"
)

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
