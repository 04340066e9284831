package weeks

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/content"
	"taut/game/tick"
	"taut/scenes"
	"taut/scenes/calendar"
	"taut/scenes/scenetest"
)

// open gives the scene with the program's own words.
func open(t testing.TB) *Scene {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Words: w, People: []Person{{ID: "heel", Name: "Ana", Seed: 3, Acute: true, Desk: 2}}})
}

var (
	do       = scenetest.Do
	document = scenetest.Document
)

// The axis goes one way, its two functions are each other's inverse, and no
// moment is left out.
func TestAxis(t *testing.T) {
	last := -1.0
	for i, m := range moments {
		x := calendar.Place(m)
		if x <= last || x > 1 {
			t.Errorf("moment %d stands at %v after %v", i, x, last)
		}
		last = x
		if back := calendar.Time(x); max(back-m, m-back) > tick.Second {
			t.Errorf("the time at the place of %v s is %v s", m.Seconds(), back.Seconds())
		}
		if nearest(m) != i {
			t.Errorf("moment %d is not its own nearest", i)
		}
	}
	if last != 1 || moments[len(moments)-1] != 24*tick.Week {
		t.Errorf("the axis ends at %v", last)
	}
	for i, a := range asked {
		if moments[nearest(a)] != a || nearestAsked(calendar.Place(a)) != i {
			t.Errorf("the guess after %v s has no moment of its own", a.Seconds())
		}
	}
}

// Nothing of the answer stands in the document, or is seen in the muscle, before
// the guess is made.
func TestGuessComesFirst(t *testing.T) {
	s := open(t)
	d := document(t, s)
	if n := d.Find(".curve:not(.guess)").Length(); n > 0 {
		t.Errorf("%d curves are shown before the guess", n)
	}
	if d.Find("output,table,#weeks-news").Length() > 0 {
		t.Error("readings are shown before the guess")
	}
	if s.View().Tension != s.View().Start {
		t.Error("the muscle shows what comes")
	}
	for i, v := range []string{"6", "5", "5", "5", "5", "5"} {
		do(s, "guess:"+string(rune('0'+i))+"="+v)
	}
	do(s, "show")
	d = document(t, s)
	if d.Find(".curve.mine").Length() == 0 || d.Find("output").Length() != measureCount {
		t.Error("the curves do not come after the guess")
	}
	if mean, _ := s.missed(); mean > 1 {
		t.Errorf("a good guess is %.1f points away", mean)
	}
	if e := s.Effects(); e.Show == "" || len(e.Say) != 1 {
		t.Errorf("the verdict is not said: %q", e.Say)
	}
}

// What is done at home answers at once, against the same person without it; the
// guess is judged by what was asked for, whatever is chosen later.
func TestChoicesAnswer(t *testing.T) {
	s := open(t)
	do(s, "show")
	end := func(k int) float64 { return s.curves[k].values[ofPain][len(moments)-1] }
	was, verdict := end(mine), s.verdict()
	if end(mine) != end(idle) {
		t.Error("with nothing chosen the two curves differ")
	}
	do(s, "jump:before", "care:stretch=true", "care:exercise=true")
	if !(end(mine) < was-1) || end(idle) != was {
		t.Errorf("stretching and exercise bring %.1f to %.1f; without them %.1f", was, end(mine), end(idle))
	}
	if s.verdict() != verdict {
		t.Error("the verdict on the guess follows later choices")
	}
	cared := end(mine)
	do(s, "desk=2")
	if !(end(mine) < cared) {
		t.Errorf("less of the cause brings %.2f to %.2f", cared, end(mine))
	}
	do(s, "care:stretch=false", "care:exercise=false", "desk=8", "care:water=true", "care:bath=true")
	if end(mine) != was {
		t.Errorf("water and a bath change the pain from %v to %v: they are comfort only", was, end(mine))
	}
}

// Care is set from a day on, or for that day alone.
func TestCareByTheDay(t *testing.T) {
	s := open(t)
	do(s, "show", "jump:4w", "care:yoga=true")
	c := &s.choice
	if c.Care[27] != 0 || c.Care[28] != 4 || c.Care[days-1] != 4 {
		t.Errorf("from day 28 on: %v", c.Care)
	}
	do(s, "scope:day", "care:yoga=false")
	if c.Care[28] != 0 || c.Care[29] != 4 {
		t.Errorf("day 28 alone: %v", c.Care[27:31])
	}
	s.Point(scenes.Pointer{Zone: "weeks-days", Phase: scenes.Down, X: 65, Y: 5, W: 70, H: 240})
	if s.day() != 6 {
		t.Errorf("the seventh square of the first week is day %d", s.day())
	}
}

