package stage

import (
	"math"

	"taut/scenes/view"
)

const (
	// ionsEach is how many ions are drawn a sarcomere.
	ionsEach = 22
	// ionUM is an ion's radius as drawn with its glow, in µm; pumpUM a pump's.
	ionUM  = 0.072
	pumpUM = 0.14
)

// sprite adds an ion (kind 1) or a pump (kind 2) at x, w of the part. The
// colour's parts carry turn, work, size in µm and how solid it is.
func (s *sarcomeres) sprite(p part, kind, x, w, size, turn, work, a float64) {
	cx, cy := p.x+x*p.px, p.y+(p.Depth(x, w)-p.Mid)*p.px
	r := size * p.px
	if cx < -r || cx > p.w+r || cy < p.top-r || cy > p.low+r {
		return
	}
	// A sprite at the part's edge is cut by it.
	y0, y1 := math.Max(cy-r, p.top), math.Min(cy+r, p.low)
	u0, u1 := (y0-cy)/r, (y1-cy)/r
	t, g, b, o := float32(turn), float32(work), float32(size), float32(a)
	s.strip.vertex(cx-r, y0, -1, u0, kind, 0, t, g, b, o)
	s.strip.vertex(cx+r, y0, 1, u0, kind, 0, t, g, b, o)
	s.strip.vertex(cx-r, y1, -1, u1, kind, 0, t, g, b, o)
	s.strip.vertex(cx+r, y1, 1, u1, kind, 0, t, g, b, o)
	s.strip.quad()
}

func (s *sarcomeres) pumpsAndIons(p part) {
	edge := math.Max(p.x, p.w-p.x)/p.px + 2
	for n := 0; n < 60; n++ {
		if math.Abs(p.Middle(n))-p.Length(n) > edge {
			return
		}
		s.sarcomere(p, n)
		if n > 0 {
			s.sarcomere(p, -n)
		}
	}
}

// sarcomere adds the pumps and the ions of one sarcomere.
func (s *sarcomeres) sarcomere(p part, n int) {
	mid, um := p.Middle(n), p.Length(n)
	free := p.in.CalciumBeside()
	if 2*max(n, -n) < view.SarcomereKnot {
		free = p.in.CalciumFree()
	}
	work := clamp(0.25+1.5*free, 0, 1) * clamp(p.in.Gain, 0, 1)
	for j := range 4 {
		turn := p.pumpTurns + speck(n, j, 1)
		s.sprite(p, 2, mid+view.PumpX(um, j), view.PumpAt, pumpUM, turn-math.Floor(turn), work, 1)
	}
	for i := range ionsEach {
		x, w, a := ion(um, n, i, p.pumpTurns, free)
		if a > 0 {
			s.sprite(p, 1, mid+x, w, ionUM, 0, 0, a)
		}
	}
}

// ion gives the place of one ion, in µm from its sarcomere's M-line and from
// the middle row, and how solid it is drawn. Those that are outside go round
// with the pumps' turns: out of a mouth, down to a thin filament, there for a
// while, up to a pump, in, and back along the tubule. The others wait in a
// cistern.
func ion(um float64, n, i int, pumps, free float64) (x, w, a float64) {
	h1, h2, h3 := speck(n, i, 2), speck(n, i, 3), speck(n, i, 4)
	side := 1.0
	if i%2 == 1 {
		side = -1
	}
	size := math.Min(1, um/2)
	mouth := side*view.Triad(um) + math.Copysign(0.185, h3-0.5)*size
	out := clamp((free-h1)/0.06+0.5, 0, 1)
	t := pumps/3 + h2
	t -= math.Floor(t)
	drift := 6.2832 * (pumps*0.9 + 5*h3)
	if out == 0 {
		return mouth + 0.04*math.Sin(drift+9*h2)*size, view.ReticulumAt + 0.5*(h2-0.5) + 0.02*math.Cos(drift), 0.9
	}
	pump := view.PumpX(um, int(h3*3.99))
	lanes := [...]float64{-0.6, -0.2, -1.0, -0.6, 0.2}
	siteX := side * (0.12 + 0.36*speck(n, i, 5)*um)
	siteW := lanes[int(speck(n, i, 6)*4.99)]
	wobX, wobW := 0.05*math.Sin(drift)+0.03*math.Sin(2.3*drift+4*h1), 0.05*math.Cos(1.3*drift+7*h2)
	switch {
	case t < 0.06: // out of the mouth
		k := ease(t / 0.06)
		return mouth, view.ReticulumAt + 0.2 + k*(view.MouthAt-view.ReticulumAt-0.2+0.06), out
	case t < 0.30: // down
		k := ease((t - 0.06) / 0.24)
		b := 4 * k * (1 - k)
		return mouth + k*(siteX-mouth) + b*(wobX+0.12*(h1-0.5)), view.MouthAt + 0.06 + k*(siteW-view.MouthAt-0.06) + b*wobW, out
	case t < 0.62: // held on the thin filament
		k := (t - 0.30) / 0.32
		b := 0.5 * k * (1 - k)
		return siteX + b*wobX, siteW + b*wobW, out
	case t < 0.86: // up to the pump
		k := ease((t - 0.62) / 0.24)
		b := 4 * k * (1 - k)
		return siteX + k*(pump-siteX) + b*wobX, siteW + k*(view.PumpAt+0.06-siteW) + b*wobW, out
	case t < 0.92: // through it
		k := (t - 0.86) / 0.06
		return pump, view.PumpAt + 0.06 - 0.14*k, out
	}
	k := ease((t - 0.92) / 0.08) // and back along the tubule
	return pump + k*(mouth-pump), view.PumpAt - 0.08 + k*(view.ReticulumAt+0.2-view.PumpAt+0.08), out * (1 - 0.3*math.Sin(math.Pi*k))
}

func ease(t float64) float64 { return t * t * (3 - 2*t) }

// speck is a number from 0 up to 1 for a thing by three of its own numbers.
func speck(n, i, j int) float64 {
	h := uint32(n)*0x9e3779b1 ^ uint32(i)*0x85ebca77 ^ uint32(j)*0xc2b2ae3d
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	h ^= h >> 15
	return float64(h>>8) / (1 << 24)
}
