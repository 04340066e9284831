package cases

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/chance"
	"taut/game/course"
	"taut/game/trigger"
	"taut/scenes"
)

// Every case can be gone through from the story to the look back, each of its steps
// with all its texts; it is needled exactly where that is right, and who does all of
// it rightly is faulted for nothing.
func TestEveryCaseToItsEnd(t *testing.T) {
	s := open(t)
	document(t, s)
	for _, c := range s.book.Cases {
		if !s.Open(c.ID) {
			t.Fatalf("%s does not open", c.ID)
		}
		for _, step := range path(&c) {
			if s.rec.Step != step {
				t.Fatalf("%s stands at %s, want %s", c.ID, stepNames[s.rec.Step], stepNames[step])
			}
			document(t, s)
			if todo := s.todo(); step != result && todo == "" {
				t.Errorf("%s at %s has nothing to be done", c.ID, stepNames[step])
			}
			switch step {
			case meet:
				meetIt(s)
			case find:
				findIt(s)
			case decide:
				decideIt(s)
			case needle:
				needleIt(s)
			case leave:
				leaveIt(s)
			case later:
				do(s, "reply:"+right(&c), "next")
			}
		}
		d := document(t, s)
		text := d.Find(".step-result").Text()
		if !strings.Contains(text, "They do not measure clinical skill") || !strings.Contains(text, "first decision was the right one") {
			t.Errorf("%s is looked back at with %q", c.ID, text)
		}
		if n := d.Find("#cases-judged").Length(); (n == 1) != (c.End == cases.Needle) {
			t.Errorf("%s: %d visits are judged", c.ID, n)
		}
		if c.End == cases.Needle && !strings.Contains(text, "Nothing to fault") {
			t.Errorf("%s is faulted: %q", c.ID, text)
		}
		if d.Find("a[href='#weeks/"+c.ID+"']").Length() != 1 {
			t.Errorf("%s has no way to the weeks after", c.ID)
		}
		for _, word := range []string{"competent", "certified", "safe to practise", "ready to"} {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%s says %q", c.ID, word)
			}
		}
	}
}

// Nothing goes on before what it takes: no stroke without consent, without the harm
// met first, after the stop, or where a needle is wrong; no decision before the
// alternatives.
func TestNothingStartsEarly(t *testing.T) {
	s := open(t)
	s.Open("neck-pain")
	do(s, "next")
	if s.rec.Step != meet || s.out.Say == nil {
		t.Error("the case goes on without consent, or does not say why not")
	}
	do(s, "step:needle")
	if s.rec.Step != meet || s.notice == "" {
		t.Error("a step that is not open is gone to")
	}
	meetIt(s)
	findIt(s)
	do(s, "end:needle")
	if s.rec.End != "" {
		t.Error("it is decided before the alternatives were looked at")
	}
	decideIt(s)
	do(s, "point:0", "pass")
	if s.rec.Inside || s.outcome().Passes != 0 {
		t.Error("a point is needled before the harm was met")
	}
	if d := document(t, s); d.Find(".cases-bodies figure").Length() != 2 || d.Find(".met").Length() != 1 {
		t.Error("of the two bodies not one is harmed")
	}
	do(s, "meet-harm", "point:0")
	pass(s, 0)
	do(s, "stop")
	pass(s, 1)
	if n := s.outcome().Passes; n != 1 {
		t.Errorf("%d passes, want 1: the needle is out", n)
	}
	do(s, "undo", "restart", "point:leave", "stop", "point:1")
	if n := s.outcome().Passes; n != 1 || s.rec.Inside {
		t.Errorf("%d passes, want 1: the visit is over, and nothing is taken back", n)
	}

	s.Open("plantar-fasciitis")
	meetIt(s)
	findIt(s)
	for i := range s.at.Tried {
		do(s, "look:"+strconv.Itoa(i))
	}
	do(s, "end:needle", "next", "step:needle", "point:0")
	if s.rec.Step != decide || s.rec.Inside {
		t.Error("who does not agree is needled")
	}
	do(s, "end:do-not", "next")
	if s.rec.Step != later || s.rec.Tried != "needle" {
		t.Errorf("after the change it stands at %s, the first decision was %q", stepNames[s.rec.Step], s.rec.Tried)
	}
}

