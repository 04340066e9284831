package quiz

import (
	"taut/scenes"
	"taut/scenes/view"
)

// Resize implements [scenes.Scene].
func (s *Scene) Resize(w, h, dock float64) {
	s.size = [3]float64{w, h, dock}
	if l := s.desk.lab; l != nil {
		l.Resize(w, h, dock)
	}
}

// Window implements [scenes.Windowed].
func (s *Scene) Window(under, x, y, w, h float64) {
	s.window = [5]float64{under, x, y, w, h}
	if l := s.desk.lab; l != nil {
		l.Window(under, x, y, w, h)
	}
}

// Advance implements [scenes.Scene]: the time of a test goes by, and that of a run.
func (s *Scene) Advance(ms float64) {
	if l := s.desk.lab; l != nil {
		s.advanceRun(l, ms)
	}
	if r := s.run(); r != nil && r.Limit > 0 {
		s.tick(r, ms)
	}
}

// Steady implements [scenes.Scene].
func (s *Scene) Steady() bool {
	r := s.run()
	return (r == nil || r.Limit == 0) && (s.desk.lab == nil || s.desk.lab.Steady())
}

// Lively implements [scenes.Scene].
func (s *Scene) Lively() bool { return s.desk.lab != nil && s.desk.lab.Lively() }

// View implements [scenes.Scene]: there is a picture where a run is played.
func (s *Scene) View() *view.View {
	if s.desk.lab != nil {
		return s.desk.lab.View()
	}
	return nil
}

// Revision implements [scenes.Scene].
func (s *Scene) Revision() int {
	if l := s.desk.lab; l != nil && l.Revision() != s.seen {
		s.seen = l.Revision()
		s.rev++
	}
	return s.rev
}

// Labels implements [scenes.Scene].
func (s *Scene) Labels() []view.Label {
	if s.desk.inside {
		return s.desk.lab.Labels()
	}
	return nil
}

// AppendValues implements [scenes.Scene].
func (s *Scene) AppendValues(b []byte) []byte {
	if s.desk.inside {
		return s.desk.lab.AppendValues(b)
	}
	return append(append(b, s.timeLeft()...), '\n')
}

// Effects implements [scenes.Scene].
func (s *Scene) Effects() scenes.Effects {
	e := s.out
	s.out = scenes.Effects{}
	if l := s.desk.lab; l != nil {
		in := l.Effects()
		if in.Save != nil && s.desk.inside {
			s.keepWork(in.Save)
		}
		if s.desk.inside {
			e.Say, e.Audio = append(e.Say, in.Say...), in.Audio
			if e.Show == "" {
				e.Show = in.Show
			}
		}
	}
	if s.dirty {
		s.dirty = false
		e.Save = s.keep()
	}
	return e
}
