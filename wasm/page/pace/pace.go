// Package pace keeps the page's two measures of time: how much real time a frame
// lets by, and how fine the picture may be so that frames stay quick. Time comes
// in as an argument, in milliseconds of the browser's clock.
package pace

import "math"

// MaxFrame is the longest stretch, in ms, that one frame lets by. Whatever is
// longer was no frame but a machine asleep.
const MaxFrame = 1000

// Clock turns the times of frames into stretches of real time. It stands still
// while the gate is shut or the tab is hidden. The zero Clock stands still.
type Clock struct {
	last    float64
	running bool
}

// Start lets time run from now on; a running clock runs on undisturbed.
func (c *Clock) Start(now float64) {
	if !c.running {
		c.running, c.last = true, now
	}
}

// Stop lets time stand still.
func (c *Clock) Stop() { c.running = false }

// Frame gives the ms since the last frame, 0 to MaxFrame.
func (c *Clock) Frame(now float64) float64 {
	if !c.running {
		return 0
	}
	d := min(max(now-c.last, 0), MaxFrame)
	c.last = now
	return d
}

// Drift thins the drawing of a picture that only drifts. The zero Drift has
// drawn nothing yet.
type Drift struct{ drawn float64 }

// driftMS is the least time between two drawn frames of a drifting picture:
// every third one at sixty a second, with the jitter of a browser. Red cells go
// less than two pixels meanwhile.
const driftMS = 45

// Due reports whether the frame at now is to be drawn, and counts it as drawn.
func (d *Drift) Due(now float64, lively bool) bool {
	if !lively && d.drawn > 0 && now >= d.drawn && now-d.drawn < driftMS {
		return false
	}
	d.drawn = now
	return true
}

// Quality chooses how many pixels of the buffer stand for a CSS pixel, from
// Least to the device's own ratio, by the time that frames take. The zero
// Quality is valid and starts at the device's ratio, 2 at most.
type Quality struct {
	scale   float64 // pixels per CSS pixel now; 0 not chosen yet
	ceiling float64 // the scale that proved too slow; 0 none
	slow    int     // slow frames among the last ones
	fast    int     // quick frames in a row
	skip    int     // frames to leave out after a change, whose cost is the change's
}

const (
	// Least is the coarsest scale: two CSS pixels a side for one of the buffer.
	Least = 0.5
	// slowMS is over 30 frames a second with a little to spare; a needle under
	// the hand feels sticky beyond.
	slowMS = 36
	// fastMS is 60 frames a second with the jitter of a browser.
	fastMS = 19
	// slowRun and fastRun are how many frames decide: down within half a second,
	// up after some four, so that the picture does not breathe.
	slowRun = 12
	fastRun = 240
	step    = 0.75
	settle  = 6
)

// Scale gives the pixels per CSS pixel on a device of this ratio.
func (q *Quality) Scale(ratio float64) float64 {
	if !(ratio > 0) || math.IsInf(ratio, 0) {
		ratio = 1
	}
	most := max(ratio, Least)
	if q.scale == 0 {
		q.scale = min(most, 2)
	}
	return min(q.scale, most)
}

// Frame takes the time in ms that a frame took while the picture moved, and
// reports whether the scale changed.
func (q *Quality) Frame(ms, ratio float64) bool {
	if q.skip > 0 {
		q.skip--
		return false
	}
	switch {
	case ms > slowMS:
		q.slow, q.fast = q.slow+1, 0
	case ms < fastMS:
		q.fast, q.slow = q.fast+1, max(q.slow-1, 0)
	default:
		q.fast = 0
	}
	now := q.Scale(ratio)
	next := now
	switch {
	case q.slow >= slowRun:
		next = max(now*step, Least)
		q.ceiling = now
	case q.fast >= fastRun:
		next = min(now/step, max(ratio, Least))
		// What proved too slow once is not tried again: a picture that
		// changes its grain every few seconds is worse than a coarse one.
		if q.ceiling > 0 && next >= q.ceiling {
			next = now
		}
	default:
		return false
	}
	q.slow, q.fast, q.skip = 0, 0, settle
	changed := next != now
	q.scale = next
	return changed
}
