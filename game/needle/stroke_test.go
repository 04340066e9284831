package needle_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

func active(seed uint64) (trigger.Point, trigger.State) {
	p := trigger.New(trigger.Active, chance.Source{Seed: seed})
	// Only the loci matter to a stroke; they need no hour of equilibration.
	return p, trigger.State{E: p.Leaking(), Energy: 1, Load: 1}
}

// down is a stroke straight through the point at (x, y) mm.
func down(x, y, speed float64) needle.Stroke {
	return needle.Stroke{From: trigger.Place{X: x, Y: y, Z: -6}, To: trigger.Place{X: x, Y: y, Z: 6}, Speed: speed}
}

// TestHitsFallOffWithDistance: exp(-d^2/(2 1.2^2)) by hand at 0, 1.2 and
// 2.4 mm beside the path, and nothing more than 1 mm beyond its ends.
func TestHitsFallOffWithDistance(t *testing.T) {
	var p trigger.Point
	copy(p.Loci[:], []trigger.Place{{X: 0}, {X: 1.2}, {Y: -2.4}, {Z: 6.99}, {Z: 7.01}, {Z: -6.99}, {Z: -7.01}})
	h := down(0, 0, 80).Hits(&p)
	for i, want := range []float64{1, math.Exp(-.5), math.Exp(-2), 1, 0, 1, 0} {
		if math.Abs(h[i]-want) > 1e-12 {
			t.Errorf("locus at %+v is hit by %v, want %v", p.Loci[i], h[i], want)
		}
	}
	if got := (needle.Stroke{Speed: 80}).Hits(&p); got != [trigger.Loci]float64{} {
		t.Errorf("a stroke of no length hits %v", got)
	}
}

func drawStroke(t *rapid.T) needle.Stroke {
	mm := rapid.Float64Range(-15, 15)
	return needle.Stroke{
		From:  trigger.Place{X: mm.Draw(t, "x0"), Y: mm.Draw(t, "y0"), Z: mm.Draw(t, "z0")},
		To:    trigger.Place{X: mm.Draw(t, "x1"), Y: mm.Draw(t, "y1"), Z: mm.Draw(t, "z1")},
		Speed: rapid.Float64Range(0, 300).Draw(t, "speed"),
	}
}

// TestAnyStroke: hits and gate are fractions, a stroke never wakes a locus or
// takes back an injury, and its answer says either twitch or why not.
func TestAnyStroke(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := trigger.New(rapid.SampledFrom([]trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active}).Draw(t, "kind"), chance.Source{Seed: rapid.Uint64().Draw(t, "seed")})
		s := trigger.State{E: p.Leaking(), Energy: 1}
		st := drawStroke(t)
		if g := needle.Gate(st.Speed); !(g >= 0 && g < 1) {
			t.Fatalf("gate %v", g)
		}
		for _, h := range st.Hits(&p) {
			if !(h >= 0 && h <= 1) {
				t.Fatalf("hit %v", h)
			}
		}
		if m := st.Meets(&p, &s); !(m >= 0 && m <= st.Length()) {
			t.Fatalf("meets the loci at %v of %v mm", m, st.Length())
		}
		was := s
		a := st.Take(&p, &s, rapid.IntRange(1, 100).Draw(t, "n"), rapid.Float64Range(0, 1).Draw(t, "kap"))
		if (a.Twitch > 0) != (a.Why == needle.Twitched) || a.Twitch > 0 && a.Twitch != a.Heard {
			t.Fatalf("twitch %v, heard %v, why %v", a.Twitch, a.Heard, a.Why)
		}
		if math.Abs(math.Hypot(a.OffX, a.OffY)-a.Off) > 1e-9 {
			t.Fatalf("off by %v mm, but (%v, %v)", a.Off, a.OffX, a.OffY)
		}
		for i := range s.E {
			if !(s.E[i] >= 0 && s.E[i] <= was.E[i]) || a.Twitch == 0 && s.E[i] != was.E[i] {
				t.Fatalf("locus %d from %v to %v", i, was.E[i], s.E[i])
			}
		}
		if !(s.D > was.D && s.HyT > was.HyT && s.HyT <= .6 && s.Rl >= was.Rl && s.Rl <= 1.2 && s.Window == trigger.Window) {
			t.Fatalf("after the stroke: %+v", s)
		}
	})
}

