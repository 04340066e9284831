package lab

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
	"taut/scenes/view"
)

// partsList is the picture's level in the document: what it shows, how far it is
// out of scale, and each thing in it that has a name, with its card.
func (s *sheet) partsList() g.Node {
	level := s.f.Level.String()
	var chips g.Group
	for _, p := range s.f.Parts {
		if !p.Shown {
			continue
		}
		open := p.Key == s.f.PartOpen
		chips = append(chips, panel.Button{ID: "part-" + p.Key, Class: "word", Text: s.t("part." + level + "." + p.Key + ".name"),
			Do: "part:" + p.Key, Opens: "card-part-" + p.Key, Open: open}.Node())
	}
	return panel.Section("name-parts", s.t("part.here"),
		h.P(h.B(g.Text(s.t("level."+level+".name")+": ")), g.Text(s.t("level."+level+".says"))),
		h.P(h.Class("quiet"), g.Text(s.t("level."+level+".note")+" "+s.scaleNote())),
		s.compare(), h.Div(h.ID("parts"), h.Class("chips"), chips), s.partCard())
}

// compare is the switch of a level that has one: a healthy sarcomere beside, or
// the nerve cut, with what is known of that and what is theory.
func (s *sheet) compare() g.Node {
	switch s.f.Level {
	case view.SarcomereLevel:
		return panel.Check("beside", s.t("level.sarcomere.beside"), "beside", s.f.Beside)
	case view.EndplateLevel:
		return g.Group{
			panel.Check("cut-nerve", s.t("level.endplate.cut"), "cut", s.f.Cut),
			h.P(h.Class("quiet"), g.Text(s.t("level.endplate.cut-says"))),
		}
	}
	return g.Group{}
}

// partCard is the card of the part that is open: one sentence, the present
// value, the kind of claim and its source.
func (s *sheet) partCard() g.Node {
	if s.f.PartOpen == "" {
		return g.Group{}
	}
	t := func(field string) string {
		return s.t("part." + s.f.Level.String() + "." + s.f.PartOpen + "." + field)
	}
	title := t("name")
	if f := "panel.part." + s.f.Level.String() + "." + s.f.PartOpen + ".field"; s.w.Has(f) {
		title += " · " + s.w.T(f)
	}
	return panel.Card{
		Key: "part-" + s.f.PartOpen, Title: title,
		Body: []g.Node{g.Text(t("says")), g.Group{g.Text(s.t("part.now") + " "), h.Span(s.value(vPart))}},
		Mark: s.t("mark." + t("mark")), Source: t("source"),
		MarkName: s.t("mark-name"), SourceName: s.t("source-name"),
	}.Node()
}

// partName gives a part's name on the picture: a plain one first, the field's own
// once the rest of the panel is forward; "" for no part.
func (s *sheet) partName(key string) string {
	if key == "" {
		return ""
	}
	key = "panel.part." + s.f.Level.String() + "." + key
	if s.f.More && s.w.Has(key+".field") {
		return s.w.T(key + ".field")
	}
	return s.w.T(key + ".name")
}

// shortNote says on the picture what matters most of scaleNote, in a line.
func (s *sheet) shortNote() string { return s.note(".short") }

// scaleNote says by how much things of the level are drawn out of scale.
func (s *sheet) scaleNote() string { return s.note(".scale-note") }

func (s *sheet) note(kind string) string {
	n := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	key := "panel.level." + s.f.Level.String() + kind
	switch s.f.Level {
	case view.MuscleLevel:
		return s.w.F(key, "twitch", n(view.TwitchTimes))
	case view.BandLevel:
		return s.w.F(key, "thick", strconv.FormatFloat(s.f.Thick, 'f', 0, 64))
	case view.FibreLevel:
		return s.w.F(key, "cells", n(view.RedCellTimes), "nuclei", n(view.NucleusTimes), "thin", n(view.ThinTimes))
	case view.SarcomereLevel:
		return s.w.F(key, "thick", n(view.SarcomereThick), "ions", n(view.IonLarge), "few", n(view.SarcomereKnot), "many", n(view.KnotSarcomeres))
	case view.EndplateLevel:
		return s.w.F(key, "ending", n(view.EndplateEndingSmaller), "near", n(view.EndplateNearer), "dots", n(view.EndplateDotLarger),
			"sensitisers", n(view.EndplateSensitiserLarger), "proteins", n(view.EndplateProteinLarger), "slower", n(view.EndplateSlower))
	}
	return s.w.T(key)
}
