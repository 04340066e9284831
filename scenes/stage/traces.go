package stage

import (
	"math"

	"taut/scenes/view"
)

// maxColumns bounds the points that one trace is drawn with; longer ones are
// folded, keeping the least and the greatest of each column.
const maxColumns = 1000

// traces draws the strip charts below the picture.
func (p *pen) traces(v *view.View, f picture, c Palette) {
	t := &v.Traces
	if f.dock <= 0 {
		return
	}
	top, bottom := f.h, f.h+f.dock
	p.box(0, top, f.w, bottom, ink{c["dock"], 1})
	p.line(0, top+0.5, f.w, top+0.5, 1, 0, ink{c["grid"], 1})
	if !t.Shown || len(t.Rows) == 0 {
		return
	}
	high := f.dock / float64(len(t.Rows))
	for i := 1; i < len(t.Rows); i++ {
		y := top + high*float64(i)
		p.line(0, y, f.w, y, 1, 0, ink{c["grid"], 1})
	}
	for _, m := range t.Marks {
		x := clamp(m.At, 0, 1) * f.w
		switch {
		case m.Break:
			p.box(x-3, top+1, x+3, bottom, ink{c["bg"], 1})
			p.line(x-3, top+1, x-3, bottom, 1, 6, ink{c["edge"], 1})
			p.line(x+3, top+1, x+3, bottom, 1, 6, ink{c["edge"], 1})
		case m.Twitch > 0:
			p.line(x, top+5, x, bottom-5, 1.2, 0, ink{c["mark"], 0.62})
			p.disc(x, top+5, 2.2+1.8*clamp(m.Twitch, 0, 1), ink{c["mark"], 1})
		default:
			p.line(x, top+5, x, bottom-5, 1, 5, ink{c["mark"], 0.55})
			p.ring(x, top+5, 3.4, 1.4, ink{c["mark"], 1})
		}
	}
	for i := range t.Rows {
		p.row(&t.Rows[i], f.w, top+high*float64(i)+5, high-10, c)
	}
	if t.Cursor >= 0 && t.Cursor <= 1 {
		x := t.Cursor * f.w
		p.line(x, top+3, x, bottom-3, 1.6, 0, ink{c["cursor"], 0.95})
	}
}

// row draws one trace: a line where low and high agree, a band where not.
func (p *pen) row(r *view.Row, w, top, high float64, c Palette) {
	n := min(len(r.Lo), len(r.Hi))
	if n < 2 || high < 4 {
		return
	}
	col, ok := c[r.Color]
	if !ok {
		col = c["ink2"]
	}
	line := ink{col, 1}
	cols := min(n, maxColumns, int(w*0.7)+2)
	open, held := false, false
	var last, skipped tracePoint
	for i := range cols {
		lo, hi := column(r, i*n/cols, max((i+1)*n/cols, i*n/cols+1))
		if lo > hi {
			if held {
				p.tracePoint(skipped, true, line)
			}
			open, held = false, false
			continue
		}
		y0 := (top + (1-clamp(hi, 0, 1))*high) * p.k
		y1 := (top + (1-clamp(lo, 0, 1))*high) * p.k
		// The band's own height is the stroke; a line is a band of no height.
		at := tracePoint{(float64(i) + 0.5) / float64(cols) * w * p.k, (y0 + y1) / 2, (y1-y0)/2 + math.Max(0.85*p.k, 0.6)}
		// A level line needs no point in every column.
		if open && y1-y0 < 0.5 && math.Abs(at.y-last.y) < 0.1 && at.x-last.x < 8*p.k && i < cols-1 {
			skipped, held = at, true
			continue
		}
		p.tracePoint(at, open, line)
		last, open, held = at, true, false
	}
}

// tracePoint is a place on a trace in device px: its middle and half its height.
type tracePoint struct{ x, y, half float64 }

// tracePoint adds a pair of corners, joined to the pair before where asked.
func (p *pen) tracePoint(t tracePoint, join bool, c ink) {
	reach := t.half + 1
	p.at(t.x, t.y-reach, -reach, t.half, 0, 0, c)
	p.at(t.x, t.y+reach, reach, t.half, 0, 0, c)
	if join {
		p.join(len(p.v)-4, len(p.v)-2)
	}
}

// column gives the least and greatest value of samples from a to b, and lo > hi
// where there are none.
func column(r *view.Row, a, b int) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for i := a; i < b; i++ {
		if l, h := r.Lo[i], r.Hi[i]; l <= h {
			lo, hi = math.Min(lo, l), math.Max(hi, h)
		}
	}
	return lo, hi
}
