package lab

import (
	"strings"
	"testing"

	"taut/game/session"
)

// A pass that touches bone ends the point as Stop here does: the needle is out,
// the point is judged, and it is said why. Undo pass takes all of it back.
func TestBoneEndsThePoint(t *testing.T) {
	s := newStudent(t).fan(4).does("depth=28", "pass", "pass").rests()
	f := s.face()
	if !f.Stopped || len(f.Feedback.Verdict) == 0 || !strings.Contains(f.Feedback.Headline, "bone") || !strings.Contains(f.Feedback.Next, "Undo pass") {
		t.Errorf("stopped %v, %d lines of verdict, %q %q", f.Stopped, len(f.Feedback.Verdict), f.Feedback.Headline, f.Feedback.Next)
	}
	if _, _, in := s.play.Tip(); in {
		t.Error("the needle is still in")
	}
	if f.Passes != 5 {
		t.Errorf("%d passes: the one that was asked for meanwhile is made as well", f.Passes)
	}
	s.does("undo")
	a := s.play.Actions()
	if f := s.face(); f.Stopped || f.Passes != 4 || a[len(a)-1].Op != session.Stroke {
		t.Errorf("taken back: stopped %v, %d passes, last %v", f.Stopped, f.Passes, a[len(a)-1].Op)
	}
	s.does("depth=19", "pass").rests()
	if f := s.face(); f.Stopped || f.Passes != 5 {
		t.Errorf("one more: stopped %v, %d passes", f.Stopped, f.Passes)
	}
}

// A finger that pushes to the bone ends the point as well, and its gesture.
func TestAPushToTheBoneEndsThePoint(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs()
	for range 3 {
		f.pushes(30, 80).pushes(-18, 80)
	}
	f.lets().rests()
	if face := s.face(); !face.Stopped || face.Passes != 1 {
		t.Errorf("stopped %v, %d passes", face.Stopped, face.Passes)
	}
}

// While Play runs on, bone holds time.
func TestBoneHoldsTimeThatRuns(t *testing.T) {
	s := newStudent(t).does("play", "depth=28", "pass")
	s.Advance(9000)
	if f := s.face(); !f.Stopped || f.Playing {
		t.Errorf("stopped %v, playing %v", f.Stopped, f.Playing)
	}
}
