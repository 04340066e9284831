package lab

import (
	"math"
	"unicode/utf8"

	"taut/scenes/view"
)

// slotCount is how many words a level has on the picture at most; the last one
// is for the part whose card is open, where it has none of its own.
const slotCount = 9

// slotIDs are the ids of their elements.
var slotIDs = [slotCount]string{"label-0", "label-1", "label-2", "label-3", "label-4", "label-5", "label-6", "label-7", "label-8"}

// levelWords are the parts that have words on the picture, those first that
// matter most; the band has labels of its own.
var levelWords = [view.Levels][]string{
	view.BodyLevel:      {"trigger-point", "referred-pain", "region"},
	view.BandLevel:      {"danger", "danger-too"}, // beside its own labels
	view.MuscleLevel:    {"trigger-point", "taut-band", "belly", "latent", "vessels", "nerve", "tendon", "bone"},
	view.FibreLevel:     {"knot", "endplate", "nerve", "squeezed", "thinned", "track", "nucleus"},
	view.SarcomereLevel: {"healthy-sarcomere", "knot-sarcomere", "sarcomere-beside", "z-line", "reticulum", "cross-bridge", "mitochondrion"},
	view.EndplateLevel:  {"vesicles", "cleft", "receptors", "ending", "nociceptor", "potential"},
}

// bandWords and scanWords are the parts that the labels of the band and of the
// scan name, by the label's number.
var (
	bandWords = [labelCount]string{labelNeedle: "needle", labelBand: "taut-band", labelKnot: "knot", labelCapillary: "capillary", labelLens: "lens"}
	scanWords = [labelCount]string{
		labelNeedle: "needle", labelKnot: "nodule", scanMap: "stiffness", scanStiff: "stiffness", scanSoft: "stiffness",
		scanForward: "blood-flow", scanBack: "blood-flow",
	}
)

// named gives the parts that labels of the present picture name, by the label's
// number; none where all its words stand in slots.
func (f *Face) named() []string {
	switch {
	case f.Scan:
		return scanWords[:]
	case f.Level == view.BandLevel:
		return bandWords[:]
	}
	return nil
}

// slots gives the parts that have words on the picture now, "" for none.
func (f *Face) slots() (keys [slotCount]string) {
	n := 0
	open := f.PartOpen
	for _, k := range levelWords[f.Level] {
		for i := range f.Parts {
			if n < slotCount-1 && f.Parts[i].Shown && f.Parts[i].Key == k {
				keys[n] = k
				n++
			}
		}
	}
	for _, k := range keys {
		if k == open {
			return keys
		}
	}
	for _, k := range f.named() {
		if k == open {
			return keys
		}
	}
	keys[slotCount-1] = open
	return keys
}

// box is a rectangle of the picture, CSS px.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

func (b box) has(x, y, room float64) bool {
	return x > b.x0-room && x < b.x1+room && y > b.y0-room && y < b.y1+room
}

// spread is where the words of a level stand. They are laid out anew when the
// picture or the words change, not when what they name moves: the lines follow.
type spread struct {
	key   spreadKey
	boxes [slotCount]box // without size: not shown
}

type spreadKey struct {
	rev  int // of the panel, which has all words
	at   view.Zoom
	size size
}

// typePx is the size of the words on the picture, as the style sheet has it.
func (l *Lab) typePx() float64 {
	switch {
	case l.choice.Theme == "projector":
		const header = 52 // above the picture
		return math.Max(16, 0.022*(header+l.size.h+l.size.dock+l.size.under))
	case l.narrow():
		return 12
	}
	return 13
}

// wordBox gives the size of words: no text is measured here, so it is that of
// wide letters.
func wordBox(text string, px float64) (w, h float64) {
	return letter*px*float64(utf8.RuneCountInString(text)) + 17, 1.3*px + 7
}

// taken gives what words must keep off: the note, the badge, the rail, the scale
// and, at the band, the lens and the other labels.
func (l *Lab) taken(to []box) []box {
	w, h, px := l.size.w, l.size.h, l.typePx()
	s := &sheet{f: &l.f, w: l.words}
	room, badge := noteShare*w, box{w - badgeLetters*letter*px, 0, w, 2.4*px + 18}
	if l.narrow() {
		room, badge = w-noteLeaves, box{w - badgeWide, 0, w, topHigh}
	}
	nw, nh := wordBox(s.shortNote(), px)
	nh *= math.Ceil(nw / room)
	to = append(to, box{0, 0, math.Min(nw, room) + aside, nh + 12}, badge)
	if !l.v.Unscaled {
		to = append(to, box{0, h - scaleHigh, math.Max(scaleWide, aside+14+l.v.Camera.ScaleBar()*l.v.Camera.PxPerMM), h})
	}
	if l.f.Cut && !l.narrow() { // the reflex's way, which a cut nerve keeps on the picture
		to = append(to, box{w - reflexWide - aside, 0, w, reflexHigh + reflexText})
	}
	if rail := l.railWide(); rail > 0 {
		mid := (h + l.size.dock + l.size.under) / 2
		to = append(to, box{0, mid - railHalf, rail, mid + railHalf})
	}
	if l.f.Level == view.BandLevel {
		if x, y, r := view.LensAt(l.v.Camera); l.v.Lens.Shown {
			to = append(to, box{x - r, y - r, x + r, h})
		}
	}
	for i := range l.f.named() {
		if b := l.labelBox(i); b.x1 > b.x0 {
			to = append(to, b)
		}
	}
	return to
}