// TestTakeByHand works one stroke out by the formulas: a locus on the path,
// one 1.2 mm beside it and fourteen out of reach, at 40 mm/s, where the gate
// is one half.
func TestTakeByHand(t *testing.T) {
	p := trigger.Point{Kind: trigger.Active}
	for i := range p.Loci {
		p.Loci[i].X = 1000
	}
	p.Loci[0], p.Loci[1] = trigger.Place{}, trigger.Place{X: 1.2}
	s := trigger.State{E: p.Leaking(), Energy: 1}
	a := down(0, 0, 40).Take(&p, &s, 10, .6)
	beside := math.Exp(-.5)
	twitch := (1 + beside) / 2
	segment := 1 - .02*twitch
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"twitch", a.Twitch, twitch},
		{"on the path", s.E[0], (1 - .6*.6) * segment},
		{"beside it", s.E[1], (1 - .6*.6*beside) * segment},
		{"far off", s.E[2], segment},
		{"flush", s.HyT, .1 * twitch},
		{"released", s.Rl, .35 * twitch},
		{"injury", s.D, .035*(1+.25) + .02*twitch},
		{"where", a.At, 6},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// TestT8FastAgainstSlow: rapid insertion with twitches quiets rabbit trigger
// spots, very slow insertion is no better than none (Chen 2001, n=9). In the
// model the edge is sharp: through ten fanned strokes no point answers at
// 12 mm/s, some do at 15, all at 20 and more.
func TestT8FastAgainstSlow(t *testing.T) {
	const people = 200
	answered := map[float64]int{}
	for _, speed := range []float64{5, 12, 15, 20, 80} {
		for seed := range uint64(people) {
			p, s := active(seed)
			before := s.Noise()
			plan := needle.Pattern{N: 10, Speed: speed}
			twitched := false
			for k := range plan.N {
				a := plan.Stroke(&p, chance.Source{Seed: seed}, k, k).Take(&p, &s, k+1, .6)
				twitched = twitched || a.Twitch > 0
			}
			if twitched != (s.Noise() < before) {
				t.Fatalf("at %v mm/s: twitch %v, noise from %v to %v", speed, twitched, before, s.Noise())
			}
			if twitched {
				answered[speed]++
			}
		}
	}
	if answered[5]+answered[12] > 0 || answered[80] < people || answered[20] < people || answered[15] == 0 || answered[15] == people {
		t.Errorf("of %d points answered at each speed in mm/s: %v", people, answered)
	}
}

// TestT49SorenessGrows: with every insertion and with pain during needling
// (PMID 26406209), without a cap; ten strokes without a twitch are about
// 40 mm: 100 q/(52+q) with q = 12 + 22 is 39.5.
func TestT49SorenessGrows(t *testing.T) {
	if s := needle.Soreness(0, 0); s != 0 {
		t.Errorf("sore by %v mm without a stroke", s)
	}
	if s := needle.Soreness(10, 0); math.Abs(s-39.5) > .05 {
		t.Errorf("ten strokes: %.2f mm, want 39.5", s)
	}
	for n := 1; n < 200; n++ {
		if !(needle.Soreness(n+1, 0) > needle.Soreness(n, 0) && needle.Soreness(n, n) > needle.Soreness(n, n-1)) {
			t.Fatalf("at %d strokes soreness does not grow", n)
		}
	}
	if s := needle.Soreness(500, 500); s >= 100 {
		t.Errorf("%v mm of a 100 mm scale", s)
	}
}

func ExampleStroke_Take() {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	s := p.Rest()
	stroke := needle.ModelLimb.Stroke(needle.Pose{Depth: 20}, 80)
	for n := 1; n <= 3; n++ {
		a := stroke.Take(&p, &s, n, .6)
		fmt.Printf("twitch %.2f, noise %.1f µV\n", a.Twitch, s.Noise())
	}
	// Output:
	// twitch 3.40, noise 18.2 µV
	// twitch 2.05, noise 16.1 µV
	// twitch 1.33, noise 14.7 µV
}
