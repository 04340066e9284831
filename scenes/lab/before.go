package lab

import (
	"taut/game/session"
	"taut/game/tick"
)

// tensionAt gives the tension at a moment of the run, per cent of the start: what
// the panel showed then, between the samples that the run keeps.
func (l *Lab) tensionAt(t tick.Tick) float64 {
	s := l.play.Samples(t, t)
	if len(s) == 0 {
		return l.percent(l.play.Start().C)
	}
	a, c := &s[0], s[0].C
	if len(s) > 1 {
		if b := &s[1]; t > a.At && b.At-a.At < tick.Second { // later only slow things move
			c += (b.C - a.C) * float64(t-a.At) / float64(b.At-a.At)
		}
	}
	return l.percent(c)
}

// before gives the tension as the stroke of a pass began: so "was" is the "now"
// that was read before it.
func (l *Lab) before(p *session.Pass) float64 { return l.tensionAt(l.play.Actions()[p.Action].At) }

// pulled gives the moment at which the needle came out after action i; ok is false
// while it is in.
func (l *Lab) pulled(i int) (at tick.Tick, ok bool) {
	acts := l.play.Actions()
	for i++; i < len(acts); i++ {
		if a := &acts[i]; a.Op == session.Wait || a.Op == session.Stop {
			return a.At, a.At <= l.play.Now()
		}
	}
	return 0, false
}

// sinceOut gives how long the needle has been out since the last pass, which
// there is; 0 while it is in.
func (l *Lab) sinceOut() tick.Tick {
	ps := l.play.Passes()
	if at, ok := l.pulled(ps[len(ps)-1].Action); ok {
		return l.play.Now() - at
	}
	return 0
}
