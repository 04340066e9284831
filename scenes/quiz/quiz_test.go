package quiz

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/content"
	"taut/game/evidence"
	bank "taut/game/quiz"
	"taut/game/session"
	"taut/scenes"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// open gives the scene with the program's own content.
func open(t testing.TB) *Scene {
	t.Helper()
	return New(Options{
		Words: must[*content.Words](t)(content.DecodeWords(assets.English)), Library: must[*evidence.Library](t)(evidence.DecodeLibrary(assets.Sources)),
		Atlas: must[*anatomy.Atlas](t)(anatomy.DecodeAtlas(assets.Atlas)), Bank: must[*bank.Bank](t)(bank.DecodeBank(assets.Questions)), Seed: 1,
	})
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
	switch q.Kind {
	case bank.One, bank.Explain:
		for i, o := range q.Options {
			if o.Correct != wrong {
				do(s, "one:"+strconv.Itoa(i))
				break
			}
		}
	case bank.All:
		for i, o := range q.Options {
			do(s, "tick:"+strconv.Itoa(i)+"="+strconv.FormatBool(o.Correct != wrong))
		}
	case bank.Order:
		for want := range q.Options {
			for k := slices.Index(s.order(s.now(), in), want); k > want; k-- {
				do(s, "up:"+strconv.Itoa(want))
			}
		}
		if wrong {
			do(s, "down:0")
		}
		if len(s.now().Answer.Picked) == 0 {
			do(s, "down:0", "up:0")
		}
	case bank.Match:
		for i := range q.Options {
			k := i
			if wrong {
				k = 0
			}
			do(s, "match:"+strconv.Itoa(i)+"="+strconv.Itoa(k))
		}
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
		x := frontAt + spot.X
		if spot.Side == anatomy.Back {
			x = backAt + spot.X
		}
		y := spot.Y
		if wrong {
			y = 1700 - y
		}
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Down, X: x, W: bodyWide, Y: y, H: bodyTall})
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Up, X: x, W: bodyWide, Y: y, H: bodyTall})
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

