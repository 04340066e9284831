package stage

import (
	"math"

	"taut/scenes/view"
)

// finger adds the fingertip that presses, resting in its dent.
func (p *pen) finger(v *view.View, f picture) {
	if !(v.Dent > 0.01) {
		return
	}
	const half = 7.2
	z := v.Dented(v.DentX, 0) + view.Wave(v.DentX) + 0.1
	tall := math.Max(z-v.Camera.Z, 1) // it comes in from above the picture
	x0, y0 := v.Camera.Px(v.DentX-half, z-tall)
	x1, y1 := v.Camera.Px(v.DentX+half, z+0.4)
	k := f.scale
	p.kind = fingerKind
	p.rect(x0*k, y0*k, x1*k, y1*k, -half, -tall, half, 0.4)
	p.kind = inkKind
}

// dentWas draws, across the finger, the skin as far as the same finger sank in
// before the first pass. It comes up with the press.
func (p *pen) dentWas(v *view.View, c Palette) {
	if !(v.Dent > 0.01) || !(v.DentWas > 0.01) {
		return
	}
	const half, steps = 7.2, 24 // mm, as wide as the finger
	p.path = p.path[:0]
	for i := range steps + 1 {
		x := v.DentX + half*(2*float64(i)/steps-1)
		px, py := v.Camera.Px(x, v.DentedBy(v.DentWas, x, 0)+view.Wave(x))
		p.path = append(p.path, pt{px, py})
	}
	k := clamp(v.Dent/v.DentWas, 0, 1)
	p.stroke(p.path, 4, 11, ink{RGB{}, 0.5 * k})
	p.stroke(p.path, 2, 11, ink{c["ghost"], 0.95 * k})
}
