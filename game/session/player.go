package session

import (
	"math"

	"taut/game/needle"
	"taut/game/tick"
)

// Turn-based time, in ticks of the model and milliseconds of a screen.
const (
	againAfter = 500 * tick.Millisecond // of a replay
	filmMS     = 4000.0                 // structural: how long a film lasts
	fineStep   = 10 * tick.Millisecond  // of the Step button while a twitch lives
	coarseStep = 250 * tick.Millisecond // of the Step button otherwise
)

// Player moves a session's time: turn-based, with a pass that plays and settles
// and then holds, films for waits, and replays. It knows no screen: real time
// comes in as milliseconds. Make one with [NewPlayer].
type Player struct {
	*Session
	Cut bool // reduced motion: films and slow motion arrive at once

	rate    float64 // chosen speed
	rest    float64 // real time not yet turned into a tick, in ticks
	until   tick.Tick
	clock   Clock // never Slow, which follows from the moment
	playing bool
	queued  *Action
	filmed  float64   // ms of the film so far
	from    tick.Tick // where the film began
	back    tick.Tick // where a replay returns to
}

// NewPlayer gives a player that holds.
func NewPlayer(s *Session) *Player { return &Player{Session: s, rate: 1} }

// Playing reports whether Play runs on.
func (p *Player) Playing() bool { return p.playing }

// Holding reports whether nothing moves until somebody acts.
func (p *Player) Holding() bool { return p.clock == Held }

// Queued reports whether a pass waits for the present one to end.
func (p *Player) Queued() bool { return p.queued != nil }

// Pass asks for one stroke. During a stroke or while its tissue settles it is
// taken once, afterwards, also where time was held or scrubbed to in the middle
// of that stroke; a film or a replay ends first; a scrubbed run branches where
// it stands. A run without room for a stroke ([Session.Full]) takes none.
func (p *Player) Pass(pose needle.Pose, speed float64, drawn bool) {
	a := Action{Op: Stroke, Pose: pose, Speed: speed, Drawn: drawn}
	p.finish()
	if p.clock == Real && !p.playing {
		p.queued = &a
		return
	}
	if under, ok := p.stroke(); ok && p.Busy() {
		p.cut()
		p.turn(under)
		p.queued = &a
		return
	}
	p.begin(a)
}

// begin starts a stroke now.
func (p *Player) begin(a Action) {
	p.queued = nil
	if p.Do(a) {
		p.turn(p.actions[len(p.actions)-1])
	}
}

// turn lets stroke a play and settle.
func (p *Player) turn(a Action) {
	p.until = max(a.At+tick.FromSeconds(settleTime), a.End+tick.FromSeconds(restTime))
	p.clock = Real
}

// Play lets time run on until Pause.
func (p *Player) Play() {
	p.finish()
	p.playing, p.clock = true, Real
}

// Pause holds time at once.
func (p *Player) Pause() {
	if p.clock == Film || p.clock == Again {
		p.finish()
	}
	p.playing, p.clock, p.queued = false, Held, nil
}

// Step moves time on by 10 ms while a stroke or twitch is under way, and by
// 0.25 s otherwise, and holds.
func (p *Player) Step() {
	p.finish()
	d := coarseStep
	if p.Busy() || p.State().twitching() {
		d = fineStep
	}
	p.Pause()
	p.Advance(0, d)
}

// Wait ends what is under way, takes the needle out and lets d go by as a short
// film; false where the run has no room for it ([Session.Full]).
func (p *Player) Wait(d tick.Tick) bool {
	p.Settle()
	if !p.Do(Action{Op: Wait, End: d}) {
		return false
	}
	p.playing = false
	p.clock, p.from, p.until, p.filmed = Film, p.Now(), p.Now()+d, 0
	if p.Cut {
		p.finish()
	}
	return true
}

