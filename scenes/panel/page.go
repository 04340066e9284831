package panel

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
)

// Page is the document of a scene that is read more than looked at: the head, one
// column that scrolls, and the disclaimer. A picture in it is an element #picture
// that the scene gives a size, with #stage in it.
type Page struct {
	Top    Top
	Plain  bool
	Class  string // of the root, beside "book"
	Title  string // the column's heading
	Notice string // one sentence about bad input; "" none
}

// Node gives the document.
func (p Page) Node(children ...g.Node) g.Node {
	w := p.Top.Words
	return Root(w, p.Top.Scene, "book "+p.Class, p.Top.Theme, p.Plain, p.Top.Node(),
		h.Main(h.ID("page"), h.Class("page"),
			h.H2(h.Class("page-title"), g.Text(p.Title)),
			g.If(p.Notice != "", h.P(h.Class("notice"), g.Text(p.Notice))),
			g.Group(children)),
		Claim(w, p.Top.Pack.Course))
}

// Claim is the disclaimer at the foot of every scene, with the mark of the supervised
// course, where a pack has switched one on.
func Claim(w *content.Words, course string) g.Node {
	return h.Footer(h.Class("claim"),
		g.Iff(course != "", func() g.Node { return h.P(h.Class("course"), h.B(g.Text(w.F("pack.course", "course", course)))) }),
		h.P(h.B(g.Text(w.T("panel.disclaimer"))), g.Text(" "),
			h.Span(h.Class("debated"), g.Text(w.T("panel.debated")))))
}
