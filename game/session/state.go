package session

import (
	"math"

	"taut/game/course"
	"taut/game/emg"
	"taut/game/muscle"
	"taut/game/tick"
)

// liveMax bounds the twitches that run at once: a stroke takes 0.15 s and a
// twitch 0.75 s at most.
const liveMax = 6 // structural

// The clocks of a live twitch.
const (
	twitchStep = 2                     // structural: ticks, 1 ms
	spikeGap   = 20 * tick.Millisecond // between two spikes of a burst
	twitchTail = 8                     // structural: contraction times after the last spike
)

// Live is one twitch under way. Size 0 marks a free place.
type Live struct {
	Onset tick.Tick // of the burst's first spike
	Size  float64   // the twitch's size a
	Fired int       // spikes of the burst so far
	muscle.Twitch
}

// State is a moment of a run. Copying it is a snapshot.
type State struct {
	course.State
	Cramp float64 // after-cramp, 0 to about 1
	Live  [liveMax]Live
}

// twitching reports whether a twitch is under way or on its way.
func (s *State) twitching() bool {
	for i := range s.Live {
		if s.Live[i].Size > 0 {
			return true
		}
	}
	return false
}

// start sets off a twitch of size a at tick at, which is seen latency s later, in
// the place of the oldest where all are taken.
func (s *State) start(at tick.Tick, a, latency float64) {
	to := 0
	for i := range s.Live {
		if s.Live[i].Size == 0 {
			to = i
			break
		}
		if s.Live[i].Onset < s.Live[to].Onset {
			to = i
		}
	}
	b := burst(at, a, latency, 0)
	s.Live[to] = Live{Onset: sampleTick(b.SpikeSample(0)), Size: a}
}

// burst gives the motor-unit burst of a twitch of size a after a hit at tick at.
func burst(at tick.Tick, a, latency float64, index uint64) emg.Burst {
	return emg.NewBurst(int64(at)*emg.TickSamples, latency, a, index)
}

// sampleTick gives the tick in which sample n of the EMG lies.
func sampleTick(n int64) tick.Tick { return tick.Tick(n / emg.TickSamples) }

// crampLeft is what a step of a live twitch leaves of an after-cramp.
var crampLeft = math.Exp(-tick.Tick(twitchStep).Seconds() / tauCramp)

// fast moves twitches and after-cramp on from tick at by d ticks.
func (s *State) fast(f muscle.Fibre, at, d tick.Tick) {
	dt := d.Seconds()
	switch {
	case s.Cramp == 0:
	case d == twitchStep:
		s.Cramp *= crampLeft
	default:
		s.Cramp *= math.Exp(-dt / tauCramp)
	}
	if !s.twitching() {
		return
	}
	end := tick.FromSeconds(twitchTail * f.ContractionTime())
	for i := range s.Live {
		l := &s.Live[i]
		if l.Size == 0 || at < l.Onset {
			continue
		}
		b := emg.Burst{OnsetSample: int64(l.Onset) * emg.TickSamples, Size: l.Size}
		if l.Fired < b.Spikes() && at >= sampleTick(b.SpikeSample(l.Fired)) {
			if l.Fired == 0 {
				s.Cramp += crampGain * min(1, l.Size/crampFull)
			}
			l.Impulse()
			l.Fired++
		}
		l.Step(f, dt)
		if at+d > sampleTick(b.EndSample())+end {
			*l = Live{}
		}
	}
}

// Twitch gives how strongly the band twitches now, 0 to about 1:
// the sum of a_t(t) min(1, a/3) over the twitches under way.
func (s *State) Twitch(f muscle.Fibre) (sum float64) {
	for i := range s.Live {
		if l := &s.Live[i]; l.Size > 0 {
			sum += l.Activation(f) * min(1, l.Size/twitchFull)
		}
	}
	return sum
}

// Trace gives the tension trace C + .5 a_t min(1, a/3) + after-cramp. The
// number named Tension is the resting part alone.
func (s *State) Trace(f muscle.Fibre) float64 {
	return s.C + traceShare*s.Twitch(f) + s.Cramp
}

// next gives the longest step that the state allows.
func (s *State) next(c course.Clock) tick.Tick {
	n := c.Next(&s.State)
	if s.twitching() {
		return min(n, twitchStep)
	}
	return n
}
