package view

import (
	"math"
	"testing"
)

// A spindle: thickest in the middle, thinner on both sides, never thinner than
// its tendons.
func TestBellyIsASpindleWithTendons(t *testing.T) {
	if b := Belly(0); math.Abs(b-BellyHalf) > 0.01 {
		t.Errorf("Belly(0) = %.3f, want %v", b, BellyHalf)
	}
	for _, side := range []float64{-1, 1} {
		for x := 1.0; x <= 120; x++ {
			if a, b := Belly(side*(x-1)), Belly(side*x); b > a+0.15 {
				t.Errorf("the belly widens from %.2f to %.2f at %v", a, b, side*x)
			}
		}
	}
	// The smooth maximum stands a little above the greater of the two: 4/(a-t)
	// mm where the spindle a has long ended, at most 0.5 here.
	for x, want := range map[float64]float64{-118: 4.6, 118: 2.6} {
		if b := Belly(x); b < want || b > want+0.5 {
			t.Errorf("half the tendon at %v is %.2f, want %v to %v", x, b, want, want+0.5)
		}
	}
}

// Where the picture goes over into the band's, both have the same depths.
func TestMuscleMeetsTheBandAtTheTriggerPoint(t *testing.T) {
	for y := -8.0; y <= 9; y++ {
		if z := Across(0, y); math.Abs(z-y) > 0.01 {
			t.Errorf("a fibre %v mm below the trigger point is drawn %.3f below it", y, z)
		}
	}
	// Half-way to the band 41 mm are seen to either side; a fibre of the band has
	// bent by less than a tenth of the picture's height of 72 mm.
	if z := Across(41, 0); math.Abs(z) > 7.2 {
		t.Errorf("the band has bent by %.1f mm at 41", z)
	}
	if top := BellyAxis(0) - Belly(0); math.Abs(top-(6.5-15)) > 1 {
		t.Errorf("the belly begins %.1f mm below the trigger point, the fascia ends at -8.5", top)
	}
}

func TestLatentPointsLieInTheBellyAndOutsideTheBandsPicture(t *testing.T) {
	for _, a := range Latent {
		z := Across(a.X, a.Z)
		if d := math.Abs(z - BellyAxis(a.X)); d > Belly(a.X)-1 {
			t.Errorf("%v lies %.1f mm from the middle of a belly of %.1f", a, d, Belly(a.X))
		}
		if math.Abs(a.X) < 28 {
			t.Errorf("%v would stand in the band's picture, which has none", a)
		}
	}
}

func TestLatentPointsShown(t *testing.T) {
	for name, c := range map[string]struct {
		v    View
		want int
	}{
		"active":        {View{KnotRadius: 4.26, KnotShown: true, Start: 0.377}, 4},
		"latent":        {View{KnotRadius: 3, KnotShown: true, Start: 0.10}, 1},
		"healthy":       {View{KnotShown: true, Start: 0.377}, 0},
		"hidden":        {View{KnotRadius: 4.26, Start: 0.377}, 0},
		"out of range":  {View{KnotRadius: 4.26, KnotShown: true, Start: 9}, MaxLatent},
		"after needles": {View{KnotRadius: 4.26, KnotShown: true, Start: 0.377, Tension: 0.05}, 4},
	} {
		if got := c.v.LatentPoints(); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestNamedPartsOfTheMuscleStandInThePicture(t *testing.T) {
	for _, a := range MuscleParts {
		// At 170 mm high and a usual 1.56 times as wide.
		if math.Abs(a.X) > 132 || math.Abs(a.Z) > 85 {
			t.Errorf("%v is out of the picture", a)
		}
	}
}
