//go:build js

package page

import (
	"syscall/js"

	"taut/scenes"
)

// listen offers page.js the functions that hand over what happens in the page.
// Each is done when it returns: what a person did is in the document before the
// next frame.
func (h *host) listen() {
	answer := func(f func(args []js.Value) any) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) (result any) {
			h.guard(func() { result = f(args) })
			return result
		})
	}
	set := func(name string, f func(args []js.Value)) func(js.Value) {
		fn := answer(func(args []js.Value) any { f(args); return nil })
		return func(to js.Value) { to.Set(name, fn) }
	}
	to := js.Global().Get("Object").New()
	for _, put := range []func(js.Value){
		set("act", func(a []js.Value) {
			h.scene.Do(scenes.Intent{Do: a[0].String(), Value: a[1].String()})
			h.acted(true)
		}),
		set("point", func(a []js.Value) {
			p := scenes.Pointer{
				Zone: a[0].String(), Phase: scenes.Phase(a[1].Int()), ID: a[2].Int(),
				X: a[3].Float(), Y: a[4].Float(), W: a[5].Float(), H: a[6].Float(),
				MS: a[7].Float(), Touch: a[8].Bool(),
			}
			h.scene.Point(p)
			h.acted(p.Phase != scenes.Move)
		}),
		set("resize", func(a []js.Value) {
			s := size{w: a[0].Float(), h: a[1].Float(), dock: a[2].Float(), ratio: a[3].Float(), under: a[4].Float()}
			for i := range s.window {
				s.window[i] = a[5+i].Float()
			}
			h.resize(s)
			h.acted(false)
		}),
		set("go", func(a []js.Value) {
			h.open(a[0].String())
			h.acted(true)
		}),
		set("visible", func(a []js.Value) {
			h.hidden = !a[0].Bool()
			h.gate(h.shut)
		}),
		set("lost", func([]js.Value) {
			h.lost = true
			h.gate(false)
		}),
	} {
		put(to)
	}
	to.Set("key", answer(func(a []js.Value) any {
		used := h.scene.Key(a[0].String(), a[1].Bool())
		if used {
			h.acted(true)
		}
		return used
	}))
	js.Global().Set("tautGo", to)
	h.test.listen(h, answer)
}
