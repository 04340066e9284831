package stage

import "taut/scenes/view"

// marked draws a ring about the named thing that is spoken of; where it lies
// outside the picture, an arrow at the edge points to it.
func (p *pen) marked(m *view.Marked, c Palette) {
	if !m.Shown {
		return
	}
	for _, pen := range [2]struct {
		wide float64
		c    ink
	}{{6, ink{RGB{}, 0.7}}, {2.2, ink{c["halo"], 1}}} {
		if m.DX == 0 && m.DY == 0 {
			p.ring(m.X, m.Y, 13+pen.wide/2, pen.wide, pen.c)
			continue
		}
		for _, side := range [2]float64{-1, 1} {
			p.line(m.X+12*m.DX, m.Y+12*m.DY, m.X-6*m.DX-side*11*m.DY, m.Y-6*m.DY+side*11*m.DX, pen.wide, 0, pen.c)
		}
	}
}
