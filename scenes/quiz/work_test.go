package quiz

import (
	"strings"
	"testing"
)

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
