package needle

import (
	"math"

	"taut/game/trigger"
)

// Stroke is one pass of the needle: in along a straight path and out again.
// Places are relative to the centre of the point, in mm.
type Stroke struct {
	From, To trigger.Place
	Speed    float64 // of the tip, mm/s, > 0
	Bone     bool    // the pose asked for more depth than there is
	Cut      bool    // the nerve to the muscle is cut: no reflex answers
}

// Length gives the way of the tip one way, in mm.
func (st Stroke) Length() float64 {
	return math.Sqrt(sq(st.To.X-st.From.X) + sq(st.To.Y-st.From.Y) + sq(st.To.Z-st.From.Z))
}

func sq(x float64) float64 { return x * x }

// Gate gives how much of a stroke's effect its speed lets through:
// v^3/(v^3+40^3), 0 to 1. Very slow strokes do nothing (Chen 2001, rabbit).
func Gate(speed float64) float64 {
	v := speed * speed * speed
	return v / (v + speedHalf*speedHalf*speedHalf)
}

// Hits gives how well the stroke hits each locus, 0 to 1:
// exp(-d^2/(2 sigma^2)) with d the distance from the path, and 0 beyond 1 mm
// above its start or below its end. A stroke of no length hits nothing.
func (st Stroke) Hits(p *trigger.Point) (h [trigger.Loci]float64) {
	length := st.Length()
	if !(length > 0) {
		return h
	}
	ux, uy, uz := (st.To.X-st.From.X)/length, (st.To.Y-st.From.Y)/length, (st.To.Z-st.From.Z)/length
	for i, l := range p.Loci {
		x, y, z := l.X-st.From.X, l.Y-st.From.Y, l.Z-st.From.Z
		t := x*ux + y*uy + z*uz
		if t < -reach || t > length+reach {
			continue
		}
		d2 := x*x + y*y + z*z - t*t
		h[i] = math.Exp(-d2 / (2 * sigma * sigma))
	}
	return h
}

// Answer is what a stroke did.
type Answer struct {
	Twitch float64               // size a of the local twitch response; 0: none
	Heard  float64               // a as far as it came, also below the threshold
	Hits   [trigger.Loci]float64 // how well each locus was hit
	At     float64               // mm along the path where the hits lie on the average
	Why    Miss                  // why nothing twitched
	Off    float64               // mm between the path and the centre of the point
	OffX   float64               // where the centre lies from the path, mm along (+ right)
	OffY   float64               // and across (+ away)
	Both   bool                  // motor units twitch on both sides of the body
}

// Take lets stroke number n (from 1, within this visit at this point) act on s:
//
//	a   = Gate(v) sum h_i e_i ;   D += .035 (1+(n/20)^2)
//	a > .25: a twitch of size a; e_i *= (1 - kap h_i min(1, 1.2 g)) (1 - .02 min(1,a));
//	         k = min(1,a): hyT = min(.6, hyT+.1k), Rl += .35k (1-Rl/1.2), D += .02k
//	else:    hyT = min(.6, hyT+.02)
//
// With the nerve cut the twitch, a reflex through the spinal cord, does not come
// (nearly gone in rabbits: Hong & Torigoe 1994; Hong 1995), and the stroke does
// what one without a twitch does: the loci leak on, as the theory predicts [P].
//
// kap, 0 to 1, is how well this patient answers (.60 in a good responder). The
// 72 h in which loci settle begin anew.
func (st Stroke) Take(p *trigger.Point, s *trigger.State, n int, kap float64) Answer {
	a := st.probe(p, s)
	g := Gate(st.Speed)
	s.D += dPass * (1 + sq(float64(n)/dGrowth))
	s.Window = trigger.Window
	if a.Twitch == 0 {
		s.HyT = min(hyMax, s.HyT+hyPrick)
		return a
	}
	k := min(1, a.Twitch)
	for i, h := range a.Hits {
		s.E[i] *= (1 - kap*h*min(1, gateGain*g)) * (1 - segmental*k)
	}
	s.HyT = min(hyMax, s.HyT+hyTwitch*k)
	s.Rl += rlTwitch * k * (1 - s.Rl/rlMax)
	s.D += dTwitch * k
	return a
}

// Soreness gives how sore a visit's strokes leave the muscle, in mm of a
// 100 mm scale, before any of it has gone: 100 q/(52+q), q = 12 + 2.2 passes +
// 1.5 twitches; 0 without a pass. There is no cap: excess always costs.
func Soreness(passes, twitches int) float64 {
	if passes == 0 {
		return 0
	}
	q := soreBase + sorePass*float64(passes) + soreTwitch*float64(twitches)
	return soreMax * q / (soreHalf + q)
}
