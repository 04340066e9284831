//go:build !js

package pagetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"taut/scenes/view"
)

// pictures are the levels and the other ways of looking that cost on their own.
func pictures() (names []string) {
	for l := view.Level(0); l < view.Levels; l++ {
		names = append(names, l.String())
	}
	return append(names, "scan")
}

// show flies to a picture and waits until it is there.
func (s student) show(name string) {
	s.t.Helper()
	switch {
	case name == "scan":
		s.tap("scan")
	default:
		s.tap("level-" + name)
	}
	// The flight is over when the level has been said, or the scan is on.
	s.Until(fmt.Sprintf(`!!document.getElementById("say").lastChild?.textContent.includes(%q)`, words(s.t).T("panel.level."+name+".says")))
}

// throttle slows the page's processor down by a factor.
func (p *Page) throttle(times float64) {
	p.t.Helper()
	p.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
		return v, err
	})
}

// Every level and view keeps to the budget of a frame, also on a machine a
// quarter as quick. As in TestFrameBudget, the engine is measured beside it, and
// what holds once in a few rounds holds.
func TestLevelsKeepTheBudget(t *testing.T) {
	s := student{playing(t, false), t}
	w, h := Eval[float64](s.Page, `document.body.clientWidth`), Eval[float64](s.Page, `document.body.clientHeight`)
	for _, name := range pictures() {
		s.show(name)
		const rounds = 4
		for i := 1; ; i++ {
			s.tap("do-play") // holds: it costs nothing meanwhile
			s.Until(`taut.stats().held`)
			e := bareEngine(t, w, h)
			c := costs{engine: e.best(2, 800)}
			e.leave()
			s.tap("do-play")
			c.lab = s.best(2, 800)
			s.finger(1)
			c.busy = s.best(1, 800)
			s.throttle(4)
			slow := s.best(1, 1000)
			s.throttle(1)
			s.finger(4)
			t.Logf("%s: Update+Draw %.2f ms, %.2f at a quarter of the speed; all script %.2f ms, %.2f where every frame is drawn, the engine's %.2f; %.2f allocations a frame, the engine's %.2f",
				name, c.busy.own, slow.own, c.lab.script, c.busy.script, c.engine.script, c.lab.allocs, c.engine.allocs)
			faults := c.faults()
			if slow.own >= 8 {
				faults = append(faults, fmt.Sprintf("Update and Draw take %.2f ms at a quarter of the speed, want under 8", slow.own))
			}
			if len(faults) == 0 {
				break
			}
			if i == rounds {
				t.Errorf("%s: %s", name, strings.Join(faults, "; "))
				break
			}
		}
	}
}

// slowFrames counts the frames whose script, all together, took over 50 ms.
const slowFrames = `(() => {
	window.slowFrames = [];
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) {
			const ms = e.scripts.reduce((sum, s) => sum + s.duration, 0);
			if (ms > 50) window.slowFrames.push(Math.round(ms));
		}
	}).observe({type: "long-animation-frame"});
	return PerformanceObserver.supportedEntryTypes.includes("long-animation-frame");
})()`

// Flying between the levels takes no frame of over 50 ms of script: what has to be
// linked and laid out was so while the page loaded.
func TestLevelsAreReadyWhenFlownTo(t *testing.T) {
	s := student{Open(t, "?quality=0.1"), t}
	s.tap("rate-6")
	s.tap("do-pass")
	s.Until(`taut.stats().held`)
	s.tap("do-more")
	if !Eval[bool](s.Page, slowFrames) {
		t.Skip("skipped: this browser does not tell long frames")
	}
	const rounds = 3
	for i := 1; ; i++ {
		Eval[any](s.Page, `window.slowFrames.length = 0, null`)
		for _, name := range []string{"body", "endplate", "muscle", "sarcomere", "band", "fibre", "scan", "body", "band"} {
			s.show(name)
		}
		got := Eval[[]int](s.Page, `window.slowFrames`)
		if len(got) == 0 {
			return
		}
		if i == rounds {
			t.Fatalf("frames with %v ms of script, want none over 50", got)
		}
		t.Logf("again: frames with %v ms of script", got)
	}
}

// BenchmarkLevelFrames tells how long a frame of each level takes at full quality
// in a window of 1280 x 800, beside a page that draws nothing.
func BenchmarkLevelFrames(b *testing.B) {
	interval := func(p *Page) float64 {
		return Eval[float64](p, `new Promise((f) => {
			let n = 0, from = 0;
			const next = (now) => { if (n++ === 0) from = now; n > 30 ? f((now - from) / 30) : requestAnimationFrame(next); };
			requestAnimationFrame(next);
		})`)
	}
	for b.Loop() {
		s := student{Open(b, "?quality=1"), b}
		s.resize(1280, 800)
		s.tap("rate-6")
		for range 3 {
			s.tap("do-pass")
			s.Until(`taut.stats().held`)
		}
		s.tap("rate-3")
		s.tap("do-play")
		times := map[string]float64{}
		for _, name := range pictures() {
			s.show(name)
			s.finger(1)
			times[name] = interval(s.Page)
			s.finger(4)
		}
		s.leave()
		bare := interval(s.Page)
		for name, ms := range times {
			b.ReportMetric(ms-bare, name+"-ms/frame")
		}
		b.ReportMetric(bare, "empty-ms/frame")
	}
	b.ReportMetric(0, "ns/op")
}
