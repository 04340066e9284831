// Command empty is the engine alone in the page: what every game pays, for the
// benchmarks to compare with.
package main

import (
	"runtime"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

// game does nothing and counts its frames.
type game struct{ frames int }

func (g *game) Update() error { return nil }

func (g *game) Draw(*ebiten.Image) {
	if g.frames++; g.frames == 2 {
		js.Global().Get("document").Get("documentElement").Get("dataset").Set("taut", "ready")
	}
}

func (g *game) Layout(w, h int) (int, int) { return max(w, 1), max(h, 1) }

func main() {
	g := &game{}
	taut := js.Global().Get("Object").New()
	taut.Set("stats", js.FuncOf(func(js.Value, []js.Value) any {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return map[string]any{"frames": g.frames, "ms": 0, "held": false, "mallocs": m.Mallocs, "refreshes": 0}
	}))
	js.Global().Set("taut", taut)
	js.Global().Get("tautHost").Call("adopt") // a size, without which the engine draws nothing
	ebiten.SetTPS(ebiten.SyncWithFPS)
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true}); err != nil {
		panic(err)
	}
}
