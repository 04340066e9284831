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
	key   string
	fault string // the last fault told; the same is not told twice
	shut  bool   // a run that could not be set aside lies under the key: nothing is written over it
}

func newStore(host js.Value, link query.Options) store {
	s := store{js: host.Get("store"), key: "taut.run.1"}
	if link.Seeded {
		s.key += ".seed." + strconv.FormatUint(link.Seed, 10)
	}
	host.Set("runKey", s.key)
	return s
}

// restore takes up the kept run, if there is one, and gives the key of a
// sentence that a person must hear, "" for none. A run that cannot be read, or
// that ended the program twice within a minute, is set aside and stays; where a
// full storage has no room for that, it stays where it is and nothing is kept.
func (s *store) restore(scene scenes.Scene) string {
	kept := s.js.Call("get", s.key)
	if kept.Type() != js.TypeString {
		return ""
	}
	if s.panics() >= 2 {
		return s.aside("host.save-panicked")
	}
	b, err := base64.StdEncoding.DecodeString(kept.String())
	if err == nil {
		err = scene.Restore(b)
	}
	if err != nil {
		js.Global().Get("console").Call("warn", "taut: "+err.Error())
		return s.aside("host.save-unreadable")
	}
	return ""
}

// aside sets the kept run aside and gives the key of the sentence to be told:
// the given one, or that nothing can be kept.
func (s *store) aside(sentence string) string {
	if s.js.Call("aside", s.key).Bool() {
		return sentence
	}
	s.shut = true
	return "host.storage-full"
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

// save keeps a run (nil: nothing new) and gives the key of a sentence where it
// could not, once for each kind of fault.
func (s *store) save(run []byte) string {
	if run == nil || s.shut {
		return ""
	}
	fault := s.js.Call("set", s.key, base64.StdEncoding.EncodeToString(run)).String()
	if fault == "" || fault == s.fault {
		s.fault = fault
		return ""
	}
	s.fault = fault
	return "host.storage-" + fault
}
