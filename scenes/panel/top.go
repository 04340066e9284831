package panel

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/scenes"
)

// Scenes are the names of the program's scenes, as links bear them, in the order
// in which the head of the page offers them.
var Scenes = []string{"lab", "cases", "weeks", "compare", "evidence", "quiz"}

// Top is the head of the page, the same in every scene: the name, the way to
// the other scenes, the themes, and help.
type Top struct {
	Words *content.Words
	Scene string // the open one
	Theme string
	Pack  scenes.Pack // an instructor's own content, for its mark
	Help  g.Node      // the open help; nil while it is shut
}

// Node gives the head. The scenes are links, and on a narrow screen, where they
// have no room, a menu.
func (t Top) Node() g.Node {
	text := func(key string) string { return t.Words.T("panel." + key) }
	var links, options g.Group
	for _, name := range Scenes {
		here := name == t.Scene
		links = append(links, h.A(h.Class("scene"), h.ID("scene-"+name), h.Href("#"+name), attr(here, "aria-current", "page"), g.Text(text(name))))
		options = append(options, h.Option(h.Value(name), g.If(here, h.Selected()), g.Text(text(name))))
	}
	theme := func(name string) g.Node {
		on, to := t.Theme == name, name
		if on {
			to = "dark"
		}
		return Button{ID: "do-" + name, Class: "chip", Text: text(name), Do: "theme:" + to, Toggle: true, Pressed: on}.Node()
	}
	return h.Header(h.Class("top"),
		h.H1(g.Text(text("brand"))),
		h.Nav(h.Aria("label", text("scenes")), links,
			g.If(len(Scenes) > 1, h.Select(h.ID("scene"), Do("scene"), h.Aria("label", text("scenes")), options))),
		h.Div(h.Class("tools"), theme("light"), theme("projector"),
			Button{ID: "do-help", Class: "chip", Text: text("help"), Do: "explain:help", Opens: "card-help", Open: t.Help != nil}.Node()),
		g.Iff(t.Help != nil, func() g.Node { return t.Help }))
}

// Root is the outermost element of a scene. Its title is the page's.
func Root(w *content.Words, scene, class, theme string, plain bool, children ...g.Node) g.Node {
	return h.Div(h.ID(scene), h.Class(class), h.Data("theme", theme), g.If(plain, h.Data("plain", "")),
		h.Data("title", w.F("panel.title", "scene", w.T("panel."+scene))), g.Group(children))
}
