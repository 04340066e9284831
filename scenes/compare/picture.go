package compare

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/course"
	"taut/scenes/panel"
)

// inAndOut is the arrow of a needle that goes up and down.
const inAndOut = "M120 3V23M115 8L120 3L125 8M115 18L120 23L125 18"

// drawings are what each arm does to the band, drawn on its small picture of 200
// by 120: class and path, in the order in which they lie over each other. Solid
// needles have one line, hollow ones two and a barrel with what goes in.
var drawings = [course.Arms][][2]string{
	course.None:        {},
	course.Sham:        {{"steel", "M100 2V27"}, {"grip", "M100 2V16"}, {"sleeve", "M92 18H108V28H92Z"}},
	course.Heat:        {{"pack", "M62 10Q100 4 138 10V26Q100 30 62 26Z"}, {"wave", "M78 34q4 6 0 12t0 12M100 34q4 6 0 12t0 12M122 34q4 6 0 12t0 12"}},
	course.Stretch:     {{"arrow", "M40 83H10M18 76L10 83L18 90M160 83H190M182 76L190 83L182 90"}},
	course.Massage:     {{"hand", "M84 2Q82 26 100 34Q118 26 116 2Z"}, {"arrow", "M100 60V74M94 68L100 74L106 68"}},
	course.Acupuncture: {{"steel", "M150 2V66"}, {"grip", "M150 2V16"}, {"clock", "M172 13m-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M172 7V13L176 16"}},
	course.Superficial: {{"steel", "M100 2V48"}, {"grip", "M100 2V16"}},
	course.Dry:         {{"steel", "M100 2V92"}, {"grip", "M100 2V16"}, {"move", inAndOut}},
	course.Saline:      {{"steel", "M98.5 20V90M101.5 20V90"}, {"barrel", "M93 0H107V20H93Z"}, {"saline", "M100 98m-4 0a4 5 0 1 0 8 0a4 5 0 1 0 -8 0M110 90m-3 0a3 4 0 1 0 6 0a3 4 0 1 0 -6 0"}, {"move", inAndOut}},
	course.Lidocaine:   {{"steel", "M98.5 20V90M101.5 20V90"}, {"barrel", "M93 0H107V20H93Z"}, {"numb", "M100 98m-4 0a4 5 0 1 0 8 0a4 5 0 1 0 -8 0M110 90m-3 0a3 4 0 1 0 6 0a3 4 0 1 0 -6 0"}, {"move", inAndOut}},
	course.Steroid:     {{"steel", "M98.5 20V90M101.5 20V90"}, {"barrel", "M93 0H107V20H93Z"}, {"steroid", "M100 98m-4 0a4 5 0 1 0 8 0a4 5 0 1 0 -8 0M110 90m-3 0a3 4 0 1 0 6 0a3 4 0 1 0 -6 0"}, {"move", inAndOut}},
}

// kindDrawings are the kinds of needling side by side, in the order of kindNames.
// The traditional needle stands at a set point away from the knot.
var kindDrawings = [len(kindNames)][][2]string{
	drawings[course.Dry],
	drawings[course.Acupuncture],
	{{"steel", "M28 2V64"}, {"grip", "M28 2V16"}, {"clock", "M50 13m-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M50 7V13L54 16"}},
	drawings[course.Saline],
}

func path(class, d string) g.Node { return panel.Shape("path", class, "d", d) }

// tissue is skin, fat and muscle with its vessels, band and knot. state gives
// what follows the fast texts: the shine of the band, half the height of the knot
// and the width of the vessels; nil a band to which nothing was done.
func tissue(state func(attrs ...panel.Bound) g.Node) g.Node {
	if state == nil {
		state = func(attrs ...panel.Bound) g.Node {
			var now g.Group
			for _, a := range attrs {
				now = append(now, g.Attr(a.Attr, [...]string{vShine: "1", vThick: digits(thick), vWide: digits(vessel * quietFlow)}[a.Index]))
			}
			return now
		}
	}
	shine, height := panel.Bound{Attr: "fill-opacity", Index: vShine}, panel.Bound{Attr: "ry", Index: vThick}
	knot := func(class string, attrs ...panel.Bound) g.Node {
		return g.El("ellipse", h.Class(class), g.Attr("cx", "100"), g.Attr("cy", "83.5"), g.Attr("rx", "24"), state(attrs...))
	}
	return g.Group{
		path("skin", "M0 26Q100 30 200 26V36Q100 40 0 36Z"), path("fat", "M0 36Q100 40 200 36V54Q100 58 0 54Z"), path("fascia", "M0 54Q100 58 200 54V57Q100 61 0 57Z"),
		path("muscle", "M0 57Q100 61 200 57V120H0Z"), path("fibres", "M0 66H200M0 72H200M0 97H200M0 103H200M0 109H200M0 115H200"),
		path("taut", "M0 79H200V88H0Z"), g.El("path", h.Class("glow"), g.Attr("d", "M0 79H200V88H0Z"), state(shine)),
		g.El("path", h.Class("vessel"), g.Attr("d", "M0 69.5C40 69.5 60 66 100 66S160 69.5 200 69.5M0 99C40 99 60 101.5 100 101.5S160 99 200 99"), state(panel.Bound{Attr: "stroke-width", Index: vWide})),
		knot("taut", height), knot("glow", shine, height),
	}
}

// drawing is a small picture: tissue, and what is done there.
func drawing(label string, under g.Node, over [][2]string) g.Node {
	return h.SVG(h.Class("compare-picture"), h.Role("img"), h.Aria("label", label), g.Attr("viewBox", "0 0 200 120"), under,
		g.Map(over, func(d [2]string) g.Node {
			return g.Group{g.If(d[0] == "steel", path("edge", d[1])), path(d[0], d[1])} // steel is seen on every ground
		}))
}

// picture is an arm's small stage at the moment that is shown: its texts begin at
// the fast text at.
func (s *Scene) picture(a course.Arm, at int, live []string) g.Node {
	return drawing(s.t("picture."+a.String()), tissue(func(attrs ...panel.Bound) g.Node {
		bound := make([]panel.Bound, len(attrs))
		for i, b := range attrs {
			bound[i] = panel.Bound{Attr: b.Attr, Index: at + b.Index, Now: live[at+b.Index]}
		}
		return panel.Follow(bound...)
	}), drawings[a])
}