// Every item of the bank can be put, answered rightly and wrongly by its own
// controls, and is told with all its texts; before that nothing tells the key.
func TestEveryItem(t *testing.T) {
	b := open(t).bank
	for i := range b.Questions {
		q := &b.Questions[i]
		if !asked(q) {
			continue
		}
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
			if q.Kind != bank.Order && q.Kind != bank.Predict && s.told() {
				t.Errorf("%s is told without an answer", q.ID)
			}
			if s.told() {
				do(s, "again")
			}
			solve(t, s, wrong)
			do(s, "sure:3", "answer")
			if !s.told() || s.now().Right == wrong {
				t.Errorf("%s (wrong %v): told %v, right %v, %+v", q.ID, wrong, s.told(), s.now().Right, s.now().Answer)
				continue
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
	do(s, "count:10", "test")
	if len(s.items) != 10 || s.Place() != "test" {
		t.Fatalf("%d items at %q", len(s.items), s.Place())
	}
	solve(t, s, true)
	do(s, "answer")
	if s.at != 1 || s.left() != 9 || document(t, s).Find("#quiz-told").Length() != 0 {
		t.Errorf("after an answer it stands at %d with %d open", s.at, s.left())
	}
	do(s, "end")
	if s.way != test {
		t.Error("a test with open items ends")
	}
	do(s, "go:0")
	solve(t, s, false)
	do(s, "answer")
	for range 4 {
		solve(t, s, false)
		do(s, "sure:2", "answer")
	}
	r := open(t)
	if err := r.Restore(s.keep()); err != nil || r.left() != 5 || r.at != s.at || r.Place() != "test" {
		t.Fatalf("after a reload %d are open at %d (%v)", r.left(), r.at, err)
	}
	for r.left() > 0 {
		solve(t, r, r.left() == 2)
		do(r, "sure:1", "answer")
	}
	do(r, "end")
	d := document(t, r)
	if r.Place() != "result" || len(r.past) != 10 || !strings.Contains(d.Find("#quiz-sheet").Text(), "9 of 10 right") || d.Find(".quiz-results > li").Length() != 10 {
		t.Errorf("at %q %d answers, the sheet says %.100q", r.Place(), len(r.past), d.Find("#quiz-sheet").Text())
	}
	if d.Find(".quiz-calibration li").Length() != 2 {
		t.Errorf("%d bars of how sure somebody was", d.Find(".quiz-calibration li").Length())
	}
}

// Practice brings what was never met first, then what was wrong; only the chosen
// topics are asked.
func TestWhatIsAskedNext(t *testing.T) {
	s := open(t)
	for i, topic := range bank.Topics() {
		do(s, "topic:"+strconv.Itoa(i)+"="+strconv.FormatBool(topic == bank.Comparisons))
	}
	n := len(s.pool())
	do(s, "practice")
	seen := map[string]bool{}
	failed := ""
	for range n {
		q := s.instance().Question
		if q.Topic != bank.Comparisons || seen[q.ID] {
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
	do(s, "home")
	for i := range bank.Topics() {
		do(s, "topic:"+strconv.Itoa(i)+"=false")
	}
	if do(s, "practice"); s.way != start || s.notice == "" {
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
		if err := r.Restore(b); err == nil || r.way != start {
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
	do(s, "test")
	solve(f, s, false)
	do(s, "answer")
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

// What was answered comes again when it is due, the longest overdue first, and not
// before.
func TestReview(t *testing.T) {
	s := open(t)
	now := time.Date(2026, 1, 1, 8, 0, 0, 0, time.UTC)
	s.clock = func() time.Time { return now }
	for _, id := range []string{"loop", "words", "kinds"} {
		s.Open(id)
		solve(t, s, id == "words")
		do(s, "sure:3", "answer")
		now = now.Add(10 * time.Second)
	}
	if do(s, "home", "review"); s.way != start || s.notice == "" {
		t.Errorf("right after the answers %q is reviewed", s.Place())
	}
	now = now.Add(time.Hour)
	if list := s.due(); len(list) == 0 || list[0].ID != "words" {
		t.Errorf("after an hour %d are due, want the one that was wrong first", len(list))
	}
	now = now.AddDate(0, 1, 0)
	n := len(s.due())
	if n != 3 {
		t.Fatalf("after a month %d of three are due", n)
	}
	do(s, "review")
	for range n {
		if s.way != review {
			t.Fatal("the review ends before all are asked")
		}
		document(t, s)
		solve(t, s, false)
		do(s, "sure:3", "answer", "next")
	}
	if s.way != start || len(s.due()) != 0 {
		t.Errorf("after the review %d are due", len(s.due()))
	}
}

// An exported file brings the answers back, each once however often it is taken, in
// whatever order two of them come; a wrong, damaged or newer one is told in one
// sentence and changes nothing.
func TestExportAndImport(t *testing.T) {
	file := func(ids ...string) string {
		s := open(t)
		at := int64(1000)
		s.clock = func() time.Time { at++; return time.Unix(at, 0) }
		for i, id := range ids {
			s.Open(id)
			solve(t, s, i%2 == 1)
			do(s, "answer")
		}
		do(s, "home", "export")
		link, ok := strings.CutPrefix(s.Effects().Link, "data:application/octet-stream;base64,")
		if !ok {
			t.Fatal("no file is handed out")
		}
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
		if one.past[i].ID != two.past[i].ID || one.past[i].At != two.past[i].At {
			t.Errorf("answer %d is %s in one order and %s in the other", i, one.past[i].ID, two.past[i].ID)
		}
	}
	kept := string(one.keep())
	newer, _ := (&savedQuiz{Format: savedFormat + 1}).MarshalMsg(nil)
	for name, bad := range map[string]string{"nothing": "", "no file of ours": "bm9uc2Vuc2U=", "no base64": "%%%", "a newer one": base64.StdEncoding.EncodeToString(newer)} {
		if do(one, "import="+bad); one.notice == "" {
			t.Errorf("%s is taken in silence", name)
		}
	}
	if string(one.keep()) != kept {
		t.Error("a refused file changes something")
	}
}

// FuzzImport holds that no file breaks the scene.
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
	})
}
