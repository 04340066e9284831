// Package scenes holds what a person meets: one package a scene. This file is
// the whole contract between a scene and the page that shows it. A scene is a
// plain value machine: it takes what a person did and how much real time went
// by, and gives a view for the stage, nodes for the panels and effects.
package scenes

import (
	g "maragu.dev/gomponents"

	"taut/scenes/view"
)

// Intent is one thing that a person asked for through a control of the panel.
// A control carries data-do="name" (or "name:argument"); Value is the value of
// an input, "" for buttons.
type Intent struct{ Do, Value string }

// Phase is a part of a gesture.
type Phase uint8

// The phases of a gesture. Cancel also stands for a lost capture.
const (
	Down Phase = iota + 1
	Move
	Up
	Cancel
)

// Pointer is one pointer event on a zone: the stage, or an element with
// data-zone="name" (the view from above, the traces). X and Y are CSS px within
// the zone, W and H its size; MS is the event's own time stamp.
type Pointer struct {
	Zone       string // "stage", "above", "traces"
	Phase      Phase
	ID         int
	X, Y, W, H float64
	MS         float64
	Touch      bool
}

// Effects are what the scene wants done in the page, drained after each call.
type Effects struct {
	Say  []string // sentences for the polite live region, in order
	Tell []string // sentences that are shown over the page, and said
	Save []byte   // the run to be kept; nil: nothing new
	Kept []Saved  // the same of other scenes than the first, from [Several]
	Show string   // id of an element to be brought into view without the focus; "" none
	Link string   // a file to hand to the person, as data; "" none
	Name string   // the file's name

	Audio Audio // what sounds now
}

// Windowed is a scene with an instrument's window below the picture.
type Windowed interface {
	// Window gives the height in CSS px of all that lies below the strip for
	// traces (the element #scope), and the place of the element #screen, which the
	// stage draws, from the picture's upper left corner; all are 0 where there is
	// none.
	Window(under, x, y, w, h float64)
}

// Scene is what the page runs.
type Scene interface {
	// Do takes an intent from a control.
	Do(Intent)
	// Key takes a key pressed while the stage has the focus, by its DOM name
	// ("ArrowLeft", "PageUp", "[", " "), and reports whether it was used. The name
	// "" says that the key is let go, or that the stage or the page lost the focus.
	Key(name string, shift bool) bool
	// Point takes a pointer event.
	Point(Pointer)
	// Resize gives the picture's size in CSS px; dock is the height of the strip
	// for traces below it (the element #dock), which h does not count.
	Resize(w, h, dock float64)
	// Advance lets ms of real time go by.
	Advance(ms float64)
	// Steady reports that the picture will not change until somebody acts.
	Steady() bool
	// Lively reports that something moves fast: every frame is drawn. Otherwise
	// the picture drifts, and some twenty frames a second show all of it.
	Lively() bool
	// View gives the present moment; it is valid until the next call.
	View() *view.View
	// Revision grows when Panel would give other nodes than before.
	Revision() int
	// Panel gives the document's nodes below <div id="app">.
	Panel() g.Node
	// AppendValues appends the fast-changing texts in the order of the panel's
	// data-v attributes (data-v="0", "1", ...), each ended by a newline. A value
	// becomes the element's text, or the value of an input, meter or progress;
	// with data-a="name" it becomes that attribute. An element takes several with
	// data-v="3 4" data-a="value aria-valuetext".
	AppendValues([]byte) []byte
	// Labels gives the stage's labels in a fixed order; the slice is reused. The
	// element with a label's key as its id is moved to X, Y; an SVG line with the
	// id key+"-line" runs from there to TX, TY.
	Labels() []view.Label
	// Effects drains what is to be done in the page.
	Effects() Effects
	// Restore takes up a saved run; an error is one clear sentence and leaves
	// the scene as it was.
	Restore([]byte) error
}
