//go:build !js

package pagetest

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// fine is the picture of the pixel tests: 10 px of the buffer a mm and more.
const fine = "?quality=0.5&clock=manual"

// gaze opens the lab large, with the frame that all later passes have: a first
// pass far beside the point, which leaves the point as it was.
func gaze(t *testing.T, kind string) student {
	t.Helper()
	return behold(t, fine, kind)
}

// behold does the same with an address of its own.
func behold(t *testing.T, query, kind string) student {
	t.Helper()
	s := student{Open(t, query), t}
	s.resize(1024, 768)
	if kind != "active" {
		s.tap("kind-" + kind)
	}
	s.tap("do-more") // and back: it will not come forward by itself and take height
	s.tap("do-more")
	s.slide("Aim", -16)
	s.pass()
	s.slide("Aim", 0)
	return s
}

// tenPasses needles the middle and then towards 12 and 6 o'clock by turns: seen
// from the front all their tracks lie over each other, and beside them nothing
// but the tissue is to be seen. It gives the frame after each pass.
func (s student) tenPasses() (frames [10]sight) {
	s.t.Helper()
	for n := range frames {
		s.slide("Angle", [...]float64{0, 4, 8, 12}[(n+1)/2%4])
		s.slide("Direction", float64(n%2*6))
		s.pass()
		frames[n] = s.look()
	}
	return frames
}

// knotBox is the middle of the knot: its colour without the fibres round it.
func (v sight) knotBox() colour {
	return v.mean(-2, limb.Knot-1.5, 2, limb.Knot+1.5)
}

// profile gives the luminance of the picture from one depth to another, of the
// columns x0 to x1 (mm), one value a row.
func (v sight) profile(x0, x1, z0, z1 float64) []float64 {
	ax, ay := v.px(x0, z0)
	bx, by := v.px(x1, z1)
	var rows []float64
	for y := int(ay); y < int(by); y++ {
		sum := 0.0
		for x := int(ax); x < int(bx); x++ {
			p := v.img.NRGBAAt(x, y)
			sum += 0.2126*float64(p.R) + 0.7152*float64(p.G) + 0.0722*float64(p.B)
		}
		rows = append(rows, sum/255/math.Max(1, float64(int(bx)-int(ax))))
	}
	return rows
}

// follow gives by how many rows the texture of a profile has moved down in the
// last of the later ones, at most most either way. It goes from one to the next,
// as fibres are too much alike to be told from their neighbours after a leap.
func follow(from []float64, later [][]float64, most int) int {
	at := 0
	for _, to := range later {
		best, now := math.Inf(-1), at
		for d := max(-most, at-2); d <= min(most, at+2); d++ {
			if c := alike(from[most:len(from)-most], to[most+d:len(to)-most+d]); c > best {
				best, now = c, d
			}
		}
		at = now
	}
	return at
}

// alike is the correlation of two profiles.
func alike(a, b []float64) float64 {
	var ma, mb, ab, aa, bb float64
	for i := range a {
		ma, mb = ma+a[i]/float64(len(a)), mb+b[i]/float64(len(a))
	}
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	return ab / math.Sqrt(aa*bb+1e-12)
}

// differs gives the mean difference of two frames in a box in mm, 0 to 1.
func differs(a, b sight, x0, z0, x1, z1 float64) float64 {
	ax, ay := a.px(x0, z0)
	bx, by := a.px(x1, z1)
	sum, n := 0.0, 0.0
	for y := int(ay); y < int(by); y++ {
		for x := int(ax); x < int(bx); x++ {
			p, q := a.img.NRGBAAt(x, y), b.img.NRGBAAt(x, y)
			for _, d := range [...]int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B)} {
				sum += math.Abs(float64(d)) / 255
				n++
			}
		}
	}
	return sum / n
}

// Fibres bow round the knot most beside its middle: left of the needle tracks,
// over the band's middle and under it.
func (v sight) over() []float64  { return v.profile(-1.6, -0.7, limb.Knot-4.4, limb.Knot+0.8) }
func (v sight) under() []float64 { return v.profile(-1.6, -0.7, limb.Knot-0.8, limb.Knot+4.4) }

