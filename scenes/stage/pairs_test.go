package stage

import (
	"math"
	"testing"
)

// leastLight is by how much the lightness L* of two things that lie side by side
// must differ where nothing but colour tells them apart: four just noticeable
// differences of 2.3 (Mahy et al. 1994).
const leastLight = 9.2

// pairs are what a learner must tell apart at each level by its colour alone.
// Not listed is what differs by shape as well: acetylcholine (round) and
// sensitisers (three-cornered), receptors, channels and esterase (each a figure
// of its own), vessels and nerves (red cells and a white sheath), earlier tracks
// (disc, small disc, ring), the zone of referred pain (dotted).
var pairs = map[string][][2]string{
	"body":      {{"figure", "figure-deep"}, {"band", "figure-deep"}},
	"muscle":    {{"tendon", "fibre-b"}, {"band", "fibre-a"}, {"fascia", "fibre-a"}, {"bone", "marrow"}},
	"band":      {{"band", "fibre-a"}, {"knot", "fibre-b"}, {"knot", "band"}, {"fat-deep", "septum"}, {"fat", "dermis"}, {"fascia", "fibre-b"}, {"steel", "fibre-b"}, {"bone", "marrow"}},
	"lens":      {{"lens-thick", "lens-thin"}, {"lens-z", "lens-thick"}, {"lens-thin", "lens-bg"}},
	"fibre":     {{"nucleus", "fibre-b"}, {"endomysium", "fibre-b"}, {"axon", "fibre-b"}, {"mediator", "fibre-b"}, {"plasma", "cell"}},
	"sarcomere": {{"sarc-thick", "sarc-thin"}, {"sarc-line", "sarc-thick"}, {"sarc-head", "sarc-stuck"}, {"sarc-ion", "sarc-plasm"}, {"sarc-tubule", "sarc-lumen"}, {"sarc-thin", "sarc-plasm"}},
	"endplate":  {{"end-ach", "end-out"}, {"end-sens", "end-out"}, {"end-nerve", "end-out"}, {"end-muscle", "end-muscle-deep"}, {"end-lipid", "end-muscle"}, {"end-open", "end-receptor"}, {"end-noci", "end-noci-deep"}},
}

// At every level, in every theme and in the plain picture, what only colour tells
// apart differs by its lightness, for people without one kind of cone too.
func TestPairsDifferByLightness(t *testing.T) {
	for theme, p := range palettes(t) {
		for eye, m := range eyes {
			light := func(token string) float64 {
				c, ok := p[token]
				if !ok {
					t.Fatalf("%s: no token %s", theme, token)
				}
				return lab(seen(c, m))[0]
			}
			for level, list := range pairs {
				for _, q := range list {
					if d := math.Abs(light(q[0]) - light(q[1])); d < leastLight {
						t.Errorf("%s, %s, %s: %s and %s differ by %.1f in lightness, want %v", level, theme, eye, q[0], q[1], d, leastLight)
					}
				}
			}
		}
	}
}
