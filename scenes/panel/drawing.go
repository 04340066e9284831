package panel

import (
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Shape is an element of a picture in the document (SVG), with its class and its
// attributes as name, value, name, value, ...
func Shape(name, class string, attrs ...string) g.Node {
	nodes := g.Group{h.Class(class)}
	for i := 0; i+1 < len(attrs); i += 2 {
		nodes = append(nodes, g.Attr(attrs[i], attrs[i+1]))
	}
	return g.El(name, nodes...)
}

// Inscription is a text in a picture; anchor is "start", "middle" or "end".
func Inscription(class, x, y, anchor, text string) g.Node {
	return g.El("text", h.Class(class), g.Attr("x", x), g.Attr("y", y), g.Attr("text-anchor", anchor), g.Text(text))
}

// Share writes a part of 1 as an SVG attribute takes it, in per cent to a tenth.
func Share(x float64) string { return Percent(100 * x) }

// Plot is a picture in a picture, of a thousand by a thousand, that is stretched
// to a height and an upper edge in parts of 1: lines stretch, what is written
// beside it does not.
func Plot(top, height float64, lines ...g.Node) g.Node {
	return g.El("svg", g.Attr("y", Share(top)), g.Attr("width", "100%"), g.Attr("height", Share(height)), g.Attr("viewBox", "0 0 1000 1000"), g.Attr("preserveAspectRatio", "none"), g.Group(lines))
}

// Path is the line of a Plot, made point by point.
type Path struct{ d strings.Builder }

// To goes on to a place in parts of 1 from the upper left, begins there with the
// first one, and stays within the plot.
func (p *Path) To(x, y float64) {
	c := byte('L')
	if p.d.Len() == 0 {
		c = 'M'
	}
	var b []byte
	b = strconv.AppendFloat(append(b, c), 1000*x, 'f', 0, 64)
	b = strconv.AppendFloat(append(b, ' '), 1000*min(1, max(0, y)), 'f', 0, 64)
	p.d.Write(b)
}

// Node gives the path.
func (p *Path) Node(class string) g.Node { return Shape("path", class, "d", p.d.String()) }

// String gives the path as the attribute d takes it.
func (p *Path) String() string { return p.d.String() }
