package lab

import (
	"taut/game/emg"
	"taut/game/session"
	"taut/game/tick"
)

// envelope walks along the EMG of a run; it keeps its room.
type envelope struct {
	drive  []float64
	bursts []emg.Burst
}

// fill gives the least and the most of the signal, in µV, in columns of so many
// samples each from sample first on.
func (e *envelope) fill(run *session.Session, lo, hi []float64, first, samples int64) {
	at := func(i int) tick.Tick { return tick.Tick((first + int64(i)*samples) / emg.TickSamples) }
	all, j := run.Samples(at(0), at(len(lo))), 0
	e.drive = e.drive[:0]
	for i := range lo {
		for j+1 < len(all) && all[j+1].At <= at(i) {
			j++
		}
		e.drive = append(e.drive, all[j].Drive)
	}
	e.bursts = run.Bursts(e.bursts[:0], at(0), at(len(lo)))
	run.EMG().Envelope(lo, hi, first, samples, e.drive, e.bursts)
}
