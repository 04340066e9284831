package lab

import (
	"math"
	"strconv"

	"taut/game/muscle"
	"taut/game/trigger"
	"taut/scenes"
	"taut/scenes/view"
)

// zoom is where the picture stands between the body and the endplate, and where
// it flies to.
type zoom struct {
	at, to view.Zoom
	pinch  pinch
}

// pinch is two fingers on the stage.
type pinch struct {
	on    bool
	ids   [2]int // + 1; 0 no finger
	x, y  [2]float64
	apart float64   // px when the second came down
	from  view.Zoom // zoom then
}

const (
	zoomKey    = 0.25 // levels that + and - move the picture
	zoomFlight = 7.0  // levels a second: the farthest jump takes less than one
	hurry      = 4.0  // speed of time beyond which a stroke every two seconds is more than two a second
	nearBand   = 0.2  // levels from the band within which the needle is in hand
)

// home is the level of the first run.
const home = view.Zoom(view.BandLevel)

// fly sends the picture to z; with reduced motion it is there at once.
func (l *Lab) fly(z view.Zoom) {
	l.zoom.to = z.Clamp()
	if l.still {
		l.zoom.at = l.zoom.to
	}
}

// step flies on by d levels.
func (l *Lab) step(d view.Zoom) {
	if !l.choice.Scan {
		l.fly(l.zoom.to + d)
	}
}

// shift moves the picture by d levels at once: a wheel and a pinch are the
// motion themselves.
func (l *Lab) shift(d float64) {
	if l.choice.Scan {
		return // a probe has one scale
	}
	l.zoom.at = (l.zoom.at + view.Zoom(d)).Clamp()
	l.zoom.to = l.zoom.at
}

// advance flies on, slower at both ends of a level.
func (z *zoom) advance(ms float64) {
	d := float64(z.to - z.at)
	step := zoomFlight * ms / 1000
	if math.Abs(d) <= step {
		z.at = z.to
		return
	}
	z.at += view.Zoom(math.Copysign(step, d))
}

// flying reports whether the picture is on its way.
func (z *zoom) flying() bool { return z.at != z.to }

// level gives the level that the document speaks of.
func (l *Lab) level() view.Level { return l.zoom.to.Level() }

// atBand reports whether the needle can be taken in the picture.
func (l *Lab) atBand() bool { return math.Abs(float64(l.zoom.at-home)) < nearBand }

// setLevel takes the intents of the rail: a level's name.
func (l *Lab) setLevel(name string) bool {
	for k := view.Level(0); k < view.Levels; k++ {
		if k.String() == name {
			l.choice.Scan = l.choice.Scan && k == view.BandLevel
			l.fly(view.Zoom(k))
			l.say(l.words.T("panel.level." + name + ".says"))
			return true
		}
	}
	return false
}

// wheel takes the levels that a wheel or a trackpad asks for.
func (l *Lab) wheel(value string) bool {
	d, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(d) || math.Abs(d) > 1 {
		return false
	}
	l.shift(d)
	return true
}

// pinched takes the pointers of a pinch: a second finger that comes down while
// the first has not moved the needle. It reports whether p is part of one.
func (l *Lab) pinched(p scenes.Pointer) bool {
	z := &l.zoom.pinch
	if !p.Touch {
		return false
	}
	i := 0
	switch {
	case p.Phase == scenes.Down && z.ids[0] != 0 && z.ids[1] == 0 && !l.hand.pushing():
		z.ids[1], z.x[1], z.y[1] = p.ID+1, p.X, p.Y
		z.on, z.apart, z.from = true, z.span(), l.zoom.at
		l.hand.down = false
		return true
	case p.Phase == scenes.Down && z.ids[0] == 0:
		z.ids[0], z.x[0], z.y[0] = p.ID+1, p.X, p.Y
		return false
	case p.ID+1 == z.ids[1]:
		i = 1
	case p.ID+1 != z.ids[0]:
		return z.on
	}
	if p.Phase == scenes.Up || p.Phase == scenes.Cancel {
		was := z.on
		*z = pinch{}
		return was
	}
	z.x[i], z.y[i] = p.X, p.Y
	if z.on && z.apart > 0 && !l.choice.Scan {
		// Fingers four times as far apart go a level on.
		const levelsPerDoubling = 0.5
		l.zoom.to = (z.from + view.Zoom(levelsPerDoubling*math.Log2(math.Max(z.span(), 1)/z.apart))).Clamp()
		l.zoom.at = l.zoom.to
	}
	return z.on
}

// span is the distance between the two fingers, px.
func (z *pinch) span() float64 {
	return math.Max(1, math.Hypot(z.x[1]-z.x[0], z.y[1]-z.y[0]))
}

// lookZoom frames the picture and fills the inside of the fibre.
func (l *Lab) lookZoom(from *trigger.State, rest *trigger.State) {
	v := &l.v
	v.Zoom = l.zoom.at
	if l.zoom.at != home {
		v.Camera = view.Close(l.zoom.at, l.size.w, l.size.h, v.KnotDepth)
		v.Camera.Dock = l.size.dock
	}
	in := &v.Inner
	in.Drive, in.Energy, in.Gain = from.Drive(), from.Energy, from.Gain()
	in.Acid, in.Sensitised, in.Released = from.H, from.S, from.Rl
	in.Flow, in.Twitch, in.Active = v.Flow, v.Twitch, from.C
	in.Injury, in.Seconds = from.D, v.Seconds
	in.Healthy, in.NerveCut = l.choice.Beside, l.play.NerveCut()
	in.Knot, in.Rest = l.lens.lens.KnotNow, l.lens.lens.RestNow
	if in.Knot == 0 {
		in.Knot, in.Rest = muscle.Series(rest.C)
	}
	_, rate := l.play.Clock()
	in.Hurry = rate > hurry
	in.Struck = -1
	if i, ok := l.lastPass(); ok {
		in.Struck = (l.play.Now() - l.play.Passes()[i].At).Milliseconds()
	}
}
