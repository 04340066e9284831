package muscle

import "math"

// The coefficients of De Groote et al. 2016.
var (
	bell = [3][4]float64{
		{0.814, 1.06, 0.162, 0.0633},
		{0.433, 0.717, -0.0299, 0.2},
		{0.1, 1.0, 0.354, 0},
	}
	hyperbola = [4]float64{-0.318, -8.149, -0.374, 0.886}
)

const (
	passiveShape  = 4.0
	passiveStrain = 0.6

	tendonScale  = 0.2
	tendonStiff  = 33.9367
	tendonSlack  = 0.995
	tendonOffset = 0.25
)

// ActiveLength gives f_l, the active force of a whole muscle as a fraction of
// F0 at fibre length l in optimal lengths:
//
//	f_l(l) = sum over i of b1 exp(-((l - b2)/(b3 + b4 l))^2 / 2)
//
// with three rows of coefficients b. It is smooth, about 1 at l = 1, and meant
// for l from 0.4 to 1.8. De Groote et al. 2016, as coded in SymPy's
// physics.biomechanics.
func ActiveLength(l float64) float64 {
	f := 0.0
	for _, b := range bell {
		u := (l - b[1]) / (b[2] + b[3]*l)
		f += b[0] * math.Exp(-u*u/2)
	}
	return f
}

// Velocity gives f_v, by which active force is multiplied at fibre velocity v
// in maximal shortening velocities (shortening is negative):
//
//	f_v(v) = d1 ln(w + sqrt(w^2 + 1)) + d4,  w = d2 v + d3
//
// It is about 0 at v = -1 and 1 at rest, and reaches 1.8 at v = 1.
// De Groote et al. 2016.
func Velocity(v float64) float64 {
	d := &hyperbola
	return d[0]*math.Asinh(d[1]*v+d[2]) + d[3]
}

// PassiveLength gives f_p, the passive force as a fraction of F0 at fibre
// length l in optimal lengths:
//
//	f_p(l) = (exp(k (l-1)/e) - 1) / (exp(k) - 1),  k = 4, e = 0.6
//
// and 0 for l <= 1; it reaches 1 at l = 1.6. De Groote et al. 2016.
func PassiveLength(l float64) float64 {
	if l <= 1 {
		return 0
	}
	return math.Expm1(passiveShape*(l-1)/passiveStrain) * passiveUnit
}

// passiveUnit scales f_p to 1 at l = 1 + passiveStrain.
var passiveUnit = 1 / math.Expm1(passiveShape)

// Tendon gives f_t, the force of the tendon as a fraction of F0 at tendon
// length l in slack lengths:
//
//	f_t(l) = 0.2 exp(33.9367 (l - 0.995)) - 0.25
//
// It is a little below 0 for a slack tendon (l < 1.0016), as published.
// De Groote et al. 2016.
func Tendon(l float64) float64 {
	return tendonScale*math.Exp(tendonStiff*(l-tendonSlack)) - tendonOffset
}
