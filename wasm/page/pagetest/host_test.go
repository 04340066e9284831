//go:build !js

package pagetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

const manual = "?quality=0.25&clock=manual"

func TestLoadsWithoutAComplaint(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	if got := p.Output("Passes"); got != "0" {
		t.Errorf("Passes: %q, want 0", got)
	}
	if Eval[bool](p, `document.querySelector("#loading") !== null`) {
		t.Error("the loading page still stands")
	}
	if n := Eval[int](p, `document.querySelectorAll("meta[name=viewport]").length`); n != 1 {
		t.Errorf("%d viewport elements, want 1", n)
	}
	if got := Eval[string](p, `document.activeElement.nodeName`); got != "BODY" {
		t.Errorf("the focus was taken by %s", got)
	}
}

func TestActionIsInTheDocumentAtOnce(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	if got := Eval[string](p, `(document.getElementById("pass").click(), document.querySelector("output").textContent)`); got != "1" {
		t.Errorf("Passes right after the click: %q, want 1", got)
	}
	if d := cmp.Diff([]string{"Pass 1.", "Twitch."}, p.Said()); d != "" {
		t.Error(d)
	}
}

func TestManualClock(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.Click("button", "One pass")
	p.Frame()
	p.Frame()
	if got := p.Output("Time"); got != "0" {
		t.Errorf("time ran by itself: %s ms", got)
	}
	p.Advance(1234)
	if got := p.Output("Time"); got != "1234" {
		t.Errorf("Time: %s ms, want 1234", got)
	}
}

func TestRealClockRunsAndAHeldPageRests(t *testing.T) {
	p := OpenProgram(t, Toy, "?quality=0.25")
	if Eval[string](p, `typeof taut.advance`) != "undefined" {
		t.Error("taut.advance exists with the real clock")
	}
	p.Click("button", "One pass")
	p.Until(`+document.querySelectorAll("output")[1].textContent >= 500`)
	p.Until(`taut.stats().held`)
	before := Eval[int](p, `taut.stats().frames`)
	// Whole frames' time for a page that rests; it must draw none.
	after := Eval[int](p, `new Promise((f) => setTimeout(() => f(taut.stats().frames), 300))`)
	if before != after {
		t.Errorf("a steady page drew %d frames", after-before)
	}
}

func TestPictureFollowsTheScene(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	at := func() uint8 { img := p.Pixels(); return img.NRGBAAt(3, 3).R }
	if got := at(); got != 50 {
		t.Errorf("red %d before the pass, want 50", got)
	}
	p.Click("button", "One pass")
	if got := at(); got != 150 {
		t.Errorf("red %d in the twitch, want 150", got)
	}
	p.Advance(250)
	if got := at(); got != 100 {
		t.Errorf("red %d half way, want 100", got)
	}
}

func TestBufferFollowsSizeRatioAndQuality(t *testing.T) {
	p := OpenProgram(t, Toy, "?quality=0.5&clock=manual")
	for _, ratio := range []float64{1, 2, 1} {
		p.Size(500+int64(10*ratio), 400, ratio)
		p.Until(fmt.Sprintf(`devicePixelRatio === %[1]v && document.body.clientWidth === Math.round(document.getElementById("picture").clientWidth * %[1]v / 2)`, ratio))
		_, _, w, h := p.Box("#picture")
		img := p.Pixels().Rect
		// The buffer is whole pixels, the picture may be a fraction of one more.
		if dw, dh := float64(img.Dx())-w*ratio*.5, float64(img.Dy())-h*ratio*.5; dw*dw > 1 || dh*dh > 1 {
			t.Errorf("ratio %v: buffer %v for a picture of %v x %v", ratio, img, w, h)
		}
		_, _, cw, ch := p.Box("canvas")
		if cw != w || ch != h {
			t.Errorf("ratio %v: canvas %v x %v over a picture of %v x %v", ratio, cw, ch, w, h)
		}
	}
}

func TestStageKeysActOnlyWithItsFocus(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.Focus("slider", "Depth")
	p.Press(kb.ArrowLeft)
	if got := p.Output("Keys"); got != "" {
		t.Errorf("the slider's key reached the stage: %q", got)
	}
	if got := Eval[string](p, `document.getElementById("depth").value`); got != "16" {
		t.Errorf("Depth %s, want 16", got)
	}
	p.Focus("application", "Stage")
	p.Press(kb.ArrowLeft, kb.ArrowLeft)
	if got := p.Output("Keys"); got != "<^<^" {
		t.Errorf("Keys %q, want two pressed and let go, <^<^", got)
	}
	p.Press(kb.Tab)
	if Eval[string](p, `document.activeElement.id`) == "stage" {
		t.Error("Tab stays on the stage")
	}
}

