package quiz

import (
	"encoding/base64"
	"strconv"
	"testing"

	"taut/game/pack"
	bank "taut/game/quiz"
)

// full gives a scene with as many answers as are kept, one of them to an item of a pack
// that is not here.
func full(t *testing.T) *Scene {
	s := open(t)
	for i := range mostPast - 1 {
		s.log(answered{ID: s.bank.Questions[0].ID, Seed: uint64(i), Given: true, On: int64(i + 10)})
	}
	s.others = []savedAnswer{{ID: "of-a-pack", Seed: 1, Flags: 1, On: 500}}
	return s
}

// However many answers there are, what is kept can be taken up again: the oldest go.
func TestOldestAnswersGo(t *testing.T) {
	s := full(t)
	for i := range 600 {
		s.log(answered{ID: s.bank.Questions[1].ID, Seed: uint64(i), Given: true, On: int64(mostPast + 10 + i)})
		if i == 300 && len(s.others) != 1 {
			t.Error("an answer to an item of a pack went before older ones")
		}
	}
	to := open(t)
	if err := to.Restore(s.keep()); err != nil || len(to.past)+len(to.others) != mostPast || len(to.others) != 0 {
		t.Errorf("%d and %d came back: %v", len(to.past), len(to.others), err)
	}
	if first, last := to.past[0].On, to.past[mostPast-1].On; first != 609 || last != mostPast+609 {
		t.Errorf("from %d to %d", first, last)
	}
}

// Taking a pack away leaves nothing open that is not there any more.
func TestNothingStaysOfAPackThatWent(t *testing.T) {
	s, w := full(t), whole()
	do(s, "begin")
	s.Stock(pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: &bank.Bank{Questions: s.bank.Questions[:1]}})
	do(s, "go:3", "answer", "next")
	document(t, s)
	if s.now() != nil && s.bank.Question(s.now().ID) == nil {
		t.Errorf("%s is open", s.now().ID)
	}
	s.Stock(pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: w.Bank})
	if len(s.runs[0].Items) != 10 {
		t.Errorf("the test came back with %d items", len(s.runs[0].Items))
	}
}

// What stands chosen at the end of a test counts, also where it was changed after it
// had been kept; what was taken back is open.
func TestAChangedAnswerCounts(t *testing.T) {
	s := open(t)
	one, all := "time-point", "first-all"
	if !s.set([]string{one, all}) {
		t.Fatal("no such items")
	}
	s.enter(test)
	s.prepare()
	in, right, wrong := s.instance(), 0, 0
	for i, o := range in.Order {
		if in.Question.Options[o].Correct {
			right = i
		} else {
			wrong = i
		}
	}
	do(s, "one:"+strconv.Itoa(right), "answer", "go:0", "one:"+strconv.Itoa(wrong), "go:1", "tick:0=true", "answer", "go:1", "tick:0=false", "end", "end:sure")
	r := s.runs[0]
	if a := r.Items[0]; !r.Done || !a.Given || a.Right || a.Score > 0.5 {
		t.Errorf("a wrong answer in place of a right one: given %t, right %t, score %v", a.Given, a.Right, a.Score)
	}
	if a := r.Items[1]; a.Given || a.Right || a.Score != 0 {
		t.Errorf("an answer that was taken back: given %t, right %t, score %v", a.Given, a.Right, a.Score)
	}
	if len(s.past) != 1 || s.past[0].Right {
		t.Errorf("kept are %d answers", len(s.past))
	}
}

// An answer of the review is kept when somebody leaves without saying how it went, and
// what was wrong cannot be made right.
func TestReviewKeepsWhatWasAnswered(t *testing.T) {
	for name, leave := range map[string]string{"home": "home", "next": "next", "review": "review"} {
		s := open(t)
		s.Open("practice")
		solve(t, s, true)
		do(s, "answer")
		now += 90 * bank.Day
		do(s, "home", "review")
		solve(t, s, true)
		do(s, "answer", "again", leave)
		if len(s.past) != 2 || s.past[1].Right || s.past[1].Way != review {
			t.Errorf("%s: kept are %d answers", name, len(s.past))
		}
		now -= 90 * bank.Day
	}
}

// A file brings back a test with items of a pack that is not here, and the page keeps
// it until the pack is.
func TestFileWithItemsOfAPack(t *testing.T) {
	s := open(t)
	do(s, "begin")
	s.runs[0].Items[0].ID = "gone-with-pack"
	file := base64.StdEncoding.EncodeToString(s.keep())
	to := open(t)
	to.take(file)
	again := open(t)
	if err := again.Restore(to.keep()); err != nil || len(again.stray[0].Items) != 10 {
		t.Errorf("%d items came back: %v", len(again.stray[0].Items), err)
	}
}

// An answer to an item that was changed since keeps what it was worth.
func TestAnswersOutliveAChange(t *testing.T) {
	s := open(t)
	s.past = []answered{{ID: s.bank.Questions[0].ID, Answer: bank.Answer{Picked: []int{63}}, Given: true, Right: true, Score: 1, On: 3}}
	to := open(t)
	if err := to.Restore(s.keep()); err != nil || len(to.past) != 1 || !to.past[0].Right || len(to.past[0].Answer.Picked) != 0 {
		t.Errorf("%+v: %v", to.past, err)
	}
}

// A test whose time ends in a long frame can be taken up again.
func TestTimeEndsInALongFrame(t *testing.T) {
	s := open(t)
	do(s, "limit:10", "begin")
	s.Advance(599_000)
	s.Advance(2600)
	if err := open(t).Restore(s.keep()); !s.runs[0].Done || err != nil {
		t.Errorf("done %t: %v", s.runs[0].Done, err)
	}
}
