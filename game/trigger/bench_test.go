package trigger_test

import (
	"testing"

	"taut/game/chance"
	"taut/game/trigger"
)

// opened gives an active point half of whose loci were switched down, with the
// window open and hyperaemia, acid and injury present: no term of the step is
// idle.
func opened() trigger.State {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	s := p.Rest()
	for i := range s.E {
		s.E[i] = float64(i) / trigger.Loci
	}
	s.HyT, s.Hy, s.Rl, s.D, s.Window = .5, .3, .4, .3, trigger.Window
	return s
}

// BenchmarkStep is one step of a visit, 0.25 s.
func BenchmarkStep(b *testing.B) {
	s := opened()
	b.ReportAllocs()
	for b.Loop() {
		s.Step(.25)
	}
}

// BenchmarkLeap is one step of the days after, 600 s.
func BenchmarkLeap(b *testing.B) {
	s := opened()
	b.ReportAllocs()
	for b.Loop() {
		s.Leap(600)
	}
}
