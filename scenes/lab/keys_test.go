package lab

import (
	"testing"

	"taut/scenes/view"
)

// A key that is used takes back an old notice, as a control does; one that is not
// leaves it.
func TestAKeyTakesBackTheNotice(t *testing.T) {
	s := shownAt(t, view.BandLevel, pictures[0], "")
	for _, key := range []string{"r", "U", "b", "ArrowLeft", "]", "PageDown", "+", " "} {
		s.does("rate:none") // no such thing
		if s.face().Notice == "" {
			t.Fatal("bad input is not answered")
		}
		if s.Key("q", false) || s.Key("Escape", false) || s.face().Notice == "" {
			t.Error("a key without use took back the notice")
		}
		s.types(key)
		if n := s.face().Notice; n != "" {
			t.Errorf("after %q it still says %q", key, n)
		}
		s.rests()
		s.Key("", false) // b is let go
	}
}
