package trigger_test

import (
	"math"
	"testing"

	"taut/game/trigger"
)

// The kept exponentials are the very numbers, so that runs stay what they were.
func TestFadeIsTheExponential(t *testing.T) {
	for _, tau := range []float64{20, 900, 1800, 86400} {
		f := trigger.NewFade(tau)
		for _, dt := range []float64{60, 600, 1234.5, 6 * 3600} {
			if got, want := f.Left(dt), math.Exp(-dt/tau); got != want {
				t.Errorf("after %v s of %v s %v is left, want %v", dt, tau, got, want)
			}
		}
	}
}
