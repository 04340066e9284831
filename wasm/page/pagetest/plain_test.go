//go:build !js

package pagetest

import (
	"strings"
	"testing"
)

// bloody gives the share of the next frame's pixels that look like blood or raw
// flesh: hue angle in CIE L*a*b* between -15 and 50 degrees, crimson to brick, and
// a chroma of 24 at least. Muscle has 40 there, blood 60, the dermis 27; what
// smoothing and shadows make of the plain colours stays below 15. Near black,
// under a lightness of 8, no eye sees a hue.
const bloody = `taut.pixels().then((p) => {
	const linear = Array.from({length: 256}, (_, i) => { const s = i / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; });
	const f = (x) => x > 216 / 24389 ? Math.cbrt(x) : (24389 / 27 * x + 16) / 116;
	let n = 0;
	for (let i = 0; i < p.rgba.length; i += 4) {
		const [r, g, b] = [0, 1, 2].map((k) => linear[p.rgba[i + k]]);
		const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
		const A = 500 * (f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047) - y), B = 200 * (y - f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883));
		const hue = Math.atan2(B, A) * 180 / Math.PI;
		n += hue > -15 && hue < 50 && Math.hypot(A, B) >= 24 && 116 * y - 16 >= 8;
	}
	return n / (p.rgba.length / 4);
})`

// No level of the plain picture has a pixel of blood, before and after three
// passes, while the needle is in, and right after the full one, which is full of
// them.
func TestPlainPictureIsBloodless(t *testing.T) {
	s := student{Open(t, "?quality=0.5&clock=manual&motion=reduced&picture=plain"), t}
	s.resize(1024, 768)
	look := func(when string) {
		t.Helper()
		for _, level := range pictures() {
			if level == "scan" {
				s.tap("scan")
			} else {
				s.tap("level-" + level)
			}
			s.Advance(2000)
			s.Frame()
			if share := Eval[float64](s.Page, bloody); share > 0 {
				t.Errorf("%s, %s: %.4f per cent of the plain picture look like blood", level, when, 100*share)
			}
		}
	}
	look("before")
	s.tap("level-band")
	s.Advance(2000)
	for range 3 {
		s.pass()
	}
	look("after three passes")
	for _, level := range []string{"band", "fibre"} {
		s.tap("level-" + level)
		s.Advance(2000)
		s.tap("do-pass")
		s.Advance(180)
		if share := Eval[float64](s.Page, bloody); share > 0 {
			t.Errorf("%s, with the needle in: %.4f per cent look like blood", level, 100*share)
		}
		s.settle()
	}
	// Switched at each level: nothing of the full picture stays behind.
	for _, level := range []string{"muscle", "band", "fibre", "sarcomere", "endplate"} {
		s.tap("level-" + level)
		s.Advance(2000)
		s.tap("plain")
		s.Frame()
		full := Eval[float64](s.Page, bloody)
		s.tap("plain")
		s.Frame()
		t.Logf("%s: %.1f per cent of the full picture look like blood", level, 100*full)
		if plain := Eval[float64](s.Page, bloody); plain > 0 || full < 0.05 {
			t.Errorf("%s, switched where it stands: %.4f per cent of the plain picture look like blood, %.2f of the full one", level, 100*plain, 100*full)
		}
	}
}

// slow keeps the program back until the page lets it come, so that there is time
// to read the loading page.
const slow = `{
	const real = window.fetch;
	const gate = new Promise((f) => { window.letCome = f; });
	window.fetch = (url, ...more) => String(url).includes(".wasm") ? gate.then(() => real(url, ...more)) : real(url, ...more);
}`

// The loading page offers the plain picture before a needle is drawn, waits for
// nobody, and its choice is honoured and kept, whatever the kept lab says.
func TestLoadingPageOffersThePlainPicture(t *testing.T) {
	p := New(t, URL(t, Taut)+"/")
	p.Before(slow)
	s := student{p, t}
	const name = "Plain picture: no blood, a calmer needle"
	load := func(query string, ticked, tick bool) {
		t.Helper()
		s.Visit(query)
		s.Until(`window.letCome && document.getElementById("plain-first")`)
		if got := Eval[bool](p, `document.getElementById("plain-first").checked`); got != ticked {
			t.Errorf("%s: the loading page has the plain picture ticked: %v", query, got)
		}
		if tick {
			s.Click("checkbox", name)
		}
		if Eval[bool](p, `"taut" in document.documentElement.dataset`) {
			t.Error("the program is there before it may come")
		}
		Eval[any](p, `letCome() ?? null`)
		s.Ready()
	}
	check := func(when string, want bool) {
		t.Helper()
		if got := Eval[bool](p, `document.getElementById("lab").hasAttribute("data-plain")`); got != want {
			t.Errorf("%s the picture is plain: %v", when, got)
		}
	}
	s.Visit(manual)
	if got := s.text("#loading"); !strings.Contains(got, "needle") {
		t.Errorf("the loading page does not speak of the needle: %q", got)
	}
	if file := axeFile(t); file != "" {
		if faults := s.axe(file); len(faults) > 0 {
			t.Errorf("on the loading page axe finds %q", faults)
		}
	}
	load(manual, false, false)
	check("where nobody asked", false)
	load(manual, false, true)
	check("ticked while loading", true)
	s.pass() // and kept with the run
	load(manual, true, false)
	check("after a reload", true)
	load(manual+"&picture=full", true, false)
	check("under a link that asks for the full one", true)
	s.tap("plain")
	check("switched off in the panel", false)
	load(manual, false, false)
	check("after that and a reload", false)
	load(manual, false, true)
	check("ticked over a kept lab that is not plain", true)
	load(manual, true, true)
	check("and unticked again", false)
	load(manual+"&picture=plain", false, false)
	check("under a link that asks for it", true)
	if got := s.text("#notice"); got != "" {
		t.Errorf("the page complains: %q", got)
	}
	load(manual+"&picture=red", false, false)
	if got := s.text("#notice"); strings.Count(got, "picture=red") != 1 {
		t.Errorf("a bad picture is answered by %q", got)
	}
}

// A kept picture that is none of the two is as none: it does not undo what the
// kept lab has.
func TestAMeaninglessPictureIsNone(t *testing.T) {
	s := enter(t)
	s.tap("plain")
	for _, kept := range []string{"toad", "", "true"} {
		Eval[any](s.Page, `localStorage.setItem("taut.picture", "`+kept+`") ?? null`)
		s.Reload()
		if !Eval[bool](s.Page, `document.getElementById("plain").checked`) {
			t.Errorf("with %q kept the plain picture is gone", kept)
		}
	}
}
