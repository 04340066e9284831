package stage

import (
	"math"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"pgregory.net/rapid"

	"taut/scenes/view"
)

func band() *view.View {
	l := view.Layers{Skin: 1.8, Fat: 5.8, Fascia: 6.5, Muscle: 24.2}
	v := &view.View{
		Camera: view.Fit(1092, 552, l), Layers: l, KnotDepth: 15, KnotRadius: 4.26, KnotShown: true,
		Tension: 0.2, Start: 0.38, Flow: 0.6, Haze: 0.5, Acid: 0.5, Ripple: -1,
		Needle: view.Needle{Shown: true, Entry: view.Point{X: 2}, Tip: view.Point{X: 0.3, Z: 15}, Length: 17},
		Tracks: []view.Track{
			{Entry: view.Point{X: 2}, Tip: view.Point{X: 1, Z: 15}, Twitch: 0.8},
			{Entry: view.Point{X: 2}, Tip: view.Point{X: -1, Z: 16}},
		},
	}
	v.Camera.Dock = 148
	for i := range v.Loci {
		v.Loci[i] = view.Locus{Point: view.Point{X: float64(i%4) - 1.5, Z: 14 + float64(i/4)*0.6}, Activity: 0.5}
	}
	lo, hi := make([]float64, 900), make([]float64, 900)
	for i := range lo {
		lo[i], hi[i] = 0.5-0.3*math.Abs(math.Sin(float64(i))), 0.5+0.3*math.Abs(math.Cos(float64(i)))
	}
	v.Scan = view.Scan{Band: 11.9, Beside: 5.8}
	v.Traces = view.Traces{Shown: true, Cursor: 0.8, Rows: []view.Row{{Lo: lo, Hi: hi, Color: "emg"}, {Lo: hi, Hi: hi, Color: "tension"}},
		Marks: []view.Mark{{At: 0.2, Twitch: 1}, {At: 0.4}, {At: 0.6, Break: true}}}
	return v
}

func stage(t testing.TB) *Stage {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNeedlePointsFromItsTipToItsGrip(t *testing.T) {
	for name, c := range map[string]struct {
		n    view.Needle
		want view.Point
	}{
		"in the muscle":  {view.Needle{Entry: view.Point{X: 3}, Tip: view.Point{Z: 4}}, view.Point{X: 0.6, Z: -0.8}},
		"above the skin": {view.Needle{Entry: view.Point{X: 3}, Tip: view.Point{X: 6, Z: -4}}, view.Point{X: 0.6, Z: -0.8}},
		"on its entry":   {view.Needle{}, view.Point{Z: -1}},
		"out of plane":   {view.Needle{Entry: view.Point{Y: 3}, Tip: view.Point{Z: 4}}, view.Point{Y: 0.6, Z: -0.8}},
	} {
		a := axis(c.n)
		if math.Abs(a.X-c.want.X)+math.Abs(a.Y-c.want.Y)+math.Abs(a.Z-c.want.Z) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, a, c.want)
		}
	}
}

// The ghost's edge runs where the band's edge was: wider at the knot than
// beside it, and it stays when the band lets go.
func TestGhostKeepsTheStart(t *testing.T) {
	v := band()
	f, _ := frame(v, 1092, 700)
	var p pen
	p.reset(1)
	height := func(x float64, path []pt) float64 {
		px, mid := v.Camera.Px(x, v.KnotDepth+view.Wave(x))
		best := path[0]
		for _, q := range path {
			if math.Abs(q.x-px) < math.Abs(best.x-px) {
				best = q
			}
		}
		return math.Abs(best.y-mid) / v.Camera.PxPerMM
	}
	path := p.edge(v, f, view.BandHalf, v.Pull(v.Start))
	knot, beside := height(0, path), height(9, path)
	if knot < 1.3*beside {
		t.Errorf("half the ghost is %.2f mm at the knot and %.2f beside it", knot, beside)
	}
	v.Tension = 0.01
	if again := height(0, p.edge(v, f, view.BandHalf, v.Pull(v.Start))); again != knot {
		t.Errorf("the ghost moved with the tension: %.2f, was %.2f", again, knot)
	}
}

