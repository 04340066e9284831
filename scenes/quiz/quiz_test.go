package quiz

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/content"
	"taut/game/evidence"
	bank "taut/game/quiz"
	"taut/game/session"
)

// now is the time of the tests, in seconds since 1970.
var now = int64(20_000 * bank.Day)

// whole is the program's own content, decoded once.
var whole = sync.OnceValue(func() Options {
	return Options{
		Words: must(content.DecodeWords(assets.English)), Library: must(evidence.DecodeLibrary(assets.Sources)),
		Atlas: must(anatomy.DecodeAtlas(assets.Atlas)), Bank: must(bank.DecodeBank(assets.Questions)), Seed: 1, Now: func() int64 { return now },
	}
})

// Every item of the bank can be put, answered rightly and wrongly by its own
// controls, and is told with all its texts; before that nothing tells the key.
func TestEveryItem(t *testing.T) {
	b := open(t).bank
	for i := range b.Questions {
		q := &b.Questions[i]
		for _, wrong := range []bool{false, true} {
			s := open(t)
			if !s.Open(q.ID) {
				t.Fatalf("%s does not open", q.ID)
			}
			before := document(t, s)
			for _, o := range q.Options {
				if strings.Contains(before.Text(), o.Why) {
					t.Errorf("%s: %q is told before the answer", q.ID, o.Why)
				}
			}
			if before.Find(".option.right, .option.wrong, #quiz-told, circle.right").Length() != 0 || before.Find("fieldset legend").Length() != 1 {
				t.Errorf("%s: the key is marked before the answer", q.ID)
			}
			do(s, "answer")
			if q.Kind != bank.Order && q.Kind != bank.Predict && q.Kind != bank.Do && s.told() {
				t.Errorf("%s is told without an answer", q.ID)
			}
			if s.told() {
				do(s, "again")
			}
			solve(t, s, wrong)
			do(s, "sure:3")
			if !s.told() {
				do(s, "answer")
			}
			if !s.told() || s.now().Right == wrong {
				t.Errorf("%s (wrong %v): told %v, right %v, %+v", q.ID, wrong, s.told(), s.now().Right, s.now().Answer)
				continue
			}
			if wrong {
				// The model's curve lies over a wrong one at once.
				if d := document(t, s); q.Kind != bank.Predict && d.Find(".option.right, .choice.right, circle.right").Length() != 0 && q.Kind != bank.All || q.Kind != bank.Predict && strings.Contains(d.Find("#quiz-told").Text(), q.Why) && q.Kind != bank.Do {
					t.Errorf("%s: after a wrong answer the right one is told unasked", q.ID)
				}
				do(s, "show")
			}
			if !s.keyed() {
				t.Errorf("%s: the key is not told", q.ID)
			}
			d := document(t, s)
			if told := d.Find("#quiz-told"); told.Length() != 1 || told.Find("a[href^='#']").Length() < len(q.Links) {
				t.Errorf("%s: what is told has no way into the program", q.ID)
			}
			do(s, "again")
			if s.now().Given || len(s.past) == 0 {
				t.Errorf("%s cannot be tried again, or the answer is lost", q.ID)
			}
		}
	}
}

// No page's name can be an item's.
func TestPlacesAreTheirOwn(t *testing.T) {
	for _, name := range placeNames {
		if name != "" && !slices.Contains(bank.Pages(), name) {
			t.Errorf("%s can be an item and is a page", name)
		}
	}
}