// A wrong first decision, a question that was not asked, harm, and strokes after a
// stop are told in the look back.
func TestWhatWentWrongIsTold(t *testing.T) {
	s := open(t)
	s.Open("hip-pain")
	meetIt(s)
	findIt(s)
	for i := range s.at.Tried {
		do(s, "look:"+strconv.Itoa(i))
	}
	do(s, "end:first", "end:needle", "next", "meet-harm", "point:0")
	for k := range s.at.Stops + 1 {
		pass(s, k)
	}
	if said := document(t, s).Find("#cases-struck").Text(); !strings.Contains(said, "has said stop") {
		t.Errorf("it says %q", said)
	}
	do(s, "angle=0")
	// A speed is no length, and straight in there is no way aside.
	if m := anatomy.Measure(strings.ReplaceAll(document(t, s).Find("#controls").Clone().Find(".card").Remove().End().Text(), " mm/s", "")); m != "" {
		t.Errorf("the lab at somebody's point tells %q", m)
	}
	limb := s.lab().Session().Limb()
	do(s, "depth=90", "across="+strconv.FormatFloat(limb.Ground.Dangers[0].Across, 'f', 1, 64))
	pass(s, 0)
	d := document(t, s)
	if said := d.Find("#feedback").Text(); !strings.Contains(said, "Stop. The tip is at a vessel of the buttock") {
		t.Errorf("the lab says %q", said)
	}
	do(s, "point:leave")
	if !s.rec.Ended {
		t.Error("the visit goes on after harm")
	}
	do(s, "next", "left")
	if document(t, s).Find("#cases-left").Length() != 0 || s.rec.Left {
		t.Error("who was hurt is sent home before help is called")
	}
	do(s, "call", "left", "next", "reply:usual", "next")
	text := document(t, s).Find(".step-result").Text()
	for _, want := range []string{"try something else first", "went on after", "met what lies beneath"} {
		if !strings.Contains(text, want) {
			t.Errorf("the look back says nothing of %q: %q", want, text)
		}
	}
	s.Open("knee-pain")
	meetIt(s)
	findIt(s)
	for i := range s.at.Tried {
		do(s, "look:"+strconv.Itoa(i))
	}
	do(s, "end:ask", "next", "reply:usual", "next")
	if text := document(t, s).Find(".step-result").Text(); !strings.Contains(text, "did not ask about: Blood thinners") {
		t.Errorf("the look back says %q", text)
	}
}

// An active point brings on the pain that the person knows, and the picture shows
// where it is felt; a latent one and a sore place do not.
func TestOnlyTheActivePointBringsOnThePain(t *testing.T) {
	s := open(t)
	s.Open("shoulder-pain")
	meetIt(s)
	for m, f := range s.at.Felt {
		do(s, "muscle:"+strconv.Itoa(m), "place="+strconv.Itoa(s.at.Spot(m)), "press")
		d := document(t, s)
		if n := d.Find(".figure .referred").Length(); (n > 0) != (f.Is == cases.Active) {
			t.Errorf("%s (%s): %d places light up", f.Muscle, f.Is, n)
		}
		if said := d.Find("#cases-found").Text(); !strings.Contains(said, f.Text) {
			t.Errorf("%s: it says %q", f.Muscle, said)
		}
	}
}

// A finger on the strip presses where it is.
func TestPressByPointer(t *testing.T) {
	s := open(t)
	s.Open("back-pain")
	meetIt(s)
	s.Point(scenes.Pointer{Zone: "cases-muscle", Phase: scenes.Down, X: 299, W: 300, Y: 10, H: 72})
	if s.rec.Place != cases.Places-1 || !s.rec.pressed(0) {
		t.Errorf("it presses at %d", s.rec.Place)
	}
}

// With the sound on, a press is heard by what is under the finger, once; it is silence
// else.
func TestPressIsHeard(t *testing.T) {
	s := open(t)
	s.Open("back-pain")
	meetIt(s)
	at := func(place int) scenes.Audio {
		do(s, "place="+strconv.Itoa(place), "press")
		return s.Effects().Audio
	}
	spot := s.at.Spot(0)
	if a := at(spot); a.On || a.Ticks != 0 {
		t.Errorf("it sounds before it is asked for: %+v", a)
	}
	do(s, "sound=true")
	s.Effects()
	knot, cord := at(spot), at((spot+7)%cases.Places)
	if !knot.On || knot.Ticks == 0 || knot.Ticks == cord.Ticks || cord.Ticks == 0 || knot.Buzz <= cord.Buzz {
		t.Errorf("a knot sounds as %+v, a cord as %+v", knot, cord)
	}
	if a := s.Effects().Audio; a.Ticks != 0 {
		t.Errorf("one press sounds twice: %+v", a)
	}
	r := open(t)
	if err := r.Restore(s.keep()); err != nil || !r.sound {
		t.Errorf("the choice is not kept: %v", err)
	}
}