// A key that is held is let go where the focus goes, once, and not by another key.
func TestAHeldKeyDoesNotStick(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	for i, lose := range []string{
		`window.dispatchEvent(new Event("blur"))`,
		`document.getElementById("pass").focus()`,
		`document.dispatchEvent(new Event("visibilitychange"))`,
		`document.dispatchEvent(new KeyboardEvent("keyup", {key: "ArrowLeft"}))`,
	} {
		p.Focus("application", "Stage")
		Eval[bool](p, `document.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft"}))`)
		Eval[bool](p, `document.dispatchEvent(new KeyboardEvent("keyup", {key: "a"}))`)
		if got, want := p.Output("Keys"), strings.Repeat("<^", i)+"<"; got != want {
			t.Fatalf("held: Keys %q, want %q", got, want)
		}
		for _, event := range []string{lose, lose} {
			Eval[bool](p, event+", true")
			if got, want := p.Output("Keys"), strings.Repeat("<^", i+1); got != want {
				t.Errorf("after %s: Keys %q, want %q", event, got, want)
			}
		}
	}
}

func TestDragReleasedOverThePanelEnds(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	x, y, _, _ := p.Box("#stage")
	bx, by, _, _ := p.Box("#pass")
	p.Drag(Spot{x + 20, y + 10, 0}, Spot{x + 40, y + 30, 16}, Spot{bx + 5, by + 5, 32})
	p.Until(`document.querySelectorAll("output")[3].textContent.includes(" 3@")`)
	got := p.Output("Gesture")
	if !strings.HasPrefix(got, "stage 1@20,10 2@40,30 2@") {
		t.Errorf("Gesture %q", got)
	}
	if got := p.Output("Passes"); got != "0" {
		t.Errorf("the drag pressed the button under it: Passes %s", got)
	}
}

func TestRunIsThereAfterReload(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.Click("button", "One pass")
	p.Click("button", "One pass")
	p.Reload()
	if got := p.Output("Passes"); got != "2" {
		t.Errorf("Passes %s after the reload, want 2", got)
	}
	// A link with a seed begins a run of its own and hides this one from nobody.
	p.Go(manual + "&seed=9")
	if p.Output("Passes") != "0" || p.Output("Seed") != "9" {
		t.Errorf("Passes %s of seed %s, want 0 of 9", p.Output("Passes"), p.Output("Seed"))
	}
	p.Go(manual)
	if got := p.Output("Passes"); got != "2" {
		t.Errorf("Passes %s after the lesson, want 2", got)
	}
}

func TestUnreadableSaveIsSetAside(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	for n, bad := range []string{"bm90IGEgcnVu", "%%%"} {
		Eval[any](p, `localStorage.setItem("taut.run.1", "`+bad+`")`)
		p.Reload()
		if got := Eval[string](p, `document.getElementById("notice").textContent`); !strings.Contains(got, "could not be read") {
			t.Errorf("the page says %q", got)
		}
		if got := Eval[string](p, `localStorage.getItem("taut.run.1.aside.`+string(rune('1'+n))+`")`); got != bad {
			t.Errorf("set aside: %q, want %q", got, bad)
		}
	}
	p.Click("button", "Close")
	p.Click("button", "One pass")
	if got := Eval[string](p, `localStorage.getItem("taut.run.1.aside.1")`); got != "bm90IGEgcnVu" {
		t.Errorf("the run set aside was overwritten with %q", got)
	}
}

// A storage without room for another name leaves an unreadable run where it is.
func TestUnreadableSaveInAFullStorageIsNotOverwritten(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	Eval[any](p, `localStorage.setItem("taut.run.1", "%%%");
		for (let s = "x".repeat(1 << 23); s; ) {
			try { localStorage.setItem("fill", (localStorage.getItem("fill") ?? "") + s); } catch { s = s.slice(s.length - (s.length >> 1)); }
		} null`)
	p.Reload()
	p.Click("button", "Close")
	p.Click("button", "One pass")
	if got := Eval[string](p, `localStorage.getItem("taut.run.1")`); got != "%%%" {
		t.Errorf("the run that could not be set aside was overwritten with %q", got)
	}
	Eval[any](p, `localStorage.removeItem("fill"), null`)
	p.Reload()
	if got := Eval[string](p, `localStorage.getItem("taut.run.1.aside.1")`); got != "%%%" {
		t.Errorf("set aside: %q, want the run, now that there is room", got)
	}
}

