package compare

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/course"
	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// chart is the measure over the calendar: for each arm its mean and, behind it,
// one standard deviation of the people to either side; behind all, what trials
// found. Lines differ by colour, by dashes, and by shape and name at their end.
func (s *Scene) chart(live []string) g.Node {
	sc := scales[s.choice.Measure]
	up := func(v float64) float64 { return 1 - (v*sc.unit-sc.lo)/(sc.hi-sc.lo) }
	under, words := calendar.Frame(s.words, sc.lo, sc.hi, sc.step)
	var bands, lines g.Group
	for k := range s.choice.arms() {
		class := "arm-" + strconv.Itoa(k)
		var line, band panel.Path
		last := -1
		for i, t := range moments {
			if x := s.at(k, i, s.choice.Measure); x.N > 0 {
				line.To(calendar.Place(t), up(x.Mean))
				band.To(calendar.Place(t), up(x.Mean+x.SD))
				last = i
			}
		}
		if last < 0 {
			continue
		}
		for i := last; i >= 0; i-- {
			x := s.at(k, i, s.choice.Measure)
			band.To(calendar.Place(moments[i]), up(x.Mean-x.SD))
		}
		lines = append(lines, line.Node("curve "+class))
		if sizes[s.choice.Size] > 1 {
			bands = append(bands, band.Node("band "+class))
		}
	}
	var intervals g.Group
	s.fits(func(p *published, _, from int) {
		var d panel.Path
		to := func(i int, add float64) {
			if x := s.at(from, i, s.choice.Measure); x.N > 0 {
				d.To(calendar.Place(moments[i]), up(x.Mean+add))
			}
		}
		a, b := nearest(p.start), nearest(p.end)
		for i := a; i <= b; i++ {
			to(i, p.hi)
		}
		for i := b; i >= a; i-- {
			to(i, p.lo)
		}
		if d.String() != "" {
			intervals = append(intervals, d.Node("found"))
		}
	})
	return h.Div(h.Class("compare-plot"),
		h.Div(h.ID("compare-chart"), h.Data("zone", "compare-chart"), h.Role("img"), h.Aria("label", s.summary()),
			calendar.Chart(under, g.Group{intervals, bands, lines}, s.spans(), words, g.Iff(s.cohort != nil, func() g.Node { return calendar.Cursor(vCursor, live[vCursor]) }))),
		s.ends(up))
}

// caption says what the chart shows, in what unit, of whom and how often treated.
func (s *Scene) caption() g.Node {
	name := measureNames[s.choice.Measure]
	visits := "course"
	if s.choice.Single {
		visits = "single"
	}
	key := "caption"
	if sizes[s.choice.Size] == 1 {
		key = "caption-one"
	}
	return g.Group{
		h.P(h.Class("compare-caption"), panel.Word("compare-what-shown", s.t("measure."+name), "measure-"+name, s.explain == "measure-"+name),
			g.Text(" "+s.words.F("compare."+key, "unit", s.t("scale."+name), "people", s.words.N("compare.people-n", sizes[s.choice.Size]), "visits", s.t(visits)))),
		g.Iff(s.explain == "measure-"+name, func() g.Node { return s.measureCard("measure-"+name, name) }),
	}
}

// measureCard explains the measure, as the weeks do.
func (s *Scene) measureCard(key, name string) g.Node {
	t := func(part string) string { return s.words.T("weeks.card." + name + "." + part) }
	return panel.Card{Key: key, Title: t("title"), Body: []g.Node{g.Text(t("text"))}, Mark: s.words.T("panel.mark." + t("mark")), Source: t("source"),
		MarkName: s.words.T("panel.mark-name"), SourceName: s.words.T("panel.source-name")}.Node()
}

// spanned reports whether the spans are drawn: over curves of pain, of dry needling
// beside a pretend needle or none; before them they would answer the question.
func (s *Scene) spanned() bool {
	return s.followed() > 0 && s.choice.Measure == int(course.OfPain) && s.choice.Arms&mask(course.Dry) != 0 && s.choice.Arms&mask(course.Sham, course.None) != 0
}

