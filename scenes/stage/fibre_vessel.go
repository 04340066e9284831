package stage

import (
	"math"

	"taut/scenes/view"
)

// nerveKind is the nerve's number among the vessels.
const nerveKind = view.FibreVessels + view.FibreLinks

// nerveSheath counts the pieces of the nerve's sheath as a vessel's cells are
// counted: one to 150 µm.
const nerveSheath = view.CellGap / 150.

// fibreVeins keeps the capillaries between the fibres and the nerve that ends on
// the knot, and how far the vessels' cells have gone.
type fibreVeins struct {
	mesh
	path  []fibrePoint
	place fibrePlace
	state fibreState
	shape view.Fibre

	drift   [nerveKind + 1]float64 // cells; the nerve's stay
	seconds float64
}

// fibrePlace is all that the slack vessels depend on, fibreState all that bends
// and narrows them but a twitch and the needle.
type (
	fibrePlace struct{ x, y, px, w, h, scale float64 }
	fibreState struct {
		knot, rest, pull, flow, leak float64
		cut                          bool
	}
)

// fibrePoint is a place on a vessel, in µm: slack, bent, aside with the needle, and
// in device pixels as drawn; the pressure it feels, half its width, cells from the trigger point on, how much
// of it is seen, which vessel it is and whether it goes on from the one before.
type fibrePoint struct {
	x, y, bent, parted, px, py float64
	squeeze, half, count       float64
	crowd, seen                float64
	slack, along               float64 // of the nerve: half its width, share of the strand
	twig                       bool
	kind                       int
	join                       bool
}

// run lets the red cells go with the flow. A clock that jumps moves them no
// further than a tenth of a second would.
func (m *fibreVeins) run(v *view.View) {
	t := v.Inner.Seconds
	dt := t - m.seconds
	m.seconds = t
	if !(dt > 0) {
		return
	}
	gone := math.Min(dt, 0.1) * view.CellVelocity(v.Inner.Flow, t, v.Still) / view.CellGap
	pull := v.FibrePull()
	for i := range nerveKind {
		share := 0.55
		if i < view.FibreVessels {
			share = view.VesselShare(i, pull)
		}
		m.drift[i] = math.Mod(m.drift[i]+gone*share+512, 512)
	}
}

// build brings the strips up to date.
func (m *fibreVeins) build(v *view.View, f picture, shape view.Fibre) {
	place := fibrePlace{f.x, f.y, f.px, f.w, f.h, f.scale}
	state := fibreState{shape.Knot, shape.Rest, steps(v.FibrePull(), 200), steps(clamp(v.Inner.Flow, 0, 2), 100), 0, v.Inner.NerveCut}
	if v.KnotShown {
		state.leak = steps(clamp(v.Inner.Drive/0.43, 0, 1), 50)
	}
	if place != m.place {
		m.place, m.state = place, fibreState{}
		m.trace(f)
	}
	if bent := state != m.state; bent || shape != m.shape {
		if bent {
			m.state = state
			m.bend(shape)
		}
		if bent || shape.Needle != m.shape.Needle {
			for i := range m.path {
				p := &m.path[i]
				p.parted = shape.Part(p.x, p.bent)
			}
		}
		m.shape = shape
		m.lay(f, shape)
	}
	// The cells run by one number a corner.
	for i := range m.path {
		p := &m.path[i]
		at := finite(p.count - m.drift[p.kind])
		m.v[2*i].Custom1, m.v[2*i+1].Custom1 = at, at
	}
}

// trace lays the slack vessels that can be in the picture.
func (m *fibreVeins) trace(f picture) {
	x0, y0, x1, y1 := f.bounds()
	step := math.Max((x1-x0)/72, 6)
	m.path = m.path[:0]
	for i := range view.FibreLinks {
		const n = 16
		for j := range n + 1 {
			x, y := view.FibreLink(i, float64(j)/n)
			m.add(x, y, view.FibreVessels+i, j > 0)
		}
	}
	for i := range view.FibreVessels {
		if y := view.FibreVessel(i, 0); y < y0-80 || y > y1+80 {
			continue
		}
		first, last := math.Floor(x0/step)-1, math.Ceil(x1*(1+view.FibreShare)/step)+1
		first = math.Floor(first * (1 + view.FibreShare))
		for j := first; j <= last; j++ {
			m.add(j*step, view.FibreVessel(i, j*step), i, j > first)
		}
	}
	for i := range view.FibreNerves {
		n := 16
		if i == 0 {
			n = 60
		}
		for j := range n + 1 {
			t := float64(j) / float64(n)
			x, y, half := view.FibreNerve(i, t)
			m.path = append(m.path, fibrePoint{x: x, y: y, seen: 1, slack: half, twig: i > 0, along: t, kind: nerveKind, join: j > 0})
		}
	}
}

