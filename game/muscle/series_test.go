package muscle_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/evidence/evidencetest"
	"taut/game/muscle"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", muscle.Constants)
}

// TestKnotLengths: 47 to 54 % of normal in an active point is the range of the
// series-fibre equilibrium; a latent one is to be seen between the two.
func TestKnotLengths(t *testing.T) {
	healthy, beside := muscle.Series(0)
	if healthy != muscle.RestingLength || beside != muscle.RestingLength {
		t.Errorf("healthy muscle lies at %v and %v µm", healthy, beside)
	}
	active, stretched := muscle.Series(.377)
	if active < 1.28 || active > 1.46 {
		t.Errorf("active knot %v µm, want 1.28 to 1.46", active)
	}
	if stretched < healthy+.1 || stretched > 3.2 {
		t.Errorf("beside an active knot %v µm, want visibly more than %v", stretched, healthy)
	}
	latent, _ := muscle.Series(.10)
	if latent < active+.25 || latent > healthy-.25 {
		t.Errorf("latent knot %v µm is not visibly between %v and %v", latent, active, healthy)
	}
}

func TestSeriesIsMonotoneSmoothAndKeepsItsLength(t *testing.T) {
	share := 0.0
	for _, c := range muscle.Constants {
		if c.Symbol == "knotShare" {
			share = c.Value
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float64Range(0, 1).Draw(t, "a")
		b := rapid.Float64Range(0, 1).Draw(t, "b")
		a, b = min(a, b), max(a, b)
		ka, ra := muscle.Series(a)
		kb, rb := muscle.Series(b)
		// 1e-12 µm is a few times what the halving leaves.
		const eps = 1e-12
		if kb > ka+eps || rb < ra-eps {
			t.Fatalf("from c = %v to %v the knot went from %v to %v µm, the rest from %v to %v", a, b, ka, kb, ra, rb)
		}
		// At the steepest, c = 0, the knot gives way by F/kLat = 10 µm per unit.
		if ka-kb > 10*(b-a)+eps {
			t.Fatalf("a jump: from c = %v to %v the knot went from %v to %v µm", a, b, ka, kb)
		}
		if l := share*kb + (1-share)*rb; math.Abs(l-muscle.RestingLength) > eps {
			t.Fatalf("at c = %v the mean length is %v µm", b, l)
		}
		if kb <= 1.27 || kb > muscle.RestingLength {
			t.Fatalf("at c = %v the knot is %v µm long", b, kb)
		}
	})
}

func TestSeriesTakesAnyNumber(t *testing.T) {
	for _, c := range []struct{ c, like float64 }{{-1, 0}, {math.NaN(), 0}, {math.Inf(-1), 0}, {7, 1}, {math.Inf(1), 1}} {
		k, r := muscle.Series(c.c)
		wantK, wantR := muscle.Series(c.like)
		if k != wantK || r != wantR {
			t.Errorf("Series(%v) = %v, %v; want that of %v: %v, %v", c.c, k, r, c.like, wantK, wantR)
		}
	}
}

func BenchmarkSeries(b *testing.B) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if k, _ := muscle.Series(float64(i&1023) / 1024); k < 1 {
			b.Fatal(k)
		}
	}
}
