package site

import (
	"os"
	"testing"
)

// maxRatio bounds what a first visit downloads against an empty game of the same
// engine, as the go command builds it (without symbols) and packed the same way.
const maxRatio = 1.25

// TestFirstVisitIsLight packs the whole site, which takes minutes of a core, so
// it runs where TAUT_SIZE=required asks for it.
func TestFirstVisitIsLight(t *testing.T) {
	if os.Getenv("TAUT_SIZE") != "required" {
		t.Skip("skipped: TAUT_SIZE is not required")
	}
	site, err := Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := site.AddProgram(t.Context(), program); err != nil {
		t.Fatal(err)
	}
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := Compile(t.Context(), root, "./wasm/site/testdata/empty")
	if err != nil {
		t.Fatal(err)
	}
	empty := Tree{wasmName: newFile(wasmName, raw)}
	for _, tree := range []Tree{site, empty} {
		if err := tree.Compress(11); err != nil {
			t.Fatal(err)
		}
	}
	got, base := float64(site.Download()), float64(empty.Download())
	t.Logf("a first visit downloads %.3f MB, an empty game %.3f MB: %.3f times", got/1e6, base/1e6, got/base)
	if got > maxRatio*base {
		t.Errorf("%.3f times an empty game, more than %v", got/base, maxRatio)
	}
}
