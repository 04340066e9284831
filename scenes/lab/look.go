package lab

import (
	"math"

	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
	"taut/scenes/view"
)

// How the picture shows the model's numbers; teaching values.
const (
	hover       = 0.5  // mm of air between skin and a tip that waits
	set         = 1.0  // mm that the tip stands in the skin before its first use
	needleSpare = 1.0  // mm of shaft that is left above the skin at full depth
	gripMM      = 9.0  // length of the grip
	hazeOf      = 0.9  // haze of a level of 1 of sensitisers, and of acid: .67 in an active point
	hazeJust    = 0.2  // haze of mediators that a twitch has just released
	acidOf      = 0.42 // acid that is drawn in full
	rippleEnd   = 600.0
	healed      = tick.Day // earlier tracks are seen so long
)

// View implements [scenes.Scene].
func (l *Lab) View() *view.View { return &l.v }

// lensCache keeps the sarcomeres' lengths, which cost a search.
type lensCache struct {
	start, now float64 // contractions of the lengths below; 0 none yet
	lens       view.Lens
}

// look fills the view with the present moment.
func (l *Lab) look() {
	v, st, start := &l.v, l.play.State(), l.play.Start()
	limb := l.play.Limb()
	v.Layers, v.Unscaled = l.layers(), l.local() && l.level() == view.BandLevel
	v.Camera = view.FitAir(l.size.w, l.size.h, v.Layers, l.size.air)
	v.Camera.Dock = l.size.dock
	v.Theme, v.Plain, v.Still = l.choice.Theme, l.choice.Plain, l.still
	if v.Theme == "" {
		v.Theme = "dark"
	}
	kind := l.play.Options().Kind
	v.KnotDepth, v.KnotRadius = limb.Knot, kind.Radius()
	if kind == trigger.Healthy {
		v.KnotRadius = 0
	}
	v.Skin = l.choice.AtSkin
	v.KnotShown = !l.choice.HideKnot && !v.Skin
	v.Seconds = l.seconds
	v.Start = start.C

	from := st
	if l.blink {
		from = start
	}
	point := &l.play.Patient().Point
	for i := range v.Loci {
		at := point.Loci[i]
		v.Loci[i] = view.Locus{Point: view.Point{X: at.X, Y: at.Y, Z: limb.Knot + at.Z}, Activity: from.E[i], Start: start.E[i]}
	}
	v.Tension, v.Flow, v.Cramp = from.C, from.Flow(), math.Min(1, from.Cramp)
	v.Twitch = math.Min(1, from.Twitch(l.play.Fibre()))
	if _, rate := l.play.Clock(); rate > hurry {
		v.Twitch *= 0.5 // more than three jerks a second would flicker
	}
	v.Haze = math.Min(1, hazeOf*(from.S+from.H)+hazeJust*from.Rl)
	v.Acid = math.Min(1, from.H/acidOf)
	v.Dent, v.DentX = l.press.dent(), 0
	if v.DentWas = l.press.first; v.DentWas == l.press.deep {
		v.DentWas = 0 // there is nothing to compare yet
	}

	l.lookTwitch()
	l.lookNeedle()
	l.lookTracks()
	l.lookLens(start.C, from.C)
	l.lookTraces()
	l.lookScope()
	l.lookZoom(&from.State.State, &start.State.State)
	l.lookScan(&from.State)
	l.lookPlaces()
}

// lookTwitch gives where the last twitch began and how long ago.
func (l *Lab) lookTwitch() {
	v := &l.v
	v.Ripple, v.TwitchX = -1, 0
	i, ok := l.lastPass()
	if !ok || l.blink {
		return
	}
	p := &l.play.Passes()[i]
	if p.Twitch <= 0 {
		return
	}
	v.TwitchX = l.play.Actions()[p.Action].Pose.At(v.KnotDepth).X
	if ms := (l.play.Now() - p.At).Milliseconds() - 1000*l.play.Latency(); ms >= 0 && ms < rippleEnd {
		v.Ripple = ms
	}
}

// lookNeedle gives the needle: where a finger has it, where a stroke has it,
// or where it waits for the next one.
func (l *Lab) lookNeedle() {
	n := &l.v.Needle
	limb := l.play.Limb()
	clock, _ := l.play.Clock()
	pose, depth, in := l.play.Tip()
	n.Shown, n.SpeedMM = true, 0
	switch {
	case l.hand.pushing():
		pose, depth = l.choice.Pose, l.hand.depth
	case in && (l.play.Busy() || l.scrubbed()):
		n.SpeedMM = l.tipSpeed()
	case in:
		pose, depth = l.choice.Pose, limb.Rest()
	case l.unused():
		pose, depth = l.choice.Pose, set
	default:
		pose, depth = l.choice.Pose, -hover
		n.Shown = clock != session.Film && !l.scrubbed()
	}
	end, _ := limb.End(pose)
	depth = math.Min(depth, end)
	entry, tip := pose.At(0), pose.At(depth)
	n.Entry = view.Point{X: entry.X, Y: entry.Y}
	n.Tip = view.Point{X: tip.X, Y: tip.Y, Z: tip.Z}
	n.Length = l.needleLength(pose)
	n.Held = l.hand.down
	n.Halo = l.unused()
}

// needleLength gives the shaft that a pose needs: its whole way and a little
// more. It is the same all through a stroke.
func (l *Lab) needleLength(p needle.Pose) float64 {
	return math.Max(l.straight().Depth, p.Stretch()*l.deep(p)) + needleSpare
}

// tipSpeed gives the speed of the tip in the stroke under way, mm/s of model
// time, down positive.
func (l *Lab) tipSpeed() float64 {
	a := l.play.Actions()
	for i := len(a) - 1; i >= 0; i-- {
		if a[i].Op != session.Stroke || a[i].At > l.play.Now() {
			continue
		}
		now, half := l.play.Now(), (a[i].At+a[i].End)/2
		switch {
		case now >= a[i].End:
			return 0
		case a[i].Drawn || now > half:
			return -a[i].Speed
		}
		return a[i].Speed
	}
	return 0
}

// lookTracks gives the ways of the earlier passes of this visit.
func (l *Lab) lookTracks() {
	v := &l.v
	v.Tracks = v.Tracks[:0]
	if l.play.State().Visit > healed {
		return
	}
	ps := l.visit()
	if n := len(ps); n > 0 && l.play.Actions()[ps[n-1].Action].End > l.play.Now() {
		ps = ps[:n-1] // the needle is still on its way
	}
	if n := len(ps) - view.MaxTracks; n > 0 {
		ps = ps[n:]
	}
	for i := range ps {
		pose := l.play.Actions()[ps[i].Action].Pose
		entry := pose.At(0)
		v.Tracks = append(v.Tracks, view.Track{
			Entry: view.Point{X: entry.X, Y: entry.Y}, Tip: l.tipOf(pose), Twitch: ps[i].Twitch,
		})
	}
}

// lookLens gives the sarcomeres' lengths at the start and now.
func (l *Lab) lookLens(start, now float64) {
	c := &l.lens
	if c.start != start {
		c.start = start
		c.lens.KnotStart, c.lens.RestStart = muscle.Series(start)
	}
	if c.now != now {
		c.now = now
		c.lens.KnotNow, c.lens.RestNow = muscle.Series(now)
	}
	l.v.Lens = c.lens
	l.v.Lens.Shown = l.choice.More && !l.v.Skin && !l.choice.HideKnot
}
