package quiz

import (
	"math"
	"slices"
	"strconv"

	bank "taut/game/quiz"
)

// run is a test or a form: its items, of which none is told before its end.
type run struct {
	Items []answered
	At    int
	Limit int     // s, 0 none
	Spent float64 // s
	Done  bool
	On    int64 // seconds since 1970 at its end
}

// under reports whether it is under way.
func (r *run) under() bool { return len(r.Items) > 0 && !r.Done }

// left gives how many items are still open.
func (r *run) left() (n int) {
	for _, a := range r.Items {
		if !a.Given {
			n++
		}
	}
	return n
}

// right gives how many are right.
func (r *run) right() (n int) {
	for _, a := range r.Items {
		if a.Right {
			n++
		}
	}
	return n
}

// run gives the test or form that is open, nil where none is.
func (s *Scene) run() *run {
	switch s.page {
	case test:
		return &s.runs[0]
	case before, after:
		return &s.runs[s.page-before+1]
	}
	return nil
}

// begin starts a test.
func (s *Scene) begin() bool {
	items := s.pick(s.count)
	if len(items) == 0 {
		s.notice = s.t("no-topic")
		s.say(s.notice)
		return false
	}
	if s.away(0) && !s.stray[0].Done && s.asks != "test" { // it would take the one that waits
		s.ask("test", "test-ask")
		return false
	}
	s.stray[0] = savedRun{}
	s.runs[0] = run{Items: items, Limit: 60 * s.limit}
	s.enter(test)
	s.out.Show = "quiz-item"
	return true
}

// set makes a test of items by their ids; false where one is not there. A test that
// is under way is not lost: it has to be ended first.
func (s *Scene) set(ids []string) bool {
	var items []answered
	for _, id := range ids {
		if s.bank.Question(id) == nil || len(items) == mostItems {
			return false
		}
		items = append(items, s.put(id))
	}
	if waits := s.away(0) && !s.stray[0].Done; waits || s.runs[0].under() {
		s.notice = s.t("under-way-first")
		if waits {
			s.notice = s.t("waits-first")
		}
		s.say(s.notice)
		return true
	}
	s.stray[0] = savedRun{}
	s.runs[0] = run{Items: items}
	return true
}

// mostItems bounds a test.
const mostItems = 100 // structural

// beginForm starts the first or the second form. Both are drawn at once, so that
// they are alike; the first of a new pair takes the old second one with it.
func (s *Scene) beginForm(page int) {
	r := &s.runs[page-before+1]
	if page == before && (s.runs[1].Done || s.pairAway()) && s.asks != "form" { // it would take the pair that is there
		s.ask("form", s.pairAsk())
		return
	}
	if !r.under() && page == before {
		s.stray[1], s.stray[2] = savedRun{}, savedRun{}
		s.draws++
		for k, ids := range bank.Forms(s.bank, s.draws) {
			s.runs[k+1] = run{}
			for _, id := range ids {
				s.runs[k+1].Items = append(s.runs[k+1].Items, s.put(id))
			}
		}
	}
	if r.under() {
		s.enter(page)
		s.out.Show = "quiz-item"
	}
}

// ask asks for something to be confirmed.
func (s *Scene) ask(what, key string) {
	s.asks = what
	s.out.Show = "quiz-asks"
	s.say(s.t(key))
}

// pairAway reports whether one of the two forms waits for its pack, so that the pair
// cannot go on.
func (s *Scene) pairAway() bool { return s.away(1) || s.away(2) && !s.runs[1].under() }

// pairAsk gives the key of what a new pair takes away.
func (s *Scene) pairAsk() string {
	if s.pairAway() {
		return "form-ask-away"
	}
	return "form-ask"
}

// step goes on to the next open item.
func (s *Scene) step(r *run) {
	for k := range r.Items {
		if n := (r.At + 1 + k) % len(r.Items); !r.Items[n].Given {
			s.turn(r, n)
			return
		}
	}
}

// turn opens item n.
func (s *Scene) turn(r *run, n int) {
	r.At, s.asks = n, ""
	s.desk = desk{}
	s.out.Show = "quiz-item"
}

// tick lets ms of a test's time by.
func (s *Scene) tick(r *run, ms float64) {
	was := int(r.Spent)
	r.Spent = min(r.Spent+ms/1000, float64(r.Limit))
	if r.Spent >= float64(r.Limit) {
		s.finish(r)
		s.notice = s.t("time-over")
		s.say(s.notice)
		s.changed()
		return
	}
	if int(r.Spent)/5 != was/5 {
		s.dirty = true // a reload takes back a few seconds at most
	}
}

// timeLeft says how long a test may still take; "" where it has no limit.
func (s *Scene) timeLeft() string {
	r := s.run()
	if r == nil || r.Limit == 0 {
		return ""
	}
	left := float64(r.Limit) - r.Spent
	if left <= 60 {
		return s.t("last-minute")
	}
	return s.words.N("quiz.minutes-left", int(math.Ceil(left/60)))
}

// finish ends a test or a form. What stands chosen at its end counts, kept or not, and
// also where it was changed after it had been kept; what was left open is wrong, and
// stays open on the sheet.
func (s *Scene) finish(r *run) {
	s.keepRun()
	for i := range r.Items {
		r.At, s.desk = i, desk{}
		a := &r.Items[i]
		if s.prepare(); len(a.Work) > 0 && inLab(s.instance().Question) {
			s.judgeKept(a, s.instance())
		}
		switch was := *a; {
		case !s.touched(a) || !s.complete(a):
			a.Given, a.Right, a.Score = false, false, 0
		default:
			if s.grade(a); was.Given && a.Score == was.Score {
				a.On = was.On
			}
		}
	}
	r.At, r.Done, r.On = 0, true, s.clock()
	page := s.page
	logged := []*run{r}
	switch page {
	case before: // nothing of it is told, not even in a count, before the second form
		logged = nil
	case after:
		logged = []*run{&s.runs[1], r}
	}
	for _, r := range logged {
		for _, a := range given(r) {
			s.log(a)
		}
	}
	if page == test {
		s.enter(sheet)
		s.out.Show = "quiz-sheet"
		s.say(s.summary(r))
		return
	}
	s.enter(forms)
	s.say(s.t("form-kept"))
}

// touched reports whether anything was chosen of an item: the order of steps and a
// drawn curve begin with something, which is no answer.
func (s *Scene) touched(a *answered) bool {
	return len(a.Answer.Picked) > 0 || len(a.Answer.Values) > 0 || a.Answer.Side != "" || a.Answer.Reason != "" || a.Answer.Passed || len(a.Work) > 0
}

// summary says how a test went.
func (s *Scene) summary(r *run) string {
	text := s.words.F("quiz.summary", "right", strconv.Itoa(r.right()), "n", strconv.Itoa(len(r.Items)))
	if n := r.left(); n > 0 {
		text += " " + s.words.N("quiz.left-open", n)
	}
	return text
}

// grade judges the open item's answer and keeps it with its item.
func (s *Scene) grade(a *answered) {
	in := s.instance()
	if in.Question.Kind == bank.Predict && s.truth == nil {
		s.truth = bank.Truth(in)
	}
	r := bank.Grade(in, &a.Answer, s.atlas, s.truth)
	a.Given, a.Score, a.Right, a.On, a.Way = true, r.Score, r.Right, s.clock(), s.page
}

// finished reports whether every item of a run is answered.
func (r *run) finished() bool {
	return !slices.ContainsFunc(r.Items, func(a answered) bool { return !a.Given })
}
