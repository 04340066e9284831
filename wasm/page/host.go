//go:build js

// Package page puts a scene into the browser's page: it mounts the panel, lays
// the engine's picture under the stage, hands over what a person does, and keeps
// the run. All of the engine's faults on a page are cured here and in page.js.
package page

import (
	"runtime/debug"
	"strings"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/assets"
	"taut/game/content"
	"taut/scenes"
	"taut/scenes/view"
	"taut/wasm/page/pace"
	"taut/wasm/page/query"
)

// Options are what the page tells a scene at its start.
type Options struct {
	Seed   uint64
	Seeded bool // the link named the seed; else the scene chooses
	Words  *content.Words
	Still  bool // reduced motion
	Mute   bool // the browser can make no sound
	// Picture is "plain" or "full" where a person or a link has chosen one; ""
	// as it was kept.
	Picture string
}

// Stage draws views. Warm draws one pixel with every shader, so that none is
// linked in the middle of a stroke.
type Stage interface {
	Draw(dst *ebiten.Image, v *view.View)
	Warm(dst *ebiten.Image)
}

// host is the program in its page.
type host struct {
	js     js.Value // page.js's half
	scene  scenes.Scene
	stage  Stage
	words  *content.Words
	clock  pace.Clock
	link   query.Options
	sheet  sheet
	heard  scenes.Audio // what page.js was told last
	store  store
	meter  meter
	drift  pace.Drift
	place  string  // what the address bears after its #
	now    float64 // ms of the browser's clock at this frame
	fresh  bool    // somebody acted, or the buffer is new: the next frame is drawn
	size   size
	test   test
	shut   bool // the gate is shut
	hidden bool // the tab is
	dead   bool // the program panicked
	lost   bool // there is no picture any more
	ready  bool // the panel stands and a frame was drawn
	frames int  // since the start; the first warms, the second mounts
}

// Run starts the program and never returns. build gets the page's options.
func Run(build func(Options) (scenes.Scene, Stage, error)) {
	// A page never gives memory back to the browser. With half again as much as
	// lives, and not twice, a long play fits into what the start has taken.
	debug.SetGCPercent(50)
	h := &host{js: js.Global().Get("tautHost")}
	h.guard(func() { h.start(build) })
	if !h.dead {
		h.play()
	}
	select {}
}

// start builds the scene and takes up the kept run.
func (h *host) start(build func(Options) (scenes.Scene, Stage, error)) {
	words, err := content.DecodeWords(assets.English)
	if err != nil {
		panic(err)
	}
	h.words = words
	rules := js.Global().Get("Intl").Get("PluralRules").New(words.Lang)
	words.Form = func(n int) string { return rules.Call("select", n).String() }
	var faults []query.Fault
	h.link, faults = query.Parse(searchPairs())
	still := h.link.Motion == query.Reduced ||
		h.link.Motion == query.AsBrowser && js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool()
	mute := !h.js.Get("audio").Get("can").Bool()
	picture := h.js.Call("picture").String()
	if h.link.Picture != "" && picture != "plain" { // no link shows blood to one who asked for none
		picture = h.link.Picture
	}
	if h.scene, h.stage, err = build(Options{Seed: h.link.Seed, Seeded: h.link.Seeded, Words: words, Still: still, Mute: mute, Picture: picture}); err != nil {
		panic(err)
	}
	h.sheet = newSheet(h.js)
	h.js.Call("adopt")
	root := js.Global().Get("document").Get("documentElement")
	root.Set("lang", words.Lang)
	root.Set("dir", words.Dir())
	for _, f := range faults {
		h.tell(content.Fill(words.T(f.Key), "name", f.Name, "value", f.Value))
	}
	h.carry()
	h.store = newStore(h.js, h.link)
	place := h.js.Call("place", "").String()
	name, _, _ := strings.Cut(place, "/")
	for _, key := range h.store.restore(h.scene, name) {
		h.tell(words.T(key))
	}
	h.open(place)
	h.listen()
}

// carry takes up the pack that the site comes with.
func (h *host) carry() {
	own := h.js.Call("pack").String()
	if scene, ok := h.scene.(scenes.Packed); ok && own != "" {
		scene.Carry(own)
	}
}

// open opens the place that a link bears after its #.
func (h *host) open(place string) {
	if s, ok := h.scene.(scenes.Several); ok && !s.Go(place) {
		h.tell(h.words.F("host.place-unknown", "name", query.Clip(place)))
		h.place = "" // the address is mended
	}
}

// placed keeps the address at what is open.
func (h *host) placed() {
	s, ok := h.scene.(scenes.Several)
	if !ok || s.Place() == h.place {
		return
	}
	h.place = s.Place()
	h.js.Call("place", h.place)
	name, _, _ := strings.Cut(h.place, "/")
	if name == s.Names()[0] {
		name = first
	}
	h.js.Set("runKey", h.store.key(name))
}

