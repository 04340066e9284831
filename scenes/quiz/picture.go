package quiz

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	bank "taut/game/quiz"
	"taut/scenes/figure"
	"taut/scenes/panel"
)

// figure is the body to point at, with the place that was given and, once it is
// told, the right ones.
func (s *Scene) figure(a *answered, right []anatomy.Spot) g.Node {
	var marks []figure.Mark
	marks = append(marks, figure.Mark{Class: "right", Spots: right})
	if a.Answer.Side != "" {
		marks = append(marks, figure.Mark{Class: "given", Spots: []anatomy.Spot{{Side: anatomy.Side(a.Answer.Side), X: a.Answer.X, Y: a.Answer.Y, R: 18}}})
	}
	return h.Div(h.ID("quiz-figure"), h.Data("zone", "quiz-body"), figure.Draw(s.t("figure"), s.words.T("figure.front"), s.words.T("figure.back"), marks...))
}

// The plot's part of a trace's picture.
const (
	traceTop  = .06
	traceTall = .82
)

// trace asks for the next part of a curve: the first value is given, the others are
// drawn or set; once it is told, the model's curve lies over it.
func (s *Scene) trace(a *answered, in *bank.Instance, told bool) g.Node {
	axis, _ := bank.AxisOf(in.Question.Trace)
	v := s.values(a, in)
	up := func(x float64) float64 { return 1 - (x-axis.Lo)/(axis.Hi-axis.Lo) }
	var under, words, sliders g.Group
	for k := 0; k <= 5; k++ {
		y := axis.Lo + float64(k)/5*(axis.Hi-axis.Lo)
		at := panel.Share(traceTop + traceTall*up(y))
		under = append(under, panel.Shape("line", "grid", "x1", "0", "x2", "100%", "y1", at, "y2", at))
		words = append(words, panel.Inscription("scale", "0.5%", at, "start", strconv.FormatFloat(y, 'f', 0, 64)))
	}
	var mine, model panel.Path
	for i, x := range axis.X {
		at := placeOf(axis, i)
		mine.To(at, up(v[i]))
		if told {
			model.To(at, up(s.truth[i]))
		}
		words = append(words, panel.Inscription("tick", panel.Share(at), "97%", "middle", number(x)), panel.Shape("circle", "handle", "cx", panel.Share(at), "cy", panel.Share(traceTop+traceTall*up(v[i])), "r", "5"))
		if i == 0 || told {
			continue
		}
		n := strconv.Itoa(i)
		id := "quiz-trace-" + n
		sliders = append(sliders, h.Div(h.Class("slide"), h.Label(h.For(id), g.Text(s.words.F("quiz.at-"+axis.XUnit, "n", number(x)))), h.Span(h.Class("value"), g.Text(number(v[i])+" "+axis.YUnit)),
			h.Input(h.Type("range"), h.ID(id), panel.Do("trace:"+n), h.Min(number(axis.Lo)), h.Max(number(axis.Hi)), h.Step("1"), h.Value(number(v[i])), h.Aria("valuetext", number(v[i])+" "+axis.YUnit))))
	}
	curves := g.Group{mine.Node("curve mine")}
	name := s.t("trace")
	after := g.Node(g.Group{})
	if told {
		curves = append(curves, model.Node("curve model"))
		name = s.t("trace-told")
		after = h.P(g.Text(s.words.F("quiz.distance", "n", strconv.FormatFloat(100*math.Min(9.99, bank.Apart(v, s.truth)), 'f', 0, 64))))
	}
	return g.Group{h.Div(h.ID("quiz-trace"), h.Data("zone", "quiz-trace"), h.Role("img"), h.Aria("label", name),
		h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "100%"), g.Attr("height", "100%"), under, panel.Plot(traceTop, traceTall, curves), words)), after, h.Div(h.Class("quiz-sliders"), sliders)}
}

// run is a recorded run as a table, pass by pass: what can be read off it, and
// nothing that names its fault.
func (s *Scene) run(in *bank.Instance) g.Node {
	r := bank.Recorded(in)
	if r == nil {
		return g.Group{}
	}
	limb := r.Limb()
	var rows g.Group
	passes := r.Passes()
	for i, p := range passes {
		act := r.Actions()[p.Action]
		deep := "deep-knot"
		switch {
		case act.Pose.Depth <= limb.Fascia:
			deep = "deep-fat"
		case act.Pose.Depth > limb.Muscle:
			deep = "deep-bone"
		case act.Pose.Depth < limb.Knot-3:
			deep = "deep-high"
		}
		speed := "speed-quick"
		if act.Speed < 15 {
			speed = "speed-slow"
		}
		path := "path-new"
		if math.Abs(act.Pose.Across) > 6 || math.Abs(act.Pose.Along) > 6 {
			path = "path-beside"
		} else if i > 0 && act.Pose == r.Actions()[passes[i-1].Action].Pose {
			path = "path-same"
		}
		twitch := "twitch-no"
		if p.Twitch > 0 {
			twitch = "twitch-yes"
		}
		after := r.State().C
		if i+1 < len(passes) {
			after = passes[i+1].Before
		}
		if i >= 12 && i < len(passes)-1 {
			continue // a long run goes on like this
		}
		row := g.Group{h.Th(h.Scope("row"), g.Text(strconv.Itoa(i+1)))}
		for _, k := range [...]string{deep, speed, path, twitch} {
			row = append(row, h.Td(g.Text(s.t(k))))
		}
		tension := strconv.FormatFloat(100*after/math.Max(r.Start().C, 1e-9), 'f', 0, 64)
		if r.Start().C < .01 {
			tension = strconv.FormatFloat(100*after, 'f', 0, 64)
		}
		rows = append(rows, h.Tr(row, h.Td(g.Text(tension))))
	}
	start := r.Start()
	return g.Group{s.table(s.t("run-name"), []string{"run-depth", "run-speed", "run-place", "run-twitch", "run-tension"}, rows),
		h.P(h.Class("quiet"), g.Text(s.words.F("quiz.run-end", "noise", strconv.FormatFloat(r.State().Noise(), 'f', 0, 64), "sore", strconv.FormatFloat(r.State().Soreness(), 'f', 0, 64), "before", strconv.FormatFloat(start.Noise(), 'f', 0, 64))))}
}
