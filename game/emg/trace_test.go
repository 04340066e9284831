package emg

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// exact gives the extremes of the samples from to end-1.
func exact(from, end int64, drive float64, bursts []Burst) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for n := from; n < end; n++ {
		v := signal.Sample(n, drive, bursts)
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}

func TestAFineEnvelopeIsThatOfItsSamples(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n0 := rapid.Int64Range(-10_000, 1<<30).Draw(t, "n0")
		per := rapid.Int64Range(1, exactSamples).Draw(t, "perPixel")
		bursts := []Burst{NewBurst(n0, 0, 2, 5)}
		drive := []float64{active}
		var lo, hi [20]float64
		signal.Envelope(lo[:], hi[:], n0, per, drive, bursts)
		for i := range lo {
			l, h := exact(n0+int64(i)*per, n0+int64(i+1)*per, active, bursts)
			if lo[i] != l || hi[i] != h {
				t.Fatalf("pixel %d runs from %v to %v, its samples from %v to %v", i, lo[i], hi[i], l, h)
			}
		}
	})
}

// TestACoarseEnvelopeShowsEveryBurst: without noise the extremes are the
// samples' own and 0, to 1 % for the sample that lies nearest to a top.
func TestACoarseEnvelopeShowsEveryBurst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n0 := rapid.Int64Range(0, 1<<30).Draw(t, "n0")
		per := rapid.Int64Range(exactSamples+1, 4000).Draw(t, "perPixel")
		bursts := []Burst{{n0 + rapid.Int64Range(-500, 3000).Draw(t, "onset"), rapid.Float64Range(.25, 4).Draw(t, "size"), 9}}
		var lo, hi [4]float64
		signal.Envelope(lo[:], hi[:], n0, per, []float64{0}, bursts)
		for i := range lo {
			l, h := exact(n0+int64(i)*per, n0+int64(i+1)*per, 0, bursts)
			l, h = min(l, 0), max(h, 0)
			if within := .01 * unitHigh; math.Abs(lo[i]-l) > within || math.Abs(hi[i]-h) > within {
				t.Fatalf("pixel %d runs from %v to %v, its samples from %v to %v", i, lo[i], hi[i], l, h)
			}
		}
	})
}

// TestACoarseEnvelopeIsAsHighAsItsSamples compares 900 pixels of 15 s, drawn
// from the distribution, with the extremes of all 150 000 samples.
func TestACoarseEnvelopeIsAsHighAsItsSamples(t *testing.T) {
	const pixels, per = 900, 166
	var lo, hi [pixels]float64
	signal.Envelope(lo[:], hi[:], 0, per, []float64{active}, nil)
	drawn, taken := [2]float64{}, [2]float64{}
	for i := range lo {
		l, h := exact(int64(i)*per, int64(i+1)*per, active, nil)
		drawn[0] += lo[i] / pixels
		drawn[1] += hi[i] / pixels
		taken[0] += l / pixels
		taken[1] += h / pixels
	}
	for k := range drawn {
		// The extreme of 166 normals varies by about 0.44 sigma, its mean over 900
		// pixels by 0.015 sigma = 0.6 % of 2.6 sigma in either trace; four of them.
		if math.Abs(drawn[k]/taken[k]-1) > .035 {
			t.Errorf("mean extremes drawn %v, of the samples %v µV", drawn, taken)
		}
	}
}

func TestScrollingByPixelsKeepsThem(t *testing.T) {
	const per = 166
	var lo, hi, lo2, hi2 [50]float64
	bursts := []Burst{NewBurst(20*per, LatencyCalf, 3, 1)}
	signal.Envelope(lo[:], hi[:], -20*per, per, []float64{active}, bursts)
	signal.Envelope(lo2[:], hi2[:], -13*per, per, []float64{active}, bursts)
	for i := range 43 {
		if lo[i+7] != lo2[i] || hi[i+7] != hi2[i] {
			t.Fatalf("pixel %d changed on scrolling", i)
		}
	}
}

func TestDriveGoesWithThePixels(t *testing.T) {
	var lo, hi [2]float64
	signal.Envelope(lo[:], hi[:], 0, 100, []float64{active, 0}, nil)
	if lo[0] >= 0 || hi[0] <= 0 || lo[1] != 0 || hi[1] != 0 {
		t.Errorf("active, then silent: %v to %v", lo, hi)
	}
	defer func() {
		if recover() == nil {
			t.Error("three drives for two pixels went through")
		}
	}()
	signal.Envelope(lo[:], hi[:], 0, 100, []float64{1, 2, 3}, nil)
}

func TestDrawingAllocatesNothing(t *testing.T) {
	var lo, hi [100]float64
	drive := []float64{active}
	bursts := []Burst{NewBurst(0, LatencyCalf, 3, 1)}
	if n := testing.AllocsPerRun(10, func() {
		signal.Envelope(lo[:], hi[:], 0, 166, drive, bursts)
		signal.Window(lo[:], 0, 3, drive, bursts)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkSample(b *testing.B) {
	b.ReportAllocs()
	sum := 0.0
	for n := int64(0); b.Loop(); n++ {
		sum += signal.Sample(n, active, nil)
	}
	if math.IsNaN(sum) {
		b.Fatal("not a number")
	}
}

// BenchmarkEnvelope draws a trace of 900 pixels over 15 s with ten twitches.
func BenchmarkEnvelope(b *testing.B) {
	b.ReportAllocs()
	var lo, hi [900]float64
	var bursts [10]Burst
	for i := range bursts {
		bursts[i] = NewBurst(int64(i)*Rate, LatencyTrapezius, 2, uint64(i))
	}
	drive := []float64{active}
	for b.Loop() {
		signal.Envelope(lo[:], hi[:], 0, 166, drive, bursts[:])
	}
}
