package session

import (
	"taut/game/tick"
)

// Clock names the clock that runs.
type Clock uint8

// The clocks that a badge names.
const (
	Held  Clock = iota // model time stands still until somebody acts
	Real               // model time runs as real time does, times Rate
	Slow               // slow motion: a twitch is shown
	Film               // a wait, as a short film
	Again              // a replay of the last twitch
)

// Slow motion, in ticks of the model.
const (
	slowRate     = 1.0 / 8                // structural: of the first twitches and of replays
	arcRate      = 1.0 / 32               // structural: of a replay while the signal is on its way to the cord and back
	slowTwitches = 3                      // structural: how many twitches a run shows slowly by itself
	slowBefore   = 25 * tick.Millisecond  // before the hit
	slowAfter    = 260 * tick.Millisecond // after it
)

// Speeds are the rates that a person can choose.
var Speeds = [...]float64{1.0 / 64, 1.0 / 16, 1.0 / 4, 1, 2, 4, 8} // structural

// Clock tells which clock runs, and how many model seconds go by in a real one.
func (p *Player) Clock() (Clock, float64) {
	if p.clock == Real && p.slow() {
		return Slow, p.speed()
	}
	return p.clock, p.speed()
}

// Rate gives the chosen speed.
func (p *Player) Rate() float64 { return p.rate }

// SetRate chooses a speed, 1/64 to 8; another value is left aside.
func (p *Player) SetRate(r float64) {
	for _, x := range Speeds {
		if x == r {
			p.rate = r
		}
	}
}

// slow reports whether the present moment belongs to one of the first twitches.
func (p *Player) slow() bool {
	if p.Cut || p.clock == Again || p.clock == Film {
		return false
	}
	for i := len(p.actions) - 1; i >= 0; i-- {
		a := &p.actions[i]
		if a.Op != Stroke || a.At > p.Now() {
			continue
		}
		return p.Now() >= a.Hit-slowBefore && p.Now() < a.Hit+slowAfter && p.early(i)
	}
	return false
}

// early reports whether the stroke of action i sets off one of the first
// twitches of the run.
func (p *Player) early(i int) bool {
	before := 0
	for k := range p.passes {
		switch x := &p.passes[k]; {
		case x.Action == i:
			return x.Twitch > 0
		case x.Twitch > 0:
			if before++; before == slowTwitches {
				return false
			}
		}
	}
	return p.will(p.actions[i])
}

// will tells whether a stroke that is under way is going to twitch.
func (p *Player) will(a Action) bool {
	s := p.State().State
	return p.path(a, p.now.cut).Take(&p.patient.Point, &s.State, s.Strokes+1, 0).Twitch > 0
}

// speed gives the model seconds in a real second.
func (p *Player) speed() float64 {
	switch p.clock {
	case Held:
		return 0
	case Again:
		return min(p.rate, p.again())
	case Film:
		return (p.until - p.from).Seconds() / (filmMS / 1000)
	}
	if p.slow() {
		return min(p.rate, slowRate)
	}
	return p.rate
}

// again gives the speed of a replay: from the hit to the twitch, which is too
// short to be followed else, it is slower still.
func (p *Player) again() float64 {
	for i := len(p.passes) - 1; i >= 0; i-- {
		if x := p.passes[i]; x.Twitch > 0 && x.At <= p.Now() {
			if p.Now() < x.At+tick.FromSeconds(p.latency) {
				return arcRate
			}
			break
		}
	}
	return slowRate
}
