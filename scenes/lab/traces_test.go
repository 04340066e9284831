package lab

import (
	"math"
	"testing"
)

func TestTracesBreakWhereAnotherClockRuns(t *testing.T) {
	s := newStudent(t).fan(4).does("wait:5m").rests()
	s.does("pass").rests()
	tr := &s.View().Traces
	breaks, twitches := 0, 0
	for _, m := range tr.Marks {
		if m.Break {
			breaks++
		}
		if m.Twitch > 0 {
			twitches++
		}
	}
	if breaks != 2 || twitches != 5 {
		t.Errorf("%d breaks and %d twitches, want the wait between 2 and 5", breaks, twitches)
	}
	if len(tr.Rows) != rowCount {
		t.Fatalf("%d rows", len(tr.Rows))
	}
	widest := 0.0
	for i, lo := range tr.Rows[rowEMG].Lo {
		if hi := tr.Rows[rowEMG].Hi[i]; hi >= lo {
			widest = math.Max(widest, hi-lo)
		}
	}
	if widest < 0.3 {
		t.Errorf("no burst in the EMG: at most %.2f of the row", widest)
	}
	for i, hi := range tr.Rows[rowTension].Hi {
		if hi > 1 {
			t.Errorf("tension leaves its row at column %d: %.2f", i, hi)
			break
		}
	}
	s.Resize(390, 380, 72)
	if n := len(s.View().Traces.Rows); n != 1 {
		t.Errorf("%d rows in a low strip, want tension alone", n)
	}
}

// A trace that scrolls is the trace that is drawn afresh.
func TestTracesScrollToTheSamePicture(t *testing.T) {
	s := newStudent(t).fan(3).does("wait:10s").rests().does("pass").rests().does("play")
	for range 90 {
		s.Advance(170)
		var was [rowCount][2][]float64
		c := &s.chart
		for r := range was {
			was[r] = [2][]float64{append([]float64(nil), c.lo[r]...), append([]float64(nil), c.hi[r]...)}
		}
		c.done = chartKey{head: -1}
		s.look()
		for r := range was {
			for i := range columns {
				for k, now := range [2]float64{c.lo[r][i], c.hi[r][i]} {
					// The last column is drawn before it is full.
					if v := was[r][k][i]; v != now && !(math.IsNaN(v) && math.IsNaN(now)) && i < columns-1 {
						t.Fatalf("%s, column %d: %v scrolled, %v afresh", rowColors[r], i, v, now)
					}
				}
			}
		}
	}
}
