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
}
