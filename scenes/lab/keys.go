package lab

import "taut/game/session"

// Steps of the stage's keys.
const (
	keyAim, keyAimFar   = 0.5, 2.0 // mm
	keyTilt, keyTiltFar = 1.0, 5.0 // degrees
	keyHour, keyHourFar = 1.0, 3.0
	keyDeep, keyDeepFar = 1.0, 3.0 // mm
	aimMS               = 500.0    // structural: how long after the last key the new aim is said
)

// Key implements [scenes.Scene]. A key that is used takes back the notice.
func (l *Lab) Key(name string, shift bool) bool {
	was := l.notice
	l.notice = ""
	if !l.key(name, shift) {
		l.notice = was
		return false
	}
	l.hear()
	l.after()
	return true
}

func (l *Lab) key(name string, shift bool) bool {
	p := l.choice.Pose
	step := func(near, far float64) float64 {
		if shift {
			return far
		}
		return near
	}
	switch name {
	case "ArrowLeft":
		p.Along -= step(keyAim, keyAimFar)
	case "ArrowRight":
		p.Along += step(keyAim, keyAimFar)
	case "ArrowUp":
		p.Angle -= step(keyTilt, keyTiltFar)
	case "ArrowDown":
		p.Angle += step(keyTilt, keyTiltFar)
	case "[", "{":
		p = turned(p, -step(keyHour, keyHourFar), l.tilt())
	case "]", "}":
		p = turned(p, step(keyHour, keyHourFar), l.tilt())
	case "PageUp":
		p.Depth -= step(keyDeep, keyDeepFar)
	case "PageDown":
		p.Depth += step(keyDeep, keyDeepFar)
	case "+", "=":
		l.step(zoomKey)
	case "-", "_":
		l.step(-zoomKey)
	case " ", "Spacebar":
		l.pass()
	case "r", "R":
		l.act("replay", "")
	case "u", "U":
		l.act("undo", "")
	case "b", "B":
		l.blink = true
	case "":
		if !l.blink {
			return false
		}
		l.blink = false
	case "Escape":
		if !l.escape() {
			return false
		}
	default:
		return false
	}
	if was := l.choice.Pose; l.repose(p) {
		l.aimed = aimed{left: aimMS, deep: l.choice.Pose.Depth != was.Depth, along: l.choice.Pose.Along != was.Along}
	}
	return true
}

// aimed is a pose that was set by a key and is not said yet: a slider tells its
// own value, the picture does not.
type aimed struct {
	left        float64 // ms until it is said; 0 nothing is to be said
	deep, along bool    // what the key changed; else the tilt
}

// advance says the aim once no key has come for a while.
func (a *aimed) advance(l *Lab, ms float64) {
	if a.left <= 0 {
		return
	}
	if a.left -= ms; a.left > 0 {
		return
	}
	a.left = 0
	p, f := &l.phrases, l.face()
	switch {
	case a.deep:
		l.say(l.words.F("lab.say.depth", "text", string(p.depth(nil, f))))
	case a.along:
		l.say(l.words.F("lab.say.aim", "text", string(p.side(nil, p.along, f.Pose.Along, p.left, p.right))))
	default:
		l.say(l.words.F("lab.say.tilt", "text", string(p.lean(nil, f.Pose))))
	}
}

// escape ends a film, a replay, a drag, a scrub, a blink or a part's card; false
// where there is none, so that the key goes on to the page.
func (l *Lab) escape() bool {
	clock, _ := l.play.Clock()
	switch {
	case l.hand.down:
		l.hand = hand{part: spent, down: true, id: l.hand.id}
	case l.blink:
		l.blink = false
	case clock == session.Film || clock == session.Again:
		l.play.Settle()
	case l.scrubbed():
		l.play.Seek(l.play.Head())
	case l.f.PartOpen != "":
		l.choice.Part = ""
	default:
		return false
	}
	return true
}
