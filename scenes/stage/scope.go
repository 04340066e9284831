package stage

import "taut/scenes/view"

// scope draws the screen of the EMG window: its divisions, the way from a hit to
// its twitch, and the signal.
func (p *pen) scope(s *view.Scope, c Palette) {
	right, bottom := s.X+s.W, s.Y+s.H
	p.box(s.X, s.Y, right, bottom, ink{c["dock"], 1})
	grid := ink{c["grid"], 1}
	for i := range view.ScopeWide {
		x := s.X + s.W*float64(i)/view.ScopeWide
		p.line(x, s.Y, x, bottom, 1, 0, grid)
	}
	for i := range view.ScopeHigh {
		y := s.Y + s.H*float64(i)/view.ScopeHigh
		if i == view.ScopeHigh/2 {
			grid.RGB = c["edge"]
		}
		p.line(s.X, y, right, y, 1, 0, grid)
		grid.RGB = c["grid"]
	}
	if s.To > s.From {
		x0, x1, y, mark := s.X+s.From*s.W, s.X+s.To*s.W, bottom-26, ink{c["mark"], 1}
		p.line(x0, s.Y+4, x0, bottom-4, 1.2, 5, mark)
		p.line(x1, s.Y+4, x1, bottom-4, 1.2, 5, mark)
		p.line(x0, y, x1, y, 2, 0, mark)
	}
	n := len(p.v)
	p.row(&s.Wave, s.W, s.Y, s.H, c)
	for i := range p.v[n:] {
		p.v[n+i].DstX += float32(s.X * p.k)
	}
}
