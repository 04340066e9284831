package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func model() *View {
	return &View{
		Layers: Layers{Skin: 1.8, Fat: 5.8, Fascia: 6.5, Muscle: 24.2}, KnotDepth: 15, KnotRadius: 4.26, KnotShown: true,
		Tension: 0.38, Start: 0.38, Flow: 0.5, Camera: Fit(1092, 700, Layers{Skin: 1.8, Fat: 5.8, Fascia: 6.5, Muscle: 24.2}),
	}
}

func TestWaveIsNoughtAtTheTriggerPoint(t *testing.T) {
	// 0.8912 is sin(1.1) to four places: a hundredth of a hundredth of a mm.
	if w := Wave(0); math.Abs(w) > 1e-4 {
		t.Errorf("Wave(0) = %v mm, want 0", w)
	}
}

// The slack place of a bent fibre is the one asked for, and fibres never cross.
func TestBendIsTheInverseAndKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := model()
		v.KnotRadius = rapid.Float64Range(0.5, 6).Draw(t, "radius")
		x := rapid.Float64Range(-30, 30).Draw(t, "x")
		pull := rapid.Float64Range(0, 1.2).Draw(t, "pull")
		y := rapid.Float64Range(-9, 9).Draw(t, "y")
		b := Bend(y, v.Bulge(x), pull)
		// 0.005 mm is a tenth of a pixel at the largest picture.
		if back := b * (1 - math.Min(pull*v.Bulge(x), maxBend)*Body(b)); math.Abs(back-y) > 0.005 {
			t.Fatalf("Bend(%v, %v, %v) = %v, which was %v when slack", x, y, pull, b, back)
		}
		if above := Bend(y-0.2, v.Bulge(x), pull); above >= b {
			t.Fatalf("the fibre 0.2 mm above %v lies below it: %v, %v", y, above, b)
		}
	})
}

// Linear steps of 0.018 mm: the error is h^2/8 of the curvature, under 5e-5.
func TestBodyTableHoldsItsFormula(t *testing.T) {
	for y := -6.0; y <= 6; y += 0.0137 {
		w := clamp((4.6-math.Abs(y))/2, 0, 1)
		if want := w * w * (3 - 2*w) * math.Exp(-y*y/7); math.Abs(Body(y)-want) > 5e-5 {
			t.Fatalf("Body(%v) = %v, want %v", y, Body(y), want)
		}
	}
}

func TestBandBulgesAtTheKnotAndIsThinBesideIt(t *testing.T) {
	v := model()
	pull := v.Pull(v.Start)
	if at := Bend(BandHalf, v.Bulge(0), pull); at < 1.25*BandHalf {
		t.Errorf("half the band at the knot is %.2f mm, want a quarter more than %v", at, BandHalf)
	}
	if beside := Bend(BandHalf, v.Bulge(8), pull); beside > 0.95*BandHalf {
		t.Errorf("half the band beside the knot is %.2f mm, want less than %v", beside, BandHalf)
	}
	if slack := Bend(BandHalf, v.Bulge(0), 0); slack != BandHalf {
		t.Errorf("a slack band is %.2f mm, want %v", slack, BandHalf)
	}
}

func TestHiddenOrHealthyMuscleDoesNotPull(t *testing.T) {
	hidden, healthy := model(), model()
	hidden.KnotShown = false
	healthy.KnotRadius = 0
	for name, v := range map[string]*View{"hidden": hidden, "healthy": healthy} {
		if p := v.Pull(0.4); p != 0 {
			t.Errorf("%s: Pull = %v, want 0", name, p)
		}
	}
}

func TestDentIsDeepestUnderTheFingerAndNoneAtTheBone(t *testing.T) {
	v := model()
	v.Dent, v.DentX = 4, 1
	for _, c := range []struct{ x, z, want, tol float64 }{
		{1, 0, 4, 1e-9},
		{1, 24.2, 24.2, 1e-9},
		{1, 12.1, 14.1, 1e-9}, // half way down, half the dent
		{31, 0, 0, 1e-9},      // five widths away
	} {
		if got := v.Dented(c.x, c.z); math.Abs(got-c.want) > c.tol {
			t.Errorf("Dented(%v, %v) = %v, want %v", c.x, c.z, got, c.want)
		}
	}
}

// The label "capillary, squeezed" has to point at a vessel, at its narrowest,
// and that has to open as the band lets go.
func TestSqueezedPointsAtTheNarrowestVessel(t *testing.T) {
	v := model()
	x, z := v.Squeezed()
	found := false
	for i := range Capillaries {
		if math.Abs(v.Capillary(i, x)-z) > 1e-9 {
			continue
		}
		found = true
		width := func(x float64) float64 { return v.Calibre(v.Squeeze(x, CapillarySlack(i, x))) }
		here, away := width(x), width(16)
		if here > 0.5*away {
			t.Errorf("vessel %d is %.3f mm there and %.3f far off: nobody sees it squeezed", i, here, away)
		}
		taut := here
		v.Tension = 0.1
		if width(x) < 1.5*taut {
			t.Errorf("vessel %d hardly opens: %.3f mm taut, %.3f slack", i, taut, width(x))
		}
		v.Tension = 0.38
		flow := width(x)
		v.Flow = 1
		if width(x) <= flow {
			t.Error("more flow does not widen the vessel")
		}
		v.Flow = 0.5
	}
	if !found {
		t.Errorf("no vessel runs through (%v, %v)", x, z)
	}
	if math.Abs(x) > v.KnotRadius || math.Abs(z-v.KnotDepth) > v.KnotRadius {
		t.Errorf("(%v, %v) lies outside the knot", x, z)
	}
}
