package view

import "math"

// The shape of the tissue as it is drawn. These are teaching values: how far a
// band bends is set so that a class can see it, not measured. The muscle shader
// holds the same formulae; the stage's tests compare the two by their constants.
const (
	// BandHalf is half the taut band's thickness in slack fibre, in mm.
	BandHalf = 1.7
	// FibreMM is the thickness of a fibre as drawn, in mm, on average.
	FibreMM = 0.5
	// FullPull is the contraction at which the band is drawn wholly taut.
	FullPull = 0.40
	// RippleMM is how fast the drawn ripple runs along the band, in mm a ms.
	// The real wave is some ten times quicker; nobody could see it.
	RippleMM = 0.30
	// modelRadius is the knot's radius, in mm, for which the bulge is laid out.
	modelRadius = 4.26
	// bodyReach is how far from the band its deformations go, in mm.
	bodyReach = 4.6
)

// Wave is the gentle roll of all layers at x, in mm below their stated depth.
// It is 0 at the trigger point.
func Wave(xMM float64) float64 {
	return 0.34*math.Sin(0.13*xMM) + 0.15*(math.Sin(0.31*xMM+1.1)-0.8912)
}

// Pull is a contraction as the band shows it: 0 slack, 1 wholly taut, at most
// 1.2. Without a knot, or where it is hidden, nothing pulls.
func (v *View) Pull(contraction float64) float64 {
	if v.KnotRadius <= 0 || !v.KnotShown {
		return 0
	}
	return clamp(contraction/FullPull, 0, 1.2)
}

// Bulge is how strongly fibres bend round the knot at x for a resting pull;
// negative where the band is drawn thin beside it.
func (v *View) Bulge(xMM, pull float64) float64 {
	k := v.KnotRadius / modelRadius
	a := xMM * xMM / math.Max(k*k, 0.05)
	return math.Min(pull*(1.00*math.Exp(-a/13)-0.34*math.Exp(-a/150)), 0.8)
}

// Body is how much of a deformation reaches a place y mm from the band's middle:
// 1 there, 0 from 4.6 mm on.
func Body(y float64) float64 {
	t := clamp((bodyReach-math.Abs(y))/2, 0, 1)
	return t * t * (3 - 2*t) * math.Exp(-y*y/7)
}

// Bend gives where a fibre that lies y mm below the band's middle when slack
// lies at x for a resting pull: the inverse of y' = y(1 - s Body(y)), by
// Newton's method (the map rises steadily for s < 0.9; the window's own slope
// is left out of the derivative, where the deformation is next to nothing).
func (v *View) Bend(xMM, yMM, pull float64) float64 {
	s := v.Bulge(xMM, pull)
	if s == 0 || yMM == 0 {
		return yMM
	}
	want := math.Abs(yMM)
	if want >= bodyReach {
		return yMM
	}
	y := want * (1 + 0.4*s)
	for range 12 {
		b := Body(y)
		d := (y*(1-s*b) - want) / math.Max(1-s*b*(1-2*y*y/7), 0.15)
		y -= d
		if math.Abs(d) < 1e-5 {
			break
		}
	}
	return math.Copysign(y, yMM)
}

// Dented gives the depth to which a pressing finger moves a place of the
// picture: most at the skin, nothing at the bone.
func (v *View) Dented(xMM, zMM float64) float64 {
	m := v.Layers.Muscle
	if v.Dent <= 0 || m <= 0 || zMM >= m {
		return zMM
	}
	u := (xMM - v.DentX) / 6
	d := math.Min(v.Dent*math.Exp(-u*u), 0.7*m)
	return zMM*(1-d/m) + d
}

// capillaries are the vessels of the picture: depth below the band's middle,
// and how they wind (mm and radians), two of them through the knot.
var capillaries = [...]struct{ y, a, k, p, b, q float64 }{
	{-6.6, 0.42, 0.23, 0.4, 0.14, 1.9},
	{-3.9, 0.50, 0.19, 2.1, 0.16, 0.3},
	{-1.0, 0.34, 0.27, 4.4, 0.10, 2.7},
	{0.95, 0.36, 0.22, 1.2, 0.12, 5.1},
	{3.7, 0.48, 0.20, 3.3, 0.15, 1.1},
	{6.5, 0.46, 0.25, 5.6, 0.13, 3.9},
}

// Capillaries is how many capillaries run through the picture.
const Capillaries = len(capillaries)

// Capillary gives the middle of vessel i (0 the uppermost) at x: its depth
// below the skin in mm as drawn now, bent round the knot and dented.
func (v *View) Capillary(i int, xMM float64) (zMM float64) {
	c := &capillaries[i]
	y := c.y + c.a*math.Sin(c.k*xMM+c.p) + c.b*math.Sin(0.71*xMM+c.q)
	y = v.Bend(xMM, y, v.Pull(v.Tension))
	return v.Dented(xMM, v.KnotDepth+y+Wave(xMM))
}

// Calibre is half the width of vessel i at x, in mm: wider with flow, narrower
// where the band squeezes it.
func (v *View) Calibre(i int, xMM float64) float64 {
	c := &capillaries[i]
	y := c.y + c.a*math.Sin(c.k*xMM+c.p) + c.b*math.Sin(0.71*xMM+c.q)
	k := math.Max(v.KnotRadius/modelRadius, 0.2)
	near := math.Exp(-xMM*xMM/(16*k*k) - y*y/8)
	along := 0.24 * math.Exp(-y*y/3)
	squeeze := math.Min(v.Pull(v.Tension), 1) * math.Max(0.82*near, along)
	return 0.150 * (0.72 + 0.28*clamp(v.Flow, 0, 1.6)) * (1 - squeeze)
}

// Squeezed gives the place where a capillary is narrowest in the knot, in mm,
// for the label that names it.
func (v *View) Squeezed() (xMM, zMM float64) {
	best := math.Inf(1)
	for i := range Capillaries {
		for x := -4.0; x <= 4; x += 0.25 {
			if w := v.Calibre(i, x); w < best {
				best, xMM, zMM = w, x, v.Capillary(i, x)
			}
		}
	}
	return xMM, zMM
}

func clamp(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }
