package lab

import "testing"

// Every place changes what is shown, is understood, and takes no needling back but
// for another kind of point; a place that is none changes nothing.
func TestPlaces(t *testing.T) {
	for _, name := range Places() {
		s := newStudent(t)
		s.does("pass")
		s.rests()
		before := s.Revision()
		if !s.Open(name) || s.notice != "" {
			t.Errorf("%s does not open: %q", name, s.notice)
		}
		if name != "band" && name != "active" && s.Revision() == before {
			t.Errorf("%s changes nothing", name)
		}
	}
	s := newStudent(t)
	if before := s.Revision(); s.Open("cellar") || s.Revision() != before {
		t.Error("a place that is none opens")
	}
}
