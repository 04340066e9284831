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

// leaking is an active point seen at the endplate.
func leaking() *view.View {
	v := band()
	v.Zoom = view.Zoom(view.EndplateLevel)
	v.Camera = view.Close(v.Zoom, 1092, 700, v.KnotDepth)
	v.Inner = view.Inner{Drive: 0.43, Acid: 0.4, Sensitised: 0.34, Knot: 1.3, Rest: 2.75, Struck: -1, Seconds: 50}
	return v
}

func endplateOf(t testing.TB) *endplate {
	p, err := newEndplate(nil)
	if err != nil {
		t.Fatal(err)
	}
	p.dress(tokens(t).Palette("dark", false))
	return p.(*endplate)
}

// lay adds all that moves for a moment and gives how many of a kind there are.
func (e *endplate) lay(v *view.View) func(thing) int {
	f, _ := frame(v, 1092, 700)
	e.k, e.x, e.y = f.px/1000, f.x, f.y
	e.sheet.reset()
	e.glow(v)
	e.release(v)
	e.sensitise(v)
	e.gauge(v)
	return func(k thing) int {
		n := 0
		for _, c := range e.sheet.v {
			if c.Custom3 == float32(k) {
				n++
			}
		}
		return n / 4
	}
}

func TestEndplateColoursHaveTheirTokens(t *testing.T) {
	k := tokens(t)
	for _, theme := range themes {
		for _, plain := range []bool{false, true} {
			p := k.Palette(theme, plain)
			for _, names := range []map[string]string{endplateTissue, endplateThings} {
				for uniform, token := range names {
					if _, ok := p[token]; !ok {
						t.Errorf("%s, plain %v: %s has no colour %s", theme, plain, uniform, token)
					}
				}
			}
		}
	}
}

// What must be told apart differs by shape, and stands out from the gap by
// lightness alone: 3:1, as for any graphic (WCAG 2.2, 1.4.11).
func TestEndplateThingsStandOutFromTheGap(t *testing.T) {
	k := tokens(t)
	for _, theme := range themes {
		for _, plain := range []bool{false, true} {
			p := k.Palette(theme, plain)
			for _, gap := range []string{"end-out", "end-out-deep"} {
				for _, c := range []string{"end-ach", "end-sens", "end-open", "end-lipid"} {
					if r := contrast(p[c], p[gap]); r < 3 {
						t.Errorf("%s, plain %v: %s on %s is %.2f:1", theme, plain, c, gap, r)
					}
				}
			}
			if r := contrast(p["end-open"], p["end-receptor"]); r < 1.5 {
				t.Errorf("%s, plain %v: an open receptor is %.2f:1 of a shut one, want 1.5", theme, plain, r)
			}
		}
	}
}

// The shader draws the shapes that things are set on.
func TestEndplateShaderHoldsTheShapesOfView(t *testing.T) {
	src, err := os.ReadFile("../../assets/shaders/endplate.kage")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []string{
		"0.36 + 0.05*sin(2.3*k+1)", "0.06*sin(1.7*k+0.6)*s*s", "mix(0.024, 0.036, s*s*(3-2*s))", "(p.y-0.055)/(d-0.055)", "vec2(0.076, 0.055)",
		"-0.16 + 0.2*sin(1.1*(z+0.3))", "-0.145 + 0.02*sin(5*p.x)", "0.3 * (p.x - 2.2) * (p.x - 2.2)", "0.062 + 0.012*sin(9*p.x+1)",
		"p.x-0.565", "vec2(1.6, -2.7)", "r - 2.4", "p.y + 0.05", "p - vec2(0.40, 0.30)", "0.6*e.x + 0.8*e.y",
		// The tick stands at 0.8 of the gauge from .05 to .33.
		"abs(u-0.274)",
	} {
		if !strings.Contains(string(src), l) {
			t.Errorf("endplate.kage no longer has %q: view/synapse.go must change with it", l)
		}
	}
}

// Vesicles do not overlap, and every site's acetylcholine has receptors to open
// and enzymes that end it.
func TestSynapseIsLaidOut(t *testing.T) {
	s := newSynapse()
	if len(s.pool) < 60 || len(s.receptors) < 40 {
		t.Errorf("%d vesicles, %d receptors", len(s.pool), len(s.receptors))
	}
	for i, p := range s.pool {
		for _, q := range s.pool[:i] {
			if d := math.Hypot(p.x-q.x, p.z-q.z); p.far == q.far && d < view.Vesicle {
				t.Errorf("vesicles %v and %v overlap", p, q)
			}
		}
	}
	for i, r := range s.near {
		if len(r.receptors) < 3 || len(r.enzymes) < 1 {
			t.Errorf("site %d reaches %d receptors and %d enzymes", i, len(r.receptors), len(r.enzymes))
		}
	}
	for _, p := range s.membrane {
		if n := math.Hypot(p.nx, p.nz); math.Abs(n-1) > 1e-6 {
			t.Errorf("the membrane's normal at %v, %v is %v long", p.x, p.z, n)
		}
	}
}

// mean gives how many of a kind there are on the average of ten seconds.
func mean(e *endplate, v *view.View, kind thing) float64 {
	sum := 0
	for i := range 100 {
		v.Inner.Seconds = 20 + float64(i)*0.1
		sum += e.lay(v)(kind)
	}
	return float64(sum) / 100
}

