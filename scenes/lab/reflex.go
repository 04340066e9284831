package lab

import (
	"math"

	"taut/game/emg"
	"taut/game/needle"
	"taut/game/session"
)

// The reflex's way: from the needle's place along the nerve into the back of the
// spinal cord, and out at its front back to the muscle; places are CSS px of the
// inset.
const (
	reflexWide, reflexHigh = 200.0, 84.0

	reflexEnd   = 300.0 // ms after the hit: from then on the way is at rest
	reflexCutAt = 0.34  // of the way in: where a cut nerve ends
	reflexCalm  = 0.25  // model seconds in a real one up to which an eye follows the signal
)

// reflexIn and reflexOut are the two ways. How the time is split between them is
// chosen for teaching: half each.
var (
	reflexIn  = []spot{{40, 47}, {52, 41}, {66, 38}, {94, 37}, {110, 29}, {122, 24}, {136, 25}, {150, 32}, {162, 43}}
	reflexOut = []spot{{162, 43}, {151, 53}, {137, 61}, {122, 62}, {110, 56}, {94, 46}, {66, 46}, {56, 52}, {50, 59}}
)

// spot is a place in the inset.
type spot struct{ x, y float64 }

// along gives the place a share of the way along a path.
func along(path []spot, share float64) spot {
	whole := 0.0
	for i := range path[1:] {
		whole += math.Hypot(path[i+1].x-path[i].x, path[i+1].y-path[i].y)
	}
	left := clamp(share, 0, 1) * whole
	for i, a := range path[:len(path)-1] {
		b := path[i+1]
		d := math.Hypot(b.x-a.x, b.y-a.y)
		if left <= d {
			return spot{a.x + (b.x-a.x)*left/d, a.y + (b.y-a.y)*left/d}
		}
		left -= d
	}
	return path[len(path)-1]
}

// The legs of the reflex, as the style names them.
const (
	legRest   = "rest"
	legIn     = "in"     // on the way to the cord
	legOut    = "out"    // and back
	legMuscle = "muscle" // the muscle has its order and is about to move
	legJerk   = "jerk"   // the band moves
	legCut    = "cut"    // the signal ended where the nerve is cut
)

// reflexAt gives the leg and the signal's place ms after a hit whose twitch is seen
// latency s later: it is at the
// cord when half of [emg.Arc] is over, back at the muscle with the burst's first
// spike, and the band moves after the whole latency. Without motion it stands at
// the three stations.
func reflexAt(ms, latency float64, cut, still bool) (leg string, at spot) {
	arc := 1000 * emg.Arc(latency)
	u := 2 * ms / arc // 1 at the cord, 2 back
	if still {
		u = math.Floor(u + 0.5)
	}
	switch {
	case !(ms >= 0 && ms < reflexEnd):
		return legRest, reflexIn[0]
	case cut && u >= reflexCutAt:
		return legCut, along(reflexIn, reflexCutAt)
	case u < 1:
		return legIn, along(reflexIn, u)
	case ms < arc:
		return legOut, along(reflexOut, u-1)
	case ms < 1000*latency:
		return legMuscle, along(reflexOut, 1)
	}
	return legJerk, along(reflexOut, 1)
}

// reflex gives the reflex at the present moment: at rest where nothing sent for a
// twitch, and where time runs so quickly that no eye could follow.
func (l *Lab) reflex() (leg string, at spot) {
	ms, cut := math.NaN(), false
	if i, ok := l.lastPass(); ok {
		p := &l.play.Passes()[i]
		cut = p.Answer.Why == needle.NerveCut
		if clock, rate := l.play.Clock(); (p.Twitch > 0 || cut) && clock != session.Film && rate <= reflexCalm {
			ms = (l.play.Now() - p.At).Milliseconds()
		}
	}
	return reflexAt(ms, l.play.Latency(), cut, l.still)
}

// cutNerve cuts the nerve to the muscle from now on, or makes it whole again:
// an act of the run, which is scrubbed, taken back and kept with it.
func (l *Lab) cutNerve(on bool) {
	l.present()
	if on == l.play.NerveCut() || l.full(0) {
		return
	}
	l.play.Do(session.Action{Op: session.Nerve})
	key := "nerve-whole"
	if on {
		key = "nerve-cut"
	}
	l.tell(key)
	l.say(l.news.Headline + " " + l.news.Body)
}
