package weeks

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/tick"
	"taut/scenes/calendar"
	"taut/scenes/panel"
)

func dayTick(d int) tick.Tick { return tick.Tick(d) * tick.Day }

func (s *Scene) t(key string) string { return s.words.T("weeks." + key) }

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	live := s.texts()
	top := panel.Top{Words: s.words, Scene: "weeks", Theme: s.settings.Theme, Pack: s.settings.Pack}
	if s.explain == "help" {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	below, side := s.guess, func([]string) g.Node { return g.Group{} }
	if s.choice.Shown {
		below, side = s.readings, s.choices
	}
	page := panel.Page{Top: top, Plain: s.settings.Plain, Title: s.title(), Notice: s.notice}
	return page.Node(
		g.If(!s.choice.Shown, h.P(h.Class("lead"), g.Text(s.lead()))),
		h.Div(h.Class("weeks-grid"),
			h.Div(h.Class("weeks-main"), s.verdictNode(), s.measures(), s.chart(live), s.legend(), s.time(live), below(live)),
			h.Div(h.Class("weeks-side"), s.picture(), side(live))))
}

func (s *Scene) title() string {
	if p, ok := s.person(s.choice.Person); ok {
		return s.words.F("weeks.title-of", "name", p.Name)
	}
	return s.t("title")
}

func (s *Scene) lead() string {
	if s.choice.Acute {
		return s.t("lead-acute")
	}
	return s.t("lead")
}

// picture is the muscle at the moment that is shown.
func (s *Scene) picture() g.Node {
	return h.Div(h.ID("picture"), h.Data("level", "band"),
		h.Div(h.ID("stage"), h.Role("application"), h.TabIndex("0"), h.Aria("label", s.t("stage")), h.Aria("describedby", "weeks-keys")),
		h.P(h.ID("weeks-keys"), h.Class("spoken"), g.Text(s.t("keys"))),
		h.P(h.Class("weeks-when"), panel.Live(vTimeText, s.timeText(moments[s.choice.At]))))
}

// measures chooses what the chart shows, once the guess is made; before, it asks for it.
func (s *Scene) measures() g.Node {
	if !s.choice.Shown {
		return g.Group{h.H3(g.Text(s.t("question"))), h.P(h.Class("weeks-how"), g.Text(s.t("how")))}
	}
	var set []panel.Choice
	for _, m := range measureNames {
		set = append(set, panel.Choice{ID: "weeks-" + m, Text: s.t("measure." + m), Do: "measure:" + m})
	}
	return panel.Radios("weeks-measure", s.t("show-what"), s.choice.Measure, set...)
}

// verdictNode compares the guess with the model.
func (s *Scene) verdictNode() g.Node {
	if !s.choice.Shown {
		return g.Group{}
	}
	return h.Section(h.ID("weeks-verdict"), h.Class("say"), h.Aria("label", s.t("verdict-name")), h.P(g.Text(s.verdict())),
		panel.Button{ID: "weeks-again", Text: s.t("again"), Do: "again"}.Node())
}

// legend names the lines.
func (s *Scene) legend() g.Node {
	if !s.choice.Shown {
		return g.Group{}
	}
	names := []string{curveNames[mine], curveNames[alone]}
	if s.chosen() {
		names = []string{curveNames[mine], curveNames[idle], curveNames[alone]}
	}
	if s.choice.Measure == ofPain {
		names = append(names, "guess")
	}
	return h.Ul(h.Class("weeks-legend"), g.Map(names, func(k string) g.Node {
		text := "line-" + k
		if k == curveNames[alone] && s.choice.Acute {
			text += "-acute"
		}
		return h.Li(h.SVG(h.Aria("hidden", "true"), g.Attr("width", "34"), g.Attr("height", "10"), panel.Shape("line", "curve "+k, "x1", "1", "x2", "33", "y1", "5", "y2", "5")), g.Text(s.t(text)))
	}))
}

// time moves along the calendar.
func (s *Scene) time(live []string) g.Node {
	if !s.choice.Shown {
		return g.Group{}
	}
	var buttons g.Group
	for _, j := range calendar.Jumps {
		buttons = append(buttons, panel.Button{ID: "weeks-to-" + j.Name, Text: s.words.T("calendar.jump-" + j.Name), Do: "jump:" + j.Name, Toggle: true, Pressed: nearest(j.At) == s.choice.At}.Node())
	}
	return h.Div(h.Class("weeks-time"),
		panel.Slider{ID: "weeks-time", Name: s.t("time"), Do: "time", Max: float64(len(moments) - 1), Step: 1, Value: float64(s.choice.At), Text: live[vTimeText], LiveValue: vTime, LiveText: vTimeText}.Node(),
		h.Div(h.Class("buttons"), buttons),
		h.P(h.ID("weeks-news"), h.Class("say"), panel.Live(vNews, live[vNews])))
}

