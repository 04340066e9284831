package lab

import (
	"math"
	"strconv"

	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
)

// settleTime is how long after a hit a pass is told where Play runs on; where
// turns end by themselves they are told then.
const settleTime = 2500 * tick.Millisecond

// turn is a pass that took effect and is not told yet.
type turn struct {
	open  bool
	event session.Event
	met   string // what is said of the danger that it met; "" none
}

// film is a wait that is not told yet.
type film struct {
	open   bool
	name   string  // of waits
	before float64 // tension, per cent of the start
}

// hear takes up what the session has to say, and tells turns that have settled.
func (l *Lab) hear() {
	for _, e := range l.play.Events() {
		if e.Kind != session.Passed {
			continue
		}
		l.tellTurn()
		l.turn = turn{open: true, event: e}
		a := &l.play.Actions()[e.Action]
		l.shown = a.Speed
		if a.Drawn { // felt under the hand that drew it
			l.thump(e.Answer.Twitch, false)
		}
		l.earlier = nil
		l.dirty = true
	}
	clock, _ := l.play.Clock()
	turning := clock == session.Real || clock == session.Slow
	// Bone ends the point as soon as the needle is back.
	bone := l.turn.open && !l.play.Busy() && (l.turn.event.Bone || l.meets(l.turn.event.Action))
	if !turning || bone || l.play.Now() >= l.turn.event.At+settleTime {
		l.tellTurn()
	}
	if l.film.open && clock != session.Film {
		l.tellWait()
	}
}

// facts are what a sentence about a pass may rest on.
type facts struct {
	kind     int // of the point, as trigger.Kind
	n        int // number of the pass within the visit
	first    bool
	why      needle.Miss
	twitch   float64
	last     float64 // twitch of the pass before; -1 none
	trail    float64 // twitch of the last pass on the same path; -1 none
	fading   bool    // the last three twitches were tiny
	bone     bool
	now, was float64 // tension, per cent of the start
	off      float64 // mm from the path to the centre
	offX     float64
	offY     float64
	depth    float64
	reached  float64 // mm that it got to
	met      Danger  // that it met
	nearly   string  // name of the danger that it nearly met
}

// pass finds the pass of an action, and its place in the list.
func (l *Lab) passOf(action int) (int, bool) {
	ps := l.play.Passes()
	for i := len(ps) - 1; i >= 0; i-- {
		if ps[i].Action == action {
			return i, true
		}
	}
	return 0, false
}

// tellTurn tells the pass that has settled: news, guess, cards, one sentence.
func (l *Lab) tellTurn() {
	if !l.turn.open {
		return
	}
	l.turn.open = false
	i, ok := l.passOf(l.turn.event.Action)
	if !ok {
		return
	}
	f := l.facts(i)
	key := f.key()
	l.news = l.write(key, f)
	l.mind(f, i)
	if l.still {
		l.news.Strip = f.twitch
	}
	l.news.Headline = l.guess.answer(l, f, l.news.Headline)
	l.tick(f, i)
	said := l.words.F("lab.say.pass", "n", strconv.Itoa(f.n), "what", l.words.T("lab.say."+f.said()), "now", whole(f.now), "was", whole(f.was))
	if !l.choice.MoreTaken && f.n >= 3 {
		said += l.introduce()
		l.choice.More, l.choice.MoreTaken = true, true
	}
	l.say(said)
	l.suggest()
	l.offerSound(f.twitch)
	l.dirty = true
	switch {
	case f.met.Name != "":
		l.turn.met = f.met.Meet
		l.end("danger")
	case f.bone:
		l.end("bone")
	}
}

// tiny is the size below which a twitch is hardly one.
const tiny = 0.5

// facts gathers what is to be known about pass i of the run.
func (l *Lab) facts(i int) facts {
	ps := l.play.Passes()
	p := &ps[i]
	a := l.play.Actions()[p.Action]
	_, bone := l.play.Limb().Reaches(a.Pose)
	f := facts{
		kind: int(l.play.Options().Kind), n: p.Pass, first: i == 0, why: p.Answer.Why, twitch: p.Twitch, last: -1, trail: -1,
		bone: bone,
		now:  l.percent(l.play.State().C), was: l.before(p),
		off: p.Answer.Off, offX: p.Answer.OffX, offY: p.Answer.OffY, depth: a.Pose.Depth, reached: l.deep(a.Pose),
	}
	f.met, _ = l.danger(a.Pose)
	if d, ok := l.nearest(a.Pose); ok && f.met.Name == "" {
		f.nearly = d.Name
	}
	f.fading = i >= 2
	for k := i; k >= 0 && ps[k].Visit == p.Visit; k-- {
		if i-k < 3 && !(ps[k].Twitch > 0 && ps[k].Twitch < tiny) {
			f.fading = false
		}
		if k == i {
			continue
		}
		if k == i-1 {
			f.last = ps[k].Twitch
		}
		if f.trail < 0 && samePath(l.play.Actions()[ps[k].Action].Pose, a.Pose, l.play.Limb().Knot) {
			f.trail = ps[k].Twitch
		}
	}
	return f
}

// near is how far apart, in mm, two paths may be and still be called the same.
const near = 0.8

// samePath reports whether two poses lead along the same path about the depth
// of the knot.
func samePath(a, b needle.Pose, knot float64) bool {
	for _, z := range [...]float64{knot - 3, knot + 3} {
		p, q := a.At(z), b.At(z)
		if math.Hypot(p.X-q.X, p.Y-q.Y) > near {
			return false
		}
	}
	return true
}

// said is the short word for what a pass did, for the live region.
func (f facts) said() string {
	switch {
	case f.met.Name != "":
		return "danger"
	case f.twitch > 0 && f.last <= 0:
		return "twitch"
	case f.twitch > 0:
		return compare(f.twitch, f.last)
	case f.bone:
		return "bone"
	}
	return f.why.String()
}

// compare names how a compares with b: "smaller", "same" or "bigger". A tenth
// is not seen.
func compare(a, b float64) string {
	switch {
	case a > 1.1*b:
		return "bigger"
	case a < 0.9*b:
		return "smaller"
	}
	return "same"
}
