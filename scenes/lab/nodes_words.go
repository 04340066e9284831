package lab

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// glossary are the words that have no place of their own in the panel.
var glossary = [...]string{
	"dry-needling", "trigger-point", "taut-band", "knot", "endplate", "pass", "press", "fanning", "visit", "twitch", "cramp", "spasm",
	"contracture", "neuropathy", "threshold", "latent", "sarcomere", "mediators", "relief", "lasting", "aftercare", "harm",
}

// words is the glossary: a tap on a word opens its card.
func (s *sheet) words() g.Node {
	var chips g.Group
	open := ""
	for _, k := range glossary {
		chips = append(chips, panel.Word("word-"+k, s.t("card."+k+".title"), k, s.open(k)))
		if s.open(k) {
			open = k
		}
	}
	return panel.Section("name-words", s.t("words"), h.Div(h.Class("chips"), chips), g.If(open != "", s.card(open)))
}

// card is the card of a key where it is open, and nothing else.
func (s *sheet) card(key string) g.Node {
	if !s.open(key) {
		return g.Group{}
	}
	t := func(part string) string { return s.t("card." + key + "." + part) }
	c := panel.Card{
		Key: key, Title: t("title"), Body: []g.Node{g.Text(t("text"))},
		Mark: s.t("mark." + t("mark")), Source: t("source"),
		MarkName: s.t("mark-name"), SourceName: s.t("source-name"),
	}
	if k := "panel.card." + key + ".claim"; s.w.Has(k) {
		c.Proof = panel.Evidence(s.w, s.f.Library, s.w.T(k))
	}
	if key == "acid" {
		c.Body = append(c.Body, g.Group{g.Text(s.t("card.acid.number") + " "), h.Span(s.value(vPH))})
	}
	return c.Node()
}

// help is the long disclaimer and how to use the picture. It lies over the
// picture, so that it is seen wherever the panel is scrolled to.
func (s *sheet) help() g.Node {
	return panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{
		panel.Button{ID: "close-help", Text: s.t("close"), Do: "explain:help"}.Node(),
		g.Text(s.t("help-needle")), g.Text(s.t("help-urgent")), g.Text(s.t("help-keys")), g.Text(s.t("help-article")), g.Text(s.t("help-full")),
	}}.Node()
}
