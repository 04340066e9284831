package cases

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/scenes/panel"
)

// The picture of a visit: where each reach ends, and the middle of the knot, on a
// picture of 300 by 220 in which no length stands for one of a body.
var ends = [cases.Reaches]float64{62, 92, 138, 168, 200}

const knotAt = 122

// needle is the visit: the harm first, then the target.
func (s *Scene) needle() g.Node {
	hazards := s.hazards()
	if len(hazards) > 0 && !s.rec.Met {
		return s.harmFirst(hazards[0])
	}
	c, r := s.at, s.rec
	v := s.visit()
	o := v.Outcome()
	live := s.texts()
	var reach []panel.Choice
	for i := range cases.Reaches {
		n := strconv.Itoa(i)
		reach = append(reach, panel.Choice{ID: "cases-reach-" + n, Text: s.t("reach-" + n), Do: "reach:" + n})
	}
	said := s.words.F("cases.before-first", "name", c.Name)
	switch {
	case r.Ended:
		said = s.t("stopped")
	case len(r.Strokes) > 0:
		said = s.struck()
	}
	class := "say"
	if v.Met != "" || v.Said {
		class += " alarm"
	}
	return g.Group{
		h.Div(
			h.P(h.ID("cases-struck"), h.Class(class), g.Text(said)),
			panel.Radios("cases-reach", s.t("how-far"), r.Reach, reach...),
			panel.Slider{ID: "cases-hour", Name: s.t("towards"), Do: "hour", Max: 12, Step: 1, Value: float64(r.Hour), Text: live[vHourText], LiveValue: vHour, LiveText: vHourText}.Node(),
			h.Div(h.Class("buttons"),
				panel.Button{ID: "cases-stroke", Class: "primary", Text: s.t("stroke"), Do: "stroke", Off: !s.ready()}.Node(),
				panel.Button{ID: "cases-stop", Text: s.t("stop"), Do: "stop", Off: r.Ended}.Node()),
			h.Dl(h.Class("cases-readings"), s.reading("tension", s.words.F("cases.of-start", "n", whole(o.Tension))), s.reading("passes", strconv.Itoa(o.Passes)),
				s.reading("seconds", s.words.F("cases.seconds-n", "n", whole(o.Seconds))), s.reading("sore", s.words.F("cases.of-hundred", "n", whole(o.Sore))), s.reading("near", strconv.Itoa(o.Near))),
			h.P(h.Class("quiet"), g.Text(s.t("time-note")))),
		s.section(v),
	}
}

func (s *Scene) reading(key, value string) g.Node {
	return g.Group{h.Dt(g.Text(s.t("reading." + key))), h.Dd(g.Text(value))}
}

// section is the limb cut open: layers, knot, what lies beneath, the tracks and
// the needle where the last stroke ended.
func (s *Scene) section(v *cases.Visit) g.Node {
	path := func(class, d string) g.Node { return panel.Shape("path", class, "d", d) }
	band := func(class string, a, b float64) g.Node {
		return panel.Shape("rect", class, "x", "0", "y", whole(a), "width", "300", "height", whole(b-a))
	}
	o := v.Outcome()
	glow := math.Max(0, math.Min(1, o.Tension/100))
	beneath := "bone"
	if len(v.Hazards) > 0 {
		beneath = string(v.Hazards[0].Kind)
	}
	body := g.Group{band("air", 0, 30), band("skin", 30, 44), band("fat", 44, 72), band("fascia", 72, 76), band("muscle", 76, 180), band("beneath "+beneath, 180, 220),
		path("fibres", "M0 88H300M0 98H300M0 146H300M0 156H300M0 166H300"),
		panel.Shape("rect", "taut", "x", "0", "y", "114", "width", "300", "height", "16"),
		panel.Shape("ellipse", "knot", "cx", "150", "cy", strconv.Itoa(knotAt), "rx", "40", "ry", "17", "fill-opacity", strconv.FormatFloat(.25+.75*glow, 'f', 2, 64))}
	tip := func(st stroke) (float64, float64) {
		y := ends[st.Reach]
		x := 150.0
		if st.Hour > 0 { // three o'clock leans to the right, twelve away from the eye
			x += math.Sin(float64(st.Hour)*math.Pi/6) * .18 * (y - 30)
		}
		return x, y
	}
	for i, st := range s.rec.Strokes {
		x, y := tip(st)
		class := "track"
		if i == len(s.rec.Strokes)-1 && !s.rec.Ended {
			class = "steel"
		}
		body = append(body, path(class, "M150 6L"+whole(x)+" "+whole(y)))
	}
	if len(s.rec.Strokes) == 0 {
		body = append(body, path("steel", "M150 0V28"))
	}
	name := s.t("beneath-bone")
	if len(v.Hazards) > 0 {
		name = v.Hazards[0].Name
	}
	words := [][3]string{{"skin", "40", s.t("layer-skin")}, {"fat", "62", s.t("layer-fat")}, {"muscle", "92", s.target().Name}, {"beneath", "205", name}}
	for _, w := range words {
		body = append(body, panel.Inscription("name on-"+w[0], "8", w[1], "start", w[2]))
	}
	return h.Div(h.Class("cases-section"), h.SVG(h.Role("img"), h.Aria("label", s.words.F("cases.section", "muscle", s.target().Name, "beneath", name)), g.Attr("viewBox", "0 0 300 220"), body),
		h.P(h.Class("quiet"), g.Text(s.t("section-note"))))
}

