package cases

import (
	"testing"

	"taut/game/session"
)

// What is kept comes back: the open case, its step, its strokes and answers.
func TestKeptAndRefused(t *testing.T) {
	s := open(t)
	s.Open("neck-pain")
	meetIt(s)
	findIt(s)
	decideIt(s)
	do(s, "meet-harm", "point:1")
	pass(s, 0)
	pass(s, 1)
	kept := s.Effects().Save
	r := open(t)
	if err := r.Restore(kept); err != nil {
		t.Fatal(err)
	}
	if r.Place() != "neck-pain" || r.lab() == nil || r.rec.Point != 1 || r.rec.Step != needle || r.outcome() != s.outcome() || r.outcome().Passes != 2 {
		t.Errorf("%+v became %+v", s.rec, r.rec)
	}
	if again := r.keep(); string(again) != string(kept) {
		t.Error("it is kept otherwise")
	}
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("nonsense"), "more": append(append([]byte{}, kept...), 0)} {
		r := open(t)
		if err := r.Restore(b); err == nil || r.Place() != "" {
			t.Errorf("%s is taken up", name)
		}
	}
	newer, _ := (&savedCases{Format: savedFormat + 1}).MarshalMsg(nil)
	if err := open(t).Restore(newer); err != session.ErrNewer {
		t.Errorf("a newer save gives %v", err)
	}
}

// FuzzRestore holds that no bytes break the scene: what is taken up can be shown
// and kept.
func FuzzRestore(f *testing.F) {
	s := open(f)
	f.Add(s.keep())
	s.Open("neck-pain")
	meetIt(s)
	findIt(s)
	decideIt(s)
	do(s, "meet-harm", "point:0")
	pass(s, 0)
	s.Effects()
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

// A save cannot open the lab of somebody who has not agreed, or before the harm was met.
func TestNoSaveGoesBeforeConsent(t *testing.T) {
	for name, spoil := range map[string]func(*record){
		"nobody asked": func(r *record) { r.Asked = false },
		"harm not met": func(r *record) { r.Met = false },
		"not decided":  func(r *record) { r.End = "" },
	} {
		s := open(t)
		s.Open("neck-pain")
		meetIt(s)
		findIt(s)
		decideIt(s)
		do(s, "meet-harm", "point:0")
		if s.lab() == nil {
			t.Fatal("the lab is not open")
		}
		spoil(s.rec)
		to := open(t)
		if err := to.Restore(s.keep()); err != nil || to.lab() != nil || to.rec.Inside {
			t.Errorf("%s: the lab is open: %v", name, err)
		}
		if to.rec.Step > to.reached() {
			t.Errorf("%s: it stands at %s", name, stepNames[to.rec.Step])
		}
	}
}
