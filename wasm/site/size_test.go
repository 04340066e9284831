package site

import (
	"os"
	"path/filepath"
	"testing"
)

// What a first visit downloads against an empty game of the same engine, as the go
// command builds it (without symbols) and packed the same way: the program without
// what is written for it (assets/content: sources, muscles, cases, questions; and
// assets/strings), and all of it.
const (
	maxRatio = 1.25
	maxWhole = 1.35
)

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
	content := Tree{}
	files, err := filepath.Glob(filepath.Join(root, "assets", "content", "*.msgp"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of content (%v)", len(files), err)
	}
	files = append(files, filepath.Join(root, "assets", "strings", "en.msgp"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		content[filepath.Base(f)] = newFile(filepath.Base(f), b)
	}
	if err := content.Compress(11); err != nil {
		t.Fatal(err)
	}
	var written float64
	for _, f := range content {
		written += float64(len(f.Br))
	}
	got, base := float64(site.Download()), float64(empty.Download())
	t.Logf("a first visit downloads %.3f MB, %.3f of them content; an empty game %.3f MB: %.3f times, without content %.3f", got/1e6, written/1e6, base/1e6, got/base, (got-written)/base)
	if got > maxWhole*base {
		t.Errorf("%.3f times an empty game, more than %v", got/base, maxWhole)
	}
	if got-written > maxRatio*base {
		t.Errorf("without content %.3f times an empty game, more than %v", (got-written)/base, maxRatio)
	}
}
