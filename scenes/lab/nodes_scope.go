package lab

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
)

// scope is the EMG window below the picture: the screen, which the stage draws,
// and beside it what is read and set.
func (s *sheet) scope() g.Node {
	f := &s.f.Scope
	if !f.On {
		return g.Group{}
	}
	var reads, buttons g.Group
	keys := [...]string{"rms", "spikes", "latency"}
	for i, out := range [...]g.Node{s.value(vNoise), s.value(vSpikes), g.Text(s.latency())} {
		k := keys[i]
		reads = append(reads, s.reading(k, k, panel.Output("out-"+k, "name-"+k, out), g.Group{}))
	}
	on := [...]bool{f.Last, f.Frozen}
	for i, k := range [...]string{"last", "freeze"} {
		buttons = append(buttons, panel.Button{ID: "scope-" + k, Text: s.t("scope." + k), Do: "scope:" + k, Toggle: true, Pressed: on[i]}.Node())
	}
	buttons = append(buttons, panel.Button{ID: "scope-close", Text: s.t("scope.close"), Do: "scope"}.Node()) // switched, without a value, to off
	return h.Section(h.ID("scope"), h.Aria("label", s.t("scope.show")),
		h.Div(h.Class("front"),
			h.P(g.Text(s.t("scope.name")+" "), h.Span(s.value(vScope))),
			h.Div(h.ID("screen"), h.Role("img"), h.Aria("label", s.t("scope.picture")))),
		h.Div(h.Class("side"), h.Div(h.Class("reads"), reads),
			h.Div(h.Class("knobs"), h.Div(h.Class("buttons"), buttons),
				s.knob("gain", scopeGains[:], f.Gain), s.knob("sweep", scopeSweeps[:], f.sweep()))))
}

// knob is a control of steps; 0 is the one that chooses itself.
func (s *sheet) knob(name string, steps []float64, chosen int) g.Node {
	var choices []panel.Choice
	for i, x := range steps {
		n, text := itoa(i), whole(x)
		if x == 0 {
			text = s.t("scope.auto")
		}
		choices = append(choices, panel.Choice{ID: name + "-" + n, Text: text, Do: "scope:" + name + ":" + n})
	}
	return panel.Radios("name-"+name, s.t("scope."+name), chosen, choices...)
}

// latency is the time from a hit to its twitch, in words.
func (s *sheet) latency() string {
	return s.w.F("panel.value.slow-more", "n", whole(1000*s.f.Latency))
}

// The inset's drawing. As nodes it would be eight times as long in the program;
// its two ways are reflexIn and reflexOut, by test.
const (
	reflexArt = `<svg aria-hidden="true" focusable="false" viewBox="0 0 200 84">` +
		`<path class="muscle" d="M4 62Q26 53 44 53T84 62Q62 71 44 71T4 62Z"/><path class="needle" d="M26 4L40 47"/>` +
		`<path class="sheath" d="M60 42L98 42"/>` +
		`<path class="cord" d="M162 12C187 12 195 28 195 44C195 62 184 76 162 76C140 76 129 62 129 44C129 28 137 12 162 12Z"/>` +
		`<path class="grey" d="M162 38Q152 30 148 21Q142 24 146 36Q149 43 145 52Q141 62 149 66Q157 66 162 51Q167 66 175 66Q183 62 179 52Q175 43 178 36Q182 24 176 21Q172 30 162 38Z"/>` +
		`<path class="way in" d="M40 47L52 41L66 38L94 37L110 29L122 24L136 25L150 32L162 43"/>` +
		`<path class="way out" d="M162 43L151 53L137 61L122 62L110 56L94 46L66 46L56 52L50 59"/>`
	reflexCutArt = `<path class="gap" d="M88 30L88 54"/><path class="edge" d="M86 30l-3 24m10 -24l-3 24"/>`
	reflexSignal = `</svg><div id="impulse" hidden></div>`
)

// reflex is the twitch's way to the spinal cord and back, under the badge of the
// clock. The signal on it is a label, which moves with every frame.
func (s *sheet) reflex() g.Node {
	art, says := reflexArt, s.w.F("panel.reflex.says", "ms", whole(1000*s.f.Latency))
	if s.f.Cut {
		art, says = reflexArt+reflexCutArt, s.t("reflex.cut")
	}
	return h.Div(h.ID("reflex"), g.If(s.f.Cut, h.Class("severed")), panel.Follow(s.bound("data-leg", vReflex)), g.Raw(art+reflexSignal), h.P(g.Text(says)))
}
