package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

const (
	lensUM   = 8.2 // µm from the lens' middle to its rim
	lensKnot = 2.0 // sarcomeres of the knot drawn on either side of the middle
)

// drawLens draws the leader and the glass with its sarcomeres.
func (s *Stage) drawLens(dst *ebiten.Image, v *view.View, f picture) {
	l := v.Lens
	if !l.Shown {
		return
	}
	x, y, r := view.LensAt(v.Camera)
	tx, ty := v.Camera.Px(1.9, v.Dented(1.9, v.KnotDepth+0.7))
	d := math.Max(math.Hypot(x-tx, y-ty), 1)
	ux, uy := (x-tx)/d, (y-ty)/d
	if d > r+12 && v.KnotShown {
		line := ink{s.palette["label"], 0.75}
		s.pen.ring(tx, ty, 10, 3, ink{RGB{}, 0.35})
		s.pen.ring(tx, ty, 9.2, 1.4, line)
		s.pen.line(tx+ux*9, ty+uy*9, x-ux*r, y-uy*r, 2.6, 0, ink{RGB{}, 0.28})
		s.pen.line(tx+ux*9, ty+uy*9, x-ux*r, y-uy*r, 1.1, 0, line)
		s.pen.flush(dst, &s.ink)
	}
	um := r * f.scale / lensUM
	s.lens.set("PxUM", um)
	s.lens.set("Radius", lensUM)
	s.lens.set("Was", sarcomere(l.KnotStart), sarcomere(l.RestStart), lensKnot, 0)
	s.lens.set("Now", sarcomere(l.KnotNow), sarcomere(l.RestNow), lensKnot, 0)
	const out = 1.22 // the glass' shadow goes past its rim
	k := f.scale
	s.strip.reset()
	s.strip.rect((x-out*r)*k, (y-out*r)*k, (x+out*r)*k, (y+out*r)*k, -out*lensUM, -out*lensUM, out*lensUM, out*lensUM)
	s.strip.draw(dst, &s.lens)
}

// sarcomere holds a length to what can be drawn, in µm.
func sarcomere(um float64) float64 { return clamp(um, 0.5, 4.5) }
