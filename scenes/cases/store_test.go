package cases

import (
	"slices"
	"strconv"
	"testing"

	"taut/game/session"
)

// What is kept comes back: the open case, its step, its strokes and answers.
func TestKeptAndRefused(t *testing.T) {
	s := visiting(t, "neck-pain", "1")
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
		if to.rec.Step > reached(to.at, to.rec) {
			t.Errorf("%s: it stands at %s", name, stepNames[to.rec.Step])
		}
	}
}

// A lab that has grown longer than a save can hold stays as it was kept last; nothing
// else is lost with it.
func TestALongVisitIsKept(t *testing.T) {
	s := visiting(t, "neck-pain", "0")
	for i := 0; len(s.rec.Work) == 0 || len(s.rec.Work[0]) < mostWork-2000; i++ {
		pass(s, i)
		s.Effects()
		if i > 2000 {
			t.Skip("the lab itself is bounded below that")
		}
	}
	for i := range 10 {
		pass(s, i)
		s.Effects()
	}
	to := open(t)
	if err := to.Restore(s.keep()); err != nil || to.Place() != "neck-pain" || len(to.rec.Work) == 0 || len(to.rec.Work[0]) > mostWork {
		t.Errorf("a visit of %d bytes: %v", len(s.rec.Work[0]), err)
	}
}

// However many people were met over time, their save is read again.
func TestManyPeopleAreKept(t *testing.T) {
	s, first := open(t), 0
	s.others = map[string]savedCase{}
	for i := range mostCases + 100 {
		s.others["of-a-pack-"+strconv.Itoa(i)] = savedCase{Numbers: make([]int, 6), Bits: make([]uint32, 3)}
	}
	for i := range s.book.Cases {
		s.Open(s.book.Cases[i].ID)
		do(s, "consent")
	}
	for id, c := range s.others {
		c.ID = id
		s.others[id] = c
	}
	to := open(t)
	if err := to.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	for _, r := range to.records {
		if r.Asked {
			first++
		}
	}
	if first != len(s.book.Cases) || len(to.others) != mostCases-first {
		t.Errorf("%d people and %d of packs are left", first, len(to.others))
	}
}

// Where a case has fewer things to ask about than when it was begun, it goes on.
func TestAShorterCaseGoesOn(t *testing.T) {
	s := open(t)
	s.Open("neck-pain")
	meetIt(s)
	findIt(s)
	decideIt(s)
	kept := s.keep()
	to := open(t)
	b := *to.book
	b.Cases = slices.Clone(b.Cases)
	for i := range b.Cases {
		b.Cases[i].Tried = b.Cases[i].Tried[:len(b.Cases[i].Tried)-1]
	}
	to.book = &b
	if err := to.Restore(kept); err != nil || to.rec.Step != s.rec.Step {
		t.Errorf("it comes back at %s: %v", stepNames[to.rec.Step], err)
	}
}
