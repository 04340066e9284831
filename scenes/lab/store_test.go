package lab

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/tinylib/msgp/msgp"

	"taut/game/content"
	"taut/game/session"
	"taut/scenes"
)

func TestAKeptLabComesBack(t *testing.T) {
	s := newStudent(t)
	s.Effects()
	s.fan(4).does("hide-knot=true", "rate:2", "theme:light", "direction=7", "press")
	s.does("wait:5m").rests().does("ask")
	s.dirty = true
	kept := s.Effects().Save
	if len(kept) == 0 {
		t.Fatal("nothing was kept")
	}
	o := newStudent(t)
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	if *o.play.State() != *s.play.State() {
		t.Error("the run stands elsewhere")
	}
	a, b := *s.face(), *o.face()
	a.SpeedShown, b.SpeedShown = 0, 0 // belongs to the moment
	a.Guess, b.Guess = Guess{}, Guess{}
	if d := cmp.Diff(a, b, cmpopts.EquateNaNs()); d != "" {
		t.Errorf("the face differs (-kept +restored):\n%s", d)
	}
	o.fan(1)
	if o.face().Passes != 5 {
		t.Errorf("the restored run goes on to %d passes", o.face().Passes)
	}
}

func TestEachEventIsKept(t *testing.T) {
	s := &student{Lab: New(Options{Words: words(t)}), t: t}
	s.Resize(800, 600, 0)
	s.Effects()
	for _, do := range []string{"pass", "press", "stop", "wait:10s", "ask", "undo", "kind:latent", "restart"} {
		s.Do(scenes.Intent{Do: do})
		saved := false
		for range 1000 {
			saved = saved || len(s.Effects().Save) > 0
			if s.Steady() {
				break
			}
			s.Advance(20)
		}
		if !saved {
			t.Errorf("%s is not kept", do)
		}
	}
}

