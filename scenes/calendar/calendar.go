// Package calendar is the axis of time after a visit, from the first minute to 24
// weeks, and the words for a moment on it. The scenes that follow people share it.
package calendar

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/game/tick"
	"taut/scenes/panel"
)

// Span is one of the axis's three clocks.
type Span struct {
	To   tick.Tick
	End  float64   // part of the axis at which it ends
	Step tick.Tick // between two moments of a person's curve
}

// Spans are the axis: one line of three clocks with a visible break between two,
// the first hour, the first three days, the rest of 24 weeks.
var Spans = [...]Span{
	{tick.Hour, .17, 5 * tick.Minute},
	{3 * tick.Day, .45, 3 * tick.Hour},
	{24 * tick.Week, 1, tick.Day},
}

// Place gives where a time stands on the axis, 0 to 1.
func Place(t tick.Tick) float64 {
	var from tick.Tick
	part := 0.0
	for _, s := range Spans {
		if t <= s.To {
			return part + (s.End-part)*float64(t-from)/float64(s.To-from)
		}
		from, part = s.To, s.End
	}
	return 1
}

// Time gives the time at a place of the axis.
func Time(x float64) tick.Tick {
	var from tick.Tick
	part := 0.0
	for _, s := range Spans {
		if x <= s.End {
			return from + tick.Tick(max(0, x-part)/(s.End-part)*float64(s.To-from))
		}
		from, part = s.To, s.End
	}
	return from
}

// Nearest gives the index of the moment nearest to t.
func Nearest(moments []tick.Tick, t tick.Tick) int {
	best := 0
	for i, m := range moments {
		if max(m-t, t-m) < max(moments[best]-t, t-moments[best]) {
			best = i
		}
	}
	return best
}

// Named is a moment with the key of its words.
type Named struct {
	Name string
	At   tick.Tick
}

// Jumps are the moments that buttons lead to ("calendar.jump-NAME").
var Jumps = [...]Named{{"before", 0}, {"5m", 5 * tick.Minute}, {"1h", tick.Hour}, {"1d", tick.Day}, {"3d", 3 * tick.Day}, {"4w", 4 * tick.Week}, {"12w", 12 * tick.Week}, {"24w", 24 * tick.Week}}

// At gives the name of the jump that leads to moment i; "" where none does.
func At(moments []tick.Tick, i int) string {
	for _, j := range Jumps {
		if Nearest(moments, j.At) == i {
			return j.Name
		}
	}
	return ""
}

// Ticks are what is written under the axis ("calendar.tick-NAME").
var Ticks = [...]Named{{"0", 0}, {"1h", tick.Hour}, {"1d", tick.Day}, {"3d", 3 * tick.Day}, {"4w", 4 * tick.Week}, {"8w", 8 * tick.Week}, {"12w", 12 * tick.Week}, {"16w", 16 * tick.Week}, {"20w", 20 * tick.Week}, {"24w", 24 * tick.Week}}

// The plot's part of a chart's height: the axis stands below it, the names of its
// clocks above.
const (
	PlotTop    = .11
	PlotHeight = .78
)

// Frame gives what lies under the curves of a chart: the three clocks with their
// names, a grid from lo to hi, and the words of both axes.
func Frame(w *content.Words, lo, hi, step float64) (under, words g.Group) {
	page := func(y float64) string { return panel.Share(PlotTop + PlotHeight*y) }
	from := 0.0
	for i, sp := range Spans {
		n := strconv.Itoa(i)
		under = append(under, panel.Shape("rect", "span span-"+n, "x", panel.Share(from), "y", page(0), "width", panel.Share(sp.End-from), "height", panel.Share(PlotHeight)))
		words = append(words, panel.Inscription("clock", panel.Share((from+sp.End)/2), panel.Share(PlotTop-.03), "middle", w.T("calendar.span-"+n)))
		from = sp.End
	}
	for v := lo; v <= hi; v += step {
		at := page(1 - (v-lo)/(hi-lo))
		under = append(under, panel.Shape("line", "grid", "x1", "0", "x2", "100%", "y1", at, "y2", at))
		if v > lo {
			words = append(words, panel.Inscription("scale", "-6", at, "end", Whole(v)))
		}
	}
	for _, t := range Ticks {
		anchor := "middle"
		switch t.At {
		case 0:
			anchor = "start"
		case Spans[len(Spans)-1].To:
			anchor = "end"
		}
		words = append(words, panel.Inscription("tick tick-"+t.Name, panel.Share(Place(t.At)), "98%", anchor, w.T("calendar.tick-"+t.Name)))
	}
	return under, words
}

// Chart gives a chart's picture: what lies under the curves, the curves, what
// stands over them.
func Chart(under g.Group, curves g.Node, over ...g.Node) g.Node {
	return h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "100%"), g.Attr("height", "100%"),
		under, panel.Plot(PlotTop, PlotHeight, curves), g.Group(over))
}

// Cursor is the line of the moment that is shown, at the fast text i.
func Cursor(i int, now string) g.Node {
	return g.El("line", h.Class("cursor"), g.Attr("y1", panel.Share(PlotTop)), g.Attr("y2", panel.Share(PlotTop+PlotHeight)),
		panel.Follow(panel.Bound{Attr: "x1", Index: i, Now: now}, panel.Bound{Attr: "x2", Index: i, Now: now}))
}

// Text gives a time after the first visit in words.
func Text(w *content.Words, t tick.Tick) string {
	n, key := 0, ""
	switch {
	case t == 0:
		return w.T("calendar.before")
	case t < tick.Hour:
		n, key = int(t/tick.Minute), "minutes"
	case t < tick.Day:
		n, key = int(t/tick.Hour), "hours"
	case t%tick.Day != 0:
		return w.F("calendar.days-hours", "d", strconv.Itoa(int(t/tick.Day)), "h", strconv.Itoa(int(t%tick.Day/tick.Hour)))
	case t < 2*tick.Week:
		n, key = int(t/tick.Day), "days"
	default:
		n, key = int(t/tick.Week), "weeks"
		if left := int(t % tick.Week / tick.Day); left > 0 {
			return w.F("calendar.weeks-days", "w", strconv.Itoa(n), "d", strconv.Itoa(left))
		}
	}
	return w.N("calendar."+key, n)
}

// Whole rounds to a whole number: more the evidence does not carry.
func Whole(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
