package lab

import (
	"math"

	"taut/scenes/view"
)

// The labels of the stage, in their fixed order.
const (
	labelNeedle = iota
	labelBand
	labelKnot
	labelCapillary
	labelScale
	labelLens
	labelTip
	labelWait
	labelLatency
	labelImpulse
)

var labelIDs = func() (ids [labelCount]string) {
	copy(ids[:], []string{"label-needle", "label-band", "label-knot", "label-capillary", "label-scale", "label-lens", "label-tip", "label-wait", "label-latency", "impulse"})
	for i, k := range scanKeys {
		ids[scanCM+i] = "label-" + k
	}
	return ids
}()

// Where the style sheets put what lies over the picture, in CSS px.
const (
	letter       = 0.58  // width of a wide letter, of the size of the words
	aside        = 20.0  // of the distances from the picture's side
	railHalf     = 150.0 // half the rail's height at most, for fingers
	noteShare    = 0.44  // of the picture's width is the note's at most
	noteLeaves   = 164.0 // and on a phone all but this, which is the badge's
	badgeWide    = 160.0 // on a phone, with its distance from the side
	badgeLetters = 34    // of the longest that it says, and its padding
	topHigh      = 62.0  // of note and badge on a phone
	scaleHigh    = 46.0  // of the scale bar's room, from the picture's foot
	scaleWide    = 92.0  // of its words at least
	reflexText   = 116.0 // of the reflex's distance from the top and its words
)

// Room that a label needs, in CSS px: no text is known here, so it is the
// longest one's.
const (
	labelWide  = 150.0
	labelHigh  = 30.0
	needleWide = 100.0 // of the needle's word, the shortest: on a phone it stays right of the shaft
)

// Labels implements [scenes.Scene]. X and Y are the left middle of the words,
// TX and TY the thing that they name. On the first screen only the needle, the
// band and the knot have words.
func (l *Lab) Labels() []view.Label {
	v := &l.v
	c := v.Camera
	s := l.labels
	for i := range s {
		if i < labelCount {
			s[i] = view.Label{Key: labelIDs[i]}
		} else {
			s[i] = view.Label{Key: slotIDs[i-labelCount]}
		}
	}
	if !(c.W > 0) || !(c.H > 0) {
		return s
	}
	alone := l.settled()
	switch {
	case v.Scan.Shown:
		l.placeScan(s)
	case alone && l.level() == view.BandLevel:
		knot := v.KnotShown && v.KnotRadius > 0
		l.placeNeedle(&s[labelNeedle])
		l.placeTissue(s, knot)
		l.placeTip(&s[labelTip])
		x, y, r := view.LensAt(c)
		s[labelLens].X, s[labelLens].Y = x, y+r+16
		s[labelLens].TX, s[labelLens].TY = x, y+r
		s[labelLens].Shown = v.Lens.Shown
	}

	// The stage draws the bar itself, 20 px in and 34 px up.
	s[labelScale].X, s[labelScale].Y = 20, c.H-34
	s[labelScale].TX, s[labelScale].TY = 20+c.ScaleBar()*c.PxPerMM, c.H-34
	s[labelScale].Shown = !v.Scan.Shown && !v.Unscaled

	l.placeWait(&s[labelWait])
	if alone {
		l.placeSlots(s[labelCount:])
	}

	w := &v.Scope
	s[labelLatency].X, s[labelLatency].Y = w.X+w.W*(w.From+w.To)/2, w.Y+w.H-12
	s[labelLatency].Shown = w.Shown && l.scope.whole
	// The signal's place is one in the inset, where its element lies.
	leg, at := l.reflex()
	s[labelImpulse].X, s[labelImpulse].Y = at.x, at.y
	s[labelImpulse].Shown = leg != legRest
	return s
}

// introduce adds to the advice, once, that the picture goes over to the field's
// own words, and gives that sentence to be said; "" later.
func (l *Lab) introduce() string {
	if l.choice.MoreTaken {
		return ""
	}
	text := " " + l.words.T("lab.feedback.names.next")
	l.news.Next += text
	return text
}

