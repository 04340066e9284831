// Package figure draws the body of the stage, front and back, as a picture in the
// document, with marks on it.
package figure

import (
	"math"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	"taut/scenes/panel"
	"taut/scenes/view"
)

// outline is the body figure of the stage as one path, both sides, in its own
// axes: each round part is two discs and what lies between them.
var outline = func() string {
	var b strings.Builder
	n := func(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
	disc := func(x, y, r float64) {
		b.WriteString("M" + n(x-r) + " " + n(y) + "a" + n(r) + " " + n(r) + " 0 1 0 " + n(2*r) + " 0a" + n(r) + " " + n(r) + " 0 1 0 " + n(-2*r) + " 0")
	}
	for _, c := range view.Figure() {
		for _, side := range [...]float64{1, -1} {
			x0, x1 := side*c.X0, side*c.X1
			disc(x0, c.Y0, c.R0)
			disc(x1, c.Y1, c.R1)
			d := math.Hypot(x1-x0, c.Y1-c.Y0)
			if d == 0 {
				continue
			}
			ux, uy := (x1-x0)/d, (c.Y1-c.Y0)/d
			// The same way round as the discs, so that all of it is filled.
			at := func(x, y, r, side float64) string { return n(x-side*r*uy) + " " + n(y+side*r*ux) }
			b.WriteString("M" + at(x0, c.Y0, c.R0, 1) + "L" + at(x1, c.Y1, c.R1, 1) + "L" + at(x1, c.Y1, c.R1, -1) + "L" + at(x0, c.Y0, c.R0, -1) + "Z")
		}
	}
	return b.String()
}()

// Mark is a group of spots of one kind on the figure.
type Mark struct {
	Class string
	Spots []anatomy.Spot
}

// The picture is Wide by Tall in the figure's own millimetres; the middle line of
// the front stands at Front, that of the back at Back.
const (
	Wide  = 1680.0 // structural: the axes of the picture
	Tall  = 1790.0 // structural
	Front = 420.0  // structural
	Back  = 1260.0 // structural
)

// Draw gives the body, front and back, with their names below and marks on the one
// side of it that the pictures show. label says it in words.
func Draw(label, front, back string, marks ...Mark) g.Node {
	side := func(x string, of anatomy.Side, name string) g.Node {
		nodes := g.Group{g.Attr("transform", "translate("+x+" 0)"), panel.Shape("path", "body", "d", outline), panel.Inscription("side", "0", "1760", "middle", name)}
		for _, m := range marks {
			for _, s := range m.Spots {
				if s.Side == of {
					nodes = append(nodes, panel.Shape("circle", m.Class, "cx", whole(s.X), "cy", whole(s.Y), "r", whole(s.R)))
				}
			}
		}
		return g.El("g", nodes...)
	}
	return h.SVG(h.Class("figure"), h.Role("img"), h.Aria("label", label), g.Attr("viewBox", "-"+whole(Front)+" 0 "+whole(Wide)+" "+whole(Tall)),
		side("0", anatomy.Front, front), side(whole(Back-Front), anatomy.Back, back))
}

// window is how much of the body's height [Small] shows.
const window = 800.0 // structural

// Body gives the outline that each [Small] refers to; it stands once in a document.
func Body() g.Node {
	return h.SVG(h.Class("figure-outline"), h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "0"), g.Attr("height", "0"),
		g.El("defs", g.El("path", h.ID("figure-body"), g.Attr("d", outline))))
}

// Small gives the part of the body that the first of some spots lies in, as a square
// picture that says nothing to a screen reader. Without spots it is the upper half.
func Small(class string, spots []anatomy.Spot) g.Node {
	nodes := g.Group{g.El("use", h.Class("body"), g.Attr("href", "#figure-body"))}
	top := 0.0
	for i, s := range spots {
		if i == 0 {
			top = max(0, min(Tall-window, s.Y-window/2))
		}
		if s.Side == spots[0].Side {
			nodes = append(nodes, panel.Shape("circle", class, "cx", whole(s.X), "cy", whole(s.Y), "r", whole(max(40, s.R))))
		}
	}
	return h.SVG(h.Class("figure small"), h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", whole(-window/2)+" "+whole(top)+" "+whole(window)+" "+whole(window)), nodes)
}

func whole(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
