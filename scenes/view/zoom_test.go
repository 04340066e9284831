package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestZoomRunsFromABodyToATenthOfAMicrometre(t *testing.T) {
	if s := Zoom(0).Span(); s < 1700 {
		t.Errorf("the body's picture is %v mm high, a person is taller", s)
	}
	if bar := Close(Zoom(EndplateLevel), 1000, 800, 15).ScaleBar(); bar > .0002 || bar < .00005 {
		t.Errorf("the endplate's scale bar says %v mm, want about a tenth of a micrometre", bar)
	}
}

// The trigger point is the fixed point: it moves no more than its anchor, and
// the magnification never jumps.
func TestZoomIsContinuous(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		z := Zoom(rapid.Float64Range(-.5, 5.5).Draw(t, "z"))
		const dz = 1e-4
		a, b := Close(z, 1000, 700, 15), Close(z+dz, 1000, 700, 15)
		if r := b.PxPerMM / a.PxPerMM; r < 1-1e-12 || r > 1.002 {
			t.Fatalf("a ten-thousandth of a level magnifies by %v", r)
		}
		ax, ay := a.Px(0, 15)
		bx, by := b.Px(0, 15)
		if math.Hypot(ax-bx, ay-by) > .1 {
			t.Fatalf("the trigger point moves from %v %v to %v %v", ax, ay, bx, by)
		}
		under, over, mix := z.Mix()
		if under < 0 || over >= Levels || mix < 0 || mix > 1 || over < under || over > under+1 {
			t.Fatalf("mix %v %v %v", under, over, mix)
		}
		_, over2, mix2 := (z + dz).Mix()
		if over2 == over && mix > 0 && mix2 > 0 && math.Abs(mix2-mix) > .01 {
			t.Fatalf("the fade jumps from %v to %v", mix, mix2)
		}
	})
}

func TestScaleBarIsRoundAndFits(t *testing.T) {
	for z := Zoom(0); z <= 5; z += .1 {
		for _, side := range []float64{320, 390, 700, 1400} {
			c := Close(z, side, side*.8, 15)
			if px := c.ScaleBar() * c.PxPerMM; px < .05*side*.8 || px > .2*side {
				t.Errorf("at %v in %v px the bar is %v px", z, side, px)
			}
		}
	}
}
