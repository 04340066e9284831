package needle

import "taut/game/trigger"

// Layer is a tissue that the tip can be in.
type Layer uint8

// The layers from the outside in. Knot lies within Muscle.
const (
	Air Layer = iota
	Skin
	Fat
	Fascia
	Muscle
	Knot
	Bone
	Deep // what lies between the muscle and bone, or where no bone is
)

var layerNames = [...]string{"air", "skin", "fat", "fascia", "muscle", "knot", "bone", "deep"}

// String gives the layer's name in one lower-case word.
func (l Layer) String() string { return layerNames[l] }

// Limb is the tissue over a trigger point: the depths below the skin, in mm,
// at which the layers end, the depth of the point's centre, and what lies under the
// muscle.
type Limb struct {
	Skin, Fat, Fascia, Muscle, Knot float64
	Ground                          Ground
}

// ModelLimb is a limb muscle over bone; not a place on a body.
var ModelLimb = Limb{Skin: skinEnd, Fat: fatEnd, Fascia: fasciaEnd, Muscle: muscleEnd, Knot: knotDepth}

// At gives the layer at depth z mm below the skin, over the point; the knot is left
// aside.
func (l Limb) At(z float64) Layer {
	switch {
	case z <= 0:
		return Air
	case z <= l.Skin:
		return Skin
	case z <= l.Fat:
		return Fat
	case z <= l.Fascia:
		return Fascia
	case z <= l.Muscle:
		return Muscle
	case l.Ground.Soft || z <= l.Muscle+l.Ground.Bed:
		return Deep
	}
	return Bone
}

// Crossing is one layer that the tip enters on its way down.
type Crossing struct {
	Layer Layer
	Depth float64 // mm below the skin where the tip enters it
}

// Crossings appends what the tip meets on the way from the skin to the pose's
// depth, in order; the knot of p is met between the two depths at which the
// path is within the point's ellipsoid, and muscle again below it.
func (l Limb) Crossings(dst []Crossing, p *trigger.Point, pose Pose) []Crossing {
	end, hard := l.End(pose)
	to := min(pose.Depth, end)
	tops := [...]Crossing{{Skin, 0}, {Fat, l.Skin}, {Fascia, l.Fat}, {Muscle, l.Fascia}}
	for _, c := range tops {
		if c.Depth < to {
			dst = append(dst, c)
		}
	}
	if in, out, ok := l.within(p, pose); ok && in < to {
		dst = append(dst, Crossing{Knot, in})
		if out < min(to, l.Muscle) {
			dst = append(dst, Crossing{Muscle, out})
		}
	}
	if l.Muscle < to {
		dst = append(dst, Crossing{Deep, l.Muscle})
	}
	if hard && pose.Depth > end {
		dst = append(dst, Crossing{Bone, end})
	}
	return dst
}

// within gives the depths at which the path enters and leaves the ellipsoid of
// a point that has a knot; ok is false where it misses it.
func (l Limb) within(p *trigger.Point, pose Pose) (in, out float64, ok bool) {
	if p.Kind == trigger.Healthy {
		return 0, 0, false
	}
	r, h := p.Kind.Radius(), p.Kind.HalfDepth()
	dx, dy := pose.slope()
	// |(along + z dx)/r|^2 + |(across + z dy)/r|^2 + |(z - knot)/h|^2 = 1 in z
	a := (dx*dx+dy*dy)/(r*r) + 1/(h*h)
	b := (pose.Along*dx+pose.Across*dy)/(r*r) - l.Knot/(h*h)
	c := (pose.Along*pose.Along+pose.Across*pose.Across)/(r*r) + l.Knot*l.Knot/(h*h) - 1
	return roots(a, b, c)
}