// moved gives by how many rows the fibres over and under the band's middle have
// come down.
func moved(before sight, frames [10]sight) (over, under int) {
	var overs, unders [][]float64
	for _, f := range frames {
		overs, unders = append(overs, f.over()), append(unders, f.under())
	}
	return follow(before.over(), overs, 10), follow(before.under(), unders, 10)
}

// Ten good passes are seen: the knot pales, and the fibres that bowed round it
// lie straighter.
func TestTenPassesAreSeen(t *testing.T) {
	s := gaze(t, "active")
	before := s.look()
	frames := s.tenPasses()
	after := frames[9]
	if before.cam != after.cam {
		t.Fatalf("the frame changed: %+v, %+v", before.cam, after.cam)
	}
	orange := colour{1, 0.749, 0.451} // the palette's knot
	from, to := before.knotBox().to(orange), after.knotBox().to(orange)
	t.Logf("knot: %.3f, then %.3f; %.3f and %.3f from orange", before.knotBox(), after.knotBox(), from, to)
	if to-from < 0.05 {
		t.Errorf("the knot's colour went %.3f away from orange, want 0.05 and more", to-from)
	}
	over, under := moved(before, frames)
	px := float64(after.img.Rect.Dx()) / after.cam.W * after.cam.PxPerMM
	t.Logf("fibres over the band's middle came down by %d rows, those under it by %d; %.1f rows are a mm", over, under, px)
	if over < 2 || under > -2 {
		t.Errorf("fibres over the band's middle came down by %d rows and those under it by %d, want 2 and more towards the middle", over, under)
	}
}

// The same passes leave healthy muscle as it is, and it has no knot.
func TestHealthyMuscleHasNoKnot(t *testing.T) {
	s := gaze(t, "healthy")
	before := s.look()
	beside := before.mean(6, limb.Knot-1.5, 12, limb.Knot+1.5)
	if d := before.knotBox().to(beside); d > 0.06 {
		t.Errorf("where the knot would be the colour differs by %.3f from the muscle beside", d)
	}
	if over, under := moved(before, s.tenPasses()); over != 0 || under != 0 {
		t.Errorf("fibres of healthy muscle moved by %d and %d rows", over, under)
	}
}

var badgeMS = regexp.MustCompile(`(\d+) ms`)

// toTwitch begins a pass and lets time by to the height of its twitch: 60 to
// 120 ms after the hit, of which 30 are the reflex's way and 80 the rise.
func (s student) toTwitch() {
	s.t.Helper()
	s.tap("do-pass")
	for range 400 {
		s.Advance(20)
		clock := Eval[string](s.Page, `document.getElementById("badge").dataset.clock`)
		if m := badgeMS.FindStringSubmatch(s.text("#badge")); clock == "slow" && m != nil {
			if ms, _ := strconv.Atoi(m[1]); ms >= 80 && ms <= 120 {
				return
			}
		}
	}
	s.t.Fatalf("no twitch came by: %q", s.text("#badge"))
}

// A twitch is shape: the band is displaced, the muscle far from it is not.
func TestTwitchDisplacesTheBand(t *testing.T) {
	s := gaze(t, "active")
	before := s.look()
	s.toTwitch()
	during := s.look()
	band := differs(before, during, -8, limb.Knot-2.5, -2, limb.Knot+2.5)
	far := differs(before, during, -8, limb.Muscle-3, -2, limb.Muscle-1)
	t.Logf("the band differs by %.4f, muscle far from it by %.4f", band, far)
	if band < 0.03 || band < 4*far {
		t.Errorf("in a twitch the band differs by %.4f and the muscle far from it by %.4f; want 0.03 and four times as much", band, far)
	}
	s.settle()
	// With eyes on the skin alone there is next to nothing to be seen of it.
	s.tap("at-skin")
	s.slide("Direction", 3)
	s.slide("Angle", 9)
	before = s.look()
	s.toTwitch()
	during = s.look()
	skin := differs(before, during, -12, -2, -3, limb.Fascia)
	t.Logf("at the skin the same twitch differs by %.4f", skin)
	if skin > band/5 {
		t.Errorf("at the skin a twitch differs by %.4f, want under a fifth of the band's %.4f", skin, band)
	}
}
