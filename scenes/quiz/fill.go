package quiz

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"taut/game/anatomy"
	bank "taut/game/quiz"
	"taut/scenes"
	"taut/scenes/figure"
)

// fill takes a control of the open item.
func (s *Scene) fill(name string, i int, counted bool, value string) bool {
	a, in := s.now(), s.instance()
	q := in.Question
	n := len(q.Options)
	x := &a.Answer
	// Controls are numbered as they are shown, so that no number tells the key.
	shown := counted && i < n && i < len(in.Order)
	switch {
	case name == "one" && shown && (q.Kind == bank.One || q.Kind == bank.Explain):
		x.Picked = []int{in.Order[i]}
	case name == "tick" && shown && q.Kind == bank.All:
		o := in.Order[i]
		x.Picked = slices.DeleteFunc(x.Picked, func(k int) bool { return k == o })
		if value == "true" {
			x.Picked = append(x.Picked, o)
			slices.Sort(x.Picked)
		}
	case (name == "up" || name == "down") && shown && q.Kind == bank.Order:
		k := slices.Index(s.order(a, in), in.Order[i])
		to := k - 1
		if name == "down" {
			to = k + 1
		}
		s.move(a, in, k, to)
	case name == "match" && shown && q.Kind == bank.Match:
		k, err := strconv.Atoi(value)
		if err != nil || k < -1 || k >= n {
			return false
		}
		for len(x.Picked) < n {
			x.Picked = append(x.Picked, -1)
		}
		if x.Picked[in.Order[i]] = -1; k >= 0 {
			x.Picked[in.Order[i]] = in.Sides[k]
		}
	case name == "number" && q.Kind == bank.Number:
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(value), ",", ".", 1), 64)
		if err != nil || math.IsNaN(v) || v < q.Amount.Lo || v > q.Amount.Hi {
			s.notice = s.words.F("quiz.not-number", "lo", number(q.Amount.Lo), "hi", number(q.Amount.Hi), "unit", q.Amount.Unit)
			s.say(s.notice)
			x.Number, x.Side = 0, "" // what stood there before is not what stands there now
			return false
		}
		x.Number, x.Side = v, "given"
	case name == "part" && q.Kind == bank.Point && q.Place.On != "body":
		if !s.words.Has("panel.part." + q.Place.On + "." + value + ".name") {
			return false
		}
		x.Side = value
		s.mark(a)
	case name == "region" && q.Kind == bank.Point && q.Place.On == "body":
		list := s.regions()
		i, err := strconv.Atoi(value)
		if err != nil || i < -1 || i >= len(list) {
			return false
		}
		if i < 0 {
			x.Side = ""
			return true
		}
		x.Side, x.X, x.Y = string(list[i].spot.Side), list[i].spot.X, list[i].spot.Y
	case name == "trace" && counted && q.Kind == bank.Predict:
		axis, _ := bank.AxisOf(q.Trace)
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || i < 1 || i >= len(axis.X) || !(v >= axis.Lo && v <= axis.Hi) {
			return false
		}
		x.Values = s.values(a, in)
		x.Values[i] = v
	default:
		return false
	}
	return true
}

// order gives the order in which the options of an item stand now.
func (s *Scene) order(a *answered, in *bank.Instance) []int {
	if len(a.Answer.Picked) != len(in.Question.Options) {
		return slices.Clone(in.Order)
	}
	return a.Answer.Picked
}

// move brings the step at place from to place to.
func (s *Scene) move(a *answered, in *bank.Instance, from, to int) {
	order := s.order(a, in)
	if a.Answer.Picked = order; from < 0 || to < 0 || to >= len(order) {
		return
	}
	o := order[from]
	order = slices.Insert(slices.Delete(order, from, from+1), to, o)
	a.Answer.Picked = order
	s.say(s.words.F("quiz.moved", "what", in.Text(in.Question.Options[o].Text), "n", strconv.Itoa(to+1)))
}

// handle is the width, in CSS px, of what a finger carries a step by; elsewhere it
// moves the page.
const handle = 56

// carry moves a step of an order under a pointer. The rows are of one height.
func (s *Scene) carry(a *answered, p scenes.Pointer) {
	in := s.instance()
	n := len(in.Question.Options)
	if in.Question.Kind != bank.Order || n == 0 {
		return
	}
	to := max(0, min(n-1, int(p.Y/p.H*float64(n))))
	switch {
	case p.Phase == scenes.Down:
		if s.drag.lift = to; p.Touch && p.X > handle {
			s.drag.lift = -1
		}
	case s.drag.lift >= 0 && to != s.drag.lift:
		s.move(a, in, s.drag.lift, to)
		s.drag.lift = to
	}
}

// matchCards is where the cards of a match begin, of its width.
const matchCards = 0.6

// bring brings what belongs to an option to it, under a pointer: from the cards at the
// right to a row at the left.
func (s *Scene) bring(in *bank.Instance, p scenes.Pointer) {
	n := len(in.Question.Options)
	if in.Question.Kind != bank.Match || n == 0 {
		return
	}
	at := max(0, min(n-1, int(p.Y/p.H*float64(n))))
	left := p.X < matchCards*p.W
	s.drag.over = -1
	switch {
	case p.Phase == scenes.Down && !left:
		s.drag.lift = at
	case s.drag.lift < 0:
	case left && p.Phase < scenes.Up:
		s.drag.over = at
	case left && p.Phase == scenes.Up:
		s.fill("match", at, true, strconv.Itoa(s.drag.lift))
	}
	if p.Phase >= scenes.Up {
		s.drag.lift = -1
	}
}

