// Package emg draws what a needle electrode in the trigger point would record:
// endplate noise, endplate spikes and the bursts of local twitches, in µV.
//
// The signal is a function of the sample's number and of what the endplates do
// then, not a stream: any window can be drawn at any time, in any order, and
// shows the same curve, so that scrubbing, undo and a replay need no history.
package emg

import (
	"math"

	"taut/game/chance"
)

// Rate is the number of samples in a second of model time.
const Rate = 10_000 // structural: five samples a tick

// TickSamples is the number of samples in a tick of 0.5 ms.
const TickSamples = 5 // structural: Rate times 0.5 ms

const (
	noiseGain = 50.0 // µV of endplate noise at a drive of 1
	spikeGain = 5.0  // endplate spikes a second at a drive of 1

	spikeLow      = 100.0 // µV
	spikeHigh     = 600.0 // µV
	spikeDuration = 0.004 // s

	surfaceFade = 50.0
)

const (
	spikeSamples = int64(spikeDuration * Rate) // structural: samples of an endplate spike
	binSamples   = 100                         // structural: 10 ms, at most one spike in each
)

// Signal is the needle EMG of one patient of one run. The zero value is valid.
type Signal struct{ Source chance.Source }

// Noise gives the level of endplate noise that is shown, in µV (root mean
// square), for endplate drive A (0 to 1): 50 A.
func Noise(drive float64) float64 { return noiseGain * max(drive, 0) }

// Surface gives what an electrode on the skin shows of a needle's signal in
// µV: a fiftieth, which is lost in the noise of a surface recording. That
// surface EMG shows almost none of a twitch is published; how much is left is
// a teaching value.
func Surface(needle float64) float64 { return needle / surfaceFade }

// Sample gives sample n, at n / Rate seconds from the start of the run (before
// it, where n < 0, the endplates are as noisy), in µV:
//
//	N(0, (50 A)^2) + endplate spikes + bursts
//
// where A is the endplate drive then (0 to 1; anything below is 0). Endplate
// spikes come as a Poisson stream of 5 A a second, 100 to 600 µV high. Bursts
// are the twitches of the run so far, in any order.
func (s Signal) Sample(n int64, drive float64, bursts []Burst) float64 {
	return s.noise(n, drive) + s.shapes(n, drive, bursts)
}

// noise gives the endplate noise alone: white, so that its variance is exact.
func (s Signal) noise(n int64, drive float64) float64 {
	if !(drive > 0) {
		return 0
	}
	return noiseGain * drive * s.Source.Normal(chance.Noise, uint64(n))
}

// shapes gives everything but the noise.
func (s Signal) shapes(n int64, drive float64, bursts []Burst) float64 {
	v := 0.0
	if drive > 0 {
		// A spike is shorter than a bin, so it began in this one or the last.
		bin := floor(n, binSamples)
		v = s.spikeIn(bin, drive).at(n) + s.spikeIn(bin-1, drive).at(n)
	}
	for i := range bursts {
		v += s.burstAt(&bursts[i], n)
	}
	return v
}

// spikeIn gives the endplate spike that begins in a bin; most have none. With
// at most one in 10 ms the mean rate is exact, and the variance of a count is
// below a Poisson stream's by the chance of a bin, 5 % at a drive of 1.
func (s Signal) spikeIn(bin int64, drive float64) wavelet {
	const half = 1 << 32
	bits := s.Source.Uint64(chance.SpikeTime, uint64(bin))
	if float64(bits>>32)/half >= spikeGain*drive*binSamples/Rate {
		return wavelet{}
	}
	place := int64((bits & (half - 1)) * binSamples >> 32)
	size := spikeLow + (spikeHigh-spikeLow)*s.Source.Float64(chance.SpikeSize, uint64(bin))
	return wavelet{onset: bin*binSamples + place, samples: spikeSamples, size: size}
}

// wavelet is one biphasic spike, first negative as close to an endplate. The
// zero value is none.
type wavelet struct {
	onset, samples int64
	size           float64 // height of each phase, µV
}

// at gives the value at sample n: with u from 0 to 1 along the spike,
//
//	-25 sqrt(5) u^2 (1-u)^2 (1-2u)
//
// whose two phases are 1 high and which begins and ends without a kink.
func (w wavelet) at(n int64) float64 {
	if n <= w.onset || n >= w.onset+w.samples {
		return 0
	}
	const unit = 55.90169943749474 // 25 sqrt(5)
	u := float64(n-w.onset) / float64(w.samples)
	q := u * (1 - u)
	return -unit * w.size * q * q * (1 - 2*u)
}

// peaks gives the samples next to the two phases' tops.
func (w wavelet) peaks() (negative, positive int64) {
	const top = 0.27639320225002106 // 1/2 - 1/sqrt(20), where the slope is 0
	negative = w.onset + int64(math.Round(top*float64(w.samples)))
	return negative, w.onset + w.samples - (negative - w.onset)
}

// floor gives n / d rounded down; d > 0.
func floor(n, d int64) int64 {
	if n < 0 {
		return (n+1)/d - 1
	}
	return n / d
}
