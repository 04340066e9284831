package lab

import "testing"

// In somebody's visit the way on stands at the head of a phone's page when a point ends,
// and stays in view.
func TestTheWayOnStaysInView(t *testing.T) {
	s := newStudent(t)
	s.Resize(390, 400, 0)
	s.final = true
	s.does("pass").rests()
	s.seen = ""
	if s.does("stop").rests(); s.seen != "" {
		t.Errorf("%q is brought into view", s.seen)
	}
}

// On a phone what Press, Ask and Stop here answer is brought into view; on a wide page,
// where it is in view, nothing moves.
func TestAnAnswerIsBroughtIntoView(t *testing.T) {
	for _, c := range []struct {
		wide float64
		want string
	}{{390, "feedback"}, {1100, ""}} {
		s := newStudent(t)
		s.Resize(c.wide, 400, 0)
		for _, do := range []string{"pass", "press", "ask", "stop"} {
			s.seen = ""
			s.does(do).rests()
			if do != "pass" && s.seen != c.want {
				t.Errorf("%v px, %s: %q is brought into view", c.wide, do, s.seen)
			}
		}
	}
}
