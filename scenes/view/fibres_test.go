package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func fibreView() *View {
	return &View{KnotDepth: 15, KnotRadius: 4.26, KnotShown: true, Ripple: -1,
		Inner: Inner{Knot: 1.45, Rest: 2.839, Active: 0.377, Flow: 0.6, Sensitised: 0.34, Acid: 0.4}}
}

// A fibre keeps its volume: it is as thick as the root of 1/length.
func TestKnotIsAsThickAsItIsShort(t *testing.T) {
	f := fibreView().FibreShape()
	if got, want := f.Radius(0)/(FibreUM/2), math.Sqrt(SlackUM/f.Sarcomere(0)); math.Abs(got-want) > 1e-9 {
		t.Errorf("the knot is %.3f times as thick, want %.3f", got, want)
	}
	// The tapers leave the knot's middle within 2 % of the model's length.
	if l := f.Sarcomere(0); math.Abs(l-1.45) > 0.03 {
		t.Errorf("sarcomeres in the middle are %.3f µm, want 1.45", l)
	}
	if beside, slack := f.Radius(f.Half+200), FibreUM/2.; beside > 0.95*slack || beside < 0.8*slack {
		t.Errorf("beside the knot half the fibre is %.1f µm", beside)
	}
}

// The same sarcomeres are the knot before and after: as they lengthen, it does,
// and it grows thinner.
func TestKnotLengthensAsItLetsGo(t *testing.T) {
	v := fibreView()
	tight := v.FibreShape()
	v.Inner.Knot, v.Inner.Rest = 2.2, 2.756
	loose := v.FibreShape()
	if loose.Half <= tight.Half || loose.Radius(0) >= tight.Radius(0) {
		t.Errorf("half the length %.0f, then %.0f µm; half the thickness %.1f, then %.1f", tight.Half, loose.Half, tight.Radius(0), loose.Radius(0))
	}
	if n := 2 * loose.Half / loose.Knot; math.Abs(n-KnotSarcomeres) > 1e-9 {
		t.Errorf("the knot has %v sarcomeres", n)
	}
	v.KnotShown = false
	if hidden := v.FibreShape(); hidden.Radius(0) != FibreUM/2 || hidden.Sarcomere(0) != SlackUM {
		t.Error("a knot that is hidden is drawn")
	}
}

// Stripes stand where the lengths say: Count is the integral of 1/Sarcomere.
func TestCountIsTheIntegralOfDensity(t *testing.T) {
	f := fibreView().FibreShape()
	const dx = 0.01
	n := 0.0
	for i := range 40000 {
		n += dx / f.Sarcomere((float64(i)+0.5)*dx)
	}
	if got := f.Count(400); math.Abs(got-n) > 1e-3 {
		t.Errorf("%v sarcomeres in 400 µm, want %v", got, n)
	}
	if got := f.Count(-400); math.Abs(got+n) > 1e-3 {
		t.Errorf("%v to the left, want %v", got, -n)
	}
}

// What the shader undoes, Place does: the two are each other's inverse to a
// tenth of a pixel of the picture at twice its scale.
func TestPlaceIsTheShadersInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := fibreView()
		v.Inner.Knot = rapid.Float64Range(1.2, 2.7).Draw(t, "knot")
		v.Twitch = rapid.Float64Range(0, 1).Draw(t, "twitch")
		v.Ripple = rapid.Float64Range(-1, 200).Draw(t, "ripple")
		v.Needle = Needle{Shown: true, Entry: Point{X: 0.9}, Tip: Point{X: rapid.Float64Range(-0.5, 0.5).Draw(t, "tip"), Z: rapid.Float64Range(14, 17).Draw(t, "depth")}}
		f := v.FibreShape()
		x, y := rapid.Float64Range(-700, 700).Draw(t, "x"), rapid.Float64Range(-450, 450).Draw(t, "y")
		px, py := f.Place(x, y)
		qx, at := px*(1+f.Short), (py-f.Shake)/(1+f.Short/2)
		qy := at - f.Needle.pull(qx, at) - FibreRoll(qx)
		h := f.Radius(qx)
		d := math.Abs(qy)
		m := qy * 33 / (h + 3)
		if d >= h+3 {
			m = math.Copysign(d-(h-30)*math.Exp(-(d-h-3)/150), qy)
		}
		// The steel covers what the needle has pushed furthest.
		c := 1 / math.Sqrt(1+f.Needle.Slope*f.Needle.Slope)
		if math.Abs(qx-f.Needle.X0-f.Needle.Slope*at)*c < needleUM+5 {
			return
		}
		if math.Abs(qx-x) > 0.05 || math.Abs(m-y) > 0.05 {
			t.Fatalf("(%.2f, %.2f) came back as (%.2f, %.2f)", x, y, qx, m)
		}
	})
}

