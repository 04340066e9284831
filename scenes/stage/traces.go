package stage

import (
	"math"
	"slices"

	"taut/scenes/view"
)

// maxColumns bounds the points that one trace is drawn with; longer ones are
// folded, keeping the least and the greatest of each column.
const maxColumns = 1000

// chart keeps the strip charts' strokes while what they show stays the same:
// a column of theirs lasts for several frames.
type chart struct {
	pen
	key  chartKey
	rows []chartRow
	mark []view.Mark
}

// chartKey is all that the charts depend on but the rows and their marks.
type chartKey struct {
	look                 look
	scale, w, h, dock    float64
	shown, cursorShown   bool
	cursor               float64
	rowsShown, markShown int
}

// chartRow is a row as it was drawn: its bits, so that a gap is equal to itself.
type chartRow struct {
	lo, hi []uint64
	color  string
}

// same takes over what r holds, and reports whether that is what it held.
func (k *chartRow) same(r *view.Row) bool {
	lo, hi := keep(&k.lo, r.Lo), keep(&k.hi, r.Hi)
	color := k.color == r.Color
	k.color = r.Color
	return lo && hi && color
}

// keep copies the bits of values, and reports whether they were there already.
func keep(bits *[]uint64, values []float64) bool {
	same := len(*bits) == len(values)
	if !same {
		*bits = append((*bits)[:0], make([]uint64, len(values))...)
	}
	b := (*bits)[:len(values)]
	for i, x := range values {
		if u := math.Float64bits(x); u != b[i] {
			b[i] = u
			same = false
		}
	}
	return same
}

// build brings the charts up to date.
func (p *chart) build(v *view.View, f picture, c Palette, l look) {
	t := &v.Traces
	k := chartKey{look: l, scale: f.scale, w: f.w, h: f.h, dock: f.dock, shown: t.Shown, rowsShown: len(t.Rows), markShown: len(t.Marks)}
	if k.cursorShown = t.Cursor >= 0 && t.Cursor <= 1; k.cursorShown {
		k.cursor = t.Cursor
	}
	same := k == p.key && slices.Equal(p.mark, t.Marks)
	for len(p.rows) < len(t.Rows) {
		p.rows = append(p.rows, chartRow{})
	}
	for i := range t.Rows {
		same = p.rows[i].same(&t.Rows[i]) && same
	}
	if same {
		return
	}
	p.key, p.mark = k, append(p.mark[:0], t.Marks...)
	p.reset(f.scale)
	p.traces(v, f, c)
}

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
	var most, least float64
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
		// A straight piece of a line needs its two ends alone. What is left
		// out lies within a tenth of a pixel of it, by the slopes that all of
		// its points allow.
		if slim := y1-y0 < 0.5; open && slim {
			dx := at.x - last.x
			up, down := (at.y+0.1-last.y)/dx, (at.y-0.1-last.y)/dx
			slope := (at.y - last.y) / dx
			if !held {
				most, least = up, down
			}
			if slope <= most && slope >= least && dx < 64*p.k && i < cols-1 {
				most, least = math.Min(most, up), math.Max(least, down)
				skipped, held = at, true
				continue
			}
			if held {
				p.tracePoint(skipped, true, line)
				last, held = skipped, false
				if i < cols-1 {
					dx = at.x - last.x
					most, least = (at.y+0.1-last.y)/dx, (at.y-0.1-last.y)/dx
					skipped, held = at, true
					continue
				}
			}
		} else if held {
			p.tracePoint(skipped, true, line)
		}
		p.tracePoint(at, open, line)
		last, open, held = at, true, false
	}
	if r.Color == "emg" { // a twitch goes on beyond its row: its bar is broken off near the edge
		for _, y := range [...]float64{top + 3, top + high - 4.5} {
			p.box(0, y, w, y+1.5, ink{c["dock"], 1})
		}
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
