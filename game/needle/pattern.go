package needle

import (
	"fmt"
	"math"

	"taut/game/chance"
	"taut/game/trigger"
)

// Aim is a way of placing one stroke after the other.
type Aim uint8

// The aims. The first is what courses teach: middle first, then round the clock.
const (
	Fanned Aim = iota // radius .85 R sqrt((k+.5)/n), angle 2 pi .382 k
	Same              // one track, (0.5, 0) mm
	Random            // each coordinate normal with standard deviation R/2
	Off               // 12 mm beside the centre
)

var aimNames = [...]string{"fanned", "same", "random", "off"}

// String gives the aim's name as flags write it.
func (a Aim) String() string { return aimNames[a] }

// ParseAim reads an aim's name.
func ParseAim(s string) (Aim, error) {
	for i, n := range aimNames {
		if s == n {
			return Aim(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not an aim: use fanned, same, random or off", s)
}

// Pattern is a plan of parallel vertical strokes.
type Pattern struct {
	Aim     Aim
	Shallow bool    // stay 12 mm and more above the centre
	N       int     // strokes of the whole plan
	Speed   float64 // mm/s
}

// Stroke gives stroke k = 0, 1, ... of the plan for a point; src places random
// strokes. draw counts the strokes of all visits, so that no two draw the same.
func (pt Pattern) Stroke(p *trigger.Point, src chance.Source, k, draw int) Stroke {
	var x, y float64
	r := p.Kind.Radius()
	switch pt.Aim {
	case Fanned:
		d := .85 * r * math.Sqrt((float64(k)+.5)/float64(pt.N))
		y, x = math.Sincos(2 * math.Pi * .382 * float64(k))
		x, y = x*d, y*d
	case Same:
		x = .5
	case Random:
		x = r / 2 * src.Normal(chance.RandomAim, uint64(2*draw))
		y = r / 2 * src.Normal(chance.RandomAim, uint64(2*draw+1))
	case Off:
		x = 12
	}
	z0, z1 := -6.0, 6.0
	if pt.Shallow {
		z0, z1 = -30, -12
	}
	return Stroke{From: trigger.Place{X: x, Y: y, Z: z0}, To: trigger.Place{X: x, Y: y, Z: z1}, Speed: pt.Speed}
}
