package lab

import (
	"math"

	"taut/game/content"
	"taut/scenes/view"
)

// Part is a thing of the picture that has a name.
type Part struct {
	Key    string  // of its texts, panel.part.LEVEL.KEY, and of its place in the picture
	Value  float64 // that it shows now; what it counts is Format's affair
	Format string  // key, below panel, of the words that {n} is put into
	Shown  bool    // the picture has it now
}

// row is one part of a level: its present value, nil where it has none that
// changes, and when it is to be seen, nil always.
type row struct {
	key   string
	value func(*Lab) (x float64, format string)
	shown func(*Lab) bool
}

// partRows are the parts of each level, from what lies outside to what lies
// within.
var partRows = [view.Levels][]row{
	view.BodyLevel: {
		{"front", nil, nil}, {"back", nil, nil}, {"region", nil, nil},
		{"trigger-point", usualPain, knotted}, {"referred-pain", referred, knotted},
	},
	view.MuscleLevel: {
		{"skin", nil, nil}, {"fat", nil, nil}, {"fascia", nil, nil}, {"belly", nil, nil}, {"tendon", nil, nil}, {"origin", nil, nil},
		{"taut-band", tautness, knotted}, {"trigger-point", noise, knotted}, {"latent", quietPoints, latents},
		{"needle", tip, needled}, {"deep-muscle", nil, nil}, {"bone", nil, nil},
	},
	view.BandLevel: {
		{"skin", skinEdge, nil}, {"fat", fatEdge, inTissue}, {"fascia", fasciaEdge, inTissue}, {"fibres", muscleEdge, inTissue},
		{"taut-band", tautness, knotted}, {"knot", noise, knotted}, {"capillary", flow, knotted},
		{"needle", tip, needled}, {"lens", knotLength, lensed}, {"bone", nil, inTissue},
	},
	view.FibreLevel: {
		{"fibre", nil, nil}, {"striations", restLength, nil}, {"nucleus", nil, nil}, {"endomysium", nil, nil},
		{"knot", knotLength, knotted}, {"thinned", restLength, knotted}, {"capillary", flow, nil}, {"red-cells", flow, nil},
		{"squeezed", squeezed, knotted}, {"mediators", sensitisers, knotted}, {"nerve", impulse, nil}, {"endplate", released, nil},
	},
	view.SarcomereLevel: {
		{"knot-sarcomere", knotLength, nil}, {"sarcomere-beside", restLength, nil}, {"z-line", nil, nil}, {"m-line", nil, nil},
		{"thick-filament", overlap, nil}, {"thin-filament", crossed, nil}, {"titin", nil, nil}, {"cross-bridge", bridges, nil},
		{"reticulum", stored, nil}, {"t-tubule", impulse, nil}, {"calcium-pump", gain, nil}, {"calcium", free, nil},
		{"mitochondrion", energy, nil}, {"healthy-sarcomere", nil, beside},
	},
	view.EndplateLevel: {
		{"nerve", impulse, nil}, {"ending", nil, nil}, {"schwann-cell", nil, nil}, {"mitochondrion", nil, nil},
		{"vesicles", released, nil}, {"active-zone", drawnReleases, nil}, {"calcium-channel", channel, nil},
		{"cleft", cleft, nil}, {"acetylcholine", breakdown, nil}, {"basal-lamina", nil, nil}, {"acetylcholinesterase", slower, nil},
		{"receptors", released, nil}, {"fold", nil, nil}, {"muscle-membrane", leak, nil}, {"potential", potential, nil},
		{"nociceptor", nociceptor, nil}, {"sensitisers", sensitisers, nil}, {"capillary", flow, nil},
		{"injury", injury, struck}, {"sarcoplasm", nil, nil},
	},
}

// unchanging is the format of a part that has no value of its own.
const unchanging = "part.value.fixed"

// partFormats are the words that values are put into, below panel, with the
// decimals that the number bears.
var partFormats = [...]struct {
	key    string
	places int
}{
	{unchanging, 0}, {"part.value.tension", 0}, {"value.flow", 0}, {"value.noise", 0}, {"part.value.pain", 0},
	{"part.value.referred-none", 0}, {"part.value.referred-faint", 0}, {"part.value.referred-clear", 0},
	{"part.value.quiet-none", 0}, {"part.value.quiet-one", 0}, {"part.value.quiet-more", 0},
	{"part.value.deep", 0}, {"part.value.out", 0}, {"part.value.edge", 1}, {"part.value.long", 2}, {"part.value.wide", 2},
	{"part.value.squeezed", 0}, {"part.value.open", 0}, {"part.value.overlap", 2}, {"part.value.crossed", 2},
	{"part.value.bridges", 0}, {"part.value.gain", 0}, {"part.value.energy", 0}, {"part.value.stored", 0}, {"part.value.free", 0},
	{"part.value.released", 0}, {"part.value.drawn", 0}, {"part.value.stays", 1}, {"part.value.slower", 1},
	{"part.value.leak", 1}, {"part.value.leak-none", 0}, {"part.value.fires", 0},
	{"part.value.impulse-none", 0}, {"part.value.impulse", 0}, {"part.value.impulse-cut", 0},
	{"part.value.channel-shut", 0}, {"part.value.channel-open", 0},
	{"part.value.pain-quiet", 0}, {"part.value.pain-easy", 0}, {"part.value.pain-sends", 0},
	{"part.value.sensitised-none", 0}, {"part.value.sensitised-little", 0}, {"part.value.sensitised-more", 0},
	{"part.value.injury-little", 0}, {"part.value.injury-more", 0},
}

