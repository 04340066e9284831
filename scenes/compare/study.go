package compare

import (
	"math"
	"slices"
	"strconv"
	"time"

	"taut/game/course"
	"taut/game/tick"
	"taut/scenes/calendar"
)

// slice is how long a study works in one frame: the page stays alive beside it.
const slice = 6 * time.Millisecond // structural

// sameFrame is the time after a slice within which no other begins: a long frame
// lets time by in several parts, and still works once.
const sameFrame = time.Millisecond // structural

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
	s.cohort, s.stopped, s.since, s.until = c, false, 0, 0
}

// work does one slice of a study under way.
func (s *Scene) work(ms float64) {
	if !s.working() {
		return
	}
	began := s.now()
	if began-s.ended < sameFrame {
		return
	}
	defer func() { s.ended = s.now() }()
	for !s.cohort.Advance(steps) && s.now()-began < slice {
		if s.until > 0 && s.followed() >= s.until { // taken up again as it was stopped
			s.stopped, s.until = true, 0
			s.rev++
			return
		}
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

// ends4w gives the arms with the lowest and the highest mean pain at four weeks, as
// indices of the chosen arms, and these means.
func (s *Scene) ends4w() (low, high int, least, top float64) {
	least, top = math.Inf(1), math.Inf(-1)
	for k := range s.choice.arms() {
		m := s.at(k, nearest(4*tick.Week), int(course.OfPain)).Mean
		if m < least {
			low, least = k, m
		}
		if m >= top { // where all end alike, not the lowest again
			high, top = k, m
		}
	}
	return low, high, least, top
}

// close is a gap in points below which two arms end alike: no smaller difference
// is felt as one, and trials find none between active treatments (Chys 2023).
const close = 1

// verdict says in two sentences what came out: which arms end lowest and highest,
// and how that meets the guess or, without one, what the mean does not say.
func (s *Scene) verdict() string {
	arms := s.choice.arms()
	low, high, least, top := s.ends4w()
	key := "verdict"
	if top-least < close {
		key = "verdict-alike"
	}
	text := s.words.F("compare."+key, "low", s.arm(arms[low]), "high", s.arm(arms[high]), "least", calendar.Whole(least), "top", calendar.Whole(top)) + " "
	g := s.choice.Guess
	if g < 0 {
		return text + s.differ()
	}
	name, at := s.arm(course.Arm(g)), slices.Index(arms, course.Arm(g))
	switch {
	case top-least < close:
		key = "guess-alike"
	case at == low:
		key = "guess-right"
	case s.at(at, nearest(4*tick.Week), int(course.OfPain)).Mean < least+close:
		key = "guess-near"
	default:
		key = "guess-wrong"
	}
	return text + s.words.F("compare."+key, "guess", name)
}

// differ says how far people lie from the mean at four weeks, in the arm where
// they lie farthest.
func (s *Scene) differ() string {
	if sizes[s.choice.Size] == 1 {
		return s.t("one-person")
	}
	sd := 0.0
	for k := range s.choice.arms() {
		sd = max(sd, s.at(k, nearest(4*tick.Week), int(course.OfPain)).SD)
	}
	if n := int(math.Round(sd)); n > 0 {
		return s.words.N("compare.people-differ", n)
	}
	return s.t("all-alike")
}

// few is the number of people up to which luck can turn the order of arms round:
// they differ by some two points, so that a mean of ten is known to .7.
const few = 10 // structural

// cautions are what a person should know before they believe the curves.
func (s *Scene) cautions() (list []string) {
	if s.choice.Guess >= 0 {
		list = append(list, s.differ())
	}
	if n := sizes[s.choice.Size]; n > 1 && n <= few {
		list = append(list, s.words.F("compare.few", "n", strconv.Itoa(n)))
	}
	if s.choice.Single {
		list = append(list, s.t("single-note"))
	}
	return list
}
