package needle_test

import (
	"math"
	"testing"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

// TestFannedCoversThePoint: middle first, then outwards round the clock, every
// stroke within .85 of the radius and no two closer than a third of what n
// equal shares of the disc would leave between them.
func TestFannedCoversThePoint(t *testing.T) {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	for _, n := range []int{1, 3, 10, 12, 40} {
		plan := needle.Pattern{N: n, Speed: 80}
		var at []trigger.Place
		last := 0.0
		for k := range n {
			st := plan.Stroke(&p, chance.Source{}, k, k)
			r := math.Hypot(st.From.X, st.From.Y)
			if r <= last || r > .85*p.Kind.Radius() {
				t.Errorf("of %d: stroke %d at %v mm after %v", n, k, r, last)
			}
			last = r
			share := p.Kind.Radius() / math.Sqrt(float64(n))
			for j, q := range at {
				if d := math.Hypot(st.From.X-q.X, st.From.Y-q.Y); d < share/3 {
					t.Errorf("of %d: strokes %d and %d are %v mm apart", n, j, k, d)
				}
			}
			at = append(at, st.From)
			if st.From.Z != -6 || st.To.Z != 6 || st.To.X != st.From.X || st.To.Y != st.From.Y || st.Speed != 80 {
				t.Errorf("stroke %d is not straight through: %+v", k, st)
			}
		}
	}
}

// TestRandomAimSpreadsByHalfTheRadius: the standard deviation of each
// coordinate is R/2 and the mean 0, over 4000 strokes within 4.5 standard
// errors (1/sqrt(n), and 1/sqrt(2n) for the deviation).
func TestRandomAimSpreadsByHalfTheRadius(t *testing.T) {
	const n = 4000
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	plan := needle.Pattern{Aim: needle.Random, N: n}
	var sum, squares [2]float64
	for k := range n {
		st := plan.Stroke(&p, chance.Source{Seed: 1}, k, k)
		for i, x := range []float64{st.From.X, st.From.Y} {
			x /= p.Kind.Radius() / 2
			sum[i] += x / n
			squares[i] += x * x / n
		}
	}
	for i := range sum {
		if math.Abs(sum[i]) > 4.5/math.Sqrt(n) || math.Abs(math.Sqrt(squares[i])-1) > 4.5/math.Sqrt(2*n) {
			t.Errorf("coordinate %d: mean %v, deviation %v of R/2", i, sum[i], math.Sqrt(squares[i]))
		}
	}
}

func TestOtherAims(t *testing.T) {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	for k := range 5 {
		if st := (needle.Pattern{Aim: needle.Same, N: 5}).Stroke(&p, chance.Source{}, k, k); st.From != (trigger.Place{X: .5, Z: -6}) {
			t.Errorf("same track, stroke %d from %+v", k, st.From)
		}
		if st := (needle.Pattern{Aim: needle.Off, N: 5, Shallow: true}).Stroke(&p, chance.Source{}, k, k); st.From != (trigger.Place{X: 12, Z: -30}) || st.To != (trigger.Place{X: 12, Z: -12}) {
			t.Errorf("off target and shallow, stroke %d: %+v", k, st)
		}
	}
}