// What was answered comes back when it is due, by keys alone; a wrong answer comes
// sooner than a right one, and what is not due is not asked.
func TestReviewByKeys(t *testing.T) {
	s := open(t)
	for _, id := range []string{"loop", "kinds", "n-weeks"} {
		s.Open(id)
		solve(t, s, id == "kinds")
		do(s, "answer")
	}
	s.Open("review")
	if a := s.agenda(); len(a.Due) != 0 {
		t.Fatalf("at once %v are due", a.Due)
	}
	now += 40 * bank.Day
	if a := s.agenda(); len(a.Due) != 3 || a.Due[0] != "kinds" {
		t.Fatalf("after 40 days %v are due, the wrong one first", a.Due)
	}
	do(s, "review")
	for k := range 3 {
		if s.one.ID == "" {
			t.Fatalf("after %d answers none is put", k)
		}
		solve(t, s, k == 0)
		if !s.Key("Enter", false) || !s.told() || !s.keyed() {
			t.Fatalf("Enter does not answer %s", s.one.ID)
		}
		d := document(t, s)
		switch {
		case k == 0 && (s.Key("4", false) || d.Find("#quiz-rate-1").Length() != 1 || d.Find("#quiz-rate-4").Length() != 0):
			t.Error("what was wrong can be called easy")
		case k == 1 && (!strings.Contains(d.Find("#quiz-rate-4").Text(), "in ") || !s.Key("4", false)):
			t.Error("4 does not call it easy")
		case k != 1 && !s.Key(" ", false):
			t.Error("Space does not go on")
		}
	}
	if len(s.past) != 6 || s.past[4].Grade != 4 || s.past[3].Grade != 1 || s.one.ID != "" {
		t.Errorf("kept are %d answers, %+v", len(s.past), s.past[3:])
	}
	if text := document(t, s).Find("#page").Text(); !strings.Contains(text, "Nothing is due") {
		t.Errorf("it says %.100q", text)
	}
	// With an exam in ten days everything that is not held then is planned.
	day := time.Unix(now, 0).UTC().AddDate(0, 0, 10).Format(time.DateOnly)
	do(s, "exam="+day)
	a := s.agenda()
	if a.Days != 10 || a.Below < 190 || len(a.Due) < 15 || len(a.Due) > 25 || !strings.Contains(document(t, s).Find(".quiz-exam").Text(), "10 days are left") {
		t.Errorf("%d due, %+v", len(a.Due), a.Below)
	}
	if do(s, "exam=never"); s.exam != day || s.notice == "" {
		t.Error("a day that is none is taken")
	}
}

// A save of the first layout comes back: its answers, and its test under way.
func TestOlderSave(t *testing.T) {
	past := saved([]answered{{ID: "loop", Seed: 4, Given: true, Right: true, Score: 1, Sure: 3}})
	old, err := (&savedQuiz{Format: 1, Page: test, Topics: 63, Count: 5, Draws: 9, At: 1, Items: saved([]answered{{ID: "kinds", Seed: 3}, {ID: "loop", Seed: 5}}), Past: past}).MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t)
	if err := s.Restore(old); err != nil || len(s.past) != 1 || s.run() == nil || s.run().At != 1 {
		t.Fatalf("%v, %d answers, %+v", err, len(s.past), s.runs[0])
	}
	document(t, s)
}

// Practice brings what was never met first, then what was wrong; only the chosen
// topics are asked.
func TestWhatIsAskedNext(t *testing.T) {
	s := open(t)
	for i, topic := range bank.Topics() {
		do(s, "topic:"+strconv.Itoa(i)+"="+strconv.FormatBool(topic == bank.Comparisons))
	}
	n := len(s.pool())
	s.Open("practice")
	seen := map[string]bool{}
	failed := ""
	for range n {
		q := s.instance().Question
		if q.Topic != bank.Comparisons || seen[q.ID] || s.Place() != "practice" {
			t.Fatalf("%s on %s is asked again before all others", q.ID, q.Topic)
		}
		seen[q.ID] = true
		solve(t, s, len(seen) == 3)
		do(s, "answer")
		if len(seen) == 3 {
			failed = q.ID
		}
		do(s, "next")
	}
	if s.now().ID != failed {
		t.Errorf("after all of them %s is asked, want the one that was wrong, %s", s.now().ID, failed)
	}
	// What waits to be answered is there again, unless its topic is not asked any more.
	if do(s, "home"); !s.Open("practice") || s.now().ID != failed {
		t.Errorf("instead of %s, %s is asked", failed, s.now().ID)
	}
	do(s, "home")
	for i := range bank.Topics() {
		do(s, "topic:"+strconv.Itoa(i)+"=false")
	}
	if s.Open("practice"); s.page != start || s.notice == "" {
		t.Error("without a topic something is asked")
	}
}

