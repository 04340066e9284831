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
	o, good := s.outcome(), s.taught()
	var rows, faults g.Group
	row := func(key, mine, other string) {
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.t("reading."+key))), h.Td(g.Text(mine)), h.Td(g.Text(other))))
	}
	in := func(key, unit string, of func(*cases.Outcome) float64) {
		row(key, s.words.F("cases."+unit, "n", whole(of(&o))), s.words.F("cases."+unit, "n", whole(of(&good))))
	}
	count := func(key string, of func(*cases.Outcome) int) {
		row(key, strconv.Itoa(of(&o)), strconv.Itoa(of(&good)))
	}
	in("tension", "of-start", func(o *cases.Outcome) float64 { return o.Tension })
	in("noise", "microvolts", func(o *cases.Outcome) float64 { return o.Noise })
	count("points", func(o *cases.Outcome) int { return o.Points })
	count("passes", func(o *cases.Outcome) int { return o.Passes })
	in("seconds", "seconds-n", func(o *cases.Outcome) float64 { return o.Seconds })
	in("minutes", "minutes-n", func(o *cases.Outcome) float64 { return o.Minutes })
	in("path", "centimetres", func(o *cases.Outcome) float64 { return o.Path / 10 })
	in("swept", "square", func(o *cases.Outcome) float64 { return o.Swept })
	in("sore", "of-hundred", func(o *cases.Outcome) float64 { return o.Sore })
	count("harms", func(o *cases.Outcome) int { return o.Harms })
	count("near", func(o *cases.Outcome) int { return o.Near })
	count("bone", func(o *cases.Outcome) int { return o.Bone })
	count("after", func(o *cases.Outcome) int { return o.After })
	for _, f := range o.Judge(good) {
		faults = append(faults, h.Li(g.Text(s.t("fault-"+string(f)))))
	}
	if len(faults) == 0 {
		faults = append(faults, h.Li(g.Text(s.t("no-fault"))))
	}
	if s.at.Harm && o.Harms == 0 {
		faults = append(faults, h.Li(g.Text(s.words.F("cases.call-clean", "name", s.at.Name))))
	}
	return panel.Section("cases-judged", s.t("judged"), h.Ul(faults),
		h.Div(h.Class("cases-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", s.t("judged-table")),
			h.Table(h.THead(h.Tr(h.Td(), h.Th(h.Scope("col"), g.Text(s.t("yours"))), h.Th(h.Scope("col"), g.Text(s.t("good"))))), h.TBody(rows))),
		h.P(h.Class("quiet"), g.Text(s.t("good-note"))), panel.Rests(s.words, s.lib, chosen))
}
