package stage

import (
	"math"

	"taut/scenes/view"
)

const (
	// dockZ is the middle of a vesicle that waits at the membrane, in µm.
	dockZ = -view.Cleft - vesicleHalf - 0.004

	letGo   = 0.20 // s that a vesicle takes to open and sink
	refill  = 0.16 // s that the next takes to come down
	dots    = 9    // drawn of one vesicle's thousands of molecules
	firstBy = 0.40 // share of acetylcholine that meets an enzyme before a receptor

	travellers = 34  // sensitisers under way at most
	trip       = 5.5 // s from the capillary to the nociceptor
)

// now is the picture's second: with reduced motion it goes in steps.
func now(v *view.View) float64 {
	t := clamp(v.Inner.Seconds, 0, 1e9)
	if v.Still {
		return math.Floor(t/2) * 2
	}
	return t
}

// release adds vesicles that let go, their acetylcholine, the receptors that it
// opens and the enzymes that break it down.
func (e *endplate) release(v *view.View) {
	in := v.Inner
	in.Seconds = now(v)
	e.fusions = view.Fusions(e.fusions[:0], &in)
	clear(e.open)
	clear(e.work)
	var last [view.FusionSites]float64
	var share [view.FusionSites]float64
	for i := range last {
		last[i] = math.Inf(1)
	}
	for _, f := range e.fusions {
		if f.Age < last[f.Site] {
			last[f.Site], share[f.Site] = f.Age, f.Share
		}
	}
	for i, age := range last {
		e.dock(i, age, share[i])
	}
	life := view.BreakdownTime(in.Acid) / 1000 * view.EndplateSlower
	for i := range e.fusions {
		f := &e.fusions[i]
		for j := range dots {
			e.dot(f, j, life)
		}
	}
	for i, o := range e.open {
		if o > 0.01 {
			e.sprite(receptor, e.synapse.receptors[i], receptorHalf, 2.6, o, 0, 0, math.Min(4*o, 1))
		}
	}
	for i, w := range e.work {
		if w > 0.01 {
			e.sprite(enzyme, e.synapse.enzymes[i], enzymeHalf*(1+0.14*w), 1.3, w, 0, 0, math.Min(4*w, 1))
		}
	}
}

// dock adds the vesicle at a site, age s after the last one there let go.
func (e *endplate) dock(i int, age, share float64) {
	x := view.FusionX(i)
	lot := 0.13*float64(i) + 0.2
	if age >= letGo+refill || share < 0.5 {
		e.sprite(vesicle, at(x, dockZ), vesicleHalf, 1.1, lot, 0, 1, 1)
		return
	}
	if age < letGo {
		t := age / letGo
		open := clamp(2.4*t, 0, 1)
		sink := math.Max(t-0.35, 0) / 0.65
		e.sprite(fusing, at(x, dockZ+0.010*sink), vesicleHalf*(1-0.5*sink*sink), 1.75, open, lot, 1-clamp(1.6*t, 0, 1), 1-clamp((t-0.75)*4, 0, 1))
		return
	}
	t := (age - letGo) / refill
	t = t * t * (3 - 2*t)
	e.sprite(vesicle, at(x, dockZ-0.035*(1-t)), vesicleHalf*(0.8+0.2*t), 1.1, lot, 0.5*(1-t), 1, clamp(3*t, 0, 1))
}

