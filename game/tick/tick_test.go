package tick_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"taut/game/tick"
)

func TestLengths(t *testing.T) {
	for _, c := range []struct {
		t       tick.Tick
		seconds float64
	}{
		{1, .0005}, {tick.Millisecond, .001}, {tick.Second, 1}, {tick.Minute, 60},
		{tick.Hour, 3600}, {tick.Day, 86400}, {tick.Week, 604800},
	} {
		// 1e-18: a decimal fraction of a second is rounded once.
		if s := c.t.Seconds(); math.Abs(s-c.seconds) > 1e-18 {
			t.Errorf("%d ticks are %v s, want %v", c.t, s, c.seconds)
		}
		if ms := c.t.Milliseconds(); ms != c.seconds*1000 {
			t.Errorf("%d ticks are %v ms, want %v", c.t, ms, c.seconds*1000)
		}
	}
}

func TestNearestTick(t *testing.T) {
	for _, c := range []struct {
		d    time.Duration
		want tick.Tick
	}{
		{0, 0}, {249 * time.Microsecond, 0}, {250 * time.Microsecond, 1}, {500 * time.Microsecond, 1},
		{749 * time.Microsecond, 1}, {time.Millisecond, 2}, {time.Hour, tick.Hour},
		{-249 * time.Microsecond, 0}, {-600 * time.Microsecond, -1}, {-time.Second, -tick.Second},
	} {
		if got := tick.FromSeconds(c.d.Seconds()); got != c.want {
			t.Errorf("FromSeconds(%v) = %d, want %d", c.d.Seconds(), got, c.want)
		}
	}
}

// TestSecondsAndBack holds that a moment survives being told in seconds, over
// a thousand years and on both sides of zero.
func TestSecondsAndBack(t *testing.T) {
	const years = 1000 * 365 * int64(tick.Day)
	rapid.Check(t, func(t *rapid.T) {
		at := tick.Tick(rapid.Int64Range(-years, years).Draw(t, "at"))
		if got := tick.FromSeconds(at.Seconds()); got != at {
			t.Fatalf("%d came back as %d", at, got)
		}
	})
}
