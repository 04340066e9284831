package weeks

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// chart is the measure over the calendar. Lines are drawn in a picture within the
// picture, which is stretched to the room; what is written is not.
func (s *Scene) chart(live []string) g.Node {
	c, sc := &s.choice, scales[s.choice.Measure]
	up := func(v float64) float64 { return 1 - (v-sc.lo)/(sc.hi-sc.lo) } // of the plot's height
	page := func(y float64) string { return panel.Share(calendar.PlotTop + calendar.PlotHeight*y) }
	under, words := calendar.Frame(s.words, sc.lo, sc.hi, sc.step)
	var lines g.Group
	if c.Shown {
		for k := curveCount - 1; k >= 0; k-- {
			if k == idle && !s.chosen() {
				continue // it would lie under the first
			}
			var d panel.Path
			for i, v := range s.curves[k].values[c.Measure] {
				d.To(calendar.Place(moments[i]), up(v))
			}
			lines = append(lines, d.Node("curve "+curveNames[k]))
		}
	}
	if c.Measure == ofPain {
		var d panel.Path
		d.To(0, up(math.Round(s.curves[alone].values[ofPain][0])))
		for i, v := range c.Guess {
			x := calendar.Place(asked[i])
			d.To(x, up(float64(v)))
			words = append(words, panel.Shape("circle", "handle", "cx", panel.Share(x), "cy", page(up(float64(v))), "r", "6"))
		}
		lines = append(lines, d.Node("curve guess"))
	}
	var visits g.Group
	for i := range c.Visits {
		if day := i * c.Every; day < days {
			x := panel.Share(calendar.Place(moments[nearest(dayTick(day))]))
			visits = append(visits, panel.Shape("line", "visit", "x1", x, "x2", x, "y1", page(1), "y2", page(.94)))
		}
	}
	return h.Div(h.ID("weeks-chart"), h.Data("zone", "weeks-chart"), h.Role("img"), h.Aria("label", s.summary()),
		calendar.Chart(under, lines, visits, words, g.Iff(c.Shown, func() g.Node { return calendar.Cursor(vCursor, live[vCursor]) })))
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

// calendarRows are the weeks of the calendar, a row each.
const calendarRows = days / 7

// calendar is the days: each one's colour tells how much is done at home, and
// visits have a rim.
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
		cells = append(cells, panel.Shape("rect", class, "x", strconv.Itoa(d%7*10+1), "y", strconv.Itoa(d/7*10+1), "width", "8", "height", "8", "rx", "2"))
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
