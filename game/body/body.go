// Package body makes of a muscle's layers a limb that can be needled: in a thin, a
// usual or a heavy body, with what lies beneath. It is a picture for teaching, and no
// depth in it is one of a person's: what is measured is the range of the layers.
package body

import (
	"math"

	"taut/game/anatomy"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
)

// Build says how thick a body's layers are: 0 as the thinnest that is drawn, 1 as the
// heaviest.
type Build float64

// The builds.
const (
	Thin  Build = 0 // structural: an end of the scale
	Usual Build = usual
	Heavy Build = 1 // structural: the other end
)

// Of gives the body about a point in the middle of a muscle: its layers, with those of
// other muscles over it as part of its flesh, what lies beneath, and its twitch.
//
//	layer = lo + build (hi - lo), the muscle itself at least as thick as its point
//
// Of several dangers beneath the first two count.
func Of(a *anatomy.Atlas, m *anatomy.Muscle, b Build) session.Body {
	var l needle.Limb
	over := 0.0
	for _, x := range m.Layers {
		thick := x.Lo + float64(b)*(x.Hi-x.Lo)
		switch x.Tissue {
		case anatomy.Skin:
			l.Skin = thick
		case anatomy.Fat:
			l.Fat = l.Skin + thick
		case anatomy.Fascia:
			l.Fascia = l.Fat + thick
		case anatomy.Over:
			over += thick
		case anatomy.Own:
			own := max(thick, 2*trigger.Active.HalfDepth()+room)
			l.Knot = l.Fascia + over + own/2
			l.Muscle = l.Fascia + over + own
		}
	}
	if more := l.Muscle - deepest; more > 0 {
		l.Fat, l.Fascia, l.Knot, l.Muscle = l.Fat-more, l.Fascia-more, l.Knot-more, l.Muscle-more
	}
	l.Ground = ground(a, m, b, l.Muscle)
	twitch, _ := a.Twitch(m.Twitch)
	body := session.Body{Limb: l, Fibre: muscle.Trapezius, Latency: twitch.Latency.At / 1000}
	if twitch.Time.At > 0 {
		body.Fibre = muscle.NewFibre(twitch.Time.At/1000, twitch.Ratio.At)
	}
	return body
}

// ground gives what lies under a muscle that ends at a depth.
func ground(a *anatomy.Atlas, m *anatomy.Muscle, b Build, end float64) needle.Ground {
	bed := bedThin + float64(b)*(bedHeavy-bedThin)
	g := needle.Ground{Bed: bed + held, Soft: m.Beneath != anatomy.Bone}
	n := 0
	for _, h := range Dangers(a, m) {
		d := &g.Dangers[n]
		*d = needle.Danger{Form: needle.Sheet, Depth: end + bed}
		switch h.Kind {
		case anatomy.Nerve:
			*d = needle.Danger{Form: needle.Tube, Depth: end + bed, Across: aside, Radius: nerve}
		case anatomy.Vessel:
			*d = needle.Danger{Form: needle.Tube, Depth: end + bed, Across: -aside, Radius: vessel}
		}
		if d.Form == needle.Sheet && m.Beneath == anatomy.Bone {
			// The bone covers it, up to its edge.
			g.Bed, g.Edge, g.Beyond = 0, edge, bed+held
		}
		n++
	}
	if a, b := &g.Dangers[0], &g.Dangers[1]; a.Form == needle.Tube && b.Form == needle.Tube && a.Depth == b.Depth {
		// Each is seen: the thinner one runs below the other.
		if a.Radius > b.Radius {
			a, b = b, a
		}
		a.Depth += a.Radius + b.Radius
		g.Bed += 2 * a.Radius
	}
	if n == 0 && !g.Soft {
		g.Bed = 0
	}
	return g
}

// Dangers gives what lies beneath a muscle, in the order of [needle.Ground]: two at
// most.
func Dangers(a *anatomy.Atlas, m *anatomy.Muscle) (list []anatomy.Hazard) {
	for _, id := range m.Hazards {
		if h, ok := a.Hazard(id); ok && len(list) < len(needle.Ground{}.Dangers) {
			list = append(list, h)
		}
	}
	return list
}

// Through gives the depth in mm of a stroke that goes through the point of a limb and
// no farther.
func Through(l needle.Limb) float64 { return min(l.Knot+through, l.Muscle-spare) }

// Lean gives the angle in whole degrees, for a needle that goes in over the middle of
// the point and is turned round the clock: the deeper the point, the less it leans.
func Lean(l needle.Limb) float64 { return math.Round(math.Atan(lean/l.Knot) * 180 / math.Pi) }

// Near reports whether a way that passes a danger at gap mm counts as a near miss.
func Near(gap float64) bool { return gap > 0 && gap <= near }
