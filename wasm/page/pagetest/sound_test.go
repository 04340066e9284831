//go:build !js

package pagetest

import (
	"strings"
	"testing"
)

// listening counts what the page schedules and how a phone shakes.
const listening = `
	window.shaken = []; window.timers = 0;
	Navigator.prototype.vibrate = function (ms) { window.shaken.push(ms); return true; };
	const set = window.setTimeout;
	window.after = (f, ms) => set(f, ms);
	window.setTimeout = (...a) => { window.timers += new Error().stack.includes("page.js"); return set(...a); }; // not Go's own
	window.sources = [];
	const start = AudioScheduledSourceNode.prototype.start;
	AudioScheduledSourceNode.prototype.start = function (...a) {
		this.addEventListener("ended", () => { window.sources = window.sources.filter((s) => s !== this); });
		window.sources.push(this);
		return start.apply(this, a);
	};`

// listen opens a lab whose audio is watched.
func listen(t *testing.T, script string) student {
	t.Helper()
	p := New(t, URL(t, Taut)+"/")
	p.Before(script)
	p.Go(manual)
	return student{p, t}
}

// Sound is offered once, after the first twitch; taken, it plays what the model
// gives, is written as captions and spoken by nobody, and rests when time holds.
func TestSoundFromOfferToRest(t *testing.T) {
	s := listen(t, listening)
	has := func(id string) bool { return Eval[bool](s.Page, `!!document.getElementById("`+id+`")`) }
	state := `tautHost.audio.state`
	if has("offer-0") {
		t.Error("sound is offered before anything was heard of")
	}
	s.pass()
	if !has("offer-0") || Eval[string](s.Page, state) != "none" {
		t.Fatalf("after the first twitch: offered %v, audio %q", has("offer-0"), Eval[string](s.Page, state))
	}
	if file := axeFile(t); file != "" {
		if faults := s.axe(file); len(faults) > 0 {
			t.Errorf("with the offer open axe finds %q", faults)
		}
	}
	s.Click("button", "Hear the muscle")
	if has("offer-0") || Eval[string](s.Page, state) == "none" {
		t.Error("the offer stays, or no context was made")
	}
	s.Advance(200)
	if x := Eval[float64](s.Page, `tautHost.audio.crackle`); !(x > 0) || !strings.Contains(s.text("#caption"), "[noise: loud]") {
		t.Errorf("the twitch is shown again with a crackle of %v and the caption %q", x, s.text("#caption"))
	}
	s.settle()
	s.Until(state + ` === "suspended"`) // the twitch is over, and time holds
	s.tap("do-pass")
	s.Advance(600) // past the hit, in slow motion
	if got := s.text("#caption"); !strings.Contains(got, "[noise: loud]") || !strings.Contains(got, "[thump: big]") {
		t.Errorf("the caption says %q", got)
	}
	s.Until(state + ` === "running"`)
	played := Eval[[]float64](s.Page, `tautHost.audio.played`)
	if n := len(played); n < 4 || !(played[n-1] > 0) || played[n-2] != -5 {
		t.Errorf("played was %v, want the ticks down to the knot and a thump", played)
	}
	if x := Eval[float64](s.Page, `tautHost.audio.crackle`); !(x > 0.5 && x <= 1) {
		t.Errorf("the noise of an active point crackles at %v", x)
	}
	if got := Eval[[]float64](s.Page, `shaken`); len(got) != 1 || got[0] != 20 {
		t.Errorf("the phone shook %v ms, want 20 once", got)
	}
	if n := Eval[int](s.Page, `timers`); n == 0 {
		t.Error("the count of timers counts nothing")
	}
	s.settle()
	s.Until(state + ` === "suspended"`)
	if x := Eval[float64](s.Page, `tautHost.audio.crackle`); x != 0 || s.text("#caption") != "" {
		t.Errorf("while time holds it crackles at %v, with the caption %q", x, s.text("#caption"))
	}
	// All that is left are the loops of a context at rest: no oscillator, no timer.
	rest := Eval[struct{ Timers, Once int }](s.Page, `new Promise((f) => { const n = timers; after(() => f({Timers: timers - n, Once: sources.filter((s) => !s.loop && tautHost.audio.state === "running").length}), 400); })`)
	if rest.Timers != 0 || rest.Once != 0 {
		t.Errorf("a held lab schedules %d timers and plays %d sounds", rest.Timers, rest.Once)
	}
	s.tap("do-restart")
	s.pass()
	if has("offer-0") {
		t.Error("sound is offered a second time")
	}
	s.tap("do-replay")
	s.settle()
	if n := len(Eval[[]float64](s.Page, `shaken`)); n != 2 {
		t.Errorf("two passes and a replay shook the phone %d times, want 2", n)
	}
	for _, said := range s.Said() {
		if strings.Contains(said, "[") {
			t.Errorf("a caption was spoken: %q", said)
		}
	}
	if file := axeFile(t); file != "" {
		s.tap("do-more")
		if faults := s.axe(file); len(faults) > 0 {
			t.Errorf("with the volume in sight axe finds %q", faults)
		}
	}
	if got := Eval[string](s.Page, `document.getElementById("set-volume").getAttribute("aria-valuetext")`); got != "60 of 100" {
		t.Errorf("the volume reads %q", got)
	}

	// A tab that goes away falls silent at once and comes back sounding.
	s.tap("do-play")
	s.Advance(50)
	s.Until(state + ` === "running"`)
	hide := func(yes string) {
		Eval[any](s.Page, `(Object.defineProperty(document, "hidden", {value: `+yes+`, configurable: true}), document.dispatchEvent(new Event("visibilitychange")), null)`)
	}
	hide("true")
	s.Until(state + ` === "suspended"`)
	hide("false")
	s.Until(state + ` === "running"`)
	s.tap("do-play")
	s.Until(state + ` === "suspended"`)

	// After a reload the sound is still on, and waits for a touch.
	s.Reload()
	if !Eval[bool](s.Page, `tautHost.audio.on`) || Eval[string](s.Page, state) != "none" {
		t.Errorf("after a reload the sound is on: %v, audio %q", Eval[bool](s.Page, `tautHost.audio.on`), Eval[string](s.Page, state))
	}
	s.Click("button", "One pass")
	if Eval[string](s.Page, state) == "none" {
		t.Error("a touch after the reload made no context")
	}
}

