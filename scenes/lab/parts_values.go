package lab

import (
	"math"

	"taut/scenes/view"
)

// When parts are to be seen.
func knotted(l *Lab) bool  { return l.v.KnotShown && l.v.KnotRadius > 0 }
func latents(l *Lab) bool  { return l.v.LatentPoints() > 0 }
func needled(l *Lab) bool  { return l.v.Needle.Shown }
func inTissue(l *Lab) bool { return !l.v.Skin }
func boned(l *Lab) bool    { return !l.v.Skin && !l.v.Layers.Under.Soft }
func bedded(l *Lab) bool   { return !l.v.Skin && l.v.Layers.Under.Bed > 0 }

func endangered(l *Lab) bool    { return !l.v.Skin && len(l.site.Dangers) > 0 }
func endangeredToo(l *Lab) bool { return !l.v.Skin && len(l.site.Dangers) > 1 }

func lensed(l *Lab) bool  { return l.v.Lens.Shown }
func beside(l *Lab) bool  { return l.v.Inner.Healthy }
func tracked(l *Lab) bool { _, _, ok := l.v.FibreTrack(); return ok }
func struck(l *Lab) bool  { return l.v.Inner.Struck >= 0 }

// Readings that the panel has too.
func tautness(l *Lab) (float64, string) { return l.percent(l.play.State().C), "part.value.tension" }
func flow(l *Lab) (float64, string)     { return 100 * l.play.State().Flow(), "value.flow" }
func noise(l *Lab) (float64, string)    { return l.play.State().Noise(), "value.noise" }
func usualPain(l *Lab) (float64, string) {
	return math.Round(l.pain.points), "part.value.pain"
}

// Depths, in mm; none is told of a place on somebody.
func skinEdge(l *Lab) (float64, string)   { return l.edge(l.v.Layers.Skin) }
func fatEdge(l *Lab) (float64, string)    { return l.edge(l.v.Layers.Fat) }
func fasciaEdge(l *Lab) (float64, string) { return l.edge(l.v.Layers.Fascia) }
func muscleEdge(l *Lab) (float64, string) { return l.edge(l.v.Layers.Muscle) }

func (l *Lab) edge(z float64) (float64, string) {
	if l.local() {
		return 0, unchanging
	}
	return z, "part.value.edge"
}

func tip(l *Lab) (float64, string) {
	z := l.v.Needle.Tip.Z
	if z > 0 && l.local() {
		return 0, "part.value.in"
	}
	if z > 0 {
		return z, "part.value.deep"
	}
	return 0, "part.value.out"
}

func quietPoints(l *Lab) (float64, string) {
	n := l.v.LatentPoints()
	switch n {
	case 0:
		return 0, "part.value.quiet-none"
	case 1:
		return 1, "part.value.quiet-one"
	}
	return float64(n), "part.value.quiet-more"
}

// referred says how the zone of referred pain is drawn; a shade under seen is
// next to none.
func referred(l *Lab) (float64, string) {
	const seen, plain = 0.02, 0.2
	return 0, degree(l.v.Referred(), seen, plain, "part.value.referred-none", "part.value.referred-faint", "part.value.referred-clear")
}

// degree gives the word for x: the first below low, the second below high.
func degree(x, low, high float64, none, some, much string) string {
	switch {
	case x >= high:
		return much
	case x >= low:
		return some
	}
	return none
}

// The inside of a fibre.
func knotLength(l *Lab) (float64, string) { return l.v.Inner.Knot, "part.value.long" }
func restLength(l *Lab) (float64, string) { return l.v.Inner.Rest, "part.value.long" }
func overlap(l *Lab) (float64, string)    { return view.Overlap(l.v.Inner.Knot), "part.value.overlap" }
func crossed(l *Lab) (float64, string) {
	return view.DoubleOverlap(l.v.Inner.Knot), "part.value.crossed"
}
func gain(l *Lab) (float64, string)   { return 100 * l.v.Inner.Gain, "part.value.gain" }
func energy(l *Lab) (float64, string) { return 100 * l.v.Inner.Energy, "part.value.energy" }
func free(l *Lab) (float64, string)   { return 100 * l.v.Inner.CalciumFree(), "part.value.free" }
func stored(l *Lab) (float64, string) { return 100 - 100*l.v.Inner.CalciumFree(), "part.value.stored" }
func bridges(l *Lab) (float64, string) {
	return 100 * l.v.Inner.Bridges(l.v.Inner.Knot), "part.value.bridges"
}

func squeezed(l *Lab) (float64, string) {
	if 100*l.v.Flow >= openFlow {
		return 0, "part.value.open"
	}
	return 0, "part.value.squeezed"
}

func sensitisers(l *Lab) (float64, string) {
	return 0, degree(l.v.Inner.Sensitised, acidLittle, acidMore, "part.value.sensitised-none", "part.value.sensitised-little", "part.value.sensitised-more")
}

// The endplate.
func cleft(*Lab) (float64, string) { return view.Cleft, "part.value.wide" }

func released(l *Lab) (float64, string) {
	return twoDigits(view.ReleaseRate(l.v.Inner.Drive)), "part.value.released"
}

func drawnReleases(l *Lab) (float64, string) {
	return view.FusionsShown(&l.v.Inner), "part.value.drawn"
}

func breakdown(l *Lab) (float64, string) {
	return view.BreakdownTime(l.v.Inner.Acid), "part.value.stays"
}

func slower(l *Lab) (float64, string) {
	return view.BreakdownTime(l.v.Inner.Acid) / view.BreakdownTime(0), "part.value.slower"
}

func leak(l *Lab) (float64, string) {
	const least = 0.05 // mV: less would read as none at all
	mv := view.MeanDepolarisation(l.v.Inner.Drive)
	if mv < least {
		return 0, "part.value.leak-none"
	}
	return mv, "part.value.leak"
}

func potential(l *Lab) (float64, string) {
	const fired = 0.5
	if view.Firing(&l.v.Inner) > fired {
		return view.EndplateThreshold, "part.value.fires"
	}
	return leak(l)
}

// going is how strong an impulse is at least that is called one.
const going = 0.05

func impulse(l *Lab) (float64, string) {
	switch {
	case l.v.Inner.NerveCut:
		return 0, "part.value.impulse-cut"
	case view.Firing(&l.v.Inner) > going:
		return 0, "part.value.impulse"
	}
	return 0, "part.value.impulse-none"
}

func channel(l *Lab) (float64, string) {
	if view.Firing(&l.v.Inner) > going {
		return 0, "part.value.channel-open"
	}
	return 0, "part.value.channel-shut"
}

// nociceptor says what the ending does. An active point lights it by about a
// third, a latent one hardly.
func nociceptor(l *Lab) (float64, string) {
	const easy, sends = 0.05, 0.2
	return 0, degree(view.Nociception(&l.v.Inner), easy, sends, "part.value.pain-quiet", "part.value.pain-easy", "part.value.pain-sends")
}

func injury(l *Lab) (float64, string) {
	const much = 0.5 // of what is drawn at most
	if view.Torn(&l.v.Inner) >= much {
		return 0, "part.value.injury-more"
	}
	return 0, "part.value.injury-little"
}

// twoDigits rounds to two digits that count: the rate is known to no more.
func twoDigits(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	k := math.Pow10(int(math.Floor(math.Log10(x))) - 1)
	return math.Round(x/k) * k
}