// dot adds the j-th of a fusion's dots: it leaves the pore, drifts to a receptor
// and opens it, or not, and is broken in two at an enzyme when its life is over.
func (e *endplate) dot(f *view.Fusion, j int, life float64) {
	s := &e.synapse
	near := &s.near[f.Site]
	lot := func(n int) float64 { return view.Lot(f.Seed, 16+8*j+n) }
	t := (f.Age - 0.05 - 0.10*lot(0)) / (life * (0.75 + 0.4*lot(1)))
	const end = 1.16
	if t < 0 || t > end {
		return
	}
	z := &s.enzymes[near.enzymes[pickOf(lot(2), len(near.enzymes))]]
	work := &e.work[near.enzymes[pickOf(lot(2), len(near.enzymes))]]
	from := place3{x: view.FusionX(f.Site), z: -view.Cleft - 0.004}
	x, y := 0.0, 0.0
	stir := 1.0
	meets := 1.0 // share of its life after which an enzyme has it
	if lot(3) < firstBy {
		meets = 0.45 + 0.3*lot(4)
		if t > meets+end-1 {
			return
		}
		x, y = glide(from, *z, t/meets)
	} else {
		i := near.receptors[pickOf(lot(5), len(near.receptors))]
		r := s.receptors[i]
		r.x += 0.010 * r.nx
		r.z += 0.010 * r.nz
		const comes, goes = 0.26, 0.66
		switch {
		case t < comes:
			x, y = glide(from, r, t/comes)
		case t < goes:
			x, y, stir = r.x, r.z, 0
			u := (t - comes) / (goes - comes)
			o := clamp(8*u, 0, 1) * clamp(5*(1-u), 0, 1) * f.Share
			e.open[i] = math.Max(e.open[i], o)
		default:
			x, y = glide(r, *z, (t-goes)/(1-goes))
		}
	}
	broken := clamp((t-meets)/(end-1), 0, 1)
	if broken > 0 {
		stir = 0
	}
	*work = math.Max(*work, f.Share*clamp(1-math.Abs(t-meets)/0.10, 0, 1))
	// Brownian, as far as a picture that runs both ways can be.
	a := f.Age * (5 + 3*lot(6))
	x += stir * 0.0045 * (math.Sin(a+6.28*lot(7)) + 0.6*math.Sin(2.7*a+40*lot(1)))
	y += stir * 0.0035 * (math.Sin(1.3*a+6.28*lot(4)) + 0.6*math.Sin(3.1*a+40*lot(0)))
	e.sprite(achDot, at(x, y), dotHalf*(1+0.25*broken), 1.4, broken, 0, 0, f.Share*(1-broken)*clamp(12*t, 0, 1))
}

// glide is the way from a to b, quick at first.
func glide(a, b place3, t float64) (x, z float64) {
	t = clamp(t, 0, 1)
	t = 1 - (1-t)*(1-t)
	return a.x + (b.x-a.x)*t, a.z + (b.z-a.z)*t
}

// pickOf turns a lot into one of n.
func pickOf(lot float64, n int) int { return min(int(lot*float64(n)), n-1) }

// sensitise adds the sensitisers on their way from the capillary, those that
// have docked, and the nociceptor that they light.
func (e *endplate) sensitise(v *view.View) {
	level := view.Nociception(&v.Inner)
	if !(level > 0) {
		return
	}
	t := now(v) / trip
	docks := e.synapse.docks
	for i := range travellers {
		if view.Lot(i, 3) > 1.15*level {
			continue
		}
		u := t + view.Lot(i, 4)
		k := math.Floor(u)
		u -= k
		seed := int(math.Mod(k, 4096))*travellers + i
		a := 0.12 + 0.40*view.Lot(seed, 5) // angle on the wall, from straight below
		sin, cos := math.Sincos(-a)
		from := place3{x: view.CapillaryX + view.CapillaryRadius*sin, z: view.CapillaryZ + view.CapillaryRadius*cos}
		d := docks[pickOf(view.Lot(seed, 6), len(docks))]
		to := place3{x: d.x + 0.016*d.nx, z: d.z + 0.016*d.nz}
		s := u * u * (3 - 2*u)
		b := 6.28 * (2*u + view.Lot(seed, 7))
		x := from.x + (to.x-from.x)*s + 0.030*math.Sin(b)*math.Sin(math.Pi*u)
		z := from.z + (to.z-from.z)*u + 0.014*math.Cos(1.4*b)*math.Sin(math.Pi*u)
		e.sprite(sensitiser, at(x, z), sensHalf, 1.3, 0, 0, 0, clamp(8*u, 0, 1)*clamp(10*(1-u), 0, 1))
	}
	for i, p := range docks {
		// Those in the middle fill first.
		on := clamp(level*float64(len(docks))*1.05-float64((i*7)%len(docks)), 0, 1)
		if on == 0 {
			continue
		}
		e.sprite(channel, p, channelHalf*1.15, 1.2, on, 0, 0, on)
		p.x += 0.016 * p.nx
		p.z += 0.016 * p.nz
		e.sprite(sensitiser, at(p.x, p.z), sensHalf, 1.3, 0, 0, 0, on)
	}
}

