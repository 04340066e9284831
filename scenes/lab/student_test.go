package lab

import (
	"strings"
	"testing"

	"taut/assets"
	"taut/game/content"
	"taut/scenes"
)

// words are the texts as they ship.
func words(t testing.TB) *content.Words {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// student drives a lab as a person does.
type student struct {
	*Lab
	t    testing.TB
	said []string
	seen string // what was brought into view
	kept []byte
}

func newStudent(t testing.TB) *student {
	t.Helper()
	s := &student{Lab: New(Options{Words: words(t)}), t: t}
	s.Resize(1092, 700, 140)
	return s
}

// does presses controls.
func (s *student) does(intents ...string) *student {
	for _, i := range intents {
		name, value, _ := strings.Cut(i, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
		s.listen()
	}
	return s
}

// types presses keys on the stage.
func (s *student) types(keys ...string) *student {
	s.t.Helper()
	for _, k := range keys {
		if !s.Key(k, false) {
			s.t.Errorf("the stage does not know the key %q", k)
		}
		s.listen()
	}
	return s
}

// rests lets real time go by until the lab holds.
func (s *student) rests() *student {
	s.t.Helper()
	for range 4000 {
		if s.Steady() {
			s.listen()
			return s
		}
		s.Advance(16.7)
		s.listen()
	}
	s.t.Fatal("the lab does not come to rest within a minute")
	return s
}

func (s *student) listen() {
	e := s.Effects()
	s.said = append(s.said, e.Say...)
	if e.Show != "" {
		s.seen = e.Show
	}
	if len(e.Save) > 0 {
		s.kept = e.Save
	}
}

func (s *student) last() string {
	if len(s.said) == 0 {
		return ""
	}
	return s.said[len(s.said)-1]
}

// fan makes n passes by keys: middle first, then round the clock.
func (s *student) fan(n int) *student {
	s.t.Helper()
	for i := range n {
		if i == 1 {
			s.types("]") // a turned needle leans ten degrees
		} else if i > 1 {
			s.types("]")
		}
		s.types(" ").rests()
	}
	return s
}
