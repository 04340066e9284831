package weeks

import (
	"math"

	"taut/game/course"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/trigger"
	"taut/scenes/view"
)

// lens keeps the sarcomeres' lengths, which cost a search.
type lens struct {
	of   float64 // contraction of the lengths below
	knot float64
	rest float64
}

// How the picture shows the model's numbers, as in the lab; teaching values.
const (
	hazeOf = 0.9
	acidOf = 0.42
)

// look fills the view with the moment that is shown: the band at rest, with no
// needle in it.
func (s *Scene) look() {
	v := &s.v
	who, _ := s.who()
	limb := needle.ModelLimb
	i := s.choice.At
	st, start := s.curves[mine].states[i], s.curves[mine].states[0]
	if !s.choice.Shown { // the guess is not answered by the picture
		st = start
	}
	*v = view.View{Theme: s.settings.Theme, Plain: s.settings.Plain, Still: s.settings.Still, Zoom: view.Zoom(view.BandLevel)}
	if v.Theme == "" {
		v.Theme = "dark"
	}
	v.Layers = view.Layers{Skin: limb.Skin, Fat: limb.Fat, Fascia: limb.Fascia, Muscle: limb.Muscle}
	v.Camera = view.Fit(s.size[0], s.size[1], v.Layers)
	v.KnotDepth, v.KnotRadius, v.KnotShown = limb.Knot, trigger.Active.Radius(), true
	for i, at := range who.Point.Loci {
		v.Loci[i] = view.Locus{Point: view.Point{X: at.X, Y: at.Y, Z: limb.Knot + at.Z}, Activity: st.E[i], Start: start.E[i]}
	}
	v.Tension, v.Start, v.Flow = st.C, start.C, st.Flow()
	v.Haze, v.Acid = math.Min(1, hazeOf*(st.S+st.H)), math.Min(1, st.H/acidOf)
	v.Ripple = -1
	s.inner(&st)
}

// inner fills what the finest levels would show of the same moment.
func (s *Scene) inner(st *course.State) {
	if s.lens.of != st.C || s.lens.knot == 0 {
		s.lens.of = st.C
		s.lens.knot, s.lens.rest = muscle.Series(st.C)
	}
	in := &s.v.Inner
	in.Drive, in.Energy, in.Gain = st.Drive(), st.Energy, st.Gain()
	in.Acid, in.Sensitised, in.Flow, in.Active, in.Injury = st.H, st.S, s.v.Flow, st.C, st.D
	in.Knot, in.Rest, in.Struck = s.lens.knot, s.lens.rest, -1
}
