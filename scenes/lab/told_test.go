package lab

import (
	"math"
	"slices"
	"strings"
	"testing"

	"taut/scenes"
)

// What is judged and what was guessed is read again after a reload.
func TestVerdictAndGuessComeBack(t *testing.T) {
	s := newStudent(t).fan(2).does("stop")
	s.Do(scenes.Intent{Do: "guess:2"})
	kept := s.Effects().Save
	o := newStudent(t)
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	if got, want := o.face().Feedback.Verdict, s.face().Feedback.Verdict; len(want) != 5 || !slices.Equal(got, want) {
		t.Errorf("the verdict came back as %q, was %q", got, want)
	}
	if g := o.face().Guess; !g.Open || g.Chosen != 2 || g.Question != s.face().Guess.Question {
		t.Errorf("the guess came back as %+v", g)
	}
}

// Someone who does not see the picture hears where the keys have put the needle:
// once, when the keys rest.
func TestKeysSayTheAimOnce(t *testing.T) {
	s := newStudent(t)
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"]", "]", "]"}, "Needle: 10°, towards 3 o’clock."},
		{[]string{"ArrowRight", "ArrowRight"}, "Aim: 1 mm to the right."},
		{[]string{"PageDown"}, "Depth: 20 mm."},
	} {
		before := len(s.said)
		s.types(c.keys...)
		s.Advance(aimMS + 100)
		s.listen()
		if told := s.said[before:]; len(told) != 1 || told[0] != c.want {
			t.Errorf("%v is told as %q, want %q", c.keys, told, c.want)
		}
	}
	if !s.Steady() {
		t.Error("the lab does not come to rest")
	}
}

// After a wait "was" is the tension before it, not that before the last pass.
func TestTensionWasFollowsAWait(t *testing.T) {
	s := newStudent(t).fan(4)
	held := s.face().Tension
	s.does("wait:5m").rests()
	if got := s.face().TensionWas; math.Abs(got-held) > 1 {
		t.Errorf("after the wait it was %.1f; it was held at %.1f", got, held)
	}
}

func TestStillPicturesTellATwitch(t *testing.T) {
	s := &student{Lab: New(Options{Words: words(t), Still: true}), t: t}
	s.Resize(800, 600, 0)
	s.does("pass").rests()
	if s.face().Feedback.Strip <= 0 || !strings.Contains(markup(t, s.face(), s.words), `class="strip"`) {
		t.Error("no strip under reduced motion")
	}
	s.does("press")
	if s.face().Feedback.Strip > 0 {
		t.Error("the strip stays under another text")
	}
}

func TestTheGaugeOfHealthyMuscleHasOneWord(t *testing.T) {
	s := newStudent(t).does("kind:healthy")
	html := markup(t, s.face(), s.words)
	if strings.Count(html, s.words.T("panel.healthy-start")) != 1 {
		t.Error("the gauge of healthy muscle does not join its two marks' words")
	}
}

// A band that tightens again over a wait is told with its reason.
func TestAWaitThatUndoesTheWorkSaysWhy(t *testing.T) {
	for _, w := range [...]string{"1d", "3d", "3w"} {
		s := newStudent(t).does("pass").rests().does("pass").rests().does("wait:" + w).rests()
		if got, want := s.face().Feedback.Body, s.words.T("lab.feedback.wait-"+w+"-back.body"); got != want {
			t.Errorf("after %s and tension %.0f, was %.0f: %q", w, s.face().Tension, s.face().TensionWas, got)
		}
	}
}

// The description tells of the other side where the model has twitches there.
func TestTheOtherSideIsToldOfActivePoints(t *testing.T) {
	for kind, want := range map[string]bool{"active": true, "latent": false} {
		s := newStudent(t).does("kind:"+kind, "pass").rests()
		if s.face().Twitches != 1 {
			t.Fatalf("%s: no twitch", kind)
		}
		if got := strings.Contains(s.describe(), s.words.T("lab.describe.both")); got != want {
			t.Errorf("%s: the other side is told of: %v", kind, got)
		}
	}
}
