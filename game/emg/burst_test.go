package emg

import (
	"math"
	"testing"

	"taut/game/muscle"
)

func TestT10BurstShape(t *testing.T) {
	for _, c := range []struct {
		size   float64
		spikes int
	}{{.25, 2}, {.4, 2}, {.6, 3}, {1.5, 4}, {2.4, 4}, {2.6, 5}, {3, 5}, {9, 5}} {
		b := NewBurst(0, LatencyTrapezius, c.size, 1)
		if b.Spikes() != c.spikes {
			t.Errorf("a twitch of %v has %d spikes, want %d", c.size, b.Spikes(), c.spikes)
		}
		// Count the negative phases of the burst alone, at no endplate drive.
		seen, highest := 0, 0.0
		for n := b.OnsetSample - 10; n < b.EndSample()+10; n++ {
			v := signal.Sample(n, 0, []Burst{b})
			if v < signal.Sample(n-1, 0, []Burst{b}) && v < signal.Sample(n+1, 0, []Burst{b}) && v < -100 {
				seen++
			}
			highest = max(highest, math.Abs(v))
		}
		if seen != c.spikes {
			t.Errorf("a twitch of %v shows %d spikes, want %d", c.size, seen, c.spikes)
		}
		if highest < 200*.99 || highest > 1000 {
			t.Errorf("a twitch of %v is %v µV high, want 200 to 1000", c.size, highest)
		}
	}
}

func TestT10StrongerTwitchIsHigher(t *testing.T) {
	mean := func(size float64) float64 {
		sum := 0.0
		for i := range uint64(200) {
			b := NewBurst(0, LatencyTrapezius, size, i)
			sum += signal.unit(&b, 0).size
		}
		return sum / 200
	}
	weak, middle, strong := mean(.5), mean(1.5), mean(3)
	if !(weak < middle && middle < strong) {
		t.Errorf("mean heights %v, %v, %v µV", weak, middle, strong)
	}
}

func TestT12Latency(t *testing.T) {
	for _, latency := range []float64{LatencyTrapezius, LatencyCalf} {
		if latency < .015 || latency > .090 {
			t.Errorf("latency %v s, want 15 to 90 ms", latency)
		}
		b := NewBurst(1000, latency, 2, 1)
		// The spike leads the twitch by the delay, to within one sample.
		twitch := float64(b.OnsetSample-1000)/Rate + muscle.ElectromechanicalDelay
		if math.Abs(twitch-latency) > 1.0/Rate {
			t.Errorf("a burst at sample %d moves the muscle after %v s, want %v", b.OnsetSample, twitch, latency)
		}
	}
	// The electrical part alone: 12 to 18 ms in the neck.
	if first := NewBurst(0, LatencyTrapezius, 2, 1).OnsetSample; first < 120 || first > 180 {
		t.Errorf("first spike at sample %d, want 12 to 18 ms", first)
	}
	if b := NewBurst(5, 0, 1, 1); b.OnsetSample != 5 {
		t.Errorf("without latency the burst begins at %d, before or after the hit at 5", b.OnsetSample)
	}
}

func TestT13BurstDuration(t *testing.T) {
	for size := .25; size < 5; size += .25 {
		b := NewBurst(0, LatencyCalf, size, 1)
		if d := float64(b.EndSample()-b.OnsetSample) / Rate; d < .020 || d > .100 {
			t.Errorf("a twitch of %v lasts %v s in the EMG, want 20 to 100 ms", size, d)
		}
	}
}
