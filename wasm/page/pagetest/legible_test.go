//go:build !js

package pagetest

import (
	"strings"
	"testing"
)

// small gives the texts in sight that are smaller than a fiftieth of the picture's
// height, with their size: from the last row of a room they cannot be read.
func (s student) small() []string {
	s.t.Helper()
	return Eval[[]string](s.Page, `[...document.querySelectorAll("#app *")]
		.filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && !e.closest(".spoken, .hint"))
		.map((e) => [e, parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement?.viewBox.baseVal?.width ? e.getScreenCTM().a : 1)])
		.filter(([e, px]) => px < innerHeight / 50 - 0.1)
		.map(([e, px]) => e.textContent.trim().slice(0, 40) + " " + px)`)
}

// On a projector every text of every scene can be read from the last row.
func TestAProjectorIsLegible(t *testing.T) {
	s := student{Open(t, manual+"#cases"), t}
	s.tap("do-projector")
	for _, at := range []struct{ place, acts string }{
		{"cases", ""},
		{"cases/neck-pain", "consent next press muscle:1 press muscle:2 press explain:pressure next look:0 look:1 look:2 look:3 ask:0 end:needle next meet-harm stop next tell:0=true left next reply:urgent next"},
		{"cases/plantar-fasciitis", "consent next press muscle:1 press muscle:2 press next look:0 look:1 look:2 look:3 end:do-not next reply:usual next"},
		{"weeks", "show explain:pain explain:care-heat"},
		{"compare", "explain:arm-dry people:0"},
		{"evidence", "cut:0"}, {"evidence/claims", ""}, {"evidence/article", ""}, {"evidence/sources", ""}, {"evidence/numbers", ""},
		{"quiz", ""}, {"quiz/test", ""}, {"quiz/forms", ""}, {"quiz/review", ""},
		{"quiz/twitch-must", "one:0 answer show"}, {"quiz/wet-all", "tick:0=true answer show"}, {"quiz/loop", "answer"}, {"quiz/kinds", ""}, {"quiz/n-weeks", ""}, {"quiz/p-knot", ""},
		{"quiz/p-felt", ""}, {"quiz/d-sore", "answer"}, {"quiz/x-same", "one:0 answer show"}, {"quiz/do-sort", ""}, {"quiz/do-bodies", ""},
	} {
		s.goTo(at.place, `document.querySelector("main")`)
		s.Frame()
		for _, act := range append([]string{""}, strings.Fields(at.acts)...) {
			if name, value, _ := strings.Cut(act, "="); name != "" {
				Eval[any](s.Page, `(tautGo.act("`+name+`", "`+value+`"), null)`)
				s.Frame()
				if said := Eval[string](s.Page, `document.querySelector(".page > .notice")?.textContent ?? ""`); said != "" {
					t.Fatalf("%s: %q is refused: %s", at.place, act, said)
				}
			}
			for _, size := range [][2]int64{{1024, 768}, {1440, 900}} {
				s.resize(size[0], size[1])
				for _, small := range s.small() {
					t.Errorf("%s after %q, %v: too small: %s", at.place, act, size, small)
				}
			}
		}
		if strings.Contains(at.place, "/neck") || strings.Contains(at.place, "/plantar") {
			if !Eval[bool](s.Page, `document.querySelector(".step-result") !== null`) {
				t.Errorf("%s does not come to its end", at.place)
			}
		}
	}
}
