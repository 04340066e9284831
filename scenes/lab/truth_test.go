package lab

import (
	"math"
	"strings"
	"testing"

	"taut/game/tick"
)

// said is a feedback in one piece.
func (f Feedback) said() string { return f.Headline + " " + f.Body + " " + f.Next }

// A stroke that misses is not given the credit for what earlier ones let go, and
// nobody reads that the knot stayed as it was while the band goes slack.
func TestAMissWhileTheBandLetsGo(t *testing.T) {
	for name, set := range map[string]string{"beside": "aim=14", "near": "aim=6", "shallow": "depth=4", "slow": "speed=8"} {
		s := newStudent(t)
		still := s.words.T("lab.feedback.still.body")
		s.does(set, "pass").rests()
		if f := s.face(); strings.Contains(f.Feedback.said(), still) {
			t.Errorf("%s first: %q, and the tension is %.1f", name, f.Feedback.said(), f.Tension)
		}
		s = newStudent(t).fan(4).does(set, "pass").rests()
		f := s.face()
		if math.Round(f.TensionWas)-math.Round(f.Tension) < 1 {
			t.Fatalf("%s: the band was %.1f and is %.1f", name, f.TensionWas, f.Tension)
		}
		if got := f.Feedback.said(); !strings.Contains(got, still) || strings.Contains(got, "just as it was") {
			t.Errorf("%s after four passes: %q", name, got)
		}
	}
}

// "Was" is the number that was read before the pass: in the panel, in what is
// said and in the steps.
func TestWasIsTheNowThatWasRead(t *testing.T) {
	s := newStudent(t)
	read := whole(s.face().Tension)
	for i := range 14 {
		s.types("]").does("pass").rests()
		f := s.face()
		if whole(f.TensionWas) != read || !strings.Contains(s.last(), "was "+read+".") {
			t.Errorf("pass %d: %s was read, then the panel says %s and the voice %q", i+1, read, whole(f.TensionWas), s.last())
		}
		if i > 0 && whole(f.Bars[i-1].Tension) != read {
			t.Errorf("pass %d: %s was read, and the step before it stands at %s", i+1, read, whole(f.Bars[i-1].Tension))
		}
		read = whole(f.Tension)
	}
}

// Stop after a wait judges the point as it was when the needle came out, and says so.
func TestStopAfterAWaitJudgesTheNeedling(t *testing.T) {
	at := newStudent(t).fan(8).does("stop")
	late := newStudent(t).fan(8).does("wait:1d").rests()
	head, now := late.play.Head(), late.face().Tension
	late.does("stop")
	want, got := at.face().Feedback.Verdict, late.face().Feedback.Verdict
	for i := range want {
		if want[i] != got[i] {
			t.Errorf("judged %q at once and %q a day later", want[i], got[i])
		}
	}
	if f := late.face(); !strings.Contains(f.Feedback.Headline, "As the needle came out") || late.play.Now() != head || math.Abs(f.Tension-now) > 0.01 {
		t.Errorf("%q; the run is at %v of %v, tension %.1f, was %.1f", f.Feedback.Headline, late.play.Now(), head, f.Tension, now)
	}
}

// The usual pain is not asked for before five minutes are over.
func TestAskingIsTooEarlyAtFirst(t *testing.T) {
	for _, before := range [][]string{{"wait:10s"}, {"stop"}, {"stop", "wait:10s"}} {
		s := newStudent(t).fan(2).does(before...).rests().does("ask")
		if f := s.face(); !strings.Contains(f.Feedback.Headline, "too early") || f.PainAsked != "pain.before" {
			t.Errorf("after %v: %q, asked %s", before, f.Feedback.Headline, f.PainAsked)
		}
		s.does("wait:5m").rests().does("ask")
		if f := s.face(); f.PainAsked != "pain.now" {
			t.Errorf("after %v and five minutes: %q", before, f.Feedback.Headline)
		}
	}
	if early != 5*tick.Minute {
		t.Error("the text says five minutes")
	}
}

// After the point has ended, the page says what One pass will do before it does it.
func TestOnePassAfterTheEndIsTold(t *testing.T) {
	s := newStudent(t).fan(2)
	ended := s.words.T("panel.ended")
	if strings.Contains(markup(t, s.face(), s.words), ended) {
		t.Error("an open point has ended")
	}
	s.does("depth=28", "pass").rests()
	if f := s.face(); !strings.Contains(markup(t, f, s.words), ended) || !strings.Contains(f.Feedback.Next, "One pass") || !strings.Contains(s.last(), "One pass") {
		t.Errorf("after bone: %q, said %q", f.Feedback.Next, s.last())
	}
	s.does("undo", "stop")
	if f := s.face(); !strings.Contains(f.Feedback.Next, ended) || !strings.Contains(s.last(), ended) {
		t.Errorf("after Stop here: %q, said %q", f.Feedback.Next, s.last())
	}
	s.does("depth=19", "pass").rests()
	if strings.Contains(markup(t, s.face(), s.words), ended) {
		t.Error("the point that goes on has ended")
	}
}

// The field's words come with a sentence that says so, once.
func TestTheFieldsWordsAreIntroduced(t *testing.T) {
	s := newStudent(t).fan(3)
	text := s.words.T("lab.feedback.names.next")
	if !strings.HasSuffix(s.last(), text) || !strings.HasSuffix(s.face().Feedback.Next, text) {
		t.Errorf("said %q, read %q", s.last(), s.face().Feedback.Next)
	}
	s.does("pass").rests()
	if strings.Contains(s.face().Feedback.Next, text) {
		t.Error("they are introduced twice")
	}
	s = newStudent(t).does("more")
	if strings.TrimSpace(s.last()) != text || !strings.HasSuffix(s.face().Feedback.Next, text) {
		t.Errorf("at More: said %q", s.last())
	}
}

// The 100 of healthy muscle is not read as strain.
func TestHealthyMuscleHasNothingToLetGo(t *testing.T) {
	s := newStudent(t).does("kind:healthy", "pass").rests()
	d := rendered(t, s.face(), s.words)
	if got := spoken(d.Find("#out-tension")); got != "100 of 100: nothing to let go" {
		t.Errorf("tension reads %q", got)
	}
	if !d.Find("#lab").HasClass("healthy") {
		t.Error("its gauge has the colour of a tight band")
	}
}
