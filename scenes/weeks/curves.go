package weeks

import (
	"math"

	"taut/game/course"
	"taut/game/tick"
)

// The measures that the chart can show.
const (
	ofPain = iota
	ofPPT
	ofStiffness
	ofSoreness
	ofRange
	measureCount
)

var measureNames = [measureCount]string{"pain", "threshold", "stiffness", "soreness", "range"}

// scales are the lowest and the highest value of the chart, and the step of its
// grid: points of 10, kPa, kPa, mm of 100, per cent of healthy.
var scales = [measureCount]struct{ lo, hi, step float64 }{
	{0, 10, 2}, {200, 340, 35}, {4, 14, 2.5}, {0, 80, 20}, {60, 100, 10},
}

// The curves of the chart.
const (
	mine  = iota // what was chosen
	idle         // the same visits, with nothing done at home and the cause as before
	alone        // nobody's doing: no visit either
	curveCount
)

var curveNames = [curveCount]string{"mine", "idle", "alone"}

// curve is one course of the weeks at all moments.
type curve struct {
	values [measureCount][]float64
	states []course.State
}

// follow computes the curves from the choices, where one of them has changed.
func (s *Scene) follow() {
	c := &s.choice
	now := choice{Seed: c.Seed, Acute: c.Acute, Desk: c.Desk, Visits: c.Visits, Every: c.Every, Care: c.Care}
	if now == s.drawn && s.curves[mine].states != nil {
		return
	}
	s.drawn = now
	who, src := s.who()
	course.Plan{Visits: 1, Acute: c.Acute}.Follow(&who, src, append([]tick.Tick{0}, asked[:]...), func(i int, st *course.State) {
		if i > 0 {
			s.answer[i-1] = who.Pain(st)
		}
	})
	plans := [curveCount]course.Plan{mine: c.plan(), idle: {Visits: c.Visits, Every: tick.Tick(c.Every) * tick.Day, Acute: c.Acute}, alone: {Acute: c.Acute}}
	for k := range plans {
		who, src := s.who()
		to := &s.curves[k]
		to.states = to.states[:0]
		for m := range to.values {
			to.values[m] = to.values[m][:0]
		}
		plans[k].Follow(&who, src, moments, func(_ int, st *course.State) {
			to.states = append(to.states, *st)
			for m, x := range [measureCount]float64{who.Pain(st), st.PPT(), st.Stiffness, st.Soreness(), mobility(st.C)} {
				to.values[m] = append(to.values[m], x)
			}
		})
	}
}

// The range of movement goes with the band's tension: 75 % of healthy where an
// active point holds it. Trials are mixed on it, so its size is chosen for
// teaching.
const (
	rangeLoss = 25   // per cent
	rangeHeld = 0.38 // contraction of an active point in the model
)

// mobility gives the range of movement at a contraction, in per cent of healthy:
// 100 - 25 C/0.38, between 50 and 100.
func mobility(c float64) float64 {
	return math.Max(50, math.Min(100, 100-rangeLoss*c/rangeHeld))
}

// missed gives how far the guess lies from what one visit with nothing else done
// gives, which is what was asked for: on the average, in points, and the moment
// at which it lies farthest.
func (s *Scene) missed() (mean float64, worst int) {
	most := -1.0
	for i, v := range s.answer {
		d := math.Abs(float64(s.choice.Guess[i]) - v)
		mean += d / float64(len(asked))
		if d > most {
			most, worst = d, i
		}
	}
	return mean, worst
}

// verdict says how the guess and the model differ.
func (s *Scene) verdict() string {
	mean, worst := s.missed()
	return s.words.F("weeks.verdict", "mean", tenth(mean), "when", s.words.T("weeks.asked-"+askedNames[worst]),
		"guess", whole(float64(s.choice.Guess[worst])), "model", tenth(s.answer[worst]))
}

var askedNames = [len(asked)]string{"1h", "1d", "3d", "4w", "12w", "24w"}

// news gives the keys of what is to be said of the moment that is shown.
func (s *Scene) news() (keys []string) {
	c, t := &s.choice, moments[s.choice.At]
	pain := func(k int) float64 { return s.curves[k].values[ofPain][c.At] }
	switch {
	case t == 0:
		keys = append(keys, "start")
	case c.Visits > 0 && t <= tick.Hour && pain(mine) < pain(alone)-1.5:
		keys = append(keys, "minutes-more")
	case c.Visits > 0 && t <= tick.Hour:
		keys = append(keys, "minutes")
	case c.Visits > 0 && t <= tick.Day:
		keys = append(keys, "day")
	case c.Visits > 0 && t <= 3*tick.Day:
		keys = append(keys, "days")
	case c.Acute && pain(mine) > pain(alone)-.5:
		keys = append(keys, "natural")
	case pain(mine) < pain(idle)-.5:
		keys = append(keys, "kept")
	case c.Visits == 0:
		keys = append(keys, "alone")
	case pain(mine) > pain(alone)-.5 && c.Desk >= usualDesk:
		keys = append(keys, "relapse")
	case pain(mine) > pain(alone)-.5:
		keys = append(keys, "relapse-anyway")
	default:
		keys = append(keys, "fading")
	}
	if c.Visits > 1 && c.Every < repairDays {
		keys = append(keys, "repair")
	}
	return keys
}

// repairDays is the least time between two visits that leaves the muscle time to
// repair: 48 to 72 h in the program; in mice it took about a week (Domingo 2013).
const repairDays = 3
