package compare

import (
	"testing"

	"taut/game/course"
	"taut/game/session"
)

// Stop keeps what was found, and Go on comes to the same end.
func TestStopAndGoOn(t *testing.T) {
	s, whole := open(t), open(t)
	for _, s := range []*Scene{s, whole} {
		do(s, "people:1", "run")
	}
	follow(t, whole)
	for s.followed() < 2 {
		s.Advance(16)
	}
	do(s, "stop")
	n := s.followed()
	s.Advance(1000)
	if !s.Steady() || s.followed() != n || document(t, s).Find("#compare-chart .curve").Length() == 0 {
		t.Error("a stopped study goes on, or shows nothing")
	}
	do(s, "go-on")
	follow(t, s)
	if a, b := s.verdict(), whole.verdict(); a != b {
		t.Errorf("with a pause it says %q, without %q", a, b)
	}
}

// What is kept comes back and runs again to the same words; what is none of it is
// refused in one sentence and changes nothing.
func TestKeptAndRefused(t *testing.T) {
	s := open(t)
	do(s, "preset:acupuncture", "people:0", "visits:single", "guess:dry", "measure:soreness", "jump:12w", "run")
	follow(t, s)
	kept := s.keep()
	r := open(t)
	if err := r.Restore(kept); err != nil {
		t.Fatal(err)
	}
	follow(t, r)
	if r.choice != s.choice || r.verdict() != s.verdict() || r.Place() != "acupuncture" {
		t.Errorf("%+v became %+v", s.choice, r.choice)
	}
	s = open(t)
	do(s, "people:1", "run")
	for s.followed() < 4 {
		s.Advance(16)
	}
	do(s, "stop")
	r = open(t)
	if err := r.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	follow(t, r)
	if !r.stopped || r.followed() != s.followed() || r.at(2, 9, 0) != s.at(2, 9, 0) {
		t.Errorf("stopped after %d people, it comes back with %d", s.followed(), r.followed())
	}
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("nonsense"), "more": append(append([]byte{}, kept...), 0)} {
		r := open(t)
		if err := r.Restore(b); err == nil || r.choice != fresh() {
			t.Errorf("%s is taken up", name)
		}
	}
	newer, _ := (&savedComparison{Format: savedFormat + 1}).MarshalMsg(nil)
	if err := open(t).Restore(newer); err != session.ErrNewer {
		t.Errorf("a newer save gives %v", err)
	}
}

// FuzzRestore holds that no bytes break the scene, and that what is taken up is
// kept as the same.
func FuzzRestore(f *testing.F) {
	s := open(f)
	f.Add(s.keep())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		s := New(Options{})
		if s.Restore(b) != nil {
			return
		}
		if n := len(s.choice.arms()); n < fewest || n > most {
			t.Fatalf("%d arms", n)
		}
		again := New(Options{})
		if err := again.Restore(s.keep()); err != nil || again.choice != s.choice {
			t.Fatalf("%+v is kept as %+v (%v)", s.choice, again.choice, err)
		}
	})
}

// A save whose guess is not among what is compared says nothing of it, and the study
// runs to its end.
func TestAGuessAtNothing(t *testing.T) {
	s := open(t)
	s.choice.Size, s.choice.Guess = 0, int(course.Heat)
	s.run()
	to := open(t)
	if s.choice.Arms>>course.Heat&1 == 1 {
		t.Fatal("heat is compared")
	}
	if err := to.Restore(s.keep()); err != nil || to.choice.Guess != -1 {
		t.Fatalf("%v, guess %d", err, to.choice.Guess)
	}
	follow(t, to)
	document(t, to)
}

// A study that was stopped, taken up again and stopped sooner goes on to its end; one
// that is reloaded while it catches up stops where it had been stopped.
func TestStopAfterAReload(t *testing.T) {
	s := open(t)
	do(s, "people:1", "run")
	for s.followed() < 6 {
		s.Advance(16)
	}
	do(s, "stop")
	kept := s.keep()
	r := open(t)
	if err := r.Restore(kept); err != nil {
		t.Fatal(err)
	}
	r.Advance(16)
	again := r.keep()
	for r.followed() < 3 {
		r.Advance(16)
	}
	do(r, "stop", "go-on")
	if follow(t, r); !r.done() {
		t.Errorf("it stops by itself after %d", r.followed())
	}
	q := open(t)
	if err := q.Restore(again); err != nil {
		t.Fatal(err)
	}
	if follow(t, q); !q.stopped || q.followed() != s.followed() {
		t.Errorf("reloaded twice, it has followed %d of %d", q.followed(), s.followed())
	}
}
