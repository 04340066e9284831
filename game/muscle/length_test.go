package muscle_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/muscle"
)

// point is a corner of a published curve.
type point struct{ um, force float64 }

func checkCorners(t *testing.T, curve func(float64) float64, corners []point) {
	t.Helper()
	for i, c := range corners {
		// The corners are exact; 1e-12 is for the rounding of the slopes.
		if got := curve(c.um); math.Abs(got-c.force) > 1e-12 {
			t.Errorf("force at %v µm is %v, want %v", c.um, got, c.force)
		}
		if i == 0 {
			continue
		}
		p := corners[i-1]
		if got, want := curve((p.um+c.um)/2), (p.force+c.force)/2; math.Abs(got-want) > 1e-12 {
			t.Errorf("between %v and %v µm force is %v, want the straight line's %v", p.um, c.um, got, want)
		}
	}
}

func TestT62HumanForceLength(t *testing.T) {
	checkCorners(t, muscle.Human, []point{{1.27, 0}, {1.70, .84}, {2.64, 1}, {2.81, 1}, {4.24, 0}})
}

func TestT63FrogForceLength(t *testing.T) {
	checkCorners(t, muscle.Frog, []point{{1.27, 0}, {1.67, .84}, {2.05, 1}, {2.20, 1}, {3.65, 0}})
}

func TestT64PlateauInLivingPeople(t *testing.T) {
	// 2.6 to 2.8 µm in vivo: nearly full force there, and the optimum inside.
	for _, um := range []float64{2.6, 2.7, 2.8} {
		if f := muscle.Human(um); f < .99 {
			t.Errorf("force at %v µm is %v, want the plateau", um, f)
		}
	}
	if l := muscle.OptimalLength; l < 2.6 || l > 2.8 || muscle.Human(l) != 1 {
		t.Errorf("optimal length %v µm is not on the plateau", l)
	}
}

func TestForceStaysAFraction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		um := rapid.Float64Range(-1, 10).Draw(t, "um")
		for name, f := range map[string]float64{"human": muscle.Human(um), "frog": muscle.Frog(um)} {
			if !(f >= 0 && f <= 1) {
				t.Fatalf("%s force at %v µm is %v", name, um, f)
			}
		}
	})
}
