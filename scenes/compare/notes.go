package compare

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/course"
	"taut/scenes/panel"
)

// note is what must be said of a comparison beside its curves: what trials found
// that cannot be drawn on them, and what was put into the model.
type note struct {
	key    string
	all    uint16 // these arms are all chosen
	any    uint16 // and one of these, 0: whatever else is
	visits int    // 1 single visits alone, 2 courses alone, 0 both
	source []string
}

const (
	oneVisit = 1 // structural
	courses  = 2 // structural
)

var notes = [...]note{
	{key: "alike", visits: courses, source: []string{"chys-2023", "hu-2018"}},
	{key: "single", visits: oneVisit, source: []string{"chys-2023"}},
	{key: "people"},
	{key: "acupuncture", all: mask(course.Dry, course.Acupuncture), source: []string{"hu-2018"}},
	{key: "massage", all: mask(course.Dry, course.Massage), source: []string{"navarro-2020"}},
	{key: "first", any: mask(course.Heat, course.Stretch), visits: courses},
	{key: "shallow", any: mask(course.Superficial), visits: courses},
	{key: "lidocaine", all: mask(course.Dry, course.Lidocaine), source: []string{"navarro-2022"}},
	{key: "saline", any: mask(course.Saline)},
	{key: "steroid", any: mask(course.Steroid), source: []string{"bautista-2020"}},
	{key: "sham", all: mask(course.Dry, course.Sham), source: []string{"tough-2009", "blinding-review"}},
	{key: "elsewhere", all: mask(course.Dry), source: []string{"chou-2009"}},
}

// fits reports whether the note belongs to what was chosen.
func (n *note) fits(c *choice) bool {
	return c.Arms&n.all == n.all && (n.any == 0 || c.Arms&n.any != 0) && (n.visits == 0 || (n.visits == oneVisit) == c.Single)
}

// cite gives links to sources; nothing where there is no library.
func (s *Scene) cite(ids ...string) g.Node {
	var links g.Group
	for _, id := range ids {
		if s.lib == nil {
			break
		}
		if src, ok := s.lib.Source(id); ok {
			if len(links) > 0 {
				links = append(links, g.Text("; "))
			}
			links = append(links, h.A(h.Href("#evidence/source/"+id), g.Text(panel.Cite(src))))
		}
	}
	if len(links) == 0 {
		return links
	}
	return g.Group{g.Text(" ("), links, g.Text(").")}
}

// said are the notes of the comparison.
func (s *Scene) said() g.Node {
	var items g.Group
	for i := range notes {
		if n := &notes[i]; n.fits(&s.choice) {
			items = append(items, h.Li(g.Text(s.t("note."+n.key)), s.cite(n.source...), g.If(len(n.source) == 0 || s.lib == nil, g.Text("."))))
		}
	}
	return panel.Section("compare-said", s.t("said"), h.Ul(h.Class("compare-list"), items))
}

// credits name what is drawn behind the curves, and where it was found.
func (s *Scene) credits() g.Node {
	var lines g.Group
	if s.followed() > 0 {
		s.fits(func(p *published, _, _ int) {
			lines = append(lines, h.Li(g.Text(s.t("published."+p.text)), s.cite(p.source)))
		})
	}
	if s.spanned() {
		for i := range spans {
			lines = append(lines, h.Li(g.Text(s.t("published."+spans[i].text+"-full")), s.cite(spans[i].source)))
		}
	}
	if len(lines) == 0 {
		return lines
	}
	return h.Ul(h.Class("compare-found quiet"), lines)
}
