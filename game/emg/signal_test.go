package emg

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/chance"
	"taut/game/evidence/evidencetest"
)

// Endplate drives of the three kinds of muscle.
const (
	healthy = 0.02
	latent  = 0.17
	active  = 0.43
)

var signal = Signal{chance.Source{Seed: 7}}

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", Constants)
}

// rms is the root mean square of the noise in n samples from n0 on.
func rms(n0, n int64, drive float64) float64 {
	sum := 0.0
	for i := n0; i < n0+n; i++ {
		v := signal.noise(i, drive)
		sum += v * v
	}
	return math.Sqrt(sum / float64(n))
}

// In 20 000 samples the root mean square has a standard error of
// 1/sqrt(40 000) = 0.5 %; the tolerance is four of them.
const (
	sampled        = 20_000
	sampledWithin  = 0.02
	chouLow        = 12.0 // µV, one standard deviation below the means of Chou 2009
	chouHigh       = 31.0 // and above
	shamUnchanging = 0.05
)

func TestT1NoiseOfAnActivePoint(t *testing.T) {
	got := rms(0, sampled, active)
	if want := Noise(active); math.Abs(got/want-1) > sampledWithin {
		t.Errorf("noise %v µV, want %v", got, want)
	}
	if got < chouLow || got > chouHigh {
		t.Errorf("noise %v µV, published 21.3 ± 9.5 and 19.6 ± 7.6", got)
	}
}

func TestT3NoiseUnchangedWhereNothingWasHit(t *testing.T) {
	before, after := rms(0, sampled, active), rms(10*sampled, sampled, active)
	if math.Abs(after/before-1) > shamUnchanging {
		t.Errorf("noise %v, then %v µV at the same drive", before, after)
	}
}

func TestT5NoiseOrder(t *testing.T) {
	h, l, a := rms(0, sampled, healthy), rms(0, sampled, latent), rms(0, sampled, active)
	if !(h < l/2 && l < a/2 && h < 1.1) {
		t.Errorf("noise healthy %v, latent %v, active %v µV", h, l, a)
	}
	if rms(0, 100, 0) != 0 || Noise(-1) != 0 {
		t.Error("noise without drive")
	}
}

func TestT6Amplitudes(t *testing.T) {
	if n := Noise(active); n < 10 || n > 50 {
		t.Errorf("endplate noise %v µV, want 10 to 50", n)
	}
	least, most := math.Inf(1), 0.0
	for bin := range int64(100_000) {
		if w := signal.spikeIn(bin, active); w.size > 0 {
			n, p := w.peaks()
			if down, up := w.at(n), w.at(p); down > -.99*w.size || up < .99*w.size || n >= p {
				t.Fatalf("%+v µV is not biphasic, negative first: %v, %v", w, down, up)
			}
			least, most = min(least, w.size), max(most, w.size)
		}
	}
	// About 2000 spikes, even over 100 to 600 µV, come to within 1 % of the ends.
	if least < 100 || least > 105 || most > 600 || most < 595 {
		t.Errorf("endplate spikes from %v to %v µV, want 100 to 600", least, most)
	}
}

func TestT6SpikeRate(t *testing.T) {
	const seconds = 2000
	for _, drive := range []float64{healthy, latent, active, 1} {
		count := 0.0
		for bin := range int64(seconds * Rate / binSamples) {
			if signal.spikeIn(bin, drive).size > 0 {
				count++
			}
		}
		// A Poisson count has standard deviation sqrt(mean); four of them.
		want := 5 * drive * seconds
		if math.Abs(count-want) > 4*math.Sqrt(want) {
			t.Errorf("%v spikes in %d s at drive %v, want about %v", count, seconds, drive, want)
		}
	}
}

func TestT16SurfaceShowsAlmostNothing(t *testing.T) {
	// A surface recording has some 10 to 20 µV of noise of its own.
	if s := Surface(unitHigh); s > 20 {
		t.Errorf("the largest burst is %v µV at the skin", s)
	}
	if s := Surface(Noise(active)); s > 1 {
		t.Errorf("endplate noise is %v µV at the skin", s)
	}
}

func TestAWaveletIsWhole(t *testing.T) {
	w := wavelet{onset: 1000, samples: spikeSamples, size: 300}
	sum := 0.0
	for n := w.onset - 5; n < w.onset+w.samples+5; n++ {
		sum += w.at(n)
		if math.Abs(w.at(n)) > w.size*(1+1e-12) {
			t.Errorf("sample %d is %v µV, higher than %v", n, w.at(n), w.size)
		}
	}
	if math.Abs(sum) > 1e-9 {
		t.Errorf("the two phases leave %v µV", sum)
	}
}

// TestEverySampleIsAFunctionOfItsNumber: windows that overlap, of any stride,
// show the same curve, before the start of the run too.
func TestEverySampleIsAFunctionOfItsNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n0 := rapid.Int64Range(-50_000, 1<<40).Draw(t, "n0")
		stride := rapid.Int64Range(1, 50).Draw(t, "stride")
		drive := []float64{rapid.Float64Range(0, 1).Draw(t, "drive")}
		bursts := []Burst{NewBurst(n0, LatencyTrapezius, rapid.Float64Range(.25, 5).Draw(t, "size"), 3)}
		var fine, coarse [400]float64
		signal.Window(fine[:], n0, 1, drive, bursts)
		signal.Window(coarse[:], n0-2*stride, stride, drive, bursts)
		for i := int64(2); i < int64(len(coarse)) && (i-2)*stride < int64(len(fine)); i++ {
			if fine[(i-2)*stride] != coarse[i] {
				t.Fatalf("sample %d is %v in one window and %v in another", n0+(i-2)*stride, fine[(i-2)*stride], coarse[i])
			}
		}
		if signal.Sample(n0, drive[0], bursts) != fine[0] {
			t.Fatal("a sample alone differs from its window")
		}
	})
}

func TestPatientsDiffer(t *testing.T) {
	other := Signal{chance.Source{Seed: 7, Patient: 1}}
	same := 0
	for n := range int64(100) {
		if signal.Sample(n, active, nil) == other.Sample(n, active, nil) {
			same++
		}
	}
	if same > 0 {
		t.Errorf("%d of 100 samples are the same in two patients", same)
	}
}
