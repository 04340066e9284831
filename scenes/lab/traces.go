package lab

import (
	"math"

	"taut/game/emg"
	"taut/game/session"
	"taut/game/tick"
	"taut/scenes/view"
)

// The strip charts: columns on a grid of their own, so that a trace that scrolls
// keeps its columns.
const (
	columnTicks = 40 * tick.Millisecond // of model time in a column
	columns     = 500                   // 20 s
	waitColumns = 40                    // room of a wait, however long it is
	emgFull     = 120.0                 // µV at the edge of its row: the noise, about 50 either way at first, is seen to fall; twitches are cut off
	tensionFull = 1.25                  // C with the largest twitch and cramp
	tall        = 100.0                 // CSS px of the strip below which it holds tension alone
	flowTop     = 1.4
	acidTop     = 0.5
)

// The rows, in their order.
const (
	rowEMG = iota
	rowTension
	rowFlow
	rowAcid
	rowCount
)

var rowColors = [rowCount]string{"emg", "tension", "flow", "acid"}

// stretch is a part of the axis on which one clock runs. A stretch of real time
// has one column for each columnTicks; a wait has waitColumns.
type stretch struct {
	from, to tick.Tick
	cols     int
	wait     bool
}

// ticks gives the moment, in ticks, at column c of s.
func (s stretch) ticks(c float64) tick.Tick {
	if s.wait {
		return s.from + tick.Tick(c/float64(s.cols)*float64(s.to-s.from))
	}
	return (s.from/columnTicks)*columnTicks + tick.Tick(c*float64(columnTicks))
}

// column gives the column of s at moment t.
func (s stretch) column(t tick.Tick) float64 {
	if s.wait {
		return float64(t-s.from) / float64(max(1, s.to-s.from)) * float64(s.cols)
	}
	return float64(t-(s.from/columnTicks)*columnTicks) / float64(columnTicks)
}

// chart is the state of the traces between frames.
type chart struct {
	axis   []stretch // oldest first
	lead   int       // empty columns before the first
	lo, hi [rowCount][]float64
	walk   envelope
	rows   []view.Row
	marks  []view.Mark
	done   chartKey
}

// chartKey is what the rows depend on.
type chartKey struct {
	head            tick.Tick
	actions, passes int
}

// reset empties the chart and keeps its room.
func (c *chart) reset() {
	c.done = chartKey{head: -1}
	c.axis = c.axis[:0]
}

// lookTraces fills the view's traces.
func (l *Lab) lookTraces() {
	t := &l.v.Traces
	t.Shown = l.choice.More && l.size.dock > 0
	t.Cursor = math.NaN()
	if !t.Shown {
		return
	}
	c := &l.chart
	head := l.play.Head()
	key := chartKey{head: head - head%columnTicks, actions: len(l.play.Actions()), passes: len(l.play.Passes())}
	if n := len(c.axis); n > 0 && c.axis[n-1].wait {
		key.head = head // a film draws its stretch anew
	}
	if key != c.done || len(c.axis) == 0 {
		grown := c.grown(key)
		c.done = key
		c.lay(l.play.Session)
		if grown > 0 && c.axis[0].wait {
			grown = 0 // a wait that leaves on the left is squeezed
		}
		c.draw(l.play.Session, grown)
		c.mark(l.play.Session)
	}
	t.Rows, t.Marks = c.rows, c.marks
	if l.size.dock < tall {
		t.Rows = c.rows[rowTension : rowTension+1]
	}
	if l.scrubbed() {
		t.Cursor = c.place(l.play.Now())
	}
}

// lay cuts the axis: the last columns, back from the head, waits made short.
func (c *chart) lay(s *session.Session) {
	c.axis = c.axis[:0]
	end, room := s.Head(), columns
	a := s.Actions()
	for i := len(a) - 1; i >= 0 && room > 0; i-- {
		if a[i].Op != session.Wait || a[i].At >= s.Head() {
			continue
		}
		if to := min(a[i].End, s.Head()); to < end {
			room = c.add(to, end, room)
			end = to
		}
		if room > 0 {
			c.axis = append(c.axis, stretch{from: a[i].At, to: end, cols: min(waitColumns, room), wait: true})
			room -= min(waitColumns, room)
			end = a[i].At
		}
	}
	if room > 0 {
		room = c.add(0, end, room)
	}
	c.lead = room
	for i, j := 0, len(c.axis)-1; i < j; i, j = i+1, j-1 {
		c.axis[i], c.axis[j] = c.axis[j], c.axis[i]
	}
}

// add appends a stretch of real time, as much of it as there is room for.
func (c *chart) add(from, to tick.Tick, room int) (left int) {
	cols := int(to/columnTicks-from/columnTicks) + 1
	if cols > room {
		from = (to/columnTicks - tick.Tick(room) + 1) * columnTicks
		cols = room
	}
	c.axis = append(c.axis, stretch{from: from, to: to, cols: cols})
	return room - cols
}

// grown gives by how many columns the last stretch has grown since the rows
// were drawn, where nothing else has changed; 0 asks for all of them.
func (c *chart) grown(key chartKey) int {
	n := len(c.axis)
	if n == 0 || c.axis[n-1].wait || key.actions != c.done.actions || key.passes != c.done.passes || key.head <= c.done.head {
		return 0
	}
	return int(min(columns, (key.head-c.done.head)/columnTicks))
}

