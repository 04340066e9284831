//go:build !js

package pagetest

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take for one thing. It only bounds a test
// that hangs: a machine under load is slow, and slowness is no failure here.
const patience = 30 * time.Second

// Page is one page in a fresh profile. Its methods end the test where the page
// does not do what is asked. At the test's end a console error, an uncaught
// exception, a breach of the Content-Security-Policy or a request to another
// host fails the test, unless AllowFaults was called.
type Page struct {
	t   testing.TB
	ctx context.Context
	url string

	mu       sync.Mutex
	faults   []string
	tolerant bool
}

// Open opens Taut with a query such as "?quality=0.25&clock=manual" at 640 x 480
// and waits until it stands.
func Open(t testing.TB, query string) *Page {
	t.Helper()
	return OpenProgram(t, Taut, query)
}

// OpenProgram opens a program of the module and waits until it stands.
func OpenProgram(t testing.TB, program Program, query string) *Page {
	t.Helper()
	p := New(t, URL(t, program)+"/")
	p.Go(query)
	return p
}

// New opens an empty page for an address, which Go then visits.
func New(t testing.TB, url string) *Page {
	t.Helper()
	p := &Page{t: t, url: url}
	ctx, stop := chromedp.NewContext(browser(t), chromedp.WithNewBrowserContext(), chromedp.WithListener(p.hear))
	p.ctx = ctx
	if err := chromedp.Do(ctx); err != nil { // opens the tab; no deadline may stand on this context
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		p.mu.Lock()
		defer p.mu.Unlock()
		if !p.tolerant && len(p.faults) > 0 {
			t.Errorf("the page complained:\n%s", strings.Join(p.faults, "\n"))
		}
	})
	p.do(chromedp.EmulateViewport(640, 480), func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, cdplog.Enable, cdp.Empty{})
		return v, errors.Join(err, enableNetwork(ctx, t))
	})
	return p
}

func enableNetwork(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{})
	return err
}

// hear collects what the page complains about.
func (p *Page) hear(ev any) {
	fault := ""
	switch e := ev.(type) {
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError {
			fault = e.Entry.Text
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			for _, a := range e.Args {
				fault += string(a.Value) + " " + a.Description
			}
			fault = "console: " + fault
		}
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			fault += " " + x.Description
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, p.url) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") {
			fault = "a request to another address: " + u
		}
	}
	if fault != "" {
		p.mu.Lock()
		p.faults = append(p.faults, fault)
		p.mu.Unlock()
	}
}

// AllowFaults lets the page complain: for tests that make it.
func (p *Page) AllowFaults() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tolerant = true
}

// Faults gives what the page complained about so far.
func (p *Page) Faults() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.faults...)
}

// Context is the page's chromedp context, for what Page has no method for.
func (p *Page) Context() context.Context { return p.ctx }

func (p *Page) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.t.Fatalf("%v; the page said: %q", err, p.Faults())
	}
}

// Visit visits the page with a query and waits for its document only.
func (p *Page) Visit(query string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.url + query))
}

// Go visits the page with a query and waits until it stands.
func (p *Page) Go(query string) {
	p.t.Helper()
	p.Visit(query)
	p.Ready()
}

// Before runs a script before the page's own ones at every visit from now on,
// to take away what some browsers lack.
func (p *Page) Before(script string) {
	p.t.Helper()
	p.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return v, err
	})
}

// Reload loads the page again and waits until it stands.
func (p *Page) Reload() {
	p.t.Helper()
	p.do(chromedp.Reload())
	p.Ready()
}

// Ready waits until the panel stands and a first frame is drawn.
func (p *Page) Ready() {
	p.t.Helper()
	p.Until(`document.documentElement.dataset.taut === "ready"`)
}

// Until waits until a JavaScript expression is true, over reloads too.
func (p *Page) Until(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if err == nil && ok {
			return
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("waited in vain for %s (%v); the page said: %q", expression, err, p.Faults())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Eval gives the value of a JavaScript expression; a promise is awaited.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v; the page said: %q", expression, err, p.Faults())
	}
	return v
}

// Advance lets ms of time by under ?clock=manual; the document then shows it.
func (p *Page) Advance(ms float64) {
	p.t.Helper()
	Eval[any](p, fmt.Sprintf("taut.advance(%g) ?? null", ms))
}

// Frame waits until the next frame is drawn.
func (p *Page) Frame() {
	p.t.Helper()
	Eval[any](p, "taut.frame().then(() => null)")
}

// Pixels gives the next frame as the stage drew it, in pixels of the buffer.
func (p *Page) Pixels() *image.NRGBA {
	p.t.Helper()
	got := Eval[struct {
		W, H int
		RGBA string
	}](p, `taut.pixels().then((p) => {
		let s = "";
		for (let i = 0; i < p.rgba.length; i += 32768) s += String.fromCharCode(...p.rgba.subarray(i, i + 32768));
		return {W: p.width, H: p.height, RGBA: btoa(s)};
	})`)
	pix, err := base64.StdEncoding.DecodeString(got.RGBA)
	if err != nil {
		p.t.Fatal(err)
	}
	return &image.NRGBA{Pix: pix, Stride: 4 * got.W, Rect: image.Rect(0, 0, got.W, got.H)}
}