// What is said fits what the curves do.
func TestNews(t *testing.T) {
	s := open(t)
	for _, c := range []struct {
		intents []string
		want    string
	}{
		{[]string{"show", "jump:before"}, "start"},
		{[]string{"jump:5m"}, "minutes"},
		{[]string{"jump:1d"}, "day"},
		{[]string{"jump:3d"}, "days"},
		{[]string{"jump:12w"}, "fading"},
		{[]string{"jump:before", "care:exercise=true", "care:stretch=true", "jump:24w"}, "kept"},
		{[]string{"jump:before", "care:exercise=false", "care:stretch=false", "visits=0", "jump:12w"}, "alone"},
		{[]string{"visits=3", "every=2"}, "fading repair"},
		{[]string{"visits=1", "acute=true", "jump:24w"}, "natural"},
	} {
		do(s, c.intents...)
		if got := strings.Join(s.news(), " "); got != c.want {
			t.Errorf("after %q it says %q, want %q", c.intents, got, c.want)
		}
	}
	// Someone of the four in ten who hardly answer the needle.
	s = open(t)
	for s.curves[mine].values[ofPain][nearest(12*tick.Week)] < 6 {
		do(s, "another")
	}
	do(s, "show", "jump:12w")
	if got := s.news()[0]; got != "relapse" {
		t.Errorf("someone who hardly answers hears %q", got)
	}
}

// Dragging in the chart draws the guess, and after it moves along the calendar.
func TestPointer(t *testing.T) {
	s := open(t)
	at := func(x, pain float64) scenes.Pointer {
		return scenes.Pointer{Zone: "weeks-chart", Phase: scenes.Down, X: 1000 * x, Y: 500 * (calendar.PlotTop + calendar.PlotHeight*(1-pain/10)), W: 1000, H: 500}
	}
	s.Point(at(calendar.Place(asked[3]), 3))
	if s.choice.Guess[3] != 3 {
		t.Errorf("the guess is %v", s.choice.Guess)
	}
	do(s, "show")
	s.Point(at(calendar.Place(12*tick.Week), 3))
	if moments[s.choice.At] != 12*tick.Week || s.choice.Guess[4] == 3 {
		t.Errorf("the calendar is at %v s", moments[s.choice.At].Seconds())
	}
	if s.Key("ArrowLeft", false); moments[s.choice.At] >= 12*tick.Week {
		t.Error("the left arrow goes forward")
	}
	if s.Key("x", false) {
		t.Error("a letter is used")
	}
}

// Values fit their places, whatever is chosen.
func TestValuesInOrder(t *testing.T) {
	s := open(t)
	do(s, "show", "jump:12w", "desk=3", "visits=2", "every=5", "guess:2=4")
	got := strings.Split(strings.TrimSuffix(string(s.AppendValues(nil)), "\n"), "\n")
	if len(got) != values {
		t.Fatalf("%d texts, want %d", len(got), values)
	}
	for i, want := range map[int]string{vTimeText: "12 weeks after", vDesk: "3", vDeskText: "3 hours a day", vVisitsText: "2 visits", vEveryText: "5 days", vGuess + 4: "4", vGuess + 5: "4 of 10"} {
		if got[i] != want {
			t.Errorf("text %d is %q, want %q", i, got[i], want)
		}
	}
}

func TestPlaces(t *testing.T) {
	s := open(t)
	if s.Open("nobody") || s.Place() != "" {
		t.Error("a person who is not there is opened")
	}
	if !s.Open("heel") || s.Place() != "heel" || !s.choice.Acute || s.choice.Desk != 2 {
		t.Errorf("heel opens as %+v", s.choice)
	}
	if d := document(t, s); !strings.Contains(d.Find(".page-title").Text(), "Ana") {
		t.Error("the person's name is not in the title")
	}
}

// Who goes to somebody else's weeks and comes back finds what they had guessed and
// chosen, also after a reload, and though the person was away with a pack.
func TestWeeksThatWereLeft(t *testing.T) {
	s := open(t)
	s.Open("heel")
	do(s, "guess:1=4", "show", "desk=5")
	had := s.choice
	s.Open("")
	do(s, "desk=1")
	first := s.choice
	if s.Open("heel"); s.choice != had {
		t.Errorf("it comes back as %+v", s.choice)
	}
	o := open(t)
	if err := o.Restore(s.keep()); err != nil || o.choice != had {
		t.Fatalf("%v: %+v", err, o.choice)
	}
	if o.Open(""); o.choice != first {
		t.Errorf("the first person's come back as %+v", o.choice)
	}
	o.Open("heel")
	away := New(Options{})
	if err := away.Restore(o.keep()); err != nil || away.choice != first {
		t.Errorf("where she is not: %v, %+v", err, away.choice)
	}
	away.people = o.people
	if away.Open("heel"); away.choice != had {
		t.Errorf("when she is back: %+v", away.choice)
	}
}

// What is kept comes back; what is damaged or newer is refused whole.
func TestKeep(t *testing.T) {
	s := open(t)
	s.Open("heel")
	do(s, "guess:1=4", "show", "jump:4w", "care:heat=true", "desk=5", "measure:range")
	kept := s.Effects().Save
	o := open(t)
	if err := o.Restore(kept); err != nil || o.choice != s.choice {
		t.Fatalf("%v\n%+v\n%+v", err, o.choice, s.choice)
	}
	if o.Effects().Save != nil {
		t.Error("a restored scene wants to be kept again")
	}
	before := o.choice
	for i := range kept {
		bad := append([]byte(nil), kept...)
		bad[i] ^= 0x55
		if err := o.Restore(bad); err == nil {
			o.choice.valid(t)
			o.choice = before
		} else if o.choice != before {
			t.Fatalf("byte %d: a refused save changed the scene", i)
		}
	}
	if o.Restore(kept[:len(kept)-1]) == nil || o.Restore(nil) == nil {
		t.Error("a cut save is taken")
	}
}

// valid fails where a choice is out of its bounds.
func (c *choice) valid(t *testing.T) {
	t.Helper()
	if c.Desk < 0 || c.Desk > maxDesk || c.Visits < 0 || c.Visits > maxVisits || c.Every < 1 || c.Every > maxEvery ||
		c.Measure < 0 || c.Measure >= measureCount || c.At < 0 || c.At >= len(moments) {
		t.Errorf("out of bounds: %+v", c)
	}
}

func FuzzRestore(f *testing.F) {
	s := open(f)
	do(s, "show", "jump:4w", "care:heat=true")
	f.Add(s.Effects().Save)
	f.Add([]byte{0x80})
	o := open(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		before := o.choice
		if err := o.Restore(b); err != nil {
			if err.Error() == "" || o.choice != before {
				t.Errorf("%v; the scene changed: %v", err, o.choice != before)
			}
			return
		}
		o.choice.valid(t)
	})
}

// Every word that can be opened has its card, with its mark.
func TestCards(t *testing.T) {
	s := open(t)
	do(s, "show")
	words := document(t, s).Find("[data-do^='explain:']")
	if words.Length() < measureCount+len(careNames) {
		t.Fatalf("%d words open a card", words.Length())
	}
	words.Each(func(_ int, e *goquery.Selection) {
		in, _ := e.Attr("data-do")
		s.explain = ""
		do(s, in)
		card := document(t, s).Find(".card")
		if card.Length() != 1 || strings.TrimSpace(card.Text()) == "" {
			t.Errorf("%s opens %d cards", in, card.Length())
		}
	})
}

// The summary for readers names the numbers that the chart draws.
func TestSummary(t *testing.T) {
	s := open(t)
	do(s, "show", "measure:threshold")
	got := s.summary()
	for _, x := range []float64{s.curves[mine].values[ofPPT][0], s.curves[alone].values[ofPPT][len(moments)-1]} {
		if !strings.Contains(got, whole(x)+" kPa") {
			t.Errorf("%q does not name %v", got, math.Round(x))
		}
	}
}

// By the arrows and by a pointer the boxes become those of the day that is shown, and the
// pressed button that of the moment.
func TestTheDayIsToldHoweverItIsReached(t *testing.T) {
	s := open(t)
	do(s, "show", "jump:before", "scope:day", "care:yoga=true")
	box := func() bool { return document(t, s).Find("#weeks-care-yoga[checked]").Length() == 1 }
	if !box() {
		t.Fatal("the first day has no yoga")
	}
	rev := s.Revision()
	s.Key("End", false)
	if s.Revision() == rev || box() || document(t, s).Find("[aria-pressed=true]").Text() != "24 weeks" {
		t.Error("the last day is shown as the first")
	}
	rev = s.Revision()
	s.Point(scenes.Pointer{Zone: "weeks-chart", Phase: scenes.Down, X: 1, Y: 1, W: 1000, H: 500})
	if s.Revision() == rev || !box() {
		t.Error("the first day is shown as the last")
	}
	rev = s.Revision()
	s.Point(scenes.Pointer{Zone: "weeks-chart", Phase: scenes.Move, X: 150, Y: 1, W: 1000, H: 500})
	if s.Revision() == rev || document(t, s).Find("#weeks-to-before[aria-pressed=true]").Length() != 0 {
		t.Error("within a day the pressed button stays")
	}
}

// Whose weeks were left are kept, however many they are; those who are gone go first.
func TestTheWeeksOfManyAreKept(t *testing.T) {
	s := open(t)
	s.left = map[string]choice{}
	for i := range mostLeft + 20 {
		c := s.choice
		c.Person, c.Shown = "a-gone-"+strconv.Itoa(i), true
		s.left[c.Person] = c
	}
	s.people = append(s.people, Person{ID: "z-last", Name: "Zoe", Seed: 9})
	s.Open("z-last")
	do(s, "show")
	s.Open("heel")
	to := open(t)
	to.people = s.people
	if err := to.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	if to.Open("z-last"); !to.choice.Shown || len(to.left) > mostLeft+1 {
		t.Errorf("of %d people who are kept, the last to be left is not one", len(to.left))
	}
}
