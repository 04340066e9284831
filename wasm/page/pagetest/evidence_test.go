//go:build !js

package pagetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A person cuts the reflex by the keyboard alone, reads what that does, undoes it,
// and follows a card's source to where it stands.
func TestEvidenceByKeyboard(t *testing.T) {
	s := enter(t)
	s.resize(1280, 800) // the scenes are links there, and no menu
	s.tabTo("scene-evidence")
	s.Press(kb.Enter)
	s.Until(`location.hash === "#evidence" && document.getElementById("evidence-circle")`)
	s.tabTo("evidence-before")
	s.Press(kb.ArrowRight)
	s.tabTo("arrow-reflex")
	s.Press(" ")
	if got := s.last(); !strings.Contains(got, "In rabbits") || !strings.Contains(got, "Pull of the knot") {
		t.Errorf("the page says %q", got)
	}
	s.tabTo("arrow-reflex-word")
	s.Press(kb.Enter)
	if got := s.text("#card-reflex"); !strings.Contains(got, "Hong") {
		t.Errorf("the card says %q", got)
	}
	s.Press(kb.Tab, kb.Enter)
	s.Until(`location.hash.startsWith("#evidence/source/") && document.querySelector("details[open]")`)
	Eval[any](s.Page, `history.back() ?? null`)
	s.Until(`document.getElementById("evidence-undo")`)
	s.Reload()
	if n := Eval[int](s.Page, `document.querySelectorAll("#evidence-circle .cut").length`); n != 1 {
		t.Errorf("after a reload %d arrows are cut", n)
	}
}

// Every page of the evidence, in every theme, has no breach of the rules.
func TestEvidenceAxe(t *testing.T) {
	file := axeFile(t)
	s := student{Open(t, manual+"#evidence"), t}
	to := func(place string) func() {
		return func() {
			Eval[any](s.Page, `(location.hash = "evidence/`+place+`", null)`)
			s.Until(`location.hash === "#evidence/` + place + `"`)
		}
	}
	for _, st := range []struct {
		name  string
		reach func()
	}{
		{"the circle", func() {}},
		{"an arrow cut", func() { s.tap("arrow-pumps"); s.tap("arrow-pumps-word") }},
		{"claims", to("claim/soreness")},
		{"the article", to("article/minutes")},
		{"sources", to("source/gattie-2017")},
		{"numbers", to("numbers")},
		{"light", func() { s.tap("do-light") }},
		{"the circle in light", func() {
			Eval[any](s.Page, `(location.hash = "evidence/loop", null)`)
			s.Until(`document.getElementById("evidence-circle")`)
		}},
		{"projector", func() { s.resize(1440, 900); s.tap("do-projector") }},
	} {
		st.reach()
		s.readable(t, file, st.name)
	}
}