// harmFirst is met before the target: what can be harmed, and at the chest the same
// stroke in two bodies, of which one is harmed.
func (s *Scene) harmFirst(hz anatomy.Hazard) g.Node {
	body := g.Group{h.P(g.Text(hz.Danger)), h.P(g.Text(hz.Bodies)), panel.Rests(s.words, s.lib, hz.Basis)}
	picture := g.Node(h.P(g.Text(s.t("harm-note"))))
	if hz.Kind == anatomy.Lung {
		two := cases.TwoBodies(s.target())
		picture = h.Div(h.Class("cases-bodies"), s.body("thin", two.Tissues, two.Thin, two.Stroke), s.body("heavy", two.Tissues, two.Heavy, two.Stroke))
		body = append(body, h.P(g.Text(s.t("two-bodies"))))
	}
	return g.Group{
		h.Div(panel.Section("cases-harm", hz.Name, body), panel.Button{ID: "cases-meet-harm", Class: "primary", Text: s.t("meet-harm"), Do: "meet-harm"}.Node()),
		h.Div(h.P(h.Class("say alarm"), g.Text(hz.Meet)), picture),
	}
}

// body draws the layers of one of two bodies with the same stroke in it.
func (s *Scene) body(name string, tissues []anatomy.Tissue, thick []float64, stroke float64) g.Node {
	const top, tall = 24.0, 150.0
	y := top
	body := g.Group{panel.Shape("rect", "air", "x", "0", "y", "0", "width", "120", "height", whole(top))}
	for i, t := range thick {
		class := string(tissues[i])
		body = append(body, panel.Shape("rect", class, "x", "0", "y", whole(y), "width", "120", "height", whole(math.Max(1, t*tall))))
		y += t * tall
	}
	end := top + stroke*tall
	body = append(body, panel.Shape("rect", "beneath lung", "x", "0", "y", whole(y), "width", "120", "height", whole(220-y)), panel.Shape("path", "steel", "d", "M60 4V"+whole(end)))
	harmed := "safe-this-time"
	if end > y {
		harmed = "lung-met"
		body = append(body, panel.Shape("circle", "met", "cx", "60", "cy", whole(end), "r", "7"))
	}
	text := s.t("body-" + name + "-" + harmed)
	return h.Figure(h.SVG(h.Role("img"), h.Aria("label", text), g.Attr("viewBox", "0 0 120 220"), body), h.FigCaption(g.Text(text)))
}

// result is the judgement.
func (s *Scene) result() g.Node {
	c, r := s.at, s.rec
	first := s.t("decided-right")
	if r.Tried != string(c.End) {
		first = s.words.F("cases.decided-wrong", "first", s.t("end-"+r.Tried), "right", s.t("end-"+string(c.End)))
	}
	lines := g.Group{h.Li(g.Text(first))}
	for _, p := range s.missed() {
		lines = append(lines, h.Li(g.Text(s.words.F("cases.not-asked", "what", p.Name))))
	}
	parts := g.Group{h.P(h.Class("banner"), h.B(g.Text(s.t("banner")))),
		panel.Section("cases-how", s.t("how-decided"), h.Ul(lines), h.P(g.Text(c.Why)))}
	if c.End == cases.Needle {
		parts = append(parts, s.judged())
	}
	parts = append(parts, h.P(h.A(h.Class("onward"), h.ID("cases-weeks"), h.Href("#weeks/"+c.ID), g.Text(s.words.F("cases.to-weeks", "name", c.Name)))))
	return h.Div(parts)
}

// judged sets the visit beside the good run that the model makes of the taught plan.
func (s *Scene) judged() g.Node {
	v := s.visit()
	good := cases.Good(s.at, s.hazards())
	o := v.Outcome()
	var rows, faults g.Group
	row := func(key, mine, other string) {
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.t("reading."+key))), h.Td(g.Text(mine)), h.Td(g.Text(other))))
	}
	n := func(key string, x float64) string { return s.words.F("cases."+key, "n", whole(x)) }
	row("tension", n("of-start", o.Tension), n("of-start", good.Tension))
	row("noise", n("microvolts", o.Noise), n("microvolts", good.Noise))
	row("passes", strconv.Itoa(o.Passes), strconv.Itoa(good.Passes))
	row("seconds", n("seconds-n", o.Seconds), n("seconds-n", good.Seconds))
	row("path", n("centimetres", o.Path/10), n("centimetres", good.Path/10))
	row("sore", n("of-hundred", o.Sore), n("of-hundred", good.Sore))
	row("harms", strconv.Itoa(o.Harms), strconv.Itoa(good.Harms))
	row("near", strconv.Itoa(o.Near), strconv.Itoa(good.Near))
	row("after", strconv.Itoa(o.After), strconv.Itoa(good.After))
	for _, f := range o.Judge(good, v.Said) {
		faults = append(faults, h.Li(g.Text(s.t("fault-"+string(f)))))
	}
	if len(faults) == 0 {
		faults = append(faults, h.Li(g.Text(s.t("no-fault"))))
	}
	return panel.Section("cases-judged", s.t("judged"), h.Ul(faults),
		h.Div(h.Class("cases-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", s.t("judged-table")),
			h.Table(h.THead(h.Tr(h.Td(), h.Th(h.Scope("col"), g.Text(s.t("yours"))), h.Th(h.Scope("col"), g.Text(s.t("good"))))), h.TBody(rows))),
		h.P(h.Class("quiet"), g.Text(s.t("good-note"))), panel.Rests(s.words, s.lib, chosen))
}
