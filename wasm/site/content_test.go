package site

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"taut/assets"
	"taut/game/content"
)

func TestTerseKeepsTheCode(t *testing.T) {
	src := "// What it is.\n\n//kage:unit pixels\npackage main\n\nvar PxMM float // device pixels\n\tx := 1/2 // half\n"
	if got, want := terse(src), "//kage:unit pixels\npackage main\nvar PxMM float\nx := 1/2\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCompiledFilesAreOfTheirSources(t *testing.T) {
	if err := Content(true, io.Discard); err != nil {
		t.Error(err)
	}
}

func TestParseWords(t *testing.T) {
	w, err := parseWords("en", "a = \"x\"\n[b.c]\nd = \"{n} y\"\n")
	if err != nil || w.T("a") != "x" || w.F("b.c.d", "n", "3") != "3 y" {
		t.Errorf("%v, %v", w, err)
	}
	for name, bad := range map[string]string{
		"number": "a = 1", "empty": `a = ""`, "brace": `a = "{n"`, "syntax": "a = ",
	} {
		if _, err := parseWords("en", bad); err == nil {
			t.Errorf("%s: %q was taken", name, bad)
		}
	}
}

// TestTextsHold checks the English texts themselves: placeholders are plain
// names, and a key with a plural form has the form for all other counts.
func TestTextsHold(t *testing.T) {
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	for _, k := range w.Keys() {
		for _, p := range content.Placeholders(w.T(k)) {
			if !name.MatchString(p) {
				t.Errorf("%s: the placeholder {%s} is no plain name", k, p)
			}
		}
		if base, ok := strings.CutSuffix(k, ".one"); ok && !w.Has(base+".other") {
			t.Errorf("%s has no form for other counts", base)
		}
	}
}
