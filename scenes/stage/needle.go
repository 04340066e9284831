package stage

import (
	"math"

	"taut/scenes/view"
)

const (
	needleMM = 0.30 // diameter of the shaft, a common filiform needle
	gripMM   = 1.25 // diameter of the wound grip
	gripLong = 9.0  // its length in mm
)

// axis is the needle's direction from tip to grip, of length 1. A needle whose
// tip stands on its entry points straight up.
func axis(n view.Needle) view.Point {
	d := view.Point{X: n.Entry.X - n.Tip.X, Y: n.Entry.Y - n.Tip.Y, Z: n.Entry.Z - n.Tip.Z}
	if n.Tip.Z < n.Entry.Z {
		d = view.Point{X: -d.X, Y: -d.Y, Z: -d.Z}
	}
	l := math.Sqrt(d.X*d.X + d.Y*d.Y + d.Z*d.Z)
	if !(l > 1e-3) || math.IsInf(l, 0) {
		return view.Point{Z: -1}
	}
	return view.Point{X: d.X / l, Y: d.Y / l, Z: d.Z / l}
}

// addNeedle adds shadow and needle to the pen, as two strips.
func (s *Stage) addNeedle(v *view.View, f picture) {
	n := v.Needle
	if !n.Shown {
		return
	}
	a := axis(n)
	flat := math.Max(math.Hypot(a.X, a.Z), 0.05) // foreshortening
	length := clamp(n.Length, 1, 200)
	shaft := math.Max(needleMM*f.px, 2.2*f.scale) / 2
	grip := math.Max(gripMM*f.px, 9*f.scale) / 2
	blur := 0.0
	if !v.Still {
		blur = math.Min(math.Abs(n.SpeedMM)*0.006, 1.5)
	}
	halo := 0.0
	if n.Halo {
		halo = 1
	}
	hidden, held := 0.0, 0.0
	if n.Held {
		held = 1
	}
	if v.Skin {
		hidden = 1
	}
	s.over.set("AlongPx", f.px*flat)
	s.over.set("Size", shaft, grip, length, gripLong)
	s.over.set("State", halo, hidden, blur, held)

	front := clamp(-n.Tip.Y/3, 0, 1)
	// A pressing finger stands where the needle would: it steps back.
	solid := float32(1 - clamp(v.Dent/0.8, 0, 1))
	s.pen.kind = needleKind
	soft := (1.6 + 2.2*front) * f.scale
	s.needleStrip(v, f, a, flat, length, grip, (2.6+4*front)*f.scale, (2.2+3*front)*f.scale, soft/8, 0, solid)
	s.needleStrip(v, f, a, flat, length, grip, 0, 0, 0, 1, solid)
}

// needleStrip adds the needle moved by (dx, dy) device px.
func (s *Stage) needleStrip(v *view.View, f picture, a view.Point, flat, length, grip, dx, dy, soft float64, solid, alpha float32) {
	n := v.Needle
	end := length + gripLong
	margin := 0.0
	if n.Halo {
		margin = 3.6 * grip / (f.px * flat)
	}
	reach := 4*grip + 2
	nx, ny := -a.Z/flat, a.X/flat // to the right of a needle that points up
	for i, at := range [2]float64{-0.3, end + margin + 0.3} {
		x, z := n.Tip.X+a.X*at, n.Tip.Z+a.Z*at
		px, py := v.Camera.Px(x, z)
		px, py = px*f.scale+dx, py*f.scale+dy
		behind := n.Tip.Y + a.Y*at
		s.pen.vertex(px-nx*reach, py-ny*reach, -reach, at, behind, z, 1, solid, float32(soft), alpha)
		s.pen.vertex(px+nx*reach, py+ny*reach, reach, at, behind, z, 1, solid, float32(soft), alpha)
		if i == 1 {
			s.pen.quad()
		}
	}
}
