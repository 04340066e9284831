package trigger

// State is what changes in a trigger point. Copying it is a snapshot. The zero
// State is not a resting one: start from [Point.Rest].
type State struct {
	E      [Loci]float64 // activity of each locus, 0 quiet to 1 leaking
	C      float64       // sustained contraction, active fraction, 0 to 1
	Energy float64       // energy reserve, (0, 1]
	H      float64       // acid, 0 to about 1
	S      float64       // sensitisers, 0 to 1
	HyT    float64       // reactive hyperaemia asked for, 0 to 0.6
	Hy     float64       // reactive hyperaemia present, 0 to 0.6
	Rl     float64       // mediators just released by a twitch, 0 to 1.2
	D      float64       // needle micro-injury, >= 0
	Care   float64       // aftercare, 0 to 1
	Load   float64       // strain that keeps loci leaking, 0 to 1
	Window float64       // s left in which loci settle for one side after needling
}

// Rest gives the point before anyone touches it: leaking loci at 1, an hour's
// equilibration of contraction, energy, acid and sensitisers with the loci held.
func (p *Point) Rest() State {
	s := State{E: p.Leaking(), Energy: 1, Load: p.Kind.load()}
	const hour, dt = 3600, .25
	for range int(hour / dt) {
		s.Step(dt)
		s.E = p.Leaking()
	}
	return s
}

// Activity gives the mean activity of the loci, 0 to 1.
func (s *State) Activity() float64 {
	var sum float64
	for i := range s.E { // no copy of the loci, as a range over values makes
		sum += s.E[i]
	}
	return sum / Loci
}

// Drive gives the endplate drive A = A0 + (Amax-A0) mean(e), 0.02 to 0.43.
func (s *State) Drive() float64 { return drive(s.Activity()) }

func drive(activity float64) float64 { return a0 + (aMax-a0)*activity }

// DriveAbove gives A - A0, what pain and pressure threshold follow.
func (s *State) DriveAbove() float64 { return DriveOf(s.Activity()) }

// DriveOf gives A - A0 of a mean activity of the loci.
func DriveOf(activity float64) float64 { return (aMax - a0) * activity }

// Noise gives the endplate noise 50 A in µV (root mean square).
func (s *State) Noise() float64 { return epnMax * s.Drive() }

// Gain gives the calcium pump's gain E^2/(E^2+KE^2) (1+KE^2), 0 to 1.
func (s *State) Gain() float64 { return gain(s.Energy) }

func gain(e float64) float64 {
	e *= e
	return e / (e + kPump*kPump) * (1 + kPump*kPump)
}

// Flow gives the relative blood flow Q = [Qmin + (1-Qmin)/(1+(C/KQ)^2)] (1+hy).
func (s *State) Flow() float64 { return flow(s.C, s.Hy) }

func flow(c, hy float64) float64 {
	c /= kQ
	return (qMin + (1-qMin)/(1+c*c)) * (1 + hy)
}

// PH gives 7.05 - 0.9 H. The slope is chosen for teaching: that active points
// are more acid was measured, by how much was not.
func (s *State) PH() float64 { return pHRest - pHSlope*s.H }

// Threshold gives th, the activity above which a locus re-ignites and below
// which it heals in the days after needling.
func (s *State) Threshold() float64 { return th0 - th1*s.S - thL*s.Load }

// wanted gives the contraction that drive a asks for with a perfect pump.
func wanted(a float64) float64 {
	a *= a * a
	return cMax * a / (a + kA*kA*kA)
}

// acid gives the level that H moves towards: it is made where flow is short.
func acid(c, q float64) float64 {
	return gH * c * max(0, 1-min(q, 1)) / max(q, .1)
}

// sensitised gives the level that S moves towards.
func sensitised(h, d float64) float64 {
	x := gS*h + gD*d
	return x / (1 + x)
}
