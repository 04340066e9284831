//go:build !js

// Package pagetest opens the page in Chromium for tests: one browser a test
// run, a fresh profile a page. Tests wait for states, never for seconds, and
// with ?clock=manual time moves only by Page.Advance. Where no Chromium is
// found tests are skipped; with TAUT_BROWSER=required they fail instead.
package pagetest

import (
	"context"
	"errors"
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

// browser gives the run's browser, started at the first call, or skips the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	bin, err := chromium()
	if err != nil && os.Getenv("TAUT_BROWSER") == "required" {
		t.Fatal("TAUT_BROWSER=required, but there is no Chromium")
	}
	if err != nil {
		t.Skip("skipped: no Chromium")
	}
	shared.Lock()
	defer shared.Unlock()
	if shared.browser != nil {
		return shared.browser
	}
	flag := chromedp.Flag
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(bin), chromedp.NoSandbox, chromedp.WindowSize(640, 480),
		flag("use-angle", "swiftshader"), flag("enable-unsafe-swiftshader", true), flag("disable-quic", true),
		flag("disable-component-update", true), flag("disable-sync", true))
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
