package quiz

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/body"
	"taut/game/content"
	"taut/game/evidence"
	bank "taut/game/quiz"
	"taut/game/session"
	"taut/scenes"
	"taut/scenes/figure"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// now is the time of the tests, in seconds since 1970.
var now = int64(20_000 * bank.Day)

// whole is the program's own content, decoded once.
var whole = sync.OnceValue(func() Options {
	return Options{
		Words: must(content.DecodeWords(assets.English)), Library: must(evidence.DecodeLibrary(assets.Sources)),
		Atlas: must(anatomy.DecodeAtlas(assets.Atlas)), Bank: must(bank.DecodeBank(assets.Questions)), Seed: 1, Now: func() int64 { return now },
	}
})

// open gives the scene with the program's own content.
func open(t testing.TB) *Scene {
	t.Helper()
	return New(whole())
}

func do(s *Scene, intents ...string) {
	for _, in := range intents {
		name, value, _ := strings.Cut(in, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
	}
}

func document(t testing.TB, s *Scene) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := s.Panel().Render(&b); err != nil {
		t.Fatal(err)
	}
	for _, missing := range []string{"[quiz.", "[panel."} {
		if i := strings.Index(b.String(), missing); i >= 0 {
			t.Errorf("a text is missing: %.60q", b.String()[i:])
		}
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// solve answers the open item rightly, by its controls alone; wrong makes a mistake.
func solve(t testing.TB, s *Scene, wrong bool) {
	t.Helper()
	in := s.instance()
	q := in.Question
	n := strconv.Itoa
	switch q.Kind {
	case bank.One, bank.Explain:
		for p, i := range in.Order {
			if q.Options[i].Correct != wrong {
				do(s, "one:"+n(p))
				break
			}
		}
	case bank.All:
		for p, i := range in.Order {
			do(s, "tick:"+n(p)+"="+strconv.FormatBool(q.Options[i].Correct != wrong))
		}
	case bank.Order:
		for want := range q.Options {
			for k := slices.Index(s.order(s.now(), in), want); k > want; k-- {
				do(s, "up:"+n(slices.Index(in.Order, want)))
			}
		}
		first := n(slices.Index(in.Order, 0))
		if wrong {
			do(s, "down:"+first)
		}
		if len(s.now().Answer.Picked) == 0 {
			do(s, "down:"+first, "up:"+first)
		}
	case bank.Match:
		for p, i := range in.Order {
			k := i
			if wrong {
				k = 0
			}
			do(s, "match:"+n(p)+"="+n(slices.Index(in.Sides, k)))
		}
	case bank.Do:
		solveTask(t, s, wrong)
	case bank.Number:
		v := in.Value()
		if wrong {
			if v = q.Amount.Hi; v-in.Value() <= q.Amount.Tolerance {
				v = q.Amount.Lo
			}
		}
		do(s, "number="+strings.Replace(number(v), ".", ",", 1))
	case bank.Point:
		if q.Place.On != "body" {
			part := q.Place.Parts[0]
			if wrong {
				part = map[string]string{"band": "skin", "endplate": "receptors", "fibre": "nucleus"}[q.Place.On]
			}
			do(s, "part="+part)
			break
		}
		spot := bank.Spots(in, s.atlas)[0]
		x := figure.Front + spot.X
		if spot.Side == anatomy.Back {
			x = figure.Back + spot.X
		}
		y := spot.Y
		if wrong {
			y = 1700 - y
		}
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Down, X: x, W: figure.Wide, Y: y, H: figure.Tall})
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Up, X: x, W: figure.Wide, Y: y, H: figure.Tall})
	case bank.Predict:
		axis, _ := bank.AxisOf(q.Trace)
		truth := bank.Truth(in)
		for i := 1; i < len(axis.X); i++ {
			v := truth[i]
			if wrong {
				v = axis.Hi
			}
			do(s, "trace:"+strconv.Itoa(i)+"="+number(v))
		}
	}
}

