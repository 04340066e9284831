package course

import (
	"fmt"
	"math"
	"strings"

	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// Arm is one way of treating a person, or of leaving them alone.
type Arm uint8

// The arms that a comparison knows.
const (
	None        Arm  = iota // nothing is done, nothing expected
	Sham                    // a needle that only seems to go in: expectation alone
	Heat                    // a heat pack for 20 min
	Stretch                 // one bout of stretching
	Massage                 // massage or ischaemic compression
	Acupuncture             // a needle that stays in and is not moved up and down
	Superficial             // dry needling 5-10 mm deep, above the point
	Dry                     // dry needling of the point
	Saline                  // the same through a hollow needle, with saline
	Lidocaine               // the same with a numbing medicine
	Steroid                 // the same with a steroid added
	Arms        = 11        // structural: how many there are
)

var armNames = [Arms]string{"none", "sham", "heat", "stretch", "massage", "acupuncture", "superficial", "dry", "saline", "lidocaine", "steroid"}

// ArmNames lists the arms as flags write them.
func ArmNames() string {
	n := armNames[:]
	return strings.Join(n[:Arms-1], ", ") + " or " + n[Arms-1]
}

// String gives the arm's name as flags write it.
func (a Arm) String() string { return armNames[a] }

// ParseArm reads an arm's name.
func ParseArm(s string) (Arm, error) {
	for i, n := range armNames {
		if s == n {
			return Arm(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not an arm: use %s", s, ArmNames())
}

// dose is what one visit does beside the strokes of a needle.
type dose struct {
	em     float64    // multiplies every locus once; 0: 1
	series float64    // the same at each visit of a course, where it differs; 0: em
	whole  float64    // the same of all visits of a course together; 0: series
	fades  [2]fadeout // parts of the reported pain taken away for a time
	hy     float64    // reactive hyperaemia asked for
	cons   bool       // the 72 h in which loci settle begin
	sore   float64    // of the soreness of a visit of dry needling without a twitch
	needle bool       // strokes through the point
	numbed bool       // a numbing medicine goes in
	visits int        // of the usual course; 0: 1
	every  tick.Tick  // from visit to visit of the course
}

// fadeout takes the share g of the pain away, less by exp(-t/tau).
type fadeout struct{ g, tau float64 }

var doses = [Arms]dose{
	Heat:        {fades: [2]fadeout{{gHeat, tauHeat}}, hy: hyHeat, visits: massageVisits, every: massageEvery},
	Stretch:     {fades: [2]fadeout{{gStretch, tauStretch}}, visits: massageVisits, every: massageEvery},
	Massage:     {em: emMassage, series: emMassageCourse, fades: [2]fadeout{{gMassage, tauMassage}}, cons: true, sore: soreMassage, visits: massageVisits, every: massageEvery},
	Acupuncture: {em: emAcupuncture, whole: emAcupunctureCourse, fades: [2]fadeout{{gAcupuncture, tauAcupuncture}}, cons: true, sore: soreSurface, visits: acupunctureVisits, every: acupunctureEvery},
	Superficial: {em: emSuperficial, whole: emSuperficialCourse, fades: [2]fadeout{{gSuperficial, tauSuperficial}}, cons: true, sore: soreSurface, visits: needleVisits, every: needleEvery},
	Sham:        {visits: needleVisits, every: needleEvery},
	Dry:         {needle: true, visits: needleVisits, every: needleEvery},
	Saline:      {needle: true, visits: needleVisits, every: needleEvery},
	Lidocaine:   {needle: true, numbed: true, fades: [2]fadeout{{gNumb, tauNumb}, {gWet, tauWet}}, visits: needleVisits, every: needleEvery},
	Steroid:     {needle: true, numbed: true, fades: [2]fadeout{{gNumb, tauNumb}, {gWet, tauWet}}, visits: needleVisits, every: needleEvery},
}

// Needled says whether strokes go through the point itself.
func (a Arm) Needled() bool { return doses[a].needle }

// Course gives the arm's usual series: how many visits, and the time from one
// to the next.
func (a Arm) Course() (visits int, every tick.Tick) {
	return max(1, doses[a].visits), doses[a].every
}

// Pattern gives the strokes of a needled visit: eight at random, or ten fanned.
func (a Arm) Pattern(fanned bool) needle.Pattern {
	if fanned {
		return needle.Pattern{Aim: needle.Fanned, N: armFanned, Speed: armSpeed}
	}
	return needle.Pattern{Aim: needle.Random, N: armStrokes, Speed: armSpeed}
}

// Begin begins a visit of the arm. What works without a stroke has then worked:
// every locus times em, hyperaemia, soreness, and the 72 h in which loci settle
// are begun. In a course (series) the loci that massage, acupuncture and shallow
// needling quieten at each visit stay so until the next: there the 72 h do not begin, in which a
// share as small as one visit's would relapse.
func (a Arm) Begin(p *Patient, s *State, series bool) {
	if a == None {
		return
	}
	d := &doses[a]
	p.Treat(s)
	p.Numbed = d.numbed
	if !d.needle && d.em == 0 && d.hy == 0 {
		s.Quiet = max(fine, settled-tick.FromSeconds(s.Window))
		return // nothing moves in the tissue: no need of fine steps
	}
	em, held := d.em, false
	switch {
	case series && d.series > 0:
		em, held = d.series, true
	case series && d.whole > 0:
		em, held = math.Pow(d.whole, 1/float64(d.visits)), true
	}
	if em > 0 {
		for i := range s.E {
			s.E[i] *= em
		}
	}
	s.HyT = max(s.HyT, d.hy)
	if d.cons && !held {
		s.Window = trigger.Window
	}
	sore := d.sore * needle.Soreness(armStrokes, 0)
	s.SoreQuick += soreShare * sore
	s.SoreSlow += (1 - soreShare) * sore
}

// Relief gives what an arm leaves of the reported pain, beside what the tissue
// does: the product of (1 - g exp(-t/tau)), t since the visit; 0 to 1.
func (a Arm) Relief(s *State) float64 {
	left := 1.0
	if !s.Treated {
		return left
	}
	for _, f := range doses[a].fades {
		if f.g > 0 {
			left *= 1 - f.g*math.Exp(-s.Visit.Seconds()/f.tau)
		}
	}
	return left
}

// Pain gives the usual pain as a person of the arm reports it, 0 to 10: that of
// [Patient.Pain] times [Arm.Relief]. In responder mode, where nobody else is
// asked what they expect, expectation is in every treated arm all the same.
func (a Arm) Pain(p *Patient, s *State) float64 {
	v := p.Pain(s) * a.Relief(s)
	if p.Mode == Responder && s.Treated {
		v *= 1 - placebo*math.Exp(-s.Visit.Seconds()/tauPlacebo)
	}
	return v
}
