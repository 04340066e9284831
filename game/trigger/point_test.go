package trigger_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"taut/game/chance"
	"taut/game/trigger"
)

var kinds = []trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active}

func TestKindsHaveNames(t *testing.T) {
	for _, k := range kinds {
		if got, err := trigger.ParseKind(k.String()); err != nil || got != k {
			t.Errorf("%v reads back as %v, %v", k, got, err)
		}
	}
	if _, err := trigger.ParseKind("sleepy"); err == nil || !strings.Contains(err.Error(), `"sleepy"`) {
		t.Errorf("error %v does not name the word", err)
	}
	if s := trigger.Kind(9).String(); s != "Kind(9)" {
		t.Errorf("an unknown kind is %q", s)
	}
}

// TestT36NoduleSize turns radii back into the mean areas of Ballyns 2011:
// 0.57, 0.36 and 0.17 cm2 (active, latent, normal). The areas have two
// figures, so half of the last is the tolerance.
func TestT36NoduleSize(t *testing.T) {
	for k, cm2 := range map[trigger.Kind]float64{trigger.Active: .57, trigger.Latent: .36, trigger.Healthy: .17} {
		r := k.Radius() / 10
		if got := math.Pi * r * r; math.Abs(got-cm2) > .005 {
			t.Errorf("%v covers %.3f cm2, measured %v", k, got, cm2)
		}
		if h := k.HalfDepth(); math.Abs(h-.6*k.Radius()) > 1e-12 {
			t.Errorf("%v is %v mm half deep", k, h)
		}
	}
}

// TestLociAreUniform counts the loci of 2000 points. In a uniform ellipsoid,
// scaled to the unit ball, the cube of the distance from the centre, the
// cosine to the depth axis and the angle around it are each uniform. With 19
// degrees of freedom chi-square exceeds 50.8 once in 10 000 fair counts.
func TestLociAreUniform(t *testing.T) {
	const points, bins = 2000, 20
	var shell, cos, turn [bins]float64
	for seed := range uint64(points) {
		p := trigger.New(trigger.Active, chance.Source{Seed: seed})
		r, h := p.Kind.Radius(), p.Kind.HalfDepth()
		for _, l := range p.Loci {
			x, y, z := l.X/r, l.Y/r, l.Z/h
			d := math.Sqrt(x*x + y*y + z*z)
			if d > 1+1e-12 {
				t.Fatalf("a locus of seed %d lies outside: %+v", seed, l)
			}
			shell[bin(d*d*d, bins)]++
			cos[bin((z/d+1)/2, bins)]++
			turn[bin((math.Atan2(y, x)/math.Pi+1)/2, bins)]++
		}
	}
	for name, count := range map[string][bins]float64{"distance": shell, "height": cos, "angle": turn} {
		want := float64(points) * trigger.Loci / bins
		chi := 0.0
		for _, c := range count {
			chi += (c - want) * (c - want) / want
		}
		if chi > 50.8 {
			t.Errorf("%s: chi-square %.1f", name, chi)
		}
	}
}

func bin(x float64, bins int) int { return min(bins-1, int(x*float64(bins))) }

func TestSameSourceSamePoint(t *testing.T) {
	src := chance.Source{Seed: 4, Patient: 2}
	if a, b := trigger.New(trigger.Active, src), trigger.New(trigger.Active, src); a != b {
		t.Error("the same source gave two points")
	}
	if a, b := trigger.New(trigger.Active, src), trigger.New(trigger.Active, chance.Source{Seed: 4}); a == b {
		t.Error("two people have the same point")
	}
}

func ExamplePoint_Rest() {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	s := p.Rest()
	fmt.Printf("noise %.1f µV, contraction %.2f, flow %.2f, energy %.2f", s.Noise(), s.C, s.Flow(), s.Energy)
	// Output: noise 21.5 µV, contraction 0.38, flow 0.60, energy 0.61
}