func TestStorageFullOrBlockedIsSaidOnce(t *testing.T) {
	for name, want := range map[string]string{"QuotaExceededError": "storage is full", "SecurityError": "does not let the page keep"} {
		p := OpenProgram(t, Toy, manual)
		Eval[any](p, `Storage.prototype.setItem = () => { throw new DOMException("no", "`+name+`"); }, null`)
		p.Click("button", "One pass")
		p.Click("button", "One pass")
		got := Eval[string](p, `document.getElementById("notice").textContent`)
		if strings.Count(got, want) != 1 {
			t.Errorf("%s: the page says %q", name, got)
		}
		if p.Output("Passes") != "2" {
			t.Errorf("%s: the program stopped", name)
		}
	}
}

func TestPanicKeepsTheRun(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.AllowFaults()
	p.Click("button", "One pass")
	p.Click("button", "Panic")
	p.Until(`!document.getElementById("notice").hidden`)
	Eval[any](p, `window.before = 1, null`)
	p.Click("button", "Reload and go on")
	p.Until(`window.before === undefined && document.documentElement.dataset.taut === "ready"`)
	if got := p.Output("Passes"); got != "1" {
		t.Errorf("Passes %s after the panic, want 1", got)
	}
	p.Click("button", "Panic")
	p.Until(`!document.getElementById("notice").hidden`)
	p.Reload()
	if got := p.Output("Passes"); got != "0" {
		t.Errorf("Passes %s: a run that panics again and again is set aside, want 0", got)
	}
	if Eval[string](p, `localStorage.getItem("taut.run.1.aside.1") ?? ""`) == "" {
		t.Error("the run was not kept aside")
	}
}

func TestLostContextReloadsOnceThenGoesOnWithout(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.AllowFaults()
	lose := `window.before = 1, document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext(), null`
	p.Click("button", "One pass")
	Eval[any](p, lose)
	p.Until(`window.before === undefined && document.documentElement.dataset.taut === "ready"`)
	if got := p.Output("Passes"); got != "1" {
		t.Errorf("Passes %s after the first loss, want 1", got)
	}
	Eval[any](p, lose)
	p.Until(`document.documentElement.dataset.picture === "none"`)
	if Eval[int](p, `window.before`) != 1 {
		t.Error("the page reloaded a second time")
	}
	p.Click("button", "One pass")
	p.Advance(100)
	if got := p.Output("Passes") + " " + p.Output("Time"); got != "2 100" {
		t.Errorf("without a picture: passes and time %q, want 2 100", got)
	}
}

func TestWithoutWebGLThePanelWorks(t *testing.T) {
	p := New(t, URL(t, Toy)+"/")
	p.AllowFaults()
	p.Before(`HTMLCanvasElement.prototype.getContext = () => null;`)
	p.Go(manual)
	if got := Eval[string](p, `document.getElementById("notice").textContent`); !strings.Contains(got, "WebGL") {
		t.Errorf("the page says %q", got)
	}
	p.Click("button", "One pass")
	p.Advance(250)
	if got := p.Output("Passes") + " " + p.Output("Time"); got != "1 250" {
		t.Errorf("passes and time %q, want 1 250", got)
	}
}

func TestWithoutWebAssemblyThePageSaysSo(t *testing.T) {
	p := New(t, URL(t, Toy)+"/")
	p.Before(`delete globalThis.WebAssembly;`)
	p.Visit(manual)
	p.Until(`document.getElementById("missing").textContent.includes("WebAssembly")`)
}

func TestMalformedLinkIsToldAndTheDefaultHolds(t *testing.T) {
	p := OpenProgram(t, Toy, "?quality=0.25&clock=manual&seed=abc&motion=fast")
	got := Eval[string](p, `document.getElementById("notice").textContent`)
	for _, want := range []string{"seed=abc", "motion=fast"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page says %q, which does not name %s", got, want)
		}
	}
	if p.Output("Seed") != "0" {
		t.Errorf("Seed %s, want the scene's own, 0", p.Output("Seed"))
	}
}

func TestMotionFollowsLinkBeforeBrowser(t *testing.T) {
	p := OpenProgram(t, Toy, manual+"&motion=reduced")
	if got := p.Output("Motion"); got != "true" {
		t.Errorf("still: %s, want true", got)
	}
}

func TestPatchKeepsFocusAndOpenDetails(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.Click("DisclosureTriangle", "More")
	p.Focus("button", "One pass")
	p.Press(" ")
	got := Eval[string](p, `document.activeElement.id + " " + document.getElementById("more").open + " " + document.getElementById("more").textContent`)
	if got != "pass true MoreMore of the toy after pass 1" {
		t.Errorf("got %q", got)
	}
}

func TestLabelsFollowTheScene(t *testing.T) {
	p := OpenProgram(t, Toy, manual)
	p.Click("button", "One pass")
	if got := Eval[string](p, `document.getElementById("knot").style.transform`); got != "translate(11px, 20px)" {
		t.Errorf("the label stands at %q", got)
	}
}
