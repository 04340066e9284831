//go:build !js

package pagetest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const axeVersion = "4.14.1"

// axeFile gives the path of axe.min.js: the one that TAUT_AXE names, or one that
// npm installs for this test run. Where there is neither it gives "", or fails
// where TAUT_BROWSER=required.
func axeFile(t *testing.T) string {
	t.Helper()
	if file := os.Getenv("TAUT_AXE"); file != "" {
		return file
	}
	fail := func(format string, args ...any) string {
		t.Helper()
		if os.Getenv("TAUT_BROWSER") == "required" {
			t.Fatalf("TAUT_BROWSER=required, but "+format, args...)
		}
		t.Logf(format, args...)
		return ""
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return fail("there is no axe-core: TAUT_AXE is not set and npm is not installed")
	}
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, npm, "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir, "axe-core@"+axeVersion)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fail("npm gave no axe-core: %v: %s", err, out)
	}
	return filepath.Join(dir, "node_modules", "axe-core", "axe.min.js")
}

// axe gives the breaches that axe-core finds in the present state, one line each.
func (s student) axe(file string) []string {
	s.t.Helper()
	if !Eval[bool](s.Page, `typeof axe === "object"`) {
		source, err := os.ReadFile(file)
		if err != nil {
			s.t.Fatal(err)
		}
		// The page's policy forbids this script to the page itself, not to a debugger.
		Eval[any](s.Page, string(source)+";null")
		if v := Eval[string](s.Page, `axe.version`); v != axeVersion {
			s.t.Fatalf("axe-core is %s, want %s", v, axeVersion)
		}
	}
	tags := []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
	// A colour on its way to another is no state. Links to places of the program
	// (#evidence/...) look like skip links where no other link stands before them:
	// they are none, and TestLinksLeadSomewhere follows them.
	return Eval[[]string](s.Page, fmt.Sprintf(`Promise.allSettled(document.getAnimations().map((a) => a.finished)).then(() => axe.run(document, {resultTypes: ["violations"], runOnly: {type: "tag", values: ["%s"]}, rules: {"skip-link": {enabled: false}}}))
		.then((r) => r.violations.map((v) => v.id + ": " + v.help + ": " + v.nodes.map((n) => n.target.join(" ") + " (" + (n.any[0] ?? n.all[0] ?? n.none[0])?.message + ")").slice(0, 4).join("; ")))`, strings.Join(tags, `","`)))
}

// readable finds fault with the present state at two sizes: breaches of the rules, and
// what reaches beyond the edge, also where the edge cuts it off.
func (s student) readable(t *testing.T, file, name string) {
	t.Helper()
	for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
		s.resize(size[0], size[1])
		for _, breach := range s.axe(file) {
			t.Errorf("%s at %d x %d: %s", name, size[0], size[1], breach)
		}
		for _, wide := range Eval[[]string](s.Page, `[document.documentElement, ...document.querySelectorAll(".page, .scroll, .options, .set, .buttons")]
			.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => (e.id || e.className || e.nodeName) + " " + e.scrollWidth + " in " + e.clientWidth)`) {
			t.Errorf("%s at %d px is too wide: %s", name, size[0], wide)
		}
	}
}