// solveTask does the task of the open item.
func solveTask(t testing.TB, s *Scene, wrong bool) {
	t.Helper()
	q := s.instance().Question
	if onBench(q) {
		for i, run := range s.desk.bench {
			n := strconv.Itoa(i)
			do(s, "b-ask:"+n, "b-press:"+n)
			if q.Task == "sort" {
				do(s, "said:"+n+"="+strconv.Itoa(slices.Index(kinds[:], run.Options().Kind)))
			} else if !wrong {
				do(s, "b-stop:"+n)
			}
		}
		if wrong {
			do(s, "b-needle:0")
		}
		return
	}
	do(s, "task:open")
	if !s.desk.inside {
		t.Fatalf("%s: the lab does not open", q.ID)
	}
	pass := func(intents ...string) {
		do(s, append(intents, "pass")...)
		s.desk.lab.Run()
		s.Advance(2000)
	}
	if !wrong {
		switch q.Task {
		case "quiet":
			for k := range 12 {
				if s.desk.lab.Run().State().Noise() < 9 {
					break
				}
				angle, hour := "0", "0"
				if k > 0 {
					angle, hour = "10", strconv.Itoa(k*4%12+k/3)
				}
				pass("angle="+angle, "direction="+hour)
			}
		case "nothing":
			pass("depth=8")
			pass("depth=19", "speed=8")
			pass("speed=80", "across=12")
		case "bodies":
			for range 2 { // as deep as each of them needs
				deep := body.Through(s.desk.lab.Session().Limb())
				pass("depth=" + strconv.FormatFloat(deep, 'f', 1, 64))
				do(s, "task:other")
			}
		case "stop":
			for range 9 {
				pass()
			}
			do(s, "stop")
		}
	}
	if document(t, s).Find("#lab .task").Length() != 1 {
		t.Errorf("%s: the task does not stand in the lab", q.ID)
	}
	do(s, "task:judge")
	if s.desk.inside {
		t.Errorf("%s: it is judged and the lab stays", q.ID)
	}
}

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

