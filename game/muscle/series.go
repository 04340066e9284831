package muscle

// What holds a fibre with a knot in it.
const (
	// RestingLength is the length of a sarcomere of relaxed muscle, in µm.
	RestingLength = 2.7

	knotShare   = 0.10
	lateralLink = 0.10
)

// Series gives the lengths in µm of the sarcomeres in the knot and beside it
// in the same fibre, for c, the sustained active fraction of the knot (0 to 1;
// outside it is held to the range, and NaN counts as 0).
//
// The fibre keeps its length, so what the knot gains the rest must give:
//
//	phi knot + (1 - phi) rest = 2.7 µm
//
// and the forces at their border balance. The active force of the knot is held
// by the passive stretch of the rest and by a link to neighbouring fibres that
// have no knot (the connective tissue around each fibre), as strong as the
// knot is shorter than they are:
//
//	c Human(knot) = PassiveLength(rest / 2.73 µm) + kLat (2.7 µm - knot)
//
// The knot's own passive force is left out because it is 0 below 2.73 µm.
// Without the link even a trace of activity would pull the knot to the foot of
// the force-length curve, because passive force begins only at optimal length.
// kLat = 0.10 F0/µm is a teaching value: an active point (c = .377) then comes
// to 1.45 µm, 54 % of normal, a latent one (c = .10) to about 1.9 µm. Biopsies
// of contracted foci show still shorter sarcomeres, 25 to 45 % (Gerwin 2020).
//
// The left side rises with the knot's length and the right side falls, so
// there is exactly one answer, which halving the interval always finds. knot
// falls with c without a jump and rest rises.
func Series(c float64) (knot, rest float64) {
	if !(c > 0) {
		return RestingLength, RestingLength
	}
	c = min(c, 1)
	const halvings = 48 // 1.43 µm / 2^48 is near the last bit of a length
	lo, hi := humanZero, RestingLength
	for range halvings {
		mid := (lo + hi) / 2
		if c*Human(mid) > PassiveLength(beside(mid)/OptimalLength)+lateralLink*(RestingLength-mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return lo, beside(lo)
}

// beside gives the length of the sarcomeres beside a knot whose own have the
// given length, both in µm.
func beside(knot float64) float64 {
	return (RestingLength - knotShare*knot) / (1 - knotShare)
}
