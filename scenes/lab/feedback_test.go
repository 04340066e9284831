package lab

import "testing"

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
