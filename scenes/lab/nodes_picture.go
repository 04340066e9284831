package lab

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// labelKeys are the words that stand on the picture, in the order of the
// document. Each has an element label-KEY and, where it points away, a line
// label-KEY-line.
var labelKeys = [...]string{"band", "knot", "capillary", "lens", "needle", "tip", "scale"}

// main is the picture: the stage that takes the input, the words on it, the
// badge of the clock that runs and the names of the traces.
func (s *sheet) main() g.Node {
	return h.Main(h.ID("main"),
		h.Div(h.ID("picture"),
			h.Div(h.ID("stage"), h.Data("zone", "stage"), h.Role("application"), h.TabIndex("0"),
				h.Aria("label", s.t("stage")), h.Aria("describedby", "stage-help")),
			s.labels(),
			s.badge(),
			h.Div(h.ID("dock"), h.Data("zone", "traces"), h.Aria("label", s.t("traces")), h.Role("group"), s.rows())),
		h.P(h.ID("stage-help"), h.Class("spoken"), g.Text(s.t("stage-help"))))
}

func (s *sheet) labels() g.Node {
	var lines, words g.Group
	for _, k := range labelKeys {
		if k != "scale" && k != "lens" { // the stage draws the bar, and the lens stands over its words
			lines = append(lines, g.El("line", h.ID("label-"+k+"-line"), g.Attr("visibility", "hidden")))
		}
		text := g.Text(s.label(k))
		if k == "tip" {
			text = s.value(vTip)
		}
		words = append(words, h.Div(h.ID("label-"+k), h.Class("label"), h.Hidden(""), h.Span(text)))
	}
	return h.Div(h.ID("labels"),
		h.SVG(h.ID("lines"), h.Aria("hidden", "true"), g.Attr("focusable", "false"), lines),
		words,
		h.P(h.ID("label-scalenote"), g.Text(s.t("label.place")+" "+
			s.w.F("panel.label.thick", "n", strconv.FormatFloat(s.f.Thick, 'f', 0, 64)))))
}

// label gives a word on the picture: plain ones first, the field's own once
// the rest of the panel is forward.
func (s *sheet) label(key string) string {
	if field := "panel.label." + key + "-field"; s.f.More && s.w.Has(field) {
		return s.w.T(field)
	}
	return s.t("label." + key)
}

// badge says which clock runs.
func (s *sheet) badge() g.Node {
	return h.Div(h.ID("badge"), panel.Follow(s.bound("data-clock", vBadgeClock)),
		panel.Ring("film", 60, [2]float64{}, s.bound("stroke-dasharray", vBadgeArc)),
		h.Span(h.Class("runs"), s.value(vBadge)), g.Text(" "),
		h.Span(h.Class("more"), s.value(vBadgeMore)))
}

// rows names the traces.
func (s *sheet) rows() g.Node {
	var rows g.Group
	for _, k := range [...]string{"emg", "tension", "flow", "acid"} {
		rows = append(rows, h.Span(h.Class("trace trace-"+k), g.Text(s.t("trace."+k))))
	}
	return rows
}
