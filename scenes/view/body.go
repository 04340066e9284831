package view

import "math"

// LimbAngle is how steeply the model limb hangs in the figure: the angle of its
// muscle to the horizontal, in radians. Nearer in, where the muscle lies across
// the picture, the picture has turned by as much.
const LimbAngle = 72 * math.Pi / 180

// The turn is made between these two places of the zoom.
const (
	turnFrom = 0.12
	turnTo   = 0.88
)

// Turn gives the angle of the muscle to the horizontal at z, in radians:
// LimbAngle in the body, 0 from the muscle on. The trigger point is the pivot.
func (z Zoom) Turn() float64 {
	t := clamp((float64(z.Clamp())-turnFrom)/(turnTo-turnFrom), 0, 1)
	return LimbAngle * (1 - t*t*(3-2*t))
}

// Turned gives where a place of the upright muscle, in mm from the trigger
// point, lies in the picture at z.
func (z Zoom) Turned(xMM, zMM float64) (x, y float64) {
	s, c := math.Sincos(z.Turn())
	return xMM*c - zMM*s, xMM*s + zMM*c
}

// The figure stands in its own axes: X to the right of its middle line, Y down
// from the crown of the head, in mm. It is nobody: its proportions are those of
// a drawing class, seven and a half heads, without face or sex.
const (
	// FigureTall is the figure's height.
	FigureTall = 1680.0
	// FigureX and FigureY are where the trigger point lies in the front figure.
	FigureX = 297.5
	FigureY = 742.0
	// figureWide is half the figure's width with its arms.
	figureWide = 385.0
)

// BackX gives how far right of the trigger point the back figure's middle line
// lies in a picture of the given width, in mm: beside the front one, drawn
// closer together where the picture is narrow.
func BackX(widthMM float64) float64 {
	return clamp(widthMM/2-figureWide-20, 420, 560)
}

// Cone is one round part of a figure: radius R0 at (X0, Y0) to R1 at (X1, Y1),
// joined to what came before over Soft mm. Its ends are lit as round where Round
// is 1, and as going on where it is 0. It stands on both sides of the middle
// line, which X counts from.
type Cone struct{ X0, Y0, R0, X1, Y1, R1, Soft, Round float64 }

// Crease is a line of light and shade on a figure: a valley where Deep is
// positive, a ridge where it is negative, Wide mm to its foot.
type Crease struct{ X0, Y0, X1, Y1, Wide, Deep float64 }

// limb gives the place in the figure that lies x along the model limb and z
// below the trigger point.
func limb(x, z float64) (float64, float64) {
	s, c := math.Sincos(LimbAngle)
	return FigureX + x*c - z*s, FigureY + x*s + z*c
}

// LimbMiddle is how far below the trigger point the limb's middle line lies.
const LimbMiddle = 23.0

// Figure gives the parts of the figure, both sides alike: the stage's map holds
// at most 36 of them.
func Figure() []Cone {
	ex, ey := limb(-118, LimbMiddle) // elbow
	mx, my := limb(-30, LimbMiddle)
	wx, wy := limb(128, LimbMiddle) // wrist
	hand := func(along, across float64) (float64, float64) {
		s, c := math.Sincos(LimbAngle + 0.10)
		return wx + along*c - across*s, wy + along*s + across*c
	}
	palmX, palmY := hand(70, 1)
	cones := []Cone{
		// Head, neck and the slope to the shoulders.
		{0, 86, 72, 0, 112, 73, 0, 1},
		{0, 118, 70, 0, 176, 47, 30, 1},
		{0, 196, 45, 0, 290, 52, 8, 0},
		{16, 262, 34, 150, 318, 38, 40, 0},
		// Trunk.
		{0, 345, 105, 0, 760, 98, 40, 0},
		{72, 375, 98, 60, 470, 100, 44, 0},
		{60, 470, 100, 48, 610, 82, 44, 0},
		{48, 610, 82, 68, 745, 94, 44, 0},
		{68, 745, 94, 82, 830, 88, 44, 0},
		// Leg.
		{82, 830, 88, 82, 1000, 74, 40, 0},
		{82, 1000, 74, 80, 1185, 51, 40, 0},
		{80, 1185, 51, 84, 1250, 49, 40, 0},
		{84, 1250, 49, 86, 1330, 53, 40, 0},
		{86, 1330, 53, 78, 1560, 30, 40, 0},
		{78, 1560, 31, 86, 1616, 34, 20, 0},
		{84, 1626, 30, 112, 1660, 22, 22, 1},
		// Arm, its lower half the model limb.
		{176, 348, 58, 206, 376, 55, 40, 1},
		{206, 376, 53, ex - 6, ey - 60, 40, 30, 0},
		{ex - 6, ey - 60, 40, ex, ey, 41, 30, 0},
		{ex, ey, 41, mx, my, 41, 30, 0},
		{mx, my, 41, wx, wy, 25, 30, 0},
	}
	// A quiet hand: palm, four fingers close together, thumb.
	cones = append(cones, Cone{wx, wy, 25, palmX, palmY, 36, 18, 0})
	for i, long := range [4]float64{158, 172, 168, 146} {
		a := -27 + 18*float64(i)
		x0, y0 := hand(84, 0.86*a)
		x1, y1 := hand(long, 0.66*a+1)
		cones = append(cones, Cone{x0, y0, 11, x1, y1, 7.5, 9, 0.5})
	}
	tx, ty := hand(34, 26)
	ux, uy := hand(84, 46)
	zx, zy := hand(112, 45)
	return append(cones, Cone{tx, ty, 16, ux, uy, 11, 14, 0}, Cone{ux, uy, 11, zx, zy, 8, 8, 0.5})
}

