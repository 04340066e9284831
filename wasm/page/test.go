//go:build js

package page

import (
	"image"
	"runtime"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

// test is what window.taut offers: with the manual clock, taut.advance(ms) lets
// time by and returns when the document shows it; taut.frame() resolves after
// the next frame is drawn, and taut.pixels() with that frame's RGBA pixels.
// taut.stats() tells the frames drawn and the mean ms of their Update and Draw,
// whether the gate is shut, the program's allocations and refreshes of the values
// so far, and the bytes of memory that it has taken from the browser.
type test struct {
	waiting bool // someone waits for the next frame
	wanted  bool // and for its pixels
	pixels  any
	buf     []byte
}

func (t *test) listen(h *host, answer func(func([]js.Value) any) js.Func) {
	promise, host := js.Global().Get("Promise"), h.js
	wait := js.FuncOf(func(_ js.Value, args []js.Value) any {
		host.Get("waiting").Call("push", args[0])
		return nil
	})
	next := func(pixels bool) js.Func {
		return answer(func([]js.Value) any {
			t.waiting, t.wanted = true, t.wanted || pixels
			h.gate(false)
			return promise.New(wait)
		})
	}
	taut := js.Global().Get("Object").New()
	if h.link.Manual {
		taut.Set("advance", answer(func(args []js.Value) any {
			h.advance(args[0].Float())
			h.acted(true)
			return nil
		}))
	}
	taut.Set("frame", next(false))
	taut.Set("pixels", next(true))
	taut.Set("stats", answer(func([]js.Value) any {
		m := &h.meter
		mean := 0.0
		if m.frames > 0 {
			mean = m.total.Seconds() * 1000 / float64(m.frames)
		}
		var mem runtime.MemStats
		runtime.ReadMemStats(&mem)
		return map[string]any{"frames": m.frames, "ms": mean, "held": h.shut, "mallocs": mem.Mallocs, "memory": mem.Sys, "refreshes": h.sheet.refreshes}
	}))
	js.Global().Set("taut", taut)
}

// read takes the drawn pixels where someone waits for them.
func (t *test) read(h *host, dst *ebiten.Image) {
	if !t.wanted || h.frames < 2 {
		return
	}
	t.wanted = false
	b := dst.Bounds()
	t.buf = append(t.buf[:0], make([]byte, 4*b.Dx()*b.Dy())...)
	dst.SubImage(image.Rectangle{Max: b.Max}).(*ebiten.Image).ReadPixels(t.buf)
	rgba := js.Global().Get("Uint8Array").New(len(t.buf))
	js.CopyBytesToJS(rgba, t.buf)
	t.pixels = map[string]any{"width": b.Dx(), "height": b.Dy(), "rgba": rgba}
}

// drew answers those who wait.
func (t *test) drew(h *host) {
	if !t.waiting {
		return
	}
	t.waiting = false
	h.js.Call("drawn", t.pixels)
	t.pixels = nil
}
