package emg

import (
	"math"

	"taut/game/chance"
	"taut/game/muscle"
)

// Latencies in s from the hit on an endplate to the twitch that follows by way
// of the spinal cord, as it is seen. No measured number was found: these are
// the conduction there and back and a synapse, plus the electromechanical
// delay.
const (
	LatencyTrapezius = 0.030 // short arc, neck
	LatencyCalf      = 0.055 // long arc, leg
)

const (
	fewestSpikes = 2 // of a burst
	moreSpikes   = 3 // that the largest twitch adds

	fullSize = 3.0 // twitch size a at which a burst grows no more

	unitLow      = 200.0  // µV
	unitHigh     = 1000.0 // µV
	unitSpread   = 0.25
	unitDuration = 0.008 // s
)

const (
	unitSamples     = int64(unitDuration * Rate)         // structural: samples of a motor-unit spike
	intervalSamples = int64(muscle.SpikeInterval * Rate) // structural: samples between two
)

// Burst is the motor-unit activity of one local twitch.
type Burst struct {
	OnsetSample int64   // of its first spike
	Size        float64 // of the twitch, a: what the stroke hit, 0.25 to about 4
	Index       uint64  // of the stroke, for its luck
}

// NewBurst gives the burst of a twitch of the given size after a hit at sample
// hit. The electrical burst leads the twitch that is seen, latency seconds
// after the hit, by [muscle.ElectromechanicalDelay]: 17 ms after the hit in
// trapezius, 42 in the calf. A [muscle.Twitch] with an impulse at each
// [Burst.SpikeSample] then moves visibly at about the latency by itself.
func NewBurst(hit int64, latency, size float64, index uint64) Burst {
	return Burst{hit + int64(math.Round(Arc(latency)*Rate)), size, index}
}

// Arc gives the part of a latency, in s, that the way to the spinal cord and
// back takes: what is left of it before the [muscle.ElectromechanicalDelay], at
// least 0. The burst begins when it is over.
func Arc(latency float64) float64 { return max(0, latency-muscle.ElectromechanicalDelay) }

// strength gives how full the burst is, 0 to 1: min(1, a/3).
func (b Burst) strength() float64 { return min(1, max(0, b.Size/fullSize)) }

// Spikes gives the number of motor-unit spikes: 2 + round(3 min(1, a/3)).
func (b Burst) Spikes() int {
	return fewestSpikes + int(math.Round(moreSpikes*b.strength()))
}

// SpikeSample gives the sample at which spike k of [Burst.Spikes] begins; they
// come every [muscle.SpikeInterval].
func (b Burst) SpikeSample(k int) int64 { return b.OnsetSample + int64(k)*intervalSamples }

// EndSample gives the first sample after the burst.
func (b Burst) EndSample() int64 { return b.SpikeSample(b.Spikes()-1) + unitSamples }

// unit gives spike k of b, 200 to 1000 µV high: the stronger the twitch the
// higher, less up to a quarter of what is above 200 µV, by luck.
func (s Signal) unit(b *Burst, k int) wavelet {
	// One draw a stroke has 12 bits for each of its at most five spikes.
	const bits = 12
	luck := float64(s.Source.Uint64(chance.Burst, b.Index)>>(bits*k)&(1<<bits-1)) / (1 << bits)
	size := unitLow + (unitHigh-unitLow)*b.strength()*(1-unitSpread*luck)
	return wavelet{onset: b.SpikeSample(k), samples: unitSamples, size: size}
}

// Height gives the height of the largest spike of b, in µV.
func (s Signal) Height(b Burst) float64 {
	high := 0.0
	for k := range b.Spikes() {
		high = max(high, s.unit(&b, k).size)
	}
	return high
}

// burstAt gives what b adds to sample n. A spike is shorter than the interval,
// so at most one counts.
func (s Signal) burstAt(b *Burst, n int64) float64 {
	since := n - b.OnsetSample
	if since < 0 {
		return 0
	}
	k := since / intervalSamples
	if k >= int64(b.Spikes()) {
		return 0
	}
	return s.unit(b, int(k)).at(n)
}
