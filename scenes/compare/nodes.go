package compare

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/course"
	"taut/game/evidence"
	"taut/game/tick"
	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// Panel implements [scenes.Scene].
func (s *Scene) Panel() g.Node {
	live := s.texts()
	top := panel.Top{Words: s.words, Scene: "compare", Theme: s.settings.Theme, Pack: s.settings.Pack}
	if s.explain == "help" {
		top.Help = panel.Card{Key: "help", Long: true, Title: s.t("help-title"), Body: []g.Node{g.Text(s.t("help")), g.Text(s.words.T("panel.help-full"))}}.Node()
	}
	grid := "compare-grid"
	if s.cohort == nil {
		grid += " asking" // where there is little room the empty chart waits
	}
	page := panel.Page{Top: top, Plain: s.settings.Plain, Title: s.t("title"), Notice: s.notice}
	return page.Node(
		g.If(s.cohort == nil, h.P(h.Class("lead"), g.Text(s.t("lead")))),
		h.Div(h.Class(grid),
			h.Div(h.Class("compare-main"), s.head(live), s.measures(), s.caption(), s.key(), s.chart(live), s.credits(), s.time(live), s.legend(live), s.armCard(), s.table()),
			h.Div(h.Class("compare-side"), s.arms(), s.who())),
		s.said(), s.differences(), s.harms())
}

// head asks first, then tells how far the study is, then what came out.
func (s *Scene) head(live []string) g.Node {
	switch {
	case s.cohort == nil:
		chosen := -1
		var list []panel.Choice
		for i, a := range s.choice.arms() {
			if int(a) == s.choice.Guess {
				chosen = i
			}
			list = append(list, panel.Choice{ID: "compare-guess-" + a.String(), Text: s.arm(a), Do: "guess:" + a.String()})
		}
		return h.Section(h.Class("say compare-ask"), h.Aria("label", s.t("question")),
			panel.Radios("compare-question", s.t("question"), chosen, list...),
			panel.Button{ID: "compare-run", Class: "primary", Text: s.t("run"), Do: "run"}.Node())
	case !s.cohort.Done():
		b := panel.Button{ID: "compare-stop", Text: s.t("stop"), Do: "stop"}
		if s.stopped {
			b = panel.Button{ID: "compare-stop", Class: "primary", Text: s.t("go-on"), Do: "go-on"}
		}
		return h.Section(h.Class("say compare-ask"), h.Aria("label", s.t("under-way")),
			h.P(h.Label(h.For("compare-progress"), panel.Live(vProgressText, live[vProgressText]))),
			h.Progress(h.ID("compare-progress"), h.Max(strconv.Itoa(sizes[s.choice.Size])), panel.Follow(panel.Bound{Attr: "value", Index: vProgress, Now: live[vProgress]})),
			h.Div(h.Class("buttons"), b.Node(), g.If(s.stopped, s.again())))
	}
	return h.Section(h.ID("compare-verdict"), h.Class("say"), h.Aria("label", s.t("verdict-name")), h.P(g.Text(s.verdict())),
		g.Map(s.cautions(), func(text string) g.Node { return h.P(h.Class("quiet"), g.Text(text)) }),
		h.Div(h.Class("buttons"), s.again()))
}

// again goes back to the question.
func (s *Scene) again() g.Node {
	return panel.Button{ID: "compare-again", Text: s.t("again"), Do: "again"}.Node()
}

// measures chooses what the chart shows.
func (s *Scene) measures() g.Node {
	var set []panel.Choice
	for _, m := range measureNames {
		set = append(set, panel.Choice{ID: "compare-" + m, Text: s.t("measure." + m), Do: "measure:" + m})
	}
	return panel.Radios("compare-measure", s.t("show-what"), s.choice.Measure, set...)
}

// time moves along the calendar.
func (s *Scene) time(live []string) g.Node {
	if s.cohort == nil {
		return g.Group{}
	}
	var buttons g.Group
	for _, j := range calendar.Jumps {
		buttons = append(buttons, panel.Button{ID: "compare-to-" + j.Name, Text: s.words.T("calendar.jump-" + j.Name), Do: "jump:" + j.Name, Toggle: true, Pressed: nearest(j.At) == s.choice.At}.Node())
	}
	return h.Div(h.Class("compare-time"),
		panel.Slider{ID: "compare-time", Name: s.t("time"), Do: "time", Max: float64(len(moments) - 1), Step: 1, Value: float64(s.choice.At), Text: live[vTimeText], LiveValue: vTime, LiveText: vTimeText}.Node(),
		h.Div(h.Class("buttons"), buttons))
}

