package view

import "math"

// The fibre level, in µm from the trigger point: x along the fibres, y deeper.
// The fibres' shader holds the same formulae; the stage's tests compare them.
const (
	// FibreUM is the thickness of a slack fibre as drawn; it is the real one.
	FibreUM = 60.0
	// FibrePitch is from the middle of a slack fibre to that of the next: what
	// a fibre leaves of it is endomysium.
	FibrePitch = 66.0
	// SlackUM is the length of a sarcomere of relaxed muscle.
	SlackUM = 2.7
	// KnotSarcomeres is how many sarcomeres in series are the contraction knot:
	// as they lengthen, so does it. A teaching value.
	KnotSarcomeres = 130
	// ThinTimes is how many times too strong the fibre's thinning beside the
	// knot is drawn: by the model's lengths it is 2 or 3 in a hundred.
	ThinTimes = 4
	// RedCellTimes is how many times too large red cells, really some 7 µm
	// across, and their capillaries are drawn.
	RedCellTimes = 2
	// NucleusTimes is how many times too large nuclei are drawn.
	NucleusTimes = 1.5
	// FibreShare is how much shorter fibres become in a full live twitch. A
	// teaching value.
	FibreShare = 0.12
	// ShakeUM is how far a twitch throws the fibres across at most, in µm.
	ShakeUM = 13.0

	knotEnd   = 20.0  // over which the knot tapers
	makeRoom  = 150.0 // over which its neighbours bend round it
	dragUM    = 42.0  // how far a needle pulls what touches it
	dragReach = 95.0  // and how far from it that is felt
	needleUM  = 150.0 // half the needle's thickness
	pointUM   = 1300. // length of its point
	slabMM    = 0.9   // what is further from the picture's plane is not seen
)

// Fibre is the shape of the fibre level at one moment.
type Fibre struct {
	Knot, Rest float64 // sarcomere lengths in the knot and beside it, µm
	Half       float64 // half the knot's length, µm
	Short      float64 // share by which a twitch shortens the fibres, 0 to FibreShare
	Shake      float64 // how far it throws them, µm down
	Needle     Shaft
}

// Shaft is a needle among the fibres, or its track: at a depth of y µm its axis
// is at X0 + Slope y, and its tip at Tip.
type Shaft struct {
	X0, Slope, Tip float64
	Here           float64 // 1 in the picture's plane, 0 too far from it to be seen
	Drag           float64 // µm by which it pulls the fibres down; negative: up
}

// FibreShape gives the fibre level's shape. Without a knot, or where it is
// hidden, all sarcomeres are at rest; numbers out of range are held to it.
func (v *View) FibreShape() Fibre {
	f := Fibre{Knot: SlackUM, Rest: SlackUM}
	if v.KnotShown && v.KnotRadius > 0 {
		f.Knot, f.Rest = hold(v.Inner.Knot, 1, SlackUM), hold(v.Inner.Rest, SlackUM, 3.2)
	}
	f.Half = KnotSarcomeres / 2 * f.Knot
	twitch := hold(v.Twitch, 0, 1)
	f.Short = FibreShare * twitch
	if v.Ripple >= 0 && !v.Still {
		t := math.Min(v.Ripple, 2000)
		f.Shake = ShakeUM * twitch * math.Exp(-t/140) * math.Sin(2*math.Pi*t/95)
	}
	if v.Needle.Shown && !v.Inner.Hurry { // so huge and bright a thing would flash
		f.Needle = v.Shaft(v.Needle.Entry, v.Needle.Tip)
		f.Needle.Drag = dragUM * f.Needle.Here * hold(0.55+v.Needle.SpeedMM/45, -1, 1)
	}
	return f
}

