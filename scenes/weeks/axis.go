package weeks

import "taut/game/tick"

// The calendar is one line of three clocks, with a visible break between two:
// the first hour, the first three days, the rest of 24 weeks.
var spans = [...]struct {
	to    tick.Tick
	share float64   // of the axis, at its end
	step  tick.Tick // between two moments
}{
	{tick.Hour, .17, 5 * tick.Minute},
	{3 * tick.Day, .45, 3 * tick.Hour},
	{24 * tick.Week, 1, tick.Day},
}

// moments are the times at which the curves are computed, from 0 to the last day.
var moments = func() (all []tick.Tick) {
	all = []tick.Tick{0}
	at := tick.Tick(0)
	for _, s := range spans {
		for next := (at/s.step + 1) * s.step; next <= s.to; next += s.step {
			all = append(all, next)
		}
		at = s.to
	}
	return all
}()

// placeOf gives where a time stands on the axis, 0 to 1.
func placeOf(t tick.Tick) float64 {
	var from tick.Tick
	share := 0.0
	for _, s := range spans {
		if t <= s.to {
			return share + (s.share-share)*float64(t-from)/float64(s.to-from)
		}
		from, share = s.to, s.share
	}
	return 1
}

// timeAt gives the time at a place of the axis.
func timeAt(x float64) tick.Tick {
	var from tick.Tick
	share := 0.0
	for _, s := range spans {
		if x <= s.share {
			return from + tick.Tick(max(0, x-share)/(s.share-share)*float64(s.to-from))
		}
		from, share = s.to, s.share
	}
	return from
}

// nearest gives the index of the moment nearest to t.
func nearest(t tick.Tick) int {
	best := 0
	for i, m := range moments {
		if max(m-t, t-m) < max(moments[best]-t, t-moments[best]) {
			best = i
		}
	}
	return best
}

// nearestAsked gives which of the moments that are guessed stands nearest to a
// place of the axis.
func nearestAsked(x float64) int {
	best := 0
	for i, t := range asked {
		if d := placeOf(t) - x; d*d < (placeOf(asked[best])-x)*(placeOf(asked[best])-x) {
			best = i
		}
	}
	return best
}

// jumps are the moments that buttons lead to.
var jumps = [...]struct {
	name string
	at   tick.Tick
}{{"before", 0}, {"5m", 5 * tick.Minute}, {"1d", tick.Day}, {"3d", 3 * tick.Day}, {"4w", 4 * tick.Week}, {"12w", 12 * tick.Week}, {"24w", 24 * tick.Week}}

// ticks are what is written under the axis.
var ticks = [...]struct {
	name string
	at   tick.Tick
}{{"0", 0}, {"1h", tick.Hour}, {"1d", tick.Day}, {"3d", 3 * tick.Day}, {"4w", 4 * tick.Week}, {"8w", 8 * tick.Week}, {"12w", 12 * tick.Week}, {"16w", 16 * tick.Week}, {"20w", 20 * tick.Week}, {"24w", 24 * tick.Week}}
