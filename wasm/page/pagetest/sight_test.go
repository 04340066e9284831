//go:build !js

package pagetest

import (
	"image"
	"math"

	"taut/game/needle"
	"taut/scenes/view"
)

// sight is one frame of the stage, with the place of every mm in it.
type sight struct {
	img *image.NRGBA
	cam view.Camera
}

// limb is the tissue that the lab shows.
var limb = needle.ModelLimb

// camera gives the camera of the present picture, once the needle was used: the
// first picture keeps more air over the skin.
func (s student) camera() view.Camera {
	s.t.Helper()
	if s.number("Passes") == 0 {
		s.t.Fatal("the first picture has a frame of its own")
	}
	size := Eval[[2]float64](s.Page, `(() => {
		const r = document.getElementById("picture").getBoundingClientRect();
		return [r.width, r.height - document.getElementById("dock").getBoundingClientRect().height];
	})()`)
	return view.Fit(size[0], size[1], view.Layers{Skin: limb.Skin, Fat: limb.Fat, Fascia: limb.Fascia, Muscle: limb.Muscle})
}

// look takes the next frame.
func (s student) look() sight {
	s.t.Helper()
	return sight{s.Pixels(), s.camera()}
}

// px gives the buffer's pixel of a place.
func (v sight) px(xMM, zMM float64) (x, y float64) {
	k := float64(v.img.Rect.Dx()) / v.cam.W
	x, y = v.cam.Px(xMM, zMM)
	return x * k, y * k
}

// colour is a mean colour, each part 0 to 1 as the screen takes it.
type colour [3]float64

// mean gives the mean colour of a box in mm.
func (v sight) mean(x0, z0, x1, z1 float64) (c colour) {
	ax, ay := v.px(x0, z0)
	bx, by := v.px(x1, z1)
	r := image.Rect(int(ax), int(ay), int(math.Ceil(bx)), int(math.Ceil(by))).Intersect(v.img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p := v.img.NRGBAAt(x, y)
			c[0], c[1], c[2] = c[0]+float64(p.R), c[1]+float64(p.G), c[2]+float64(p.B)
		}
	}
	n := 255 * float64(r.Dx()*r.Dy())
	return colour{c[0] / n, c[1] / n, c[2] / n}
}

// to gives how far two colours are apart; black and white are 1.73.
func (c colour) to(d colour) float64 {
	return math.Sqrt((c[0]-d[0])*(c[0]-d[0]) + (c[1]-d[1])*(c[1]-d[1]) + (c[2]-d[2])*(c[2]-d[2]))
}
