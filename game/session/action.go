package session

import (
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
)

// Op says what a person did.
type Op uint8

// The operations. Their order is part of saved runs: new ones go to the end.
const (
	Stroke Op = iota + 1 // one pass of the needle
	Wait                 // the needle is out, time goes by
	Press                // a finger presses the point
	Ask                  // the person is asked about the pain
	Stop                 // "stop here": the point is done
	Answer               // Mode says whom the answers describe from now on
	Nerve                // the nerve to the muscle is cut; whole again where it was cut
)

var opNames = [...]string{"", "stroke", "wait", "press", "ask", "stop", "answer", "nerve"}

// String gives the operation's name in one lower-case word.
func (o Op) String() string { return opNames[o] }

// Action is one thing that a person did at a tick. A run is its seed and its
// actions.
type Action struct {
	At    tick.Tick
	Op    Op
	Pose  needle.Pose // Stroke
	Speed float64     // Stroke: of the tip, mm/s
	Drawn bool        // Stroke: a hand drew it, so the tip is at its depth at once
	Hit   tick.Tick   // Stroke: when its effect comes; else At
	End   tick.Tick   // Stroke: when the tip is back at rest; Wait: when it is over; else At
	Mode  course.Mode // Answer
}

// Kind of an event.
type EventKind uint8

// The events of a run.
const (
	Passed  EventKind = iota + 1 // a stroke took effect
	Pressed                      // a finger pressed
	Asked
	Stopped
	Changed // the mode of answers changed
	Cut     // the nerve was cut, or made whole again
)

// Event is what the simulation has to say at a tick.
type Event struct {
	At     tick.Tick
	Kind   EventKind
	Action int           // index of the action
	Pass   int           // number of the pass within its visit, from 1
	Answer needle.Answer // of a pass
	Bone   bool          // the pass touched bone
}

// Pass is a stroke that took effect, for tracks, marks and staircases.
type Pass struct {
	Action  int
	Pass    int // within its visit
	Visit   int // from 1
	At      tick.Tick
	Twitch  float64
	Before  float64 // C when it began
	Answer  needle.Answer
	Stretch float64 // mm of path per mm of depth
}
