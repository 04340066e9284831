package lab

import (
	"math"

	"taut/game/needle"
)

// How a gesture becomes a stroke. The tip's speed is mean speed in the muscle:
// a hand on a screen is slower than a hand on a needle, so that 48 mm/s and
// more count as a quick stroke and 12 and less as a very slow one.
const (
	quickFrom = 48.0 // mm/s
	slowTo    = 12.0 // mm/s
	quickIs   = 80.0 // mm/s of the stroke that is made
	slowIs    = 10.0 // mm/s
	reversal  = 2.0  // mm of way back that end a stroke, and the least stroke
)

// classed gives the tip speed of the stroke that a gesture of mean speed v
// makes, both in mm/s: 80 from 48 up, 10 from 12 down, and between them on a
// logarithmic scale.
func classed(v float64) float64 {
	switch {
	case v >= quickFrom:
		return quickIs
	case !(v > slowTo):
		return slowIs
	}
	k := math.Log(v/slowTo) / math.Log(quickFrom/slowTo)
	return slowIs * math.Pow(quickIs/slowIs, k)
}

// sample is where a finger had the tip: ms of its event's time stamp and mm
// below the skin.
type sample struct{ ms, depth float64 }

// stroke is a push that has come to its end.
type stroke struct {
	deep  float64 // mm below the skin, as far as it went
	speed float64 // mean tip speed, mm/s, in the muscle where it got there
}

// path follows the tip of a needle that a finger moves and tells the strokes in
// it. The zero path is at its start.
type path struct {
	way       []sample // since the tip was highest
	top, deep float64
}

const pathMax = 4096 // structural: samples that one push keeps

// start begins a path with the tip at a depth.
func (p *path) start(s sample) {
	p.way = append(p.way[:0], s)
	p.top, p.deep = s.depth, s.depth
}

// move takes the next sample; ok tells that a stroke ended, because the tip has
// come back by the reversal. muscle is the depth in mm where muscle begins,
// stretch the mm of needle for each mm of depth.
func (p *path) move(s sample, muscle, stretch float64) (st stroke, ok bool) {
	if s.depth <= p.top {
		p.start(s)
		return st, false
	}
	if len(p.way) < pathMax {
		p.way = append(p.way, s)
	}
	p.deep = math.Max(p.deep, s.depth)
	if p.deep-s.depth >= reversal {
		st, ok = p.end(muscle, stretch)
		p.start(s)
	}
	return st, ok
}

// end gives the stroke of a push that is let go, if it is one.
func (p *path) end(muscle, stretch float64) (stroke, bool) {
	if len(p.way) < 2 || p.deep-p.top < reversal || p.deep <= 0 {
		return stroke{}, false
	}
	return stroke{deep: p.deep, speed: mean(p.way, p.deep, muscle, stretch)}, true
}

// mean gives the mean tip speed, in mm/s, between where the way enters the
// muscle and where it is first at its deepest; of the whole way where it does
// not get to the muscle. Between two samples the tip goes evenly.
func mean(way []sample, deep, muscle, stretch float64) float64 {
	from := way[0].depth
	if deep > muscle {
		from = math.Max(from, muscle)
	}
	in, out := way[0].ms, way[len(way)-1].ms
	for i := 1; i < len(way); i++ {
		a, b := way[i-1], way[i]
		if a.depth <= from && b.depth > from {
			in = a.ms + (b.ms-a.ms)*(from-a.depth)/(b.depth-a.depth)
		}
		if b.depth >= deep {
			out = b.ms
			break
		}
	}
	if out <= in {
		return needle.MaxSpeed
	}
	return (deep - from) * stretch / (out - in) * 1000
}
