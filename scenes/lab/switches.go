package lab

import (
	"math"
	"strconv"
	"strings"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
)

// set takes the intents of sliders and switches; false where name is none.
func (l *Lab) set(name, arg, value string) bool {
	p := l.choice.Pose
	for _, s := range []struct {
		name string
		to   *float64
	}{{"depth", &p.Depth}, {"angle", &p.Angle}, {"direction", &p.Direction}, {"aim", &p.Along}, {"across", &p.Across}, {"speed", &l.choice.Speed}, {"volume", &l.choice.Volume}} {
		if s.name != name {
			continue
		}
		x, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			l.notice = l.words.F("lab.notice.number", "value", value, "what", l.words.T("lab.slider."+name))
			return true
		}
		*s.to = x
		l.choice.Speed = min(needle.MaxSpeed, max(needle.MinSpeed, l.choice.Speed))
		if name == "direction" && p.Angle == 0 {
			p.Angle = l.tilt()
		}
		l.choice.Volume = math.Round(within(l.choice.Volume, 100))
		if name == "volume" { // a person hears how loud that is
			l.met(needle.Muscle)
			l.dirty = true
		}
		l.repose(p)
		return true
	}
	on := value == "true"
	switch name {
	case "hide-knot":
		l.choice.HideKnot = on
	case "reached":
		l.choice.Reached = on
	case "at-skin":
		l.choice.AtSkin = on
	case "scan":
		l.setScan(on)
	case "zoom":
		return l.wheel(value)
	case "scope":
		if arg != "" {
			return false
		}
		l.showScope(on)
	case "beside":
		l.choice.Beside = on
	case "cut":
		l.cutNerve(on)
	case "plain":
		l.choice.Plain, l.picture = on, true
	case "responder":
		mode := course.Population
		if on {
			mode = course.Responder
		}
		l.present()
		l.play.Do(session.Action{Op: session.Answer, Mode: mode})
	case "sound":
		l.switchSound(on)
	default:
		return false
	}
	l.dirty = true
	return true
}

// repose sets the needle's pose and reports whether it is a new one, which may
// call for a guess.
func (l *Lab) repose(p needle.Pose) bool {
	p = p.Clamp()
	if p.Depth = min(p.Depth, l.play.Limb().Deepest()); p == l.choice.Pose {
		return false
	}
	l.choice.Pose = p
	l.suggest()
	return true
}
