package stage

import (
	"math"

	"taut/scenes/view"
)

// thing is the kind of a small thing, as synapse.kage knows it.
type thing float64

const (
	achDot thing = iota
	sensitiser
	vesicle
	fusing
	receptor
	enzyme
	channel
	membraneGlow
	impulse
	nociceptorLit
	gauge
)

// Half sizes in µm: vesicles to scale, the rest out of it so that it is seen.
const (
	dotHalf      = 0.0084
	sensHalf     = 0.0165
	vesicleHalf  = view.Vesicle / 2
	receptorHalf = 0.0085
	enzymeHalf   = 0.0105
	channelHalf  = 0.0095
)

// place3 is a thing's place and the direction that its far end points to.
type place3 struct{ x, z, nx, nz float64 }

// synapse is where everything stands, in µm. It never changes.
type synapse struct {
	pool      []spot // vesicles that wait
	membrane  []place3
	receptors []place3
	enzymes   []place3
	channels  []place3
	docks     []place3 // where sensitisers sit on the nociceptor
	near      [view.FusionSites]reach
}

// spot is a waiting vesicle: its place, how far behind the cut it lies and the
// lot of its grains.
type spot struct{ x, z, far, lot float64 }

// reach is what acetylcholine from one site comes to: receptors and enzymes.
type reach struct{ receptors, enzymes []int }

// newSynapse lays out the ending. Places come from lots, the same every time.
func newSynapse() synapse {
	s := synapse{}
	s.layMembrane()
	s.layPool()
	for i := range view.ActiveZones {
		x := view.ActiveZone(i)
		for _, d := range [...]float64{-0.075, 0.075} {
			s.channels = append(s.channels, place3{x + d, -view.Cleft, 0, 1})
		}
	}
	for i := range 11 {
		x := view.NociceptorTip + 0.085*float64(i-2)
		if i < 3 {
			// Round the tip.
			z, r := view.NociceptorAt(view.NociceptorTip)
			a := math.Pi * (0.55 + 0.42*float64(i))
			sin, cos := math.Sincos(a)
			s.docks = append(s.docks, place3{view.NociceptorTip + r*cos, z - r*sin, cos, -sin})
			continue
		}
		z, r := view.NociceptorAt(x)
		s.docks = append(s.docks, place3{x, z - r, 0, -1})
	}
	for i := range s.near {
		x := view.FusionX(i)
		for j, p := range s.receptors {
			if math.Abs(p.x-x) < 0.085 && p.z < 0.09 {
				s.near[i].receptors = append(s.near[i].receptors, j)
			}
		}
		for j, p := range s.enzymes {
			if math.Abs(p.x-x) < 0.12 && p.z < 0.08 {
				s.near[i].enzymes = append(s.near[i].enzymes, j)
			}
		}
	}
	return s
}

// layMembrane walks along the muscle's membrane and sets receptors on its
// crests, channels on the floors of its folds and enzymes beside it.
func (s *synapse) layMembrane() {
	path := view.Membrane(96)
	since, sinceE, sinceC := 0.0, 0.03, 0.0
	for i, p := range path {
		a, b := path[max(i-1, 0)], path[min(i+1, len(path)-1)]
		l := math.Max(math.Hypot(b.X-a.X, b.Z-a.Z), 1e-9)
		n := place3{p.X, p.Z, (b.Z - a.Z) / l, -(b.X - a.X) / l} // out of the muscle
		s.membrane = append(s.membrane, n)
		if i > 0 {
			step := math.Hypot(p.X-path[i-1].X, p.Z-path[i-1].Z)
			since, sinceE, sinceC = since+step, sinceE+step, sinceC+step
		}
		if since > 0.0195 && p.Z < 0.115 {
			since = 0
			s.receptors = append(s.receptors, n)
		}
		if sinceE > 0.052 && p.Z < 0.16 {
			sinceE = 0
			at := n
			at.x += 0.024 * n.nx
			at.z += 0.024 * n.nz
			s.enzymes = append(s.enzymes, at)
		}
		if sinceC > 0.028 && p.Z > 0.29 {
			sinceC = 0
			s.channels = append(s.channels, n)
		}
	}
}