// A mark's shape tells the twitch: a filled disc, a smaller one, a ring.
func TestTrackMarksDifferByTwitch(t *testing.T) {
	v := band()
	f, _ := frame(v, 1092, 700)
	mark := func(twitch float64) (radius, kind float32) {
		var p pen
		p.reset(1)
		v.Tracks = v.Tracks[:1]
		v.Tracks[0].Twitch = twitch
		p.tracks(v, f, Palette{})
		last := p.v[len(p.v)-1]
		return last.Custom1, last.Custom3
	}
	big, fill := mark(0.9)
	small, fill2 := mark(0.2)
	_, ring := mark(0)
	if fill != -1 || fill2 != -1 || ring >= -1 || big <= small {
		t.Errorf("large %v (%v), small %v (%v), ring %v", big, fill, small, fill2, ring)
	}
}

// The vessels move with the fibres of the shader: what a twitch moves comes back
// to its slack place by the shader's own formula.
func TestTwitchMovesVesselsWithTheFibres(t *testing.T) {
	w := wave{twitch: 0.7, from: 1, amplitude: 0.3, run: 6}
	for x := -20.0; x <= 20; x += 1.7 {
		for y := -3.0; y <= 3; y += 0.7 {
			qx, qy := w.move(x, 15+y, 15)
			qy -= 15
			u := qx - w.from
			run := math.Abs(u) - w.run
			body := view.Body(qy)
			back := qy + body*(w.amplitude*math.Exp(-run*run/7)*math.Sin(1.9*run)+0.42*w.twitch*math.Exp(-u*u/60))
			body = view.Body(back)
			mx := qx + body*1.1*w.twitch*u/(1+math.Abs(u)*0.22)
			my := back * (1 - 0.16*w.twitch*math.Exp(-u*u/45)*body)
			// First-order inverses: a fifth of a fibre across, half a mm along.
			if math.Abs(mx-x) > 0.6 || math.Abs(my-y) > 0.12 {
				t.Fatalf("(%.1f, %.1f) goes to (%.2f, %.2f), which was (%.2f, %.2f)", x, y, qx, qy, mx, my)
			}
		}
	}
}

func TestStillReductionHasNoRipple(t *testing.T) {
	s := stage(t)
	v := band()
	v.Twitch, v.Ripple = 0.8, 20
	if w := s.ripple(v); w.amplitude == 0 {
		t.Error("no ripple runs in a live twitch")
	}
	v.Still = true
	if w := s.ripple(v); w.amplitude != 0 || w.twitch != 0.8 {
		t.Errorf("reduced motion: %+v, want the twitch without a ripple", w)
	}
}

