package view

import (
	"math"
	"testing"
)

func TestTurnIsTheLimbsAngleInTheBodyAndNoneInTheMuscle(t *testing.T) {
	if a := Zoom(BodyLevel).Turn(); a != LimbAngle {
		t.Errorf("body: %v, want %v", a, LimbAngle)
	}
	for z := Zoom(MuscleLevel); z <= Zoom(EndplateLevel); z += 0.25 {
		if a := z.Turn(); a != 0 {
			t.Errorf("at %v the picture is turned by %v", z, a)
		}
	}
	for z := Zoom(0.01); z < 1; z += 0.01 {
		a, b := (z - 0.01).Turn(), z.Turn()
		// A smoothstep's steepest slope is 1.5 over its width of 0.76.
		if b > a || a-b > 0.0201*LimbAngle {
			t.Errorf("at %v the turn goes from %v to %v", z, a, b)
		}
		x, y := z.Turned(3, -4)
		if d := math.Hypot(x, y); math.Abs(d-5) > 1e-12 {
			t.Errorf("at %v the picture is stretched: 5 mm became %v", z, d)
		}
	}
}

// depth is how deep a place lies in the figure: the distance to the nearest
// part's surface, negative outside.
func depth(x, y float64) float64 {
	best := -1e9
	for _, c := range Figure() {
		dx, dy := c.X1-c.X0, c.Y1-c.Y0
		t := clamp(((x-c.X0)*dx+(y-c.Y0)*dy)/math.Max(dx*dx+dy*dy, 0.01), 0, 1)
		d := math.Hypot(x-c.X0-t*dx, y-c.Y0-t*dy)
		best = math.Max(best, c.R0+t*(c.R1-c.R0)-d)
	}
	return best
}

// The fixed point of the zoom lies in the model limb, as deep below its skin as
// the trigger point of the finer pictures (15 mm), within the 3 mm of a texel.
func TestTriggerPointLiesInTheFiguresLimb(t *testing.T) {
	if d := depth(FigureX, FigureY); math.Abs(d-15) > 3 {
		t.Errorf("the trigger point lies %.1f mm deep", d)
	}
	// So does the muscle, with its tendons' ends.
	for x := -90.0; x <= 90; x += 10 {
		for _, side := range []float64{-1, 1} {
			fx, fy := limb(x, BellyAxis(x)+side*Belly(x))
			if d := depth(fx, fy); d < 0 {
				t.Errorf("the muscle stands %.1f mm out of the limb at %v", -d, x)
			}
		}
	}
	// And the referred pain's zone, whose middle bends into the upper arm.
	for _, f := range []float64{0, 0.5, 1} {
		fx, fy := limb(ZoneFrom+f*(ZoneTo-ZoneFrom), 2+16*f)
		if d := depth(fx, fy); d < 10 {
			t.Errorf("at %v the zone's middle lies %.1f mm deep", f, d)
		}
	}
}

func TestFigureStandsInThePicture(t *testing.T) {
	half := spans[BodyLevel] / 2
	for _, c := range Figure() {
		for _, e := range [][3]float64{{c.X0, c.Y0, c.R0}, {c.X1, c.Y1, c.R1}} {
			if y := e[1] - FigureY; y-e[2] < -half || y+e[2] > half {
				t.Errorf("the part %v leaves the picture", c)
			}
			if e[1]-e[2] < 0 || e[1]+e[2] > FigureTall+5 || e[0] < 0 || e[0]+e[2] > figureWide {
				t.Errorf("the part %v leaves the figure's frame", c)
			}
		}
	}
	// Two figures stand side by side without touching where there is room.
	if gap := BackX(2000) - figureWide - (figureWide - FigureX); gap < 50 {
		t.Errorf("in a picture 2 m wide the figures' hands are %.0f mm apart", gap)
	}
}

func TestReferredFollowsTheSensitisedNerves(t *testing.T) {
	v := View{KnotRadius: 4, KnotShown: true}
	for _, s := range []float64{0, 0.3, 0.9} {
		v.Inner.Sensitised = s
		if v.Referred() != s {
			t.Errorf("sensitised %v: zone %v", s, v.Referred())
		}
	}
	v.Inner.Sensitised = math.NaN()
	v.KnotRadius = 0
	if v.Referred() != 0 {
		t.Error("a healthy muscle refers pain")
	}
}