// A bad number is told, and what stood there before it does not answer in its place.
func TestBadNumber(t *testing.T) {
	s := open(t)
	s.Open("n-weeks")
	do(s, "number=12", "number=twelve")
	if !strings.Contains(s.notice, "no number from 0 to 60") {
		t.Errorf("it says %q", s.notice)
	}
	if do(s, "answer"); s.told() {
		t.Error("12 is judged where twelve stands")
	}
	if do(s, "number=12", "answer"); !s.told() || !s.now().Right {
		t.Error("12 is not taken any more")
	}
}

// What Enter refuses is not said any more of the next answer.
func TestANoticeGoesByKeysToo(t *testing.T) {
	s := open(t)
	s.Open("twitch-must")
	s.Key("Enter", false)
	if s.notice == "" {
		t.Fatal("nothing is refused")
	}
	if s.Key("x", false); s.notice == "" {
		t.Error("a key that does nothing takes the notice away")
	}
	if s.Key("1", false); s.notice != "" {
		t.Errorf("it still says %q", s.notice)
	}
}

// From an open review another item is put, and what was answered is kept.
func TestAReviewIsLeftByALink(t *testing.T) {
	for _, to := range []string{"practice", "kinds"} {
		s := due(t)
		solve(t, s, false)
		do(s, "answer")
		n := len(s.past)
		if !s.told() || !s.Open(to) || s.page != practice || s.now() == nil {
			t.Fatalf("%s opens page %d with nothing on it", to, s.page)
		}
		if len(s.past) != n+1 {
			t.Errorf("%s: the answer of the review is lost", to)
		}
	}
}

// due gives a scene in which an item of the review is open.
func due(t *testing.T) *Scene {
	s := open(t)
	s.clock = func() int64 { return 400 * bank.Day }
	s.past = []answered{{ID: "twitch-must", Seed: 1, Given: true, Right: true, Score: 1, On: bank.Day}}
	do(s, "review")
	if s.page != review || s.now() == nil {
		t.Fatal("nothing is due")
	}
	return s
}

func TestKeptAndRefused(t *testing.T) {
	s := open(t)
	s.Open("loop")
	solve(t, s, false)
	do(s, "answer")
	kept := s.Effects().Save
	r := open(t)
	if err := r.Restore(kept); err != nil || r.Place() != "loop" || !r.told() || len(r.past) != 1 {
		t.Fatalf("%q, told %v, %d answers (%v)", r.Place(), r.told(), len(r.past), err)
	}
	document(t, r)
	if again := r.keep(); string(again) != string(kept) {
		t.Error("it is kept otherwise")
	}
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("nonsense"), "more": append(append([]byte{}, kept...), 0)} {
		r := open(t)
		if err := r.Restore(b); err == nil || r.page != start {
			t.Errorf("%s is taken up", name)
		}
	}
	newer, _ := (&savedQuiz{Format: savedFormat + 1}).MarshalMsg(nil)
	if err := open(t).Restore(newer); err != session.ErrNewer {
		t.Errorf("a newer save gives %v", err)
	}
}

// FuzzRestore holds that no bytes break the scene: what is taken up can be shown
// and kept.
func FuzzRestore(f *testing.F) {
	s := open(f)
	do(s, "begin")
	solve(f, s, false)
	do(s, "answer")
	f.Add(s.keep())
	do(s, "home", "form:before")
	solve(f, s, false)
	f.Add(s.keep())
	s.Open("do-sort")
	solve(f, s, false)
	f.Add(s.keep())
	s.Open("words")
	f.Add(s.keep())
	f.Fuzz(func(t *testing.T, b []byte) {
		s := open(t)
		if s.Restore(b) != nil {
			return
		}
		document(t, s)
		if err := open(t).Restore(s.keep()); err != nil {
			t.Fatal(err)
		}
	})
}
