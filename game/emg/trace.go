package emg

import (
	"math"

	"taut/game/chance"
)

const (
	exactSamples = 32 // structural: a pixel of up to so many samples is drawn from all of them
	mostBins     = 64 // structural: a pixel looks at so many bins for endplate spikes
)

// blockBit keeps the draws for a pixel's noise apart from those for samples,
// which count from 0 up and down.
const blockBit uint64 = 1 << 62 // structural: mask

// Window fills dst with the samples n0, n0+stride, n0+2*stride, ... drive[i]
// is the endplate drive at dst[i]; a drive of one element holds for all, and
// Window panics if drive has neither one element nor len(dst). It allocates
// nothing.
func (s Signal) Window(dst []float64, n0, stride int64, drive []float64, bursts []Burst) {
	for i := range dst {
		dst[i] = s.Sample(n0+int64(i)*stride, at(drive, i, len(dst)), bursts)
	}
}

// Envelope fills lo and hi, which have equal lengths, with the least and the
// largest value of each pixel of a trace: pixel i covers the perPixel samples
// (at least 1) from n0 + i*perPixel on. drive is as for [Signal.Window], one
// element a pixel. It allocates nothing.
//
// Up to 32 samples a pixel these are the extremes of the very samples. Beyond,
// the noise's extremes are drawn from their own distribution, that of the
// largest and the least of perPixel independent normal numbers,
//
//	50 A z(U^(1/perPixel)), z the normal quantile,
//
// while endplate spikes and bursts are the very ones; 0 then always lies
// between lo and hi. A pixel thus costs at
// most 2 draws for noise, 1 + 2 for each of at most 64 bins of 10 ms, and 5
// for each burst in it, whatever it covers; beyond 0.64 s a pixel only 64
// evenly spaced bins are searched, so that not every endplate spike shows. A
// trace that scrolls by whole pixels from an n0 that is a multiple of perPixel
// keeps its pixels.
func (s Signal) Envelope(lo, hi []float64, n0, perPixel int64, drive []float64, bursts []Burst) {
	perPixel = max(1, perPixel)
	r := reader{Signal: s, noise: s.Source.For(chance.Noise)}
	for i := range lo {
		from := n0 + int64(i)*perPixel
		a := at(drive, i, len(lo))
		if perPixel <= exactSamples {
			lo[i], hi[i] = r.exact(from, from+perPixel, a, bursts)
			continue
		}
		r := s.noiseRange(from, perPixel, a)
		s.widenBySpikes(&r, a)
		for k := range bursts {
			s.widenByBurst(&r, &bursts[k], a)
		}
		lo[i], hi[i] = r.lo, r.hi
	}
}

// at gives drive for element i of n.
func at(drive []float64, i, n int) float64 {
	switch len(drive) {
	case n:
		return drive[i]
	case 1:
		return drive[0]
	}
	panic("emg: drive needs one element, or one for each value drawn")
}

// reader gives samples one after the other as [Signal.Sample] does, and looks
// for endplate spikes only where another bin or another drive begins.
type reader struct {
	Signal
	noise      chance.Draws
	bin        int64
	drive      float64
	spike, old wavelet // of the bin and of the one before it
}

// exact gives the extremes of the samples from to end-1.
func (r *reader) exact(from, end int64, drive float64, bursts []Burst) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	if !(drive > 0) {
		drive = 0
	}
	for n := from; n < end; n++ {
		v := 0.0
		if drive > 0 {
			if bin := floor(n, binSamples); bin != r.bin || drive != r.drive {
				r.bin, r.drive = bin, drive
				r.spike, r.old = r.spikeIn(bin, drive), r.spikeIn(bin-1, drive)
			}
			v = r.spike.at(n) + r.old.at(n)
		}
		for i := range bursts {
			v += r.burstAt(&bursts[i], n)
		}
		v += noiseGain * drive * r.noise.Normal(uint64(n))
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}

// span is a run of samples and the least and largest value in it.
type span struct {
	from, end int64
	lo, hi    float64
}

// noiseRange gives the extremes of noise in the samples from to from+count-1.
func (s Signal) noiseRange(from, count int64, drive float64) span {
	r := span{from: from, end: from + count}
	if drive > 0 {
		block := uint64(floor(from, count))<<1 ^ blockBit
		r.hi = noiseGain * drive * s.extreme(block, count)
		r.lo = -noiseGain * drive * s.extreme(block|1, count)
	}
	return r
}

// extreme draws the largest of count standard normal numbers: the quantile at
// p = U^(1/count), from 1-p, which stays exact where p is near 1.
func (s Signal) extreme(index uint64, count int64) float64 {
	u := float64(s.Source.Uint64(chance.Noise, index)>>11|1) / (1 << 53) // never 0
	rest := -math.Expm1(math.Log(u) / float64(count))
	return math.Sqrt2 * math.Erfcinv(2*rest)
}

// widenBySpikes takes the endplate spikes into r.
func (s Signal) widenBySpikes(r *span, drive float64) {
	if !(drive > 0) {
		return
	}
	first, last := floor(r.from, binSamples)-1, floor(r.end-1, binSamples)
	step := (last-first)/mostBins + 1
	for bin := first; bin <= last; bin += step {
		if w := s.spikeIn(bin, drive); w.size > 0 {
			s.widen(r, w, drive)
		}
	}
}

// widenByBurst takes a burst's spikes into r.
func (s Signal) widenByBurst(r *span, b *Burst, drive float64) {
	if r.end <= b.OnsetSample || r.from >= b.EndSample() {
		return
	}
	for k := range b.Spikes() {
		s.widen(r, s.unit(b, k), drive)
	}
}

// widen takes the part of w that lies in r into it, with the noise there. A
// wavelet is monotone between its ends and its peaks, so its extremes in r are
// at a peak or at an edge of r.
func (s Signal) widen(r *span, w wavelet, drive float64) {
	negative, positive := w.peaks()
	for _, n := range [...]int64{negative, positive, r.from, r.end - 1} {
		if n <= w.onset || n >= w.onset+w.samples || n < r.from || n >= r.end {
			continue
		}
		v := w.at(n) + s.noise(n, drive)
		r.lo, r.hi = min(r.lo, v), max(r.hi, v)
	}
}
