package quiz

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"
)

// Reply is one answer to an item: when, in seconds since 1970, and how it went, 1
// again, 2 hard, 3 good, 4 easy.
type Reply struct {
	On    int64
	Grade int
}

// Memory is what is left of an item's answers: when it is due, and how likely it is
// still known. The zero value is an item that was never met. It is a function of
// the answers alone (FSRS with its published weights, without chance).
type Memory struct{ card fsrs.Card }

var scheduler = func() *fsrs.FSRS {
	p := fsrs.DefaultParam()
	p.RequestRetention = retention
	return fsrs.NewFSRS(p)
}()

func date(on int64) time.Time { return time.Unix(on, 0).UTC() }

// Recall gives the memory that answers leave, oldest first. A grade out of range
// and an answer before the one before it are left out.
func Recall(replies []Reply) (m Memory) {
	for _, r := range replies {
		if r.Grade >= 1 && r.Grade <= 4 && (!m.Met() || r.On >= m.card.LastReview.Unix()) {
			m = m.After(r.On, r.Grade)
		}
	}
	return m
}

// After gives the memory after one more answer.
func (m Memory) After(on int64, grade int) Memory {
	card := m.card
	if !m.Met() {
		card = fsrs.NewCard()
		card.Due = date(on)
	}
	return Memory{scheduler.Next(card, date(on), fsrs.Rating(grade)).Card}
}

// Met reports whether the item was ever answered.
func (m Memory) Met() bool { return m.card.State != fsrs.New }

// Due gives when the item falls to a retention of 90 % and is asked again; 0 for
// one that was never met.
func (m Memory) Due() int64 {
	if !m.Met() {
		return 0
	}
	return m.card.Due.Unix()
}

// Held gives how likely the item is still known at a time, 0 to 1: FSRS's curve
// (1 + F d/S)^D after d days at a stability of S; 0 for one that was never met.
func (m Memory) Held(on int64) float64 {
	if !m.Met() {
		return 0
	}
	h := scheduler.GetRetrievability(m.card, date(max(on, m.card.LastReview.Unix())))
	if math.IsNaN(h) {
		return 0
	}
	return math.Min(1, h)
}

// Day is a day in seconds.
const Day = 24 * 60 * 60 // structural

// Agenda is what is to be asked now. Without an exam it is what is due. With one it
// is also what will have fallen under the target on its day as things stand, spread
// evenly over the days that are left, so that on the last of them none is left out.
type Agenda struct {
	Due    []string // ids, in the order in which they are asked
	Quota  int      // with an exam: items to be asked on a day, those of today that are done with them
	Below  int      // with an exam: items that will lie under the target on its day
	Days   int      // with an exam: days that are left, at least 1
	Passed bool     // the exam's day is over
}

// Target is how likely each item is to be known on the day of an exam.
const Target = retention

// Plan gives the agenda at a time. memories are the items' in the order of ids;
// done is how many items were asked today; exam is the start of the exam's day, 0
// none.
func Plan(ids []string, memories []Memory, done int, now, exam int64) (a Agenda) {
	var order []int
	below := func(i int) bool { return memories[i].Held(exam) < Target }
	if exam > 0 {
		a.Passed = now >= exam+Day
		a.Days = int(max(1, (exam-now+Day-1)/Day))
	}
	plan := exam > 0 && !a.Passed
	for i := range ids {
		due := memories[i].Met() && memories[i].Due() <= now
		if plan && below(i) {
			a.Below++
		}
		if due || plan && below(i) {
			order = append(order, i)
		}
	}
	// What is due comes first, the least known of it before the rest; then what was
	// never met, in the order given; what is not due yet comes last, so that nothing
	// is asked twice in a row while there is anything else.
	rank := func(i int) float64 {
		m := memories[i]
		switch {
		case !m.Met():
			return 2
		case m.Due() <= now:
			return m.Held(now)
		}
		return 3 + m.Held(exam)
	}
	ranks := make([]float64, len(ids))
	for _, i := range order {
		ranks[i] = rank(i)
	}
	slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(ranks[i], ranks[k]) })
	if plan {
		a.Quota = (a.Below + done + a.Days - 1) / a.Days
		least := 0
		for _, i := range order {
			if m := memories[i]; m.Met() && m.Due() <= now {
				least++
			}
		}
		order = order[:min(len(order), max(least, a.Quota-done))]
	}
	for _, i := range order {
		a.Due = append(a.Due, ids[i])
	}
	return a
}