// The picture follows the state: more drive, more acetylcholine and more open
// receptors; more acid, acetylcholine for longer; sensitisers dock.
func TestEndplateFollowsTheState(t *testing.T) {
	e, v := endplateOf(t), leaking()
	active, open := mean(e, v, achDot), mean(e, v, receptor)
	v.Inner.Acid = 0
	mild := mean(e, v, achDot)
	v.Inner.Drive = 0.02
	healthy, shut := mean(e, v, achDot), mean(e, v, receptor)
	if !(healthy > 0 && active > 10*healthy && mild < 0.8*active && open > 5*shut) {
		t.Errorf("dots: active %v, without acid %v, healthy %v; open receptors %v and %v", active, mild, healthy, open, shut)
	}
	v.Inner.Sensitised = 0
	if n := e.lay(v)(sensitiser); n != 0 {
		t.Errorf("%d sensitisers in healthy muscle", n)
	}
	v.Inner.Sensitised, v.Inner.Released = 0.2, 0
	few := mean(e, v, sensitiser)
	v.Inner.Released = 1
	if many := mean(e, v, sensitiser); many < 1.5*few {
		t.Errorf("sensitisers: %v, after a twitch %v", few, many)
	}
}

// An impulse is seen in a twitch alone, and never for the leak.
func TestEndplateShowsNoImpulseForTheLeak(t *testing.T) {
	e, v := endplateOf(t), leaking()
	if n := e.lay(v)(impulse); n != 0 {
		t.Errorf("%d pieces of an impulse for the leak", n)
	}
	v.Inner.Twitch = 0.5
	if n := e.lay(v)(impulse); n == 0 {
		t.Error("no impulse in a twitch")
	}
	v.Inner.NerveCut = true
	if n := e.lay(v)(impulse); n != 0 {
		t.Error("an impulse through a cut nerve")
	}
	if n := mean(e, v, achDot); n == 0 {
		t.Error("the leak ends with the nerve cut")
	}
}

// While time holds, nothing moves; with reduced motion, nothing moves but in
// steps.
func TestEndplateStandsStillWhileTimeHolds(t *testing.T) {
	e, v := endplateOf(t), leaking()
	same := func() bool {
		e.lay(v)
		a := append([]ebiten.Vertex(nil), e.sheet.v...)
		v.Seconds++
		if v.Still {
			v.Inner.Seconds += 0.3
		}
		e.lay(v)
		for i := range a {
			if len(a) != len(e.sheet.v) || a[i] != e.sheet.v[i] {
				return false
			}
		}
		return true
	}
	if !same() {
		t.Error("something moves while time holds")
	}
	v.Still = true
	if !same() {
		t.Error("something glides with reduced motion")
	}
}

// Whatever the state holds, nothing that is no number reaches the shaders.
func TestAnyStateGivesFiniteEndplates(t *testing.T) {
	e := endplateOf(t)
	dst := ebiten.NewImage(64, 48)
	any := rapid.OneOf(rapid.Float64Range(-2, 2), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300}))
	rapid.Check(t, func(t *rapid.T) {
		v := leaking()
		in := &v.Inner
		for _, x := range []*float64{&in.Drive, &in.Acid, &in.Sensitised, &in.Released, &in.Twitch, &in.Knot, &in.Struck, &in.Injury, &in.Seconds} {
			*x = any.Draw(t, "value")
		}
		in.NerveCut, v.Still = rapid.Bool().Draw(t, "cut"), rapid.Bool().Draw(t, "still")
		v.Zoom = view.Zoom(rapid.Float64Range(4, 5).Draw(t, "zoom"))
		v.Camera = view.Close(v.Zoom, 1092, 700, v.KnotDepth)
		f, _ := frame(v, 64, 48)
		e.paint(dst, v, f)
		for _, c := range e.sheet.v {
			for _, x := range []float32{c.DstX, c.DstY, c.ColorR, c.ColorG, c.ColorB, c.ColorA, c.Custom0, c.Custom1, c.Custom2, c.Custom3} {
				if x != x || math.IsInf(float64(x), 0) {
					t.Fatalf("a corner holds %v", x)
				}
			}
			if c.ColorA < 0 || c.ColorA > 1 {
				t.Fatalf("a thing of kind %v is %v solid", c.Custom3, c.ColorA)
			}
		}
		for _, p := range e.shaders() {
			for name, values := range p.values {
				for _, x := range values {
					if x != x || math.IsInf(float64(x), 0) {
						t.Fatalf("uniform %s = %v", name, values)
					}
				}
			}
		}
	})
}

// After the first frames the level's own work asks for no memory.
func TestSteadyEndplateAllocatesNothing(t *testing.T) {
	e, v := endplateOf(t), leaking()
	v.Inner.Twitch, v.Inner.Released = 0.5, 1
	n := 0
	work := func() {
		n++
		v.Inner.Seconds = 40 + float64(n%60)/30
		f, _ := frame(v, 1092, 700)
		e.k, e.x, e.y = f.px/1000, f.x, f.y
		e.sheet.reset()
		e.glow(v)
		e.release(v)
		e.sensitise(v)
		e.gauge(v)
	}
	for range 60 {
		work()
	}
	if a := testing.AllocsPerRun(60, work); a != 0 {
		t.Errorf("%v allocations a frame, want none", a)
	}
}

func BenchmarkEndplate(b *testing.B) {
	e, v := endplateOf(b), leaking()
	v.Inner.Twitch, v.Inner.Released = 0.8, 1
	for i := 0; b.Loop(); i++ {
		v.Inner.Seconds = 40 + float64(i)/60
		e.lay(v)
	}
}
