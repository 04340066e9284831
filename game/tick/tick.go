// Package tick counts simulated time: whole ticks of half a millisecond, so
// that every step of every clock is an exact number and a run replays to the
// same bits however real time was cut into frames.
package tick

// Tick is a moment or a length of simulated time, in units of 0.5 ms.
// An int64 holds 146 million years.
type Tick int64

// Lengths that the clocks of the model use.
const (
	Millisecond Tick = 2
	Second           = 1000 * Millisecond
	Minute           = 60 * Second
	Hour             = 60 * Minute
	Day              = 24 * Hour
	Week             = 7 * Day
)

// Seconds gives t in seconds, exact to 0.5 ms below 2^52 ticks.
func (t Tick) Seconds() float64 { return float64(t) / float64(Second) }

// Milliseconds gives t in milliseconds.
func (t Tick) Milliseconds() float64 { return float64(t) / float64(Millisecond) }

// FromSeconds gives the tick nearest to s seconds.
func FromSeconds(s float64) Tick {
	if s < 0 {
		return -FromSeconds(-s)
	}
	return Tick(s*float64(Second) + .5)
}