// Replay shows the last twitch again, slowly, and returns.
func (p *Player) Replay() bool {
	p.Settle()
	for i := len(p.passes) - 1; i >= 0; i-- {
		if x := p.passes[i]; x.Twitch > 0 && x.At <= p.Now() {
			p.back = p.Now()
			p.Seek(max(0, x.At-2*slowBefore))
			p.until = min(p.back, x.At+againAfter)
			p.clock, p.playing = Again, false
			return true
		}
	}
	return false
}

// Scrub holds and moves the cursor to t.
func (p *Player) Scrub(t tick.Tick) {
	p.Pause()
	p.Seek(t)
}

// UndoPass takes back the last pass and holds; false where there is none.
func (p *Player) UndoPass() bool {
	p.Pause()
	p.Seek(p.Head())
	return p.Undo()
}

// finish brings a film or a replay to its end.
func (p *Player) finish() {
	switch p.clock {
	case Film:
		p.advance(max(p.until, p.Now()))
	case Again:
		p.Seek(p.back)
	default:
		return
	}
	p.clock = Held
}

// Settle brings a film, a replay, or a pass that plays or settles to its end at
// once, queued passes with it, so that the next action is taken now.
func (p *Player) Settle() {
	p.finish()
	p.finishTurn()
	for p.Busy() { // Play runs on, or time was held: only the strokes are over
		a, _ := p.stroke()
		p.advance(a.End)
		p.next()
	}
}

// next begins the queued pass, if there is one. After a stroke that touched bone or
// met a danger none follows unasked.
func (p *Player) next() {
	a := p.queued
	if a == nil {
		return
	}
	if last, ok := p.stroke(); ok && p.over(last) {
		p.queued = nil
		return
	}
	p.begin(*a)
}

// over reports whether a stroke has touched bone or met a danger, which ends the
// point.
func (p *Player) over(a Action) bool {
	_, bone := p.limb.Reaches(a.Pose)
	_, met := p.Met(a.Pose)
	return bone || met
}

// finishTurn lets a pass that plays settle at once, queued passes with it.
func (p *Player) finishTurn() {
	for !p.playing && p.clock != Held {
		p.advance(max(p.until, p.Now()))
		p.end()
	}
}

// Advance lets ms of real time go by, and then exactly d ticks more.
func (p *Player) Advance(ms float64, d tick.Tick) {
	for ms > 0 && p.clock != Held {
		if p.clock == Film {
			ms = p.film(ms)
			continue
		}
		// Slow motion begins and ends between frames: real time goes by in
		// slices in which the speed is one.
		slice := math.Min(ms, 5)
		ms -= slice
		p.run(slice)
	}
	if d > 0 {
		p.advance(p.Now() + d)
	}
}

// run lets a slice of real time go by at the present speed.
func (p *Player) run(ms float64) {
	p.rest += ms / 1000 * p.speed() * float64(tick.Second)
	n := tick.Tick(p.rest)
	p.rest -= float64(n)
	to := p.Now() + n
	if p.playing {
		p.advance(to)
		switch {
		case p.Now() >= longest:
			p.Pause()
		case !p.Busy():
			p.next()
		}
		return
	}
	p.advance(min(to, max(p.until, p.Now())))
	if p.Now() >= min(p.until, longest) {
		p.end()
	}
}

// end closes a turn: the queued pass begins, or time holds.
func (p *Player) end() {
	p.rest = 0
	again := p.clock == Again
	p.clock = Held
	if again {
		p.Seek(p.back)
	}
	p.next()
}

// film shows ms of a wait and gives the real time that is left after it. Time
// runs with the square of the film's, so that the first minutes are seen.
func (p *Player) film(ms float64) (left float64) {
	take := math.Min(ms, filmMS-p.filmed)
	p.filmed += take
	k := p.filmed / filmMS
	if k >= 1 {
		p.finish()
		return ms - take
	}
	to := p.from + tick.Tick(k*k*float64(p.until-p.from))
	p.advance(max(to, p.Now()))
	return 0
}

// Progress gives how far a film has come, 0 to 1.
func (p *Player) Progress() float64 {
	if p.clock != Film {
		return 1
	}
	return p.filmed / filmMS
}