// add puts a point on the path. Here and there a vessel dips under a fibre; the
// two along the knot do not while they pass it.
func (m *fibreVeins) add(x, y float64, kind int, join bool) {
	k := float64(kind)
	dip := math.Sin(0.0125*x+2.1*k) + 0.7*math.Sin(0.029*x+1.3*k*k)
	seen := 0.22 + 0.78*clamp((dip+1.05)/0.5, 0, 1)
	if kind < 2 {
		seen = math.Max(seen, 1-clamp((math.Abs(x)-300)/100, 0, 1))
	}
	m.path = append(m.path, fibrePoint{x: x, y: y, seen: seen, kind: kind, join: join})
}

// bend narrows the vessels and bends them round the knot, and counts their
// cells from the trigger point on.
func (m *fibreVeins) bend(shape view.Fibre) {
	for i := range m.path {
		p := &m.path[i]
		p.bent = shape.Bend(p.x, p.y)
		p.squeeze = shape.FibreSqueeze(p.x, p.y)
		p.crowd = view.Crowding(m.state.pull, p.squeeze)
		p.half = view.VesselHalf(m.state.flow, m.state.pull, p.squeeze)
		if p.kind >= view.FibreVessels {
			p.half *= 0.86
		}
		if p.kind == nerveKind {
			p.half, p.crowd, p.seen = p.slack, nerveSheath, 1
			if m.state.cut && !p.twig {
				p.seen = clamp((math.Abs(p.along-0.62)-0.035)/0.012, 0, 1)
			}
		}
		p.count = 0
		if p.join {
			a := &m.path[i-1]
			p.count = a.count + math.Hypot(p.x-a.x, p.bent-a.bent)*(p.crowd+a.crowd)/2/view.CellGap
		}
	}
	// Counted from the left; the trigger point is 0, so that a picture that
	// changes its frame keeps its cells.
	for i := 0; i < len(m.path); {
		j, zero := i+1, 0.0
		for ; j < len(m.path) && m.path[j].join; j++ {
			if a, b := &m.path[j-1], &m.path[j]; m.path[i].kind < view.FibreVessels && a.x <= 0 && b.x > 0 {
				zero = a.count + (b.count-a.count)*-a.x/(b.x-a.x)
			}
		}
		for ; i < j; i++ {
			m.path[i].count -= zero
		}
	}
}

// lay makes the strips of the path as it is drawn now.
func (m *fibreVeins) lay(f picture, shape view.Fibre) {
	um := f.um()
	for i := range m.path {
		p := &m.path[i]
		x, y := shape.Jerk(p.x, p.parted)
		p.px, p.py = f.x+x*um, f.y+y*um
	}
	m.reset()
	n := len(m.path)
	for i := range m.path {
		p := &m.path[i]
		a, b := p, p
		if p.join {
			a = &m.path[i-1]
		}
		if i+1 < n && m.path[i+1].join {
			b = &m.path[i+1]
		}
		dx, dy := b.px-a.px, b.py-a.py
		l := math.Max(math.Hypot(dx, dy), 1e-6)
		half := math.Min(p.half*um, 1e4)
		// Thinner than a pixel: keep the width, let it pale.
		pale := math.Min(half/0.9, 1)
		half = math.Max(half, 0.9) + 0.5
		ends := 1.0
		if p.kind >= view.FibreVessels && p.kind != nerveKind && (!p.join || b == p) {
			ends = 0
		}
		nx, ny := -dy/l*half, dx/l*half
		cell := view.RedCellUM / 2 * p.crowd / view.CellGap
		kind, tight, nerve := float32(p.kind)/64, float32(m.state.pull*p.squeeze), float32(0)
		if p.kind == nerveKind {
			nerve, tight, cell = 1, float32(m.state.leak), 0
			if p.twig {
				cell = 0.2 + 0.8*p.along
			}
			if m.state.cut && (p.twig || p.along > 0.62) {
				nerve = 0.5
			}
		}
		alpha := float32(p.seen * pale * ends)
		m.vertex(p.px-nx, p.py-ny, -1, 0, half, cell, kind, tight, nerve, alpha)
		m.vertex(p.px+nx, p.py+ny, 1, 0, half, cell, kind, tight, nerve, alpha)
		if p.join {
			k := len(m.v)
			m.join(k-4, k-2)
		}
	}
}
