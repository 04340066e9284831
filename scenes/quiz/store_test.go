package quiz

import (
	"encoding/base64"
	"strconv"
	"strings"
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

// Answers stand in the order of their time, also those of a test that ends later.
func TestAnswersStandInTheOrderOfTheirTime(t *testing.T) {
	s := open(t)
	now := int64(1000)
	s.clock = func() int64 { now += 10; return now }
	if !s.set([]string{"twitch-must", "loop"}) {
		t.Fatal("no such items")
	}
	s.enter(test)
	s.prepare()
	solve(t, s, true)
	do(s, "answer")
	s.Open("twitch-must")
	solve(t, s, false)
	do(s, "answer")
	s.enter(test)
	s.prepare()
	do(s, "end", "end:sure")
	if a := s.last("twitch-must"); a == nil || !a.Right || len(s.past) != 2 || s.past[0].On > s.past[1].On {
		t.Errorf("of %d answers the last is %+v", len(s.past), a)
	}
}

// A run that has grown longer than a save can hold stays as it was kept last.
func TestALongTaskIsKept(t *testing.T) {
	s := open(t)
	s.Open("do-stop")
	s.keepWork(make([]byte, 100))
	s.keepWork(make([]byte, mostWork+1))
	to := open(t)
	if err := to.Restore(s.keep()); err != nil || len(to.one.Work) != 1 || len(to.one.Work[0]) != 100 {
		t.Errorf("it comes back with %d runs: %v", len(to.one.Work), err)
	}
}

// What was answered since a deletion stays when the deletion is taken back.
func TestADeletionIsTakenBackWithWhatCameSince(t *testing.T) {
	s := open(t)
	s.log(answered{ID: "loop", Seed: 1, Given: true, On: 10})
	do(s, "wipe", "wipe:sure")
	s.log(answered{ID: "kinds", Seed: 2, Given: true, On: 20})
	do(s, "begin")
	s.Open("")
	do(s, "wipe:back")
	if len(s.past) != 2 || s.past[0].ID != "loop" || s.past[1].ID != "kinds" || !s.runs[0].under() {
		t.Errorf("%d answers, a test of %d items", len(s.past), len(s.runs[0].Items))
	}
}

// A review's answer to an item of a pack is kept when the pack goes.
func TestAReviewedItemOfAPackThatGoes(t *testing.T) {
	s, w := due(t), whole()
	solve(t, s, false)
	do(s, "answer")
	s.Stock(pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: &bank.Bank{Questions: []bank.Question{*s.bank.Question("loop")}}})
	if s.page != review || s.now() != nil || !s.dirty {
		t.Errorf("page %d, %v is open", s.page, s.now())
	}
	s.Stock(pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: w.Bank})
	if len(s.past) != 2 {
		t.Errorf("%d answers are left", len(s.past))
	}
}

// A test or a pair that waits for its pack goes only where a person has said so.
func TestWhatWaitsForAPackIsAskedAbout(t *testing.T) {
	w := whole()
	few := pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: &bank.Bank{Statements: w.Bank.Statements, Questions: w.Bank.Questions[:150]}}
	here, away := w.Bank.Questions[0].ID, w.Bank.Questions[200].ID
	s := open(t)
	s.runs[0] = run{Items: []answered{s.put(here), s.put(away)}}
	s.runs[1] = run{Items: []answered{s.put(away)}, Done: true, On: 5}
	s.runs[2] = run{Items: []answered{s.put(here)}, Done: true, On: 6}
	s.Stock(few)
	do(s, "begin")
	if d := document(t, s); s.asks != "test" || s.runs[0].under() {
		t.Errorf("a test is begun unasked: %q", d.Find("#quiz-asks").Text())
	}
	s.Open("test")
	do(s, "begin")
	if document(t, s).Find("#quiz-asks").Length() != 1 {
		t.Error("nothing asks")
	}
	do(s, "form:not")
	if s.Open("test/" + here); s.runs[0].under() || s.notice == "" {
		t.Error("a link begins a test unasked")
	}
	s.Open("forms")
	if text := document(t, s).Find(".quiz-forms").Text(); !strings.Contains(text, "waits for the pack") {
		t.Errorf("the forms stand so: %q", text)
	}
	do(s, "form:before")
	if s.asks != "form" || !s.runs[2].Done {
		t.Error("a new pair is begun unasked")
	}
	s.Stock(pack.Shelf{Library: w.Library, Atlas: w.Atlas, Bank: w.Bank})
	if !s.runs[0].under() || !s.runs[1].Done || !s.runs[2].Done {
		t.Error("not all comes back")
	}
	s.Stock(few)
	s.Open("test")
	if do(s, "begin", "begin"); !s.runs[0].under() || len(s.stray[0].Items) > 0 {
		t.Error("a new test cannot be begun")
	}
}
