package lab

import (
	"math"

	"taut/game/needle"
	"taut/scenes"
)

// dial is a finger on the view from above or on the traces.
type dial struct {
	down bool
	id   int
	zone string
	move bool // it has the entry point, not the tip
	pose needle.Pose
	x, y float64 // mm where it came down
}

func (l *Lab) pointDial(p scenes.Pointer) {
	d := &l.dial
	switch {
	case p.Phase == scenes.Down && !d.down:
		*d = dial{down: true, id: p.ID, zone: p.Zone, pose: l.choice.Pose}
		if p.Zone == "above" {
			l.takeAbove(p)
		}
	case !d.down || d.id != p.ID || d.zone != p.Zone:
		return
	case p.Phase == scenes.Up || p.Phase == scenes.Cancel:
		d.down = false
		return
	}
	switch p.Zone {
	case "above":
		l.turnTo(p)
	case "traces":
		if p.W > 0 {
			l.settle()
			l.play.Scrub(l.chart.at(clamp(p.X/p.W, 0, 1)))
		}
	}
}

// aboveAt gives the place under a pointer on the view from above, mm along and
// across from over the knot.
func aboveAt(p scenes.Pointer) (x, y float64) {
	s := 0.92 * math.Min(p.W, p.H) / 2 / aboveMM // px per mm
	if s <= 0 {
		return 0, 0
	}
	return (p.X - p.W/2) / s, (p.H/2 - p.Y) / s
}

// takeAbove takes the entry point where the finger is on it and the tip is not,
// and the tip otherwise.
func (l *Lab) takeAbove(p scenes.Pointer) {
	d := &l.dial
	d.x, d.y = aboveAt(p)
	reach := 2.2 // mm
	if p.Touch {
		reach = 3
	}
	tip := l.tipOf(d.pose)
	entry := math.Hypot(d.x-d.pose.Along, d.y-d.pose.Across)
	d.move = d.pose.Angle > 0 && entry <= reach && entry < math.Hypot(d.x-tip.X, d.y-tip.Y)
}

// turnTo moves the entry point, or tilts and turns the needle so that its tip
// lies under the finger.
func (l *Lab) turnTo(p scenes.Pointer) {
	d := &l.dial
	x, y := aboveAt(p)
	q := d.pose
	if d.move {
		q.Along += x - d.x
		q.Across += y - d.y
		l.repose(q)
		return
	}
	deep := math.Max(5, l.deep(q))
	l.repose(sloped(q, (x-q.Along)/deep, (y-q.Across)/deep))
}

// slopes gives how far the tip of a pose goes along and across for each mm of
// depth.
func slopes(p needle.Pose) (along, across float64) {
	q := p.At(1)
	return q.X - p.Along, q.Y - p.Across
}

// sloped gives p with another lean. Below half a degree it is straight, and
// keeps its direction.
func sloped(p needle.Pose, along, across float64) needle.Pose {
	t := math.Hypot(along, across)
	p.Angle = math.Atan(t) * 180 / math.Pi
	if p.Angle < 0.5 {
		p.Angle = 0
		return p
	}
	p.Direction = math.Atan2(along, across) * 6 / math.Pi
	return p.Clamp()
}

// turned gives p turned by hours; a needle that stands straight is tilted first, by
// tilt degrees: a hand of the clock without length would teach nothing.
func turned(p needle.Pose, hours, tilt float64) needle.Pose {
	if p.Angle == 0 {
		p.Angle = tilt
	}
	p.Direction += hours
	return p
}
