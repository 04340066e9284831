package view

import "math"

// LensAt gives the middle and radius of the lens in CSS px, for its drawing, for
// its label and so that nothing else is put there.
func LensAt(c Camera) (x, y, r float64) {
	r = clamp(0.175*math.Min(c.W, c.H), 46, 150)
	return c.W - r - clamp(0.026*c.W, 10, 28), c.H - r - 34, r
}
