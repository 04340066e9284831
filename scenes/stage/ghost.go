package stage

import (
	"math"

	"taut/scenes/view"
)

// outline keeps the ghost's strokes: they change with the frame and, in
// sixteenths, with how far the band has let go.
type outline struct {
	pen
	key outlineKey
}

type outlineKey struct {
	cam                  view.Camera
	look                 look
	scale                float64
	start, depth, radius float64
	dent, dentX, gone    float64
}

// build draws the outline of the band and the knot as they were before the
// first pass: two dashed lines and a dashed ellipse. They stand out more the
// less the band still fills them.
func (p *outline) build(v *view.View, f picture, c Palette, l look) {
	gone := 0.0
	if v.Start > 0 {
		gone = math.Round(16*clamp(1-v.Tension/v.Start, 0, 1)) / 16
	}
	k := outlineKey{v.Camera, l, f.scale, v.Start, v.KnotDepth, v.KnotRadius, v.Dent, v.DentX, gone}
	if p.key == k {
		return
	}
	p.key = k
	p.pen.reset(f.scale)
	pull := v.Pull(v.Start)
	if pull <= 0.02 {
		return
	}
	shade := ink{RGB{}, 0.34 * gone}
	line := ink{c["ghost"], 0.58 + 0.36*gone}
	wide := 1.5 + 0.4*gone
	for _, side := range [2]float64{-1, 1} {
		path := p.edge(v, f, side*view.BandHalf, pull)
		p.stroke(path, wide+1.6, 13, shade)
		p.stroke(path, wide, 13, line)
	}
	cx, cy := v.Camera.Px(0, v.Dented(0, v.KnotDepth))
	s := v.Camera.PxPerMM
	grow := 1 + 0.10*pull
	path := p.ellipse(cx, cy, v.KnotRadius*s*grow, 0.6*v.KnotRadius*s*grow)
	p.stroke(path, wide+1.6, 11, shade)
	p.stroke(path, wide, 11, line)
}

// edge traces a fibre that lies y mm below the band's middle when slack.
func (p *pen) edge(v *view.View, f picture, y, pull float64) []pt {
	p.path = p.path[:0]
	const steps = 96
	for i := range steps + 1 {
		px := f.w * float64(i) / steps
		x, _ := v.Camera.MM(px, 0)
		z := v.KnotDepth + view.Bend(y, v.Bulge(x), pull) + view.Wave(x)
		_, py := v.Camera.Px(x, v.Dented(x, z))
		p.path = append(p.path, pt{px, py})
	}
	return p.path
}

// tracks draws the ways of earlier passes, their ends shaped by the twitch:
// a large disc, a small one, or a ring for none.
func (p *pen) tracks(v *view.View, f picture, c Palette) {
	from := max(len(v.Tracks)-view.MaxTracks, 0)
	for i := from; i < len(v.Tracks); i++ {
		t := &v.Tracks[i]
		// Older tracks step back, so that thirty passes stay legible.
		age := 1 - 0.55*float64(len(v.Tracks)-1-i)/view.MaxTracks
		x0, y0 := v.Camera.Px(t.Entry.X, v.Dented(t.Entry.X, t.Entry.Z))
		x1, y1 := v.Camera.Px(t.Tip.X, v.Dented(t.Tip.X, t.Tip.Z))
		p.line(x0, y0, x1, y1, 1.3, 9, ink{c["track"], 0.62 * age})
		shade := ink{RGB{}, 0.45 * age}
		mark := ink{c["twitch"], math.Min(0.95, 0.5+0.5*age)}
		switch {
		case t.Twitch >= 0.5:
			p.disc(x1, y1, 6, shade)
			p.disc(x1, y1, 5, mark)
		case t.Twitch > 0:
			p.disc(x1, y1, 4.2, shade)
			p.disc(x1, y1, 3.2, mark)
		default:
			p.ring(x1, y1, 5, 3.2, shade)
			p.ring(x1, y1, 4.4, 1.6, mark)
		}
	}
}

// rings draws the twitch's faint widening rings: shape, not light.
func (p *pen) rings(v *view.View, f picture, c Palette) {
	twitch := clamp(v.Twitch, 0, 1)
	if twitch < 0.02 || v.Still || !v.KnotShown {
		return
	}
	x, y := v.Camera.Px(v.TwitchX, v.KnotDepth+view.Wave(v.TwitchX))
	run := clamp(v.Ripple, 0, 400) * 0.012
	for i := range 3 {
		r := (1.3 + 1.7*float64(i) + run) * v.Camera.PxPerMM
		p.stroke(p.ellipse(x, y, r, 0.36*r), 1.4, 0, ink{c["twitch"], twitch * (0.34 - 0.10*float64(i))})
	}
}

// scaleBar draws 5 mm; its text is the document's.
func (p *pen) scaleBar(v *view.View, f picture, c Palette) {
	l := v.Camera.ScaleBar() * v.Camera.PxPerMM
	x, y := 20.0, f.h-34
	for _, pen := range [2]struct {
		w float64
		c ink
	}{{3.6, ink{RGB{}, 0.45}}, {1.6, ink{RGB{1, 1, 1}, 0.95}}} {
		p.line(x, y, x+l, y, pen.w, 0, pen.c)
		p.line(x, y-5, x, y+0.8, pen.w, 0, pen.c)
		p.line(x+l, y-5, x+l, y+0.8, pen.w, 0, pen.c)
	}
}
