//go:build !js

package pagetest

import (
	"math"
	"slices"
	"testing"

	"taut/game/muscle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/lab"
	"taut/scenes/view"
)

// at opens the lab large at a level, after a pass that leaves the point as it was.
func at(t *testing.T, query, kind string, level view.Level) student {
	t.Helper()
	s := behold(t, query, kind)
	s.fly(level.String())
	return s
}

// fly flies to a level and lets the flight end.
func (s student) fly(level string) {
	s.t.Helper()
	s.tap("level-" + level)
	s.Advance(1500)
}

// lookAt takes the next frame with the camera of a level; its z is counted from
// the trigger point.
func (s student) lookAt(level view.Level) sight {
	s.t.Helper()
	v := s.look()
	v.cam = view.Close(view.Zoom(level), v.cam.W, v.cam.H, 0)
	if level != view.BandLevel {
		v.cam.Z = -v.cam.H / 2 / v.cam.PxPerMM
	}
	return v
}

// needled makes eight passes round the clock.
func (s student) needled() {
	s.t.Helper()
	for n := range 8 {
		s.slide("Angle", [...]float64{0, 6, 11}[min(n, 2)])
		s.slide("Direction", math.Mod(1.5*float64(n), 12))
		s.pass()
	}
}

// The zone of referred pain is there while the nerve endings are sensitised, and
// not in a healthy muscle; the rest of the figure is the same.
func TestBodyShowsTheReferredPain(t *testing.T) {
	sore, sound := at(t, fine, "active", view.BodyLevel).lookAt(view.BodyLevel), at(t, fine, "healthy", view.BodyLevel).lookAt(view.BodyLevel)
	x, z := view.Zoom(view.BodyLevel).Turned((view.ZoneFrom+view.ZoneTo)/2, view.LimbMiddle)
	zone := sore.mean(x-20, z-20, x+20, z+20).to(sound.mean(x-20, z-20, x+20, z+20))
	x, z = -view.FigureX, 470-view.FigureY // the chest
	rest := differs(sore, sound, x-60, z-60, x+60, z+60)
	t.Logf("the zone's colour differs by %.3f, the chest by %.4f", zone, rest)
	// The zone has a third of its own colour at this level of sensitisers.
	if zone < 0.03 || rest > 0.002 {
		t.Errorf("the zone's colour differs by %.3f from a healthy body's, the chest by %.4f; want 0.03 and nothing", zone, rest)
	}
}

// The band's knot pales as it lets go; the tendon stays.
func TestMuscleShowsTheKnotPale(t *testing.T) {
	s := at(t, fine, "active", view.MuscleLevel)
	before := s.lookAt(view.MuscleLevel)
	s.needled()
	s.Advance(1500)
	after := s.lookAt(view.MuscleLevel)
	knot := before.mean(-5, -2, -2, 2).to(after.mean(-5, -2, -2, 2))
	tendon := differs(before, after, -95, 0, -85, 4)
	t.Logf("the knot's colour differs by %.3f, the tendon by %.4f", knot, tendon)
	if knot < 0.03 || tendon > 0.004 {
		t.Errorf("after eight passes the knot's colour differs by %.3f, the tendon by %.4f; want 0.03 and nothing", knot, tendon)
	}
}

// strip gives the green of a strip of the fibre level, from and to in µm along and
// across, as the mean of each column.
func (v sight) strip(x0, y0, x1, y1 float64) []float64 {
	ax, ay := v.px(x0/1000, y0/1000)
	bx, by := v.px(x1/1000, y1/1000)
	var row []float64
	for x := int(ax); x < int(bx); x++ {
		sum := 0.0
		for y := int(ay); y < int(by); y++ {
			sum += float64(v.img.NRGBAAt(x, y).G)
		}
		row = append(row, sum/(by-ay))
	}
	return row
}

// Red cells run as far as the flow says: with twice the flow, twice as far in the
// same time.
func TestRedCellsRunWithTheFlow(t *testing.T) {
	const wide = "?quality=1&clock=manual&motion=reduced" // even flow, without the heart's beat
	// A capillary that lies alone, left of the needle.
	y := view.FibreVessel(2, -285)
	run := func(s student) (px, flow float64) {
		flow = s.number("Blood flow") / 100
		s.tap("do-play")
		// The cells lie some ten pixels apart and look alike: no step is sought that
		// far, and the two least and greatest steps of eleven do not count, where a
		// cell was taken for its neighbour.
		const frames, most, odd = 12, 7, 2
		rows := make([][]float64, frames)
		for i := range rows {
			s.Advance(40)
			rows[i] = s.lookAt(view.FibreLevel).strip(-430, y-24, -140, y+24)
		}
		s.tap("do-play")
		// Nothing but the cells moves: what stays is taken off.
		for x := range rows[0] {
			mean := 0.0
			for i := range rows {
				mean += rows[i][x] / frames
			}
			for i := range rows {
				rows[i][x] -= mean
			}
		}
		steps := make([]int, 0, frames-1)
		for i := 1; i < frames; i++ {
			from, to := rows[i-1], rows[i]
			best, shift := math.Inf(-1), 0
			for d := -most; d <= most; d++ {
				if c := alike(from[most:len(from)-most], to[most+d:len(to)-most+d]); c > best {
					best, shift = c, d
				}
			}
			steps = append(steps, shift)
		}
		slices.Sort(steps)
		for _, d := range steps[odd : len(steps)-odd] {
			px += float64(d)
		}
		return math.Abs(px), flow
	}
	s := at(t, wide, "active", view.FibreLevel)
	slow, before := run(s)
	s.needled()
	s.Advance(1500)
	quick, after := run(s)
	t.Logf("%.0f px at a flow of %.2f, %.0f px at %.2f", slow, before, quick, after)
	// Whole pixels, some two or four a step: within a third.
	if want := after / before; slow < 10 || math.Abs(quick/slow/want-1) > 0.35 {
		t.Errorf("cells ran %.0f px at a flow of %.2f and %.0f px at %.2f: %.2f times as far, want about %.2f", slow, before, quick, after, quick/slow, want)
	}
}

