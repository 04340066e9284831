package trigger_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/trigger"
)

const week = 7 * 86400

// TestUntreatedDriftsOnlySlowly compares an untreated point with the exact
// solution of e' = lam load (1-e) - mu mu0 e, e(0) = 1, over a year. Euler
// steps of six hours err by half a step's rate, 6e-5; 1e-4 is allowed.
func TestUntreatedDriftsOnlySlowly(t *testing.T) {
	const lam, mu = 1.0 / (26 * week), .35 / (26 * week)
	for _, dt := range []float64{600, 6 * 3600} {
		s := rest(trigger.Active)
		for at := 0.0; at < 52*week; at += dt {
			s.Leap(dt)
		}
		end := lam / (lam + mu)
		want := end + (1-end)*math.Exp(-(lam+mu)*52*week)
		for i, e := range s.E {
			if math.Abs(e-want) > 1e-4 {
				t.Fatalf("step %v s: locus %d is at %.5f after a year, want %.5f", dt, i, e, want)
			}
		}
	}
}

// TestBistable switches all loci to one level and leaves them three days: in a
// visit's aftermath what lies above the threshold comes back, what lies below
// it heals.
func TestBistable(t *testing.T) {
	for _, c := range []struct {
		from   float64
		lo, hi float64
	}{
		// The threshold of an active point is .95 - 1.5*.34 - .25 = .19, and
		// rises as sensitisers are washed out.
		{.7, .9, 1}, {.1, 0, .05},
	} {
		s := rest(trigger.Active)
		if th := s.Threshold(); math.Abs(th-.19) > .01 {
			t.Errorf("threshold of an active point is %.3f, want .19", th)
		}
		for i := range s.E {
			s.E[i] = c.from
		}
		s.Window = trigger.Window
		for range trigger.Window / 600 {
			s.Leap(600)
		}
		if s.Window != 0 {
			t.Errorf("after three days the window is open for %v s", s.Window)
		}
		if a := s.Activity(); a < c.lo || a > c.hi {
			t.Errorf("from %v the loci went to %.3f, want %v to %v", c.from, a, c.lo, c.hi)
		}
	}
}

// TestLeapAgreesWithStep goes two hours from just after a treatment in steps
// of 0.25 s and in leaps of 600 s. By then contraction and energy are at their
// quasi-steady state in both; what still moves is the loci, whose Euler steps
// differ in size: 1 % of each scale is allowed.
func TestLeapAgreesWithStep(t *testing.T) {
	fine := opened()
	for range 4 * 900 { // a visit's quarter of an hour, in which Leap is not used
		fine.Step(.25)
	}
	leap := fine
	for range 4 * 7200 {
		fine.Step(.25)
	}
	for range 12 {
		leap.Leap(600)
	}
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"C", leap.C, fine.C}, {"energy", leap.Energy, fine.Energy}, {"acid", leap.H, fine.H}, {"sensitisers", leap.S, fine.S},
		{"hyperaemia", leap.Hy, fine.Hy}, {"asked hyperaemia", leap.HyT, fine.HyT}, {"injury", leap.D, fine.D},
		{"released", leap.Rl, fine.Rl}, {"activity", leap.Activity(), fine.Activity()},
	} {
		if math.Abs(x.got-x.want) > .01 {
			t.Errorf("%s: %.4f in leaps, %.4f in steps", x.name, x.got, x.want)
		}
	}
	if leap.Window != fine.Window {
		t.Errorf("window %v s in leaps, %v s in steps", leap.Window, fine.Window)
	}
}

// TestLinearPartsAreExact holds leaps of any length against the closed forms
// of what decays by itself, to rounding.
func TestLinearPartsAreExact(t *testing.T) {
	s := opened()
	hyT, hy, d := s.HyT, s.Hy, s.D
	s.Leap(4000)
	s.Leap(3200)
	const x, k = 7200, 900. / 880
	for _, c := range [][2]float64{
		{s.HyT, hyT * math.Exp(-x/900.)},
		{s.Hy, (hy-k*hyT)*math.Exp(-x/20.) + k*hyT*math.Exp(-x/900.)},
		{s.D, d * math.Exp(-x/129600.)},
	} {
		if math.Abs(c[0]-c[1]) > 1e-12 {
			t.Errorf("%v, want %v", c[0], c[1])
		}
	}
}

// TestSettleSolves puts what Settle found into the equations: both rates are 0
// to the sweeps' own tolerance, for any loci.
func TestSettleSolves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rest(trigger.Active)
		for i := range s.E {
			s.E[i] = rapid.Float64Range(0, 1).Draw(t, "e")
		}
		s.Hy = rapid.Float64Range(0, .6).Draw(t, "hy")
		s.Settle()
		a := s.Drive()
		want := .42 * a * a * a / (a*a*a + .26*.26*.26)
		if r := want - s.C*s.Gain(); math.Abs(r) > 1e-9 {
			t.Fatalf("contraction still moves by %g", r)
		}
		if r := s.Flow()*(1-s.Energy) - s.C*s.Energy; math.Abs(r) > 1e-9 {
			t.Fatalf("energy still moves by %g", r)
		}
	})
}

// TestAnyStepsKeepTheState takes any order of steps, leaps, aftercare and
// switched loci: every variable stays where it has a meaning.
func TestAnyStepsKeepTheState(t *testing.T) {
	bases := []trigger.State{rest(trigger.Healthy), rest(trigger.Latent), rest(trigger.Active)}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(bases).Draw(t, "from")
		for range rapid.IntRange(1, 60).Draw(t, "acts") {
			switch rapid.IntRange(0, 3).Draw(t, "act") {
			case 0:
				s.Step(rapid.Float64Range(.0005, .5).Draw(t, "dt"))
			case 1:
				s.Leap(rapid.Float64Range(60, 6*3600).Draw(t, "dt"))
			case 2:
				s.Care = rapid.Float64Range(0, 1).Draw(t, "care")
			case 3:
				s.E[rapid.IntRange(0, trigger.Loci-1).Draw(t, "locus")] *= rapid.Float64Range(0, 1).Draw(t, "kept")
				s.D += rapid.Float64Range(0, .2).Draw(t, "injury")
				s.HyT = min(.6, s.HyT+rapid.Float64Range(0, .1).Draw(t, "flush"))
				s.Window = trigger.Window
			}
			for i, e := range s.E {
				if !(e >= 0 && e <= 1) {
					t.Fatalf("locus %d at %v", i, e)
				}
			}
			if !(s.C >= 0 && s.C <= 1 && s.Energy > 0 && s.Energy <= 1 && s.Flow() > 0 && s.H >= 0 && s.D >= 0 && s.Window >= 0) {
				t.Fatalf("out of bounds: %+v", s)
			}
			if !(s.S >= 0 && s.S <= 1 && s.Hy >= 0 && s.Hy <= .6 && s.HyT >= 0 && s.HyT <= .6 && s.Rl >= 0) {
				t.Fatalf("out of bounds: %+v", s)
			}
		}
	})
}

func TestStepsAllocateNothing(t *testing.T) {
	s := opened()
	if n := testing.AllocsPerRun(100, func() { s.Step(.25); s.Leap(600) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