// partPhrase is one of partFormats, cut.
type partPhrase struct {
	text   phrase
	places int
}

// partPhrases cuts the words of all values that parts have.
func partPhrases(w *content.Words) map[string]partPhrase {
	m := make(map[string]partPhrase, len(partFormats))
	for _, f := range partFormats {
		m[f.key] = partPhrase{cut(w.T("panel."+f.key), "n"), f.places}
	}
	return m
}

// part appends the present value of the part that is open; nothing where none is.
func (p *phrases) part(b []byte, f *Face) []byte {
	for i := range f.Parts {
		if part := &f.Parts[i]; f.PartOpen != "" && part.Key == f.PartOpen {
			words := p.parts[part.Format]
			b = words.text.fill(b, figure{x: part.Value, places: words.places})
		}
	}
	return end(b)
}

// parts appends the parts of the present level with their present values.
func (l *Lab) parts(dst []Part) []Part {
	for _, r := range partRows[l.level()] {
		p := Part{Key: r.key, Format: unchanging, Shown: r.shown == nil || r.shown(l)}
		if r.value != nil {
			p.Value, p.Format = r.value(l)
		}
		dst = append(dst, p)
	}
	return dst
}

// faceParts fills the parts, and which of them is open: none where the picture
// does not have it.
func (l *Lab) faceParts(f *Face) {
	f.Parts, f.PartOpen = l.parts(f.Parts[:0]), ""
	for _, p := range f.Parts {
		if p.Shown && p.Key == l.choice.Part {
			f.PartOpen = p.Key
		}
	}
}

// openPart takes the intent that opens a part's card, or closes the open one; it
// reports false where the picture has no such part.
func (l *Lab) openPart(key string) bool {
	if key == l.f.PartOpen {
		l.choice.Part = ""
		return true
	}
	for _, p := range l.f.Parts {
		if p.Shown && p.Key == key {
			l.choice.Part = key
			return true
		}
	}
	return false
}

// When parts are to be seen.
func knotted(l *Lab) bool  { return l.v.KnotShown && l.v.KnotRadius > 0 }
func latents(l *Lab) bool  { return l.v.LatentPoints() > 0 }
func needled(l *Lab) bool  { return l.v.Needle.Shown }
func inTissue(l *Lab) bool { return !l.v.Skin }
func lensed(l *Lab) bool   { return l.v.Lens.Shown }
func beside(l *Lab) bool   { return l.v.Inner.Healthy }
func struck(l *Lab) bool   { return l.v.Inner.Struck >= 0 }

// Readings that the panel has too.
func tautness(l *Lab) (float64, string) { return l.percent(l.play.State().C), "part.value.tension" }
func flow(l *Lab) (float64, string)     { return 100 * l.play.State().Flow(), "value.flow" }
func noise(l *Lab) (float64, string)    { return l.play.State().Noise(), "value.noise" }
func usualPain(l *Lab) (float64, string) {
	return math.Round(l.pain.points), "part.value.pain"
}

// Depths, in mm.
func skinEdge(l *Lab) (float64, string)   { return l.v.Layers.Skin, "part.value.edge" }
func fatEdge(l *Lab) (float64, string)    { return l.v.Layers.Fat, "part.value.edge" }
func fasciaEdge(l *Lab) (float64, string) { return l.v.Layers.Fascia, "part.value.edge" }
func muscleEdge(l *Lab) (float64, string) { return l.v.Layers.Muscle, "part.value.edge" }

func tip(l *Lab) (float64, string) {
	if z := l.v.Needle.Tip.Z; z > 0 {
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
	return 0, "part.value.referred" + degree(l.v.Referred(), seen, plain, "-none", "-faint", "-clear")
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
	return 0, "part.value.sensitised" + degree(l.v.Inner.Sensitised, acidLittle, acidMore, "-none", "-little", "-more")
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
	return 0, "part.value.pain" + degree(view.Nociception(&l.v.Inner), easy, sends, "-quiet", "-easy", "-sends")
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
