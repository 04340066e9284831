package view

import "math"

// lensClear is how far from the trigger point's middle the lens stays, in mm:
// past the knot, and past the tips of a needle that is fanned round it.
const lensClear = 5.4

// LensAt gives the middle and radius of the lens in CSS px, for its drawing, for
// its label and so that nothing else is put there. It stands in the lower right
// corner; in a narrow picture it shrinks before it covers the knot.
func LensAt(c Camera) (x, y, r float64) {
	margin := clamp(0.026*c.W, 10, 28)
	knot, _ := c.Px(lensClear, 0)
	r = clamp(math.Min(0.175*math.Min(c.W, c.H), (c.W-margin-knot)/2), 44, 150)
	return c.W - r - margin, c.H - r - 34, r
}
