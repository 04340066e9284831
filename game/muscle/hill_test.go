package muscle_test

import (
	"math"
	"testing"

	"taut/game/muscle"
)

// TestT65DeGroote holds the curves against values worked out apart from this
// program to three decimals, hence the tolerance.
func TestT65DeGroote(t *testing.T) {
	const tolerance = 1e-3
	for _, c := range []struct {
		name   string
		f      func(float64) float64
		points [][2]float64
	}{
		{"f_l", muscle.ActiveLength, [][2]float64{{.5, .053}, {.6, .297}, {.7, .675}, {.8, .824}, {.9, .925}, {1, .994}, {1.1, .955}, {1.2, .801}, {1.4, .388}, {1.6, .127}}},
		{"f_p", muscle.PassiveLength, [][2]float64{{.5, 0}, {.9, 0}, {1, 0}, {1.1, .018}, {1.2, .052}, {1.4, .25}, {1.6, 1}}},
		{"f_v", muscle.Velocity, [][2]float64{{-1, .012}, {-.5, .244}, {-.1, .75}, {0, 1.002}, {.1, 1.207}, {.5, 1.585}, {1, 1.789}}},
	} {
		for _, p := range c.points {
			if got := c.f(p[0]); math.Abs(got-p[1]) > tolerance {
				t.Errorf("%s(%v) = %v, want %v", c.name, p[0], got, p[1])
			}
		}
	}
}

func TestT65TendonStretchesToFullForce(t *testing.T) {
	// From f_t = 0.2 exp(33.9367 (l - 0.995)) - 0.25 by hand: no force where
	// the exponential is 1.25, full force where it is 6.25.
	for _, c := range []struct{ exponential, force float64 }{{1.25, 0}, {6.25, 1}} {
		l := .995 + math.Log(c.exponential)/33.9367
		if got := muscle.Tendon(l); math.Abs(got-c.force) > 1e-12 {
			t.Errorf("f_t(%v) = %v, want %v", l, got, c.force)
		}
	}
}

func TestPassiveForceStartsWithoutAJump(t *testing.T) {
	if f := muscle.PassiveLength(1 + 1e-9); f <= 0 || f > 1e-9 {
		t.Errorf("just above optimal length passive force is %v", f)
	}
}
