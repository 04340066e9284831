package lab

import (
	"math"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/panel"
)

// acts are what a clinician does beside needling, the waits, the pain and the
// time at this point.
func (s *sheet) acts() g.Node {
	button := func(id, key, do string) g.Node {
		return panel.Button{ID: id, Text: s.t(key), Do: do}.Node()
	}
	var waits g.Group
	for _, d := range [...]string{"10s", "5m", "1d", "3d", "3w"} {
		if s.f.Final && d == "1d" {
			break // the visit is not over
		}
		waits = append(waits, button("wait-"+d, "wait-"+d, "wait:"+d))
	}
	return h.Section(h.Class("acts"), h.Aria("label", s.t("acts")),
		h.Div(h.Class("three"),
			button("do-press", "press", "press"), button("do-ask", "ask", "ask"),
			panel.Button{ID: "do-stop", Text: s.t("stop"), Do: "stop", Toggle: true, Pressed: s.f.Stopped}.Node()),
		panel.Group("name-wait", s.t("wait"), waits),
		h.Div(h.Class("row pains"),
			h.Div(h.Class("pain"), panel.Word("name-pain", s.t("pain"), "pain", s.open("pain")), g.Text(" "), s.pain(), s.beside()),
			h.Div(h.Class("point"), h.Span(h.Class("spoken"), g.Text(s.t("point-time"))),
				panel.Ring("timer", ringFull, [2]float64{pointFrom, pointTo}, s.bound("stroke-dasharray", vPointArc)),
				h.Span(s.value(vPoint)))),
		s.card("pain"),
		panel.Button{ID: "do-more", Class: "quiet", Text: s.moreText(), Do: "more", Opens: "dock", Open: s.f.More}.Node())
}

func (s *sheet) moreText() string {
	if s.f.More {
		return s.t("less")
	}
	return s.t("more")
}

// pain keeps the last answer: whole numbers, with when it was asked.
func (s *sheet) pain() g.Node {
	asked := s.t("pain-asked." + word(s.f.PainAsked))
	return panel.Output("out-pain", "name-pain",
		h.B(g.Text(string(number(nil, math.Max(0, s.f.Pain), 0)))), h.Span(h.Class("spoken"), g.Text(" "+s.t("pain-of"))), h.Span(h.Class("quiet"), g.Text(", "+asked)))
}

// beside is the soreness from the needle, beside an answer given after it.
func (s *sheet) beside() g.Node {
	if k := word(s.f.PainAsked); k != "now" && k != "later" {
		return g.Group{}
	}
	return h.Span(h.Class("quiet"), g.Text(s.t("soreness-beside")+" "), h.Span(s.value(vSoreness)))
}

// reading is an output with the word that names it and explains it.
func (s *sheet) reading(id, key string, out g.Node, bar g.Node) g.Node {
	return h.Div(h.Class("reading"), panel.Word("name-"+id, s.t(key), id, s.open(id)), out, bar, s.card(id))
}

// readings are the outputs that are not at the top.
func (s *sheet) readings() g.Node {
	row := s.reading
	none := g.Group{}
	return panel.Section("name-readings", s.t("readings"),
		panel.Check("show-scope", s.t("scope.show"), "scope", s.f.Scope.On),
		row("passes", "passes", panel.Output("out-passes", "name-passes", s.value(vPasses)), none),
		row("twitches", "twitches", panel.Output("out-twitches", "name-twitches", s.value(vTwitches)), none),
		row("flow", "flow", panel.Output("out-flow", "name-flow", s.value(vFlow)),
			panel.Gauge("small flow", s.bound("width", vFlowBar), panel.Mark{At: 100 * 100 / flowFull})),
		row("noise", "noise", panel.Output("out-noise", "name-noise", s.value(vNoise)),
			panel.Gauge("small noise", s.bound("width", vNoiseBar))),
		row("acid", "acid", panel.Output("out-acid", "name-acid", g.Text(s.t("acid-word."+word(s.f.AcidWord)))), none),
		row("soreness", "soreness", panel.Output("out-soreness", "name-soreness", s.value(vSoreness)), none),
		row("tomorrow", "tomorrow", panel.Output("out-tomorrow", "name-tomorrow", s.value(vTomorrow)), none),
		h.P(h.Class("quiet"), s.value(vLast)))
}

