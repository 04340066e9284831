package quiz

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"taut/game/anatomy"
	bank "taut/game/quiz"
)

// fill takes a control of the open item.
func (s *Scene) fill(name string, i int, counted bool, value string) bool {
	a, in := s.now(), s.instance()
	q := in.Question
	n := len(q.Options)
	x := &a.Answer
	switch {
	case name == "one" && counted && i < n && (q.Kind == bank.One || q.Kind == bank.Explain):
		x.Picked = []int{i}
	case name == "tick" && counted && i < n && q.Kind == bank.All:
		x.Picked = slices.DeleteFunc(x.Picked, func(k int) bool { return k == i })
		if value == "true" {
			x.Picked = append(x.Picked, i)
			slices.Sort(x.Picked)
		}
	case (name == "up" || name == "down") && counted && i < n && q.Kind == bank.Order:
		order := s.order(a, in)
		k := slices.Index(order, i)
		to := k - 1
		if name == "down" {
			to = k + 1
		}
		if to >= 0 && to < n {
			order[k], order[to] = order[to], order[k]
			s.say(s.words.F("quiz.moved", "what", in.Text(q.Options[i].Text), "n", strconv.Itoa(to+1)))
		}
		x.Picked = order
	case name == "match" && counted && i < n && q.Kind == bank.Match:
		k, err := strconv.Atoi(value)
		if err != nil || k < -1 || k >= n {
			return false
		}
		for len(x.Picked) < n {
			x.Picked = append(x.Picked, -1)
		}
		x.Picked[i] = k
	case name == "number" && q.Kind == bank.Number:
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(value), ",", ".", 1), 64)
		if err != nil || math.IsNaN(v) || v < q.Amount.Lo || v > q.Amount.Hi {
			s.notice = s.words.F("quiz.not-number", "lo", number(q.Amount.Lo), "hi", number(q.Amount.Hi), "unit", q.Amount.Unit)
			s.say(s.notice)
			return false
		}
		x.Number, x.Side = v, "given"
	case name == "part" && q.Kind == bank.Point && q.Place.On != "body":
		if !s.words.Has("panel.part." + q.Place.On + "." + value + ".name") {
			return false
		}
		x.Side = value
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
		s.values(a, in)[i] = v
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

// values gives the drawn trace, which begins flat at what is given.
func (s *Scene) values(a *answered, in *bank.Instance) []float64 {
	axis, _ := bank.AxisOf(in.Question.Trace)
	if len(a.Answer.Values) != len(axis.X) {
		a.Answer.Values = make([]float64, len(axis.X))
		for i := range a.Answer.Values {
			a.Answer.Values[i] = s.first(in)
		}
	}
	return a.Answer.Values
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
		s.values(a, in)
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

// extra are places where pain is felt and no region lies.
var extra = []region{
	{"temple", anatomy.Spot{Side: anatomy.Front, X: 56, Y: 95}}, {"ear", anatomy.Spot{Side: anatomy.Back, X: 56, Y: 125}},
	{"arm", anatomy.Spot{Side: anatomy.Front, X: 215, Y: 520}}, {"leg", anatomy.Spot{Side: anatomy.Back, X: 84, Y: 1150}},
}

// The picture of the body figure holds the front and the back beside each other:
// its width and height in the figure's mm, and where their middle lines stand.
const (
	bodyWide = 1680.0
	bodyTall = 1790.0
	frontAt  = 420.0
	backAt   = 1260.0
)

// pointBody sets the place under a pointer.
func (s *Scene) pointBody(a *answered, x, y float64) {
	if q := s.instance().Question; q.Kind != bank.Point || q.Place.On != "body" {
		return
	}
	at := x * bodyWide
	a.Answer.Side, a.Answer.X = string(anatomy.Front), at-frontAt
	if at > bodyWide/2 {
		a.Answer.Side, a.Answer.X = string(anatomy.Back), at-backAt
	}
	a.Answer.Y = y * bodyTall
}

// pointTrace draws under a pointer.
func (s *Scene) pointTrace(a *answered, x, y float64) {
	in := s.instance()
	if in.Question.Kind != bank.Predict {
		return
	}
	axis, _ := bank.AxisOf(in.Question.Trace)
	v := s.values(a, in)
	best := 1
	for i := 1; i < len(axis.X); i++ {
		if math.Abs(placeOf(axis, i)-x) < math.Abs(placeOf(axis, best)-x) {
			best = i
		}
	}
	up := (traceTop + traceTall - y) / traceTall
	v[best] = math.Round(math.Max(axis.Lo, math.Min(axis.Hi, axis.Lo+up*(axis.Hi-axis.Lo))))
}

// placeOf gives where moment i of a trace stands, 0 to 1.
func placeOf(axis bank.Axis, i int) float64 {
	last := axis.X[len(axis.X)-1]
	return .04 + .92*(axis.X[i]-axis.X[0])/(last-axis.X[0])
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
