// Package anatomy holds which muscle can feed which pain, where that pain is
// felt, what lies in the way of a needle, and who is better not needled. It is
// teaching data, in ranges, for a simulation: nothing in it is for finding a
// place on anybody.
//
// What would make a recipe of it - where on the skin, which needle, how deep -
// is not in an [Atlas] at all. It lives in a [Supplement], which only an
// instructor brings and only a [Supervised] course reads.
package anatomy

import "taut/game/evidence"

//go:generate go tool msgp -file anatomy.go -o anatomy_gen.go -tests=false -io=false

//msgp:limit arrays:128 maps:32

// Side is the side of the body figure.
type Side string

// The two sides that the figure shows.
const (
	Front Side = "front"
	Back  Side = "back"
)

// Kind is a kind of hazard.
type Kind string

// The kinds of hazard.
const (
	Lung   Kind = "lung"
	Vessel Kind = "vessel"
	Nerve  Kind = "nerve"
	Kidney Kind = "kidney"
	Cord   Kind = "cord"
	Joint  Kind = "joint"
)

// Tissue is what a layer is made of, or what lies under the last one.
type Tissue string

// The tissues. Own is the muscle that the layers belong to, Over another one
// that lies on it.
const (
	Skin   Tissue = "skin"
	Fat    Tissue = "fat"
	Fascia Tissue = "fascia"
	Over   Tissue = "over"
	Own    Tissue = "own"
	Bone   Tissue = "bone"
	Under  Tissue = "under" // deeper muscle
	Chest  Tissue = "chest" // ribs, and the lung behind and between them
	Belly  Tissue = "belly" // what lies in the belly
)

// FigureTall is the height of the body figure in its own millimetres, and
// FigureWide half its width with its arms.
const (
	FigureTall = 1680.0 // structural: the axes of the picture
	FigureWide = 385.0  // structural
)

// Spot is a round place on the body figure: its middle, X to the right of the
// figure's middle line and Y down from the crown of the head, and its radius, in
// the figure's own millimetres ([FigureTall] from crown to sole). It stands on
// both sides alike. It says where in a picture to colour, no more.
type Spot struct {
	Side Side    `msg:"side" toml:"side"`
	X    float64 `msg:"x" toml:"x"`
	Y    float64 `msg:"y" toml:"y"`
	R    float64 `msg:"r" toml:"r"`
}

// Region is a part of the body that muscles lie in.
type Region struct {
	ID    string `msg:"id" toml:"id"`
	Name  string `msg:"name" toml:"name"`
	Spots []Spot `msg:"spots" toml:"spots"`
}

// Hazard is something that a needle can harm.
type Hazard struct {
	ID     string         `msg:"id" toml:"id"`
	Kind   Kind           `msg:"kind" toml:"kind"`
	Name   string         `msg:"name" toml:"name"`
	Danger string         `msg:"danger" toml:"danger"` // what can happen
	Bodies string         `msg:"bodies" toml:"bodies"` // how bodies differ, so that no depth is safe for all
	Meet   string         `msg:"meet" toml:"meet"`     // what is said at the harm, which is met before the target
	Basis  evidence.Basis `msg:"basis" toml:"basis"`
}

// Layer is one tissue of the lab's picture of a muscle: how thick it is, in mm,
// from the thinnest to the thickest that the simulation draws.
type Layer struct {
	Tissue Tissue         `msg:"tissue" toml:"tissue"`
	Lo     float64        `msg:"lo" toml:"lo"`
	Hi     float64        `msg:"hi" toml:"hi"`
	Basis  evidence.Basis `msg:"basis" toml:"basis"`
}

// Referral is where a trigger point of a muscle can be felt, in words and as
// places on the figure.
type Referral struct {
	Words string         `msg:"words" toml:"words"`
	Spots []Spot         `msg:"spots" toml:"spots"`
	Basis evidence.Basis `msg:"basis" toml:"basis"`
}

