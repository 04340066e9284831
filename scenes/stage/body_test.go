package stage

import (
	"math"
	"os"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

func plateView(z view.Zoom) *view.View {
	v := band()
	v.Zoom = z
	v.Camera = view.Close(z, 1092, 700, v.KnotDepth)
	v.Inner.Sensitised = 0.8
	return v
}

func level[T painter](t testing.TB, l view.Level) T {
	s := stage(t)
	p, ok := s.levels[l].(T)
	if !ok {
		t.Fatalf("the level %v is painted by %T", l, s.levels[l])
	}
	return p
}

// Both shaders draw the muscle that view places labels on.
func TestMuscleShadersHoldTheFormulaeOfView(t *testing.T) {
	for _, file := range []string{"body.kage", "wholemuscle.kage"} {
		src, err := os.ReadFile("../../assets/shaders/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range []string{"s := clamp(x/60, -1, 1)", "u := abs(x) / (86 + 6*s)", "a := 16.7 * (1 - u*u*sqrt(u))", "t := 3.6 - s",
			"return 0.5 * (a + t + sqrt((a-t)*(a-t)+16))", "return 8 + 7*(x/110)*(x/110)"} {
			if !strings.Contains(string(src), l) {
				t.Errorf("%s no longer has %q: view/wholemuscle.go must change with it", file, l)
			}
		}
	}
}

func TestFigureFitsItsUniforms(t *testing.T) {
	if n := len(view.Figure()); n > mapParts {
		t.Errorf("%d parts, room for %d", n, mapParts)
	}
	for _, list := range [][]view.Crease{view.Front(), view.Back()} {
		if len(list) > mapLine {
			t.Errorf("%d creases, room for %d", len(list), mapLine)
		}
	}
	if w := mapWide * mapMM; w < 2*385 || mapTop+mapTall*mapMM < view.FigureTall {
		t.Error("the map is smaller than the figure")
	}
}

func TestTurnedGoesThereAndBack(t *testing.T) {
	tu := turn(picture{scale: 2, px: 3.7, x: 400, y: 300, w: 546, h: 350}, 0.8)
	x, z := tu.mm(tu.at(12, -7))
	if math.Abs(x-12) > 1e-9 || math.Abs(z+7) > 1e-9 {
		t.Errorf("(12, -7) came back as (%v, %v)", x, z)
	}
}

// What the levels show of the state reaches their shaders.
func TestBodyAndMuscleFollowTheState(t *testing.T) {
	dst := ebiten.NewImage(109, 70)
	b, m := level[*body](t, view.BodyLevel), level[*wholeMuscle](t, view.MuscleLevel)
	far, close := plateView(0), plateView(1)
	for _, f := range []float64{0, 0.4, 0.9} {
		far.Inner.Sensitised = f
		fr, _ := frame(far, 109, 70)
		b.paint(dst, far, fr)
		if z := float64(b.skin.values["Zone"][3]); math.Abs(z-f) > 0.005 {
			t.Errorf("sensitised %v: the zone is drawn at %v", f, z)
		}
	}
	last := -1.0
	for _, tension := range []float64{0.02, 0.15, 0.38} {
		close.Tension = tension
		fr, _ := frame(close, 109, 70)
		m.paint(dst, close, fr)
		pull := float64(m.tissue.values["Pull"][0])
		if pull <= last {
			t.Errorf("tension %v pulls by %v, no more than a smaller one by %v", tension, pull, last)
		}
		last = pull
	}
	close.Twitch, close.Ripple = 0.7, 20
	fr, _ := frame(close, 109, 70)
	m.paint(dst, close, fr)
	if p, j := m.tissue.values["Pull"][1], m.tissue.values["Jerk"]; p != 0.7 || j[2] != view.TwitchTimes || j[0] == 0 {
		t.Errorf("a twitch of 0.7: %v, jerk %v", p, j)
	}
	close.Still = true
	m.paint(dst, close, fr)
	if j := m.tissue.values["Jerk"][0]; j != 0 {
		t.Errorf("reduced motion: a ripple of %v", j)
	}
	close.KnotShown = false
	close.Twitch = 0
	m.paint(dst, close, fr)
	if k := m.tissue.values["Knot"]; k[2] != 0 || k[3] != 0 {
		t.Errorf("hidden points are drawn: %v", k)
	}
}

// While nothing that it depends on changes, the kept picture is not drawn again.
func TestPlateIsKept(t *testing.T) {
	dst := ebiten.NewImage(109, 70)
	m := level[*wholeMuscle](t, view.MuscleLevel)
	v := plateView(1)
	fr, _ := frame(v, 109, 70)
	m.paint(dst, v, fr)
	kept := m.key
	v.Tension, v.Twitch, v.Seconds = 0.1, 0.5, 9
	m.paint(dst, v, fr)
	if m.key != kept {
		t.Error("the plate was drawn again for what only the strip shows")
	}
	v.Dent = 3
	m.paint(dst, v, fr)
	if m.key == kept {
		t.Error("a pressing finger did not change the plate")
	}
}

func TestLevelsAllocateNothing(t *testing.T) {
	m := level[*wholeMuscle](t, view.MuscleLevel)
	v := plateView(1)
	fr, _ := frame(v, 1092, 700)
	n := 0
	work := func() {
		n++
		v.Tension, v.Twitch, v.Ripple = 0.2+0.1*math.Sin(float64(n)), 0.5, float64(n%200)
		tu := turn(fr, v.Zoom.Turn())
		m.band(v, tu)
		m.pen.reset(fr.scale)
		m.tracks(v, tu)
		m.needle(v, tu)
	}
	work()
	if a := testing.AllocsPerRun(50, work); a != 0 {
		t.Errorf("%v allocations a frame, want none", a)
	}
}