// draw fills the rows: all of them, or what grew on the right.
func (c *chart) draw(s *session.Session, grown int) {
	if c.rows == nil {
		c.rows = make([]view.Row, rowCount)
		for r := range c.rows {
			c.lo[r], c.hi[r] = make([]float64, columns), make([]float64, columns)
			c.rows[r] = view.Row{Lo: c.lo[r], Hi: c.hi[r], Color: rowColors[r]}
		}
	}
	if last := c.axis[len(c.axis)-1]; grown > 0 && grown+1 < last.cols {
		for r := range c.rows {
			copy(c.lo[r], c.lo[r][grown:])
			copy(c.hi[r], c.hi[r][grown:])
		}
		// The column that was the last may have been drawn half full.
		c.fill(s, last, columns-last.cols, last.cols-grown-1)
		return
	}
	for r := range c.rows {
		for i := range c.lead {
			c.lo[r][i], c.hi[r][i] = math.NaN(), math.NaN()
		}
	}
	at := c.lead
	for _, st := range c.axis {
		c.fill(s, st, at, 0)
		at += st.cols
	}
}

// fill draws one stretch, whose first column is at, from its column skip on.
func (c *chart) fill(s *session.Session, st stretch, at, skip int) {
	all := s.Samples(st.ticks(float64(skip))-columnTicks, st.to)
	k := 0
	const noisy = 2.5 // standard deviations that a band of noise shows
	for i := skip; i < st.cols; i++ {
		from, to := st.ticks(float64(i)), st.ticks(float64(i+1))
		for k+1 < len(all) && all[k+1].At <= from {
			k++
		}
		j := at + i
		x := &all[k]
		lo, hi := x.Tension, x.Tension
		for n := k + 1; n < len(all) && all[n].At < to; n++ {
			lo, hi = math.Min(lo, all[n].Tension), math.Max(hi, all[n].Tension)
		}
		c.hi[rowEMG][j] = noisy * emg.Noise(x.Drive)
		c.lo[rowEMG][j] = -c.hi[rowEMG][j]
		c.lo[rowTension][j], c.hi[rowTension][j] = lo/tensionFull, hi/tensionFull
		c.lo[rowFlow][j], c.hi[rowFlow][j] = x.Flow/flowTop, x.Flow/flowTop
		c.lo[rowAcid][j], c.hi[rowAcid][j] = x.H/acidTop, x.H/acidTop
	}
	lo, hi := c.lo[rowEMG][at+skip:at+st.cols], c.hi[rowEMG][at+skip:at+st.cols]
	if !st.wait {
		const samples = int64(columnTicks) * emg.TickSamples
		c.walk.fill(s, lo, hi, (int64(st.from/columnTicks)+int64(skip))*samples, samples)
	}
	for i := range lo {
		lo[i], hi[i] = 0.5+lo[i]/(2*emgFull), 0.5+hi[i]/(2*emgFull)
	}
}

// mark sets a mark at each pass, and breaks where another clock begins.
func (c *chart) mark(s *session.Session) {
	c.marks = c.marks[:0]
	at := float64(c.lead)
	for i, st := range c.axis {
		if i > 0 {
			c.marks = append(c.marks, view.Mark{At: at / columns, Break: true})
		}
		for _, p := range s.Passes() {
			if !st.wait && p.At >= st.from && p.At <= st.to {
				c.marks = append(c.marks, view.Mark{At: (at + st.column(p.At)) / columns, Twitch: p.Twitch})
			}
		}
		at += float64(st.cols)
	}
}

// lastWait gives the middle of the last wait on the axis, 0 to 1.
func (c *chart) lastWait() (at float64, ok bool) {
	x := float64(c.lead)
	for _, st := range c.axis {
		if st.wait {
			at, ok = (x+float64(st.cols)/2)/columns, true
		}
		x += float64(st.cols)
	}
	return at, ok
}

// lastWait names the last wait that the run has come to, "" where there is none.
func (l *Lab) lastWait() string {
	a := l.play.Actions()
	for i := len(a) - 1; i >= 0; i-- {
		if a[i].Op != session.Wait || a[i].At >= l.play.Head() {
			continue
		}
		for _, w := range waits {
			if w.d == a[i].End-a[i].At {
				return w.name
			}
		}
		return ""
	}
	return ""
}

// place gives where a moment lies on the axis, 0 to 1; NaN where it is off it.
func (c *chart) place(t tick.Tick) float64 {
	at := float64(c.lead)
	for _, st := range c.axis {
		if t >= st.from && t <= st.to {
			return math.Min(1, (at+st.column(t))/columns)
		}
		at += float64(st.cols)
	}
	return math.NaN()
}

// at gives the moment at a place of the axis; the oldest left of it.
func (c *chart) at(x float64) tick.Tick {
	col := x*columns - float64(c.lead)
	for _, st := range c.axis {
		if col < float64(st.cols) {
			return min(st.to, max(st.from, st.ticks(math.Max(0, col))))
		}
		col -= float64(st.cols)
	}
	if n := len(c.axis); n > 0 {
		return c.axis[n-1].to
	}
	return 0
}
