package trigger

import "math"

// Steps of the days and of the weeks, s: the two lengths of nearly every leap.
const (
	dayLeap    = 600      // structural
	courseLeap = 6 * 3600 // structural
)

// Fade is what decays with one time constant. It holds the exponentials of the
// two steps that are taken by the thousand; the numbers are those that
// [math.Exp] gives, so that a run does not tell the difference.
type Fade struct{ tau, day, course float64 }

// NewFade gives the decay with time constant tau, s.
func NewFade(tau float64) Fade {
	return Fade{tau, math.Exp(-(dayLeap / tau)), math.Exp(-(courseLeap / tau))}
}

// Left gives exp(-dt/tau), what is left after dt seconds.
func (f *Fade) Left(dt float64) float64 {
	switch dt {
	case dayLeap:
		return f.day
	case courseLeap:
		return f.course
	}
	return math.Exp(-(dt / f.tau))
}

var (
	on         = NewFade(tauOn)
	hyperaemia = NewFade(tauHy)
	injury     = NewFade(tauD)
)