// Front gives the creases of the front.
func Front() []Crease {
	return []Crease{
		{16, 300, 172, 284, 20, -0.20},  // collar bone
		{40, 452, 150, 432, 34, 0.22},   // lower edge of the chest
		{150, 432, 188, 388, 26, 0.20},  // fold of the arm
		{0, 330, 0, 660, 22, 0.16},      // middle line
		{28, 560, 112, 640, 40, 0.14},   // edge of the ribs
		{36, 850, 150, 740, 26, 0.20},   // groin
		{56, 1146, 104, 1150, 26, 0.10}, // above the knee
		{79, 1176, 79, 1206, 34, -0.22}, // knee cap
		{74, 1260, 74, 1500, 16, -0.20}, // shin
		{0, 226, 46, 196, 14, 0.34},     // under the chin
		{6, 296, 40, 236, 16, -0.14},    // side of the neck
	}
}

// Back gives the creases of the back.
func Back() []Crease {
	return []Crease{
		{0, 300, 0, 730, 30, 0.40},      // spine
		{66, 400, 104, 500, 30, -0.28},  // shoulder blade
		{52, 420, 92, 516, 22, 0.16},    // its inner edge
		{34, 560, 30, 720, 34, -0.18},   // long muscle of the back
		{0, 790, 0, 890, 18, 0.30},      // between the buttocks
		{24, 898, 126, 880, 24, 0.22},   // fold below them
		{62, 1182, 104, 1178, 26, 0.16}, // hollow of the knee
		{80, 1250, 80, 1380, 18, 0.14},  // between the calves
		{84, 1540, 78, 1620, 12, -0.26}, // heel cord
	}
}

// Zone is where pain is felt that comes from the trigger point: along the limb
// from ZoneFrom to ZoneTo, in mm from the trigger point, strongest in the middle
// and at most ZoneHalf to the side. A generic example, no muscle's own pattern.
const (
	ZoneFrom = -285.0
	ZoneTo   = -165.0
	ZoneHalf = 46.0
)

// Referred is how strong the zone of referred pain is drawn, 0 to 1: as the
// nerve endings are sensitised, nothing without a trigger point that is shown.
func (v *View) Referred() float64 {
	if v.KnotRadius <= 0 || !v.KnotShown {
		return 0
	}
	return clamp(v.Inner.Sensitised, 0, 1)
}

// BodyParts are the things of the level Body that have a name, in mm from the
// trigger point in the picture at its own scale; those of the back figure stand
// BackX further right and are given by BackParts.
var BodyParts = []Anchor{
	{Key: "trigger-point"},
	{Key: "region", X: 46, Z: 96},
	{Key: "referred-pain", X: -78, Z: -211},
	{Key: "front", X: -FigureX, Z: 470 - FigureY},
}

// BackParts gives the named things of the back figure in a picture widthMM wide.
func BackParts(widthMM float64) []Anchor {
	return []Anchor{{Key: "back", X: BackX(widthMM), Z: 470 - FigureY}}
}
