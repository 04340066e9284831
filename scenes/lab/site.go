package lab

import (
	"math"

	g "maragu.dev/gomponents"

	"taut/game/anatomy"
	"taut/game/body"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/needle"
	"taut/game/session"
	"taut/scenes/panel"
	"taut/scenes/view"
)

// Site is the place on somebody that a guest needles: what muscle it is, and what
// lies beneath. Of such a place no length is told, only in which tissue the tip is.
type Site struct {
	Muscle  string
	Dangers []Danger // in the order of the limb's
}

// Danger is something that a needle can harm.
type Danger struct {
	Look view.Look
	Name string
	Says string // what can happen
	Meet string // what is said where the tip has met it
	Card g.Node // what that rests on
}

// looks are how a hazard of each kind is drawn.
var looks = map[anatomy.Kind]view.Look{
	anatomy.Lung: view.Lung, anatomy.Vessel: view.Vessel, anatomy.Nerve: view.Nerve,
	anatomy.Kidney: view.Organ, anatomy.Cord: view.Organ, anatomy.Joint: view.Organ,
}

// NewSite gives the place of a muscle's point, with the hazards of its body in their
// order.
func NewSite(w *content.Words, lib *evidence.Library, muscle string, hazards []anatomy.Hazard) Site {
	site := Site{Muscle: muscle}
	for _, hz := range hazards {
		site.Dangers = append(site.Dangers, Danger{Look: looks[hz.Kind], Name: hz.Name, Says: hz.Danger + " " + hz.Bodies, Meet: hz.Meet, Card: panel.Rests(w, lib, hz.Basis)})
	}
	return site
}

// local reports whether the run has a body of its own.
func (l *Lab) local() bool { return l.play.Options().Body != session.Body{} }

// straight gives the needle's first pose: straight in over the point's middle, deep
// enough to go through the point, and not near what lies under the muscle.
func (l *Lab) straight() needle.Pose { return needle.Pose{Depth: body.Through(l.play.Limb())} }

// tilt is the angle in degrees that a needle gets which stands straight and is turned.
func (l *Lab) tilt() float64 { return body.Lean(l.play.Limb()) }

// deep gives the depth in mm that a pose gets to.
func (l *Lab) deep(p needle.Pose) float64 {
	deep, _ := l.play.Limb().Reaches(p)
	return deep
}

// layers gives the limb as it is drawn.
func (l *Lab) layers() view.Layers {
	b := l.play.Limb()
	v := view.Layers{Skin: b.Skin, Fat: b.Fat, Fascia: b.Fascia, Muscle: b.Muscle}
	v.Under = view.Under{Bed: b.Ground.Bed, Soft: b.Ground.Soft, Edge: b.Ground.Edge, Beyond: b.Ground.Beyond}
	for i, d := range l.site.Dangers {
		at := b.Ground.Dangers[i]
		v.Under.Dangers[i] = view.Danger{Look: d.Look, Depth: at.Depth, Radius: at.Radius}
	}
	return v
}

// danger gives the danger that a pose meets.
func (l *Lab) danger(p needle.Pose) (d Danger, ok bool) {
	if i, ok := l.play.Met(p); ok && i < len(l.site.Dangers) {
		return l.site.Dangers[i], true
	}
	return Danger{}, false
}

// meets reports whether the stroke of an action meets a danger.
func (l *Lab) meets(action int) bool {
	if action >= len(l.play.Actions()) {
		return false
	}
	_, ok := l.danger(l.play.Actions()[action].Pose)
	return ok
}

// nearest gives the danger that a pose has nearly met.
func (l *Lab) nearest(p needle.Pose) (d Danger, ok bool) {
	gap := math.Inf(1)
	for i := range l.site.Dangers {
		if x := l.play.Limb().Gap(p, i); x < gap {
			d, gap = l.site.Dangers[i], x
		}
	}
	return d, body.Near(gap)
}

// How deep a pose goes, in words.
const (
	deepFat     = iota // it ends above the muscle
	deepUpper          // in the muscle, above the point
	deepPoint          // in the point
	deepThrough        // through the point
	deepEnd            // near the muscle's lower side
	deepUnder          // beyond the muscle
	deepWords
)

// depthWord gives how deep z mm below the skin are in the limb.
func (l *Lab) depthWord(z float64) int {
	b := l.play.Limb()
	h := l.play.Options().Kind.HalfDepth()
	switch {
	case z <= b.Fascia:
		return deepFat
	case z > b.Muscle:
		return deepUnder
	case z < b.Knot-h:
		return deepUpper
	case z < b.Knot+h:
		return deepPoint
	case z > body.Through(b)+h:
		return deepEnd
	}
	return deepThrough
}
