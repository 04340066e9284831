package lab

import (
	"math"
	"strconv"
	"strings"

	"taut/game/emg"
	"taut/game/session"
	"taut/game/tick"
	"taut/scenes/view"
)

// The EMG window's steps, for one division of its grid.
var (
	scopeGains  = [...]float64{0, 20, 50, 100, 200, 500}        // µV; 0 chooses itself
	scopeSweeps = [...]float64{10, 20, 50, 100, 200, 500, 1000} // ms
)

const (
	scopeColumns = 1000 // at 10 ms a division each is one sample
	usualSweep   = 3    // of scopeSweeps
	burstSweep   = 1    // the quickest that holds any burst and its hit
	quietGain    = 50.0 // µV a division where the gain chooses itself and no twitch is on the screen
	scopeRoom    = 1.1  // a twitch has so many times its height
	beforeHit    = 10 * tick.Millisecond
	afterBurst   = 2 * tick.Millisecond
	bracketWide  = 0.05 // of the screen, below which the way from hit to twitch is not marked
)

// ScopeChoice is what a person has set at the EMG window. The zero value is a
// closed window.
type ScopeChoice struct {
	On     bool
	Last   bool      // the last twitch stands on the screen; else the present runs through it
	Frozen bool      // the screen shows what it showed at At
	At     tick.Tick // meaningless unless Frozen
	Gain   int       // index of scopeGains
	Sweep  int       // 0 the usual one, else 1 + index of scopeSweeps
}

// sweep gives the index of the sweep in scopeSweeps.
func (c *ScopeChoice) sweep() int {
	if c.Sweep == 0 {
		return usualSweep
	}
	return c.Sweep - 1
}

// keep gives the choice as numbers: its switches as bits (1 on, 2 last, 4
// frozen), then the moment, gain and sweep.
func (c *ScopeChoice) keep() []int64 {
	bits := int64(0)
	for i, on := range [...]bool{c.On, c.Last, c.Frozen} {
		if on {
			bits |= 1 << i
		}
	}
	return []int64{bits, int64(c.At), int64(c.Gain), int64(c.Sweep)}
}

// scopeFits reports whether kept numbers are a choice, or none.
func scopeFits(k []int64) bool {
	return len(k) == 0 || len(k) == 4 && k[1] >= 0 && k[2] >= 0 && k[2] < int64(len(scopeGains)) && k[3] >= 0 && k[3] <= int64(len(scopeSweeps))
}

// window gives the choice of kept numbers that fit.
func window(k []int64) (c ScopeChoice) {
	if len(k) > 0 {
		c = ScopeChoice{k[0]&1 > 0, k[0]&2 > 0, k[0]&4 > 0, tick.Tick(k[1]), int(k[2]), int(k[3])}
	}
	return c
}

// scope is the EMG window between frames: where its screen is, and the signal on
// it in columns of a grid of their own, which they keep as it runs.
type scope struct {
	x, y, w, h float64 // CSS px of the screen in the picture; no size: closed

	lo, hi   []float64 // µV
	wave     view.Row  // the same as the screen has it
	walk     envelope
	last     emg.Burst // the last one
	twitched bool      // there is one
	key      scopeKey
	gain     float64 // µV a division
	latency  float64 // s, of the run
	whole    bool    // the way from hit to twitch is marked to its end
}

// scopeKey is what the columns depend on.
type scopeKey struct {
	run             *session.Player
	actions, passes int
	per             int64 // samples in a column
	first, known    int64 // column at the left edge, and the first that is not there yet
}

// Window implements [scenes.Windowed].
func (l *Lab) Window(under, x, y, w, h float64) {
	l.size.under = max(0, under)
	l.scope.x, l.scope.y, l.scope.w, l.scope.h = x, y, w, h
	l.after()
}

// showScope opens or closes the window, which is one of the things that More
// brings.
func (l *Lab) showScope(on bool) {
	l.choice.Scope.On = on
	if on {
		l.choice.More, l.choice.MoreTaken = true, true
	}
}

// setScope takes the intents of the window's controls; false where arg is none.
func (l *Lab) setScope(arg string) bool {
	c := &l.choice.Scope
	what, number, _ := strings.Cut(arg, ":")
	i, err := strconv.Atoi(number)
	switch {
	case what == "freeze":
		c.Frozen, c.At = !c.Frozen, l.play.Now()
	case what == "last":
		if c.Last = !c.Last; c.Last {
			c.Sweep = burstSweep + 1
		}
	case what == "gain" && err == nil && i >= 0 && i < len(scopeGains):
		c.Gain = i
	case what == "sweep" && err == nil && i >= 0 && i < len(scopeSweeps):
		c.Sweep = i + 1
	default:
		return false
	}
	l.dirty = true
	return true
}