// arms chooses what is compared.
func (s *Scene) arms() g.Node {
	var ready, boxes g.Group
	for _, p := range presets {
		ready = append(ready, panel.Button{ID: "compare-preset-" + p.name, Text: s.t("preset." + p.name), Do: "preset:" + p.name, Toggle: true, Pressed: p.arms == s.choice.Arms}.Node())
	}
	for a := course.Arm(0); a < course.Arms; a++ {
		boxes = append(boxes, panel.Check("compare-arm-"+a.String(), s.arm(a), "arm:"+a.String(), s.choice.Arms>>a&1 == 1))
	}
	return panel.Section("compare-what", s.t("what"), h.P(h.Class("quiet"), g.Text(s.t("beside"))), h.Div(h.Class("buttons"), ready), h.P(h.Class("quiet"), g.Text(s.t("bounds"))), h.Div(h.Class("compare-boxes"), boxes))
}

// who chooses the people and how often they are seen.
func (s *Scene) who() g.Node {
	var people []panel.Choice
	for i, n := range sizes {
		people = append(people, panel.Choice{ID: "compare-people-" + strconv.Itoa(n), Text: s.words.N("compare.people-n", n), Do: "people:" + strconv.Itoa(i)})
	}
	return panel.Section("compare-who", s.t("who"),
		panel.Radios("compare-size", s.t("how-many"), s.choice.Size, people...),
		panel.Radios("compare-visits", s.t("visits"), truth(s.choice.Single), panel.Choice{ID: "compare-course", Text: s.t("course"), Do: "visits:course"}, panel.Choice{ID: "compare-single", Text: s.t("single"), Do: "visits:single"}),
		h.Div(h.Class("buttons"), panel.Button{ID: "compare-another", Text: s.t("another"), Do: "another"}.Node()),
		h.P(h.Class("quiet"), g.Text(s.t("who-note"))))
}

// armCard explains an arm where its name was pressed.
func (s *Scene) armCard() g.Node {
	for _, a := range s.choice.arms() {
		if key := "arm-" + a.String(); s.explain == key {
			return panel.Card{Key: key, Title: s.arm(a), Body: []g.Node{g.Text(s.t("about." + a.String())), g.Text(s.t("arm-note"))},
				Proof: panel.Evidence(s.words, s.lib, claims[a])}.Node()
		}
	}
	return g.Group{}
}

// claims are what the library says of an arm.
var claims = [course.Arms]string{
	course.None: "relief", course.Sham: "blinding", course.Heat: "usual-care", course.Stretch: "usual-care", course.Massage: "other-care",
	course.Acupuncture: "acupuncture", course.Superficial: "other-care", course.Dry: "relief",
	course.Saline: "lidocaine", course.Lidocaine: "lidocaine", course.Steroid: "steroid",
}

// table is the chart in numbers: mean and deviation.
func (s *Scene) table() g.Node {
	if s.followed() == 0 {
		return g.Group{}
	}
	var heads, rows g.Group
	for _, a := range s.choice.arms() {
		heads = append(heads, h.Th(h.Scope("col"), g.Text(s.arm(a))))
	}
	unit := scales[s.choice.Measure].unit
	for _, j := range calendar.Jumps {
		var cells g.Group
		for k := range s.choice.arms() {
			x := s.at(k, nearest(j.At), s.choice.Measure)
			cells = append(cells, h.Td(g.Text(s.words.F("compare.cell", "mean", calendar.Whole(x.Mean*unit), "sd", calendar.Whole(x.SD*unit)))))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.words.T("calendar.jump-"+j.Name))), cells))
	}
	return h.Details(h.ID("compare-table"), h.Summary(g.Text(s.t("table"))), h.P(h.Class("quiet"), g.Text(s.t("table-note"))), wide(s.t("table-name"), heads, rows))
}

// wide is a table that scrolls by itself where it has no room.
func wide(name string, heads, rows g.Node) g.Node {
	return h.Div(h.Class("compare-wide"), h.TabIndex("0"), h.Role("region"), h.Aria("label", name), h.Table(h.THead(h.Tr(h.Td(), heads)), h.TBody(rows)))
}

