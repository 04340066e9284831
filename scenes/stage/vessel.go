package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// drawVessels draws the capillaries as strips, a pair of corners every third of
// a mm; those outside the muscle are left out.
func (s *Stage) drawVessels(dst *ebiten.Image, v *view.View, f picture) {
	c := v.Camera
	x0, _ := c.MM(0, 0)
	x1, _ := c.MM(f.w, 0)
	step := math.Max((x1-x0)/400, 0.33)
	s.strip.reset()
	for i := range view.Capillaries {
		first := true
		r := float32(i) / 10
		for x := math.Floor(x0/step) * step; x < x1+step; x += step {
			z := v.Capillary(i, x)
			z += s.stir(v, x, z)
			fade := clamp((z-v.Layers.Fascia-0.25)/0.5, 0, 1) * clamp((v.Layers.Muscle-0.35-z)/0.5, 0, 1)
			half := v.Calibre(i, x) * f.px
			// Thinner than a pixel: keep the width, let it pale.
			pale := math.Min(half/0.8, 1)
			half = math.Max(half, 0.8) + 0.5
			px, py := c.Px(x, z)
			px, py = px*f.scale, py*f.scale
			a := float32(0.95 * fade * pale)
			s.strip.vertex(px, py-half, -1, x, half, 0.4+0.12*float64(i%3), r, 1, 1, a)
			s.strip.vertex(px, py+half, 1, x, half, 0.4+0.12*float64(i%3), r, 1, 1, a)
			if n := len(s.strip.v); !first {
				s.strip.join(n-4, n-2)
			}
			first = false
		}
	}
	s.vessel.set("Drift", s.drift)
	s.strip.draw(dst, &s.vessel)
}

// stir is how far twitch and ripple carry a vessel with the fibres, in mm.
func (s *Stage) stir(v *view.View, x, z float64) float64 {
	twitch := clamp(v.Twitch, 0, 1)
	if twitch == 0 {
		return 0
	}
	y := z - v.KnotDepth
	body := clamp((5.2-math.Abs(y))/2.2, 0, 1) * math.Exp(-y*y/7)
	u := x - v.TwitchX
	w := s.muscle.values["Ripple"]
	run := math.Abs(u) - float64(w[1])
	return -body * (float64(w[0])*math.Exp(-run*run/7)*math.Sin(1.9*run) + 0.42*twitch*math.Exp(-u*u/60))
}
