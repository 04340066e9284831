//go:build !js

package pagetest

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// monkey presses, drags and types at random, as a function of a seed, and lets
// time by in between. It answers with what it did, so that a failure can be
// followed.
const monkey = `((seed, steps) => {
	let s = seed;
	const rnd = (n) => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return Math.floor(s / 4294967296 * n); };
	const did = [];
	const pointer = (kind, el, x, y) => el.dispatchEvent(new PointerEvent(kind, {bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: y, pointerType: rnd(2) ? "mouse" : "touch"}));
	for (let i = 0; i < steps; i++) {
		const all = [...document.querySelectorAll("[data-do]")].filter((e) => e.getClientRects().length);
		const zones = [...document.querySelectorAll("#stage,[data-zone]")].filter((e) => e.getClientRects().length);
		switch (rnd(4)) {
		case 0: case 1: {
			const e = all[rnd(all.length)];
			if (!e) break;
			did.push(e.dataset.do);
			if (e.type === "range") { e.value = +e.min + (e.max - e.min) * rnd(101) / 100; e.dispatchEvent(new Event("input", {bubbles: true})); }
			else if (e.nodeName === "SELECT") { e.selectedIndex = rnd(e.options.length); e.dispatchEvent(new Event("change", {bubbles: true})); }
			else if (e.type === "file") break;
			else if (e.click) e.click();
			else e.dispatchEvent(new MouseEvent("click", {bubbles: true})); // a shape of a picture
			break;
		}
		case 2: {
			const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "[", "]", "PageUp", "PageDown", " ", "+", "-", "b", "r", "u"];
			document.getElementById("stage")?.focus(); // not every scene has one
			const key = keys[rnd(keys.length)];
			did.push("key " + key);
			document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
			break;
		}
		case 3: {
			const z = zones[rnd(zones.length)];
			if (!z) break;
			const r = z.getBoundingClientRect();
			did.push("drag " + (z.dataset.zone ?? z.id));
			const at = () => [r.left + rnd(1000) / 1000 * r.width, r.top + rnd(1000) / 1000 * r.height];
			pointer("pointerdown", z, ...at());
			for (let k = rnd(5); k > 0; k--) pointer("pointermove", z, ...at());
			pointer(rnd(8) ? "pointerup" : "pointercancel", z, ...at());
		}
		}
		taut.advance(rnd(400));
	}
	return did.join(", ");
})(%d, %d)`

// mostGrowth is by how much the program's memory may grow after the first third of
// a long play: what is kept of a run has its bounds.
const mostGrowth = 0.05

// TestMonkey plays at random and holds that nothing breaks: no complaint, no
// panic, and tension still a number from 0 to 100-odd. It plays for TAUT_PLAY,
// two seconds unless said otherwise; each round follows from its number alone.
// From half a minute on it holds the program's memory as well.
func TestMonkey(t *testing.T) {
	play := 2 * time.Second
	if s := os.Getenv("TAUT_PLAY"); s != "" {
		var err error
		if play, err = time.ParseDuration(s); err != nil {
			t.Fatalf("TAUT_PLAY: %v", err)
		}
	}
	p := Open(t, manual)
	// A file handed to the person would open a dialog of the browser.
	Eval[any](p, `HTMLAnchorElement.prototype.click = () => {}, null`)
	began := time.Now()
	end := began.Add(play)
	rounds, warm := 0, 0.0
	for ; time.Now().Before(end); rounds++ {
		did := Eval[string](p, fmt.Sprintf(monkey, rounds, 20))
		// It wanders through all scenes; the lab alone shows a tension.
		var tension float64
		if Eval[bool](p, `!!document.getElementById("lab")`) {
			if n, _ := fmt.Sscanf(p.Output("Tension"), "%g", &tension); n != 1 || tension < 0 || tension > 200 {
				t.Fatalf("round %d (%s): Tension %q", rounds, did, p.Output("Tension"))
			}
		}
		if f := p.Faults(); len(f) > 0 || Eval[bool](p, `!document.getElementById("notice").hidden`) {
			t.Fatalf("round %d (%s): the page says %q", rounds, did, f)
		}
		if warm == 0 && time.Since(began) > play/3 {
			warm = Eval[float64](p, `taut.stats().memory`)
		}
	}
	grown := Eval[float64](p, `taut.stats().memory`)/warm - 1
	t.Logf("%d rounds of 20 actions; memory %.1f MB after a third of them, %+.1f %% since", rounds, warm/1e6, 100*grown)
	if play >= 30*time.Second && grown >= mostGrowth {
		t.Errorf("memory grew by %.1f %% in the last two thirds of %v, want under %v", 100*grown, play, 100*mostGrowth)
	}
}
