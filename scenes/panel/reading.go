package panel

import (
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Output is a value that a person reads, named by the element with the id name.
// It is no live region: what happened is said elsewhere, once.
func Output(id, name string, children ...g.Node) g.Node {
	return g.El("output", h.ID(id), h.Aria("live", "off"), h.Aria("labelledby", name), g.Group(children))
}

// Word is a term that opens its card. It may name an output.
func Word(id, text, key string, open bool) g.Node {
	return h.Button(h.Type("button"), h.ID(id), h.Class("word"), Do("explain:"+key),
		h.Aria("expanded", truth(open)), attr(open, "aria-controls", "card-"+key), g.Text(text))
}

// Card explains one word: what it is, and what kind of number or claim it is.
type Card struct {
	Key, Title string
	Body       []g.Node // paragraphs' contents
	Mark       string   // kind of evidence, in words
	Source     string
	MarkName   string // "Evidence", "Source": names of the two lines
	SourceName string
	Proof      g.Node // from Evidence or Rests; nil none
	Long       bool   // it may scroll by itself: the keyboard must reach it
	Enlarge    string // name of the switch that makes the card as large as the page, for a class; "" none
}

// Node gives the card.
func (c Card) Node() g.Node {
	id := "card-" + c.Key
	return h.Div(h.ID(id), h.Class("card"), h.Role("group"), h.Aria("label", c.Title), g.If(c.Long, h.TabIndex("0")),
		h.P(h.Class("title"), h.B(g.Text(c.Title))),
		g.Map(c.Body, func(n g.Node) g.Node { return h.P(n) }),
		g.Iff(c.Mark != "", func() g.Node {
			return h.P(h.Class("source"), h.B(g.Text(c.MarkName)), g.Text(" "+c.Mark))
		}),
		g.Iff(c.Source != "", func() g.Node {
			return h.P(h.Class("source"), h.B(g.Text(c.SourceName)), g.Text(" "+c.Source))
		}),
		g.Iff(c.Proof != nil, func() g.Node { return c.Proof }),
		g.Iff(c.Enlarge != "", func() g.Node {
			return h.P(h.Class("enlarge"), h.Input(h.Type("checkbox"), h.ID("large-"+c.Key)), h.Label(h.For("large-"+c.Key), g.Text(c.Enlarge)))
		}))
}

// Mark is a place on a gauge, in per cent of its width, with its word.
type Mark struct {
	At     float64
	Text   string
	Anchor string // of the word: "start", "middle" or "end"
	Class  string // of the line, "" none
}

// Gauge is a bar whose width follows a fast text ("76.2%"), with marks. It is a
// picture of an output beside it, so readers skip it. An SVG without a view box
// takes per cents as attributes, which the page's policy allows.
func Gauge(class string, width Bound, marks ...Mark) g.Node {
	var over g.Group
	for _, m := range marks {
		at := Percent(m.At)
		over = append(over, g.El("line", h.Class(strings.TrimSpace("tick "+m.Class)), g.Attr("x1", at), g.Attr("x2", at), g.Attr("y1", "0"), g.Attr("y2", "22")))
		if m.Text != "" {
			over = append(over, g.El("text", g.Attr("x", at), g.Attr("y", "39"), g.Attr("text-anchor", m.Anchor), g.Text(m.Text)))
		}
	}
	return h.SVG(h.Class("gauge "+class), h.Aria("hidden", "true"), g.Attr("focusable", "false"),
		g.El("rect", h.Class("groove"), g.Attr("y", "4"), g.Attr("width", "100%"), g.Attr("height", "14"), g.Attr("rx", "7")),
		g.El("rect", h.Class("fill"), g.Attr("y", "4"), g.Attr("height", "14"), g.Attr("rx", "7"), Follow(width)),
		over)
}

// Percent writes a per cent as an SVG attribute takes it, to a tenth.
func Percent(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) + "%" }

// Ring is a clock face that fills: a full turn is turn units. zone, where it has
// a length, is a part of the ring that is marked.
func Ring(class string, turn float64, zone [2]float64, filled Bound) g.Node {
	ring := func(class string, more ...g.Node) g.Node {
		return g.El("circle", h.Class(class), g.Attr("r", "20"), g.Attr("pathLength", number(turn)), g.Group(more))
	}
	length := zone[1] - zone[0]
	return h.SVG(h.Class("ring "+class), h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", "-26 -26 52 52"),
		g.El("g", g.Attr("transform", "rotate(-90)"),
			ring("groove"),
			g.Iff(length > 0, func() g.Node {
				return ring("zone", g.Attr("stroke-dasharray", number(length)+" "+number(turn-length)), g.Attr("stroke-dashoffset", number(-zone[0])))
			}),
			ring("fill", Follow(filled))))
}
