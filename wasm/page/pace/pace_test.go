package pace

import (
	"math"
	"testing"
)

func TestClockStandsStillUntilStarted(t *testing.T) {
	var c Clock
	if d := c.Frame(5000); d != 0 {
		t.Errorf("a stopped clock let %v ms by", d)
	}
	c.Start(6000)
	if d := c.Frame(6016); d != 16 {
		t.Errorf("got %v ms, want 16", d)
	}
	c.Start(6030) // an action while it runs must not swallow time
	if d := c.Frame(6040); d != 24 {
		t.Errorf("got %v ms, want 24", d)
	}
}

func TestClockHoldsWhileStopped(t *testing.T) {
	var c Clock
	c.Start(0)
	c.Frame(10)
	c.Stop()
	c.Start(90_000)
	if d := c.Frame(90_016); d != 16 {
		t.Errorf("%v ms went by, want 16: a hidden tab holds", d)
	}
}

func TestClockBounds(t *testing.T) {
	var c Clock
	c.Start(0)
	if d := c.Frame(1e9); d != MaxFrame {
		t.Errorf("got %v, want %v", d, MaxFrame)
	}
	if d := c.Frame(5); d != 0 {
		t.Errorf("got %v for a clock set back, want 0", d)
	}
}

// run feeds n frames and gives the number of changes.
func run(q *Quality, n int, ratio float64, ms func(scale float64) float64) (changes int) {
	for range n {
		if q.Frame(ms(q.Scale(ratio)), ratio) {
			changes++
		}
	}
	return changes
}

func TestQualityFallsOnASlowMachineAndStays(t *testing.T) {
	var q Quality
	// Fill-bound: 150 ms at scale 1, in proportion to the pixels.
	cost := func(s float64) float64 { return 150 * s * s }
	run(&q, 200, 1, cost)
	if s := q.Scale(1); s != Least {
		t.Fatalf("scale %v, want the least, %v", s, Least)
	}
	if n := run(&q, 3000, 1, cost); n != 0 {
		t.Errorf("the scale changed %d times more", n)
	}
}

func TestQualityFindsTheFinestQuickScaleOnce(t *testing.T) {
	var q Quality
	cost := func(s float64) float64 { return 4 + 12*s*s } // 52 ms at 2, 31 at 1.5
	n := run(&q, 5000, 2, cost)
	if s := q.Scale(2); s != 1.5 {
		t.Errorf("scale %v, want 1.5", s)
	}
	if n > 1 {
		t.Errorf("%d changes: the picture breathes", n)
	}
}

func TestQualityComesBackAfterAHiccup(t *testing.T) {
	q := Quality{scale: 0.5}
	run(&q, 2000, 2, func(float64) float64 { return 16 })
	if s := q.Scale(2); s != 2 {
		t.Errorf("scale %v on a quick machine, want the device's 2", s)
	}
}

func TestQualityBearsOddRatios(t *testing.T) {
	for _, r := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		var q Quality
		if s := q.Scale(r); s != 1 {
			t.Errorf("ratio %v: scale %v, want 1", r, s)
		}
	}
}

func TestADriftingPictureIsDrawnInEveryThirdFrame(t *testing.T) {
	var d Drift
	drawn, lively := 0, 0
	for i := range 60 {
		now := 1000 + float64(i)*1000/60
		if d.Due(now, false) {
			drawn++
		}
	}
	for i := range 60 {
		if d.Due(3000+float64(i)*1000/60, true) {
			lively++
		}
	}
	if drawn != 20 || lively != 60 {
		t.Errorf("in a second %d frames of a drifting picture are drawn and %d of a lively one, want 20 and 60", drawn, lively)
	}
	// A slow machine draws what it can, and a clock that was set back draws.
	if !d.Due(5000, false) || !d.Due(5050, false) || !d.Due(10, false) {
		t.Error("a late frame or one of a clock set back is not drawn")
	}
}
