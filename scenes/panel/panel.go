// Package panel is the vocabulary of controls and texts that a scene's panel is
// written in, as HTML nodes. It knows the page's few conventions and nothing of
// a scene: what is pressed carries data-do, what changes fast carries data-v,
// and nothing carries a style, which the page's policy would refuse.
//
// All texts are escaped by the nodes themselves. Names are given where a control
// is made, so that none is without one.
package panel

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Do marks an element as a control that asks for intent ("pass", "wait:5m").
func Do(intent string) g.Node { return h.Data("do", intent) }

// Live binds the element's text to value i of the scene's fast-changing texts
// and shows text until the first refresh.
func Live(i int, text string) g.Node {
	return g.Group{h.Data("v", strconv.Itoa(i)), g.Text(text)}
}

// Bound is one attribute that follows a fast-changing text.
type Bound struct {
	Attr  string
	Index int
	Now   string // until the first refresh
}

// Follow binds attributes of one element to fast-changing texts. An element has
// at most one Follow, and no Live beside it.
func Follow(bounds ...Bound) g.Node {
	var v, a string
	var now g.Group
	for i, b := range bounds {
		if i > 0 {
			v, a = v+" ", a+" "
		}
		v, a = v+strconv.Itoa(b.Index), a+b.Attr
		now = append(now, g.Attr(b.Attr, b.Now))
	}
	return append(now, h.Data("v", v), h.Data("a", a))
}

// Heading is a section's small heading with its id, which names the section.
func Heading(id, text string) g.Node { return h.H2(h.ID(id), g.Text(text)) }

// Section is a part of the panel that is named by a heading of its own.
func Section(id, title string, children ...g.Node) g.Node {
	return h.Section(h.Class("part "+id), h.Aria("labelledby", id),
		Heading(id, title), g.Group(children))
}

// Group is a set of controls of one name, with the name in sight.
func Group(id, name string, children ...g.Node) g.Node {
	return h.Div(h.Class("group "+id), h.Role("group"), h.Aria("labelledby", id),
		h.Span(h.Class("name"), h.ID(id), g.Text(name)), h.Div(h.Class("set"), g.Group(children)))
}

// Hidden is text for the eye alone.
func Hidden(class, text string) g.Node {
	return h.Span(h.Class(class), h.Aria("hidden", "true"), g.Text(text))
}

// Spoken is text for readers alone.
func Spoken(text string) g.Node { return h.Span(h.Class("spoken"), g.Text(text)) }

// attr gives an attribute where yes holds.
func attr(yes bool, name, value string) g.Node { return g.If(yes, g.Attr(name, value)) }

// number writes x with as few digits as it needs, as attributes take it.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
