package quiz

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	bank "taut/game/quiz"
)

// A test of ten: answers are kept as they are given and can be changed, nothing is
// told before its end, a reload goes on where it was, and the sheet tells all.
func TestATest(t *testing.T) {
	s := open(t)
	do(s, "count:10", "begin")
	r := s.run()
	if r == nil || len(r.Items) != 10 || s.Place() != "test" {
		t.Fatalf("%+v at %q", r, s.Place())
	}
	solve(t, s, true)
	do(s, "answer")
	if r.At != 1 || r.left() != 9 || document(t, s).Find("#quiz-told").Length() != 0 || len(s.past) != 0 {
		t.Errorf("after an answer it stands at %d with %d open", r.At, r.left())
	}
	if do(s, "end"); s.run() == nil || document(t, s).Find("#quiz-asks").Length() != 1 {
		t.Error("a test with open items ends unasked")
	}
	do(s, "end:not", "go:0")
	solve(t, s, false)
	do(s, "answer")
	for range 4 {
		solve(t, s, false)
		do(s, "sure:2", "answer")
	}
	// Practice in between takes nothing of it.
	s.Open("loop")
	s.Open("test")
	o := open(t)
	if err := o.Restore(s.keep()); err != nil || o.Place() != "test" || o.run().left() != 5 || o.run().At != s.run().At {
		t.Fatalf("after a reload at %q: %v", o.Place(), err)
	}
	for o.run().left() > 1 {
		solve(t, o, o.run().left() == 2)
		do(o, "sure:1", "answer")
	}
	do(o, "end", "end:sure")
	d := document(t, o)
	if o.Place() != "result" || len(o.past) != 9 || !strings.Contains(d.Find("#quiz-sheet").Text(), "8 of 10 right. 1 was left open") || d.Find(".quiz-results > li").Length() != 10 {
		t.Errorf("at %q %d answers, the sheet says %.100q", o.Place(), len(o.past), d.Find("#quiz-sheet").Text())
	}
	if d.Find(".quiz-calibration .quiz-bar").Length() != 2 {
		t.Errorf("%d bars of how sure somebody was", d.Find(".quiz-calibration .quiz-bar").Length())
	}
}

// A link can name the items of a test; it takes none that is under way.
func TestATestByItsLink(t *testing.T) {
	s := open(t)
	if s.Open("test/loop,nowhere") || s.Open("test/") || s.page != start {
		t.Error("a test of what is not there opens")
	}
	if !s.Open("test/loop,kinds") || s.Place() != "test" || len(s.run().Items) != 2 || s.instance().Question.ID != "loop" {
		t.Fatalf("at %q", s.Place())
	}
	solve(t, s, false)
	do(s, "answer", "home")
	if !s.Open("test/n-weeks") || s.run().left() != 1 || len(s.run().Items) != 2 || s.notice == "" {
		t.Errorf("%d items, it says %q", len(s.run().Items), s.notice)
	}
	if ids := document(t, s).Find("[id]"); ids.Length() == 0 {
		t.Error("nothing is shown")
	}
}

// A test with a limit ends with what was chosen, kept or not; a reload takes back a
// few seconds at most; without a limit the page stands still.
func TestATestWithALimit(t *testing.T) {
	s := open(t)
	if do(s, "count:5", "begin"); !s.Steady() {
		t.Error("without a limit time goes by")
	}
	do(s, "home", "limit:10", "begin")
	if s.Steady() || s.View() != nil || s.timeLeft() != "10 minutes left" {
		t.Errorf("steady %v, it says %q", s.Steady(), s.timeLeft())
	}
	solve(t, s, false)
	do(s, "answer")
	solve(t, s, false) // chosen, not kept
	s.Effects()
	s.Advance(301_000)
	kept := s.Effects().Save
	o := open(t)
	if err := o.Restore(kept); err != nil || o.timeLeft() != "5 minutes left" {
		t.Fatalf("after a reload %q (%v)", o.timeLeft(), err)
	}
	o.Advance(250_000)
	if got := string(o.AppendValues(nil)); got != "less than a minute left\n" {
		t.Errorf("near the end it says %q", got)
	}
	o.Advance(60_000)
	if o.Place() != "result" || len(o.past) != 2 || !strings.Contains(o.notice, "The time is over") || o.runs[0].right() != 2 {
		t.Errorf("at %q, %d answers, %d right, it says %q", o.Place(), len(o.past), o.runs[0].right(), o.notice)
	}
}

