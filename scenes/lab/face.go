package lab

import (
	g "maragu.dev/gomponents"

	"taut/game/evidence"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/view"
)

// Face is all that the document shows of the lab at a moment. It is filled from
// the run by [Lab.face] and rendered by the panel; numbers stay numbers, so
// that a refresh formats into one buffer.
type Face struct {
	// What a person has chosen.
	Kind        trigger.Kind
	Responder   bool    // "someone who responds well"
	Rate        float64 // of session.Speeds
	Pose        needle.Pose
	Speed       float64 // tip speed of the next pass, mm/s
	More        bool    // extra traces, speeds and views are out
	HideKnot    bool    // therapist's view
	Reached     bool    // the coverage meter is shown
	AtSkin      bool
	Scan        bool // ultrasound
	Plain       bool
	Mute        bool // no sound can be made here
	Sound       bool
	Volume      float64 // 0 to 100
	Offer       bool    // "Hear the muscle" is offered
	Caption     uint16  // of what sounds now, a bit for each of captionKeys
	Level       view.Level
	Beside      bool // a healthy sarcomere stands beside
	Cut         bool // the nerve is cut
	Scope       FaceScope
	Latency     float64 // s from a hit to its twitch
	Leg         string  // of the reflex: "rest", "in", "out", "muscle", "jerk", "cut"
	ScaleMM     float64 // what the scale bar says
	Parts       []Part  // what has a name in the picture
	PartOpen    string  // key of the part whose card is open; "" none
	Explained   string  // key of the card that is open ("acid", "tension", a word of the glossary); "" none
	Describing  bool    // the whole state as text is open
	Description string  // the whole state as text, a paragraph a line; while Describing
	Theme       string  // "dark", "light" or "projector"; "" is dark

	// What can be done now.
	Playing, CanReplay, CanUndo, Busy, Queued, Stopped bool

	// The outputs.
	Passes, Twitches int     // within the visit
	Tension          float64 // per cent of the start
	TensionWas       float64 // the same before the last pass or wait; NaN before the first
	TensionHealthy   float64 // where the mark "healthy" stands, per cent of the start
	Flow             float64 // per cent of healthy
	Noise            float64 // µV
	PH               float64
	AcidWord         string // key of a word: "acid.none", "acid.little", "acid.more"
	Pain             float64
	PainAsked        string  // key: "pain.before", "pain.now", "pain.later", "pain.latent"
	Soreness         float64 // mm, as it is now
	Tomorrow         float64 // mm, what today's strokes leave in a day
	ReachedLoci      int
	ReachableLoci    int    // parts of the knot that there are to reach
	LastWait         string // key of the last wait in the traces ("5m"); "" none
	Clock            session.Clock
	ClockRate        float64 // model seconds a real second
	Milliseconds     float64 // since the last hit, for slow motion
	PointSeconds     float64 // time at this point
	Elapsed          float64 // s of model time since the run began
	WaitLeft         float64 // share of a film, 0 to 1
	Waited, WaitFor  float64 // model seconds of a film: gone by, whole
	LensSame         bool    // no pass has changed what the lens shows
	Thick            float64 // how many times too thick the fibres are drawn
	Behind           float64 // mm of the tip behind the front picture's plane; negative in front
	SpeedShown       float64 // tip speed of the last stroke, mm/s; 0 none

	Bars      []Bar // one a pass of the present visit
	Marks     []Tip // earlier tips, seen from above
	Feedback  Feedback
	Guess     Guess
	Cards     []Card
	Guest     g.Node            // what stands at the head where the lab is another scene's guest; nil at home
	Course    string            // that is supervised, by a pack; "" none
	Library   *evidence.Library // what cards rest on; nil: they say so in words alone
	Host      string            // and the name of that scene
	Site      *Site             // the place on somebody; nil in the model limb
	Deepest   float64           // mm, the end of the depth's slider
	Final     bool              // nothing that was done is taken back
	DepthWord int               // how deep the pose goes, where Site is
	Notice    string            // one sentence about bad input, or about a run of another version; "" none
}

// Bar is one step of the staircase.
type Bar struct {
	Tension float64 // per cent of the start, after the pass
	Twitch  float64 // size, 0 none
}

// Tip is where an earlier pass ended, mm from the centre along and across.
type Tip struct{ X, Y, Twitch float64 }

// Feedback is at most two sentences of news and one of advice. Verdict is the
// judgement of a stop, one line each for noise, tension, passes, path and
// soreness; nil otherwise. Strip is the size of a twitch that is told by three
// still pictures instead of motion; 0 none.
type Feedback struct {
	Headline, Body, Next string
	Verdict              []string
	Strip                float64
}

// Guess is a question that never blocks.
type Guess struct {
	Question string
	Options  []string // texts; the intents are "guess:0", "guess:1", ...
	Chosen   int      // -1 none yet
	Open     bool
}

// Card is one thing to try.
type Card struct {
	Text string
	Done bool
}

// FaceScope is the EMG window.
type FaceScope struct {
	ScopeChoice
	Step   float64 // µV a division
	Spikes int     // in the last twitch; 0 there was none
}