// glow adds what lights up: the muscle's membrane by its depolarisation, the
// nociceptor by the sensitisers, the nerve by its impulses.
func (e *endplate) glow(v *view.View) {
	firing := view.Firing(&v.Inner)
	leak := clamp(view.MeanDepolarisation(v.Inner.Drive)/2, 0, 1)
	if a := 0.26*leak + 0.5*firing; a > 0.004 {
		const half = 0.034
		first, last := e.synapse.membrane[0].x, e.synapse.membrane[len(e.synapse.membrane)-1].x
		for i, p := range e.synapse.membrane {
			ends := clamp(math.Min(p.x-first, last-p.x)/0.05, 0, 1)
			e.pair(membraneGlow, p, half, 0, clamp(0.45+0.3*leak+0.6*firing, 0, 1), 0, math.Min(a, 0.7)*ends, i > 0)
		}
	}
	if l := view.Nociception(&v.Inner); l > 0.004 {
		const n = 44
		for i := range n {
			x := 0.5 + 1.2*float64(i)/(n-1)*float64(i)/(n-1)
			z, half := view.NociceptorAt(x)
			if x < view.NociceptorTip {
				d := x - view.NociceptorTip
				half = math.Sqrt(math.Max(half*half-d*d, 0))
			}
			e.pair(nociceptorLit, place3{x, z, 0, -1}, half, x, 0, 0.62*l*clamp((1.7-x)/0.3, 0, 1), 1, i > 0)
		}
	}
	if firing > 0 {
		phase := now(v) * 2.4
		if v.Still {
			phase = 0
		}
		const n = 24
		for i := range n {
			z := -0.95 + 0.68*float64(i)/(n-1)
			half := 0.078 + 0.6*math.Pow(clamp((z+0.42)/0.27, 0, 1), 2)
			e.pair(impulse, place3{view.AxonX(z), z, 0, 0}, half, z/0.30, phase-math.Floor(phase), 0.95*firing*clamp((-0.27-z)/0.12, 0, 1), 1, i > 0)
		}
		for _, p := range e.synapse.channels {
			e.sprite(channel, p, channelHalf, 1.2, firing, 0, 0, firing)
		}
	}
}

// pair adds two corners across a strip, joined to the two before where asked:
// across p's direction, or across the picture where it has none.
func (e *endplate) pair(kind thing, p place3, half, along, c0, c1, alpha float64, join bool) {
	nx, nz := p.nx, p.nz
	if nx == 0 && nz == 0 {
		nx = 1
	}
	h := half * e.k
	x, y := e.x+p.x*e.k, e.y+p.z*e.k
	for side := -1.0; side <= 1; side += 2 {
		e.sheet.vertex(x+side*nx*h, y+side*nz*h, side, along, h, float64(kind), float32(c0), float32(c1), 0, float32(alpha))
	}
	if n := len(e.sheet.v); join {
		e.sheet.join(n-4, n-2)
	}
}

// gauge adds the column in the measuring electrode.
func (e *endplate) gauge(v *view.View) {
	level := view.Potential(&v.Inner)
	// One quantum is a step of 0.4 mV that dies away.
	for _, f := range e.fusions {
		level += 0.8 * 0.4 / view.EndplateThreshold * math.Exp(-f.Age/0.15) * f.Share / math.Max(view.FusionsShown(&v.Inner)*0.15, 1)
	}
	level = clamp(level, 0, 1)
	const n = 6
	for i := range n {
		u := view.GaugeFrom*0.2 + (view.GaugeFrom*0.8+(view.GaugeTo-view.GaugeFrom)*level)*float64(i)/(n-1)
		p := place3{view.ElectrodeX + u*view.ElectrodeDX, view.ElectrodeZ + u*view.ElectrodeDZ, view.ElectrodeDZ, -view.ElectrodeDX}
		e.pair(gauge, p, 0.006+0.080*u, u, 0, 0, 0.95, i > 0)
	}
}
