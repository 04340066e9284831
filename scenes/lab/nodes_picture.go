package lab

import (
	"math"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// labelKeys are the words that stand on the picture, in the order of the
// document. Each has an element label-KEY and, where it points away, a line
// label-KEY-line.
var labelKeys = [...]string{"band", "knot", "capillary", "lens", "needle", "tip", "scale", "wait", "latency"}

// main is the picture: the stage that takes the input, the words on it, the
// badge of the clock that runs and the names of the traces.
func (s *sheet) main() g.Node {
	return h.Main(h.ID("main"),
		h.Div(h.ID("picture"), h.Data("level", s.f.Level.String()),
			h.Div(h.ID("stage"), h.Data("zone", "stage"), h.Role("application"), h.TabIndex("0"),
				h.Aria("label", s.t("stage")), h.Aria("describedby", "stage-help")),
			s.labels(),
			s.badge(),
			s.reflex(),
			h.Div(h.ID("ears"), h.P(h.ID("caption"), s.value(vCaption)), s.offer()),
			h.Div(h.ID("dock"), h.Data("zone", "traces"), h.Aria("label", s.t("traces")), h.Role("group"), s.rows()),
			s.scope()),
		s.rail(),
		h.P(h.ID("stage-help"), h.Class("spoken"), g.Text(s.t("stage-help"))))
}

func (s *sheet) labels() g.Node {
	var lines, words g.Group
	for _, k := range labelKeys {
		if k != "scale" && k != "lens" && k != "wait" && k != "latency" { // the stage draws the bar, and the lens stands over its words
			lines = append(lines, g.El("line", h.ID("label-"+k+"-line"), g.Attr("visibility", "hidden")))
		}
		var text g.Node
		switch k {
		case "tip":
			text = s.value(vTip)
		case "wait":
			text = s.waited()
		case "latency":
			text = g.Text(s.latency())
		case "scale":
			text = g.Text(scaleText(s.f.ScaleMM))
		default:
			text = g.Text(s.label(k))
		}
		words = append(words, h.Div(h.ID("label-"+k), h.Class("label"), h.Hidden(""), h.Span(text)))
	}
	if s.f.Scan {
		words = append(words, s.scanLabels())
	}
	for i, k := range s.f.slots() {
		lines = append(lines, g.El("line", h.ID(slotIDs[i]+"-line"), g.Attr("visibility", "hidden")))
		words = append(words, h.Div(h.ID(slotIDs[i]), h.Class("label"), h.Hidden(""), h.Span(g.Text(s.partName(k)))))
	}
	return h.Div(h.ID("labels"),
		h.SVG(h.ID("lines"), h.Aria("hidden", "true"), g.Attr("focusable", "false"),
			g.Raw(`<marker id="dot" refX="2" refY="2" markerWidth="4" markerHeight="4"><circle cx="2" cy="2" r="2"/></marker>`), lines),
		words,
		h.P(h.ID("label-scalenote"), g.Text(s.shortNote())))
}

// waited is the length of the last wait, as it stands in the traces.
func (s *sheet) waited() g.Node {
	if s.f.LastWait == "" {
		return g.Group{}
	}
	return g.Text("// " + s.t("wait-"+s.f.LastWait) + " //")
}

// openFlow is the blood flow, per cent of healthy, from which a capillary is no
// longer called squeezed.
const openFlow = 90

// label gives a word on the picture: plain ones first, the field's own once
// the rest of the panel is forward.
func (s *sheet) label(key string) string {
	if key == "capillary" && s.f.Flow >= openFlow {
		return s.t("label.capillary-open")
	}
	if key == "lens" && s.f.LensSame {
		return s.t("label.lens-same")
	}
	if key == "knot" && s.f.Scan {
		return s.t("label.nodule")
	}
	if field := "panel.label." + key + "-field"; s.f.More && s.w.Has(field) {
		return s.w.T(field)
	}
	return s.t("label." + key)
}

// The strip's own box, in units: three frames of stripW side by side.
const (
	stripW, stripH = 60, 34
	stripBand      = 4 // half the band's thickness
	stripJump      = 9 // the way of a full twitch
	stripFull      = 3 // the size of a full twitch
)

// strip shows a twitch to those who asked for no motion: the band before it, at
// its peak about a tenth of a second after the hit, and a second later. The way
// is a sketch: it grows with the twitch and is not to scale.
func (s *sheet) strip(twitch float64) g.Node {
	jump := stripJump * math.Min(1, math.Max(0.2, twitch/stripFull))
	var frames g.Group
	for i, up := range [...]float64{0, jump, 0} {
		x, y := float64(i*stripW), stripH/2.0
		edge := func(side float64) string {
			return "M" + short(x+3) + " " + short(y+side) + "C" + short(x+18) + " " + short(y+side) + " " + short(x+18) + " " + short(y+side-up) + " " +
				short(x+30) + " " + short(y+side-up) + "S" + short(x+42) + " " + short(y+side) + " " + short(x+57) + " " + short(y+side)
		}
		frames = append(frames,
			g.El("path", h.Class("band"), g.Attr("d", edge(-stripBand)+edge(stripBand))),
			g.El("ellipse", h.Class("knot"), g.Attr("cx", short(x+30)), g.Attr("cy", short(y-up)), g.Attr("rx", short(9-up/3)), g.Attr("ry", short(stripBand+1+up/6))),
			g.El("text", g.Attr("x", short(x+30)), g.Attr("y", short(stripH+8)), g.Text(s.t("strip-"+itoa(i)))))
	}
	return h.SVG(h.Class("strip"), h.Role("img"), h.Aria("label", s.t("strip")), g.Attr("viewBox", "0 0 180 46"), frames)
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
