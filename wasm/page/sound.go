//go:build js

package page

import "taut/scenes"

// hear hands what sounds to page.js, which owns the browser's audio: one call
// where something differs from the last time, none while all is quiet.
func (h *host) hear(a scenes.Audio) {
	if a == h.heard {
		return
	}
	h.js.Get("audio").Call("hear", a.On, a.Volume, a.Crackle, a.Ticks, a.Thump, a.Buzz)
	a.Ticks, a.Thump, a.Buzz = 0, 0, 0
	h.heard = a
}
