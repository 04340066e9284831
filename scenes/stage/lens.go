package stage

import (
	"math"

	"taut/scenes/view"
)

const (
	lensUM   = 8.2 // µm from the lens' middle to its rim
	lensKnot = 2.0 // sarcomeres of the knot drawn on either side of the middle
)

// leader draws the line from the knot to the lens.
func (p *pen) leader(v *view.View, c Palette) {
	if !v.Lens.Shown || !v.KnotShown {
		return
	}
	x, y, r := view.LensAt(v.Camera)
	tx, ty := v.Camera.Px(1.9, v.Dented(1.9, v.KnotDepth+0.7))
	d := math.Hypot(x-tx, y-ty)
	if !(d > r+12) {
		return
	}
	ux, uy := (x-tx)/d, (y-ty)/d
	line := ink{c["label"], 0.75}
	p.ring(tx, ty, 10, 3, ink{RGB{}, 0.35})
	p.ring(tx, ty, 9.2, 1.4, line)
	p.line(tx+ux*9, ty+uy*9, x-ux*r, y-uy*r, 2.6, 0, ink{RGB{}, 0.28})
	p.line(tx+ux*9, ty+uy*9, x-ux*r, y-uy*r, 1.1, 0, line)
}

// addLens adds the glass with its sarcomeres to the pen.
func (s *Stage) addLens(v *view.View, f picture) {
	l := v.Lens
	if !l.Shown {
		return
	}
	x, y, r := view.LensAt(v.Camera)
	um := r * f.scale / lensUM
	s.over.set("PxUM", um)
	s.over.set("Radius", lensUM)
	s.over.set("Was", sarcomere(l.KnotStart), sarcomere(l.RestStart), lensKnot, 0)
	s.over.set("Now", sarcomere(l.KnotNow), sarcomere(l.RestNow), lensKnot, 0)
	const out = 1.22 // the glass' shadow goes past its rim
	k := f.scale
	s.pen.kind = lensKind
	s.pen.rect((x-out*r)*k, (y-out*r)*k, (x+out*r)*k, (y+out*r)*k, -out*lensUM, -out*lensUM, out*lensUM, out*lensUM)
}

// sarcomere holds a length to what can be drawn, in µm.
func sarcomere(um float64) float64 { return clamp(um, 0.5, 4.5) }