func TestDamagedLabsAreRefusedAndLoseNothing(t *testing.T) {
	s := newStudent(t).fan(2)
	s.dirty = true
	kept := s.Effects().Save
	before := *s.play.State()
	for name, b := range map[string][]byte{
		"empty": nil, "text": []byte("hello"), "cut": kept[:len(kept)-3], "more": append(append([]byte{}, kept...), 0),
	} {
		if err := s.Restore(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	k := savedLab{}
	if _, err := k.UnmarshalMsg(kept); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*savedLab){
		"format": func(k *savedLab) { k.Format = 9 },
		"speed":  func(k *savedLab) { k.Speed = 1e9 },
		"rate":   func(k *savedLab) { k.Rate = 3 },
		"pose":   func(k *savedLab) { k.Angle = 400 },
		"cards":  func(k *savedLab) { k.Cards = k.Cards[:2] },
		"theme":  func(k *savedLab) { k.Theme = "pink" },
		"run":    func(k *savedLab) { k.Run = k.Run[:10] },
	} {
		c := k
		spoil(&c)
		b, err := c.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Restore(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if *s.play.State() != before || s.face().Passes != 2 {
		t.Error("a refused lab changed the one at work")
	}
}

func FuzzRestore(f *testing.F) {
	l := New(Options{Words: &content.Words{}})
	l.Do(scenes.Intent{Do: "pass"})
	for !l.Steady() {
		l.Advance(50)
	}
	l.dirty = true
	f.Add(l.Effects().Save)
	f.Add([]byte{0x80})
	o := New(Options{Words: &content.Words{}})
	o.Resize(400, 300, 60)
	f.Fuzz(func(t *testing.T, b []byte) {
		run, actions := o.play, len(o.play.Actions())
		if err := o.Restore(b); err != nil {
			if o.play != run || len(o.play.Actions()) != actions {
				t.Error("a refused lab left something behind")
			}
			return
		}
		o.Do(scenes.Intent{Do: "pass"})
		o.Advance(50)
		o.View()
	})
}

// A page that is reloaded in the middle of a stroke holds there; the next pass
// is taken after it.
func TestALabKeptInTheMiddleOfAStrokeGoesOn(t *testing.T) {
	s := newStudent(t).does("pass")
	var kept []byte
	for len(s.Lab.play.Passes()) == 0 {
		s.Advance(20)
		if b := s.Effects().Save; b != nil {
			kept = b
		}
	}
	o := newStudent(t)
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	o.does("pass").rests()
	if n := o.face().Passes; n != 2 {
		t.Errorf("%d passes after one more, want 2", n)
	}
}

func TestARunWithoutRoomSaysSo(t *testing.T) {
	s := newStudent(t).fan(1)
	for range 100 {
		s.does("wait:3w")
	}
	s.rests()
	if s.face().Notice != s.words.T("lab.notice.full") {
		t.Errorf("the notice is %q", s.face().Notice)
	}
	s.dirty = true
	if err := newStudent(t).Restore(s.Effects().Save); err != nil {
		t.Errorf("the longest run does not open again: %v", err)
	}
}

// Whom the answers describe belongs to the last moment: to switch while looking
// back loses nothing.
func TestSwitchingTheModeWhileScrubbedKeepsTheRun(t *testing.T) {
	s := newStudent(t).fan(3)
	head := s.play.Head()
	s.play.Scrub(head / 3)
	s.does("responder=true")
	if s.play.Head() < head || s.face().Passes != 3 || !s.face().Responder {
		t.Errorf("the run ends at %v of %v with %d passes", s.play.Head(), head, s.face().Passes)
	}
}

func TestARunOfAnotherModelOpensAndSaysSo(t *testing.T) {
	s := newStudent(t).fan(2)
	s.dirty = true
	mine := session.Version()
	other := "0" + mine[1:] // of the same length, so that the file stays whole
	kept := bytes.ReplaceAll(s.Effects().Save, []byte(mine), []byte(other))
	o := newStudent(t)
	o.Effects()
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	o.listen()
	if n := o.face().Notice; !strings.Contains(n, other) || o.last() != n {
		t.Errorf("the notice is %q, said is %q; want the version %s in both", n, o.last(), other)
	}
	if a, b := s.face(), o.face(); a.Passes != b.Passes || a.Tension != b.Tension || a.ReachedLoci != b.ReachedLoci {
		t.Errorf("it opens with %d passes, tension %v, %d loci reached; kept were %d, %v, %d",
			b.Passes, b.Tension, b.ReachedLoci, a.Passes, a.Tension, a.ReachedLoci)
	}
}

// without gives a save as a program wrote it that did not know some keys.
func without(t testing.TB, save []byte, keys ...string) []byte {
	t.Helper()
	n, rest, err := msgp.ReadMapHeaderBytes(save)
	if err != nil {
		t.Fatal(err)
	}
	out := msgp.AppendMapHeader(nil, n-uint32(len(keys)))
	for range n {
		key, value, err := msgp.ReadStringBytes(rest)
		if err != nil {
			t.Fatal(err)
		}
		next, err := msgp.Skip(value)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(keys, key) {
			out = append(out, rest[:len(rest)-len(next)]...)
		}
		rest = next
	}
	return out
}

var update = flag.Bool("update", false, "write the stored lab anew")

// A lab that was kept when its sound, its level and its window were whole numbers
// opens with all that was chosen; nothing but a lab of that layout may be stored.
func TestAStoredLabOpens(t *testing.T) {
	const file = "testdata/kept.lab"
	s := newStudent(t).fan(2).does("theme:light", "sound=true", "volume=35", "scope=true", "scope:last", "scope:gain:2", "scope:freeze", "level:sarcomere", "beside=true").rests()
	if *update {
		if err := os.WriteFile(file, s.keep(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	o := newStudent(t)
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	o.listen()
	want := s.choice
	want.Offer = offerMade // an offer that is open is not made twice
	if o.choice != want || o.level() != s.level() || o.face().Passes != 2 {
		t.Errorf("it opens at %v after %d passes with\n%+v, want\n%+v", o.level(), o.face().Passes, o.choice, want)
	}
}