// Shaft gives where a needle's way from entry to tip runs through the fibre
// level's picture. A way that goes by it, or flatter than one in four, has
// Here 0.
func (v *View) Shaft(entry, tip Point) Shaft {
	dx, dy, dz := tip.X-entry.X, tip.Y-entry.Y, tip.Z-entry.Z
	if dz < 0 { // drawn out above the skin, on its way there
		dx, dy, dz = -dx, -dy, -dz
	}
	if dz == 0 {
		dz = 1
	}
	if !(math.Abs(dx)+math.Abs(dy) <= 4*dz) {
		return Shaft{}
	}
	below := tip.Z - v.KnotDepth // mm that the tip is under the trigger point
	s := Shaft{X0: 1e3 * (tip.X - dx/dz*below), Slope: dx / dz, Tip: 1e3 * below}
	off := math.Abs(tip.Y - dy/dz*math.Max(below, 0))
	if math.Abs(s.X0) < 8e3 && math.Abs(s.Tip) < 6e3 {
		t := hold((slabMM-off)/(slabMM/2), 0, 1)
		s.Here = t * t * (3 - 2*t)
	}
	if !(s.Here > 0) {
		return Shaft{}
	}
	return s
}

// Half gives half the thickness of a needle s µm from the tip, in µm; 0 beyond
// the tip. It is the ground point of the band's needle, 0.10 + 0.90 (s/point)^0.7
// of the shaft's, from a table that is right to 0.1 µm.
func (Shaft) Half(s float64) float64 {
	if !(s > 0) {
		return 0
	}
	t := math.Sqrt(math.Min(s/pointUM, 1)) * (pointSteps - 1)
	i := min(int(t), pointSteps-2)
	return pointTable[i] + (t-float64(i))*(pointTable[i+1]-pointTable[i])
}

const pointSteps = 64

var pointTable = func() (table [pointSteps]float64) {
	for i := range table {
		table[i] = needleUM * (0.10 + 0.90*math.Pow(float64(i)/(pointSteps-1), 1.4))
	}
	return table
}()

// pull is how far the needle has moved what is now at (x, y), in µm down.
func (s Shaft) pull(x, y float64) float64 {
	if s.Drag == 0 {
		return 0
	}
	c := 1 / math.Sqrt(1+s.Slope*s.Slope)
	across := (x - s.X0 - s.Slope*y) * c
	if math.Abs(across) > needleUM+6*dragReach {
		return 0 // under a tenth of a µm
	}
	above := (s.Tip-y)/c + s.Slope*across
	u, w := math.Max(math.Abs(across)-s.Half(math.Max(above, 1e-9)), 0), math.Max(-above, 0)
	d := math.Sqrt(u*u + w*w)
	return s.Drag * math.Exp(-d/dragReach)
}

// softplus is ln(1 + e^t), safe for any t.
func softplus(t float64) float64 { return math.Max(t, 0) + math.Log1p(math.Exp(-math.Abs(t))) }

// density is how many sarcomeres of the middle fibre lie on a µm at x.
func (f Fibre) density(x float64) float64 {
	box := 1/(1+math.Exp(-(x+f.Half)/knotEnd)) - 1/(1+math.Exp(-(x-f.Half)/knotEnd))
	return 1/f.Rest + (1/f.Knot-1/f.Rest)*box
}

// Sarcomere gives the length of the middle fibre's sarcomeres at x, in µm.
func (f Fibre) Sarcomere(x float64) float64 { return 1 / f.density(x) }

// Count gives how many sarcomeres of the middle fibre lie between the trigger
// point and x: the integral of 1/Sarcomere, negative to the left.
func (f Fibre) Count(x float64) float64 {
	in := knotEnd*(softplus((x+f.Half)/knotEnd)-softplus((x-f.Half)/knotEnd)) - f.Half
	return x/f.Rest + (1/f.Knot-1/f.Rest)*in
}

// Radius gives half the middle fibre's thickness at x, in µm: a fibre keeps its
// volume, so it is as the root of 1/Sarcomere, with ThinTimes the thinning.
func (f Fibre) Radius(x float64) float64 {
	s := math.Sqrt(SlackUM * f.density(x))
	if s < 1 {
		s = math.Max(1-ThinTimes*(1-s), 0.7)
	}
	return FibreUM / 2 * s
}

// FibreRoll is the gentle roll of the fibres, in µm; 0 at the trigger point.
func FibreRoll(x float64) float64 { return 13*math.Sin(0.0033*x) + 5*(math.Sin(0.0081*x+0.8)-0.717356) }

// Place gives where a place of the slack fibres is drawn now: Bend, then Part,
// then Jerk.
func (f Fibre) Place(x, y float64) (px, py float64) { return f.Jerk(x, f.Part(x, f.Bend(x, y))) }

