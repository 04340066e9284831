package needle

import "math"

// Ground is what lies under the muscle of a [Limb]. The zero Ground is bone right
// under it.
type Ground struct {
	Bed     float64   // mm of other tissue between the muscle and what holds the needle
	Soft    bool      // no bone holds it: the stroke ends at the bed's floor
	Edge    float64   // mm from the point to where bone ends, towards nine o'clock; 0 it does not
	Beyond  float64   // mm of bed past that edge, where no bone is
	Dangers [2]Danger // what a needle can harm
}

// Form is the form of a danger.
type Form uint8

// The forms. NoDanger marks a free place.
const (
	NoDanger Form = iota
	Sheet         // a surface under the whole muscle, or past the edge of the bone alone
	Tube          // runs along the fibres
)

// Danger is something that a needle can harm.
type Danger struct {
	Form   Form
	Depth  float64 // mm below the skin: of a sheet's face, of a tube's middle
	Across float64 // Tube: mm from the point, towards twelve o'clock
	Radius float64 // Tube: mm
}

// End gives the depth, mm below the skin, at which a stroke along the pose's line is
// held, and whether bone holds it.
func (l Limb) End(p Pose) (depth float64, bone bool) {
	floor := l.Muscle + l.Ground.Bed
	switch {
	case l.Ground.Soft:
		return floor, false
	case l.Ground.Edge > 0 && p.At(floor).X < -l.Ground.Edge:
		return l.Muscle + l.Ground.Beyond, false
	}
	return floor, true
}

// Reaches gives the depth, mm below the skin, that a stroke gets to, and whether it
// touches bone there.
func (l Limb) Reaches(p Pose) (depth float64, bone bool) {
	end, hard := l.End(p)
	return min(p.Depth, end), hard && p.Depth > end
}

// Deepest gives the depth in mm, for controls, that is more than the limb has.
func (l Limb) Deepest() float64 {
	return min(MaxDepth, math.Ceil(l.Muscle+max(l.Ground.Bed, l.Ground.Beyond))+past)
}

// past is how far a control goes on beyond all that there is, so that bone can be
// touched: 30 mm in the model limb.
const past = 5 // structural: mm

// Gap gives the least distance in mm between the way of a stroke and danger i, at
// most 0 where the stroke meets it; an infinite one where there is none.
func (l Limb) Gap(p Pose, i int) float64 {
	d := l.Ground.Dangers[i]
	deep, _ := l.Reaches(p)
	tip := p.At(deep)
	switch d.Form {
	case Sheet:
		gap := d.Depth - deep
		if l.Ground.Edge > 0 {
			// The bone covers it up to its edge.
			gap = max(gap, tip.X+l.Ground.Edge)
		}
		return gap
	case Tube:
		// The tube runs along the fibres: only across and depth count.
		y, z := tip.Y-p.Across, tip.Z
		k := 0.0
		if long := y*y + z*z; long > 0 {
			k = clamp(((d.Across-p.Across)*y+d.Depth*z)/long, 0, 1)
		}
		return math.Hypot(d.Across-p.Across-k*y, d.Depth-k*z) - d.Radius
	}
	return math.Inf(1)
}

// Swept gives the mm2 of tissue that the shaft is dragged through sideways when a
// needle that stands at depth mm below the skin is turned from pose p to pose q: half
// the parallelogram of its two ways. A needle that goes in at another place is drawn
// out first, and sweeps nothing.
func Swept(p, q Pose, depth float64) float64 {
	if p.Along != q.Along || p.Across != q.Across {
		return 0
	}
	a, b := p.At(depth), q.At(depth)
	a.X, a.Y, b.X, b.Y = a.X-p.Along, a.Y-p.Across, b.X-p.Along, b.Y-p.Across
	x, y, z := a.Y*b.Z-a.Z*b.Y, a.Z*b.X-a.X*b.Z, a.X*b.Y-a.Y*b.X
	return math.Sqrt(x*x+y*y+z*z) / 2
}
