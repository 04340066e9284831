package stage

import (
	"math"

	"taut/scenes/view"
)

// links are short vessels between capillary i and the next, from x to x in mm.
var links = [...]struct {
	i        int
	from, to float64
}{{0, -19, -12}, {0, 8, 15}, {1, -9, -15.5}, {3, 10, 16.5}, {3, -17, -10}, {4, -4, 4}}

// vessels keeps the capillaries' strips while nothing bends them, and what they
// are in slack muscle while the picture's frame stays.
type vessels struct {
	mesh
	place   vesselPlace
	state   vesselState
	path    []vesselPoint
	stirred bool
}

// vesselPlace is all that the slack vessels depend on.
type vesselPlace struct {
	cam           view.Camera
	layers        view.Layers
	scale, radius float64
}

// vesselState is all that bends and narrows them but a twitch.
type vesselState struct{ depth, pull, flow, dent, dentX float64 }

// vesselPoint is a place on a vessel: mm along and below the band's middle when
// slack, the roll of the layers there, how strongly it is bent and squeezed,
// its share of a capillary's width, how fast its cells run, which vessel it is,
// and whether it goes on from the point before; then, as drawn, depth and half
// the width in mm.
type vesselPoint struct {
	x, y, roll, bulge, squeeze, share, speed float64
	kind                                     float32
	join                                     bool

	z, half float64
}

// addVessels adds the capillaries to the pen. The red cells move by a uniform
// alone.
func (s *Stage) addVessels(v *view.View, f picture) {
	s.veins.build(v, f, s.ripple(v))
	s.over.set("Drift", s.drift)
	s.pen.add(&s.veins.mesh)
}

// build brings the strips up to date. Contraction and flow count in steps of
// 1/500: a finer one moves no vessel by a fiftieth of a pixel.
func (m *vessels) build(v *view.View, f picture, w wave) {
	place := vesselPlace{v.Camera, v.Layers, f.scale, v.KnotRadius}
	state := vesselState{v.KnotDepth, math.Round(v.Pull(v.Tension) * 500), math.Round(clamp(v.Flow, 0, 2) * 500), v.Dent, v.DentX}
	if place == m.place && state == m.state && !m.stirred && w.twitch == 0 {
		return
	}
	if place != m.place {
		m.place = place
		m.trace(v, f)
		m.state = vesselState{pull: -1}
	}
	if state != m.state {
		m.state = state
		pull := v.Pull(v.Tension)
		for i := range m.path {
			p := &m.path[i]
			p.z = v.Dented(p.x, v.KnotDepth+view.Bend(p.y, p.bulge, pull)+p.roll)
			p.half = p.share * v.Calibre(p.squeeze)
		}
	}
	m.stirred = w.twitch > 0
	m.reset()
	m.kind = vesselKind
	for i := range m.path {
		m.point(v, f, &m.path[i], w)
	}
}

// trace lays the slack vessels, a point every 0.4 mm near the knot and every
// 0.6 mm elsewhere, and far enough past the picture that a twitch, which pulls
// them towards it, bares no end.
func (m *vessels) trace(v *view.View, f picture) {
	x0, _ := v.Camera.MM(0, 0)
	x1, _ := v.Camera.MM(f.w, 0)
	coarse := math.Max((x1-x0)/400, 0.60)
	const reach = 5 // mm
	m.path = m.path[:0]
	add := func(x, y, share, speed float64, kind float32, join bool) {
		m.path = append(m.path, vesselPoint{
			x: x, y: y, roll: view.Wave(x), bulge: v.Bulge(x), squeeze: v.Squeeze(x, y),
			share: share, speed: speed, kind: kind, join: join,
		})
	}
	for _, l := range links {
		const n = 18
		for j := range n + 1 {
			t := float64(j) / n
			x := l.from + (l.to-l.from)*t
			wind := 0.9 * t * (1 - t) * math.Sin(1.3*x+float64(l.i))
			t = t * t * (3 - 2*t)
			y := view.CapillarySlack(l.i, x)*(1-t) + view.CapillarySlack(l.i+1, x)*t + wind
			add(x, y, 0.65, 0.3, float32(l.i)/10+0.05, j > 0)
		}
	}
	for i := range view.Capillaries {
		step := coarse
		for x := x0 - reach; x < x1+reach+step; x += step {
			add(x, view.CapillarySlack(i, x), 1, 0.4+0.12*float64(i%3), float32(i)/10, x > x0-reach)
			if step = coarse; math.Abs(x) < 7 {
				step = math.Min(coarse, 0.40)
			}
		}
	}
}

// point adds a pair of corners; where a vessel leaves the muscle it fades.
func (m *vessels) point(v *view.View, f picture, p *vesselPoint, w wave) {
	x, z := w.move(p.x, p.z, v.KnotDepth+p.roll)
	fade := clamp((z-v.Layers.Fascia-0.25)/0.5, 0, 1) * clamp((v.Layers.Muscle-0.35-z)/0.5, 0, 1)
	half := clamp(p.half*f.px, 0, 1e4)
	// Thinner than a pixel: keep the width, let it pale.
	pale := math.Min(half/0.8, 1)
	half = math.Max(half, 0.8) + 0.5
	px, py := v.Camera.Px(x, z)
	px, py = px*f.scale, py*f.scale
	a := float32(0.95 * fade * pale)
	m.vertex(px, py-half, -1, p.x, half, p.speed, p.kind, 1, 1, a)
	m.vertex(px, py+half, 1, p.x, half, p.speed, p.kind, 1, 1, a)
	if n := len(m.v); p.join {
		m.join(n-4, n-2)
	}
}

// wave is the shape of a live twitch: how the muscle shader moves the fibres
// across their length, in numbers.
type wave struct{ twitch, from, amplitude, run float64 }

// ripple gives the wave of a moment: it starts from nothing and dies within a
// quarter of a second. Reduced motion has the jerk, without the ripple.
func (s *Stage) ripple(v *view.View) wave {
	w := wave{twitch: clamp(v.Twitch, 0, 1), from: v.TwitchX}
	if v.Ripple >= 0 && !v.Still {
		w.amplitude = 0.62 * math.Sqrt(w.twitch) * (1 - math.Exp(-v.Ripple/12)) * math.Exp(-v.Ripple/150)
		w.run = math.Min(v.Ripple, 1000) * view.RippleMM
	}
	return w
}

// move gives where the wave moves a place at (x, z) while the band's middle lies
// at mid there, in mm: towards where the twitch began, away from the middle as
// the band thickens, and up as it jerks. The muscle shader goes the other way,
// from the moved place to the one at rest; the bulge is its inverse to the
// first order, within a tenth of a mm.
func (w wave) move(x, z, mid float64) (float64, float64) {
	y := z - mid
	body := view.Body(y)
	if w.twitch == 0 || body == 0 {
		return x, z
	}
	// u (1 + k/(1 + 0.22 |u|)) = x - from, solved for u.
	far := math.Abs(x - w.from)
	b := 1 + 1.1*w.twitch*body - 0.22*far
	u := (math.Sqrt(b*b+0.88*far) - b) / 0.44
	run := u - w.run
	lift := body * (w.amplitude*math.Exp(-run*run/7)*math.Sin(1.9*run) + 0.42*w.twitch*math.Exp(-u*u/60))
	more := 0.16 * w.twitch * math.Exp(-u*u/45)
	y *= 1 + more*body/math.Max(1-more*body*(1-2*y*y/7), 0.3)
	return w.from + math.Copysign(u, x-w.from), mid + y - lift
}