// A task that is under way when the time is over is judged as it stands.
func TestATaskAtTheEndOfTheTime(t *testing.T) {
	s := open(t)
	s.Open("test/do-stop,do-leave,loop")
	s.runs[0].Limit = 600
	do(s, "go:1", "b-ask:0", "b-press:0", "b-stop:0", "go:0", "task:open", "pass")
	s.Advance(5000)
	s.Advance(600_000)
	items := s.runs[0].Items
	if s.Place() != "result" || items[0].Answer.Reason != "open" || !items[0].Given || items[0].Right || !items[1].Right || items[2].Given {
		t.Errorf("at %q: %+v", s.Place(), items)
	}
	document(t, s)
}

// The two forms tell nothing, in no count, before the second one's end, and then what
// has changed, by topic.
func TestBeforeAndAfter(t *testing.T) {
	s := open(t)
	s.Open("forms")
	do(s, "form:before")
	if s.Place() != "before" || len(s.run().Items) != 18 {
		t.Fatalf("at %q", s.Place())
	}
	for k := range 18 {
		solve(t, s, k%2 == 0)
		do(s, "answer")
	}
	do(s, "end")
	d := document(t, s)
	if s.Place() != "forms" || len(s.past) != 0 || d.Find("#quiz-changed, .quiz-results").Length() != 0 {
		t.Errorf("at %q, %d answers are told of", s.Place(), len(s.past))
	}
	do(s, "home")
	if text := document(t, s).Find("#quiz-to-forms .stands").Text(); text != "The first form is taken" {
		t.Errorf("it says %q", text)
	}
	o := open(t)
	if err := o.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	do(o, "form:after")
	for range 18 {
		solve(t, o, false)
		do(o, "answer")
	}
	do(o, "end")
	d = document(t, o)
	if text := d.Find("#quiz-changed").Parent().Text(); !strings.Contains(text, "Right before: 9 of 18. Right after: 18 of 18.") || d.Find(".quiz-results > li").Length() != 36 || len(o.past) != 36 {
		t.Errorf("%d answers; it says %.200q", len(o.past), text)
	}
	// A new pair asks before it takes the place of the old one.
	do(o, "form:before")
	if o.Place() != "forms" || !o.runs[1].Done || document(t, o).Find("#quiz-asks").Length() != 1 {
		t.Error("a new pair begins without a question")
	}
	if do(o, "form:not"); document(t, o).Find("#quiz-asks, #quiz-changed").Length() != 1 {
		t.Error("the old pair does not stay")
	}
	if do(o, "form:before", "form:before"); o.Place() != "before" || o.runs[1].Done || len(o.past) != 36 {
		t.Errorf("at %q, %d answers are left", o.Place(), len(o.past))
	}
}

// The sheet of a test tells the answer to each item that was left open, in words.
func TestTheSheetTellsWhatWasLeftOpen(t *testing.T) {
	s := open(t)
	s.Open("test/n-weeks,loop,kinds,p-knot,p-felt")
	do(s, "end", "end:sure")
	document(t, s).Find(".quiz-results li.open").Each(func(i int, li *goquery.Selection) {
		if id := s.runs[0].Items[i].ID; li.Find(".quiz-key").Length() == 0 && !strings.Contains(li.Text(), "The answer: ") {
			t.Errorf("%s is not told: %q", id, li.Text())
		}
	})
	if s.page != sheet {
		t.Errorf("the page is %d", s.page)
	}
}

// A test of ten asks of every topic that is chosen, and two browsers are not asked the same.
func TestATestAsksOfEveryTopic(t *testing.T) {
	var drawn []string
	for _, seed := range []uint64{1, 2} {
		o := whole()
		o.Seed = seed
		s := New(o)
		do(s, "count:10", "begin")
		topics, ids := map[bank.Topic]int{}, ""
		for _, a := range s.runs[0].Items {
			topics[s.bank.Question(a.ID).Topic]++
			ids += a.ID + " "
		}
		for _, topic := range bank.Topics() {
			if topics[topic] < 1 || topics[topic] > 2 {
				t.Errorf("seed %d: %d items of %s", seed, topics[topic], topic)
			}
		}
		drawn = append(drawn, ids)
	}
	if drawn[0] == drawn[1] {
		t.Errorf("both are asked %s", drawn[0])
	}
}
