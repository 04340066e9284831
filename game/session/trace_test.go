package session

import (
	"math"
	"slices"
	"testing"

	"taut/game/tick"
	"taut/game/trigger"
)

// A long play keeps no more samples than a short one, in order, with the height
// of its first twitch; and what lies within the last forty seconds is dense.
func TestTracesOfALongRunAreBounded(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	p.Advance(0, 2*tick.Second)
	top := func() (most float64) {
		for _, x := range p.Samples(0, 2*tick.Second) {
			most = math.Max(most, x.Tension)
		}
		return most
	}
	first := top()
	for i := range 40 {
		for range 20 {
			p.Do(Action{Op: Stroke, Pose: fanned(i % 10), Speed: 80})
			p.Session.Advance(tick.Second)
		}
	}
	all := p.Samples(0, p.Now())
	if len(all) > traceMost || cap(p.trace) > traceMost {
		t.Errorf("%d samples are kept in room for %d, want at most %d", len(all), cap(p.trace), traceMost)
	}
	if !slices.IsSortedFunc(all, func(a, b Sample) int { return int(a.At - b.At) }) {
		t.Error("the samples are out of order")
	}
	if all[0].At != 0 {
		t.Errorf("the first sample is at %v, want the start", all[0].At)
	}
	if got := top(); math.Abs(got-first) > 0.02*first {
		t.Errorf("the first twitch is %.3f high by now, was %.3f", got, first)
	}
	// Where nothing twitches the run's own steps are a quarter of a second.
	late := p.Samples(p.Now()-30*tick.Second, p.Now())
	for i := 1; i < len(late); i++ {
		if d := late[i].At - late[i-1].At; d > tick.Second/4 {
			t.Fatalf("%v between two samples of the last half minute", d)
		}
	}
}
