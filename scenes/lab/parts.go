package lab

import (
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
		{"needle", tip, needled}, {"deep-muscle", nil, nil}, {"bone", nil, nil}, {"vessels", nil, nil}, {"nerve", nil, nil},
	},
	view.BandLevel: {
		{"skin", skinEdge, nil}, {"fat", fatEdge, inTissue}, {"fascia", fasciaEdge, inTissue}, {"fibres", muscleEdge, inTissue},
		{"taut-band", tautness, knotted}, {"knot", noise, knotted}, {"capillary", flow, knotted},
		{"needle", tip, needled}, {"lens", knotLength, lensed}, {"deep-flesh", nil, bedded}, {"bone", nil, boned},
		{"danger", nil, endangered}, {"danger-too", nil, endangeredToo},
	},
	view.FibreLevel: {
		{"fibre", nil, nil}, {"striations", restLength, nil}, {"nucleus", nil, nil}, {"endomysium", nil, nil},
		{"knot", knotLength, knotted}, {"thinned", restLength, knotted}, {"capillary", flow, nil}, {"red-cells", flow, nil},
		{"squeezed", squeezed, knotted}, {"mediators", sensitisers, knotted}, {"nerve", impulse, nil}, {"endplate", released, nil},
		{"track", nil, tracked},
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
	{"part.value.deep", 0}, {"part.value.in", 0}, {"part.value.out", 0}, {"part.value.edge", 1}, {"part.value.long", 2}, {"part.value.wide", 2},
	{"part.value.squeezed", 0}, {"part.value.open", 0}, {"part.value.overlap", 2}, {"part.value.crossed", 2},
	{"part.value.bridges", 0}, {"part.value.gain", 0}, {"part.value.energy", 0}, {"part.value.stored", 0}, {"part.value.free", 0},
	{"part.value.released", 0}, {"part.value.drawn", 0}, {"part.value.stays", 1}, {"part.value.slower", 1},
	{"part.value.leak", 1}, {"part.value.leak-none", 0}, {"part.value.fires", 0},
	{"part.value.impulse-none", 0}, {"part.value.impulse", 0}, {"part.value.impulse-cut", 0},
	{"part.value.channel-shut", 0}, {"part.value.channel-open", 0},
	{"part.value.pain-quiet", 0}, {"part.value.pain-easy", 0}, {"part.value.pain-sends", 0},
	{"part.value.sensitised-none", 0}, {"part.value.sensitised-little", 0}, {"part.value.sensitised-more", 0},
	{"part.value.injury-little", 0}, {"part.value.injury-more", 0},
	{"part.value.stiffer", 1}, {"part.value.blood-back", 0}, {"part.value.blood-on", 0}, {"part.value.twitch", 0}, {"part.value.twitch-none", 0},
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

// rows gives the parts of the picture that is shown now: of its level, or of the
// scan.
func (l *Lab) rows() []row {
	if l.choice.Scan {
		return scanRows
	}
	return partRows[l.level()]
}

// parts appends the parts of the present picture with their present values.
func (l *Lab) parts(dst []Part) []Part {
	for _, r := range l.rows() {
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
			l.out.Show = "card-part-" + key
			return true
		}
	}
	return false
}