// The kinds of needling that are told apart, and in what.
var (
	kindNames = [...]string{"dry", "western", "traditional", "wet"}
	traits    = [...]string{"theory", "place", "move", "dwell", "needle", "inside"}
)

// differences sets the kinds of needling side by side: what a kind does otherwise
// than dry needling is lit up.
func (s *Scene) differences() g.Node {
	var heads, rows g.Group
	for i, k := range kindNames {
		heads = append(heads, h.Th(h.Scope("col"), drawing(s.t("kind-picture."+k), tissue(nil), kindDrawings[i]), g.Text(s.t("kind."+k))))
	}
	for _, tr := range traits {
		var cells g.Group
		same := s.t("trait." + tr + ".dry")
		for _, k := range kindNames {
			text := s.t("trait." + tr + "." + k)
			class := "same"
			if text != same {
				class = "other"
			}
			cells = append(cells, h.Td(h.Class(class), g.Text(text)))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.t("trait-name."+tr))), cells))
	}
	return panel.Section("compare-differ", s.t("differ"), h.P(g.Text(s.t("differ-note"))), wide(s.t("differ-table"), heads, rows),
		h.Div(h.Class("compare-claims"), g.Map([]string{"acupuncture", "lidocaine", "steroid"}, func(id string) g.Node {
			if s.lib == nil {
				return g.Group{}
			}
			c, _ := s.lib.Claim(id)
			return panel.Card{Key: "claim-" + id, Title: c.Name, Body: []g.Node{g.Text(c.Sentence)}, Proof: panel.Evidence(s.words, s.lib, id)}.Node()
		})))
}

// The counts of a thousand treatments: how many had a mild effect in the study
// that found fewest and in the one that found most, and about how many a serious
// one (Brady 2014: 19.18 %; Boyce 2020: 36.7 %, 20 of 20,464).
const (
	mildFewest = 192
	mildMost   = 367
	serious    = 1
)

// harms are a thousand treatments as dots, and the side effects as rows.
func (s *Scene) harms() g.Node {
	var paths [4]dotPath
	for i := range 1000 {
		k := 3
		switch {
		case i < serious:
			k = 0
		case i < serious+mildFewest:
			k = 1
		case i < serious+mildMost:
			k = 2
		}
		paths[k].add(i)
	}
	var dots g.Group
	for k, class := range [...]string{"serious", "mild", "perhaps", "nothing"} {
		dots = append(dots, panel.Shape("path", "dots "+class, "d", string(paths[k])))
	}
	var rows g.Group
	for k, a := range s.choice.arms() {
		sore := s.t("not-yet")
		if x := s.at(k, nearest(tick.Day), int(course.OfSoreness)); x.N > 0 {
			sore = s.words.F("compare.unit.soreness", "n", calendar.Whole(x.Mean))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(s.arm(a))), h.Td(g.Text(sore)), h.Td(g.Text(s.t("side."+a.String())))))
	}
	return panel.Section("compare-harms", s.t("harms"),
		wide(s.t("harms-table"), g.Group{h.Th(h.Scope("col"), panel.Word("compare-sore-day", s.t("sore-day"), "sore", s.explain == "sore")), h.Th(h.Scope("col"), g.Text(s.t("side-effects")))}, rows),
		g.Iff(s.explain == "sore", func() g.Node { return s.measureCard("sore", "soreness") }),
		h.Div(h.Class("compare-thousand"),
			h.SVG(h.Role("img"), h.Aria("label", s.t("thousand")), g.Attr("viewBox", "0 0 500 200"), dots),
			h.Div(h.P(g.Text(s.t("thousand"))), panel.Rests(s.words, s.lib, evidence.Basis{Mark: evidence.Found, Sources: []string{"brady-2014", "boyce-2020"}}))))
}

// dotPath is a path of round dots, fifty a row.
type dotPath []byte

func (p *dotPath) add(i int) {
	*p = append(*p, 'M')
	*p = strconv.AppendInt(*p, int64(5+10*(i/20)), 10)
	*p = append(*p, ' ')
	*p = strconv.AppendInt(*p, int64(5+10*(i%20)), 10)
	*p = append(*p, "h0"...)
}
