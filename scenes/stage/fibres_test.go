package stage

import (
	"math"
	"os"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"pgregory.net/rapid"

	"taut/scenes/view"
)

func fibreView() *view.View {
	v := band()
	v.Zoom = view.Zoom(view.FibreLevel)
	v.Camera = view.Close(v.Zoom, 1092, 700, v.KnotDepth)
	v.Needle.Tip.Z, v.Needle.Entry.X, v.Needle.Tip.X = 15.1, 0.4, 0.1
	v.Inner = view.Inner{Drive: 0.43, Flow: 0.6, Active: 0.377, Knot: 1.45, Rest: 2.839, Acid: 0.4, Sensitised: 0.34, Seconds: 3}
	return v
}

func fibreStage(t testing.TB) *fibres {
	p, err := newFibres(nil)
	if err != nil {
		t.Fatal(err)
	}
	return p.(*fibres)
}

// Anchors and vessels lie on the drawn fibres only while Go and Kage shape them
// alike.
func TestFibreShadersHoldTheFormulaeOfView(t *testing.T) {
	for file, lines := range map[string][]string{
		"fibres.kage": {"13*sin(0.0033*q.x) + 5*(sin(0.0081*q.x+0.8)-0.717356)", "150 * (0.10 + 0.90*pow(clamp(s/1300, 0, 1), 0.7))",
			"Shaft.w * exp(-away/95)", "20*(softplus((q.x+Knot.z)/20)-softplus((q.x-Knot.z)/20))-Knot.z",
			"max(1-4*(1-s), 0.7)", "h := 30 * s", "exp(-max(t-h-3, 0) / 150)", "q.y * 33 / (h + 3)", "m.y/66 + 0.5"},
		"shaft.kage": {"150 * (0.10 + 0.90*pow(clamp(s/1300, 0, 1), 0.7))"},
	} {
		src, err := os.ReadFile("../../assets/shaders/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if !strings.Contains(string(src), l) {
				t.Errorf("%s no longer has %q: view/fibres.go must change with it", file, l)
			}
		}
	}
	if view.FibreUM != 60 || view.FibrePitch != 66 || view.SlackUM != 2.7 || view.ThinTimes != 4 {
		t.Error("fibres.kage holds 30, 33, 66, 2.7 and 4 for the fibre's constants")
	}
}

// shaderPick is the shaders' own: four values of a cell.
func shaderPick(x, y int) (v [4]float64) {
	x, y = ((x*7+3)%512+512)%512, ((y*13+5)%512+512)%512
	for i, b := range [4]byte{lattice(x, y), lattice(x+1, y), lattice(x, y+1), lattice(x+1, y+1)} {
		v[i] = float64(b) / 255
	}
	return v
}

// The anchor of the nucleus stands on one that the shader draws.
func TestNucleusAnchorIsANucleus(t *testing.T) {
	for _, a := range view.FibreParts {
		if a.Key != "nucleus" {
			continue
		}
		shift := 90 * shaderPick(17, 5)[0]
		cell := math.Floor((1e3*a.X + shift) / 132)
		j := shaderPick(int(cell)+31, 7)
		x := (cell+0.30+0.40*j[0])*132 - shift
		y := math.Copysign(20+7*j[3], j[2]-0.5)
		if j[1] < 0.22 || math.Abs(x-1e3*a.X) > 4 || math.Abs(y-1e3*a.Z) > 1.5 {
			t.Errorf("at (%.1f, %.1f) µm; the shader's is at (%.1f, %.1f), drawn %v", 1e3*a.X, 1e3*a.Z, x, y, j[1] >= 0.22)
		}
	}
}

// The red cells go as far as the flow says, not where time holds, and never
// jump with the clock.
func TestRedCellsGoWithTheFlow(t *testing.T) {
	gone := func(flow float64, still bool, seconds, step float64) float64 {
		v := fibreView()
		v.Inner.Flow, v.Still = flow, still
		var m fibreVeins
		m.seconds = v.Inner.Seconds
		for s := step; s <= seconds+1e-9; s += step {
			v.Inner.Seconds = 3 + s
			m.run(v)
		}
		return m.drift[3] // away from the knot
	}
	if slow, fast := gone(0.5, true, 2, 0.02), gone(1, true, 2, 0.02); math.Abs(fast-2*slow) > 1e-9 || slow == 0 {
		t.Errorf("%v and %v cells at flows of .5 and 1, want twice as many", slow, fast)
	}
	if g := gone(1, true, 0, 1); g != 0 {
		t.Errorf("%v cells went while time held", g)
	}
	if a, b := gone(1, true, 0.1, 0.1), gone(1, true, 60, 60); math.Abs(a-b) > 1e-9 {
		t.Errorf("a clock that jumped took %v cells, a tenth of a second takes %v", b, a)
	}
}

