//go:build !js

package pagetest

import (
	"fmt"
	"strings"
	"testing"
)

// everything that a reload has to bring back.
func (s student) readings() map[string]string {
	s.t.Helper()
	got := map[string]string{}
	for _, name := range fixedNames["status"] {
		got[name] = s.output(name)
	}
	for _, name := range fixedNames["slider"] {
		got[name] = fmt.Sprint(s.slider(name))
	}
	got["stairs"] = Eval[string](s.Page, `[...document.querySelectorAll("#stairs .bar")].map((b) => b.getAttribute("y")).join(" ")`)
	return got
}

// A reload in the middle of a run brings back the run as it stood at the last event.
func TestReloadBringsTheRunBack(t *testing.T) {
	s := enter(t)
	for n := range 4 {
		s.slide("Angle", 9)
		s.slide("Direction", hours[n])
		s.pass()
	}
	want := s.readings()
	s.Reload()
	for name, got := range s.readings() {
		if got != want[name] {
			t.Errorf("%s says %q after the reload, said %q", name, got, want[name])
		}
	}
	s.pass()
	if got := s.number("Passes"); got != 5 {
		t.Errorf("the run does not go on: Passes %q", s.output("Passes"))
	}
	s.tap("do-undo")
	if got := s.number("Passes"); got != 4 {
		t.Errorf("Undo pass after a reload: Passes %q", s.output("Passes"))
	}
	// In the middle of a stroke: the stroke was taken, so it is there.
	s.tap("do-pass")
	s.Advance(50)
	s.Reload()
	s.settle()
	if got := s.number("Passes"); got != 4 && got != 5 {
		t.Errorf("a reload in a stroke leaves Passes %q", s.output("Passes"))
	}
}

// A malformed link gives one sentence that names what is wrong, and the lab runs.
func TestMalformedSeedIsOneSentence(t *testing.T) {
	s := student{Open(t, manual+"&seed=seven"), t}
	if got := s.text("#notice"); strings.Count(got, "seed=seven") != 1 || strings.Count(got, ".") > 3 {
		t.Errorf("the page says %q", got)
	}
	s.pass()
	if got := s.number("Passes"); got != 1 {
		t.Errorf("Passes %q", s.output("Passes"))
	}
}

// A save that is none is set aside, told, and never overwritten.
func TestUnreadableLabIsSetAside(t *testing.T) {
	s := enter(t)
	s.pass()
	kept := Eval[string](s.Page, `localStorage.getItem("taut.run.1") ?? ""`)
	if kept == "" {
		t.Fatal("nothing is kept")
	}
	bad := kept[:len(kept)/2/4*4]
	Eval[any](s.Page, fmt.Sprintf(`localStorage.setItem("taut.run.1", %q)`, bad))
	s.Reload()
	if got := s.text("#notice"); !strings.Contains(got, "could not be read") {
		t.Errorf("the page says %q", got)
	}
	if got := s.number("Passes"); got != 0 {
		t.Errorf("Passes %q, want a new run", s.output("Passes"))
	}
	s.pass()
	if got := Eval[string](s.Page, `localStorage.getItem("taut.run.1.aside.1") ?? ""`); got != bad {
		t.Errorf("set aside is %d bytes of text, want the %d that were there", len(got), len(bad))
	}
}
