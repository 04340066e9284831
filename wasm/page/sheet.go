//go:build js

package page

import (
	"bytes"
	"math"
	"strings"
	"syscall/js"

	"taut/scenes"
	"taut/scenes/view"
)

// sheet carries a scene's nodes, values and labels into the document, each at
// its own rate: nodes when the scene's revision grew, values ten times a second
// and after every action, labels in every frame in which they moved.
type sheet struct {
	patch, values, labels, names js.Value // page.js's functions
	room                         js.Value // the bytes shared with page.js
	count                        []any    // the one argument of values, kept

	mounted   bool
	revision  int
	html      bytes.Buffer
	buf, old  []byte
	valuesAt  float64 // ms of the browser's clock
	refreshes int     // of the values, since the start
	places    []byte
	placed    []byte
	keys      string
}

// every is the least time between two refreshes of the values, in ms.
const every = 100

// labelBytes is the room of a label: five float32 (x, y, end x, end y, shown).
const labelBytes = 5 * 4

func newSheet(host js.Value) sheet {
	bind := func(name string) js.Value { return host.Get(name).Call("bind", host) }
	return sheet{
		patch: bind("patch"), values: bind("values"), labels: bind("labels"), names: bind("labelNames"),
		room: host.Get("bytes"), count: make([]any, 1),
	}
}

// update brings the document up to date; atOnce does not wait for the values' turn.
func (s *sheet) update(scene scenes.Scene, now float64, atOnce bool) {
	if r := scene.Revision(); !s.mounted || r != s.revision {
		s.mounted, s.revision = true, r
		s.html.Reset()
		if err := scene.Panel().Render(&s.html); err != nil {
			panic(err)
		}
		s.patch.Invoke(s.html.String())
		// Nodes made anew have no values and no places yet.
		s.old, s.placed, s.keys = s.old[:0], s.placed[:0], ""
		atOnce = true
	}
	if atOnce || now-s.valuesAt >= every || now < s.valuesAt {
		s.valuesAt = now
		s.refreshValues(scene)
	}
	s.place(scene.Labels())
}

// refreshValues sends the values where one differs: one copy and one call.
func (s *sheet) refreshValues(scene scenes.Scene) {
	s.refreshes++
	s.buf = scene.AppendValues(s.buf[:0])
	if bytes.Equal(s.buf, s.old) {
		return
	}
	js.CopyBytesToJS(s.room, s.buf)
	s.count[0] = len(s.buf)
	s.values.Invoke(s.count...)
	s.buf, s.old = s.old, s.buf
}

// place sends the labels' places where one moved.
func (s *sheet) place(labels []view.Label) {
	s.places = s.places[:0]
	for i := range labels {
		l := &labels[i]
		shown := 0.0
		if l.Shown {
			shown = 1
		}
		for _, v := range [...]float64{l.X, l.Y, l.TX, l.TY, shown} {
			// Half pixels: what drifts by less is not worth a layout.
			b := math.Float32bits(float32(math.Round(2*v) / 2))
			s.places = append(s.places, byte(b), byte(b>>8), byte(b>>16), byte(b>>24))
		}
	}
	if len(s.places)/labelBytes != len(labels) || bytes.Equal(s.places, s.placed) && s.keys != "" {
		return
	}
	if s.keys == "" {
		var keys []string
		for _, l := range labels {
			keys = append(keys, l.Key)
		}
		s.keys = strings.Join(keys, "\n")
		s.names.Invoke(s.keys)
	}
	js.CopyBytesToJS(s.room, s.places)
	s.labels.Invoke()
	s.places, s.placed = s.placed, s.places
}
