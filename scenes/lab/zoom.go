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
	told   view.Level // that was said last
	rest   float64    // ms that the picture has stood still on another
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
	zoomFlight = 8.0  // levels a second at most: the farthest jump takes less than one
	zoomEase   = 110. // ms that the picture is behind, so that it comes to rest softly
	zoomEnd    = 0.02 // levels from which it is there
	zoomTold   = 300. // ms on a level until it is said
	hurry      = 4.0  // speed of time beyond which a stroke every two seconds is more than two a second
	nearBand   = 0.2  // levels from the band within which the needle is in hand
)

// home is the level of the first run.
const home = view.Zoom(view.BandLevel)

// fly sends the picture to z; with reduced motion it is there at once.
func (l *Lab) fly(z view.Zoom) {
	l.zoom.to = l.held(z)
	if l.still {
		l.zoom.at = l.zoom.to
	}
}

// held keeps the picture from levels that show the model limb where the run has a
// body of its own.
func (l *Lab) held(z view.Zoom) view.Zoom {
	if l.local() {
		z = max(z, home)
	}
	return z.Clamp()
}

// step flies on by d levels.
func (l *Lab) step(d view.Zoom) {
	if !l.choice.Scan { // a probe has one scale
		l.fly(l.zoom.to + d)
	}
}

// advance flies on, slower towards the end.
func (z *zoom) advance(ms float64) {
	d := float64(z.to - z.at)
	if math.Abs(d) <= zoomEnd {
		z.at = z.to
		return
	}
	z.at += view.Zoom(math.Copysign(math.Min(zoomFlight*ms/1000, math.Abs(d)*-math.Expm1(-ms/zoomEase)), d))
}

// arrive says once what a level shows, when the picture has come to rest there.
func (l *Lab) arrive(ms float64) {
	z := &l.zoom
	switch level := l.level(); {
	case level == z.told || z.flying():
		z.rest = 0
	case z.rest < zoomTold:
		z.rest += ms
	default:
		z.told, z.rest = level, 0
		l.say(l.levelSays())
	}
}

// levelSays names the level and what it shows.
func (l *Lab) levelSays() string {
	key := "panel.level." + l.level().String()
	return l.words.T(key+".name") + ": " + l.words.T(key+".says")
}

// arriving reports whether a level is still to be said.
func (z *zoom) arriving() bool { return z.to.Level() != z.told }

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
			l.fly(view.Zoom(k))
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
	l.step(view.Zoom(d))
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
		l.zoom.to = l.held(z.from + view.Zoom(levelsPerDoubling*math.Log2(math.Max(z.span(), 1)/z.apart)))
		l.zoom.at = l.zoom.to
	}
	return z.on
}

// span is the distance between the two fingers, px.
func (z *pinch) span() float64 {
	return math.Max(1, math.Hypot(z.x[1]-z.x[0], z.y[1]-z.y[0]))
}

// sights is one more than the greatest [Lab.sight].
const sights = 2 * int(view.Levels)

// sight packs what is kept of the picture into a whole number: twice the levels
// that it is nearer than the band, counted round, and 1 for a healthy sarcomere
// beside. 0 is the band as it first was.
func (l *Lab) sight() int {
	k := 2 * (int(l.level()-view.BandLevel+view.Levels) % int(view.Levels))
	if l.choice.Beside {
		k++
	}
	return k
}

// see takes up a sight that was kept.
func (l *Lab) see(k int) {
	level := (view.Level(k/2) + view.BandLevel) % view.Levels
	l.zoom = zoom{at: view.Zoom(level), to: view.Zoom(level), told: level}
	l.choice.Beside = k&1 != 0
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
