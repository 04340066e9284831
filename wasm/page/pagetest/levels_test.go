//go:build !js

package pagetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var levels = []string{"body", "muscle", "band", "fibre", "sarcomere", "endplate"}

// at brings the picture to a level, by its button, and lets it arrive.
func (s student) at(level string) {
	s.t.Helper()
	s.tap("level-" + level)
	s.Advance(2000)
	s.Frame()
}

// named gives the words on the picture with the ends of their lines, in the page.
const named = `[...document.querySelectorAll(".label:not([hidden])")].map((e) => {
	const l = document.getElementById(e.id + "-line"), r = document.getElementById("stage").getBoundingClientRect();
	return l && {ID: e.id, Text: e.textContent, X: r.x + +l.getAttribute("x2"), Y: r.y + +l.getAttribute("y2"),
		On: document.elementFromPoint(r.x + +l.getAttribute("x2"), r.y + +l.getAttribute("y2"))?.id === "stage"};
}).filter((l) => l)`

type name struct {
	ID, Text string
	X, Y     float64
	On       bool
}

// card gives the title of the part's card that is open, and whether its middle is
// in sight.
const partCard = `(() => {
	const c = document.querySelector("[id^=card-part-]");
	if (!c) return {Text: ""};
	const r = c.getBoundingClientRect(), over = document.elementFromPoint(r.x + r.width / 2, r.y + Math.min(r.height / 2, 30));
	return {Text: c.getAttribute("aria-label"), On: c.contains(over), X: r.x, Y: r.y};
})()`

// A tap at the end of each line opens the card of what the words name; the card
// is in sight, and the focus is where it was.
func TestATapOnTheStageOpensItsCard(t *testing.T) {
	s := enter(t)
	for range 3 {
		s.pass()
	}
	for _, size := range [][2]int64{{1024, 768}, {390, 844}} {
		s.resize(size[0], size[1])
		for _, level := range levels {
			s.at(level)
			words := Eval[[]name](s.Page, named)
			if len(words) < 3 {
				t.Errorf("%v: %s has the words %v", size, level, words)
			}
			for _, w := range words[:min(len(words), 3)] {
				if !w.On {
					t.Errorf("%v: over the end of the line of %s lies something else", size, w.Text)
					continue
				}
				s.do(chromedp.MouseClickXY(w.X, w.Y))
				s.Until(`document.querySelector("[id^=card-part-]")`)
				card := Eval[name](s.Page, partCard)
				word := strings.ToLower(strings.Fields(w.Text)[0])
				// The band's words are older than the names of its parts.
				same := map[string]string{"label-capillary": "capillary", "label-knot": "knot", "label-band": "taut band"}[w.ID]
				if !strings.Contains(strings.ToLower(card.Text), word) && (same == "" || !strings.Contains(strings.ToLower(card.Text), same)) {
					t.Errorf("%v: a tap on %q opens %q", size, w.Text, card.Text)
				}
				if !card.On {
					t.Errorf("%v: the card %q is not in sight: %+v", size, card.Text, card)
				}
				if id := Eval[string](s.Page, `document.activeElement.id`); id != "stage" {
					t.Errorf("after a tap the focus is on %q", id)
				}
				s.do(chromedp.MouseClickXY(w.X, w.Y))
				s.Until(`!document.querySelector("[id^=card-part-]")`)
			}
		}
	}
}

