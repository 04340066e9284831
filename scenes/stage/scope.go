package stage

import (
	"math"

	"taut/scenes/view"
)

// scope keeps the EMG window's strokes while what it shows stays the same.
type scope struct {
	pen
	key  scopeKey
	wave chartRow
}

// scopeKey is all that the window depends on but the wave.
type scopeKey struct {
	look              look
	scale, x, y, w, h float64
	full, from, to    float64
	shown             bool
}

// build brings the window up to date.
func (p *scope) build(v *view.View, f picture, c Palette, l look) {
	s := &v.Scope
	k := scopeKey{look: l, scale: f.scale, x: s.X, y: s.Y, w: s.W, h: s.H, full: s.Full, from: s.From, to: s.To, shown: s.Shown}
	if same := k == p.key; p.wave.same(&s.Wave) && same {
		return
	}
	p.key = k
	p.reset(f.scale)
	if s.Shown && s.Full > 0 {
		p.scopeGrid(s, c)
		p.scopeWave(s, c)
	}
}

// scopeGrid draws the screen, its divisions, and the way from a hit to its twitch.
func (p *pen) scopeGrid(s *view.Scope, c Palette) {
	right, bottom := s.X+s.W, s.Y+s.H
	p.box(s.X, s.Y, right, bottom, ink{c["dock"], 1})
	grid := ink{c["grid"], 1}
	for i := range view.ScopeWide {
		x := math.Round(s.X+s.W*float64(i)/view.ScopeWide) + 0.5
		p.line(x, s.Y, x, bottom, 1, 0, grid)
	}
	for i := range view.ScopeHigh {
		y := math.Round(s.Y+s.H*float64(i)/view.ScopeHigh) + 0.5
		if i == view.ScopeHigh/2 {
			p.line(s.X, y, right, y, 1, 0, ink{c["edge"], 0.8})
		} else {
			p.line(s.X, y, right, y, 1, 0, grid)
		}
	}
	if s.To > s.From {
		x0, x1, y := s.X+s.From*s.W, s.X+s.To*s.W, bottom-26
		mark := ink{c["mark"], 1}
		p.line(x0, s.Y+4, x0, bottom-4, 1.2, 5, mark)
		p.line(x1, s.Y+4, x1, bottom-4, 1.2, 5, mark)
		p.line(x0, y, x1, y, 2, 0, mark)
	}
}

// scopeWave draws the signal. A column reaches to where the one before it left
// off, so that no spike falls between two, however steep it is.
func (p *pen) scopeWave(s *view.Scope, c Palette) {
	n := min(len(s.Wave.Lo), len(s.Wave.Hi))
	cols := min(n, int(s.W))
	line := ink{c[s.Wave.Color], 1}
	open := false
	var below, above float64 // of the column before
	y := func(µV float64) float64 { return (s.Y + s.H*(0.5-0.5*clamp(µV/s.Full, -1, 1))) * p.k }
	for i := range cols {
		lo, hi := column(&s.Wave, i*n/cols, (i+1)*n/cols)
		if lo > hi {
			open = false
			continue
		}
		l, h := lo, hi
		if open {
			l, h = math.Min(lo, above), math.Max(hi, below)
		}
		below, above = lo, hi
		y0, y1 := y(h), y(l)
		p.tracePoint(tracePoint{(s.X + (float64(i)+0.5)/float64(cols)*s.W) * p.k, (y0 + y1) / 2, (y1-y0)/2 + math.Max(0.7*p.k, 0.6)}, open, line)
		open = true
	}
}
