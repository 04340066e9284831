package evidence

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/body"
	"taut/game/cases"
	"taut/game/course"
	"taut/game/emg"
	"taut/game/evidence"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/quiz"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/panel"
)

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	top := panel.Top{Words: s.words, Scene: "evidence", Theme: s.settings.Theme, Pack: s.settings.Pack}
	if s.help {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	var links g.Group
	for i, name := range pages {
		links = append(links, h.A(h.ID("evidence-to-"+name), h.Href("#evidence/"+name), g.If(i == s.page, h.Aria("current", "page")), g.Text(s.t("page-"+name))))
	}
	body := [...]func() g.Node{s.circle, s.claims, s.article, s.sources, s.numbers}[s.page]()
	return panel.Page{Top: top, Plain: s.settings.Plain, Title: s.t("title-" + pages[s.page]), Notice: s.notice}.Node(
		h.Nav(h.Class("evidence-pages"), h.Aria("label", s.t("pages")), links),
		h.P(h.Class("lead"), g.Text(s.t("lead-"+pages[s.page]))), body)
}

// claims are all claims, each with its grade; its sources stand below it.
func (s *Scene) claims() g.Node {
	return h.Div(h.Class("records"), g.Map(s.lib.Claims, func(c evidence.Claim) g.Node {
		return s.entry("claim", c.ID, c.Name, panel.Strength(s.words, c.Grade, c.UpTo), h.P(g.Text(c.Sentence)), panel.Evidence(s.words, s.lib, c.ID))
	}))
}

// article are the places where the article and research part: both, and our
// wording between them.
func (s *Scene) article() g.Node {
	return h.Div(h.Class("records"), g.Map(s.lib.Differences, func(d evidence.Difference) g.Node {
		line := func(key, text string) g.Node { return h.P(h.B(g.Text(s.t(key))), g.Text(" "+text)) }
		return s.entry("article", d.ID, d.Say, g.Group{}, line("said", d.Article), line("was-found", d.Literature), panel.Rests(s.words, s.lib, evidence.Basis{Mark: evidence.Found, Sources: d.Sources}))
	}))
}

// entry is one record: its name in sight, the rest below it where it is opened.
func (s *Scene) entry(kind, id, name string, beside g.Node, body ...g.Node) g.Node {
	return h.Details(h.ID(kind+"-"+id), h.Class("record"), g.If(s.record == id, g.Attr("open", "")),
		h.Summary(h.Span(g.Text(name)), beside), h.Div(h.Class("body"), g.Group(body)))
}

// matching gives the sources that hold what is looked for, or all.
func (s *Scene) matching() []evidence.Source {
	if s.find == "" {
		return s.lib.Sources
	}
	var list []evidence.Source
	want := strings.ToLower(s.find)
	for _, src := range s.lib.Sources {
		if strings.Contains(strings.ToLower(panel.Cite(src)+" "+src.Shows+" "+src.PMID+" "+src.PMC+" "+src.DOI), want) {
			list = append(list, src)
		}
	}
	return list
}

// sources are every source once: what it is, what it showed, and what rests on it.
func (s *Scene) sources() g.Node {
	list := s.matching()
	return h.Div(h.Class("records"),
		h.P(h.Class("find"), h.Label(h.For("evidence-find"), g.Text(s.t("find"))), h.Input(h.Type("search"), h.ID("evidence-find"), panel.Do("find"), h.Value(s.find), h.AutoComplete("off"))),
		h.P(h.Class("quiet"), g.Text(s.words.N("evidence.found", len(list)))),
		g.Map(list, func(src evidence.Source) g.Node {
			var uses, ids g.Group
			for _, c := range s.lib.Claims {
				for _, id := range c.Sources {
					if id == src.ID {
						uses = append(uses, h.Li(h.A(h.Href("#evidence/claim/"+c.ID), g.Text(c.Name))))
					}
				}
			}
			for _, id := range [...][2]string{{"DOI ", src.DOI}, {"PMID ", src.PMID}, {"", src.PMC}} {
				if id[1] != "" {
					ids = append(ids, h.Span(h.Class("number"), g.Text(id[0]+id[1])))
				}
			}
			return s.entry("source", src.ID, panel.Cite(src), ids, h.P(g.Text(src.Shows)), h.P(h.Class("source"), g.Text(panel.Extent(s.words, src)+".")),
				g.If(len(uses) > 0, h.Div(h.Class("source"), h.B(g.Text(s.t("used-by"))), h.Ul(h.Class("cites"), uses))))
		}))
}

// tables are all numbers of the model, by what they belong to.
var tables = [...]struct {
	name string
	of   evidence.Table
}{
	{"trigger", trigger.Constants}, {"needle", needle.Constants}, {"muscle", muscle.Constants}, {"emg", emg.Constants},
	{"course", course.Constants}, {"arms", course.ArmConstants}, {"session", session.Constants},
	{"body", body.Constants}, {"cases", cases.Constants}, {"quiz", quiz.Constants},
}

// numbers are all numbers of the model with what they rest on.
func (s *Scene) numbers() g.Node {
	var all g.Group
	for _, t := range tables {
		var rows g.Group
		for _, c := range t.of {
			rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(c.Symbol)), h.Td(g.Text(quantity(c.Value, c.Unit))), h.Td(g.Text(s.markWords(c.Mark))), h.Td(g.Text(c.Source))))
		}
		name := s.t("table-" + t.name)
		all = append(all, h.Details(h.ID("numbers-"+t.name), h.Class("record"), h.Summary(h.Span(g.Text(name)), h.Span(h.Class("number"), g.Text(s.words.N("evidence.numbers", len(t.of))))),
			h.Div(h.Class("evidence-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", name),
				h.Table(h.THead(h.Tr(g.Map([]string{"symbol", "value-of", "mark-of", "rests-on"}, func(k string) g.Node { return h.Th(h.Scope("col"), g.Text(s.t(k))) }))), h.TBody(rows)))))
	}
	return h.Div(h.Class("records"), all)
}

// markWords gives a constant's mark in plain words. What was found is not told
// apart here: the source beside it says in whom.
func (s *Scene) markWords(m evidence.Mark) string {
	switch m {
	case evidence.Found:
		return s.t("measured")
	case evidence.Derived:
		return s.t("mark.derived")
	case evidence.Memory:
		return s.t("mark.memory")
	case evidence.Seed:
		return s.t("mark.seed")
	}
	return s.t("mark.teaching")
}
