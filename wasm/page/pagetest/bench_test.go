//go:build !js

package pagetest

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// reading is what a page has spent since it began.
type reading struct {
	Frames, Refreshes int
	MS                float64 // Update and Draw, mean of all frames
	Held              bool
	Mallocs           float64
	script, task      float64 // s of the processor in the main thread: JavaScript and wasm, and all there is
}

// cost is what a frame costs, and a stretch of time.
type cost struct {
	frames int
	own    float64 // ms of Update and Draw a frame
	script float64 // ms of all script a frame, in time of the processor
	allocs float64 // of the program, a frame
	values float64 // refreshes of the values, a frame
	core   float64 // share of the time that the main thread worked
}

// read takes a reading. The program allocates for it, which bare measures.
func (p *Page) read() (r reading) {
	p.t.Helper()
	r = Eval[reading](p, `(() => { const s = taut.stats(); return {Frames: s.frames, Refreshes: s.refreshes, MS: s.ms, Held: s.held, Mallocs: s.mallocs}; })()`)
	got, err := chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) (performance.GetMetricsResult, error) {
		return cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
	})
	if err != nil {
		p.t.Fatal(err)
	}
	for _, m := range got.Metrics {
		switch m.Name {
		case "ScriptDuration":
			r.script = m.Value
		case "TaskDuration":
			r.task = m.Value
		}
	}
	return r
}

// meter makes the browser keep its figures of a page, in time of the processor:
// where the picture is drawn in software, script also waits for the thread that
// draws, which says nothing of the program.
func (p *Page) meter() {
	p.t.Helper()
	p.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
		return v, err
	})
}

// during gives the cost of a stretch of ms in which nobody looks on: a page that
// is asked all the time spends its time on answers.
func (p *Page) during(ms int) cost {
	p.t.Helper()
	first := p.read()
	bare := p.read()
	from := bare
	const pause = `new Promise((f) => setTimeout(() => f(performance.now() - began), %d))`
	wall := Eval[float64](p, `(() => { const began = performance.now(); return `+fmt.Sprintf(pause, ms)+`; })()`)
	to := p.read()
	n := math.Max(1, float64(to.Frames-from.Frames))
	answer := bare.Mallocs - first.Mallocs - float64(bare.Frames-first.Frames)*(to.Mallocs-from.Mallocs)/n
	return cost{
		frames: to.Frames - from.Frames,
		own:    (to.MS*float64(to.Frames) - from.MS*float64(from.Frames)) / n,
		script: 1000 * (to.script - from.script) / n,
		allocs: (to.Mallocs - from.Mallocs - math.Max(0, answer)) / n,
		values: float64(to.Refreshes-from.Refreshes) / n,
		core:   1000 * (to.task - from.task) / wall,
	}
}

// best takes several stretches and of each figure the least: a machine that does
// something else meanwhile only ever adds to a cost.
func (p *Page) best(stretches, ms int) (least cost) {
	p.t.Helper()
	for i := range stretches {
		c := p.during(ms)
		if i == 0 {
			least = c
		}
		least.frames = max(least.frames, c.frames)
		least.own, least.script = math.Min(least.own, c.own), math.Min(least.script, c.script)
		if a, b := c.allocs-c.values*perRefresh, least.allocs-least.values*perRefresh; a < b {
			least.allocs, least.values = c.allocs, c.values
		}
		least.core = math.Min(least.core, c.core)
	}
	return least
}

// perRefresh is how many allocations a refresh of the values may take.
const perRefresh = 3

// playing opens the lab after three passes, all of it forward, and lets it run;
// with busy, a finger that holds the needle makes every frame a drawn one. The
// picture is coarse: script does not depend on how many pixels there are, and a
// software renderer at work on many would take the processor from it.
func playing(t testing.TB, busy bool) *Page {
	t.Helper()
	s := student{Open(t, "?quality=0.1"), t}
	s.tap("rate-6")
	for range 3 {
		s.tap("do-pass")
		s.Until(`taut.stats().held`)
	}
	s.tap("rate-3")
	s.tap("do-play")
	s.meter()
	s.Until(`!taut.stats().held`)
	if busy {
		s.finger(1)
	}
	return s.Page
}

// finger puts a finger on the stage (phase 1), which makes every frame a drawn
// one, or takes it back (phase 4).
func (s student) finger(phase int) {
	s.t.Helper()
	Eval[any](s.Page, fmt.Sprintf(`(() => { const r = document.getElementById("stage").getBoundingClientRect(); tautGo.point("stage", %d, 1, 9, 9, r.width, r.height, 0, false); return null; })()`, phase))
}

// bareEngine opens the engine alone with a buffer of w x h px.
func bareEngine(t testing.TB, w, h float64) *Page {
	t.Helper()
	p := OpenProgram(t, Empty, "")
	Eval[any](p, fmt.Sprintf(`document.body.style.width = "%gpx", document.body.style.height = "%gpx", window.dispatchEvent(new Event("resize")), null`, w, h))
	p.meter()
	return p
}

