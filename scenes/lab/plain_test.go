package lab

import "testing"

// The plain picture is chosen before there is a lab; a kept lab does not bring
// the other one back, and where nobody chose the kept one holds.
func TestThePictureThatWasChosen(t *testing.T) {
	lab := func(picture string) *student {
		s := &student{Lab: New(Options{Words: words(t), Picture: picture}), t: t}
		s.Resize(1092, 700, 140)
		return s
	}
	kept := map[bool][]byte{false: lab("").keep(), true: lab("plain").keep()}
	for _, c := range []struct {
		picture     string
		kept, first bool // plain: in the kept lab, before it is restored
		want        bool // and after
	}{
		{"", false, false, false}, {"", true, false, true},
		{"plain", false, true, true}, {"plain", true, true, true},
		{"full", false, false, false}, {"full", true, false, false},
	} {
		s := lab(c.picture)
		if got := s.View().Plain; got != c.first {
			t.Errorf("with the picture %q a new lab is plain: %v", c.picture, got)
		}
		if err := s.Restore(kept[c.kept]); err != nil {
			t.Fatal(err)
		}
		if got := s.View().Plain; got != c.want {
			t.Errorf("with the picture %q a lab kept with plain %v comes back with plain %v", c.picture, c.kept, got)
		}
	}
	s := lab("")
	s.does("plain=true")
	if err := s.Restore(kept[false]); err != nil {
		t.Fatal(err)
	}
	if !s.View().Plain {
		t.Error("a restored lab brings back the blood that a person has switched off")
	}
}

// The first screen offers the plain picture beside its sentence, until the
// first pass; the switch below stays.
func TestThePlainPictureIsOfferedFirst(t *testing.T) {
	s := newStudent(t)
	count := func(id string) int { return rendered(t, s.face(), words(t)).Find(id).Length() }
	if count("#plain-first[data-do=plain]") != 1 || count("#plain-first[checked]") != 0 {
		t.Error("the first screen does not offer the plain picture")
	}
	s.does("plain=true")
	if count("#plain-first[checked]") != 1 || count("#plain[checked]") != 1 || count("[data-plain]") != 1 || !s.View().Plain {
		t.Error("the plain picture is not there at once")
	}
	s.does("pass").rests()
	if count("#plain-first") != 0 || count("#plain[checked]") != 1 {
		t.Error("the offer stays after the first pass, or the switch went with it")
	}
}
