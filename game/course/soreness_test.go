package course

import (
	"math"
	"testing"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// What is told of tomorrow is what tomorrow brings.
func TestSoreInIsWhatComes(t *testing.T) {
	p := New(trigger.Active, Population, chance.Source{Seed: 3})
	s := p.Baseline()
	plan := needle.Pattern{N: 8, Speed: 80}
	for k := range plan.N {
		p.Stroke(&s, plan.Stroke(&p.Point, chance.Source{}, k, k))
	}
	want := s.SoreIn(tick.Day)
	p.Advance(Clock{}, &s, tick.Day)
	// The visit's explicit steps differ from exact decay by far less.
	if got := s.Soreness(); math.Abs(got-want) > 0.01 {
		t.Errorf("soreness %.3f after a day, told %.3f", got, want)
	}
}
