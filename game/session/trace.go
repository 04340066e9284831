package session

import (
	"sort"

	"taut/game/emg"
	"taut/game/tick"
)

// Sample is what the traces keep of a moment.
type Sample struct {
	At      tick.Tick
	Tension float64 // with twitch and after-cramp, 0 to about 1.5
	C       float64 // resting tension, 0 to 1
	Flow    float64
	H       float64 // acid
	Drive   float64 // endplate drive A
}

// The least time between two samples of the traces: soon after anything was
// done, and later, when only slow things move.
const (
	sampleGap = 10 * tick.Millisecond
	sparseGap = 5 * tick.Second
	sparse    = 30 * tick.Second // after the last stroke
)

// traceMost bounds the samples that a run keeps: however long somebody plays,
// the traces take the same memory. 8192 are 80 s at their densest.
const traceMost = 8192 // structural

// traceFirst is the room that a run begins with: most of them are short, and a page
// holds several.
const traceFirst = 256 // structural

// record keeps the present grid point for the traces. A seek does not record
// again what is there.
func (s *Session) record() {
	st := &s.now.state
	gap := sampleGap
	if st.Quiet > sparse {
		gap = sparseGap
	}
	if n := len(s.trace); n > 0 && s.now.at < s.trace[n-1].At+gap {
		return
	}
	if n := cap(s.trace); len(s.trace) == n && n < traceMost {
		s.trace = append(make([]Sample, 0, min(2*n, traceMost)), s.trace...)
	}
	if len(s.trace) == traceMost {
		s.trace = thin(s.trace)
	}
	s.trace = append(s.trace, Sample{
		At: s.now.at, Tension: st.Trace(s.fibre), C: st.C, Flow: st.Flow(), H: st.H, Drive: st.Drive(),
	})
}

// thin halves the older half of a full trace in its place: of every two samples
// it keeps the one in which the band pulls harder above its rest, so that the
// height of a twitch stays. The last minute or so stays as it was.
func thin(trace []Sample) []Sample {
	n := 1 // the first sample is the start of the run
	half := len(trace) / 2
	for i := 1; i+1 < half; i += 2 {
		a, b := trace[i], trace[i+1]
		if b.Tension-b.C > a.Tension-a.C {
			a = b
		}
		trace[n] = a
		n++
	}
	return append(trace[:n], trace[half:]...)
}

// Samples gives the samples from a to b, oldest first, with one more on either
// side where there is one. The slice is valid until the run goes on.
func (s *Session) Samples(a, b tick.Tick) []Sample {
	lo := sort.Search(len(s.trace), func(i int) bool { return s.trace[i].At >= a })
	hi := sort.Search(len(s.trace), func(i int) bool { return s.trace[i].At > b })
	return s.trace[max(0, lo-1):min(len(s.trace), hi+1)]
}

// Bursts appends the twitch bursts of the passes between a and b.
func (s *Session) Bursts(dst []emg.Burst, a, b tick.Tick) []emg.Burst {
	for i := range s.passes {
		if p := &s.passes[i]; p.Twitch > 0 && p.At >= a-tick.Second && p.At <= b {
			dst = append(dst, burst(p.At, p.Twitch, s.latency, uint64(i)))
		}
	}
	return dst
}

// EMG gives the needle's signal of this run.
func (s *Session) EMG() emg.Signal { return emg.Signal{Source: s.src} }
