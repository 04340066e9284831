package lab

import (
	"math"

	"taut/scenes"
	"taut/scenes/view"
)

// A tap is a finger that goes up again soon, where it came down.
const (
	tapMS    = 400
	slop     = 5.0 // CSS px that a finger may move before it drags
	slopFat  = 9.0 // the same for a touch
	reach    = 16.0
	reachFat = 26.0 // how far from a thing a tap may be
)

// tap is a finger that is down and may become one.
type tap struct {
	id       int // + 1; 0 none
	x, y, ms float64
}

// tapping follows a finger on the stage. A drag away from the band moves
// nothing: one sentence says where the needle is in hand.
func (l *Lab) tapping(p scenes.Pointer) {
	t := &l.tap
	if p.Phase == scenes.Down && t.id == 0 {
		*t = tap{p.ID + 1, p.X, p.Y, p.MS}
		return
	}
	if t.id != p.ID+1 {
		return
	}
	far := slop
	if p.Touch {
		far = slopFat
	}
	switch still := math.Hypot(p.X-t.x, p.Y-t.y) < far; {
	case p.Phase == scenes.Move && still:
		return
	case p.Phase == scenes.Up && still && p.MS-t.ms <= tapMS:
		l.pick(p)
	case p.Phase != scenes.Cancel && !still && !l.atBand():
		l.notice = l.words.T("lab.notice.in-hand")
		l.say(l.notice)
	}
	*t = tap{}
}

// pick opens the card of what lies under a tap, closes it where it is open, and
// closes any where nothing lies there.
func (l *Lab) pick(p scenes.Pointer) {
	if !l.settled() {
		return
	}
	if key := l.under(p); key == "" || !l.openPart(key) {
		l.choice.Part = ""
	}
}

// under gives the part under a finger: words stand over what is painted.
func (l *Lab) under(p scenes.Pointer) string {
	for i, key := range l.f.slots() {
		if key != "" && l.spread.boxes[i].has(p.X, p.Y, 0) {
			return key
		}
	}
	for i, key := range l.f.named() {
		if key != "" && l.labelBox(i).has(p.X, p.Y, 0) {
			return key
		}
	}
	far := reach
	if p.Touch {
		far = reachFat
	}
	return l.v.Hit(l.f.Level, l.places, p.X, p.Y, far)
}

// settled reports whether one level stands alone, and still.
func (l *Lab) settled() bool {
	_, _, mix := l.zoom.at.Mix()
	return mix == 0 && !l.zoom.flying()
}

// lookPlaces fills where named things stand, and the mark about the one whose
// chip is under the hand or has the focus, or whose card is open. What lies
// beyond the picture is pointed to from its edge.
func (l *Lab) lookPlaces() {
	v, level := &l.v, l.level()
	l.places, v.Marked = l.places[:0], view.Marked{}
	if !l.has(l.marked) { // its chip went, and no hand leaves what is gone
		l.marked = ""
	}
	if !l.settled() || !(v.Camera.PxPerMM > 0) {
		return
	}
	all := v.Places(l.places, level)
	l.places = all[:0]
	for _, a := range all { // in place: never more are kept than were read
		if l.has(a.Key) {
			l.places = append(l.places, a)
		}
	}
	key := l.marked
	if key == "" {
		key = l.choice.Part
	}
	for _, a := range l.places {
		if a.Key != key {
			continue
		}
		const edge = 22 // CSS px from the picture's edge
		x, y := v.Spot(level, a.X, a.Z)
		v.Marked = view.Marked{Shown: true, X: clamp(x, edge, v.Camera.W-edge), Y: clamp(y, edge, v.Camera.H-edge)}
		if dx, dy := x-v.Marked.X, y-v.Marked.Y; math.Hypot(dx, dy) > edge {
			v.Marked.DX, v.Marked.DY = dx/math.Hypot(dx, dy), dy/math.Hypot(dx, dy)
		} else {
			v.Marked.X, v.Marked.Y = x, y
		}
	}
}

// has reports whether the picture shows a part now.
func (l *Lab) has(key string) bool {
	for _, r := range l.rows() {
		if r.key == key {
			return r.shown == nil || r.shown(l)
		}
	}
	return false
}
