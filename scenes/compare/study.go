package compare

import (
	"math"
	"time"

	"taut/game/course"
	"taut/game/tick"
	"taut/scenes/calendar"
)

// slice is how long a study works in one frame: the page stays alive beside it.
const slice = 6 * time.Millisecond // structural

// steps are how many steps of one person are done between two looks at the clock;
// at some 20 µs for the dearest they take less than a millisecond.
const steps = 32 // structural

// shownEvery is how much time lies between two drawings of curves that fill in, ms.
const shownEvery = 250 // structural

// nearest gives the index of the moment nearest to t.
func nearest(t tick.Tick) int { return calendar.Nearest(moments, t) }

// run begins the study that was chosen.
func (s *Scene) run() {
	c, err := course.NewCohort(s.choice.study())
	if err != nil {
		s.notice = err.Error()
		return
	}
	s.cohort, s.stopped, s.since = c, false, 0
}

// work does one slice of a study under way.
func (s *Scene) work(ms float64) {
	if !s.working() {
		return
	}
	for began := s.now(); !s.cohort.Advance(steps) && s.now()-began < slice; {
	}
	if s.since += ms; s.cohort.Done() || s.since >= shownEvery {
		s.since = 0
		s.rev++
	}
	if s.cohort.Done() {
		s.say(s.verdict())
		s.out.Show = "compare-verdict"
		s.dirty = true
	}
}

// working reports whether a study is under way.
func (s *Scene) working() bool { return s.cohort != nil && !s.stopped && !s.cohort.Done() }

// done reports whether a study has come to its end.
func (s *Scene) done() bool { return s.cohort != nil && s.cohort.Done() }

// followed gives how many people were followed in every arm so far.
func (s *Scene) followed() int {
	if s.cohort == nil {
		return 0
	}
	n, _ := s.cohort.Progress()
	return n
}

// at gives what an arm's people said at moment i so far; N is 0 before the first.
func (s *Scene) at(arm, i, measure int) course.Spread {
	if s.cohort == nil {
		return course.Spread{}
	}
	return s.cohort.Spread(arm, i, course.Measure(measure))
}

// ends gives the arms with the lowest and the highest mean pain at four weeks, as
// indices of the chosen arms, and these means.
func (s *Scene) ends() (low, high int, least, top float64) {
	least, top = math.Inf(1), math.Inf(-1)
	for k := range s.choice.arms() {
		m := s.at(k, nearest(4*tick.Week), int(course.OfPain)).Mean
		if m < least {
			low, least = k, m
		}
		if m > top {
			high, top = k, m
		}
	}
	return low, high, least, top
}

// close is a gap in points below which two arms end alike: no smaller difference
// is felt as one, and trials find none between active treatments (Chys 2023).
const close = 1

// verdict says in three sentences what came out.
func (s *Scene) verdict() string {
	arms := s.choice.arms()
	low, high, least, top := s.ends()
	key := "verdict"
	if top-least < close {
		key = "verdict-alike"
	}
	text := s.words.F("compare."+key, "low", s.arm(arms[low]), "high", s.arm(arms[high]), "least", calendar.Whole(least), "top", calendar.Whole(top), "gap", calendar.Whole(top-least))
	switch g := s.choice.Guess; {
	case g < 0:
	case top-least < close:
		text += " " + s.words.F("compare.guess-alike", "guess", s.arm(course.Arm(g)))
	case g == int(arms[low]):
		text += " " + s.t("guess-right")
	default:
		text += " " + s.words.F("compare.guess-wrong", "guess", s.arm(course.Arm(g)))
	}
	if sizes[s.choice.Size] == 1 {
		return text + " " + s.t("one-person")
	}
	sd := s.at(low, nearest(4*tick.Week), int(course.OfPain)).SD
	return text + " " + s.words.N("compare.people-differ", int(math.Round(sd)))
}
