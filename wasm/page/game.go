//go:build js

package page

import (
	"fmt"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes"
	"taut/wasm/page/pace"
)

// game is the host as the engine sees it.
type game struct{ h *host }

// Update lets a frame's time by.
func (g game) Update() error {
	h := g.h
	if h.lost {
		return ebiten.Termination
	}
	began := time.Now()
	h.guard(h.frame)
	h.meter.update = time.Since(began)
	return nil
}

// Draw draws the present view. The first frame links every shader, the second
// mounts the panel and so gives the picture its size.
func (g game) Draw(dst *ebiten.Image) {
	h := g.h
	began := time.Now()
	h.guard(func() {
		switch {
		case h.frames == 1:
			h.stage.Warm(dst)
		case h.due():
			if v := h.scene.View(); v != nil {
				h.stage.Draw(dst, v)
			}
		}
		h.test.read(h, dst)
	})
	h.meter.frame(time.Since(began))
	h.guard(h.drew)
}

// due reports whether this frame differs from the last one by what an eye sees:
// the engine keeps the screen where nothing is drawn.
func (h *host) due() bool {
	fresh := h.fresh || h.link.Manual || h.test.waiting || h.scene.Steady() || h.scene.Lively()
	h.fresh = false
	return h.drift.Due(h.now, fresh)
}

// Layout makes a pixel of the screen a pixel of the buffer.
func (g game) Layout(w, h int) (int, int) { return max(w, 1), max(h, 1) }

// size is the picture in CSS px and the device's pixels per CSS px.
type size struct {
	w, h, dock, ratio float64
	under             float64    // height of what lies below the dock
	window            [4]float64 // as scenes.Windowed takes it
}

// resize takes the picture's new size.
func (h *host) resize(s size) {
	if s == h.size {
		return
	}
	h.size = s
	h.scene.Resize(s.w, s.h, s.dock)
	if w, ok := h.scene.(scenes.Windowed); ok {
		w.Window(s.under, s.window[0], s.window[1], s.window[2], s.window[3])
	}
	h.fit()
}

// fit gives the engine's buffer the size of the picture times pixel ratio and
// quality.
func (h *host) fit() {
	scale := h.meter.quality.Scale(h.size.ratio)
	if h.link.Quality > 0 {
		scale = h.link.Quality * h.size.ratio
	}
	px := func(css float64) int { return int(math.Max(1, math.Round(css*scale))) }
	h.fresh = true
	h.js.Call("size", px(h.size.w), px(h.size.h+h.size.dock+h.size.under))
}

// meter measures the script of frames: what ?quality= follows and taut.stats() tells.
type meter struct {
	quality pace.Quality
	update  time.Duration // of the frame under way
	frames  int
	total   time.Duration // Update and Draw of all frames
}

func (m *meter) frame(draw time.Duration) {
	m.frames++
	m.total += m.update + draw
}

// sprint gives a panic's value as text.
func sprint(v any) string { return fmt.Sprint(v) }
