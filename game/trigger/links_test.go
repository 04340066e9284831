package trigger

import (
	"math"
	"testing"

	"taut/game/chance"
)

// With nothing cut the model is the model: at rest, through a disturbance, and
// over days.
func TestWithoutNothingIsTheModel(t *testing.T) {
	p := New(Active, chance.Source{Seed: 7})
	near := func(what string, a, b State) {
		t.Helper()
		for _, x := range [][2]float64{{a.C, b.C}, {a.Energy, b.Energy}, {a.H, b.H}, {a.S, b.S}, {a.Activity(), b.Activity()}} {
			if math.Abs(x[0]-x[1]) > .005 {
				t.Errorf("%s: %v, want %v", what, x[0], x[1])
			}
		}
	}
	whole, same := p.Rest(), p.RestWithout(0)
	near("rest", same, whole)
	for i := range whole.E {
		if i%2 == 0 {
			whole.E[i] *= .3
		}
	}
	whole.Window, whole.HyT, whole.D = Window, .3, .1
	same = whole
	for range 1800 {
		whole.Step(.5)
		same.Without(0, .5)
	}
	near("a quarter of an hour", same, whole)
	for range 3 * 144 {
		whole.Leap(600)
		same.LeapWithout(0, 600)
	}
	near("three days", same, whole)
}

// What each arrow does in an active point: which value moves when it is cut, and
// to which side. A vicious circle has no arrow that helps.
func TestEachArrowFeedsTheCircle(t *testing.T) {
	p := New(Active, chance.Source{Seed: 7})
	whole := p.RestWithout(0)
	for _, c := range []struct {
		cut  Links
		of   func(s *State) float64
		name string
		more bool // more of it without the arrow
	}{
		{LeakContracts, func(s *State) float64 { return s.C }, "contraction", false},
		{ContractionSqueeze, (*State).Flow, "flow at this contraction", false},
		{ContractionSqueeze, func(s *State) float64 { return s.Energy }, "energy", true},
		{ContractionUses, func(s *State) float64 { return s.Energy }, "energy", true},
		{FlowFeeds, func(s *State) float64 { return s.Energy }, "energy", true},
		{EnergyPumps, func(s *State) float64 { return s.C }, "contraction", false},
		{FlowWashes, func(s *State) float64 { return s.H }, "acid", false},
		{AcidSensitises, func(s *State) float64 { return s.S }, "sensitisers", false},
	} {
		s := p.RestWithout(c.cut)
		a, b := c.of(&s), c.of(&whole)
		if c.name == "flow at this contraction" { // less contraction, so at least as much
			if a < b-1e-9 {
				t.Errorf("without arrow %b the flow is %v, with it %v", c.cut, a, b)
			}
			continue
		}
		if c.more && a < b+.01 || !c.more && a > b-.01 {
			t.Errorf("without arrow %b %s is %v, with it %v", c.cut, c.name, a, b)
		}
	}
}

// The last arrow closes the circle: without it more loci stay quiet after the same
// needling.
func TestSensitisersReignite(t *testing.T) {
	p := New(Active, chance.Source{Seed: 7})
	after := func(cut Links) float64 {
		s := p.RestWithout(cut)
		for i := range s.E {
			s.E[i] *= .6
		}
		s.Window = Window
		for range 3 * 144 {
			s.LeapWithout(cut, 600)
		}
		return s.Activity()
	}
	if with, without := after(0), after(SensitisersLeak); without > with-.05 {
		t.Errorf("after three days %.2f of the loci leak without the arrow, %.2f with it", without, with)
	}
}