// readings are all measures at the moment that is shown, each with its card, and
// the same at the named moments as a table.
func (s *Scene) readings(live []string) g.Node {
	var rows g.Group
	for m, name := range measureNames {
		id := "weeks-out-" + name
		rows = append(rows, h.Div(h.Class("reading"),
			panel.Word(id, s.t("measure."+name), name, s.explain == name),
			panel.Output("weeks-value-"+name, id, panel.Live(vReading+m, live[vReading+m])),
			s.card(name)))
	}
	return h.Section(h.Class("weeks-readings"), h.Aria("label", s.t("readings")), rows, s.table())
}

// card explains a word where it is open.
func (s *Scene) card(key string) g.Node {
	if s.explain != key {
		return g.Group{}
	}
	t := func(part string) string { return s.t("card." + key + "." + part) }
	c := panel.Card{Key: key, Title: t("title"), Body: []g.Node{g.Text(t("text"))}, Mark: s.words.T("panel.mark." + t("mark")), Source: t("source"),
		MarkName: s.words.T("panel.mark-name"), SourceName: s.words.T("panel.source-name")}
	if k := "weeks.card." + key + ".claim"; s.words.Has(k) {
		c.Proof = panel.Evidence(s.words, s.lib, s.words.T(k))
	}
	return c.Node()
}

// table is the chart in numbers.
func (s *Scene) table() g.Node {
	var heads, rows g.Group
	for _, m := range measureNames {
		heads = append(heads, h.Th(h.Scope("col"), g.Text(s.t("measure."+m))))
	}
	for _, j := range calendar.Jumps {
		var cells g.Group
		for m := range measureNames {
			i := nearest(j.At)
			a, b := whole(s.curves[mine].values[m][i]), whole(s.curves[alone].values[m][i])
			cells = append(cells, h.Td(g.Text(s.words.F("weeks.cell", "a", a, "b", b))))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.words.T("calendar.jump-"+j.Name))), cells))
	}
	return h.Details(h.ID("weeks-table"), h.Summary(g.Text(s.t("table"))), h.P(h.Class("quiet"), g.Text(s.t("table-note"))),
		h.Div(h.Class("weeks-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", s.t("table")), h.Table(h.THead(h.Tr(h.Td(), heads)), h.TBody(rows))))
}

// guess asks for the pain before anything is shown.
func (s *Scene) guess(live []string) g.Node {
	var sliders g.Group
	for i, v := range s.choice.Guess {
		at := vGuess + 2*i
		sliders = append(sliders, panel.Slider{ID: "weeks-guess-" + strconv.Itoa(i), Name: s.t("asked-" + askedNames[i]), Do: "guess:" + strconv.Itoa(i),
			Max: 10, Step: 1, Value: float64(v), Text: live[at+1], LiveValue: at, LiveText: at + 1}.Node())
	}
	return h.Section(h.Class("weeks-ask"), h.Aria("label", s.t("question")), sliders,
		panel.Button{ID: "weeks-show", Class: "primary", Text: s.t("show"), Do: "show"}.Node())
}

// choices are what can be done, once the guess is made.
func (s *Scene) choices(live []string) g.Node {
	c := &s.choice
	var care g.Group
	for i, name := range careNames {
		id := "weeks-care-" + name
		care = append(care, panel.Check(id, s.t("care."+name), "care:"+name, c.Care[s.day()]>>i&1 == 1,
			panel.Word(id+"-word", s.words.F("weeks.about", "what", s.t("care-word."+name)), "care-"+name, s.explain == "care-"+name)), s.card("care-"+name))
	}
	slide := func(name string, most float64, least float64, at int) g.Node {
		v, _ := strconv.ParseFloat(live[at], 64)
		return panel.Slider{ID: "weeks-" + name, Name: s.t(name), Do: name, Min: least, Max: most, Step: 1, Value: v, Text: live[at+1], LiveValue: at, LiveText: at + 1}.Node()
	}
	scope := 0
	if c.OneDay {
		scope = 1
	}
	return g.Group{
		panel.Section("weeks-home", s.t("home"),
			h.P(h.Class("quiet"), panel.Live(vDay, live[vDay])),
			panel.Radios("weeks-scope", s.t("scope"), scope, panel.Choice{ID: "weeks-scope-on", Text: s.t("scope-on"), Do: "scope:on"}, panel.Choice{ID: "weeks-scope-day", Text: s.t("scope-day"), Do: "scope:day"}),
			h.Div(h.Class("weeks-care"), h.Div(care), s.calendar())),
		panel.Section("weeks-cause", s.t("cause"), slide("desk", maxDesk, 0, vDesk), h.P(h.Class("quiet"), g.Text(s.t("desk-note")))),
		panel.Section("weeks-seen", s.t("seen"), slide("visits", maxVisits, 0, vVisits), slide("every", maxEvery, 1, vEvery)),
		panel.Section("weeks-who", s.t("who"),
			panel.Check("weeks-acute", s.t("acute"), "acute", c.Acute),
			h.Div(h.Class("buttons"), panel.Button{ID: "weeks-another", Text: s.t("another"), Do: "another"}.Node()),
			h.P(h.Class("quiet"), g.Text(s.t("who-note")))),
	}
}