// What somebody has tried is told when they are met, and stays told at the decision.
func TestTriedIsAskedAtTheMeeting(t *testing.T) {
	s := open(t)
	s.Open("neck-pain")
	for i := range s.at.Tried {
		if text := document(t, s).Find(".cases-list").Text(); strings.Contains(text, s.was(i)) {
			t.Errorf("%q is told before it is asked", s.was(i))
		}
		do(s, "look:"+strconv.Itoa(i))
		if text := document(t, s).Find(".cases-list").Text(); !strings.Contains(text, s.was(i)) {
			t.Errorf("at the meeting %q is not told", s.was(i))
		}
	}
	meetIt(s)
	findIt(s)
	if text := document(t, s).Find(".cases-list").Text(); !strings.Contains(text, s.was(0)) {
		t.Errorf("the decision has forgotten %q", s.was(0))
	}
}

// What belongs to another step, or to nobody, is refused.
func TestIntentsOfAnotherStep(t *testing.T) {
	s := open(t)
	for _, c := range s.book.Cases {
		s.Open(c.ID)
		for _, in := range []string{"meet-harm", "stop", "point:0"} {
			if do(s, in); s.notice == "" || s.rec.Met || s.rec.Ended {
				t.Errorf("%s takes %s", c.ID, in)
			}
		}
	}
}

// Who was followed to the end stays so on the list when an earlier step is looked at.
func TestWhoIsDoneStaysDone(t *testing.T) {
	s := open(t)
	s.Open("plantar-fasciitis")
	meetIt(s)
	findIt(s)
	decideIt(s)
	do(s, "reply:"+right(s.at), "next")
	for _, step := range []string{"step:result", "step:decide", "step:meet"} {
		do(s, step)
		s.Open("")
		if got := document(t, s).Find("#cases-plantar-fasciitis.done .state").Length(); got != 1 {
			t.Errorf("after %s the list does not show it as done", step)
		}
		s.Open("plantar-fasciitis")
	}
}

// What was refused or explained with one person does not stand with the next.
func TestNothingIsCarriedToTheNextPerson(t *testing.T) {
	s := open(t)
	s.Open("neck-pain")
	meetIt(s)
	do(s, "press", "explain:pressure", "bogus")
	if s.notice == "" || s.explain == "" {
		t.Fatal("nothing is refused or explained")
	}
	s.Open("plantar-fasciitis")
	if s.notice != "" || s.explain != "" {
		t.Errorf("%q and %q are carried over", s.notice, s.explain)
	}
}

// The pain that a person tells of at the meeting is that of the model's patient, whom the
// lab asks and whose weeks are followed.
func TestThePainIsThatOfThePatient(t *testing.T) {
	s := open(t)
	for _, c := range s.book.Cases {
		p := course.New(trigger.Active, course.Population, chance.Source{Seed: c.Seed})
		b := p.Baseline()
		if got := math.Round(p.Pain(&b)); got != float64(c.Pain) {
			t.Errorf("%s tells of %d, the patient of %v", c.ID, c.Pain, got)
		}
	}
}

// Before the decision the steps do not tell who is needled; after it they do.
func TestTheStepsDoNotTell(t *testing.T) {
	s := open(t)
	for _, c := range s.book.Cases {
		s.Open(c.ID)
		if n := document(t, s).Find("#cases-steps button").Length(); n != 3 {
			t.Errorf("%s: %d steps", c.ID, n)
		}
		meetIt(s)
		findIt(s)
		decideIt(s)
		if n := document(t, s).Find("#cases-steps button").Length(); n != len(path(s.at)) {
			t.Errorf("%s, decided: %d steps", c.ID, n)
		}
	}
}

// The reasons of a right decision are told to those who have asked.
func TestTheReasonsFollowTheQuestions(t *testing.T) {
	s := open(t)
	s.Open("neck-pain") // she has fainted before
	meetIt(s)
	findIt(s)
	for i := range s.at.Tried {
		do(s, "look:"+strconv.Itoa(i))
	}
	fainting := slices.IndexFunc(s.screen.Precautions, func(p anatomy.Precaution) bool { _, has := s.at.Answer(p.ID); return has })
	for _, ask := range []int{-1, (fainting + 1) % len(s.screen.Precautions), fainting} {
		if ask >= 0 {
			do(s, "ask:"+strconv.Itoa(ask))
		}
		do(s, "end:needle")
		if told := strings.Contains(document(t, s).Text(), s.at.Why); told != (ask == fainting) {
			t.Errorf("asked %d: the reasons are told: %t", ask, told)
		}
	}
}