// play runs the engine and, where it cannot draw, the panel without a picture.
func (h *host) play() {
	var err error
	if h.js.Get("webgl").Bool() { // the engine does not bear a page without
		ebiten.SetTPS(ebiten.SyncWithFPS)
		ebiten.SetScreenClearedEveryFrame(false) // see due
		err = ebiten.RunGameWithOptions(game{h}, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true})
	}
	if h.dead {
		return
	}
	sentence := "host.no-picture"
	if h.lost {
		sentence = "host.lost"
	} else if err != nil {
		js.Global().Get("console").Call("warn", "taut: "+err.Error())
	}
	h.lost = true
	h.js.Call("noPicture")
	h.guard(func() { h.tell(h.words.T(sentence)) })
	var frame js.Func
	frame = js.FuncOf(func(js.Value, []js.Value) any {
		h.guard(func() { h.frame(); h.drew() })
		js.Global().Call("requestAnimationFrame", frame)
		return nil
	})
	js.Global().Call("requestAnimationFrame", frame)
}

// guard runs f; a panic in it ends the program's life but not the person's work.
func (h *host) guard(f func()) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		h.dead = true
		js.Global().Get("console").Call("error", "taut: panic:", js.ValueOf(sprint(r)), string(debug.Stack()))
		h.keepAfterPanic()
		h.js.Call("crashed")
	}()
	if !h.dead {
		f()
	}
}

// keepAfterPanic keeps what the scene still wants kept; the scene may be in any
// state, so a second panic is swallowed: the run of the last action is kept.
func (h *host) keepAfterPanic() {
	defer func() { _ = recover() }()
	if h.scene != nil {
		h.keep(h.scene.Effects())
	}
}

// frame is one frame of the page: time, then what of the document it changed.
func (h *host) frame() {
	h.frames++
	if h.frames == 1 && !h.lost {
		return // the stage warms its shaders behind the loading page
	}
	now := clockMS()
	h.now = now
	if !h.link.Manual {
		ms := h.clock.Frame(now)
		h.advance(ms)
		if h.link.Quality == 0 && ms > 0 && h.meter.quality.Frame(ms, h.size.ratio) {
			h.fit()
		}
	}
	h.refresh(now, h.scene.Steady()) // the last frame before the gate shuts shows the last values
}

// advance lets time by in slices short enough for a scene to act in between; no
// more than an hour, which only a mistaken test would ask for.
func (h *host) advance(ms float64) {
	const slice, hour = 50, 3_600_000
	for ms = min(ms, hour); ms > slice; ms -= slice {
		h.scene.Advance(slice)
	}
	if ms > 0 {
		h.scene.Advance(ms)
	}
}

// drew is called when a frame has been drawn: a steady picture shuts the gate.
// The manual clock holds between its steps, so there every picture is steady.
func (h *host) drew() {
	if h.frames < 2 && !h.lost {
		return
	}
	if !h.ready {
		h.ready = true
		h.js.Call("ready")
	}
	h.test.drew(h)
	if (h.link.Manual || h.scene.Steady()) && !h.test.waiting {
		h.gate(true)
	}
}

// acted follows every action: its effects, the document and a new frame.
func (h *host) acted(atOnce bool) {
	now := clockMS()
	h.refresh(now, atOnce)
	h.fresh = true
	h.gate(false)
}

// began is when the program started.
var began = time.Now()

// clockMS gives the ms since then by the browser's monotonic clock. Asking the
// browser's performance object for it would allocate in every frame.
func clockMS() float64 { return float64(time.Since(began)) / float64(time.Millisecond) }

// gate shuts or opens the way to the next frame, and time with it.
func (h *host) gate(shut bool) {
	now := clockMS()
	if shut || h.hidden {
		h.clock.Stop()
	} else {
		h.clock.Start(now)
	}
	if h.shut != shut {
		h.shut = shut
		h.js.Call("gate", shut)
	}
}

// refresh carries what changed in the scene into the document.
func (h *host) refresh(now float64, atOnce bool) {
	e := h.scene.Effects()
	h.hear(e.Audio)
	h.sheet.update(h.scene, now, atOnce)
	for _, s := range e.Say {
		h.js.Call("say", s)
	}
	for _, s := range e.Tell {
		h.tell(s)
	}
	for _, key := range h.keep(e) {
		h.tell(h.words.T(key))
	}
	h.placed()
	if e.Show != "" {
		h.js.Call("reveal", e.Show)
	}
	if e.Link != "" {
		h.js.Call("hand", e.Link, e.Name)
	}
}

// keep keeps what the scenes want kept and gives the keys of the sentences about
// what could not be.
func (h *host) keep(e scenes.Effects) (told []string) {
	save := func(name string, data []byte) {
		if key := h.store.save(name, data); key != "" {
			told = append(told, key)
		}
	}
	for _, k := range e.Kept {
		save(k.Name, k.Data)
	}
	save(first, e.Save)
	return told
}

// tell shows a sentence and says it.
func (h *host) tell(sentence string) { h.js.Call("tell", sentence) }

// searchPairs gives the link's query as name, value, name, value.
func searchPairs() []string {
	global := js.Global()
	entries := global.Get("Array").Call("from", global.Get("URLSearchParams").New(global.Get("location").Get("search")))
	var pairs []string
	for i := range entries.Length() {
		pairs = append(pairs, entries.Index(i).Index(0).String(), entries.Index(i).Index(1).String())
	}
	return pairs
}
