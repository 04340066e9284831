package weeks

import (
	"math"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// The plot's part of the chart's height; the axis stands below it, the names of
// its three clocks above.
const (
	plotTop    = .11
	plotHeight = .78
)

// svg gives an element of a picture.
func svg(name, class string, attrs ...string) g.Node {
	nodes := g.Group{h.Class(class)}
	for i := 0; i+1 < len(attrs); i += 2 {
		nodes = append(nodes, g.Attr(attrs[i], attrs[i+1]))
	}
	return g.El(name, nodes...)
}

func word(class, x, y, anchor, text string) g.Node {
	return g.El("text", h.Class(class), g.Attr("x", x), g.Attr("y", y), g.Attr("text-anchor", anchor), g.Text(text))
}

// chart is the measure over the calendar. Lines are drawn in a picture within the
// picture, which is stretched to the room; what is written is not.
func (s *Scene) chart(live []string) g.Node {
	c, sc := &s.choice, scales[s.choice.Measure]
	up := func(v float64) float64 { return 1 - (v-sc.lo)/(sc.hi-sc.lo) } // of the plot's height
	page := func(y float64) string { return share(plotTop + plotHeight*y) }
	var under, words, lines g.Group
	from := 0.0
	for i, sp := range spans {
		under = append(under, svg("rect", "span span-"+strconv.Itoa(i), "x", share(from), "y", page(0), "width", share(sp.share-from), "height", share(plotHeight)))
		words = append(words, word("clock", share((from+sp.share)/2), share(plotTop-.03), "middle", s.words.T("weeks.span-"+strconv.Itoa(i))))
		from = sp.share
	}
	for v := sc.lo; v <= sc.hi; v += sc.step {
		under = append(under, svg("line", "grid", "x1", "0", "x2", "100%", "y1", page(up(v)), "y2", page(up(v))))
		if v > sc.lo {
			words = append(words, word("scale", "0.5%", page(up(v)), "start", whole(v)))
		}
	}
	for _, t := range ticks {
		anchor := "middle"
		switch t.at {
		case 0:
			anchor = "start"
		case spans[len(spans)-1].to:
			anchor = "end"
		}
		words = append(words, word("tick tick-"+t.name, share(placeOf(t.at)), "98%", anchor, s.words.T("weeks.tick-"+t.name)))
	}
	if c.Shown {
		for k := curveCount - 1; k >= 0; k-- {
			if k == idle && !s.chosen() {
				continue // it would lie under the first
			}
			var d strings.Builder
			for i, v := range s.curves[k].values[c.Measure] {
				point(&d, i == 0, placeOf(moments[i]), up(v))
			}
			lines = append(lines, svg("path", "curve "+curveNames[k], "d", d.String()))
		}
	}
	if c.Measure == ofPain {
		var d strings.Builder
		point(&d, true, 0, up(math.Round(s.curves[alone].values[ofPain][0])))
		for i, v := range c.Guess {
			x := placeOf(asked[i])
			point(&d, false, x, up(float64(v)))
			words = append(words, svg("circle", "handle", "cx", share(x), "cy", page(up(float64(v))), "r", "6"))
		}
		lines = append(lines, svg("path", "curve guess", "d", d.String()))
	}
	var visits g.Group
	for i := range c.Visits {
		if day := i * c.Every; day < days {
			x := share(placeOf(moments[nearest(dayTick(day))]))
			visits = append(visits, svg("line", "visit", "x1", x, "x2", x, "y1", page(1), "y2", page(.94)))
		}
	}
	return h.Div(h.ID("weeks-chart"), h.Data("zone", "weeks-chart"), h.Role("img"), h.Aria("label", s.summary()),
		h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "100%"), g.Attr("height", "100%"),
			under,
			g.El("svg", g.Attr("y", page(0)), g.Attr("width", "100%"), g.Attr("height", share(plotHeight)), g.Attr("viewBox", "0 0 1000 1000"), g.Attr("preserveAspectRatio", "none"), lines),
			visits, words,
			g.If(c.Shown, g.El("line", h.Class("cursor"), g.Attr("y1", page(0)), g.Attr("y2", page(1)),
				panel.Follow(panel.Bound{Attr: "x1", Index: vCursor, Now: live[vCursor]}, panel.Bound{Attr: "x2", Index: vCursor, Now: live[vCursor]})))))
}

// point adds a point of a curve to a path, in thousandths.
func point(d *strings.Builder, first bool, x, y float64) {
	c := byte('L')
	if first {
		c = 'M'
	}
	var b []byte
	b = strconv.AppendFloat(append(b, c), 1000*x, 'f', 0, 64)
	b = strconv.AppendFloat(append(b, ' '), 1000*min(1, max(0, y)), 'f', 0, 64)
	d.Write(b)
}

// chosen reports whether anything differs from the same visits with nothing done.
func (s *Scene) chosen() bool { return s.choice.cared() || s.choice.Desk < usualDesk }

// summary says the chart in one sentence.
func (s *Scene) summary() string {
	c := &s.choice
	name := s.words.T("weeks.measure." + measureNames[c.Measure])
	if !c.Shown {
		return s.words.T("weeks.chart-guess")
	}
	at := func(k, i int) string { return s.reading(c.Measure, s.curves[k].values[c.Measure][i]) }
	last := len(moments) - 1
	return s.words.F("weeks.chart", "what", name, "start", at(mine, 0), "hour", at(mine, nearest(asked[0])), "days", at(mine, nearest(asked[2])),
		"months", at(mine, nearest(asked[4])), "end", at(mine, last), "alone", at(alone, last))
}

// calendar is the days: each one's colour tells how much is done at home, and
// visits have a rim.
const calendarRows = days / 7

func (s *Scene) calendar() g.Node {
	var cells g.Group
	for d := range days {
		class := "day care-" + strconv.Itoa(min(3, ones(s.choice.Care[d])))
		if s.choice.Visits > 0 && d%s.choice.Every == 0 && d/s.choice.Every < s.choice.Visits {
			class += " seen"
		}
		if d == s.day() {
			class += " here"
		}
		cells = append(cells, svg("rect", class, "x", strconv.Itoa(d%7*10+1), "y", strconv.Itoa(d/7*10+1), "width", "8", "height", "8", "rx", "2"))
	}
	return h.Div(h.ID("weeks-days"), h.Data("zone", "weeks-days"),
		h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", "0 0 70 "+strconv.Itoa(10*calendarRows)), g.Attr("preserveAspectRatio", "none"), cells))
}

func ones(b uint8) (n int) {
	for ; b != 0; b &= b - 1 {
		n++
	}
	return n
}