// placeWait puts the length of the last wait at the foot of its stretch of the
// traces, where another clock runs.
func (l *Lab) placeWait(b *view.Label) {
	at, ok := l.chart.lastWait()
	if b.Shown = ok && l.v.Traces.Shown && l.size.dock >= tall && l.lastWait() != ""; !b.Shown {
		return
	}
	c := l.v.Camera
	const half = 36.0 // of the words, CSS px
	b.X, b.Y = clamp(at*c.W, half, math.Max(half, c.W-half)), c.H+l.size.dock-11
	b.TX, b.TY = b.X, b.Y
}

// placeNeedle puts the needle's words right of its shaft, in the air.
func (l *Lab) placeNeedle(b *view.Label) {
	v := &l.v
	c := v.Camera
	n := &v.Needle
	b.Shown = n.Shown && v.Dent == 0 // a pressing finger takes the needle's place
	b.TX, b.TY = c.Px(v.NeedleAt())
	b.X, b.Y = b.TX+34, b.TY
	if b.X+needleWide > c.W {
		b.X = b.TX - 34 - labelWide/2
	}
	b.X, b.Y = clamp(b.X, 8, c.W-needleWide), clamp(b.Y, l.roof(), c.H-labelHigh)
}

// roof is the first line, in CSS px, that the note and the badge at the top of
// the picture leave free.
func (l *Lab) roof() float64 {
	if l.narrow() {
		return topHigh
	}
	return 26 + 1.5*l.typePx()
}

// placeTissue puts the words for band, knot and capillary round the knot: the
// upper ones above the band, the lower one below it and left of the lens.
func (l *Lab) placeTissue(s []view.Label, knot bool) {
	v := &l.v
	c := v.Camera
	reach := 0.30 * c.W // how far out the words stand
	up := c.H * 0.14
	_, band := c.Px(0, v.KnotDepth)

	b := &s[labelBand]
	x := -0.24 * c.W / c.PxPerMM
	b.TX, b.TY = c.Px(x, v.Dented(x, v.KnotDepth+view.Wave(x)))
	b.X, b.Y = c.W/2-reach-labelWide*0.4, band-up
	b.Shown = knot

	k := &s[labelKnot]
	x = 0.55 * v.KnotRadius
	k.TX, k.TY = c.Px(x, v.Dented(x, v.KnotDepth-0.2*v.KnotRadius))
	k.X, k.Y = c.W/2+reach*0.6, band-up
	k.Shown = knot

	w := &s[labelCapillary]
	w.Shown = knot && l.choice.More
	if w.Shown {
		px, pz := v.Squeezed()
		w.TX, w.TY = c.Px(px, pz)
		w.X, w.Y = c.W/2-reach-labelWide*0.2, band+up
	}
	for _, b := range [...]*view.Label{b, k, w} {
		left := l.railWide() + 8
		b.X = clamp(b.X, left, math.Max(left, c.W-labelWide-8))
		b.Y = clamp(b.Y, l.roof(), c.H-labelHigh-24)
	}
	l.offLens(k)
	l.offLens(w)
}

// railWide is the room at the left that the rail takes, CSS px.
func (l *Lab) railWide() float64 {
	switch {
	case !l.choice.More:
		return 0
	case l.narrow():
		return 0 // it is a row under the picture
	}
	return 20 + 7.4*l.typePx()
}

// offLens moves a label to the left of the lens where it would lie on it.
func (l *Lab) offLens(b *view.Label) {
	lx, ly, r := view.LensAt(l.v.Camera)
	if l.v.Lens.Shown && b.X+labelWide > lx-r && b.Y+labelHigh/2 > ly-r {
		b.X = math.Max(8, lx-r-labelWide-8)
	}
}

// placeTip says how far the tip is out of the picture's plane, beside it.
func (l *Lab) placeTip(b *view.Label) {
	n := &l.v.Needle
	c := l.v.Camera
	const seen = 0.5 // mm
	b.Shown = n.Shown && l.v.Dent == 0 && n.Tip.Z > 0 && math.Abs(n.Tip.Y) >= seen && !l.v.Skin
	b.TX, b.TY = c.Px(n.Tip.X, n.Tip.Z)
	b.X, b.Y = b.TX+18, b.TY+16
	if b.X+labelWide*0.8 > c.W {
		b.X = b.TX - 18 - labelWide*0.8
	}
	b.X, b.Y = clamp(b.X, 8, c.W-labelWide*0.6), clamp(b.Y, l.roof(), c.H-labelHigh)
	l.offLens(b)
}

func clamp(x, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, x)) }
