package cases

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/cases"
	"taut/scenes/panel"
)

// The strip in its own units: a muscle between two tendons, Places wide.
const (
	stripStep = 20.0 // structural: between two places
	stripWide = stripStep * cases.Places
	stripTall = 86.0 // structural
	stripMid  = 45.0 // structural: the middle line of the muscle
	atEnd     = 8.0  // structural: its half height at the tendons
	bulge     = 48.0 // structural: and where the curve of its edge is drawn to
	fibres    = 26   // structural: lines that are drawn
)

func tenth(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// belly is the muscle as it lies before anybody presses, and the tendons that are drawn
// over what is felt in it.
var belly, tendons = func() (muscle, ends g.Group) {
	// along is the line that runs along the muscle, f from -1, its upper edge, to 1.
	along := func(f, from, to float64) string {
		return tenth(from) + " " + tenth(stripMid+f*atEnd) + "Q" + tenth(stripWide/2) + " " + tenth(stripMid+f*bulge) + " " + tenth(to) + " " + tenth(stripMid+f*atEnd)
	}
	muscle = g.Group{panel.Shape("path", "belly", "d", "M"+along(-1, 0, stripWide)+"L"+along(1, stripWide, 0)+"Z")}
	for i := range fibres {
		class := "fibre"
		if i%5 == 2 {
			class = "sheath"
		}
		muscle = append(muscle, panel.Shape("path", class, "d", "M"+along(2*(float64(i)+.5)/fibres-1, 0, stripWide)))
	}
	for _, to := range [...]string{"translate(0)", "translate(" + tenth(stripWide) + ") scale(-1 1)"} {
		ends = append(ends, panel.Shape("path", "tendon", "transform", to, "d", "M-1 37Q6 35 12 33Q7 45 12 57Q6 55 -1 53Z"))
	}
	return muscle, ends
}()

// finger draws the muscle as the finger knows it: where it was pressed a cord, as thick
// as it was firm, with the knot in it and what hurt soon; a ring where it was soft.
func (s *Scene) finger() g.Node {
	c, r := s.at, s.rec
	pressed := func(p int) bool { return p >= 0 && p < cases.Places && r.Pressed[r.Muscle]>>p&1 == 1 }
	half := func(p int) float64 { return 2 + 5.5*c.Press(r.Muscle, p).Resistance }
	var cord, marks g.Group
	for p := range cases.Places {
		x := stripStep * (float64(p) + .5)
		if !pressed(p) {
			marks = append(marks, panel.Shape("circle", "unknown", "cx", tenth(x), "cy", tenth(stripMid), "r", "1.5"))
			continue
		}
		t, thick := c.Press(r.Muscle, p), half(p)
		if !t.Band {
			marks = append(marks, panel.Shape("circle", "soft", "cx", tenth(x), "cy", tenth(stripMid), "r", "4"))
		} else {
			// It goes over into its neighbours; where nobody has pressed it is lost.
			edge := func(to int) float64 {
				if pressed(to) {
					return (thick + half(to)) / 2
				}
				return thick * .6
			}
			at := func(x, y float64) string { return tenth(x) + " " + tenth(stripMid+y) + " " }
			x0, x1, a, b := x-stripStep/2-.3, x+stripStep/2+.3, edge(p-1), edge(p+1)
			cord = append(cord, panel.Shape("path", "cord", "d", "M"+at(x0, -a)+"Q"+at(x, -thick)+at(x1, -b)+"V"+tenth(stripMid+b)+"Q"+at(x, thick)+at(x0, a)+"Z"))
		}
		if t.Knot && t.Band {
			marks = append(marks, panel.Shape("ellipse", "knot", "cx", tenth(x), "cy", tenth(stripMid), "rx", "12", "ry", tenth(thick*1.15)))
		}
		if t.Knot {
			marks = append(marks, panel.Shape("path", "hurts", "d", "M"+tenth(x)+" 31v-9M"+tenth(x-8)+" 33l-5 -7M"+tenth(x+8)+" 33l5 -7"))
		}
	}
	finger := g.El("g", g.Attr("transform", "translate("+tenth(stripStep*(float64(r.Place)+.5))+" 0)"),
		panel.Shape("path", "flesh", "d", "M-8.5 90V63a8.5 9 0 0 1 17 0V90Z"), panel.Shape("path", "nail", "d", "M-4.5 66.5a4.5 6 0 0 1 9 0V72h-9Z"))
	return h.Div(h.ID("cases-strip"), h.Data("zone", "cases-muscle"), h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", "0 0 "+tenth(stripWide)+" "+tenth(stripTall)),
		belly, cord, tendons, marks, finger))
}