// clock is how the run is played.
func (s *sheet) clock() g.Node {
	play := s.t("play")
	if s.f.Playing {
		play = s.t("pause")
	}
	names := [...]string{"1/64", "1/16", "1/4", "1", "2", "4", "8"}
	chosen := -1
	var speeds []panel.Choice
	for i, rate := range session.Speeds {
		if rate == s.f.Rate {
			chosen = i
		}
		speeds = append(speeds, panel.Choice{ID: "rate-" + itoa(i), Text: names[i], Do: "rate:" + itoa(i)})
	}
	return panel.Section("name-time", s.t("time"),
		h.Div(h.Class("buttons"),
			panel.Button{ID: "do-play", Text: play, Do: "play"}.Node(),
			panel.Button{ID: "do-step", Text: s.t("step"), Do: "step"}.Node(),
			panel.Button{ID: "do-replay", Text: s.t("replay"), Do: "replay", Off: !s.f.CanReplay}.Node(),
			panel.Button{ID: "do-undo", Text: s.t("undo"), Do: "undo", Off: !s.f.CanUndo}.Node(),
			g.If(!s.f.Final, panel.Button{ID: "do-restart", Text: s.t("restart"), Do: "restart"}.Node())),
		panel.Radios("name-speed", s.t("speed"), chosen, speeds...))
}

// muscle chooses what is needled.
func (s *sheet) muscle() g.Node {
	kinds := [...]trigger.Kind{trigger.Active, trigger.Latent, trigger.Healthy}
	chosen := -1
	var choices []panel.Choice
	for i, k := range kinds {
		if k == s.f.Kind {
			chosen = i
		}
		choices = append(choices, panel.Choice{ID: "kind-" + k.String(), Text: s.t("kind-" + k.String()), Do: "kind:" + k.String()})
	}
	return panel.Section("name-muscle", s.t("muscle"),
		panel.Radios("name-kind", s.t("kind"), chosen, choices...),
		h.Div(h.Class("buttons"), panel.Button{ID: "do-another", Text: s.t("another"), Do: "another"}.Node()))
}

// fine are the sliders beside the needle itself.
func (s *sheet) fine() g.Node {
	q := s.f.Pose
	return panel.Section("name-fine", s.t("fine"),
		s.slide("depth", "depth", 0, s.f.Deepest, 0.5, q.Depth, vDepth),
		s.slide("angle", "angle", 0, needle.MaxAngle, 1, q.Angle, vAngle),
		s.slide("direction", "direction", 0, 11.5, 0.5, q.Direction, vDirection),
		s.slide("aim", "aim", -needle.MaxAim, needle.MaxAim, 0.5, q.Along, vAlong),
		s.slide("across", "across", -needle.MaxAim, needle.MaxAim, 0.5, q.Across, vAcross),
		s.slide("speed", "speed", needle.MinSpeed, needle.MaxSpeed, 1, s.f.Speed, vSpeed))
}

// slide is a slider whose value and words are the fast texts from at on.
func (s *sheet) slide(id, do string, lo, hi, step, x float64, at int) g.Node {
	return panel.Slider{ID: "set-" + id, Name: s.t("set-" + id), Do: do, Min: lo, Max: hi, Step: step,
		Value: x, Text: s.live[at+1], LiveValue: at, LiveText: at + 1}.Node()
}

// show are the switches.
func (s *sheet) show() g.Node {
	f := s.f
	return panel.Section("name-show", s.t("show"),
		panel.Check("hide-knot", s.t("hide-knot"), "hide-knot", f.HideKnot),
		panel.Check("reached", s.t("reached"), "reached", f.Reached),
		panel.Check("at-skin", s.t("at-skin"), "at-skin", f.AtSkin),
		g.If(f.Site == nil, panel.Check("scan", s.t("scan"), "scan", f.Scan)),
		g.If(!f.Final, panel.Check("responder", s.t("responder"), "responder", f.Responder)),
		panel.Check("plain", s.t("plain"), "plain", f.Plain),
		s.sound())
}

// sound is the switch and, while it is on, the volume.
func (s *sheet) sound() g.Node {
	if s.f.Mute {
		return g.Group{}
	}
	return g.Group{
		panel.Check("sound", s.t("sound"), "sound", s.f.Sound),
		g.If(s.f.Sound, s.slide("volume", "volume", 0, 100, 5, s.f.Volume, vVolume)),
	}
}

// tries are the cards to try, ticked by the state.
func (s *sheet) tries() g.Node {
	var list g.Group
	for _, c := range s.f.Cards {
		class, state := "try", s.t("try-open")
		if c.Done {
			class, state = "try done", s.t("try-done")
		}
		list = append(list, h.Li(h.Class(class), panel.Hidden("tick", ""), g.Text(c.Text), panel.Spoken(" "+state)))
	}
	return panel.Section("name-tries", s.t("tries"), g.If(len(list) > 0, h.Ol(h.Class("tries"), list)))
}

// describe is the whole state as text.
func (s *sheet) describe() g.Node {
	var text g.Group
	if s.f.Describing {
		for line := range strings.SplitSeq(s.f.Description, "\n") {
			if line != "" {
				text = append(text, h.P(g.Text(line)))
			}
		}
	}
	return h.Section(h.Class("part describe"), h.Aria("label", s.t("in-words")),
		panel.Button{ID: "do-describe", Text: s.t("describe"), Do: "describe", Opens: "description", Open: s.f.Describing}.Node(),
		g.If(s.f.Describing, h.Div(h.ID("description"), h.Class("card"), text)))
}
