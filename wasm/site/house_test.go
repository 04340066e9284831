package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// pkg is what these tests need of "go list -json".
type pkg struct {
	ImportPath    string
	Imports, Deps []string
}

// list gives the module's packages for the browser, or natively.
func list(t *testing.T, js bool, args ...string) []pkg {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	var env []string
	if js {
		env = []string{"GOOS=js", "GOARCH=wasm"}
	}
	out, err := goTool(t.Context(), root, env, append([]string{"list", "-e", "-json=ImportPath,Imports,Deps"}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// TestDirection holds assets <- game <- scenes <- wasm: a room imports only
// itself and the rooms before it; game does not even import assets, whose
// bytes it is handed.
func TestDirection(t *testing.T) {
	allowed := map[string][]string{
		"assets": {"assets"},
		"game":   {"game"},
		"scenes": {"assets", "game", "scenes"},
		"wasm":   {"assets", "game", "scenes", "wasm"},
	}
	room := func(path string) string {
		r, _, _ := strings.Cut(strings.TrimPrefix(path, "taut/"), "/")
		return r
	}
	for _, js := range []bool{false, true} {
		for _, p := range list(t, js, "./...") {
			from := room(p.ImportPath)
			if allowed[from] == nil {
				t.Errorf("%s is in no known room", p.ImportPath)
			}
			for _, dep := range p.Imports {
				if strings.HasPrefix(dep, "taut/") && !slices.Contains(allowed[from], room(dep)) {
					t.Errorf("%s imports %s: the direction turns round", p.ImportPath, dep)
				}
			}
		}
	}
}

// TestEngineStaysInItsRooms holds which packages import Ebitengine.
func TestEngineStaysInItsRooms(t *testing.T) {
	rooms := []string{"taut/scenes/stage", "taut/wasm/page", "taut/wasm/page/pagetest/toy", "taut/wasm/page/pagetest/empty"}
	for _, js := range []bool{false, true} {
		for _, p := range list(t, js, "./...") {
			for _, dep := range p.Imports {
				if strings.HasPrefix(dep, "github.com/hajimehoshi/ebiten/") && !slices.Contains(rooms, p.ImportPath) {
					t.Errorf("%s imports %s", p.ImportPath, dep)
				}
			}
		}
	}
}

// TestGameHasNoScreenAndNoClock holds that game runs without a page.
func TestGameHasNoScreenAndNoClock(t *testing.T) {
	for _, p := range list(t, true, "./game/...") {
		for _, dep := range p.Imports {
			if dep == "syscall/js" || dep == "math/rand" || dep == "math/rand/v2" {
				t.Errorf("%s imports %s", p.ImportPath, dep)
			}
		}
	}
}

// TestLightProgram holds what must not reach the browser: each costs a first
// visit more than it gives.
func TestLightProgram(t *testing.T) {
	for _, p := range list(t, true, "./wasm") {
		for _, dep := range p.Deps {
			for _, heavy := range []string{"net/http", "github.com/nats-io", "github.com/hajimehoshi/ebiten/v2/text/v2", "github.com/BurntSushi/toml"} {
				if dep == heavy || strings.HasPrefix(dep, heavy+"/") {
					t.Errorf("the program links %s", dep)
				}
			}
		}
	}
}

// TestSiteWithoutEngine holds that serving needs nothing of the engine.
func TestSiteWithoutEngine(t *testing.T) {
	for _, p := range list(t, false, "./wasm") {
		for _, dep := range p.Deps {
			if strings.HasPrefix(dep, "github.com/hajimehoshi/ebiten/") {
				t.Errorf("the native half links %s", dep)
			}
		}
	}
}
