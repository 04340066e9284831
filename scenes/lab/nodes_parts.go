package lab

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/scenes/panel"
	"taut/scenes/view"
)

// partsList is the picture's level in the document: what it shows, how far it is
// out of scale, and each thing in it that has a name, with its card.
func (s *sheet) partsList() g.Node {
	level := s.chapter()
	var chips g.Group
	for _, p := range s.f.Parts {
		if !p.Shown {
			continue
		}
		open := p.Key == s.f.PartOpen
		chips = append(chips, panel.Button{ID: "part-" + p.Key, Class: "word", Text: s.plainName(p.Key),
			Do: "part:" + p.Key, Opens: "card-part-" + p.Key, Open: open}.Node())
	}
	return panel.Section("name-parts", s.t("part.here"),
		h.P(h.B(g.Text(s.t("level."+level+".name")+": ")), g.Text(s.t("level."+level+".says"))),
		h.P(h.Class("quiet"), g.Text(s.t("level."+level+"."+s.noteKey())+" "+s.scaleNote())),
		s.compare(), h.Div(h.ID("parts"), h.Class("chips"), chips), s.partCard())
}

// chapter is the key that the picture's texts stand under: its level, or the scan.
func (s *sheet) chapter() string {
	if s.f.Scan {
		return "scan"
	}
	return s.f.Level.String()
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
	if d := s.danger(s.f.PartOpen); d != nil {
		return panel.Card{Key: "part-" + s.f.PartOpen, Title: d.Name, Body: []g.Node{g.Text(d.Says)}, Proof: d.Card}.Node()
	}
	t := func(field string) string {
		return s.t("part." + s.chapter() + "." + s.f.PartOpen + "." + field)
	}
	title := t("name")
	if f := "panel.part." + s.chapter() + "." + s.f.PartOpen + ".field"; s.w.Has(f) {
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
	if key == "" || s.danger(key) != nil {
		return s.plainName(key)
	}
	key = "panel.part." + s.chapter() + "." + key
	if s.f.More && s.w.Has(key+".field") {
		return s.w.T(key + ".field")
	}
	return s.w.T(key + ".name")
}

// plainName gives a part's plain name.
func (s *sheet) plainName(key string) string {
	if d := s.danger(key); d != nil {
		return d.Name
	}
	if key == "" {
		return ""
	}
	return s.t("part." + s.chapter() + "." + key + ".name")
}

// danger gives what lies under the muscle by the key of its part; nil where the key is
// another's.
func (s *sheet) danger(key string) *Danger {
	i := slices.Index(view.DangerKeys[:], key)
	if i < 0 || s.f.Site == nil || i >= len(s.f.Site.Dangers) {
		return nil
	}
	return &s.f.Site.Dangers[i]
}

// shortNote says on the picture what matters most of scaleNote, in a line.
func (s *sheet) shortNote() string {
	level := s.chapter()
	text := s.note("short")
	switch {
	case s.f.Scan:
		text = s.t("level.scan.note")
	case s.f.Site != nil && s.f.Level == view.BandLevel:
		return s.f.Site.Muscle + ". " + s.t("level.band.note-local")
	case s.skin(): // no fibre is seen
		text = s.t("level.band.note")
	}
	return s.t("level."+level+".name") + ". " + text
}

// noteKey is the key of what the level's note says.
func (s *sheet) noteKey() string {
	if s.f.Site != nil && s.chapter() == view.BandLevel.String() {
		return "note-local"
	}
	return "note"
}

// skin reports whether the band is seen from outside.
func (s *sheet) skin() bool { return s.f.AtSkin && s.f.Level == view.BandLevel }

// scaleNote says by how much things of the level are drawn out of scale; both
// pictures of the scan are in scale, and so is the skin.
func (s *sheet) scaleNote() string {
	if s.f.Scan || s.skin() {
		return ""
	}
	return s.note("scale-note")
}

// outOfScale are the numbers that notes may have, by their placeholders.
var outOfScale = [...]struct {
	name  string
	times float64
}{
	{"twitch", view.TwitchTimes}, {"cells", view.RedCellTimes}, {"nuclei", view.NucleusTimes}, {"thin", view.ThinTimes},
	{"filaments", view.SarcomereThick}, {"ions", view.IonLarge}, {"few", view.SarcomereKnot}, {"many", view.KnotSarcomeres},
	{"ending", view.EndplateEndingSmaller}, {"near", view.EndplateNearer}, {"dots", view.EndplateDotLarger},
	{"sensitisers", view.EndplateSensitiserLarger}, {"proteins", view.EndplateProteinLarger}, {"slower", view.EndplateSlower},
}

func (s *sheet) note(kind string) string {
	text := s.w.F("panel.level."+s.f.Level.String()+"."+kind, "thick", strconv.FormatFloat(s.f.Thick, 'f', 0, 64))
	for _, n := range outOfScale {
		text = content.Fill(text, n.name, strconv.FormatFloat(n.times, 'f', -1, 64))
	}
	return text
}
