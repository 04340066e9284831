package quiz

import (
	"slices"
	"testing"

	bank "taut/game/quiz"
)

// What an item may ask to be found can be chosen, on the stage of an active point on
// which nothing was done.
func TestPartsAreOnTheStage(t *testing.T) {
	for level, parts := range bank.Parts() {
		s := open(t)
		q := &s.bank.Questions[slices.IndexFunc(s.bank.Questions, func(q bank.Question) bool { return q.Place != nil && q.Place.Of == "part" })]
		place := *q.Place
		place.On = level
		was := q.Place
		q.Place = &place
		s.Open(q.ID)
		if s.desk.lab == nil {
			t.Fatalf("%s: there is no picture", level)
		}
		names := s.desk.lab.PartNames()
		for _, p := range parts {
			if !slices.Contains(names, p) {
				t.Errorf("%s has no %q; it has %v", level, p, names)
			}
		}
		q.Place = was
	}
}
