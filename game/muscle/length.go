// Package muscle is the mechanics of muscle: how much force a sarcomere gives
// at its length, how fast a fibre twitches and relaxes, and what lengths the
// sarcomeres take when a knot in their fibre stays contracted.
//
// Forces are fractions of the maximal isometric force F0, sarcomere lengths
// are in µm, times in s.
package muscle

// Corners of the two piecewise force-length curves, in µm and fractions of F0.
const (
	humanZero    = 1.27
	humanKnee    = 1.70
	humanPlateau = 2.64
	humanDescent = 2.81
	humanEnd     = 4.24

	frogZero    = 1.27
	frogKnee    = 1.67
	frogPlateau = 2.05
	frogDescent = 2.20
	frogEnd     = 3.65

	kneeForce = 0.84
)

// OptimalLength is the length of a human sarcomere, in µm, at which it gives
// its full force: near the middle of the plateau, 2.64 to 2.81 µm.
const OptimalLength = 2.73

// Human gives the active force, 0 to 1 of F0, of a human sarcomere of length
// um in µm: straight lines between (1.27, 0), (1.70, 0.84), (2.64, 1),
// (2.81, 1) and (4.24, 0); 0 outside. Rassier et al. 1999; the force at the
// knee is that of Gordon, Huxley and Julian 1966.
func Human(um float64) float64 {
	return piecewise(um, humanZero, humanKnee, humanPlateau, humanDescent, humanEnd)
}

// Frog gives the active force, 0 to 1 of F0, of a frog sarcomere of length um
// in µm: straight lines between (1.27, 0), (1.67, 0.84), (2.05, 1), (2.20, 1)
// and (3.65, 0); 0 outside. Gordon, Huxley and Julian 1966: the curve that
// most textbooks print, whose thin filaments are shorter than ours.
func Frog(um float64) float64 {
	return piecewise(um, frogZero, frogKnee, frogPlateau, frogDescent, frogEnd)
}

// piecewise joins (zero, 0), (knee, kneeForce), (plateau, 1), (descent, 1)
// and (end, 0) by straight lines.
func piecewise(s, zero, knee, plateau, descent, end float64) float64 {
	switch {
	case s <= zero || s >= end:
		return 0
	case s < knee:
		return kneeForce * (s - zero) / (knee - zero)
	case s < plateau:
		return kneeForce + (1-kneeForce)*(s-knee)/(plateau-knee)
	case s <= descent:
		return 1
	}
	return (end - s) / (end - descent)
}