// Whatever the view holds, nothing that is no number reaches the shaders.
func TestAnyViewGivesFiniteNumbers(t *testing.T) {
	s := stage(t)
	dst := ebiten.NewImage(64, 48)
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1, 1e300, -1e300, 5e-324}
	any := rapid.OneOf(rapid.Float64Range(-40, 40), rapid.SampledFrom(odd))
	point := rapid.Custom(func(t *rapid.T) view.Point {
		return view.Point{X: any.Draw(t, "x"), Y: any.Draw(t, "y"), Z: any.Draw(t, "z")}
	})
	check := func(what string, t *rapid.T, vs []ebiten.Vertex) {
		for _, v := range vs {
			for _, x := range []float32{v.DstX, v.DstY, v.ColorR, v.ColorG, v.ColorB, v.ColorA, v.Custom0, v.Custom1, v.Custom2, v.Custom3} {
				if x != x || math.IsInf(float64(x), 0) {
					t.Fatalf("%s: a corner holds %v", what, x)
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := band()
		v.Theme = rapid.SampledFrom([]string{"", "dark", "light", "projector", "odd"}).Draw(t, "theme")
		v.Plain, v.Still, v.Skin = rapid.Bool().Draw(t, "plain"), rapid.Bool().Draw(t, "still"), rapid.Bool().Draw(t, "skin")
		v.KnotShown = rapid.Bool().Draw(t, "shown")
		v.Scan.Shown = rapid.Bool().Draw(t, "scan")
		for _, f := range []*float64{&v.KnotDepth, &v.KnotRadius, &v.Tension, &v.Start, &v.Twitch, &v.TwitchX, &v.Ripple, &v.Cramp, &v.Flow, &v.Haze,
			&v.Acid, &v.Dent, &v.DentX, &v.DentWas, &v.Seconds, &v.Needle.Length, &v.Needle.SpeedMM, &v.Layers.Skin, &v.Layers.Muscle, &v.Layers.Fascia,
			&v.Scan.Left, &v.Scan.Band, &v.Scan.Beside, &v.Lens.KnotNow, &v.Lens.RestStart, &v.Traces.Cursor, &v.Camera.PxPerMM, &v.Camera.X, &v.Camera.W, &v.Camera.Dock} {
			if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
				*f = any.Draw(t, "value")
			}
		}
		v.Needle.Entry, v.Needle.Tip = point.Draw(t, "entry"), point.Draw(t, "tip")
		v.Tracks[0].Tip, v.Loci[3].Point, v.Loci[4].Activity = point.Draw(t, "track"), point.Draw(t, "locus"), any.Draw(t, "activity")
		v.Lens.Shown, v.Needle.Halo = true, true
		s.Draw(dst, v)
		check("strip", t, s.strip.v)
		check("vessels", t, s.veins.v)
		check("ghost", t, s.start.v)
		check("lines", t, s.pen.v)
		for _, p := range s.passes() {
			for name, values := range p.values {
				for _, x := range values {
					if x != x || math.IsInf(float64(x), 0) {
						t.Fatalf("uniform %s = %v", name, values)
					}
				}
			}
		}
		l := s.muscle.values["Loci"]
		for i := 3; i < len(l); i += 4 {
			if l[i] < 0 || l[i] > 1 {
				t.Fatalf("activity %v", l[i])
			}
		}
	})
}

// After the first frame the stage's own work asks for no memory.
func TestSteadyFramesAllocateNothing(t *testing.T) {
	s := stage(t)
	v := band()
	f, _ := frame(v, 1092, 700)
	n := 0
	work := func() {
		n++
		v.Tension = 0.2 + 0.1*math.Sin(float64(n))
		v.Twitch, v.Ripple = 0.5, float64(n%200)
		place(&s.muscle, v, f)
		s.fill(v)
		s.veins.build(v, f, s.ripple(v))
		s.pen.reset(f.scale)
		s.pen.tracks(v, f, s.palette)
		s.pen.rings(v, f, s.palette)
		s.pen.leader(v, s.palette)
		s.pen.scaleBar(v, f, s.palette)
		v.Traces.Rows[0].Hi[n%900] = 1
		s.start.build(v, f, s.palette, s.look)
		s.chart.build(v, f, s.palette, s.look)
		s.pen.add(&s.start.mesh)
		s.pen.add(&s.chart.mesh)
	}
	work()
	if a := testing.AllocsPerRun(50, work); a != 0 {
		t.Errorf("%v allocations a frame, want none", a)
	}
}

func BenchmarkVesselsMoved(b *testing.B) {
	s, v := stage(b), band()
	f, _ := frame(v, 1092, 700)
	for i := 0; b.Loop(); i++ {
		v.Tension = 0.1 + 0.01*float64(i%20)
		v.Twitch, v.Ripple = 0.5, float64(i%200)
		s.veins.build(v, f, s.ripple(v))
	}
}
