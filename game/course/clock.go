package course

import (
	"taut/game/tick"
	"taut/game/trigger"
)

// The clocks. A visit steps finely for a quarter of an hour after the last
// stroke, when acid and flow have settled; then 600 s until the loci have
// settled for one side; then six hours.
const (
	VisitStep  = 500                          // structural: ticks, 0.25 s
	DayStep    = tick.Tick(600) * tick.Second // until 72 h
	CourseStep = tick.Tick(6) * tick.Hour     // after 72 h
	fine       = tick.Tick(15) * tick.Minute  // how long a visit steps finely
	settled    = tick.Tick(trigger.Window) * tick.Second
)

// Clock sets the steps of a course; the zero Clock is the standard one.
type Clock struct {
	Visit  tick.Tick // step within a visit; 0: VisitStep
	Course tick.Tick // step after 72 h; 0: CourseStep
}

// Next gives the length of the next step from s: a function of how long the
// person has been left alone, so that a replay steps alike.
func (c Clock) Next(s *State) tick.Tick {
	q := s.Quiet
	switch {
	case q < fine:
		return min(or(c.Visit, VisitStep), fine-q)
	case q < settled:
		return min(DayStep, settled-q)
	}
	return or(c.Course, CourseStep)
}

func or(a, b tick.Tick) tick.Tick {
	if a > 0 {
		return a
	}
	return b
}

// Step moves s on by d, at most Clock.Next: finely up to half a second,
// quasi-steadily above.
func (p *Patient) Step(s *State, d tick.Tick) {
	if d <= 0 {
		return
	}
	dt := d.Seconds()
	if d <= tick.Second/2 {
		activity := s.State.Step(dt)
		s.SoreQuick -= dt * s.SoreQuick / soreQuick
		s.SoreSlow -= dt * s.SoreSlow / s.tauSore()
		s.Lag += dt * (p.painOf(activity) - s.Lag) / tauLag
		s.Stiffness += dt * (stiffRest + stiffGain*s.C - s.Stiffness) / tauStiff
	} else {
		activity := s.Leap(dt)
		if s.SoreQuick != 0 {
			s.SoreQuick *= soreQuickly.Left(dt)
		}
		if s.SoreSlow != 0 {
			s.SoreSlow *= s.soreFade().Left(dt)
		}
		s.Lag = relax(s.Lag, p.painOf(activity), lagging.Left(dt))
		s.Stiffness = relax(s.Stiffness, stiffRest+stiffGain*s.C, stiffening.Left(dt))
	}
	s.Visit += d
	s.Quiet += d
}

// relax gives x on its way to target when left of the way is still to go.
func relax(x, target, left float64) float64 { return target + (x-target)*left }

// What decays beside the point itself.
var (
	soreQuickly = trigger.NewFade(soreQuick)
	soreSlowly  = trigger.NewFade(soreSlow)
	soreCaredIn = trigger.NewFade(soreCared)
	lagging     = trigger.NewFade(tauLag)
	stiffening  = trigger.NewFade(tauStiff)
)

func (s *State) soreFade() *trigger.Fade {
	if s.Exercise {
		return &soreCaredIn
	}
	return &soreSlowly
}

// Advance moves s on by d with the clock's own steps; the last is cut short.
func (p *Patient) Advance(c Clock, s *State, d tick.Tick) {
	for d > 0 {
		n := min(d, c.Next(s))
		p.Step(s, n)
		d -= n
	}
}

func (s *State) tauSore() float64 {
	if s.Exercise {
		return soreCared
	}
	return soreSlow
}
