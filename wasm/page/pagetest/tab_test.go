//go:build !js

package pagetest

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// focusable lists what Tab has to come through, in the order of the document:
// of a group of radios the chosen one alone.
const focusable = `[...document.querySelectorAll("button,input,select,a[href],summary,[tabindex='0']")]
	.filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && !(e.type === "radio" && !e.checked && document.querySelector("input[name='" + e.name + "']:checked")))
	.map((e) => e.id || e.dataset.do)`

// where tells what has the focus and what can be seen of it: "" where it has a
// ring and nothing lies over its middle.
const where = `(() => {
	const e = document.activeElement;
	if (e === document.body) return {ID: ""};
	// A radio is drawn by the text beside it.
	const ring = [e, e.nextElementSibling].some((x) => {
		const s = x && getComputedStyle(x);
		return s && s.opacity > 0 && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
	});
	const r = e.getBoundingClientRect(), over = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
	const free = over && (e.contains(over) || over.contains(e) || e.labels && [...e.labels].some((l) => l.contains(over)));
	return {ID: e.id || e.dataset.do, Fault: (ring ? "" : "it has no ring ") + (free ? "" : "its middle is hidden by " + (over?.id || over?.className || "the edge"))};
})()`

type focus struct{ ID, Fault string }

// round presses a key until the focus has come round, and gives where it was.
func (s student) round(key string, opts ...chromedp.KeyOption) (ids []string) {
	s.t.Helper()
	want := Eval[[]string](s.Page, focusable)
	for range len(want) + 10 {
		s.do(chromedp.KeyEvent(key, opts...))
		at := Eval[focus](s.Page, where)
		if at.ID == "" {
			continue // the browser's own bar, between the last and the first
		}
		if slices.Contains(ids, at.ID) {
			return ids
		}
		if at.Fault != "" {
			s.t.Errorf("with the focus on %s: %s", at.ID, at.Fault)
		}
		ids = append(ids, at.ID)
	}
	s.t.Errorf("Tab did not come round: %q", ids)
	return ids
}

// Tab goes through every control once and does not stick, with the focus in
// sight: at first, and when all of the panel is forward.
func TestTabGoesRound(t *testing.T) {
	s := enter(t)
	check := func(got, want []string) {
		t.Helper()
		if len(got) != len(want) {
			t.Errorf("Tab comes to %d controls, want %d", len(got), len(want))
		}
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("Tab does not come to %s", id)
			}
		}
	}
	check(s.round(kb.Tab), Eval[[]string](s.Page, focusable))
	for range 3 {
		s.pass()
	}
	s.resize(1024, 768)
	want := Eval[[]string](s.Page, focusable)
	check(s.round(kb.Tab), want)
	back := s.round(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	check(back, want)
	if !slices.Contains(want, "stage") {
		t.Error("the stage takes no focus")
	}
}

// A focused control keeps its own keys.
func TestFocusedControlKeepsItsKeys(t *testing.T) {
	s := enter(t)
	depth, along := s.slider("Depth"), s.slider("Aim")
	s.Focus("slider", "Depth")
	s.Press(kb.ArrowLeft)
	if got := s.slider("Depth"); got >= depth {
		t.Errorf("the arrow moves Depth from %g to %g", depth, got)
	}
	if got := s.slider("Aim"); got != along {
		t.Errorf("an arrow on Depth aims the needle: %g", got)
	}
	s.Press(" ")
	s.Focus("radio", "Latent")
	s.Press(" ")
	if !Eval[bool](s.Page, `document.getElementById("kind-latent").checked`) {
		t.Error("Space does not choose Latent")
	}
	s.Focus("checkbox", "Hide the knot")
	s.Press(" ")
	if !Eval[bool](s.Page, `document.getElementById("hide-knot").checked`) {
		t.Error("Space does not switch Hide the knot")
	}
	s.settle()
	if got := s.number("Passes"); got != 0 {
		t.Errorf("Space on a slider, a radio or a switch made a pass: %q", s.output("Passes"))
	}
	s.Focus("button", "Describe")
	s.Press(" ")
	if got := s.number("Passes"); got != 0 || !Eval[bool](s.Page, `!!document.getElementById("description")`) {
		t.Error("Space on Describe did not describe")
	}
	s.Focus("button", "One pass")
	s.Press(" ")
	s.settle()
	if got := s.number("Passes"); got != 1 {
		t.Errorf("Space on One pass: Passes %q, want 1", s.output("Passes"))
	}
	if got := Eval[string](s.Page, `document.activeElement.id`); got != "do-pass" {
		t.Errorf("after the pass the focus is on %q", got)
	}
}

// Help closes by Escape wherever the focus is, and gives it back to its button.
func TestHelpClosesByEscape(t *testing.T) {
	s := enter(t)
	for _, place := range []string{"", "quiz"} {
		if place != "" {
			s.goTo(place, `document.querySelector("main.page")`)
		}
		s.tap("do-help")
		s.Until(`document.getElementById("card-help")`)
		Eval[any](s.Page, `document.activeElement.blur() ?? null`)
		s.Press(kb.Escape)
		s.Until(`!document.getElementById("card-help")`)
		if id := Eval[string](s.Page, "document.activeElement.id"); id != "do-help" {
			t.Errorf("%q: after Escape the focus is on %q", place, id)
		}
	}
}