// The cells stand closer where the knot squeezes their vessel, and the vessel
// is thinner there.
func TestCellsCrowdAtTheKnot(t *testing.T) {
	v := fibreView()
	v.Needle.Shown = false
	f, _ := frame(v, 1092, 700)
	p := fibreStage(t)
	p.veins.build(v, f, p.shape(v, f))
	cells := func(x float64) (perUM, half float64) {
		for i := 1; i < len(p.veins.path); i++ {
			a, b := &p.veins.path[i-1], &p.veins.path[i]
			if b.kind == 1 && b.join && a.x <= x && x < b.x {
				return (b.count - a.count) / (b.x - a.x), b.half
			}
		}
		t.Fatalf("no vessel at %v", x)
		return 0, 0
	}
	in, narrow := cells(0)
	out, wide := cells(500)
	if in < 1.5*out || narrow > 0.6*wide {
		t.Errorf("in the knot %.3f cells a µm in %.1f µm, beside it %.3f in %.1f", in, narrow, out, wide)
	}
}

// A needle far above moves nothing, so that the kept image stays.
func TestFarNeedleLeavesTheFibres(t *testing.T) {
	v := fibreView()
	f, _ := frame(v, 1092, 700)
	p := fibreStage(t)
	if s := p.shape(v, f); s.Needle.Here == 0 || s.Needle.Drag == 0 {
		t.Errorf("a needle at the trigger point is not seen: %+v", s.Needle)
	}
	v.Needle.Tip.Z = 11
	if s := p.shape(v, f); s.Needle != (view.Shaft{}) {
		t.Errorf("a needle 4 mm above is %+v", s.Needle)
	}
	v.Needle.Tip.Z, v.Needle.Tip.Y = 15.1, 2
	if s := p.shape(v, f); s.Needle != (view.Shaft{}) {
		t.Errorf("a needle 2 mm behind is %+v", s.Needle)
	}
}

func TestAnyFibreViewGivesFiniteNumbers(t *testing.T) {
	p := fibreStage(t)
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1, 1e300, -1e300}
	any := rapid.OneOf(rapid.Float64Range(-40, 40), rapid.SampledFrom(odd))
	dst := ebiten.NewImage(64, 48)
	rapid.Check(t, func(t *rapid.T) {
		v := fibreView()
		v.Camera = view.Close(view.Zoom(rapid.Float64Range(2.3, 3.7).Draw(t, "zoom")), 64, 48, v.KnotDepth)
		i := &v.Inner
		for _, f := range []*float64{&i.Drive, &i.Acid, &i.Sensitised, &i.Released, &i.Flow, &i.Active, &i.Knot, &i.Rest, &i.Injury, &i.Seconds,
			&v.Twitch, &v.Ripple, &v.KnotRadius, &v.Needle.Entry.X, &v.Needle.Tip.X, &v.Needle.Tip.Y, &v.Needle.Tip.Z, &v.Needle.SpeedMM,
			&v.Tracks[0].Tip.X, &v.Tracks[1].Tip.Z} {
			if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
				*f = any.Draw(t, "value")
			}
		}
		f, ok := frame(v, 64, 48)
		if !ok {
			t.Fatal("no frame")
		}
		p.paint(dst, v, f)
		for _, pass := range p.shaders() {
			for name, values := range pass.values {
				for _, x := range values {
					if x != x || math.IsInf(float64(x), 0) || math.Abs(float64(x)) >= 1e6 {
						t.Fatalf("uniform %s = %v", name, values)
					}
				}
			}
		}
		for _, c := range p.veins.v {
			if c.DstX != c.DstX || c.DstY != c.DstY || c.Custom1 != c.Custom1 || math.Abs(float64(c.Custom1)) >= 1e6 || c.Custom2 != c.Custom2 {
				t.Fatalf("a corner is %+v", c)
			}
		}
	})
}

func TestSteadyFibresAllocateNothing(t *testing.T) {
	p := fibreStage(t)
	v := fibreView()
	f, _ := frame(v, 1092, 700)
	n := 0
	work := func() {
		n++
		v.Inner.Seconds += 0.016
		v.Twitch, v.Ripple = 0.5, float64(n%200)
		v.Needle.Tip.Z = 14.5 + 0.01*float64(n%100)
		s := p.shape(v, f)
		p.findTracks(v)
		p.fill(f, &fibreKey{shape: s, tracks: p.tracks})
		p.veins.run(v)
		p.veins.build(v, f, s)
	}
	work()
	if a := testing.AllocsPerRun(50, work); a != 0 {
		t.Errorf("%v allocations a frame, want none", a)
	}
}

func BenchmarkFibreVesselsMoved(b *testing.B) {
	p, v := fibreStage(b), fibreView()
	f, _ := frame(v, 1092, 700)
	for i := 0; b.Loop(); i++ {
		v.Twitch, v.Ripple = 0.5, float64(i%200)
		v.Needle.Tip.Z = 14.5 + 0.01*float64(i%100)
		p.veins.build(v, f, p.shape(v, f))
	}
}

func BenchmarkFibreVesselsStill(b *testing.B) {
	p, v := fibreStage(b), fibreView()
	f, _ := frame(v, 1092, 700)
	for b.Loop() {
		v.Inner.Seconds += 0.016
		p.veins.run(v)
		p.veins.build(v, f, p.shape(v, f))
	}
}
