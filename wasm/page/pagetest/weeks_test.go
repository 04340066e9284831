//go:build !js

package pagetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// inWeeks opens the weeks after, as a link does.
func inWeeks(t testing.TB) student {
	t.Helper()
	return student{Open(t, manual+"#weeks"), t}
}

// tabTo presses Tab until the control with an id has the focus.
func (s student) tabTo(id string) {
	s.t.Helper()
	for range 120 {
		if Eval[string](s.Page, `document.activeElement?.id ?? ""`) == id {
			return
		}
		s.Press(kb.Tab)
	}
	s.t.Fatalf("Tab does not come to #%s", id)
}

// A person comes from the lab to the weeks, guesses, sees, chooses and moves to
// the twelfth week by the keyboard alone; a reload keeps all of it, and the way
// back is the browser's own.
func TestWeeksByKeyboard(t *testing.T) {
	s := enter(t)
	s.resize(1280, 800) // the scenes are links there, and no menu
	s.tabTo("scene-weeks")
	s.Press(kb.Enter)
	s.Until(`location.hash === "#weeks" && document.title.includes("Weeks")`)
	if at := Eval[string](s.Page, `document.activeElement.id`); at != "scene-weeks" {
		t.Errorf("after the change of scenes the focus is on %q", at)
	}
	s.tabTo("weeks-guess-3")
	s.Press(kb.ArrowLeft, kb.ArrowLeft)
	if got := s.slider("after four weeks"); got != 5 {
		t.Errorf("the guess is %v", got)
	}
	s.tabTo("weeks-show")
	s.Press(kb.Enter)
	s.Until(`document.querySelector(".curve.mine")`)
	if got := s.last(); !strings.Contains(got, "points away") {
		t.Errorf("the page says %q", got)
	}
	s.tabTo("weeks-time")
	s.Press(kb.End)
	if got := s.text("#weeks-news"); !strings.Contains(got, "gain") {
		t.Errorf("of the last week it says %q", got)
	}
	without := s.number("Usual pain")
	s.tabTo("weeks-to-before")
	s.Press(kb.Enter)
	s.tabTo("weeks-care-exercise")
	s.Press(" ")
	s.tabTo("weeks-care-stretch") // from the last control round to the first
	s.Press(" ")
	s.tabTo("weeks-to-12w")
	s.Press(kb.Enter)
	if got := s.number("Usual pain"); got >= without {
		t.Errorf("with care the pain is %v, without it %v", got, without)
	}
	was := s.text("#weeks-value-pain") + s.text("#weeks-verdict")
	s.Reload()
	if now := s.text("#weeks-value-pain") + s.text("#weeks-verdict"); now != was {
		t.Errorf("a reload makes %q of %q", now, was)
	}
	Eval[any](s.Page, `history.back() ?? null`)
	s.Until(`document.getElementById("do-pass")`)
	s.pass()
	if got := s.number("Passes"); got != 1 {
		t.Errorf("back in the lab a pass makes Passes %v", got)
	}
}

// The picture follows the calendar: the band is paler and thinner when it has let go.
func TestWeeksPictureFollows(t *testing.T) {
	s := inWeeks(t)
	s.tap("weeks-show")
	s.tap("weeks-care-stretch")
	s.tap("weeks-care-exercise")
	s.tap("weeks-to-before")
	before := s.Pixels()
	s.tap("weeks-to-12w")
	after := s.Pixels()
	differ := 0
	for i := range before.Pix {
		if d := int(before.Pix[i]) - int(after.Pix[i]); d > 8 || d < -8 {
			differ++
		}
	}
	if share := float64(differ) / float64(len(before.Pix)); share < .01 {
		t.Errorf("%.2f %% of the picture differ between the visit and the twelfth week", 100*share)
	}
}

// Every state of the weeks, in every theme, has no breach of the rules.
func TestWeeksAxe(t *testing.T) {
	file := axeFile(t)
	s := inWeeks(t)
	for _, st := range []struct {
		name  string
		reach func()
	}{
		{"the guess", func() {}},
		{"shown", func() { s.tap("weeks-show") }},
		{"a card", func() { s.tap("weeks-out-stiffness") }},
		{"another measure", func() { s.tap("weeks-soreness") }},
		{"the table", func() { Eval[any](s.Page, `(document.getElementById("weeks-table").open = true, null)`) }},
		{"help", func() { s.tap("do-help") }},
		{"light", func() { s.tap("do-light") }},
		{"projector", func() { s.tap("do-projector") }},
	} {
		st.reach()
		s.readable(t, file, st.name)
	}
}

// An address that names no place is told in one sentence, and mended.
func TestUnknownPlace(t *testing.T) {
	s := student{Open(t, manual+"#nowhere/at-all"), t}
	if got := s.text("#notice"); strings.Count(got, "nowhere/at-all") != 1 {
		t.Errorf("the page says %q", got)
	}
	s.pass()
	Eval[any](s.Page, `(location.hash = "weeks/nobody", null)`)
	s.Until(`location.hash === "#lab"`)
	if n := Eval[int](s.Page, `document.querySelectorAll("#notice p:first-child, #notice p").length`); n < 2 {
		t.Errorf("the second address is not told")
	}
}
