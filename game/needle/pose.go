// Package needle moves a solid filiform needle through a limb: its pose and
// stroke in three dimensions, the layers it meets, the endplate loci it hits,
// the twitch it sets off and the soreness it leaves.
package needle

import (
	"math"

	"taut/game/trigger"
)

// Pose is how the needle stands. The zero Pose stands straight over the centre.
type Pose struct {
	Along, Across float64 // mm, entry point from over the centre of the point; along the fibres, across them
	Angle         float64 // degrees of tilt from straight in, 0 to MaxAngle
	Direction     float64 // hour of the clock that the tip leans towards, [0, 12): 3 along the fibres, 12 across
	Depth         float64 // mm below the skin that a pass goes to
}

// Limits of a pose, for controls and decoders.
const (
	MaxAngle = 45  // structural: degrees
	MaxAim   = 20  // structural: mm along and across
	MaxDepth = 100 // structural: mm; more than any limb has that is drawn
	MinSpeed = 5   // structural: mm/s
	MaxSpeed = 160 // structural: mm/s
)

// Clamp gives the nearest pose within the limits; what is not a number is 0.
func (p Pose) Clamp() Pose {
	p.Along = clamp(p.Along, -MaxAim, MaxAim)
	p.Across = clamp(p.Across, -MaxAim, MaxAim)
	p.Angle = clamp(p.Angle, 0, MaxAngle)
	p.Depth = clamp(p.Depth, 0, MaxDepth)
	if math.IsNaN(p.Direction) || math.IsInf(p.Direction, 0) {
		p.Direction = 0
	}
	if p.Direction = math.Mod(p.Direction, 12); p.Direction < 0 {
		p.Direction += 12
	}
	if p.Direction >= 12 { // a hair before noon, rounded up
		p.Direction = 0
	}
	return p
}

func clamp(x, lo, hi float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return min(hi, max(lo, x))
}

// slope gives how far the tip goes along and across for each mm of depth.
func (p Pose) slope() (along, across float64) {
	t := math.Tan(p.Angle * math.Pi / 180)
	sin, cos := math.Sincos(p.Direction * math.Pi / 6)
	return t * sin, t * cos
}

// At gives the place of the path at depth z mm below the skin: X along, Y
// across, both from over the point's centre, and Z = z.
func (p Pose) At(z float64) trigger.Place {
	dx, dy := p.slope()
	return trigger.Place{X: p.Along + z*dx, Y: p.Across + z*dy, Z: z}
}

// Stretch gives the mm of needle for each mm of depth, 1/cos(Angle).
func (p Pose) Stretch() float64 { return 1 / math.Cos(p.Angle*math.Pi/180) }

// Rest is the depth, mm, to which the tip is drawn back between passes: under
// the skin, so that a new direction needs no new prick.
func (l Limb) Rest() float64 { return (l.Skin + l.Fat) / 2 }

// Stroke gives the pass from the resting depth to the pose's depth, relative to
// the centre of the point. What the limb has under its muscle stops it.
func (l Limb) Stroke(p Pose, speed float64) Stroke {
	deep, bone := l.Reaches(p)
	from, to := p.At(min(l.Rest(), p.Depth)), p.At(deep)
	from.Z -= l.Knot
	to.Z -= l.Knot
	return Stroke{From: from, To: to, Speed: speed, Bone: bone}
}

// roots solves a z^2 + 2 b z + c = 0 for a > 0.
func roots(a, b, c float64) (lo, hi float64, ok bool) {
	d := b*b - a*c
	if d <= 0 {
		return 0, 0, false
	}
	d = math.Sqrt(d)
	return (-b - d) / a, (-b + d) / a, true
}
