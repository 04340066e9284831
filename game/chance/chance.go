// Package chance gives random numbers as functions of (seed, patient, purpose,
// index) instead of a running stream. Undo, a branch and two arms of the same
// patient therefore draw the same luck, and a new purpose shifts no other.
package chance

import "math"

// Purpose names what a number is drawn for. The order is part of saved runs:
// new purposes go to the end.
type Purpose uint64

// What the model draws for.
const (
	LocusPlace Purpose = iota + 1 // where an endplate locus lies; index = 64*locus + try
	RandomAim                     // a random stroke's place; index = stroke
	Responder                     // how well a patient answers a stroke; index 0
	Noise                         // endplate noise; index = EMG sample
	SpikeTime                     // whether and when an endplate spike comes; index = bin
	SpikeSize                     // its height; index = bin
	Burst                         // the shape of a twitch burst; index = stroke
	PainNoise                     // what a patient says beside what the tissue does; index = question
	CaseSpot                      // where along a muscle of a case its point lies; index 0
	Examiner                      // what an examiner says of a muscle of a case; index = examiner
	QuizOrder                     // the order of an item's options; index = 65536*row + option
	QuizValue                     // an item's number; index 0
	QuizPick                      // an item's muscle; index 0
	QuizPerson                    // who lies on the table in an item's run; index = try
	QuizForm                      // which of two alike items goes into which form; index = pair
)

// Source draws for one patient of one seed. The zero value is a valid source.
type Source struct {
	Seed    uint64 // of the run
	Patient uint64 // 0 in the lab; counts people in a population
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014): a bijection
// of 64 bits in which every input bit moves about half of the output bits.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Uint64 gives 64 random bits for (seed, patient, p, index).
func (s Source) Uint64(p Purpose, index uint64) uint64 { return s.For(p).Uint64(index) }

// Draws are the draws for one purpose, for those who need many of them.
type Draws uint64

// For gives the draws of a source for a purpose.
func (s Source) For(p Purpose) Draws { return Draws(mix(mix(mix(s.Seed)^s.Patient) ^ uint64(p))) }

// Uint64 gives the 64 random bits of [Source.Uint64].
func (d Draws) Uint64(index uint64) uint64 { return mix(uint64(d) ^ index) }

// Float64 gives a number in [0, 1).
func (s Source) Float64(p Purpose, index uint64) float64 {
	return float64(s.Uint64(p, index)>>11) / (1 << 53)
}

// Normal gives a standard normal number by the Box-Muller transform
// sqrt(-2 ln u) cos(2 pi v), u in (0, 1]; |result| < 8.6.
func (s Source) Normal(p Purpose, index uint64) float64 { return s.For(p).Normal(index) }

// Normal gives the number of [Source.Normal].
func (d Draws) Normal(index uint64) float64 {
	a := d.Uint64(index)
	b := mix(a)
	u := (float64(a>>11) + 1) / (1 << 53)
	v := float64(b>>11) / (1 << 53)
	return math.Sqrt(-2*math.Log(u)) * math.Cos(2*math.Pi*v)
}