// ByRole selects by role and accessible name, as a screen reader would.
func ByRole(role, name string) chromedp.QueryOption {
	return chromedp.ByFunc(func(ctx context.Context, t *chromedp.Target, n *chromedp.Node) ([]cdp.NodeID, error) {
		res, err := cdp.Call(ctx, t, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{NodeID: n.NodeID, AccessibleName: name, Role: role})
		if err != nil {
			return nil, err
		}
		var ids []cdp.BackendNodeID
		for _, x := range res.Nodes {
			if !x.Ignored {
				ids = append(ids, x.BackendDOMNodeID)
			}
		}
		if len(ids) == 0 {
			return nil, nil
		}
		r, err := cdp.Call(ctx, t, dom.PushNodesByBackendIDsToFrontend, dom.PushNodesByBackendIDsToFrontendParams{BackendNodeIDs: ids})
		return r.NodeIDs, err
	})
}

// Click clicks the control with this role and name.
func (p *Page) Click(role, name string) {
	p.t.Helper()
	p.do(chromedp.Click("", ByRole(role, name)))
}

// Focus gives the control with this role and name the focus.
func (p *Page) Focus(role, name string) {
	p.t.Helper()
	p.do(chromedp.Focus("", ByRole(role, name)))
}

// Press presses keys, one after the other, where the focus is: text or the
// names of package kb.
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.do(chromedp.KeyEvent(k))
	}
}

// Output gives the text of the output with this label, whatever its case: a
// style may write labels in capitals.
func (p *Page) Output(label string) string {
	p.t.Helper()
	return Eval[string](p, fmt.Sprintf(`(() => {
		const text = (ids) => (ids ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
		const name = (o) => o.getAttribute("aria-label") ?? (text(o.getAttribute("aria-labelledby")) || [...o.labels].map((l) => l.textContent).join(" ").trim());
		return [...document.querySelectorAll("output")].find((o) => name(o).toLowerCase() === %q.toLowerCase())?.textContent ?? "no such output";
	})()`, label))
}

// Said gives what the polite region said last, oldest first.
func (p *Page) Said() []string {
	p.t.Helper()
	return Eval[[]string](p, `[...document.querySelectorAll("#say p")].map((e) => e.textContent)`)
}

// Spot is a place of the pointer in CSS px of the page, MS after the gesture began.
type Spot struct{ X, Y, MS float64 }

// Drag presses the pointer at the first spot, moves it over the others and lets
// go at the last. The events carry the spots' own times, so that a stroke has an
// exact speed on any machine.
func (p *Page) Drag(spots ...Spot) {
	p.t.Helper()
	start := float64(time.Now().UnixMilli()) / 1000
	p.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		answers := make(chan error, len(spots)+1)
		send := func(kind input.DispatchMouseEventType, s Spot, buttons int64) {
			params := input.DispatchMouseEventParams{
				Type: kind, X: s.X, Y: s.Y, Button: input.MouseButtonLeft, Buttons: buttons, ClickCount: 1,
				Timestamp: input.TimeSinceEpoch(start + s.MS/1000),
			}
			// A move is acknowledged with the next frame, so none is awaited
			// before the next is sent; one goroutine would else be enough.
			sent := make(chan struct{})
			go func() {
				close(sent)
				_, err := cdp.Call(ctx, t, input.DispatchMouseEvent, params)
				answers <- err
			}()
			<-sent
			time.Sleep(2 * time.Millisecond) // keeps the order of sending
		}
		send(input.DispatchMouseEventTypeMousePressed, spots[0], 1)
		for _, s := range spots[1:] {
			send(input.DispatchMouseEventTypeMouseMoved, s, 1)
		}
		send(input.DispatchMouseEventTypeMouseReleased, spots[len(spots)-1], 0)
		for range len(spots) + 1 {
			err = errors.Join(err, <-answers)
		}
		return v, err
	})
}

// Box gives the place of the first element of a CSS selector in CSS px.
func (p *Page) Box(selector string) (x, y, w, h float64) {
	p.t.Helper()
	b := Eval[[4]float64](p, fmt.Sprintf(`(() => { const r = document.querySelector(%q).getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })()`, selector))
	return b[0], b[1], b[2], b[3]
}

// Size sets the page's size in CSS px and the device's pixel ratio.
func (p *Page) Size(w, h int64, ratio float64) {
	p.t.Helper()
	p.do(chromedp.EmulateViewport(w, h, chromedp.EmulateScale(ratio)))
}

// Screenshot gives the page as PNG.
func (p *Page) Screenshot() []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	return png
}

// Axe gives the breaches that axe-core finds, one line each, under the rules
// from wcag2a to wcag22aa and the best practices. The path of axe.min.js stands
// in TAUT_AXE; without it the test is skipped, or fails where the browser is
// required.
func (p *Page) Axe() []string {
	p.t.Helper()
	file := os.Getenv("TAUT_AXE")
	if file == "" && os.Getenv("TAUT_BROWSER") == "required" {
		p.t.Fatal("TAUT_BROWSER=required, but TAUT_AXE does not name axe.min.js")
	}
	if file == "" {
		p.t.Skip("skipped: no axe-core (TAUT_AXE)")
	}
	source, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	// The page's policy forbids this script to the page itself, not to a debugger.
	Eval[any](p, string(source)+";null")
	return Eval[[]string](p, `axe.run(document, {runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})
		.then((r) => r.violations.map((v) => v.id + ": " + v.help + " " + v.nodes.map((n) => n.target.join(" ")).join(", ")))`)
}