// labelBox gives the place of one of the labels of the band or the scan, without
// size where it is not shown. Those of the needle's tip and of the wait move on.
func (l *Lab) labelBox(i int) box {
	b := &l.labels[i]
	if !b.Shown || i < scanCM && l.f.named()[i] == "" {
		return box{}
	}
	w, h := wordBox((&sheet{f: &l.f, w: l.words}).label(labelIDs[i][len("label-"):]), l.typePx())
	x := b.X
	switch {
	case i == labelLens:
		x -= w / 2
	case i > scanTwoCM: // these end there
		x -= w
	}
	return box{x, b.Y - h/2, x + w, b.Y + h/2}
}

// placeSlots fills the labels of the level from s on.
func (l *Lab) placeSlots(s []view.Label) {
	keys := l.f.slots()
	var at [slotCount][2]float64
	for _, a := range l.places {
		for i, k := range keys {
			if k == a.Key && k != "" {
				at[i][0], at[i][1] = l.v.Spot(l.f.Level, a.X, a.Z)
			}
		}
	}
	key := spreadKey{l.rev, l.zoom.at, l.size}
	if key != l.spread.key {
		l.spread.key = key
		l.spread.lay(keys, at, l)
	}
	for i := range slotCount {
		b := l.spread.boxes[i]
		s[i].X, s[i].Y, s[i].TX, s[i].TY = b.x0, (b.y0+b.y1)/2, at[i][0], at[i][1]
		s[i].Shown = b.x1 > b.x0
	}
}

// covered reports whether a place lies under one of boxes.
func covered(boxes []box, x, y float64) bool {
	for _, b := range boxes {
		if b.has(x, y, 0) {
			return true
		}
	}
	return false
}

// lay finds a place for the words of each thing that the picture shows: near it,
// over nothing that is read, and rather not over another named thing.
func (p *spread) lay(keys [slotCount]string, at [slotCount][2]float64, l *Lab) {
	const (
		edge  = 6.0  // of the picture, and between words
		shown = 4.0  // px from the edge from which a thing counts as in the picture
		dear  = 70.0 // px of way that words go rather than cover a thing or another line
		turns = 16
	)
	w, h, px := l.size.w, l.size.h, l.typePx()
	step := clamp(math.Min(w, h)/390, 1, 2) // a large picture has room
	p.boxes = [slotCount]box{}
	full := l.taken(make([]box, 0, 24))
	fixed := full
	face := &sheet{f: &l.f, w: l.words}
	for i, key := range keys {
		x, y := at[i][0], at[i][1]
		if covered(fixed, x, y) || key == "" || !(x > shown && y > shown && x < w-shown && y < h-shown) {
			continue
		}
		bw, bh := wordBox(face.partName(key), px)
		best := math.Inf(1)
		for _, far := range [...]float64{28, 44, 64, 90, 125, 170} {
			far *= step
			for turn := range turns {
				s, c := math.Sincos((float64(turn) + 0.5) * 2 * math.Pi / turns)
				// The words' nearest side is that far away.
				mx, my := x+c*(far+bw/2), y+s*(far+bh/2)
				b := box{mx - bw/2, my - bh/2, mx + bw/2, my + bh/2}
				if b.x0 < edge || b.y0 < edge || b.x1 > w-edge || b.y1 > h-edge {
					continue
				}
				cost := far
				free := true
				wide := box{b.x0 - edge, b.y0 - edge, b.x1 + edge, b.y1 + edge}
				for _, o := range full {
					free = free && !wide.meets(o)
				}
				if !free {
					continue
				}
				for j, o := range at {
					if keys[j] == "" {
						continue
					}
					if j != i && b.has(o[0], o[1], edge) {
						cost += dear
					}
					// The line to the thing keeps off words and other things.
					for k := 1.0; k < 8; k++ {
						lx, ly := x+(mx-x)*k/8, y+(my-y)*k/8
						if q := p.boxes[j]; q.x1 > q.x0 && q.has(lx, ly, 2) {
							cost += dear
						}
						if j != i && math.Hypot(lx-o[0], ly-o[1]) < edge {
							cost += dear / 2
						}
					}
				}
				if cost < best {
					best, p.boxes[i] = cost, b
				}
			}
		}
		if best < math.Inf(1) {
			full = append(full, p.boxes[i])
		}
	}
}
