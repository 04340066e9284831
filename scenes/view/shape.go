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
	// Chosen for teaching: slow enough to be seen.
	RippleMM = 0.30
	// modelRadius is the knot's radius, in mm, for which the bulge is laid out.
	modelRadius = 4.26
	// maxBend bounds how much a fibre may be bent: from 1 on fibres would cross.
	maxBend = 0.82
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

// Bulge is how strongly fibres bend round the knot at x for a resting pull of 1;
// negative where the band is drawn thin beside it. Another pull scales it.
func (v *View) Bulge(xMM float64) float64 {
	k := v.KnotRadius / modelRadius
	a := xMM * xMM / math.Max(k*k, 0.05)
	return 0.76*math.Exp(-a/13) - 0.34*math.Exp(-a/150)
}

// Body is how much of a deformation reaches a place y mm from the band's middle:
// 1 there, 0 from 4.6 mm on. It reads a table, within 5e-5 of
// exp(-y^2/7) smoothstep(4.6, 2.6, |y|): vessels and ghost ask a thousand times
// a frame.
func Body(y float64) float64 {
	f := math.Abs(y) * bodySteps / bodyReach
	if !(f < bodySteps) {
		return 0
	}
	i := int(f)
	return bodyTable[i] + (f-float64(i))*(bodyTable[i+1]-bodyTable[i])
}

const bodySteps = 256

var bodyTable = func() (table [bodySteps + 1]float64) {
	for i := range table {
		y := bodyReach * float64(i) / bodySteps
		t := clamp((bodyReach-y)/2, 0, 1)
		table[i] = t * t * (3 - 2*t) * math.Exp(-y*y/7)
	}
	return table
}()

// Bend gives where a fibre that lies y mm below the band's middle when slack
// lies for a pull where Bulge is given: the inverse of y' = y(1 - s Body(y)),
// s = min(pull bulge, 0.82), by Newton's method. The window's own slope is left
// out of the derivative, where the deformation is next to nothing.
func Bend(yMM, bulge, pull float64) float64 {
	s := math.Min(pull*bulge, maxBend)
	want := math.Abs(yMM)
	if s == 0 || want >= bodyReach {
		return yMM
	}
	y := want * (1 + 0.4*s)
	for range 12 {
		b := Body(y)
		d := (y*(1-s*b) - want) / math.Max(1-s*b*(1-2*y*y/7), 0.15)
		y -= d
		if math.Abs(d) < 1e-3 {
			break
		}
	}
	return math.Copysign(y, yMM)
}

// Dented gives the depth to which a pressing finger moves a place of the
// picture: most at the skin, nothing at the bone.
func (v *View) Dented(xMM, zMM float64) float64 { return v.DentedBy(v.Dent, xMM, zMM) }

// DentedBy is Dented for a finger that sinks in by another way, in mm.
func (v *View) DentedBy(dent, xMM, zMM float64) float64 {
	m := v.Layers.Muscle
	if dent <= 0 || m <= 0 || zMM >= m {
		return zMM
	}
	u := (xMM - v.DentX) / 6
	d := math.Min(dent*math.Exp(-u*u), 0.7*m)
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

// CapillarySlack gives how far below the band's middle vessel i (0 the
// uppermost) runs at x in slack muscle, in mm.
func CapillarySlack(i int, xMM float64) float64 {
	c := &capillaries[i]
	return c.y + c.a*math.Sin(c.k*xMM+c.p) + c.b*math.Sin(0.71*xMM+c.q)
}

// Capillary gives the depth of vessel i's middle at x below the skin, in mm, as
// drawn now: bent round the knot and dented.
func (v *View) Capillary(i int, xMM float64) (zMM float64) {
	y := Bend(CapillarySlack(i, xMM), v.Bulge(xMM), v.Pull(v.Tension))
	return v.Dented(xMM, v.KnotDepth+y+Wave(xMM))
}

// Squeeze is the share of its width that a vessel loses where it runs at (x, y)
// when the band is wholly taut: most in the knot, some along the band.
func (v *View) Squeeze(xMM, yMM float64) float64 {
	k := math.Max(v.KnotRadius/modelRadius, 0.2)
	near := math.Exp(-xMM*xMM/(16*k*k) - yMM*yMM/8)
	along := math.Exp(-yMM * yMM / 3)
	return math.Max(0.82*near, 0.34*along)
}

// Calibre is half the width, in mm, of a vessel with a given squeeze: wider with
// flow, narrower with the band's contraction.
func (v *View) Calibre(squeeze float64) float64 {
	return 0.160 * (0.58 + 0.42*clamp(v.Flow, 0, 1.6)) * (1 - squeeze*math.Min(v.Pull(v.Tension), 1))
}

// Squeezed gives the place where a capillary is narrowest in the knot, in mm,
// for the label that names it.
func (v *View) Squeezed() (xMM, zMM float64) {
	most, vessel := 0.0, 0
	for i := range Capillaries {
		if c := &capillaries[i]; math.Abs(c.y) > 3 {
			continue // it winds round the knot, not through it
		}
		for x := -4.0; x <= 4; x += 0.5 {
			if q := v.Squeeze(x, CapillarySlack(i, x)); q > most {
				most, vessel, xMM = q, i, x
			}
		}
	}
	return xMM, v.Capillary(vessel, xMM)
}

func clamp(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }
