package quiz

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/game/anatomy"
	bank "taut/game/quiz"
	"taut/scenes"
)

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

// What a slider of a curve says is a whole number: a drawn curve has no decimals.
func TestCurvesAreDrawnInWholeNumbers(t *testing.T) {
	s := open(t)
	for _, q := range s.bank.Questions {
		if q.Kind != bank.Predict {
			continue
		}
		s.Open(q.ID)
		d := document(t, s)
		sliders := d.Find(".quiz-sliders input")
		if sliders.Length() < 2 {
			t.Errorf("%s has %d sliders", q.ID, sliders.Length())
		}
		sliders.Each(func(_ int, in *goquery.Selection) {
			if _, err := strconv.Atoi(in.AttrOr("value", "")); err != nil || strings.Contains(in.AttrOr("aria-valuetext", "."), ".") {
				t.Errorf("%s: %s stands at %s, %q", q.ID, in.AttrOr("id", ""), in.AttrOr("value", ""), in.AttrOr("aria-valuetext", ""))
			}
		})
	}
}
