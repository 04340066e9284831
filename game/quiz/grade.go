package quiz

import (
	"math"
	"slices"

	"taut/game/anatomy"
)

//go:generate go tool msgp -file grade.go -o grade_gen.go -tests=false -io=false

//msgp:limit arrays:64 maps:32
//msgp:ignore Result

// Answer is what a learner gave. Which fields count depends on the item's kind;
// options are named by their index in the item, whatever the order shown.
type Answer struct {
	Picked []int     `msg:"picked"` // One, Explain: one option; All: those ticked; Order: all, in the order given; Match: for each option the one whose To it was given, -1 none
	Number float64   `msg:"number"` // Number
	Side   string    `msg:"side"`   // Point: a side of the body figure, else a part of the picture
	X      float64   `msg:"x"`      // Point on the body: the figure's mm from its middle line
	Y      float64   `msg:"y"`      // and down from the crown
	Values []float64 `msg:"values"` // Predict: one for each moment of the trace
	Reason string    `msg:"reason"` // Do: why the task failed, as Judge gives it
	Passed bool      `msg:"passed"` // Do
}

// Result is what an answer is worth.
type Result struct {
	Score    float64 // 0 to 1
	Right    bool    // wholly
	Each     []bool  // All: options ticked or left rightly; Order: options in their place; Match: options given what belongs to them
	Distance float64 // Number: from the key, in its unit; Point: beyond the nearest right place, the figure's mm, 0 within; Predict: root mean square over the start
}

// Grade judges an answer to an instance. What is out of range or missing earns
// nothing; nothing panics. truth is what the model gives for a prediction (see
// [Truth]) and the atlas holds the places of points; both may be nil elsewhere.
//
//	All:     right ticks / right options - wrong ticks / wrong options, at least 0
//	Order:   1 - 2 (pairs the wrong way round) / pairs, at least 0
//	Match:   the share of options given what belongs to them
//	Predict: 1 - d/.30, at least 0, with d = rms(answer - truth) / start; right below .15
//
// Guessing earns nothing in the mean on All and little on Order.
func Grade(in *Instance, a *Answer, atlas *anatomy.Atlas, truth []float64) Result {
	switch in.Question.Kind {
	case One, Explain:
		return gradeOne(in.Question, a)
	case All:
		return gradeAll(in.Question, a)
	case Order:
		return gradeOrder(in.Question, a)
	case Match:
		return gradeMatch(in.Question, a)
	case Number:
		d := math.Abs(a.Number - in.Value())
		// A key between two numbers of the unit must not be lost to rounding.
		return whole(d <= in.Question.Amount.Tolerance*(1+rounding), d)
	case Point:
		return gradePoint(in, a, atlas)
	case Predict:
		d := Apart(a.Values, truth)
		return Result{Score: math.Max(0, 1-d/(2*predictLimit)), Right: d < predictLimit, Distance: d}
	case Do:
		return whole(a.Passed, 0)
	}
	return Result{}
}

// rounding is how far a number on the edge of its tolerance may be off.
const rounding = 1e-9 // structural: relative

// whole gives the result of what has no half marks.
func whole(right bool, d float64) Result {
	if right {
		return Result{Score: 1, Right: true, Distance: d}
	}
	return Result{Distance: d}
}

func gradeOne(q *Question, a *Answer) Result {
	return whole(len(a.Picked) == 1 && among(a.Picked[0], len(q.Options)) && q.Options[a.Picked[0]].Correct, 0)
}

// among reports whether i is an index of n things.
func among(i, n int) bool { return i >= 0 && i < n }

func gradeAll(q *Question, a *Answer) Result {
	r := Result{Each: make([]bool, len(q.Options))}
	var right, wrong, hit, miss float64
	for i, o := range q.Options {
		ticked := slices.Contains(a.Picked, i)
		r.Each[i] = ticked == o.Correct
		switch {
		case o.Correct && ticked:
			right, hit = right+1, hit+1
		case o.Correct:
			right++
		case ticked:
			wrong, miss = wrong+1, miss+1
		default:
			wrong++
		}
	}
	r.Score = math.Max(0, hit/right-miss/wrong)
	r.Right = hit == right && miss == 0
	return r
}

func gradeOrder(q *Question, a *Answer) Result {
	n := len(q.Options)
	r := Result{Each: make([]bool, n)}
	place := make([]int, n)
	for i := range place {
		place[i] = slices.Index(a.Picked, i)
		if place[i] < 0 || len(a.Picked) != n {
			return r // not an order of all the options
		}
		r.Each[i] = place[i] == i
	}
	turned := 0
	for i := range n {
		for k := range i {
			if place[k] > place[i] {
				turned++
			}
		}
	}
	pairs := n * (n - 1) / 2
	r.Score = math.Max(0, 1-2*float64(turned)/float64(pairs))
	r.Right = turned == 0
	return r
}

func gradeMatch(q *Question, a *Answer) Result {
	n := len(q.Options)
	r := Result{Each: make([]bool, n)}
	good := 0
	for i := range n {
		// Two options may have the same thing that belongs to them.
		if i < len(a.Picked) && among(a.Picked[i], n) && q.Options[a.Picked[i]].To == q.Options[i].To {
			r.Each[i] = true
			good++
		}
	}
	r.Score = float64(good) / float64(n)
	r.Right = good == n
	return r
}

func gradePoint(in *Instance, a *Answer, atlas *anatomy.Atlas) Result {
	p := in.Question.Place
	if p.On != "body" {
		return whole(slices.Contains(p.Parts, a.Side), 0)
	}
	near := math.Inf(1)
	for _, s := range Spots(in, atlas) {
		// The figure's sides are alike.
		if d := math.Hypot(math.Abs(a.X)-s.X, a.Y-s.Y) - s.R; string(s.Side) == a.Side && d < near {
			near = d
		}
	}
	if math.IsNaN(near) {
		near = math.Inf(1)
	}
	return whole(near <= pointSlack, math.Max(0, near))
}

// Spots gives the right places of a point on the body, none for other items.
func Spots(in *Instance, atlas *anatomy.Atlas) []anatomy.Spot {
	if in.Muscle == "" || atlas == nil {
		return nil
	}
	m, _ := atlas.Muscle(in.Muscle)
	if in.Question.Place.Of == "referral" {
		return m.Referral.Spots
	}
	return m.Spots
}

// Apart gives the distance of a drawn trace from the true one, over the start
// of the true one: sqrt(mean((a-b)^2)) / |start|, the start itself, which is
// given, left out; +Inf where they do not have the same number of moments or the
// start is 0.
func Apart(drawn, truth []float64) float64 {
	if len(truth) < 2 || len(drawn) != len(truth) || truth[0] == 0 {
		return math.Inf(1)
	}
	var sum float64
	for i := 1; i < len(truth); i++ {
		sum += (drawn[i] - truth[i]) * (drawn[i] - truth[i])
	}
	d := math.Sqrt(sum/float64(len(truth)-1)) / math.Abs(truth[0])
	if math.IsNaN(d) {
		return math.Inf(1)
	}
	return d
}
