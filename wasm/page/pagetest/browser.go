//go:build !js

// Package pagetest opens the page in Chromium for tests: one browser a test
// run, a fresh profile a page. Tests wait for states, never for seconds, and
// with ?clock=manual time moves only by Page.Advance.
//
// All of them take longer than go test allows a package, and two browsers at once
// take each other's frames. So they run where somebody asks for them, by -run or
// -bench or with TAUT_BROWSER=required, and are skipped elsewhere, as they are where
// no Chromium is found; with TAUT_BROWSER=required that fails instead.
package pagetest

import (
	"context"
	"errors"
	"flag"
	"net/http/httptest"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"taut/wasm/site"
)

// Program is a main package of the module that runs inside the page.
type Program string

// The programs that tests open.
const (
	Taut Program = "./wasm"
	Toy  Program = "./wasm/page/pagetest/toy" // the smallest scene, for the host's own tests
	// Empty is the engine alone, for the benchmarks.
	Empty Program = "./wasm/page/pagetest/empty"
)

// shared is what all tests of a run have in common.
var shared struct {
	sync.Mutex
	browser context.Context
	closers []func()
	sites   map[Program]*httptest.Server
}

// Main runs the tests of a package and closes the browser and the servers:
//
//	func TestMain(m *testing.M) { os.Exit(pagetest.Main(m)) }
func Main(m *testing.M) int {
	defer func() {
		shared.Lock()
		defer shared.Unlock()
		for i := len(shared.closers) - 1; i >= 0; i-- {
			shared.closers[i]()
		}
	}()
	return m.Run()
}

// chromium finds the browser.
func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if bin, err := exec.LookPath(name); err == nil {
			return bin, nil
		}
	}
	return "", errors.New("no Chromium")
}

// given reports whether a flag stands in the command.
func given(name string) bool { f := flag.Lookup(name); return f != nil && f.Value.String() != "" }

// browser gives the run's browser, started at the first call, or skips the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	bin, err := chromium()
	switch required := os.Getenv("TAUT_BROWSER") == "required"; {
	case err != nil && required:
		t.Fatal("TAUT_BROWSER=required, but there is no Chromium")
	case err != nil:
		t.Skip("skipped: no Chromium")
	case !required && !given("test.run") && !given("test.bench"):
		t.Skip("skipped: Chromium is asked for with -run, -bench or TAUT_BROWSER=required")
	}
	shared.Lock()
	defer shared.Unlock()
	if shared.browser != nil {
		return shared.browser
	}
	set := chromedp.Flag
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(bin), chromedp.NoSandbox, chromedp.WindowSize(640, 480),
		set("use-angle", "swiftshader"), set("enable-unsafe-swiftshader", true), set("disable-quic", true),
		set("disable-component-update", true), set("disable-sync", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	shared.closers = append(shared.closers, stop)
	ctx, stop = chromedp.NewContext(ctx)
	shared.closers = append(shared.closers, stop)
	if err := chromedp.Do(ctx); err != nil { // starts it; no deadline may stand on this context
		t.Fatal(err)
	}
	shared.browser = ctx
	return ctx
}

// URL gives the address of a program's site, built and served at the first call.
func URL(t testing.TB, p Program) string {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if s, ok := shared.sites[p]; ok {
		return s.URL
	}
	tree, err := site.Load(t.Context())
	if err == nil {
		err = tree.AddProgram(t.Context(), string(p))
	}
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(tree)
	shared.closers = append(shared.closers, s.Close)
	if shared.sites == nil {
		shared.sites = map[Program]*httptest.Server{}
	}
	shared.sites[p] = s
	return s.URL
}
