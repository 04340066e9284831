package lab

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/emg"
	"taut/scenes/panel"
)

// scope is the EMG window below the picture: the screen, which the stage draws,
// and beside it what is read and set.
func (s *sheet) scope() g.Node {
	f := &s.f.Scope
	if !f.On {
		return g.Group{}
	}
	read := func(key string, out g.Node) g.Node {
		return h.Div(h.Class("reading"), panel.Word("scope-"+key, s.t(key), key, s.open(key)), panel.Output("out-"+key, "scope-"+key, out), s.card(key))
	}
	gains := []panel.Choice{{ID: "gain-0", Text: s.t("scope.auto"), Do: "scope:gain:0"}}
	for i, µV := range scopeGains {
		n := itoa(i + 1)
		gains = append(gains, panel.Choice{ID: "gain-" + n, Text: whole(µV), Do: "scope:gain:" + n})
	}
	var sweeps []panel.Choice
	for i, t := range scopeSweeps {
		sweeps = append(sweeps, panel.Choice{ID: "sweep-" + itoa(i), Text: whole(t.Milliseconds()), Do: "scope:sweep:" + itoa(i)})
	}
	return h.Section(h.ID("scope"), h.Aria("label", s.t("scope.show")),
		h.Div(h.Class("front"),
			h.P(h.B(g.Text(s.t("scope.name")+" ")), h.Span(s.value(vScope))),
			h.Div(h.ID("screen"), h.Role("img"), h.Aria("label", s.t("scope.picture")))),
		h.Div(h.Class("side"),
			h.Div(h.Class("reads"),
				read("rms", s.value(vNoise)), read("spikes", s.value(vSpikes)), read("latency", g.Text(s.latency()))),
			h.Div(h.Class("knobs"),
				h.Div(h.Class("buttons"),
					panel.Button{ID: "scope-last", Text: s.t("scope.last"), Do: "scope:last", Toggle: true, Pressed: f.Last}.Node(),
					panel.Button{ID: "scope-freeze", Text: s.t("scope.freeze"), Do: "scope:freeze", Toggle: true, Pressed: f.Frozen}.Node(),
					panel.Button{ID: "scope-close", Text: s.t("scope.close"), Do: "scope"}.Node()),
				panel.Radios("name-gain", s.t("scope.gain"), int(f.Gain), gains...),
				panel.Radios("name-sweep", s.t("scope.time"), f.sweep(), sweeps...))))
}

// latency is the time from a hit to its twitch, in words.
func (s *sheet) latency() string {
	return s.w.F("panel.value.slow-more", "n", whole(1000*emg.LatencyTrapezius))
}

// reflex is the twitch's way to the spinal cord and back, beside the badge of the
// clock. The signal on it is a label, which moves with every frame.
func (s *sheet) reflex() g.Node {
	says := s.w.F("panel.reflex.says", "ms", whole(1000*emg.LatencyTrapezius))
	if s.f.Cut {
		says = s.t("reflex.cut")
	}
	path := func(class, d string) g.Node { return g.El("path", h.Class(class), g.Attr("d", d)) }
	cut := along(reflexIn, reflexCutAt)
	return h.Div(h.ID("reflex"), panel.Follow(s.bound("data-leg", vReflex)),
		h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("viewBox", "0 0 "+short(reflexWide)+" "+short(reflexHigh)),
			path("muscle", "M4 62Q26 53 44 53T84 62Q62 71 44 71T4 62Z"),
			path("needle", "M26 4L40 47"),
			path("sheath", "M60 42L98 42"),
			path("cord", "M162 12C187 12 195 28 195 44C195 62 184 76 162 76C140 76 129 62 129 44C129 28 137 12 162 12Z"),
			path("grey", "M162 38Q152 30 148 21Q142 24 146 36Q149 43 145 52Q141 62 149 66Q157 66 162 51Q167 66 175 66Q183 62 179 52Q175 43 178 36Q182 24 176 21Q172 30 162 38Z"),
			path("way in", line(reflexIn)), path("way out", line(reflexOut)),
			g.If(s.f.Cut, g.Group{
				path("gap", "M"+short(cut.x+5)+" 30L"+short(cut.x+5)+" 54"),
				path("edge", "M"+short(cut.x+3)+" 30l-3 24m10 -24l-3 24"),
			})),
		h.Div(h.ID("impulse"), h.Hidden("")),
		h.P(g.Text(says)))
}