// No page's name is an item's.
func TestPlacesAreTheirOwn(t *testing.T) {
	s := open(t)
	for _, name := range placeNames {
		if s.bank.Question(name) != nil {
			t.Errorf("%s is an item and a page", name)
		}
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

// A day of the review begins at midnight where the learner is, an exam's day as well.
func TestDaysBeginAtMidnightHere(t *testing.T) {
	const midnight = 20000 * 86400 // of a day in UTC
	for _, east := range []int64{0, 2 * 3600, -5 * 3600, 13 * 3600} {
		s := open(t)
		s.east = func(int64) int64 { return east }
		here := int64(midnight) - east // the same day's midnight on the wall
		for name, c := range map[string]struct {
			now  int64
			done int
		}{
			"in the first minute": {here + 60, 1}, "in the last minute": {here + 86399, 2},
		} {
			s.clock = func() int64 { return c.now }
			s.past = []answered{
				{ID: "kinds", Seed: 1, Given: true, Right: true, Way: review, On: here - 30},
				{ID: "loop", Seed: 2, Given: true, Right: true, Way: review, On: here + 30},
			}
			if c.done == 2 {
				s.past = append(s.past, answered{ID: "twitch-must", Seed: 3, Given: true, Right: true, Way: review, On: here + 86000})
			}
			s.exam = time.Unix(midnight, 0).UTC().AddDate(0, 0, 10).Format(time.DateOnly)
			if got := s.examDay(); got != here+10*86400 {
				t.Errorf("%d s east: the exam's day begins %d s from midnight here", east, got-here-10*86400)
			}
			if got := s.doneToday(c.now); got != c.done {
				t.Errorf("%d s east, %s: %d items count as done today, want %d", east, name, got, c.done)
			}
			if got := s.day(here + 1); got != time.Unix(midnight, 0).UTC().Format(time.DateOnly) {
				t.Errorf("%d s east: a second after midnight is of %s", east, got)
			}
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

// Digits choose as they are shown, Enter answers, and in practice what was wrong can
// be tried again.
func TestDigits(t *testing.T) {
	s := open(t)
	s.Open("twitch-must")
	in := s.instance()
	for p, i := range in.Order {
		if !in.Question.Options[i].Correct {
			if !s.Key(strconv.Itoa(p+1), false) || s.now().Answer.Picked[0] != i {
				t.Fatalf("%d does not choose what stands there", p+1)
			}
			break
		}
	}
	if s.Key("9", false) {
		t.Error("a digit that stands nowhere is used")
	}
	s.Key("Enter", false)
	if !s.told() || s.keyed() {
		t.Fatal("the wrong answer is not told, or its key is")
	}
	if d := document(t, s); d.Find(".option.right").Length() != 0 || d.Find(".option p").Length() != 1 || d.Find("[data-focus] #quiz-again").Length() != 1 {
		t.Error("more is told than what was chosen")
	}
	do(s, "show")
	if d := document(t, s); d.Find(".option.right").Length() != 1 || d.Find(".option p").Length() != len(in.Order) {
		t.Error("the answer is not shown")
	}
}

// A step is carried by a pointer, and by its handle alone where a finger moves the page.
func TestOrderIsDragged(t *testing.T) {
	s := open(t)
	s.Open("loop")
	n := float64(len(s.instance().Order))
	at := func(row, x float64, phase scenes.Phase, touch bool) {
		s.Point(scenes.Pointer{Zone: "quiz-order", Phase: phase, X: x, Y: 40*row + 20, W: 400, H: 40 * n, Touch: touch})
	}
	was := slices.Clone(s.order(s.now(), s.instance()))
	at(0, 200, scenes.Down, false)
	at(1, 200, scenes.Move, false)
	at(2, 200, scenes.Move, false)
	at(2, 200, scenes.Up, false)
	got := slices.Clone(s.order(s.now(), s.instance()))
	if got[2] != was[0] || got[0] != was[1] || s.drag.lift != -1 {
		t.Errorf("%v became %v", was, got)
	}
	at(0, 200, scenes.Down, true)
	at(2, 200, scenes.Move, true)
	at(2, 200, scenes.Up, true)
	if now := s.order(s.now(), s.instance()); !slices.Equal(now, got) {
		t.Error("a finger that moves the page carries a step")
	}
	at(0, 20, scenes.Down, true)
	at(1, 20, scenes.Move, true)
	at(1, 20, scenes.Up, true)
	if now := s.order(s.now(), s.instance()); now[1] != got[0] {
		t.Error("the handle carries nothing")
	}
}

// The place on the body goes by the arrow keys from wherever it is.
func TestBodyByArrows(t *testing.T) {
	s := open(t)
	s.Open("p-felt")
	spot := bank.Spots(s.instance(), s.atlas)[0]
	go2 := func(key string, n int) {
		for range n {
			if !s.Key(key, false) {
				t.Fatalf("%s is not used", key)
			}
		}
	}
	go2("ArrowUp", 1)
	a := &s.now().Answer
	if a.Side != "front" {
		t.Fatalf("it begins on the side %q", a.Side)
	}
	if spot.Side == anatomy.Back {
		go2("ArrowRight", 70)
	}
	for a.Y > spot.Y+6 {
		go2("ArrowUp", 1)
	}
	for a.Y < spot.Y-6 {
		go2("ArrowDown", 1)
	}
	for a.X > spot.X+6 {
		go2("ArrowLeft", 1)
	}
	for a.X < spot.X-6 {
		go2("ArrowRight", 1)
	}
	if do(s, "answer"); !s.now().Right {
		t.Errorf("%+v is not at %+v", a, spot)
	}
}

// A task in the lab goes on after a reload, and a failed one after it was judged.
func TestATaskGoesOn(t *testing.T) {
	s := open(t)
	s.Open("do-stop")
	do(s, "task:open", "pass")
	s.desk.lab.Run()
	s.Effects()
	do(s, "pass")
	s.desk.lab.Run()
	kept := s.Effects().Save
	o := open(t)
	if err := o.Restore(kept); err != nil || o.Place() != "do-stop" {
		t.Fatalf("%q: %v", o.Place(), err)
	}
	if do(o, "task:open"); len(o.desk.lab.Run().Passes()) != 2 {
		t.Fatalf("%d passes after a reload", len(o.desk.lab.Run().Passes()))
	}
	do(o, "task:judge")
	if text := document(t, o).Find("#quiz-told").Text(); o.now().Right || !strings.Contains(text, o.reason(o.now(), o.instance())) || o.now().Answer.Reason != "open" {
		t.Errorf("the reason is %q, it says %q", o.now().Answer.Reason, text)
	}
	if do(o, "task:open"); len(o.desk.lab.Run().Passes()) != 2 || o.told() {
		t.Error("a failed task does not go on")
	}
	if do(o, "task:anew"); len(o.desk.lab.Run().Passes()) != 0 {
		t.Error("it does not begin anew")
	}
}

// A recorded run is played in the picture beside its question; its passes come one by
// one and all stand there at the end.
func TestARunIsPlayed(t *testing.T) {
	s := open(t)
	s.Open("x-same")
	if s.View() == nil || !s.Steady() {
		t.Fatal("there is no picture, or it moves")
	}
	rows := func() int { return document(t, s).Find(".quiz-run tbody tr").Length() }
	all := rows()
	do(s, "watch")
	if rows() != 0 || s.Steady() {
		t.Fatalf("%d passes at the start", rows())
	}
	last := 0
	for range 4000 {
		s.Advance(50)
		if n := s.desk.lab.Passed(); n < last {
			t.Fatalf("%d passes after %d", n, last)
		}
		if last = s.desk.lab.Passed(); !s.desk.lab.Watching() {
			break
		}
	}
	if rows() != all || !s.Steady() || last != 10 {
		t.Errorf("%d of %d rows, %d passes", rows(), all, last)
	}
}

// All progress goes out as a file and comes back the same; it can be deleted, and
// that taken back; a file that is none, or newer, changes nothing.
func TestExportClearImport(t *testing.T) {
	s := open(t)
	for _, id := range []string{"loop", "kinds"} {
		s.Open(id)
		solve(t, s, id == "kinds")
		do(s, "sure:2", "answer")
		now++
	}
	do(s, "home", "exam=2027-05-01", "export")
	e := s.Effects()
	_, file, ok := strings.Cut(e.Link, "base64,")
	if !ok || !strings.HasSuffix(e.Name, ".taut") {
		t.Fatalf("handed is %.40q as %q", e.Link, e.Name)
	}
	before := s.keep()
	if do(s, "wipe"); len(s.past) != 2 {
		t.Fatal("it is deleted unasked")
	}
	if do(s, "wipe:sure"); len(s.past) != 0 || s.exam != "" {
		t.Fatal("it is not deleted")
	}
	if do(s, "wipe:back"); string(s.keep()) != string(before) {
		t.Error("the deletion is not taken back")
	}
	do(s, "wipe", "wipe:sure", "import="+file)
	if string(s.keep()) != string(before) || !strings.Contains(s.notice, "2 answers") {
		t.Errorf("the file does not bring the same back; it says %q", s.notice)
	}
	newer, _ := (&savedQuiz{Format: savedFormat + 1}).MarshalMsg(nil)
	for _, bad := range []string{"", "%%%", "bm9uc2Vuc2U=", file[:40], base64.StdEncoding.EncodeToString(newer)} {
		want := "no saved answers"
		if bad == base64.StdEncoding.EncodeToString(newer) {
			want = "newer"
		}
		if do(s, "import="+bad); string(s.keep()) != string(before) || !strings.HasPrefix(s.notice, "That file is not taken up") || !strings.Contains(s.notice, want) || strings.Count(s.notice, ". ") > 0 {
			t.Errorf("%.20q: it says %q", bad, s.notice)
		}
	}
}

// Files are added, in whatever order they come, each answer once.
func TestFilesAreAdded(t *testing.T) {
	file := func(ids ...string) string {
		s := open(t)
		at := int64(1000)
		s.clock = func() int64 { at++; return at }
		for i, id := range ids {
			s.Open(id)
			solve(t, s, i%2 == 1)
			do(s, "answer")
		}
		do(s, "home", "export")
		_, link, _ := strings.Cut(s.Effects().Link, "base64,")
		return link
	}
	a, b := file("loop", "words"), file("kinds", "levels", "n-weeks")
	one, two := open(t), open(t)
	do(one, "import="+a, "import="+b, "import="+a)
	do(two, "import="+b, "import="+a)
	if len(one.past) != 5 || len(two.past) != 5 {
		t.Fatalf("%d and %d answers of five", len(one.past), len(two.past))
	}
	for i := range one.past {
		if one.past[i].ID != two.past[i].ID || one.past[i].On != two.past[i].On {
			t.Errorf("answer %d is %s in one order and %s in the other", i, one.past[i].ID, two.past[i].ID)
		}
	}
	// A test that is under way stays.
	do(one, "begin", "home", "import="+a)
	if !one.runs[0].under() || len(one.past) != 5 {
		t.Error("a file ends the test that is under way")
	}
	if do(one, "wipe:back"); len(one.past) != 5 {
		t.Error("an added file is not taken back")
	}
}

// FuzzImport holds that no file breaks the scene or grows it past its bounds.
func FuzzImport(f *testing.F) {
	s := open(f)
	s.Open("loop")
	solve(f, s, false)
	do(s, "answer")
	f.Add(s.keep())
	f.Fuzz(func(t *testing.T, b []byte) {
		s := open(t)
		s.take(base64.StdEncoding.EncodeToString(b))
		document(t, s)
		if len(s.past) > mostPast {
			t.Fatalf("%d answers are kept", len(s.past))
		}
		if err := open(t).Restore(s.keep()); err != nil {
			t.Fatal(err)
		}
	})
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

// Bad numbers are told and nothing is lost.
func TestBadNumber(t *testing.T) {
	s := open(t)
	s.Open("n-weeks")
	do(s, "number=12", "number=twelve")
	if s.now().Answer.Number != 12 || !strings.Contains(s.notice, "no number from 0 to 60") {
		t.Errorf("%v, it says %q", s.now().Answer.Number, s.notice)
	}
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

// What belongs to an option is brought to it by a pointer; let go elsewhere it stays
// where it was.
func TestMatchByPointer(t *testing.T) {
	s := open(t)
	var item string
	for i := range s.bank.Questions {
		if s.bank.Questions[i].Kind == bank.Match {
			item = s.bank.Questions[i].ID
			break
		}
	}
	s.Open(item)
	in := s.instance()
	n := len(in.Question.Options)
	drag := func(from, to int, end float64) {
		y := func(row int) float64 { return (float64(row) + .5) * 10 }
		for _, p := range []scenes.Pointer{{Phase: scenes.Down, X: 90, Y: y(from)}, {Phase: scenes.Move, X: 50, Y: y(to)}, {Phase: scenes.Up, X: end, Y: y(to)}} {
			p.Zone, p.W, p.H = "quiz-match", 100, float64(10*n)
			s.Point(p)
		}
	}
	drag(1, 0, 95)
	if len(s.now().Answer.Picked) != 0 {
		t.Errorf("let go at the cards it gives %v", s.now().Answer.Picked)
	}
	for p, i := range in.Order { // each to its own
		drag(slices.Index(in.Sides, i), p, 20)
		if d := document(t, s); d.Find(".lifted, .over").Length() != 0 {
			t.Error("what was let go is still carried")
		}
	}
	do(s, "answer")
	if !s.now().Right {
		t.Errorf("each brought to its own: %v", s.now().Answer.Picked)
	}
}
