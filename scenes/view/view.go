// Package view holds what a scene asks the stage to draw, as plain values in
// the model's own units, and the one transform from millimetres to pixels.
// It knows neither the engine nor the page, so a scene is tested without both.
//
// Axes: X runs along the muscle fibres (positive to the right of the front
// picture), Y across them (positive away from the viewer, 12 o'clock from
// above), Z is the depth below the skin's surface (positive down). X = Y = 0 is
// the middle of the trigger point.
package view

// Loci is the number of endplate loci of a trigger point.
const Loci = 16

// MaxTracks bounds the earlier needle tracks that are drawn.
const MaxTracks = 48

// Point is a place in the model's axes, in mm.
type Point struct{ X, Y, Z float64 }

// Locus is one endplate locus.
type Locus struct {
	Point
	Activity float64 // 0 quiet to 1 leaking fully
	Start    float64 // activity before the first pass
}

// Layers are the depths below the skin at which a tissue ends, in mm, and what lies
// under the muscle: bone, where nothing else is said.
type Layers struct {
	Skin, Fat, Fascia, Muscle float64
	Under                     Under
}

// Under is what lies under the muscle.
type Under struct {
	Bed     float64   // mm of other flesh
	Soft    bool      // and no bone under it
	Edge    float64   // mm left of the point to which the bone goes; 0 it has no end
	Beyond  float64   // mm of flesh past that edge
	Dangers [2]Danger // what a needle can harm
}

// Look is how a danger is drawn.
type Look uint8

// The looks.
const (
	Nothing Look = iota
	Lung
	Organ
	Vessel
	Nerve
)

// Danger is something that a needle can harm: a lung or an organ has its face at a
// depth, a vessel or a nerve its middle.
type Danger struct {
	Look          Look
	Depth, Radius float64 // mm
}

// Floor gives the depth in mm of the lowest thing under the muscle that the picture
// shows the top of.
func (l Layers) Floor() float64 {
	d := l.Under.Bed
	if l.Under.Edge > 0 {
		d = max(d, l.Under.Beyond)
	}
	return l.Muscle + d
}

// Needle is the needle as it stands now.
type Needle struct {
	Shown   bool
	Entry   Point   // where it meets the skin (Z = 0)
	Tip     Point   // Z may be negative: above the skin
	Length  float64 // mm from tip to grip
	Held    bool    // a finger holds it
	Halo    bool    // not used yet: the grip asks to be taken
	SpeedMM float64 // signed speed of the tip in mm/s, for motion blur; down positive
}

// Track is the way of an earlier pass.
type Track struct {
	Entry, Tip Point
	Twitch     float64 // size of the twitch, 0 none
}

// Lens shows sarcomeres: lengths in µm, in the knot and beside it.
type Lens struct {
	Shown                bool
	KnotStart, RestStart float64
	KnotNow, RestNow     float64
}

// Traces are the strip charts below the picture. Each row is Samples values in
// 0..1 of the row's height (low to high), oldest first; NaN is a gap. The stage
// draws them over Width CSS px; slices belong to the scene and are reused.
type Traces struct {
	Shown  bool
	Rows   []Row
	Marks  []Mark  // passes and twitches
	Cursor float64 // 0..1 across, NaN none
}

// Row is one trace. Where Lo and Hi differ (noise), the trace is a filled band.
type Row struct {
	Lo, Hi []float64
	Color  string // a colour token, for example "emg", "tension", "flow", "acid"
}

// Mark is a vertical line in the traces.
type Mark struct {
	At     float64 // 0..1 across
	Twitch float64 // 0 for a pass without twitch
	Break  bool    // the axis is broken here: another clock begins
}

// View is one moment of the band picture.
type View struct {
	Unscaled bool // no length is told: no scale bar
	Camera   Camera
	Zoom     Zoom   // which level is shown; the zero value is the body
	Inner    Inner  // what the finest levels show
	Theme    string // "dark", "light" or "projector"
	Plain    bool   // no blood: for people who fear needles
	Still    bool   // reduced motion

	Layers     Layers
	KnotDepth  float64 // mm, centre of the trigger point
	KnotRadius float64 // mm; 0 in healthy muscle
	KnotShown  bool    // false in the therapist's view
	Loci       [Loci]Locus

	Tension float64 // resting contraction now, 0 to 1 (C of the model)
	Start   float64 // the same before the first pass; the ghost outline
	Twitch  float64 // live twitch, 0 to 1: shortens and bulges the band
	TwitchX float64 // mm, where the twitch began
	Ripple  float64 // ms since the twitch's onset; negative: none
	Cramp   float64 // after-cramp, 0 to 1
	Flow    float64 // relative blood flow, 1 = healthy
	Haze    float64 // mediators, 0 to 1
	Acid    float64 // 0 to 1
	Dent    float64 // mm that a pressing finger sinks in; 0 none
	DentX   float64 // mm
	DentWas float64 // mm that the same finger sank in before the first pass; 0 not known
	Seconds float64 // clock of the picture (red cells, shimmer); stands still while time holds

	Needle Needle
	Tracks []Track
	Marked Marked // the named thing that is spoken of
	Lens   Lens
	Traces Traces
	Scope  Scope
	Skin   bool // "At the skin": only what an onlooker would see
	Scan   Scan // the band as an ultrasound machine shows it
}

// Marked is the place of a thing whose card is open, or whose name is under the
// hand, in CSS px. DX and DY, of length 1, point from there to a thing that lies
// outside the picture; 0 within it.
type Marked struct {
	Shown        bool
	X, Y, DX, DY float64
}

// Label is a document element that belongs to a place of the picture.
type Label struct {
	Key   string  // element id
	X, Y  float64 // CSS px of the element's anchor within the picture
	TX    float64 // CSS px of the thing that it names: where its line ends
	TY    float64
	Shown bool
}
