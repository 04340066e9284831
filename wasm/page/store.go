//go:build js

package page

import (
	"encoding/base64"
	"strconv"
	"strings"
	"syscall/js"

	"taut/scenes"
	"taut/wasm/page/query"
)

// store keeps the run in the browser. A run that a link's seed began has a key
// of its own, so that a lesson's link never hides the person's own run.
type store struct {
	js    js.Value
	seed  string          // what a link's seed adds to every key
	fault string          // the last fault told; the same is not told twice
	shut  map[string]bool // keys under which lies what could not be set aside: nothing is written over it
}

func newStore(host js.Value, link query.Options) store {
	s := store{js: host.Get("store"), shut: map[string]bool{}}
	if link.Seeded {
		s.seed = ".seed." + strconv.FormatUint(link.Seed, 10)
	}
	host.Set("runKey", s.key(first))
	return s
}

// first is the name of the run of the first scene, or of the only one, in its key.
const first = "run"

// packed is the name of an instructor's own content, which is there for every run.
const packed = "pack"

// key gives the key under which a scene's save lies.
func (s *store) key(name string) string {
	if name == packed {
		return "taut.pack.1"
	}
	return "taut." + name + ".1" + s.seed
}

// restore takes up what the scenes kept and gives the keys of the sentences that
// a person must hear. open is the name of the scene that is opened first.
func (s *store) restore(scene scenes.Scene, open string) (told []string) {
	several, ok := scene.(scenes.Several)
	if !ok {
		return s.restoreOne(first, true, scene.Restore)
	}
	if _, ok := scene.(scenes.Packed); ok { // what others keep may be about what it brings
		told = s.restoreOne(packed, false, func(b []byte) error { return several.RestoreNamed(packed, b) })
	}
	for i, name := range several.Names() {
		key := name
		if i == 0 {
			key = first
		}
		told = append(told, s.restoreOne(key, name == open, func(b []byte) error { return several.RestoreNamed(name, b) })...)
	}
	return told
}

// restoreOne takes up a kept run, if there is one, and gives the key of a
// sentence that a person must hear, if there is one. A run that cannot be read,
// or that was open when the program ended twice within a minute, is set aside and
// stays; where a full storage has no room for that, it stays where it is and
// nothing is kept.
func (s *store) restoreOne(name string, open bool, restore func([]byte) error) []string {
	key := s.key(name)
	kept := s.js.Call("get", key)
	if kept.Type() != js.TypeString {
		return nil
	}
	if open && s.panics() >= 2 {
		return s.aside(key, "host.save-panicked")
	}
	b, err := base64.StdEncoding.DecodeString(kept.String())
	if err == nil {
		err = restore(b)
	}
	if err != nil {
		js.Global().Get("console").Call("warn", "taut: "+err.Error())
		return s.aside(key, "host.save-unreadable")
	}
	return nil
}

// aside sets the kept run aside and gives the key of the sentence to be told:
// the given one, or that nothing can be kept.
func (s *store) aside(key, sentence string) []string {
	if !s.js.Call("aside", key).Bool() {
		s.shut[key] = true
		sentence = "host.storage-full"
	}
	return []string{sentence}
}

// panics counts the program's panics within the last minute.
func (s *store) panics() int {
	times := s.js.Call("get", "taut.panics", "sessionStorage")
	if times.Type() != js.TypeString {
		return 0
	}
	n, now := 0, js.Global().Get("Date").Call("now").Float()
	for _, text := range strings.Split(times.String(), ",") {
		if t, err := strconv.ParseFloat(text, 64); err == nil && now-t < 60_000 {
			n++
		}
	}
	return n
}

// save keeps a scene's run (nil: nothing new) and gives the key of a sentence where it
// could not, once for each kind of fault.
func (s *store) save(name string, run []byte) string {
	if run == nil {
		return ""
	}
	key := s.key(name)
	if s.shut[key] {
		return ""
	}
	fault := s.js.Call("set", key, base64.StdEncoding.EncodeToString(run)).String()
	if fault == "" || fault == s.fault {
		s.fault = fault
		return ""
	}
	s.fault = fault
	return "host.storage-" + fault
}
