package course

import (
	"math"

	"taut/game/tick"
	"taut/game/trigger"
)

// Acute makes a person at rest one whose pain began just now, at 6.4 points
// (Hush 2011): the loci leak by that much less. It leaves a point that does not
// hurt at rest alone.
func (p *Patient) Acute(s *State) {
	if p.Point.Kind != trigger.Active {
		return
	}
	share := acutePain / p.painOf(1)
	for i := range s.E {
		s.E[i] *= share
	}
	s.Settle()
	s.Lag = p.tissuePain(s)
	s.Stiffness = stiffRest + stiffGain*s.C
}

// Recover lets an acute case recover for d, t after its onset, beside what
// [Patient.Step] does. The load that keeps loci leaking decays from 1 to .58,
// and the loci heal at a rate that goes with it:
//
//	load = .58 + .42 exp(-t/14 d) ;  e_i' = -.67 exp(-t/14 d)/14 d e_i
//
// so that untreated pain falls from 64 to 35 of 100 in 6.5 weeks and stands at
// 42 after 12 months (Hush 2011). The load alone would take at most a twelfth
// of the pain away in that time.
func (s *State) Recover(t, d tick.Tick) {
	before, after := math.Exp(-t.Seconds()/acuteTau), math.Exp(-(t+d).Seconds()/acuteTau)
	s.Load = acuteLoad + (1-acuteLoad)*after
	if after > 1e-6 { // later the loci heal by less than the last digit shown
		left := math.Exp(-acuteHeal * (before - after))
		for i := range s.E {
			s.E[i] *= left
		}
	}
}
