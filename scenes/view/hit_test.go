package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// scene gives a view of an active point at a level, in a picture of w x h.
func scene(l Level, w, h float64) *View {
	v := &View{
		Zoom: Zoom(l), Layers: Layers{Skin: 2, Fat: 6, Fascia: 6.8, Muscle: 24.2}, KnotDepth: 15, KnotRadius: 4.26, KnotShown: true,
		Ripple: -1, Tension: 0.38, Start: 0.38, Flow: 0.6,
		Needle: Needle{Shown: true, Tip: Point{Z: 9}, Length: 20},
		Lens:   Lens{Shown: true, KnotStart: 1.4, RestStart: 2.8, KnotNow: 1.5, RestNow: 2.8},
		Inner:  Inner{Knot: 1.45, Rest: 2.839, Active: 0.377, Flow: 0.6, Sensitised: 0.34, Acid: 0.4, Drive: 0.43, Healthy: false, Struck: 10},
	}
	v.Camera = Close(v.Zoom, w, h, v.KnotDepth)
	if l == BandLevel {
		v.Camera = Fit(w, h, v.Layers)
	}
	return v
}

var pictures = [...][2]float64{{1064, 700}, {704, 588}, {390, 380}}

// A finger on the place of a thing gets this thing, by mouse and by touch.
func TestAnchorsAreHit(t *testing.T) {
	for l := range Levels {
		for _, size := range pictures {
			v := scene(l, size[0], size[1])
			places, inside := v.Places(nil, l), 0
			for _, a := range places {
				x, y := v.Spot(l, a.X, a.Z)
				if x < 0 || y < 0 || x > size[0] || y > size[1] {
					continue
				}
				inside++
				for _, reach := range []float64{16, 26} {
					if got := v.Hit(l, places, x, y, reach); got != a.Key {
						t.Errorf("%v %v: at the place of %q lies %q", l, size, a.Key, got)
					}
				}
			}
			if inside < 5 || inside < len(places)/2 {
				t.Errorf("%v %v: only %d of %d places are in the picture", l, size, inside, len(places))
			}
		}
	}
}

// The same on the scan; between its two pictures and left of them nothing has a
// name.
func TestScanIsHit(t *testing.T) {
	for _, size := range append(pictures[:len(pictures):len(pictures)], [2]float64{320, 290}) {
		for _, left := range []float64{0, 80} {
			v := scene(BandLevel, size[0], size[1])
			v.Lens.Shown, v.Scan = false, Scan{Shown: true, Left: left}
			v.Camera = Scanned(v.Camera, left)
			p, places := ScanPanes(size[0], left), v.Places(nil, BandLevel)
			if len(places) != 6 {
				t.Errorf("%d places", len(places))
			}
			for _, a := range places {
				x, y := v.Spot(BandLevel, a.X, a.Z)
				if got := v.Hit(BandLevel, places, x, y, 16); got != a.Key {
					t.Errorf("%v: at the place of %q lies %q", size, a.Key, got)
				}
				// Without the place its shape is hit; the nodule lies over the vessels.
				if got := v.Hit(BandLevel, nil, x, y, 16); got != a.Key {
					t.Errorf("%v: in the shape of %q lies %q", size, a.Key, got)
				}
			}
			top, _, end := v.FlowStrip()
			_, band := v.Camera.Px(0, v.KnotDepth)
			for _, at := range []struct {
				x, y float64
				want string
			}{{p.Right - 2, band, "stiffness"}, {p.Image() + 40, (top + end) / 2, "blood-flow"}, {p.Split + p.Gap, band, ""}, {left + 1, band, ""}} {
				if got := v.Hit(BandLevel, nil, at.x, at.y, 16); got != at.want {
					t.Errorf("%v: at %.0f, %.0f lies %q, want %q", size, at.x, at.y, got, at.want)
				}
			}
		}
	}
}

