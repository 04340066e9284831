package session

import (
	"errors"
	"math"

	"taut/game/emg"
	"taut/game/muscle"
	"taut/game/needle"
)

// Body is what lies about the point and how its muscle twitches. The zero Body is
// the model limb with the trapezius's twitch: no place on anybody.
type Body struct {
	Limb    needle.Limb
	Fibre   muscle.Fibre
	Latency float64 // s from a hit to the twitch that is seen
}

// modelBody is what the zero Body stands for.
var modelBody = Body{Limb: needle.ModelLimb, Fibre: muscle.Trapezius, Latency: emg.LatencyTrapezius}

// whole gives the body that is meant.
func (b Body) whole() Body {
	if b == (Body{}) {
		return modelBody
	}
	return b
}

// The numbers of a body, as they are kept: limb, ground, twitch, two dangers.
const bodyNumbers = 5 + 4 + 3 + 2*4 // structural

// numbers gives the body as it is kept; nil for the zero Body.
func (b Body) numbers() []float64 {
	if b == (Body{}) {
		return nil
	}
	l, soft := b.Limb, 0.0
	if l.Ground.Soft {
		soft = 1
	}
	x := []float64{l.Skin, l.Fat, l.Fascia, l.Muscle, l.Knot, l.Ground.Bed, soft, l.Ground.Edge, l.Ground.Beyond, b.Latency, b.Fibre.ContractionTime(), b.Fibre.Ratio()}
	for _, d := range l.Ground.Dangers {
		x = append(x, float64(d.Form), d.Depth, d.Across, d.Radius)
	}
	return x
}

var errBody = errors.New("its body is out of range")

// bodyOf gives the body of kept numbers; none are the zero Body. The error is one
// clause.
func bodyOf(x []float64) (b Body, err error) {
	if len(x) == 0 {
		return b, nil
	}
	if len(x) != bodyNumbers {
		return b, errBody
	}
	for _, v := range x {
		if math.IsNaN(v) || math.Abs(v) > 2*needle.MaxDepth {
			return b, errBody
		}
	}
	l := needle.Limb{Skin: x[0], Fat: x[1], Fascia: x[2], Muscle: x[3], Knot: x[4]}
	l.Ground = needle.Ground{Bed: x[5], Soft: x[6] != 0, Edge: x[7], Beyond: x[8]}
	inwards := 0 < l.Skin && l.Skin < l.Fat && l.Fat < l.Fascia && l.Fascia < l.Knot && l.Knot < l.Muscle && l.Muscle <= needle.MaxDepth
	ground := 0 <= l.Ground.Bed && 0 <= l.Ground.Edge && 0 <= l.Ground.Beyond
	twitch := 0 <= x[9] && x[9] <= 1 && 0.01 <= x[10] && x[10] <= 1 && 0.01 <= x[11] && x[11] <= 0.99
	if !inwards || !ground || !twitch {
		return b, errBody
	}
	for i := range l.Ground.Dangers {
		d := x[12+4*i:]
		if d[0] != math.Trunc(d[0]) || d[0] < 0 || d[0] > float64(needle.Tube) || d[3] < 0 {
			return b, errBody
		}
		l.Ground.Dangers[i] = needle.Danger{Form: needle.Form(d[0]), Depth: d[1], Across: d[2], Radius: d[3]}
	}
	return Body{Limb: l, Fibre: muscle.NewFibre(x[10], x[11]), Latency: x[9]}, nil
}
