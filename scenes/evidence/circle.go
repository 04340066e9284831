package evidence

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// The stations' places on the picture of 640 by 400, and the half size of each.
var places = [stations][2]float64{
	leak: {320, 44}, contraction: {548, 116}, flow: {548, 292}, energy: {330, 204}, acid: {320, 356}, chemicals: {92, 292}, twitch: {92, 116},
}

const halfWide, halfHigh = 84.0, 34.0

// number writes a coordinate.
func number(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }

// quantity writes a constant with its unit, with as few digits as it needs.
func quantity(x float64, unit string) string {
	text := strconv.FormatFloat(x, 'g', -1, 64)
	if unit == "1" || unit == "-" {
		return text
	}
	return text + " " + unit
}

// edge gives where a line from a station towards a place leaves its box.
func edge(from, to [2]float64) [2]float64 {
	dx, dy := to[0]-from[0], to[1]-from[1]
	k := math.Min(halfWide/math.Max(math.Abs(dx), 1e-9), halfHigh/math.Max(math.Abs(dy), 1e-9))
	return [2]float64{from[0] + k*dx, from[1] + k*dy}
}

// bow gives an arrow's line and head. Two arrows between the same stations bow to
// two sides.
func bow(a arrow) (line, head string) {
	p, q := places[a.from], places[a.to]
	dx, dy := q[0]-p[0], q[1]-p[1]
	d := math.Hypot(dx, dy)
	const bend = 24
	mid := [2]float64{(p[0]+q[0])/2 - bend*dy/d, (p[1]+q[1])/2 + bend*dx/d}
	from, to := edge(p, mid), edge(q, mid)
	line = "M" + number(from[0]) + " " + number(from[1]) + "Q" + number(mid[0]) + " " + number(mid[1]) + " " + number(to[0]) + " " + number(to[1])
	ux, uy := to[0]-mid[0], to[1]-mid[1]
	u := math.Hypot(ux, uy)
	ux, uy = ux/u, uy/u
	corner := func(along, across float64) string {
		return number(to[0]-along*ux-across*uy) + " " + number(to[1]-along*uy+across*ux)
	}
	return line, "M" + corner(0, 0) + "L" + corner(12, 6) + "L" + corner(12, -6) + "Z"
}

// value gives a station's value in words.
func (s *Scene) value(i int, v values) string {
	x := v[i]
	if i != leak && i != twitch {
		x *= 100
	}
	return s.words.F("evidence.value."+stationNames[i], "n", strconv.FormatFloat(x, 'f', 0, 64))
}

// short gives a station's value as the picture has room for it.
func (s *Scene) short(i int) string {
	x, unit := 100*s.loop.now[i], " %"
	switch i {
	case leak:
		x, unit = s.loop.now[i], " µV"
	case twitch:
		x, unit = s.loop.now[i], " / "+strconv.Itoa(strokes)
	}
	return strconv.FormatFloat(x, 'f', 0, 64) + unit
}

