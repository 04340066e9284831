package compare

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// marks are the shapes that tell the lines apart where colours do not: a disc, a
// square, a triangle, a diamond.
var marks = [most]string{"M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", "M-4.5 -4.5H4.5V4.5H-4.5Z", "M0 -5.5L5.5 4.5H-5.5Z", "M0 -6.5L6.5 0L0 6.5L-6.5 0Z"}

// mark is the shape of arm k, around its place.
func mark(k int) g.Node {
	return panel.Shape("path", "mark arm-"+strconv.Itoa(k), "d", marks[k])
}

// apart is the least distance between the names of two lines, of the plot's height.
const apart = .075 // structural

// ends names each line at its end, beside the chart: its shape and, where there is
// room, its name. Lines that end too near each other have their names moved apart,
// and a thin line leads from one to the other.
func (s *Scene) ends(up func(float64) float64) g.Node {
	type end struct {
		arm    int
		at, to float64
	}
	var list []end
	for k := range s.choice.arms() {
		if x := s.at(k, len(moments)-1, s.choice.Measure); x.N > 0 {
			y := within01(up(x.Mean))
			list = append(list, end{k, y, y})
		}
	}
	slices.SortStableFunc(list, func(a, b end) int {
		if a.at < b.at {
			return -1
		}
		return truth(a.at > b.at)
	})
	for i := 1; i < len(list); i++ {
		list[i].to = max(list[i].to, list[i-1].to+apart)
	}
	for i, low := len(list)-1, 1.0; i >= 0; i-- {
		list[i].to = min(list[i].to, low)
		low = list[i].to - apart
	}
	page := func(y float64) string { return panel.Share(calendar.PlotTop + calendar.PlotHeight*y) }
	arms := s.choice.arms()
	var names g.Group
	for _, e := range list {
		names = append(names, panel.Shape("line", "lead", "x1", "0", "x2", "9", "y1", page(e.at), "y2", page(e.to)),
			g.El("svg", g.Attr("x", "16"), g.Attr("y", page(e.to)), g.Attr("overflow", "visible"), mark(e.arm),
				panel.Inscription("name", "11", "0", "start", s.t("short."+arms[e.arm].String()))))
	}
	return h.SVG(h.Class("compare-ends"), h.Aria("hidden", "true"), g.Attr("focusable", "false"), names)
}