// values gives the drawn trace, which begins flat at what is given.
func (s *Scene) values(a *answered, in *bank.Instance) []float64 {
	axis, _ := bank.AxisOf(in.Question.Trace)
	if len(a.Answer.Values) == len(axis.X) {
		return a.Answer.Values
	}
	v := make([]float64, len(axis.X))
	for i := range v {
		v[i] = s.first(in)
	}
	return v
}

// first gives the value with which a trace begins.
func (s *Scene) first(in *bank.Instance) float64 {
	if s.truth == nil {
		s.truth = bank.Truth(in)
	}
	if len(s.truth) == 0 {
		return 0
	}
	return s.truth[0]
}

// complete reports whether the answer can be given.
func (s *Scene) complete(a *answered) bool {
	in := s.instance()
	x := &a.Answer
	switch in.Question.Kind {
	case bank.One, bank.Explain, bank.All:
		return len(x.Picked) > 0
	case bank.Order:
		x.Picked = s.order(a, in)
	case bank.Match:
		return len(x.Picked) == len(in.Question.Options) && !slices.Contains(x.Picked, -1)
	case bank.Number, bank.Point:
		return x.Side != ""
	case bank.Predict:
		x.Values = s.values(a, in)
	case bank.Do:
		if onBench(in.Question) {
			s.judgeBench(a, in)
		}
		return x.Passed || x.Reason != ""
	}
	return true
}

// region is a place of the body that can be named.
type region struct {
	name string
	spot anatomy.Spot
}

// regions are the places of the body figure that have a name, by which a point is
// given without a pointer.
func (s *Scene) regions() (list []region) {
	if s.atlas == nil {
		return nil
	}
	for _, r := range s.atlas.Regions {
		for _, spot := range r.Spots {
			list = append(list, region{r.Name, spot})
		}
	}
	for _, r := range extra {
		list = append(list, region{s.t("place-" + r.name), r.spot})
	}
	return list
}

// named gives the name of the place nearest to a spot; "" where none is on its side.
func (s *Scene) named(spot anatomy.Spot) (name string) {
	near := math.Inf(1)
	for _, r := range s.regions() {
		if d := math.Hypot(math.Abs(r.spot.X)-math.Abs(spot.X), r.spot.Y-spot.Y); r.spot.Side == spot.Side && d < near {
			near, name = d, r.name+", "+s.t("side-"+string(spot.Side))
		}
	}
	return name
}

// extra are places where pain is felt and no region lies.
var extra = []region{
	{"temple", anatomy.Spot{Side: anatomy.Front, X: 56, Y: 95}}, {"ear", anatomy.Spot{Side: anatomy.Back, X: 56, Y: 125}},
	{"arm", anatomy.Spot{Side: anatomy.Front, X: 215, Y: 520}}, {"leg", anatomy.Spot{Side: anatomy.Back, X: 84, Y: 1150}},
}

// pointBody sets the place under a pointer.
func (s *Scene) pointBody(a *answered, x, y float64) {
	if q := s.instance().Question; q.Kind != bank.Point || q.Place.On != "body" {
		return
	}
	s.place(a, x*figure.Wide, y*figure.Tall)
}

// place sets the place of the body that lies at x and y of the picture.
func (s *Scene) place(a *answered, x, y float64) {
	x, y = math.Max(0, math.Min(figure.Wide, x)), math.Max(0, math.Min(figure.Tall, y))
	a.Answer.Side, a.Answer.X = string(anatomy.Front), x-figure.Front
	if x > figure.Wide/2 {
		a.Answer.Side, a.Answer.X = string(anatomy.Back), x-figure.Back
	}
	a.Answer.Y = y
}

// arrow moves the place on the body by a step, or a large one with shift.
func (s *Scene) arrow(a *answered, in *bank.Instance, name string, shift bool) bool {
	d := map[string][2]float64{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, -1}, "ArrowDown": {0, 1}}[name]
	if in.Question.Place.On != "body" || d == [2]float64{} {
		return false
	}
	step := 12.0 // mm of the figure
	if shift {
		step *= 5
	}
	x, y := figure.Front, figure.Tall/2
	switch a.Answer.Side {
	case string(anatomy.Front):
		x, y = figure.Front+a.Answer.X, a.Answer.Y
	case string(anatomy.Back):
		x, y = figure.Back+a.Answer.X, a.Answer.Y
	}
	s.place(a, x+step*d[0], y+step*d[1])
	return true
}

// pointTrace draws under a pointer.
func (s *Scene) pointTrace(a *answered, x, y float64) {
	in := s.instance()
	if in.Question.Kind != bank.Predict {
		return
	}
	axis, _ := bank.AxisOf(in.Question.Trace)
	v := s.values(a, in)
	a.Answer.Values = v
	best := 1
	for i := 1; i < len(axis.X); i++ {
		if math.Abs(momentAt(axis, i)-x) < math.Abs(momentAt(axis, best)-x) {
			best = i
		}
	}
	up := (traceTop + traceTall - y) / traceTall
	v[best] = math.Round(math.Max(axis.Lo, math.Min(axis.Hi, axis.Lo+up*(axis.Hi-axis.Lo))))
}

// momentAt gives where moment i of a trace stands, 0 to 1.
func momentAt(axis bank.Axis, i int) float64 {
	last := axis.X[len(axis.X)-1]
	return .04 + .92*(axis.X[i]-axis.X[0])/(last-axis.X[0])
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