// circle is the diagram, what can be cut, and what came of it.
func (s *Scene) circle() g.Node {
	l := &s.loop
	var lines, boxes, list, rows g.Group
	for i, a := range arrows {
		class := "arrow " + s.grade(a)
		if l.cut>>i&1 == 1 {
			class += " cut"
		}
		line, head := bow(a)
		lines = append(lines, g.El("g", h.Class(class), panel.Do("cut:"+strconv.Itoa(i)),
			panel.Shape("path", "reach", "d", line), panel.Shape("path", "line", "d", line), panel.Shape("path", "head", "d", head)))
		id := "arrow-" + a.name
		open := l.open == i+1
		list = append(list, panel.Check(id, s.t("arrow."+a.name), "cut:"+strconv.Itoa(i), l.cut>>i&1 == 0,
			h.Button(h.Type("button"), h.ID(id+"-word"), h.Class("word"), panel.Do("arrow:"+strconv.Itoa(i)), h.Aria("expanded", strconv.FormatBool(open)), g.If(open, h.Aria("controls", "card-"+a.name)),
				panel.Spoken(s.t("how-sure")), s.strength(a))))
		if open {
			list = append(list, s.card(a))
		}
	}
	for i, name := range stationNames {
		p := places[i]
		class := "station"
		if l.differs(i) {
			class += " differs"
		}
		boxes = append(boxes, g.El("g", h.Class(class),
			panel.Shape("rect", "box", "x", number(p[0]-halfWide), "y", number(p[1]-halfHigh), "width", number(2*halfWide), "height", number(2*halfHigh), "rx", "10"),
			panel.Inscription("name", number(p[0]), number(p[1]-10), "middle", s.t("station."+name)),
			panel.Inscription("value", number(p[0]), number(p[1]+20), "middle", s.short(i))))
		rows = append(rows, h.Tr(h.Class(class), h.Th(h.Scope("row"), g.Text(s.t("station."+name))), h.Td(g.Text(s.value(i, l.whole))), h.Td(g.Text(s.value(i, l.now)))))
	}
	var when []panel.Choice
	for _, w := range whenNames {
		when = append(when, panel.Choice{ID: "evidence-" + w, Text: s.t("when." + w), Do: "when:" + w})
	}
	return h.Div(h.Class("evidence-grid"),
		h.Div(h.Class("evidence-main"),
			panel.Radios("evidence-when", s.t("when-name"), l.when, when...),
			h.Div(h.ID("evidence-circle"), h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", "0 0 640 400"), lines, boxes)),
			h.P(h.ID("evidence-happened"), h.Class("say"), g.Text(s.happened())),
			h.Div(h.Class("evidence-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", s.t("values")),
				h.Table(h.THead(h.Tr(h.Td(h.A(h.Href("#evidence/numbers"), g.Text(s.t("where-from")))), h.Th(h.Scope("col"), g.Text(s.t("all-arrows"))), h.Th(h.Scope("col"), g.Text(s.t("as-cut"))))), h.TBody(rows))),
			h.P(h.Class("quiet"), g.Text(s.t("values-note")))),
		panel.Section("evidence-arrows", s.t("arrows"), h.P(h.Class("quiet"), g.Text(s.t("arrows-note"))), list,
			h.Div(h.Class("buttons"), panel.Button{ID: "evidence-undo", Text: s.t("undo"), Do: "undo", Off: len(l.past) == 0}.Node(), panel.Button{ID: "evidence-whole", Text: s.t("whole"), Do: "whole", Off: l.cut == 0}.Node())))
}

// grade names an arrow's support as a class, by which its line is drawn.
func (s *Scene) grade(a arrow) string {
	c, _ := s.lib.Claim(a.claim)
	return c.Grade.String()
}

func (s *Scene) strength(a arrow) g.Node {
	c, ok := s.lib.Claim(a.claim)
	if !ok {
		return g.Group{}
	}
	return panel.Strength(s.words, c.Grade, c.UpTo)
}

// card says what an arrow is in the model and what it rests on.
func (s *Scene) card(a arrow) g.Node {
	c, _ := s.lib.Claim(a.claim)
	return panel.Card{Key: a.name, Title: s.t("arrow." + a.name), Body: []g.Node{g.Text(s.t("lesson." + a.name)), g.Text(c.Sentence)}, Proof: panel.Evidence(s.words, s.lib, a.claim)}.Node()
}

// happened says what the cuts change.
func (s *Scene) happened() string {
	l := &s.loop
	if l.cut == 0 {
		return s.t("nothing-cut." + whenNames[l.when])
	}
	text := s.t("cuts-change")
	if l.cut>>l.last&1 == 1 {
		text = s.t("lesson." + arrows[l.last].name)
	}
	changed := false
	for i, name := range stationNames {
		if l.differs(i) {
			changed = true
			text += " " + s.words.F("evidence.changes", "what", s.t("station."+name), "from", s.value(i, l.whole), "to", s.value(i, l.now))
		}
	}
	if !changed {
		text += " " + s.t("no-change")
	}
	return text
}