// By the keyboard alone: plus and minus walk through the levels with the focus on
// the stage, Tab comes to the rail and the list, and the focus is not lost when
// the list becomes another level's.
func TestLevelsByKeyboard(t *testing.T) {
	s := enter(t)
	for range 3 {
		s.pass()
	}
	s.toStage()
	level := func() string { return Eval[string](s.Page, `document.getElementById("picture").dataset.level`) }
	walk := func(key string, from, to int) {
		for k := from; ; {
			if got := level(); got != levels[k] {
				t.Fatalf("%s leads to %s, want %s", key, got, levels[k])
			}
			if id := Eval[string](s.Page, `document.activeElement.id`); id != "stage" {
				t.Fatalf("at %s the focus is on %q", levels[k], id)
			}
			if k == to {
				return
			}
			for range 4 {
				s.Press(key)
				s.Advance(1000)
			}
			if to > k {
				k++
			} else {
				k--
			}
		}
	}
	walk("+", 2, 5)
	if got := s.last(); !strings.HasPrefix(got, "Endplate:") {
		t.Errorf("said last: %q", got)
	}
	walk("-", 5, 0)
	s.Press(kb.Tab)
	if id := Eval[string](s.Page, `document.activeElement.id`); id != "level-body" {
		t.Errorf("Tab from the stage comes to %q, want the rail", id)
	}
	s.Press(kb.Enter)
	// A chip that has the focus opens its card beside it and keeps the focus.
	Eval[any](s.Page, `document.getElementById("part-region").focus() ?? null`)
	s.Press(kb.Enter)
	s.Until(`document.querySelector("#card-part-region")`)
	if card := Eval[name](s.Page, partCard); !card.On || Eval[string](s.Page, `document.activeElement.id`) != "part-region" {
		t.Errorf("by the keyboard the card is %+v", card)
	}
	Eval[any](s.Page, `tautGo.act("level:endplate", "") ?? null`)
	s.Advance(2000)
	if at := Eval[bool](s.Page, `!!document.activeElement.closest("#parts")`); !at {
		t.Errorf("when the list changes the focus goes to %q", Eval[string](s.Page, `document.activeElement.id || document.activeElement.nodeName`))
	}
}

// The level and the cut nerve are there after a reload.
func TestTheLevelIsThereAfterAReload(t *testing.T) {
	s := enter(t)
	s.at("endplate")
	s.tap("cut-nerve")
	s.Reload()
	if got := Eval[string](s.Page, `document.getElementById("picture").dataset.level + document.getElementById("cut-nerve")?.checked`); got != "endplatetrue" {
		t.Errorf("after a reload: %s", got)
	}
}

// A wheel over the picture zooms it and scrolls nothing; over the panel it scrolls
// the panel and leaves the picture.
func TestTheWheel(t *testing.T) {
	s := enter(t)
	for range 3 {
		s.pass()
	}
	s.resize(1024, 768)
	wheel := func(selector string) bool {
		return Eval[bool](s.Page, fmt.Sprintf(`document.querySelector(%q).dispatchEvent(new WheelEvent("wheel", {deltaY: -400, bubbles: true, cancelable: true}))`, selector))
	}
	level := func() string { return Eval[string](s.Page, `document.getElementById("picture").dataset.level`) }
	if !wheel(".scroll") || level() != "band" {
		t.Error("a wheel over the panel is taken")
	}
	if first, second := wheel("#stage"), wheel("#stage"); first || second {
		t.Error("a wheel over the picture scrolls the page")
	}
	s.Advance(1000)
	if level() != "fibre" {
		t.Errorf("the wheel leads to %s", level())
	}
}

// Axe finds nothing at any level, with a card open; the words of every level have
// room in the page itself.
func TestEveryLevel(t *testing.T) {
	file := axeFile(t)
	s := enter(t)
	for range 3 {
		s.pass()
	}
	for _, size := range [][2]int64{{1440, 900}, {1024, 768}, {390, 844}} {
		s.resize(size[0], size[1])
		for _, theme := range []string{"dark", "projector", "light"} {
			Eval[any](s.Page, fmt.Sprintf(`tautGo.act("theme:%s", "") ?? null`, theme))
			s.Frame()
			s.Frame()
			for _, level := range levels {
				s.at(level)
				if theme == "dark" {
					s.checkNames(t)
				}
				picture := s.one("#picture")
				labels := s.shown(".label span")
				for i, l := range labels {
					if !l.in(picture) {
						t.Errorf("%v %s %s: %s is not within the picture", size, theme, level, l.Name)
					}
					for _, o := range append(labels[i+1:], s.shown("#badge, #label-scalenote, #rail")...) {
						if l.meets(o) {
							t.Errorf("%v %s %s: %s lies over %s", size, theme, level, l.Name, o.Name)
						}
					}
				}
				if file == "" || theme == "light" || size[0] == 1024 {
					continue
				}
				Eval[any](s.Page, `document.querySelector("#parts button").click() ?? null`)
				for _, breach := range s.axe(file) {
					t.Errorf("%v %s %s: %s", size, theme, level, breach)
				}
			}
		}
	}
	if file == "" {
		t.Log("axe-core was not run")
	}
}