// lookScope fills the view's EMG window. What it shows is a function of the run,
// the moment and the controls, and of no frame that went before.
func (l *Lab) lookScope() {
	c, s, v := &l.choice.Scope, &l.scope, &l.v.Scope
	s.latency = l.play.Latency()
	v.Shown = c.On && s.w > 0 && s.h > 0
	now := l.play.Now()
	if c.Frozen {
		if c.At > l.play.Head() { // what was frozen was taken back
			c.Frozen = false
		} else {
			now = c.At
		}
	}
	if !c.On {
		s.key = scopeKey{} // the run may go another way before it opens again
		return
	}
	s.findLast(l.play.Session, now)
	if clock, _ := l.play.Clock(); clock != session.Film || s.lo == nil { // a film leaves out nearly all of its time
		key := scopeKey{run: l.play, actions: len(l.play.Actions()), passes: len(l.play.Passes())}
		key.per = int64(scopeSweeps[c.sweep()]) * view.ScopeWide * emg.Rate / 1000 / scopeColumns
		s.place(&key, now, c.Last)
		if key != s.key {
			s.draw(l.play.Session, key)
		}
	}
	s.gain = s.step(l.play.EMG(), c.Gain)
	v.X, v.Y, v.W, v.H = s.x, s.y, s.w, s.h
	high := s.gain * view.ScopeHigh
	below, above := math.Inf(-1), math.Inf(1) // of the column before, to where this one reaches
	for i, lo := range s.lo {
		hi := s.hi[i]
		s.wave.Lo[i], s.wave.Hi[i] = 0.5+math.Min(lo, above)/high, 0.5+math.Max(hi, below)/high
		below, above = lo, hi
	}
	v.Wave = s.wave
	v.From, v.To = s.bracket(now)
}

// findLast finds the last burst at or before a moment.
func (s *scope) findLast(run *session.Session, now tick.Tick) {
	s.twitched = false
	ps := run.PassesTo(now) // a frozen moment may lie after the cursor
	for i := len(ps) - 1; i >= 0; i-- {
		if p := &ps[i]; p.Twitch > 0 {
			s.walk.bursts = run.Bursts(s.walk.bursts[:0], p.At, p.At)
			s.last, s.twitched = s.walk.bursts[len(s.walk.bursts)-1], true
			return
		}
	}
}

// hit gives the sample of the hit that set off the last burst.
func (s *scope) hit() int64 {
	return s.last.OnsetSample - int64(math.Round(emg.Arc(s.latency)*emg.Rate))
}

// place finds the columns on the screen. The present stands at the right edge;
// the last twitch begins [beforeHit] before its hit or, where there is no room
// for all of it, as late as its end allows.
func (s *scope) place(k *scopeKey, now tick.Tick, last bool) {
	k.known = int64(now) * emg.TickSamples / k.per
	k.first = k.known - scopeColumns
	if last && s.twitched {
		from := max(s.hit()-int64(beforeHit)*emg.TickSamples,
			s.last.EndSample()+int64(afterBurst)*emg.TickSamples-k.per*scopeColumns)
		k.first = (from + k.per - 1) / k.per
		k.known = max(k.first, min(k.known, k.first+scopeColumns))
	}
}

// draw brings the columns up to date: what came on the right, or all of them.
func (s *scope) draw(run *session.Session, k scopeKey) {
	if s.lo == nil {
		room := make([]float64, 4*scopeColumns)
		cut := func(i int) []float64 { return room[i*scopeColumns : (i+1)*scopeColumns] }
		s.lo, s.hi = cut(0), cut(1)
		s.wave = view.Row{Lo: cut(2), Hi: cut(3), Color: "emg"}
	}
	old, from := s.key, 0
	s.key = k
	moved, grown := k.first-old.first, k.known-old.known
	if old.first, old.known = k.first, k.known; old == k && moved >= 0 && moved < scopeColumns && grown >= 0 {
		copy(s.lo, s.lo[moved:])
		copy(s.hi, s.hi[moved:])
		from = int(max(0, k.known-grown-k.first))
	}
	to := int(k.known - k.first)
	if from < to {
		s.walk.fill(run, s.lo[from:to], s.hi[from:to], (k.first+int64(from))*k.per, k.per)
	}
	for i := to; i < scopeColumns; i++ {
		s.lo[i], s.hi[i] = math.NaN(), math.NaN()
	}
}

// step gives the µV of a division: the chosen ones, or the finest that holds the
// last twitch where it is on the screen. It follows no noise: what dies down
// must be seen to.
func (s *scope) step(signal emg.Signal, chosen int) float64 {
	if chosen > 0 {
		return scopeGains[chosen]
	}
	gain := quietGain
	if b := s.last; s.twitched && b.OnsetSample < s.key.known*s.key.per && b.EndSample() > s.key.first*s.key.per {
		high := scopeRoom * signal.Height(b)
		for _, gain = range scopeGains {
			if gain >= quietGain && gain*view.ScopeHigh/2 >= high {
				break
			}
		}
	}
	return gain
}

// bracket gives the hit and the twitch on the screen, 0 to 1 across, as far as
// they are known; equal where they are not to be seen.
func (s *scope) bracket(now tick.Tick) (from, to float64) {
	k := &s.key
	wide := float64(k.per * scopeColumns)
	from = float64(s.hit()-k.first*k.per) / wide
	to = from + s.latency*emg.Rate/wide
	s.whole = false
	if !s.twitched || to-from < bracketWide || to <= 0 || from >= 1 {
		return 0, 0
	}
	known := float64(int64(now)*emg.TickSamples-k.first*k.per) / wide
	s.whole = known >= to
	return math.Max(0, from), math.Min(to, known)
}
