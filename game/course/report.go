package course

import (
	"math"

	"taut/game/tick"
	"taut/game/trigger"
)

// tissuePain gives V(A) = 17.2 (A-A0), the pain at rest that the tissue drives,
// in points of 10. Latent points hurt only when pressed, healthy muscle not.
func (p *Patient) tissuePain(s *State) float64 { return p.painOf(s.Activity()) }

// painOf gives V of a mean activity of the loci.
func (p *Patient) painOf(activity float64) float64 {
	if p.Point.Kind != trigger.Active {
		return 0
	}
	return painSlope * trigger.DriveOf(activity)
}

// PressedPain gives the pain on pressing the point, in points of 10.
func (p *Patient) PressedPain(s *State) float64 { return painSlope * s.DriveAbove() }

// Pain gives the usual pain as the person reports it, 0 to 10. Responder mode:
// V(A). Population mode, with the day's lag L, soreness and expectation:
//
//	sqrt((.6 V + .4 L)^2 + (soreness/10)^2) (1 - .10 exp(-t/3 d))
//
// A latent point and healthy muscle do not hurt at rest, in either mode.
func (p *Patient) Pain(s *State) float64 {
	v := p.tissuePain(s)
	if p.Mode == Population && p.Point.Kind == trigger.Active {
		v = (1-lagShare)*v + lagShare*s.Lag
		v = math.Hypot(v, soreOnScale*s.Soreness())
		if s.Treated {
			v *= 1 - placebo*math.Exp(-s.Visit.Seconds()/tauPlacebo)
		}
	}
	return min(10, max(0, v))
}

// Soreness gives how sore the needle left the muscle, 0 to 100 mm.
func (s *State) Soreness() float64 { return min(100, s.SoreQuick+s.SoreSlow) }

// SoreIn gives how sore the muscle will be when d has gone by without another
// stroke, 0 to 100 mm.
func (s *State) SoreIn(d tick.Tick) float64 {
	t := d.Seconds()
	return min(100, s.SoreQuick*math.Exp(-t/soreQuick)+s.SoreSlow*math.Exp(-t/s.tauSore()))
}

// PPT gives the pressure pain threshold 330 - 245 (A-A0) - .6 soreness, in kPa.
func (s *State) PPT() float64 {
	return pptRest - pptSlope*s.DriveAbove() - pptSore*s.Soreness()
}

// Surround gives the shear stiffness of the muscle around the band, in kPa.
func Surround() float64 { return stiffRest }

// Care is what a person does after a visit.
type Care struct{ Stretch, Exercise, Yoga, Heat, Massage bool }

// Sum gives the weight of the care, 0 to 1: stretching .30, the provider's
// exercises .30, yoga .15, heat .15, massage .10. Water adds comfort only.
func (c Care) Sum() (sum float64) {
	for _, x := range [...]struct {
		on     bool
		weight float64
	}{{c.Stretch, careStretch}, {c.Exercise, careExercise}, {c.Yoga, careYoga}, {c.Heat, careHeat}, {c.Massage, careMassage}} {
		if x.on {
			sum += x.weight
		}
	}
	return sum
}