// Where the browser has no audio, sound is neither offered nor to be switched on.
func TestWithoutAudioThereIsNoOffer(t *testing.T) {
	s := listen(t, `delete window.AudioContext; delete window.webkitAudioContext;`)
	s.pass()
	if Eval[bool](s.Page, `!!document.querySelector("#offer-0, #sound")`) {
		t.Error("sound is offered where there is none")
	}
	s = listen(t, `window.AudioContext = class { constructor() { throw new Error("no device"); } };`)
	s.pass()
	s.Click("button", "Hear the muscle")
	s.pass()
	if got := s.number("Passes"); got != 2 {
		t.Errorf("with audio that fails the lab stands at %g passes", got)
	}
}

// offline renders what the page sends to its loudspeaker within two seconds.
const offline = `
	window.AudioContext = class { constructor() {
		const o = window.offline = new OfflineAudioContext(1, 96000, 48000);
		o.resume = o.suspend = () => Promise.resolve();
		return o;
	} };`

// The fewer endplates leak the less is heard, down to hardly anything; and all
// sounds at once at full volume stay far below what a loudspeaker can give.
func TestNothingIsLoud(t *testing.T) {
	s := listen(t, offline)
	// The peak and the root mean square of the signal, 1 the full scale.
	render := func(sounds string) (peak, rms float64) {
		s.Go(manual)
		s.Click("button", "Press") // the touch that a browser asks for
		got := Eval[[2]float64](s.Page, `(tautHost.audio.hear(true, 1, `+sounds+`), offline.startRendering().then((b) => {
			let peak = 0, sum = 0;
			for (const x of b.getChannelData(0)) { peak = Math.max(peak, Math.abs(x)); sum += x * x; }
			return [peak, Math.sqrt(sum / b.length)];
		}))`)
		return got[0], got[1]
	}
	last := 1.0
	for _, crackle := range []string{"0.9", "0.4", "0.05"} {
		_, rms := render(crackle + ", 0, 0, 0")
		if rms > last/2 || rms == 0 {
			t.Errorf("the noise at %s is %.4f strong, after %.4f", crackle, rms, last)
		}
		last = rms
	}
	small, _ := render("0, 0, 0.2, 0")
	big, _ := render("0, 0, 1, 0")
	if big < 1.5*small {
		t.Errorf("a big twitch thumps with a peak of %.3f, a small one with %.3f", big, small)
	}
	if peak, _ := render("1, 126, 1, 0"); peak > 0.5 || peak < 0.1 {
		t.Errorf("all at once peaks at %.3f of the full scale, want well under 0.5", peak)
	}
}

// A loudspeaker that will not start is no fault of the page, and the lab goes on.
func TestALoudspeakerThatRefuses(t *testing.T) {
	s := listen(t, `AudioContext.prototype.resume = () => Promise.reject(new Error("no loudspeaker"));
		console.warn = (...a) => { window.warned = a.join(" "); };`)
	s.pass()
	s.Click("button", "Hear the muscle")
	s.Until(`window.warned?.includes("no loudspeaker")`)
	s.pass()
	if got := s.number("Passes"); got != 2 {
		t.Errorf("after two passes there are %v", got)
	}
}
