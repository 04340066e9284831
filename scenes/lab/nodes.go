package lab

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/game/trigger"
	"taut/scenes/panel"
)

// sheet is one rendering of a face: what the parts of the panel share.
type sheet struct {
	f    *Face
	w    *content.Words
	live []string // the fast-changing texts
}

// render gives the whole document of the lab for a face. It is a function of its
// arguments alone.
func render(f *Face, w *content.Words) g.Node {
	p := newPhrases(w)
	s := &sheet{f: f, w: w, live: p.texts(f)}
	top := panel.Top{Words: w, Scene: "lab", Theme: f.Theme}
	if f.Explained == "help" {
		top.Help = s.help()
	}
	class := s.class()
	if f.Guest != nil {
		top.Scene, class = s.f.Host, class+" guest"
	}
	if f.Kind == trigger.Healthy {
		class += " healthy"
	}
	return panel.Root(w, "lab", class, f.Theme, f.Plain, top.Node(), s.main(), s.aside())
}

// class says how much of the panel is forward: nothing was done yet, the first
// passes, or all of it.
func (s *sheet) class() string {
	switch {
	case s.f.Scope.On:
		return "lab more scoped"
	case s.f.More:
		return "lab more"
	case s.untouched():
		return "lab first"
	}
	return "lab begun"
}

// untouched reports whether no pass was made yet.
func (s *sheet) untouched() bool { return len(s.f.Bars) == 0 && s.f.Passes == 0 }

func (s *sheet) aside() g.Node {
	return h.Aside(h.Aria("label", s.t("controls")),
		h.Div(h.ID("controls"), h.Class("scroll"),
			h.Div(h.Class("now"),
				s.purpose(),
				s.notice(),
				s.tension(),
				s.pass(),
				s.feedback()),
			h.Div(h.Class("twin"), s.aboveView(), s.staircase()),
			s.acts(),
			h.Div(h.Class("rest"),
				s.readings(), s.clock(), g.Iff(s.f.Guest == nil, s.muscle), s.fine(), s.show(), s.tries(), s.partsList(), s.words(), s.describe()),
			h.P(h.Class("debated"), g.Text(s.t("debated")))),
		panel.Claim(s.w, s.f.Course))
}

// purpose says what this is or, where the lab is a guest, what is to be done in it.
func (s *sheet) purpose() g.Node {
	if s.f.Guest != nil {
		return s.f.Guest
	}
	return g.Group{h.P(h.Class("lead"), g.Text(s.t("purpose"))),
		g.If(s.untouched(), panel.Check("plain-first", s.t("plain"), "plain", s.f.Plain))}
}

// notice is one sentence about bad input or a foreign run.
func (s *sheet) notice() g.Node {
	return g.If(s.f.Notice != "", h.P(h.ID("lab-notice"), h.Class("notice"), g.Text(s.f.Notice)))
}

func (s *sheet) tension() g.Node {
	healthy := gaugeFull * within(s.f.TensionHealthy, 100) / 100
	first := panel.Mark{At: healthy, Text: s.t("healthy"), Anchor: "middle", Class: "healthy"}
	start := panel.Mark{At: gaugeFull, Text: s.t("start"), Anchor: "end"}
	switch {
	case healthy < 12:
		first.Anchor = "start"
	case healthy > 70: // one word under both marks: two would lie on each other
		first.Text, start.Text = "", s.t("healthy-start")
	}
	marks := []panel.Mark{first, start}
	return h.Section(h.Class("tension"), h.Aria("labelledby", "name-tension"),
		h.Div(h.Class("row"),
			h.H2(panel.Word("name-tension", s.t("tension"), "tension", s.open("tension"))),
			g.If(s.f.Passes > 0, h.Span(h.Class("quiet"), g.Text(s.w.F("panel.pass-number", "n", itoa(s.f.Passes)))))),
		panel.Output("out-tension", "name-tension",
			h.B(panel.Live(vTension, s.live[vTension])), g.Text(" "),
			h.Span(h.Class("quiet"), panel.Live(vTensionWas, s.live[vTensionWas]))),
		panel.Gauge("large", s.bound("width", vTensionBar), marks...),
		s.card("tension"))
}

// pass is the one button that a first visitor sees.
func (s *sheet) pass() g.Node {
	note, class := "", "quiet"
	if s.f.Queued {
		note = s.t("queued")
	} else if s.f.Stopped {
		note, class = s.t("ended"), "quiet ended"
		if s.f.Final {
			note = s.t("ended-here")
		}
	}
	return h.Div(h.Class("go"),
		panel.Button{ID: "do-pass", Class: "primary", Text: s.t("one-pass"), Do: "pass", Hint: s.t("space"), Off: s.f.Final && s.f.Stopped}.Node(),
		g.If(note != "", h.P(h.Class(class), g.Text(note))))
}

func (s *sheet) feedback() g.Node {
	f, q := s.f.Feedback, s.f.Guess
	said := f.Headline != "" || f.Body != "" || f.Next != ""
	if !said && !q.Open && len(f.Verdict) == 0 {
		return h.Section(h.ID("feedback"), h.Class("say"), h.Aria("label", s.t("feedback")), h.Hidden(""))
	}
	return h.Section(h.ID("feedback"), h.Class("say"), h.Aria("label", s.t("feedback")),
		g.If(said, h.P(
			g.If(f.Headline != "", g.Group{h.B(g.Text(f.Headline)), g.Text(" ")}), g.Text(f.Body),
			g.If(f.Next != "", h.Span(h.Class("next"), g.Text(" "+f.Next))))),
		g.If(f.Strip > 0, s.strip(f.Strip)),
		g.If(len(f.Verdict) > 0, h.Ul(h.Class("verdict"), g.Map(f.Verdict, func(line string) g.Node { return h.Li(g.Text(line)) }))),
		g.If(q.Open, s.ask("guess", q.Question, q.Chosen, q.Options...)))
}

// ask is a question that blocks nothing: a guess, or the offer of sound.
func (s *sheet) ask(id, question string, chosen int, options ...string) g.Node {
	var set g.Group
	for i, text := range options {
		set = append(set, panel.Button{ID: id + "-" + itoa(i), Text: text, Do: id + ":" + itoa(i), Toggle: true, Pressed: chosen == i}.Node())
	}
	return panel.Group(id, question, set)
}

// offer is made once, over the picture.
func (s *sheet) offer() g.Node {
	if !s.f.Offer {
		return g.Group{}
	}
	return s.ask("offer", s.t("offer"), -1, s.t("hear"), s.t("hush"))
}

// t gives a text of the panel.
func (s *sheet) t(key string) string { return s.w.T("panel." + key) }

// open tells whether the card of a key is open.
func (s *sheet) open(key string) bool { return s.f.Explained == key }

// bound is an attribute that follows a fast text.
func (s *sheet) bound(attr string, i int) panel.Bound {
	return panel.Bound{Attr: attr, Index: i, Now: s.live[i]}
}

// value is a text that follows a fast text.
func (s *sheet) value(i int) g.Node { return panel.Live(i, s.live[i]) }

// word cuts the table off a key that the run gave ("acid.more").
func word(key string) string {
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		return key[i+1:]
	}
	return key
}