// leave ends a page's frames, so that the next page has the machine to itself.
func (p *Page) leave() {
	p.t.Helper()
	p.do(chromedp.Navigate("about:blank"))
}

// costs are those of the running lab, of the lab with every frame drawn, and of
// the engine alone.
type costs struct{ lab, busy, engine cost }

// compare measures the three one after the other.
func compare(t testing.TB, stretches, ms int) (c costs) {
	t.Helper()
	p := playing(t, false)
	c.lab = p.best(stretches, ms)
	w, h := Eval[float64](p, `document.body.clientWidth`), Eval[float64](p, `document.body.clientHeight`)
	p.leave()
	p = playing(t, true)
	c.busy = p.best(stretches, ms)
	p.leave()
	e := bareEngine(t, w, h)
	c.engine = e.best(stretches, ms)
	e.leave()
	return c
}

// The lab keeps to its budget of script and memory, beside what the engine needs
// in the same minute, as machines differ. A machine that does something else
// only ever adds to a cost: what holds once in a few rounds holds.
func TestFrameBudget(t *testing.T) {
	const rounds = 4
	for i := 1; ; i++ {
		c := compare(t, 2, 2000)
		for name, x := range map[string]cost{"lab": c.lab, "every frame drawn": c.busy, "engine": c.engine} {
			t.Logf("%s: %d frames, Update+Draw %.3f ms, all script %.2f ms, %.2f allocations and %.2f refreshes a frame", name, x.frames, x.own, x.script, x.allocs, x.values)
		}
		faults := c.faults()
		if len(faults) == 0 {
			return
		}
		if i == rounds {
			t.Fatal(strings.Join(faults, "; "))
		}
		t.Logf("again: %s", strings.Join(faults, "; "))
	}
}

// faults says where the lab is over its budget.
func (c costs) faults() (list []string) {
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	if min(c.lab.frames, c.busy.frames, c.engine.frames) < 30 {
		say("too few frames to judge by")
	}
	if c.busy.own >= 1.5 {
		say("Update and Draw take %.2f ms a frame, want under 1.5", c.busy.own)
	}
	if c.lab.script >= 2*c.engine.script {
		say("all script takes %.2f ms a frame, want under twice the engine's %.2f", c.lab.script, c.engine.script)
	}
	// No aim, but what a picture that drifts is spared: it must not grow unseen.
	if c.busy.script >= 3*c.engine.script {
		say("all script takes %.2f ms where every frame is drawn, want under three times the engine's %.2f", c.busy.script, c.engine.script)
	}
	if extra := c.lab.allocs - c.engine.allocs - perRefresh*c.lab.values; extra >= 0.5 {
		say("%.2f allocations a frame over the engine's, want under 0.5 beside %d a refresh (%.2f refreshes a frame)", extra, perRefresh, c.lab.values)
	}
	return list
}

// A lab in which time holds costs under a hundredth of a core.
func TestHeldLabRests(t *testing.T) {
	s := student{Open(t, "?quality=0.25"), t}
	s.tap("rate-6")
	s.tap("do-pass")
	s.Until(`taut.stats().held`)
	s.meter()
	c := s.best(4, 2500)
	t.Logf("held: %.3f %% of a core", 100*c.core)
	if c.core >= 0.01 {
		t.Errorf("a held lab takes %.2f %% of a core, want under 1", 100*c.core)
	}
	if !s.read().Held {
		t.Error("the lab did not hold")
	}
}

// So it does at every level and in the scan, with the EMG window open.
func TestHeldLevelsRest(t *testing.T) {
	s := student{Open(t, "?quality=0.25"), t}
	s.tap("rate-6")
	s.tap("do-pass")
	s.Until(`taut.stats().held`)
	s.tap("do-more")
	s.tap("show-scope")
	s.meter()
	for _, name := range pictures() {
		s.show(name)
		s.Until(`taut.stats().held`)
		const rounds = 3
		for i := 1; ; i++ {
			c := s.during(1500)
			if c.core < 0.01 && s.read().Held {
				t.Logf("%s held: %.3f %% of a core", name, 100*c.core)
				break
			}
			if i == rounds {
				t.Errorf("%s: a held lab takes %.2f %% of a core, want under 1", name, 100*c.core)
				break
			}
		}
	}
}

// BenchmarkLabFrame gives the figures of the README: a frame of the running lab in
// Chromium, one in which all is drawn, and of the engine alone.
func BenchmarkLabFrame(b *testing.B) {
	var c costs
	for b.Loop() {
		c = compare(b, 3, 5000)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(c.lab.own, "update+draw-ms/frame")
	b.ReportMetric(c.lab.script, "script-ms/frame")
	b.ReportMetric(c.busy.script, "drawn-script-ms/frame")
	b.ReportMetric(c.engine.script, "engine-script-ms/frame")
	b.ReportMetric(c.lab.allocs-c.engine.allocs, "extra-allocs/frame")
	b.ReportMetric(c.lab.values, "refreshes/frame")
}