// layPool throws vesicles into the ending, none nearer another than they are
// wide, none in its mitochondria, most near the active zones.
func (s *synapse) layPool() {
	fits := func(x, z, far, gap float64) bool {
		if z > -view.Cleft-0.030 {
			return false
		}
		// Within the dome, as endplate.kage has it, by a vesicle and a half.
		u, w := (x+0.16)/0.54, (z+0.08)/0.29
		if l := math.Hypot(u, w); l > 1-0.042/math.Max(0.29, 0.54*math.Abs(u)) {
			return false
		}
		if math.Hypot(math.Max(math.Abs((x+0.33)*0.980-(z+0.225)*0.199)-0.105, 0), 0.980*(z+0.225)+0.199*(x+0.33)) < 0.05+0.028 {
			return false
		}
		if math.Abs(x+0.115) < 0.062 && z < -0.270 {
			return false
		}
		for i := range view.FusionSites {
			if far == 0 && math.Hypot(view.FusionX(i)-x, dockZ-z) < gap {
				return false
			}
		}
		for _, p := range s.pool {
			if p.far == far && math.Hypot(p.x-x, p.z-z) < gap {
				return false
			}
		}
		return true
	}
	for i := range 9000 {
		far, gap := 0.62, view.Vesicle*1.05
		if i >= 2500 {
			far, gap = 0, view.Vesicle*1.12
		}
		x := -0.68 + 1.04*view.Lot(i, 11)
		z := -0.37 + 0.29*view.Lot(i, 12)
		zone := math.Abs(math.Mod(x+10.1, view.Fold) - view.Fold/2)
		if crowd := 0.22 + 0.78*math.Exp(-zone*zone/0.0035)*math.Exp((z+0.1)/0.10); view.Lot(i, 13) > crowd {
			continue
		}
		if fits(x, z, far, gap) {
			s.pool = append(s.pool, spot{x, z, far, view.Lot(i, 14)})
		}
	}
}

// sprite adds a rectangle of half sizes hx, hz about a place, whose up is the
// direction n, with values of its own; reach is how many half sizes it covers.
func (e *endplate) sprite(kind thing, p place3, half, reach, c0, c1, c2, alpha float64) {
	x, y := e.x+p.x*e.k, e.y+p.z*e.k
	r := half * reach * e.k
	for i := range 4 {
		u, w := float64(2*(i%2)-1), float64(i/2*2-1)
		// w runs against n: down the picture for a thing that stands upright.
		dx := -p.nz*u - p.nx*w
		dy := p.nx*u - p.nz*w
		e.sheet.vertex(x+dx*r, y+dy*r, u*reach, w*reach, half*e.k, float64(kind), float32(c0), float32(c1), float32(c2), float32(alpha))
	}
	e.sheet.quad()
}

// at is a place for a thing that stands upright.
func at(x, z float64) place3 { return place3{x, z, 0, -1} }

// rest adds what stands still: vesicles that wait, receptors, enzymes, channels.
func (e *endplate) rest(k endplateKey) {
	// The ending comes again to the left; there all is at rest.
	for n := 0.0; n < 2; n++ {
		if n > 0 && -k.x/k.px > -1.3 {
			break
		}
		dx := -2.6 * n
		for _, p := range e.synapse.pool {
			x, z := p.x, p.z
			if n == 0 {
				// Torn, its vesicles scatter.
				near := k.torn * clamp((-0.30-x)/0.3, 0, 1)
				x -= near * 0.05 * (p.lot - 0.35)
				z -= near * 0.07 * (math.Mod(p.lot*7, 1) - 0.4)
			}
			e.sprite(vesicle, at(x+dx, z), vesicleHalf*(1-0.12*p.far), 1.1, p.lot, p.far, 1, 1)
		}
		for i := range view.FusionSites {
			if n > 0 {
				e.sprite(vesicle, at(view.FusionX(i)+dx, dockZ), vesicleHalf, 1.1, 0.3, 0, 1, 1)
			}
		}
		for _, p := range e.synapse.channels {
			p.x += dx
			e.sprite(channel, p, channelHalf, 1.2, 0, 0, 0, 1)
		}
		for _, p := range e.synapse.receptors {
			p.x += dx
			e.sprite(receptor, p, receptorHalf, 1.3, 0, 0, 0, 1)
		}
		for _, p := range e.synapse.enzymes {
			p.x += dx
			e.sprite(enzyme, p, enzymeHalf, 1.3, 0, 0, 0, 1)
		}
	}
	for _, p := range e.synapse.docks {
		e.sprite(channel, p, channelHalf*1.15, 1.2, 0, 0, 0, 1)
	}
}
