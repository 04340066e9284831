package trigger

import "math"

// Step moves s on by dt seconds, 0 < dt <= 0.5, with the explicit Euler rule;
// for contraction, whose 4 s are the fastest, with the next two terms of the
// exponential, so that half the step changes it by less than 1 % even where it
// falls steeply:
//
//	C'   = (Cmax A^3/(A^3+KA^3) - C gE)/tauC
//	E'   = (Q (1-E) - kE C E)/tauE
//	H'   = (gH C max(0, 1-min(Q,1))/max(Q,.1) - H) Q/tauH
//	S'   = (d/(1+d) - S) Q/tauS,  d = gS H + gD D
//	hyT' = -hyT/tauHy ;  hy' = (hyT-hy)/tauOn
//	Rl'  = -Rl Q/tauR ;  D' = -D/tauD
//	e_i' = lam load (1-e_i)(1-.8 care) - mu (mu0+care) e_i
//	       + 4 e_i (1-e_i)(e_i-th)/tauEp   while the window is open
//
// It gives [State.Activity] after the step, which falls out of it.
func (s *State) Step(dt float64) (activity float64) {
	a := s.Drive()
	q := s.Flow()
	g := gain(s.Energy)
	n := g * dt / tauC
	dc := (wanted(a) - s.C*g) / tauC * (1 - n/2*(1-n/3)) // (1-exp(-n))/n
	de := (q*(1-s.Energy) - kE*s.C*s.Energy) / tauE
	dh := (acid(s.C, q) - s.H) * q / tauH
	ds := (sensitised(s.H, s.D) - s.S) * q / tauS
	activity = s.loci(dt, s.Threshold())
	s.C += dt * dc
	s.Energy += dt * de
	s.H += dt * dh
	s.S += dt * ds
	s.Hy += dt * (s.HyT - s.Hy) / tauOn
	s.HyT -= dt * s.HyT / tauHy
	s.Rl -= dt * s.Rl * q / tauR
	s.D -= dt * s.D / tauD
	s.Window = max(0, s.Window-dt)
	return activity
}

// loci moves the loci on by dt seconds with the explicit Euler rule; even at
// six hours a step, where the window is shut, the change is below 1 %. It gives
// their mean activity: one sum less in every step. While the window is open they
// go to one side or the other of th.
func (s *State) loci(dt, th float64) (activity float64) {
	up := dt * lam * s.Load * (1 - careLoad*s.Care)
	down := dt * mu * (mu0 + s.Care)
	if s.Window <= 0 {
		for i := range s.E {
			e := s.E[i]
			e = e + up*(1-e) - down*e
			s.E[i] = e
			activity += e
		}
		return activity / Loci
	}
	tip := 4 * min(dt, s.Window) / tauEp
	for i := range s.E {
		e := s.E[i]
		e += up*(1-e) - down*e + tip*e*(1-e)*(e-th)
		// Branches: the built-in min and max of floats are calls in WebAssembly.
		if e < 0 {
			e = 0
		}
		if e > 1 {
			e = 1
		}
		s.E[i] = e
		activity += e
	}
	return activity / Loci
}

// sweeps bounds the fixed-point iteration of Leap. Ten are enough from the
// step before; fifty are needed only where the loci have just been switched.
const sweeps = 50 // structural

// Leap moves s on by dt seconds, 60 s and more. Contraction and energy, whose
// time constants are 4 and 40 s, stand at their steady state for the loci of
// the moment (fixed-point sweeps, warm-started); what is linear decays exactly.
// What has decayed to 0 costs no exponential: after some days most of it has.
// It gives [State.Activity] after the leap.
func (s *State) Leap(dt float64) (activity float64) {
	activity = s.loci(dt, s.Threshold())
	if s.Hy != 0 || s.HyT != 0 {
		// hyT and hy are two linear equations in a row: their exact solution.
		const k = float64(tauHy) / (tauHy - tauOn)
		fast, slow := on.Left(dt), hyperaemia.Left(dt)
		s.Hy = (s.Hy-k*s.HyT)*fast + k*s.HyT*slow
		s.HyT *= slow
	}
	if s.D != 0 {
		s.D *= injury.Left(dt)
	}
	s.settle(activity)
	q := s.Flow()
	s.H = relax(s.H, acid(s.C, q), dt*q/tauH)
	s.S = relax(s.S, sensitised(s.H, s.D), dt*q/tauS)
	if s.Rl != 0 {
		s.Rl *= math.Exp(-(dt * q / tauR))
	}
	s.Window = max(0, s.Window-dt)
	return activity
}

// relax gives x after n time constants on its way to target.
func relax(x, target, n float64) float64 { return target + (x-target)*math.Exp(-n) }

// Settle sets contraction and energy to their steady state for the present
// loci and hyperaemia: C gE = Cmax A^3/(A^3+KA^3), Q (1-E) = kE C E. Written
// for one over the energy, one sweep is
//
//	1/E = 1 + kE C/Q(C) ;  C = Cmax A^3/(A^3+KA^3) (1+KE^2/E^2)/(1+KE^2)
func (s *State) Settle() { s.settle(s.Activity()) }

func (s *State) settle(activity float64) {
	const k2 = kPump * kPump
	want := wanted(drive(activity)) / (1 + k2)
	c, short := s.C, 1.0 // short is 1/E
	for range sweeps {
		last := c
		short = 1 + kE*c/flow(c, s.Hy)
		c = want * (1 + k2*short*short)
		if math.Abs(c-last) < 1e-10 {
			break
		}
	}
	s.C, s.Energy = c, 1/short
}