// Bend gives the depth of a place of the slack fibres with the knot among them:
// the middle fibre is as thick as Radius says, its neighbours bend round it, and
// all of them roll gently.
func (f Fibre) Bend(x, y float64) float64 {
	const edge, gap = FibrePitch / 2, (FibrePitch - FibreUM) / 2
	h := f.Radius(x)
	t := math.Abs(y)
	if t < edge {
		return y*(h+gap)/edge + FibreRoll(x)
	}
	// Newton's method for t - (h - 30) e^-(t-h-gap)/makeRoom = |y|.
	want := t
	t += h - FibreUM/2
	for range 8 {
		e := (h - FibreUM/2) * math.Exp(-(t-h-gap)/makeRoom)
		d := (t - e - want) / (1 + e/makeRoom)
		t -= d
		if math.Abs(d) < 1e-4 {
			break
		}
	}
	return math.Copysign(t, y) + FibreRoll(x)
}

// Part gives the depth of a bent place aside with the needle.
func (f Fibre) Part(x, y float64) float64 {
	if f.Needle.Drag == 0 {
		return y
	}
	at := y
	for range 6 {
		was := at
		at = y + f.Needle.pull(x, at)
		if math.Abs(at-was) < 0.02 {
			break
		}
	}
	return at
}

// Jerk draws a place towards the knot as far as a twitch does, and the needle
// with it.
func (f Fibre) Jerk(x, y float64) (px, py float64) {
	return x / (1 + f.Short), y*(1+f.Short/2) + f.Shake
}

// StriationTimes gives how many times too wide striations are drawn where a µm
// has px device pixels: as many as leave a stripe of the knot some pixels, and
// 1 where there is room for the real ones. A drawn stripe stands for coarse
// sarcomeres; the share finer of the picture, 0 to 1, has half as many.
func StriationTimes(px float64) (coarse, finer float64) {
	const least, shortest = 4.4, 1.4 // device pixels, µm
	l := math.Log2(math.Max(least/(shortest*hold(px, 1e-3, 1e3)), 1))
	up := math.Ceil(l)
	t := up - l
	return math.Exp2(up), t * t * (3 - 2*t)
}

// FibreParts are places of things that have a name, in slack fibres; the moment's
// Fibre.Place, which counts in µm, takes them to where they are drawn.
var FibreParts = []Anchor{
	{Key: "knot", X: 0, Z: 0},
	{Key: "thinned", X: -0.22, Z: 0},
	{Key: "striations", X: -0.06, Z: 0.010},
	{Key: "fibre", X: -0.30, Z: -0.132},
	{Key: "nucleus", X: 0.220, Z: 0.0226},
	{Key: "endomysium", X: 0.20, Z: 0.099},
	{Key: "capillary", X: -0.25, Z: 0.231},
	{Key: "red-cells", X: 0.25, Z: -0.165},
	{Key: "squeezed", X: 0, Z: 0.033},
	{Key: "mediators", X: 0.08, Z: -0.06},
	{Key: "nerve", X: 0.12, Z: -0.25},
	{Key: "endplate", X: 0.01, Z: -0.030},
}

// FibreTrack gives a place, in µm, on the way of the latest pass that has left a
// gap among the drawn fibres; ok is false where none did.
func (v *View) FibreTrack() (x, y float64, ok bool) {
	const below, aside = 190, 400 // µm of the knot, within the picture
	for i := len(v.Tracks) - 1; i >= 0; i-- {
		t := &v.Tracks[i]
		s := v.Shaft(t.Entry, t.Tip)
		y = min(below, s.Tip)
		if x = s.X0 + s.Slope*y; s.Here > 0.3 && x*x < aside*aside && y > -below {
			return x, y, true
		}
	}
	return 0, 0, false
}

// FibreMist is how thick the haze of mediators lies about the knot, 0 to 1.
func (v *View) FibreMist() float64 {
	if !v.KnotShown {
		return 0
	}
	i := &v.Inner
	return hold(0.95*hold(i.Sensitised, 0, 1)+0.35*hold(i.Released, 0, 1.2)+0.35*hold(i.Acid, 0, 1), 0, 1)
}

// hold keeps x within lo and hi; what is no number becomes lo.
func hold(x, lo, hi float64) float64 {
	if !(x > lo) {
		return lo
	}
	return math.Min(x, hi)
}
