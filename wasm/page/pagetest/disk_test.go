//go:build !js

package pagetest

import (
	"os"
	"path/filepath"
	"testing"

	"taut/wasm/site"
)

// TestRunsFromADisk opens the site that is one file without a server.
func TestRunsFromADisk(t *testing.T) {
	browser(t) // or skip, before anything is built
	tree, err := site.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.AddProgram(t.Context(), string(Toy)); err != nil {
		t.Fatal(err)
	}
	page, err := tree.Single()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "taut.html")
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	p := New(t, "file://"+file)
	p.Go(manual)
	p.Click("button", "One pass")
	p.Reload()
	if got := p.Output("Passes"); got != "1" {
		t.Errorf("Passes %s after a reload, want 1", got)
	}
}
