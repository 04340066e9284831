// Package course follows a person with a trigger point from the first stroke to
// a year after: loci that consolidate or relapse, stiffness that lags, soreness
// that goes, and what the person says about it.
package course

import (
	"fmt"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// Mode says whom the course describes.
type Mode uint8

// The modes.
const (
	// Responder is someone who responds well: every stroke counts in full and
	// pain follows the tissue at once. Sized to Chou 2009, an unusually large
	// effect.
	Responder Mode = iota
	// Population is a person as trials meet them: some respond less, part of
	// the pain lags by a day, soreness and placebo are in the answer. Sized to
	// Navarro-Santana 2020.
	Population
)

var modeNames = [...]string{"responder", "population"}

// String gives the mode's name as flags write it.
func (m Mode) String() string { return modeNames[m] }

// ParseMode reads a mode's name.
func ParseMode(s string) (Mode, error) {
	for i, n := range modeNames {
		if s == n {
			return Mode(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not a mode: use responder or population", s)
}

// Patient is one person: what does not change in a course.
type Patient struct {
	Point trigger.Point
	Mode  Mode
	Kap   float64 // how far a stroke switches a locus down, 0 to 1
	// Numbed: lidocaine goes in with each stroke, which leaves .6 of the soreness.
	Numbed bool
}

// New draws a patient. In population mode kap is .6 for six people in ten and
// .3 for the others.
func New(k trigger.Kind, m Mode, src chance.Source) Patient {
	return Patient{Point: trigger.New(k, src), Mode: m, Kap: kap(m, src)}
}

// State is a moment of a course. Copying it is a snapshot.
type State struct {
	trigger.State
	Lag       float64   // the part of the pain that follows with a day's lag, points
	Stiffness float64   // of the band, kPa shear, with its lag
	SoreQuick float64   // mm of soreness that goes within an hour
	SoreSlow  float64   // mm of soreness that goes within days
	Exercise  bool      // light exercise afterwards: soreness goes sooner
	Strokes   int       // at this point in this visit
	Twitches  int       // at this point in this visit
	Total     int       // strokes of all visits
	Treated   bool      // a visit has begun, with or without a needle
	Visit     tick.Tick // since the last treatment began or, once it came, its last stroke
	Quiet     tick.Tick // since anything was done; sets the clock
}

// Baseline gives the person before the first visit: the point at rest, pain and
// stiffness settled.
func (p *Patient) Baseline() State {
	s := State{State: p.Point.Rest()}
	s.Lag = p.tissuePain(&s)
	s.Stiffness = stiffRest + stiffGain*s.C
	return s
}

// Treat begins a visit: strokes and twitches count anew, expectation works from
// now on. A sham visit is a Treat without a Stroke.
func (p *Patient) Treat(s *State) {
	s.Strokes, s.Twitches = 0, 0
	s.Treated = true
	s.Visit, s.Quiet = 0, 0
}

// Stroke takes one stroke of the present visit and gives its answer. Soreness
// grows by what one more stroke of the visit adds.
func (p *Patient) Stroke(s *State, st needle.Stroke) needle.Answer {
	if !s.Treated {
		p.Treat(s)
	}
	before := needle.Soreness(s.Strokes, s.Twitches)
	s.Strokes++
	s.Total++
	a := st.Take(&p.Point, &s.State, s.Strokes, p.Kap)
	if a.Twitch > 0 {
		s.Twitches++
	}
	more := needle.Soreness(s.Strokes, s.Twitches) - before
	if p.Numbed {
		more *= soreNumbed
	}
	s.SoreQuick += soreShare * more
	s.SoreSlow += (1 - soreShare) * more
	s.Visit, s.Quiet = 0, 0
	return a
}

// SetMode changes whom the patient describes from now on: strokes count and
// answers are given in the new mode.
func (p *Patient) SetMode(m Mode, src chance.Source) {
	p.Mode, p.Kap = m, kap(m, src)
}

// kap draws how far a stroke switches a locus down.
func kap(m Mode, src chance.Source) float64 {
	if m == Population && src.Float64(chance.Responder, 0) >= goodShare {
		return kapPoor
	}
	return kapGood
}
