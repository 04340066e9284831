package quiz

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/anatomy"
	bank "taut/game/quiz"
	"taut/game/session"
	"taut/scenes/figure"
	"taut/scenes/panel"
)

// picture is what the stage shows beside a question. It is not the stage that takes
// keys and the wheel: the page scrolls over it.
func (s *Scene) picture(name string) g.Node {
	return h.Div(h.ID("picture"), h.Class("quiz-picture"), h.Div(h.Class("quiz-stage"), h.Data("zone", "quiz-stage"), h.Role("img"), h.Aria("label", name)))
}

// body is the body to point at: by a pointer, by the arrow keys, or by the name of a
// place; with the place that was given and, with the key, the right ones.
func (s *Scene) body(a *answered, in *bank.Instance, told bool) g.Node {
	var places []string
	chosen := -1
	for i, r := range s.regions() {
		if a.Answer.Side == string(r.spot.Side) && a.Answer.X == r.spot.X && a.Answer.Y == r.spot.Y {
			chosen = i
		}
		places = append(places, r.name+", "+s.t("side-"+string(r.spot.Side)))
	}
	var marks []figure.Mark
	if s.keyed() {
		marks = append(marks, figure.Mark{Class: "right", Spots: bank.Spots(in, s.atlas)})
	}
	if a.Answer.Side != "" {
		marks = append(marks, figure.Mark{Class: "given", Spots: []anatomy.Spot{{Side: anatomy.Side(a.Answer.Side), X: a.Answer.X, Y: a.Answer.Y, R: 18}}})
	}
	return h.Div(h.Class("quiz-body"),
		h.Div(h.ID("quiz-figure"), h.Data("zone", "quiz-body"), h.Data("keys", ""), h.TabIndex("0"), h.Role("application"), h.Aria("label", s.t("figure")), h.Aria("describedby", "quiz-figure-keys"),
			figure.Draw(s.t("figure"), s.words.T("figure.front"), s.words.T("figure.back"), marks...)),
		h.P(h.ID("quiz-figure-keys"), h.Class("quiet"), g.Text(s.t("figure-keys"))),
		field("row", "quiz-region", s.t("or-choose"), s.choose("quiz-region", "region", told, chosen, places...)))
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
	var under, words, sliders, rows g.Group
	for k := 0; k <= 5; k++ {
		y := axis.Lo + float64(k)/5*(axis.Hi-axis.Lo)
		at := panel.Share(traceTop + traceTall*up(y))
		under = append(under, panel.Shape("line", "grid", "x1", "0", "x2", "100%", "y1", at, "y2", at))
		words = append(words, panel.Inscription("scale", "-6", at, "end", strconv.FormatFloat(y, 'f', 0, 64)+" "+axis.YUnit))
	}
	var mine, model panel.Path
	whole := func(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
	for i, x := range axis.X {
		at := momentAt(axis, i)
		mine.To(at, up(v[i]))
		class := "handle"
		if i == 0 {
			class = "handle fixed"
		}
		words = append(words, panel.Inscription("tick", panel.Share(at), "97%", "middle", number(x)), panel.Shape("circle", class, "cx", panel.Share(at), "cy", panel.Share(traceTop+traceTall*up(v[i])), "r", "5"))
		name := s.words.F("quiz.at-"+axis.XUnit, "n", number(x))
		if told {
			model.To(at, up(s.truth[i]))
			rows = append(rows, h.Tr(th(name), h.Td(g.Text(whole(v[i])+" "+axis.YUnit)), h.Td(g.Text(whole(s.truth[i])+" "+axis.YUnit))))
			continue
		}
		if i == 0 {
			continue
		}
		n := strconv.Itoa(i)
		id := "quiz-trace-" + n
		sliders = append(sliders, h.Div(h.Class("slide"), h.Label(h.For(id), g.Text(name)), h.Span(h.Class("value"), g.Text(whole(v[i])+" "+axis.YUnit)),
			h.Input(h.Type("range"), h.ID(id), panel.Do("trace:"+n), h.Min(number(axis.Lo)), h.Max(number(axis.Hi)), h.Step("1"), h.Value(whole(v[i])), h.Aria("valuetext", whole(v[i])+" "+axis.YUnit))))
	}
	curves := g.Group{mine.Node("curve mine")}
	name, after := s.t("trace"), g.Node(h.Div(h.Class("quiz-sliders"), sliders))
	if told {
		curves = append(curves, model.Node("curve model"))
		name = s.t("trace-told")
		after = g.Group{
			h.Ul(h.Class("quiz-legend"), h.Li(h.Class("mine"), g.Text(s.t("trace-mine"))), h.Li(h.Class("model"), g.Text(s.t("trace-model")))),
			h.P(g.Text(s.words.F("quiz.distance", "n", whole(100*math.Min(9.99, bank.Apart(v, s.truth)))))),
			h.Details(h.ID("quiz-trace-table"), h.Summary(g.Text(s.t("numbers"))), s.table("", s.t("numbers"), []string{"when", "trace-mine", "trace-model"}, rows))}
	}
	return g.Group{h.Div(h.ID("quiz-trace"), g.If(!told, h.Data("zone", "quiz-trace")), h.Role("img"), h.Aria("label", name),
		h.SVG(h.Aria("hidden", "true"), g.Attr("focusable", "false"), g.Attr("width", "100%"), g.Attr("height", "100%"), under, panel.Plot(traceTop, traceTall, curves), words)), after}
}

// played is a recorded run as it is told: what can be read off it, and nothing that
// names its fault.
type played struct {
	rows  []playedRow
	all   int // passes
	words [3]string
}

// playedRow is one pass: keys of where the tip ended, how fast it was, on which path,
// whether it twitched, and the tension after it, per cent of the start's.
type playedRow struct {
	keys    [4]string
	twitch  float64
	tension float64
}

// toldPasses bounds the passes of a run that are told one by one.
const toldPasses = 12 // structural

// record reads a run.
func (s *Scene) record(r *session.Session) *played {
	limb, passes, start := r.Limb(), r.PassesTo(r.Head()), r.Start()
	whole := func(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
	p := &played{all: len(passes), words: [3]string{whole(r.State().Noise()), whole(r.State().Soreness()), whole(start.Noise())}}
	for i, x := range passes {
		if i >= toldPasses && i < len(passes)-1 {
			continue // a long run goes on like this
		}
		act := r.Actions()[x.Action]
		keys := [4]string{"deep-knot", "speed-quick", "path-new", "twitch-no"}
		switch {
		case act.Pose.Depth <= limb.Fascia:
			keys[0] = "deep-fat"
		case act.Pose.Depth > limb.Muscle:
			keys[0] = "deep-bone"
		case act.Pose.Depth < limb.Knot-3:
			keys[0] = "deep-high"
		}
		if act.Speed < 15 {
			keys[1] = "speed-slow"
		}
		if math.Abs(act.Pose.Across) > 6 || math.Abs(act.Pose.Along) > 6 {
			keys[2] = "path-beside"
		} else if i > 0 && act.Pose == r.Actions()[passes[i-1].Action].Pose {
			keys[2] = "path-same"
		}
		if x.Twitch > 0 {
			keys[3] = "twitch-yes"
		}
		after := r.State().C
		if i+1 < len(passes) {
			after = passes[i+1].Before
		}
		of := start.C
		if of < .01 { // healthy muscle: of what an active point holds
			of = 1
		}
		p.rows = append(p.rows, playedRow{keys, x.Twitch, 100 * after / of})
	}
	return p
}

// played is the recorded run: the muscle while it is played, its staircase, and the
// passes one by one.
func (s *Scene) played(told bool) g.Node {
	p := s.desk.run
	if p == nil {
		return g.Group{}
	}
	shown, watching := len(p.rows), s.desk.lab.Watching()
	text := "watch"
	if watching {
		shown, text = min(shown, s.desk.lab.Passed()), "watch-end"
	}
	var rows g.Group
	for i, x := range p.rows[:shown] {
		n := i + 1
		if i == toldPasses {
			n = p.all
		}
		row := g.Group{th(strconv.Itoa(n))}
		for _, k := range x.keys {
			row = append(row, h.Td(g.Text(s.t(k))))
		}
		rows = append(rows, h.Tr(row, h.Td(g.Text(strconv.FormatFloat(x.tension, 'f', 0, 64)))))
	}
	return h.Div(h.Class("quiz-run"), s.picture(s.t("stage-run")),
		buttons(s.acts("watch "+text+" watch"), h.Span(h.Class("quiet"), g.Text(s.words.N("quiz.passes", p.all)))),
		s.stairs(p, shown),
		h.Details(h.ID("quiz-run-table"), h.Summary(g.Text(s.t("run-name"))), s.table("", s.t("run-name"), []string{"run-pass", "run-depth", "run-speed", "run-place", "run-twitch", "run-tension"}, rows)),
		para("quiet", s.words.F("quiz.run-end", "noise", p.words[0], "sore", p.words[1], "before", p.words[2])))
}

// stairs are the tension after each pass, as a line, and the twitches, as bars.
func (s *Scene) stairs(p *played, shown int) g.Node {
	n := float64(len(p.rows))
	most := 100.0
	var large float64
	for _, x := range p.rows {
		most, large = math.Max(most, x.tension), math.Max(large, x.twitch)
	}
	var line panel.Path
	line.To(0, 1-100/most)
	var bars g.Group
	for i, x := range p.rows[:shown] {
		line.To((float64(i)+1)/n, 1-x.tension/most)
		if x.twitch > 0 {
			tall := .5 * x.twitch / large
			bars = append(bars, panel.Shape("rect", "twitch", "x", panel.Share((float64(i)+.6)/n), "width", panel.Share(.3/n), "y", panel.Share(.95-tall), "height", panel.Share(tall)))
		}
	}
	return h.Div(h.Class("quiz-stairs"), h.SVG(h.Role("img"), h.Aria("label", s.t("stairs")), g.Attr("width", "100%"), g.Attr("height", "100%"), bars, panel.Plot(.05, .9, line.Node("curve model"))))
}
