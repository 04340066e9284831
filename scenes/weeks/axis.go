package weeks

import (
	"taut/game/tick"
	"taut/scenes/calendar"
)

// moments are the times at which the curves are computed, from 0 to the last day.
var moments = func() (all []tick.Tick) {
	all = []tick.Tick{0}
	at := tick.Tick(0)
	for _, s := range calendar.Spans {
		for next := (at/s.Step + 1) * s.Step; next <= s.To; next += s.Step {
			all = append(all, next)
		}
		at = s.To
	}
	return all
}()

// nearest gives the index of the moment nearest to t.
func nearest(t tick.Tick) int { return calendar.Nearest(moments, t) }

// nearestAsked gives which of the moments that are guessed stands nearest to a
// place of the axis.
func nearestAsked(x float64) int {
	best := 0
	for i, t := range asked {
		if d := calendar.Place(t) - x; d*d < (calendar.Place(asked[best])-x)*(calendar.Place(asked[best])-x) {
			best = i
		}
	}
	return best
}