// A place in the shape of a thing, far from where a label's line ends, is the
// thing's as well. Places are in mm from the trigger point at the band, the
// muscle and the body, in µm nearer in; they come from the drawn shapes.
func TestShapesAreHit(t *testing.T) {
	for l, want := range [Levels]map[string][][2]float64{
		BodyLevel: {
			"front": {{-297, -640}, {-380, 500}, {-297 - 140, -400}}, "back": {{0, -400}}, "region": {{-20, -60}},
		},
		MuscleLevel: {
			"skin": {{40, -13.7 + Wave(40)}, {-60, -11 + Wave(-60)}}, "fat": {{-50, -11}}, "belly": {{30, 8}, {-30, 4}}, "bone": {{-50, 30}}, "deep-muscle": {{40, 50}},
			"latent": {{39, Across(39, 10.5)}}, "taut-band": {{50, Across(50, 0)}}, "needle": {{0, -20}, {0, -30}}, "tendon": {{95, BellyAxis(95)}}, "origin": {{-95, BellyAxis(-95)}},
		},
		BandLevel: {
			"skin": {{-9, -14}}, "fat": {{-8, -11.3}, {-14, -11}}, "fascia": {{6, -8.5 + Wave(6)}}, "fibres": {{-7, -5.5}, {3, 5.1}}, "bone": {{4, 11}},
			"taut-band": {{-11, Wave(-11)}}, "knot": {{-2, Wave(-2)}}, "needle": {{0, -16.5}, {0, -7}},
		},
		FibreLevel: {
			"fibre": {{-100, -66}, {-200, 66}}, "knot": {{-80, 0}}, "thinned": {{230, 0}},
		},
		SarcomereLevel: {
			"z-line": {{-1.45 / 2, -0.4}, {1.5 * 1.45, 0.5}}, "reticulum": {{0.1, -1.75}}, "mitochondrion": {{0.4, 1.85}},
			"sarcomere-beside": {{3.0, 0.9}}, "m-line": {{1.45, -0.8}},
		},
		EndplateLevel: {
			"fold": {{0, 0.30}, {-0.4, 0.2}}, "sarcoplasm": {{0.1, 0.42}, {-0.1, 0.15}}, "ending": {{0.2, -0.1}}, "schwann-cell": {{0.345, -0.21}},
			"potential": {{0.52, 0.45}}, "nociceptor": {{0.56, -0.17}}, "nerve": {{-0.15, -0.42}},
		},
	} {
		level := Level(l)
		for _, size := range pictures {
			v := scene(level, size[0], size[1])
			places := v.Places(nil, level)
			for key, at := range want {
				for _, p := range at {
					x, z := p[0], p[1]
					switch {
					case key == "back":
						x = v.backX()
					case level == FibreLevel:
						x, z = v.FibreShape().Place(x, z)
					case level == SarcomereLevel:
						m, _, _ := v.Inner.Lay()
						z = m.Depth(x, z)
					}
					if level > BandLevel {
						x, z = x/1e3, z/1e3
					}
					px, py := v.Spot(level, x, z)
					if px < 0 || py < 0 || px > size[0] || py > size[1] {
						continue
					}
					if got := v.Hit(level, places, px, py, 6); got != key {
						t.Errorf("%v %v: at %v lies %q, want %q", level, size, p, got, key)
					}
				}
			}
		}
	}
}

// Where nothing is drawn nothing is hit.
func TestAirIsNothing(t *testing.T) {
	for l, at := range map[Level][2]float64{BodyLevel: {-700, 0}, MuscleLevel: {50, -60}, BandLevel: {10, -16.5}} {
		v := scene(l, 1064, 700)
		x, y := v.Spot(l, at[0], at[1])
		if got := v.Hit(l, v.Places(nil, l), x, y, 16); got != "" {
			t.Errorf("%v: the air is %q", l, got)
		}
	}
}

// The lens lies over all; the healthy sarcomere stands below.
func TestLensAndHealthySarcomereAreHit(t *testing.T) {
	v := scene(BandLevel, 1064, 700)
	x, y, r := LensAt(v.Camera)
	if got := v.Hit(BandLevel, nil, x-0.8*r, y, 16); got != "lens" {
		t.Errorf("in the lens lies %q", got)
	}
	v = scene(SarcomereLevel, 1064, 700)
	v.Inner.Healthy = true
	_, h, _ := v.Inner.Lay()
	x, y = v.Spot(SarcomereLevel, 0.9/1e3, h.Depth(0.9, 0.3)/1e3)
	if got := v.Hit(SarcomereLevel, nil, x, y, 16); got != "healthy-sarcomere" {
		t.Errorf("the healthy one is %q", got)
	}
}

// Slack takes back what Place does, with a twitch and a needle that drags too.
func TestSlackUndoesPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := fibreView()
		v.Twitch = rapid.Float64Range(0, 1).Draw(t, "twitch")
		v.Needle = Needle{Shown: rapid.Bool().Draw(t, "needle"), Tip: Point{X: rapid.Float64Range(-0.3, 0.3).Draw(t, "x"), Z: rapid.Float64Range(13, 17).Draw(t, "tip")}}
		f := v.FibreShape()
		x, y := rapid.Float64Range(-500, 500).Draw(t, "along"), rapid.Float64Range(-400, 400).Draw(t, "deep")
		gx, gy := f.Slack(f.Place(x, y))
		if math.Abs(gx-x) > 1e-6 || math.Abs(gy-y) > 0.5 {
			t.Fatalf("(%v, %v) comes back as (%v, %v)", x, y, gx, gy)
		}
	})
}

// A level that is turned, on the way in from the body, is hit where it is seen.
func TestTurnedLevelsAreHit(t *testing.T) {
	v := scene(MuscleLevel, 1064, 700)
	v.Zoom = 0.72
	v.Camera = Close(v.Zoom, 1064, 700, v.KnotDepth)
	x, y := v.Spot(MuscleLevel, 30, 8)
	if fx, fy := v.Camera.Px(30, v.KnotDepth+8); math.Hypot(x-fx, y-fy) < 5 {
		t.Fatal("the muscle is not turned there")
	}
	if got := v.Hit(MuscleLevel, v.Places(nil, MuscleLevel), x, y, 6); got != "belly" {
		t.Errorf("the belly is %q", got)
	}
}
