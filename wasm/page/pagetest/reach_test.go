//go:build !js

package pagetest

import "testing"

// On a phone the first minute needs no hunting: the guess stands whole above the
// footer, help closes by a button of its own and scrolls within itself, and Press,
// Ask and Stop here come with one flick.
func TestAPhoneNeedsNoHunting(t *testing.T) {
	s := enter(t)
	s.resize(390, 844)
	foot := s.one("footer")
	for _, r := range s.shown("[data-do^='guess:']") {
		if r.Y+r.H > foot.Y+1 || !r.On {
			t.Errorf("%s %+v lies under the footer at %g", r.Name, r, foot.Y)
		}
	}

	s.tap("do-help")
	card, shut := s.one("#card-help"), s.one("#close-help")
	if !shut.in(card) || !shut.On || card.Y+card.H > foot.Y {
		t.Errorf("Close %+v in the card %+v", shut, card)
	}
	Eval[any](s.Page, `document.getElementById("card-help").scrollTo(0, 1e4) ?? null`)
	if r := s.one("#card-help p:last-child"); r.Y+r.H > card.Y+card.H {
		t.Errorf("the last of the help %+v is cut by %+v", r, card)
	}
	if r := s.one("#close-help"); !r.in(card) || !r.On {
		t.Errorf("Close scrolls away: %+v", r)
	}
	Eval[any](s.Page, `document.getElementById("close-help").focus() ?? null`)
	s.tap("close-help")
	if n := len(s.shown("#card-help")); n != 0 {
		t.Error("help does not close")
	}
	if id := Eval[string](s.Page, "document.activeElement.id"); id != "do-help" {
		t.Errorf("after Close the focus is on %q", id)
	}

	s.pass()
	scroll := s.one(".scroll")
	for _, id := range []string{"#do-press", "#do-ask", "#do-stop"} {
		if r := s.one(id); r.Y+r.H-scroll.Y > 2*scroll.H {
			t.Errorf("%s lies %g px down, and a flick is %g", id, r.Y+r.H-scroll.Y, scroll.H)
		}
	}
	if press, above := s.one("#do-press"), s.one("#above"); press.Y > above.Y {
		t.Error("Press comes after the view from above")
	}
}

// On a projector staircase and view from above are in sight, above the fold, and
// no text of them is smaller than a fiftieth of the picture's height.
func TestAProjectorShowsTheStairs(t *testing.T) {
	s := enter(t)
	s.tap("do-projector")
	for n := range 3 {
		if n > 0 {
			s.pass()
		}
		for _, size := range [][2]int64{{1024, 768}, {1440, 900}} {
			s.resize(size[0], size[1])
			foot := s.one("footer")
			for _, id := range []string{"#above", "#stairs"} {
				if r := s.one(id); r.Y+r.H > foot.Y+1 || r.W < 120 {
					t.Errorf("%v, %d passes: %s %+v, and the footer begins at %g", size, n, id, r, foot.Y)
				}
			}
			for _, small := range s.small() {
				t.Errorf("%v, %d passes: too small: %s", size, n, small)
			}
		}
	}
}