// Cells run back between the beats where the flow is under three quarters, and
// only there; over whole beats they go as far as the flow says.
func TestCellsRunBackOnlyInPoorFlow(t *testing.T) {
	for _, flow := range []float64{0.3, 0.6, 0.74, 0.76, 1, 1.4} {
		least, sum := math.Inf(1), 0.0
		const n = 2000
		for i := range n {
			w := CellVelocity(flow, float64(i)/n/heart*3, false)
			least, sum = math.Min(least, w), sum+w
		}
		if back := least < 0; back != (flow < 0.75) {
			t.Errorf("flow %v: the least speed is %.2f µm/s", flow, least)
		}
		if mean := sum / n; math.Abs(mean-CellSpeed*flow) > 1e-6*CellSpeed {
			t.Errorf("flow %v: %.3f µm/s on average, want %v", flow, mean, CellSpeed*flow)
		}
		if CellVelocity(flow, 0.7, true) != CellSpeed*flow {
			t.Errorf("flow %v: no steady speed with reduced motion", flow)
		}
	}
}

func TestVesselsWidenWithFlowAndNarrowWithPull(t *testing.T) {
	if !(VesselHalf(1.1, 0.3, 1) > VesselHalf(0.6, 1, 1)) || !(VesselHalf(1, 0, 0) > VesselHalf(0.6, 0, 0)) {
		t.Error("a capillary does not widen as the knot lets go")
	}
	if !(VesselShare(0, 1) < VesselShare(0, 0)) || VesselShare(4, 1) < 0.99*VesselShare(4, 0) {
		t.Error("the knot slows the wrong vessels")
	}
}

func TestShaftStandsWhereTheNeedleDoes(t *testing.T) {
	v := fibreView()
	s := v.Shaft(Point{X: 1.5}, Point{X: 0.1, Z: 14})
	if at := s.X0 + s.Slope*s.Tip; math.Abs(at-100) > 1e-9 || math.Abs(s.Tip+1000) > 1e-9 || s.Here != 1 {
		t.Errorf("%+v: its tip is at %.1f, want 100, 1 mm above", s, at)
	}
	if s := v.Shaft(Point{}, Point{Y: 3, Z: 15}); s != (Shaft{}) {
		t.Errorf("3 mm behind the picture it is %+v", s)
	}
	// A tip far past, the shaft in the plane.
	if s := v.Shaft(Point{Y: -3}, Point{Y: 0.6, Z: 18}); s.Here != 1 {
		t.Errorf("a shaft through the trigger point is %+v", s)
	}
	for _, n := range []Needle{{}, {Entry: Point{X: 1}, Tip: Point{X: 9, Z: 0.1}}, {Tip: Point{X: math.NaN(), Z: 15}}} {
		if s := v.Shaft(n.Entry, n.Tip); !(s.Here == 0 || s.Tip < -5000 || s.Here == 1) || s.Tip != s.Tip {
			t.Errorf("%+v gives %+v", n, s)
		}
	}
}

// Names stand within the picture of a phone too, also where the knot is taut.
func TestFibrePartsStandInThePicture(t *testing.T) {
	f := fibreView().FibreShape()
	seen := map[string]bool{}
	for _, a := range FibreParts {
		x, y := f.Place(1e3*a.X, 1e3*a.Z)
		if math.Abs(x) > 440 || math.Abs(y) > 420 || seen[a.Key] {
			t.Errorf("%s is at (%.0f, %.0f) µm", a.Key, x, y)
		}
		seen[a.Key] = true
	}
}

func TestStriationsAreAsWideAsTheyMustBe(t *testing.T) {
	if c, f := StriationTimes(10); c != 1 || f != 0 {
		t.Errorf("at 10 px a µm: %v, %v, want the real ones", c, f)
	}
	rapid.Check(t, func(t *rapid.T) {
		px := rapid.Float64Range(0.05, 20).Draw(t, "px")
		c, _ := StriationTimes(px)
		if w := c * 1.4 * px; w < 4.39 || (c > 1 && w > 8.81) {
			t.Fatalf("a stripe of the knot has %.1f pixels", w)
		}
	})
}

func TestPointIsGroundAsTheBandsNeedle(t *testing.T) {
	for s := 0.5; s < 2000; s += 7 {
		want := 150 * (0.10 + 0.90*math.Pow(math.Min(s/1300, 1), 0.7))
		if got := (Shaft{}).Half(s); math.Abs(got-want) > 0.1 {
			t.Errorf("%v µm from the tip half the needle is %.3f µm, want %.3f", s, got, want)
		}
	}
}
