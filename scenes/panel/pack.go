package panel

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/scenes"
)

// Pack is where an instructor's own content comes in and is taken away, the same in
// every scene to which it adds: shut where there is none. scene is in the ids.
func Pack(w *content.Words, scene string, p scenes.Pack) g.Node {
	t := func(key string) string { return w.T("pack." + key) }
	id := scene + "-pack"
	stands := t("none")
	if p.Title != "" {
		stands = w.F("pack.stands", "title", p.Title, "author", p.Author) + " " + w.N("pack.people", p.Cases) + " " + w.N("pack.items", p.Items)
	}
	return h.Details(h.ID(id), h.Class("pack"), g.If(p.Title != "" || p.Undo, g.Attr("open")),
		h.Summary(g.Text(t("name"))),
		h.P(g.Text(stands)),
		h.P(h.Class("quiet"), g.Text(t("note"))),
		h.Div(h.Class("buttons"),
			h.Label(h.Class("file"), h.For(id+"-file"), g.Text(t("open"))), h.Input(h.Type("file"), h.ID(id+"-file"), h.Class("spoken"), h.Accept(".taut"), Do("pack")),
			g.If(p.Title != "", Button{ID: id + "-remove", Text: t("remove"), Do: "pack-remove"}.Node()),
			g.If(p.Undo, Button{ID: id + "-undo", Text: w.T("pack.undo"), Do: "pack-undo"}.Node())))
}