// walls gives the places of the Z-lines in the middle row of myofibrils, in µm:
// where the picture is brightest along it.
func (v sight) walls(reach float64) (at []float64) {
	k := float64(v.img.Rect.Dx()) / v.cam.W * v.cam.PxPerMM / 1000 // px a µm
	x0, y0 := v.px(-reach/1000, -0.0007)
	x1, y1 := v.px(reach/1000, 0.0007)
	var row []float64
	for x := int(x0); x < int(x1); x++ {
		sum := 0.0
		for y := int(y0); y < int(y1); y++ {
			p := v.img.NRGBAAt(x, y)
			sum += math.Min(float64(p.G), float64(p.B))
		}
		row = append(row, sum/(y1-y0)/255)
	}
	most := 0.0
	for _, g := range row {
		most = math.Max(most, g)
	}
	for x := 0; x < len(row); {
		if row[x] < 0.72*most {
			x++
			continue
		}
		from := x
		for x < len(row) && row[x] >= 0.72*most {
			x++
		}
		at = append(at, (float64(from+x)/2)/k-reach)
	}
	return at
}

// The sarcomeres of the knot are as long in the picture as fibres in series at
// the model's contraction, and grow as it lets go; so the filaments' overlap does.
func TestSarcomeresHaveTheModelsLength(t *testing.T) {
	s := at(t, "?quality=1&clock=manual", "active", view.SarcomereLevel)
	start := session.New(session.Options{Seed: lab.DefaultSeed, Kind: trigger.Active}).Start().C
	check := func(when string) float64 {
		knot, _ := muscle.Series(start * s.number("Tension") / 100)
		got := s.lookAt(view.SarcomereLevel).walls(1.25 * knot)
		// The middle sarcomere's two walls; its M-line shines as well.
		near := func(want float64) (best float64) {
			best = math.Inf(1)
			for _, g := range got {
				if math.Abs(g-want) < math.Abs(best-want) {
					best = g
				}
			}
			return best
		}
		left, right := near(-knot/2), near(knot/2)
		t.Logf("%s: walls at %.2f and %.2f µm, want them at %.2f", when, left, right, knot/2)
		// Half a wall's thickness; the picture has 80 px a µm.
		if math.Abs(left+knot/2) > view.ZLine/2 || math.Abs(right-knot/2) > view.ZLine/2 {
			t.Errorf("%s: walls at %.2f µm, want two at ±%.2f", when, got, knot/2)
		}
		return right - left
	}
	before := check("before")
	s.needled()
	s.Advance(1500)
	s.tap("wait-10s")
	s.settle()
	if after := check("after eight passes"); after < before+0.1 {
		t.Errorf("the knot's sarcomeres are %.2f µm long after eight passes, %.2f before: they let go by less than 0.1", after, before)
	}
}

// The endplate leaks less the less it is driven: fewer dots of acetylcholine are
// in the gap.
func TestEndplateLeaksAsItIsDriven(t *testing.T) {
	dots := func(s student) (share float64) {
		s.tap("do-play")
		const frames = 6
		for range frames {
			s.Advance(350)
			v := s.lookAt(view.EndplateLevel)
			// The palest green of all stands for acetylcholine alone in the gap.
			ax, ay := v.px(-0.00062, -0.00004)
			bx, by := v.px(0.0003, 0.00008)
			n, all := 0.0, 0.0
			for y := int(ay); y < int(by); y++ {
				for x := int(ax); x < int(bx); x++ {
					p := v.img.NRGBAAt(x, y)
					all++
					if p.G > 225 && p.R > 150 && p.R < 225 && p.B > 190 {
						n++
					}
				}
			}
			share += n / all / frames
		}
		s.tap("do-play")
		return share
	}
	s := at(t, fine, "active", view.EndplateLevel)
	noise := s.number("Endplate noise")
	before := dots(s)
	s.needled()
	s.Advance(1500)
	after := dots(s)
	left := s.number("Endplate noise")
	t.Logf("dots on %.4f of the gap at %.1f µV, on %.4f at %.1f µV", before, noise, after, left)
	if before < 0.004 || after > 0.7*before {
		t.Errorf("dots of acetylcholine on %.4f of the gap at %.1f µV and on %.4f at %.1f µV; want fewer by a third and more", before, noise, after, left)
	}
}
