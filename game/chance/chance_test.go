package chance

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var purposes = []Purpose{LocusPlace, RandomAim, Responder, Noise, SpikeTime, SpikeSize, Burst, PainNoise, CaseSpot, Examiner, QuizOrder, QuizValue, QuizPick, QuizPerson, QuizForm}

// sequences are the ways in which the program walks through the numbers: along
// each of the four arguments with the others held.
var sequences = map[string]func(i uint64) (Source, Purpose, uint64){
	"index":     func(i uint64) (Source, Purpose, uint64) { return Source{Seed: 1}, Noise, i },
	"seed":      func(i uint64) (Source, Purpose, uint64) { return Source{Seed: i}, LocusPlace, 0 },
	"patient":   func(i uint64) (Source, Purpose, uint64) { return Source{Patient: i}, Responder, 0 },
	"wide step": func(i uint64) (Source, Purpose, uint64) { return Source{}, LocusPlace, i << 32 },
	"loci":      func(i uint64) (Source, Purpose, uint64) { return Source{}, LocusPlace, 64 * i },
	"purpose":   func(i uint64) (Source, Purpose, uint64) { return Source{}, Purpose(i), 0 },
}

// TestMixIsSplitMix64 holds the finaliser against the first numbers that
// SplitMix64 gives from seed 0.
func TestMixIsSplitMix64(t *testing.T) {
	const gamma = 0x9e3779b97f4a7c15
	for i, want := range []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f} {
		if got := mix(uint64(i) * gamma); got != want {
			t.Errorf("number %d is %#x, want %#x", i, got, want)
		}
	}
}

// TestContract pins what saved runs rest on: the numbers of the purposes and
// one draw of each.
func TestContract(t *testing.T) {
	for i, p := range purposes {
		if int(p) != i+1 {
			t.Errorf("purpose %d has become %d", i+1, p)
		}
	}
	s := Source{Seed: 7, Patient: 3}
	want := mix(mix(mix(mix(7)^3)^uint64(RandomAim)) ^ 5)
	if got := s.Uint64(RandomAim, 5); got != want {
		t.Errorf("draw is %#x, want %#x", got, want)
	}
}

// TestUniform counts 16 000 draws in 16 bins. With 15 degrees of freedom
// chi-square exceeds 44.3 once in 10 000 fair sequences.
func TestUniform(t *testing.T) {
	for name, at := range sequences {
		const bins, n = 16, 16000
		var count [bins]float64
		for i := range uint64(n) {
			s, p, index := at(i)
			count[int(s.Float64(p, index)*bins)]++
		}
		if chi := chiSquare(count[:]); chi > 44.3 {
			t.Errorf("along %s: chi-square %.1f", name, chi)
		}
	}
}

// chiSquare gives the statistic for bins of equal chance.
func chiSquare(count []float64) (chi float64) {
	var n float64
	for _, c := range count {
		n += c
	}
	want := n / float64(len(count))
	for _, c := range count {
		chi += (c - want) * (c - want) / want
	}
	return chi
}

// TestIndependence correlates what differs in one argument only. Of 10 000
// independent pairs the correlation has a standard deviation of 0.01; a fair
// one leaves 0.045 seven times in a million.
func TestIndependence(t *testing.T) {
	const n = 10000
	check := func(name string, f func(i uint64) (x, y float64)) {
		t.Helper()
		var xs, ys []float64
		for i := range uint64(n) {
			x, y := f(i)
			xs, ys = append(xs, x), append(ys, y)
		}
		if r := correlation(xs, ys); math.Abs(r) > .045 {
			t.Errorf("%s: r = %.3f", name, r)
		}
	}
	for i, p := range purposes {
		for _, q := range purposes[:i] {
			check("purposes", func(i uint64) (float64, float64) {
				return Source{Seed: 1}.Float64(p, i), Source{Seed: 1}.Float64(q, i)
			})
		}
	}
	check("seeds", func(i uint64) (float64, float64) {
		return Source{Seed: 1}.Float64(Noise, i), Source{Seed: 2}.Float64(Noise, i)
	})
	check("patients", func(i uint64) (float64, float64) {
		return Source{Patient: 1}.Float64(Noise, i), Source{Patient: 2}.Float64(Noise, i)
	})
	check("neighbours", func(i uint64) (float64, float64) {
		return Source{}.Float64(Noise, i), Source{}.Float64(Noise, i+1)
	})
	check("normal neighbours", func(i uint64) (float64, float64) {
		return Source{}.Normal(RandomAim, 2*i), Source{}.Normal(RandomAim, 2*i+1)
	})
	check("uniform and normal of one place", func(i uint64) (float64, float64) {
		return Source{}.Float64(Noise, i), Source{}.Normal(Noise, i)
	})
}

func correlation(x, y []float64) float64 {
	var mx, my, xx, yy, xy float64
	n := float64(len(x))
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	for i := range x {
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
		xy += (x[i] - mx) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

// TestNormalMoments holds the means of x, x^2, x^3 and x^4 over 100 000 draws
// at 0, 1, 0 and 3 within 4.5 standard errors; under the normal law the powers
// have the variances 1, 2, 15 and 96.
func TestNormalMoments(t *testing.T) {
	const n = 100000
	var m [5]float64
	for i := range uint64(n) {
		x := Source{Seed: 1}.Normal(Noise, i)
		if math.Abs(x) >= 8.6 {
			t.Fatalf("draw %d is %v", i, x)
		}
		for k, p := 1, x; k <= 4; k, p = k+1, p*x {
			m[k] += p / n
		}
	}
	for k, want := range []float64{1: 0, 2: 1, 3: 0, 4: 3} {
		se := math.Sqrt([]float64{0, 1, 2, 15, 96}[k] / n)
		if k > 0 && math.Abs(m[k]-want) > 4.5*se {
			t.Errorf("moment %d is %.4f, want %v ± %.4f", k, m[k], want, 4.5*se)
		}
	}
}

func TestDrawsAreFunctions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Source{rapid.Uint64().Draw(t, "seed"), rapid.Uint64().Draw(t, "patient")}
		p := rapid.SampledFrom(purposes).Draw(t, "purpose")
		i := rapid.Uint64().Draw(t, "index")
		x := s.Float64(p, i)
		if !(x >= 0 && x < 1) {
			t.Fatalf("%v is not in [0, 1)", x)
		}
		if z := s.Normal(p, i); !(math.Abs(z) < 8.6) {
			t.Fatalf("normal %v", z)
		}
		if other := s.Float64(p, i+1); other != s.Float64(p, i+1) || s.Float64(p, i) != x { // in any order
			t.Fatal("the same draw again differs")
		}
	})
}

// TestNoDrawRepeats walks the small numbers that seeds, patients, purposes and
// indices really are: 4096 combinations, no value twice.
func TestNoDrawRepeats(t *testing.T) {
	var all []uint64
	for seed := range uint64(8) {
		for patient := range uint64(8) {
			for _, p := range purposes {
				for i := range uint64(8) {
					all = append(all, Source{seed, patient}.Uint64(p, i))
				}
			}
		}
	}
	n := len(all)
	slices.Sort(all)
	if got := len(slices.Compact(all)); got != n {
		t.Errorf("%d of %d draws repeat", n-got, n)
	}
}
