package trigger

import "math"

// Links is a set of the arrows of the vicious circle, a bit each, in the order in
// which one leads to the next.
type Links uint16

// The arrows. What each says is a part of the hypothesis, and each is a term of
// the model ([State.Step]); without it the term stands as in healthy muscle.
const (
	LeakContracts      Links         = 1 << iota // drive -> contraction: A is that of healthy muscle
	ContractionSqueeze                           // contraction -> flow: C squeezes no vessel
	ContractionUses                              // contraction -> energy: C uses none
	FlowFeeds                                    // flow -> energy: energy comes back as in full flow
	EnergyPumps                                  // energy -> contraction: the calcium pump never tires
	FlowWashes                                   // flow -> acid: none is made
	AcidSensitises                               // acid -> sensitisers: none come of it
	SensitisersLeak                              // sensitisers -> loci: they re-ignite none
	AllLinks           = 1<<iota - 1             // structural
)

// Without moves s on by dt seconds as if the arrows of cut were not there, 0 < dt
// <= 0.5 with the rule of [State.Step], whose equations it shares: with nothing
// cut it gives the same state but for rounding. It is for showing what an arrow
// does; runs and comparisons have all of them.
func (s *State) Without(cut Links, dt float64) {
	has := func(l Links) bool { return cut&l == 0 }
	a, q, g := a0, s.flowWithout(cut), 1.0
	if has(LeakContracts) {
		a = s.Drive()
	}
	if has(EnergyPumps) {
		g = s.Gain()
	}
	fed, used, made, comes := 1.0, 0.0, 0.0, sensitised(0, s.D)
	if has(FlowFeeds) {
		fed = q
	}
	if has(ContractionUses) {
		used = kE * s.C
	}
	if has(FlowWashes) {
		made = acid(s.C, q)
	}
	if has(AcidSensitises) {
		comes = sensitised(s.H, s.D)
	}
	n := g * dt / tauC
	dc := (wanted(a) - s.C*g) / tauC * (1 - n/2*(1-n/3))
	de := (fed*(1-s.Energy) - used*s.Energy) / tauE
	dh := (made - s.H) * q / tauH
	ds := (comes - s.S) * q / tauS
	s.loci(dt, s.thresholdWithout(cut))
	s.C += dt * dc
	s.Energy += dt * de
	s.H += dt * dh
	s.S += dt * ds
	s.Hy += dt * (s.HyT - s.Hy) / tauOn
	s.HyT -= dt * s.HyT / tauHy
	s.Rl -= dt * s.Rl * q / tauR
	s.D -= dt * s.D / tauD
	s.Window = max(0, s.Window-dt)
}

func (s *State) flowWithout(cut Links) float64 {
	if cut&ContractionSqueeze != 0 {
		return flow(0, s.Hy)
	}
	return s.Flow()
}

func (s *State) thresholdWithout(cut Links) float64 {
	if cut&SensitisersLeak != 0 {
		return th0 - thL*s.Load
	}
	return s.Threshold()
}

// LeapWithout moves s on by dt seconds, 60 s and more, as [State.Leap] does: what
// is quick stands at its steady state, for the loci of the moment.
func (s *State) LeapWithout(cut Links, dt float64) {
	s.loci(dt, s.thresholdWithout(cut))
	s.Hy, s.HyT = s.Hy*on.Left(dt), s.HyT*hyperaemia.Left(dt)
	s.D *= injury.Left(dt)
	a := a0
	if cut&LeakContracts == 0 {
		a = s.Drive()
	}
	want := wanted(a)
	var q float64
	for range sweeps {
		last := s.C
		q = s.flowWithout(cut)
		fed, used, g := q, kE*s.C, 1.0
		if cut&FlowFeeds != 0 {
			fed = 1
		}
		if cut&ContractionUses != 0 {
			used = 0
		}
		s.Energy = fed / (fed + used)
		if cut&EnergyPumps == 0 {
			g = s.Gain()
		}
		s.C = want / g
		if math.Abs(s.C-last) < 1e-10 {
			break
		}
	}
	made, comes := 0.0, 0.0
	if cut&FlowWashes == 0 {
		made = acid(s.C, q)
	}
	s.H = relax(s.H, made, dt*q/tauH)
	if cut&AcidSensitises == 0 {
		comes = s.H
	}
	s.S = relax(s.S, sensitised(comes, s.D), dt*q/tauS)
	s.Rl *= math.Exp(-(dt * q / tauR))
	s.Window = max(0, s.Window-dt)
}

// RestWithout gives the point as [Point.Rest] does, with the arrows of cut never
// there.
func (p *Point) RestWithout(cut Links) State {
	s := State{E: p.Leaking(), Energy: 1, Load: p.Kind.load()}
	const hour, dt = 3600, .5
	for range int(hour / dt) {
		s.Without(cut, dt)
		s.E = p.Leaking()
	}
	return s
}