// spans are the bars for which reviews found less pain than with a pretend needle
// or none.
func (s *Scene) spans() g.Node {
	var bars g.Group
	if !s.spanned() {
		return bars
	}
	for i, sp := range spans {
		y := panel.Share(calendar.PlotTop + calendar.PlotHeight*(.045+.075*float64(i)))
		a, b := panel.Share(calendar.Place(sp.from)), panel.Share(calendar.Place(sp.to)-.002)
		bars = append(bars, panel.Shape("line", "found-bar", "x1", a, "x2", b, "y1", y, "y2", y),
			panel.Inscription("found-text", panel.Share(calendar.Place(sp.to)-.006), panel.Share(calendar.PlotTop+calendar.PlotHeight*(.075+.075*float64(i))), "end", s.t("published."+sp.text)))
	}
	return bars
}

// summary says the chart in a sentence or two.
func (s *Scene) summary() string {
	if s.followed() == 0 {
		return s.t("chart-empty")
	}
	text := s.words.F("compare.chart", "what", s.t("measure."+measureNames[s.choice.Measure]))
	for k, a := range s.choice.arms() {
		at := func(name string) string {
			for _, j := range calendar.Jumps {
				if j.Name == name {
					return s.reading(s.choice.Measure, s.at(k, nearest(j.At), s.choice.Measure).Mean)
				}
			}
			return ""
		}
		text += " " + s.words.F("compare.chart-arm", "arm", s.arm(a), "start", at("before"), "days", at("3d"), "weeks", at("4w"), "end", at("24w"))
	}
	return text
}

// key names the lines and the areas of the chart.
func (s *Scene) key() g.Node {
	item := func(shape g.Node, text string, class ...string) g.Node {
		return h.Li(g.If(len(class) > 0, h.Class("line")), h.SVG(h.Aria("hidden", "true"), g.Attr("width", "34"), g.Attr("height", "12"), shape), g.Text(text))
	}
	var items g.Group
	for k, a := range s.choice.arms() {
		items = append(items, item(sample(k), s.arm(a), "line"))
	}
	if s.followed() > 1 {
		items = append(items, item(panel.Shape("rect", "band arm-0 sample", "width", "34", "height", "12"), s.t("key-band")))
	}
	if s.followed() > 0 {
		s.fits(func(p *published, arm, from int) {
			if p.start == now || p.arm != course.Dry { // one line for both times of a pair
				arms := s.choice.arms()
				items = append(items, item(panel.Shape("rect", "found", "width", "34", "height", "12"), s.words.F("compare.key-found", "arm", s.arm(arms[arm]), "from", s.arm(arms[from]))))
			}
		})
	}
	return h.Ul(h.Class("compare-key"), items)
}

// sample is a piece of arm k's line with its shape, of 34 by 12.
func sample(k int) g.Node {
	return g.Group{panel.Shape("line", "curve arm-"+strconv.Itoa(k), "x1", "1", "x2", "33", "y1", "6", "y2", "6"),
		g.El("svg", g.Attr("x", "17"), g.Attr("y", "6"), g.Attr("overflow", "visible"), mark(k))}
}

// legend names the lines, each with its reading at the moment and its picture.
func (s *Scene) legend(live []string) g.Node {
	var items g.Group
	for k, a := range s.choice.arms() {
		id, at := "compare-"+a.String(), vArm+perArm*k
		items = append(items, h.Li(h.Class("compare-arm"),
			s.picture(a, at, live),
			h.Div(h.Class("row"),
				h.SVG(h.Aria("hidden", "true"), g.Attr("width", "34"), g.Attr("height", "12"), sample(k)),
				panel.Word(id+"-name", s.arm(a), "arm-"+a.String(), s.explain == "arm-"+a.String())),
			panel.Output(id+"-value", id+"-name", panel.Live(at+vReading, live[at+vReading])),
			h.P(h.Class("quiet"), panel.Live(at+vState, live[at+vState])),
			h.P(h.Class("quiet"), g.Text(s.dose(a)))))
	}
	return h.Ul(h.Class("compare-arms"), items)
}

// dose says how often an arm is given.
func (s *Scene) dose(a course.Arm) string {
	n, every := 1, 0
	if !s.choice.Single {
		visits, gap := a.Course()
		n, every = visits, int(gap.Seconds()/3600)
	}
	switch {
	case a == course.None:
		return s.t("dose-none")
	case n == 1:
		return s.t("dose-one")
	}
	return s.words.F("compare.dose", "n", strconv.Itoa(n), "hours", strconv.Itoa(every), "days", strconv.FormatFloat(float64(every)/24, 'f', -1, 64))
}
