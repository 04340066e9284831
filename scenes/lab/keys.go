package lab

import "taut/game/session"

// Steps of the stage's keys.
const (
	keyAim, keyAimFar   = 0.5, 2.0 // mm
	keyTilt, keyTiltFar = 1.0, 5.0 // degrees
	keyHour, keyHourFar = 1.0, 3.0
	keyDeep, keyDeepFar = 1.0, 3.0 // mm
	blinkMS             = 700.0    // structural: how long a B shows the start; a held key repeats
)

// Key implements [scenes.Scene].
func (l *Lab) Key(name string, shift bool) bool {
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
		p = turned(p, -step(keyHour, keyHourFar))
	case "]", "}":
		p = turned(p, step(keyHour, keyHourFar))
	case "PageUp":
		p.Depth -= step(keyDeep, keyDeepFar)
	case "PageDown":
		p.Depth += step(keyDeep, keyDeepFar)
	case " ", "Spacebar":
		l.notice = ""
		l.pass()
	case "r", "R":
		l.act("replay", "")
	case "u", "U":
		l.act("undo", "")
	case "b", "B":
		l.blink = blinkMS
	case "Escape":
		if !l.escape() {
			return false
		}
	default:
		return false
	}
	l.repose(p)
	l.hear()
	l.after()
	return true
}

// escape ends a film, a replay, a drag, a scrub or a blink; false where there
// is none, so that the key goes on to the page.
func (l *Lab) escape() bool {
	clock, _ := l.play.Clock()
	switch {
	case l.hand.down:
		l.hand = hand{part: spent, down: true, id: l.hand.id}
	case l.blink > 0:
		l.blink = 0
	case clock == session.Film || clock == session.Again:
		l.play.Settle()
	case l.scrubbed():
		l.play.Seek(l.play.Head())
	default:
		return false
	}
	return true
}