// Twitch is how a muscle twitches: contraction time in ms, force of one twitch
// by that of full contraction, and how long after a hit it comes, in ms.
type Twitch struct {
	ID      string         `msg:"id" toml:"id"`
	Name    string         `msg:"name" toml:"name"`
	Time    evidence.Range `msg:"time" toml:"time"`
	Ratio   evidence.Range `msg:"ratio" toml:"ratio"`
	Latency evidence.Range `msg:"latency" toml:"latency"`
}

// Head is the build of one part of a muscle in a model of the leg: length of its
// fibres at their best (cm), greatest force (N), their angle to the pull
// (degrees) and area of all fibres (cm2). 0 is not known.
type Head struct {
	Name   string  `msg:"name" toml:"name"`
	Length float64 `msg:"length" toml:"length"`
	Force  float64 `msg:"force" toml:"force"`
	Angle  float64 `msg:"angle" toml:"angle"`
	Area   float64 `msg:"area" toml:"area"`
}

// Muscle is a muscle that can hold a trigger point.
type Muscle struct {
	ID       string         `msg:"id" toml:"id"`
	Name     string         `msg:"name" toml:"name"`
	Plain    string         `msg:"plain" toml:"plain"` // where it lies and what it does
	Region   string         `msg:"region" toml:"region"`
	Advanced bool           `msg:"advanced" toml:"advanced"` // many courses leave it to people with long training: told of in a case, never its target; chosen for teaching
	Spots    []Spot         `msg:"spots" toml:"spots"`
	Referral Referral       `msg:"referral" toml:"referral"`
	Hazards  []string       `msg:"hazards" toml:"hazards"`
	Layers   []Layer        `msg:"layers" toml:"layers"`     // from the skin inwards, the muscle itself last
	Beneath  Tissue         `msg:"beneath" toml:"beneath"`   // what lies under it
	Twitch   string         `msg:"twitch" toml:"twitch"`     // id of a Twitch
	Borrowed bool           `msg:"borrowed" toml:"borrowed"` // the twitch was measured or chosen for another muscle
	Heads    []Head         `msg:"heads" toml:"heads"`
	Build    evidence.Basis `msg:"build" toml:"build"` // what Heads rests on; only where there are some
}

// Feeder is a muscle that can feed a condition's pain.
type Feeder struct {
	Muscle string `msg:"muscle" toml:"muscle"`
	// Share is how many of 100 people with the condition had a trigger point in
	// it, 0 where that was not found.
	Share int            `msg:"share" toml:"share"`
	Basis evidence.Basis `msg:"basis" toml:"basis"`
}

// Finding is what is known of needling for a condition.
type Finding struct {
	Sentence string         `msg:"sentence" toml:"sentence"`
	Basis    evidence.Basis `msg:"basis" toml:"basis"`
}

// Condition is one of the article's pains.
type Condition struct {
	ID       string         `msg:"id" toml:"id"`
	Name     string         `msg:"name" toml:"name"`
	Article  string         `msg:"article" toml:"article"` // as the article names it
	Plain    string         `msg:"plain" toml:"plain"`
	Feeders  []Feeder       `msg:"feeders" toml:"feeder"`
	First    []string       `msg:"first" toml:"first"` // what is tried before a needle, in order
	Refer    string         `msg:"refer" toml:"refer"` // what needs someone else, not a needle
	Basis    evidence.Basis `msg:"basis" toml:"basis"` // of Plain and Refer
	Findings []Finding      `msg:"findings" toml:"finding"`
	Claims   []string       `msg:"claims" toml:"claims"` // ids of evidence.Claim
}

// Atlas is all of it. It is made by [DecodeAtlas] and never changed.
type Atlas struct {
	Regions    []Region    `msg:"regions" toml:"region"`
	Hazards    []Hazard    `msg:"hazards" toml:"hazard"`
	Twitches   []Twitch    `msg:"twitches" toml:"twitch"`
	Muscles    []Muscle    `msg:"muscles" toml:"muscle"`
	Conditions []Condition `msg:"conditions" toml:"condition"`
}
