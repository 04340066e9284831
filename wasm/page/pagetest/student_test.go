//go:build !js

package pagetest

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"taut/assets"
	"taut/game/content"
)

// student is a person in the lab: what they do, and what they read.
type student struct {
	*Page
	t testing.TB
}

// enter opens the lab as a test wants it, with the manual clock.
func enter(t testing.TB) student {
	t.Helper()
	return student{Open(t, manual), t}
}

// words are the texts of the page in English.
func words(t testing.TB) *content.Words {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// settle lets time by until nothing moves any more: until the badge says that
// time holds, and half a second for the picture's frame to come to rest.
func (s student) settle() {
	s.t.Helper()
	const most = 120_000 // ms; ten times the longest turn at the slowest speed asked for here
	ms := Eval[float64](s.Page, fmt.Sprintf(`(() => {
		let ms = 0;
		for (let rest = 0; rest < 3 && ms < %d; ms += 250) {
			taut.advance(250);
			rest = document.getElementById("badge").dataset.clock === "held" ? rest + 1 : 0;
		}
		return ms;
	})()`, most))
	if ms >= most {
		s.t.Fatalf("after %g ms time still runs: %q", ms, s.text("#badge"))
	}
}

// text gives the text of the first element of a selector.
func (s student) text(selector string) string {
	s.t.Helper()
	return Eval[string](s.Page, fmt.Sprintf(`document.querySelector(%q)?.textContent ?? "nothing is "+%q`, selector, selector))
}

// output gives an output's text by its accessible name, and marks it as looked for.
func (s student) output(name string) string {
	s.t.Helper()
	return Eval[string](s.Page, fmt.Sprintf(`[...document.querySelectorAll("output")].find((o) =>
		(o.getAttribute("aria-label") ?? (o.getAttribute("aria-labelledby") ?? "").split(" ").map((i) => document.getElementById(i)?.textContent).join(" ")).trim() === %q
	)?.textContent ?? "no such output"`, name))
}

var leadingNumber = regexp.MustCompile(`^-?\d+(\.\d+)?`)

// number gives the number that an output begins with.
func (s student) number(name string) float64 {
	s.t.Helper()
	text := s.output(name)
	x, err := strconv.ParseFloat(leadingNumber.FindString(text), 64)
	if err != nil {
		s.t.Fatalf("%s says %q, which does not begin with a number", name, text)
	}
	return x
}

// slider gives the value of a slider by its name.
func (s student) slider(name string) float64 {
	s.t.Helper()
	return Eval[float64](s.Page, fmt.Sprintf(`+([...document.querySelectorAll("input[type=range]")].find((i) => i.labels[0]?.textContent === %q)?.value ?? "NaN")`, name))
}

// slide sets a slider at once, as a dragged thumb does.
func (s student) slide(name string, to float64) {
	s.t.Helper()
	Eval[any](s.Page, fmt.Sprintf(`(() => {
		const i = [...document.querySelectorAll("input[type=range]")].find((i) => i.labels[0]?.textContent === %q);
		i.value = %g;
		i.dispatchEvent(new Event("input", {bubbles: true}));
		return null;
	})()`, name, to))
}

// pass makes one pass by the button and lets it settle.
func (s student) pass() {
	s.t.Helper()
	s.tap("do-pass")
	s.settle()
}

// tap clicks an element by its id, from within the page: quicker than a
// pointer, for tests that are about something else.
func (s student) tap(id string) {
	s.t.Helper()
	if !Eval[bool](s.Page, fmt.Sprintf(`(() => { const e = document.getElementById(%q); e?.click(); return !!e; })()`, id)) {
		s.t.Fatalf("there is no #%s", id)
	}
}

// last gives the sentence that was said last.
func (s student) last() string {
	s.t.Helper()
	said := s.Said()
	if len(said) == 0 {
		return ""
	}
	return said[len(said)-1]
}

// resize gives the page another size and waits until the lab has it: two frames
// later, as the browser tells of sizes with its frames.
func (s student) resize(w, h int64) {
	s.t.Helper()
	s.Size(w, h, 1)
	s.Until(fmt.Sprintf(`innerWidth === %d && innerHeight === %d`, w, h))
	s.Frame()
	s.Frame()
}

// untilSlider waits until a slider has left a value, and gives the new one.
func (s student) untilSlider(name string, left float64) float64 {
	s.t.Helper()
	s.Until(fmt.Sprintf(`(taut.advance(0), +[...document.querySelectorAll("input[type=range]")].find((i) => i.labels[0]?.textContent === %q).value !== %g)`, name, left))
	return s.slider(name)
}
