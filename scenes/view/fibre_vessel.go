package view

import "math"

const (
	// CellSpeed is how fast red cells run at a flow of 1, in µm a second.
	// Chosen for teaching: slow enough to be followed.
	CellSpeed = 90.0
	// CellGap is from one red cell to the next at ease, in µm.
	CellGap = 23.0
	// RedCellUM is how wide a red cell is drawn, in µm.
	RedCellUM = 7 * RedCellTimes

	heart = 1.1 // beats a second
)

// fibreVessels are the capillaries between the fibres: depth of their gap, how
// they wind (µm and radians) and how fast they run, the first two along the
// knot's fibre.
var fibreVessels = [...]struct{ y, a, k, p, b, q, speed float64 }{
	{-33, 4, 0.021, 0.6, 3, 2.2, 0.9},
	{33, 4, 0.018, 3.6, 3, 0.4, 1.0},
	{-165, 9, 0.016, 1.1, 5, 4.0, 1.1},
	{231, 10, 0.014, 5.2, 5, 1.3, 0.8},
	{-297, 8, 0.019, 2.9, 6, 0.2, 0.7},
	{363, 9, 0.015, 0.3, 5, 2.8, 1.2},
	{-429, 9, 0.013, 4.4, 5, 5.0, 1.0},
	{495, 8, 0.017, 1.9, 6, 3.1, 0.9},
	{-627, 9, 0.015, 3.3, 5, 1.7, 1.1},
	{759, 8, 0.018, 0.9, 5, 4.4, 0.8},
}

// FibreVessels is how many capillaries run along the fibres; FibreLinks is how
// many cross from one to another.
const (
	FibreVessels = len(fibreVessels)
	FibreLinks   = len(fibreLinks)
)

// fibreLinks are the cross-vessels: from which to which, from x to x in µm.
var fibreLinks = [...]struct {
	i, j     int
	from, to float64
}{
	{2, 0, -560, -330}, {0, 1, 245, 330}, {1, 3, 330, 560}, {4, 2, 60, 250}, {3, 5, -480, -250},
	{6, 4, -300, -130}, {5, 7, 120, 300}, {1, 3, -640, -760}, {2, 0, 720, 840}, {6, 8, 420, 610}, {7, 9, -260, -420},
}

// FibreVessel gives the depth of capillary i at x in slack fibres, in µm.
func FibreVessel(i int, x float64) float64 {
	c := &fibreVessels[i]
	return c.y + c.a*math.Sin(c.k*x+c.p) + c.b*math.Sin(2.3*c.k*x+c.q)
}

// FibreLink gives a place on cross-vessel i, t from 0 to 1, in slack fibres.
func FibreLink(i int, t float64) (x, y float64) {
	l := &fibreLinks[i]
	x = l.from + (l.to-l.from)*t
	s := t * t * (3 - 2*t)
	y = FibreVessel(l.i, x)*(1-s) + FibreVessel(l.j, x)*s
	return x, y + 60*t*t*(1-t)*(1-t)*math.Sin(0.05*x+float64(i))
}

// FibrePull is how strongly the knot presses on its surroundings, 0 to 1.
func (v *View) FibrePull() float64 {
	if !v.KnotShown || !(v.KnotRadius > 0) {
		return 0
	}
	return hold(v.Inner.Active/FullPull, 0, 1)
}

// FibreSqueeze is the share of the full pressure of a knot f that a place of
// the slack fibres feels: 1 on the knot's fibre, at its middle.
func (f Fibre) FibreSqueeze(x, y float64) float64 {
	u, d := x/(f.Half+60), math.Max(math.Abs(y)-40, 0)/50
	return math.Exp(-u*u*u*u - d*d)
}

// VesselHalf gives half a capillary's width as drawn, in µm, where a knot that
// pulls so much squeezes it so much: wider with flow.
func VesselHalf(flow, pull, squeeze float64) float64 {
	return 8.2 * (0.70 + 0.30*hold(flow, 0, 1.6)) * (1 - 0.56*hold(pull, 0, 1)*hold(squeeze, 0, 1))
}

// Crowding is how many times closer than at ease red cells stand where a vessel
// is squeezed. They run as many times slower there: as many pass as come.
func Crowding(pull, squeeze float64) float64 { return 1 + 0.9*hold(pull, 0, 1)*hold(squeeze, 0, 1) }

// VesselShare is how fast the cells of capillary i run, as a share of
// CellSpeed at a flow of 1: slower where the knot stands in their way.
func VesselShare(i int, pull float64) float64 {
	c := &fibreVessels[i]
	d := math.Max(math.Abs(c.y)-40, 0) / 90
	return c.speed * (1 - 0.45*hold(pull, 0, 1)*math.Exp(-d*d))
}

// CellVelocity gives how fast red cells run at a time, in µm a second: they go
// with the heart, and where the flow is under three quarters they run back
// between beats, as Sikdar and others (2009) saw in the vessels of active
// trigger points. Steady gives the mean, for reduced motion.
func CellVelocity(flow, seconds float64, steady bool) float64 {
	flow = hold(flow, 0, 2)
	mean := CellSpeed * flow
	if steady {
		return mean
	}
	t := hold((0.9-flow)/0.3, 0, 1)
	pulse := 0.35 + 1.3*t*t*(3-2*t) // 1 at a flow of .75
	return mean * (1 + pulse*math.Sin(2*math.Pi*heart*math.Mod(hold(seconds, 0, 1e9), 1000)))
}

// FibreNerves is how many strands the motor nerve has: its trunk, then the
// twigs that end in the endplate on the knot's fibre.
const FibreNerves = len(fibreTwigs) + 1

// fibreTwigs are where the endplate's twigs end, in µm: on the upper side of
// the middle fibre, beside the trigger point itself.
var fibreTwigs = [...]struct{ x, y float64 }{{-44, -21}, {-24, -13}, {2, -19}, {26, -12}, {44, -22}}

// NerveTwig is where the trunk divides, in µm in slack fibres.
var NerveTwig = Point{X: 12, Y: -40}

// FibreNerve gives a place on strand i of the nerve, t from 0 at its beginning
// to 1, in slack fibres, and half its width as drawn, in µm.
func FibreNerve(i int, t float64) (x, y, half float64) {
	if i == 0 {
		x = 300 - (300-NerveTwig.X)*t
		y = -760 + (760+NerveTwig.Y)*t
		return x + 46*math.Sin(7.3*t+0.4)*(1-t) + 60*t*(1-t), y, 7.5 - 2*t
	}
	e := &fibreTwigs[i-1]
	u := t * t
	x = NerveTwig.X + (e.x-NerveTwig.X)*(0.35*t+0.65*math.Sin(t*math.Pi/2))
	y = NerveTwig.Y + (e.y-NerveTwig.Y)*u
	return x, y, 2.6 + 3.6*hold((t-0.72)/0.2, 0, 1)
}
