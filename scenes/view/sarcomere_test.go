package view_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/muscle"
	"taut/scenes/view"
)

// Lengths of filaments that are added and halved round in the last places.
const rounding = 1e-12

// The filaments' lengths come from the curve's corners; so the force that they
// give by their overlap has to be the curve again, on every limb.
func TestFilamentsGiveTheForceLengthCurve(t *testing.T) {
	for um := 0.5; um < 5; um += 0.01 {
		if got, want := view.Force(um), muscle.Human(um); math.Abs(got-want) > rounding {
			t.Errorf("force of the filaments at %.2f µm is %v, the curve's %v", um, got, want)
		}
	}
}

func TestOverlapIsTheGeometry(t *testing.T) {
	reach := view.ThinFilament + view.ZLine/2
	for _, um := range []float64{1.0, 1.3, 1.8, 2.64, 2.81, 3.2, 3.9, 4.24, 4.6} {
		// Counted on a filament laid out in steps of 0.1 nm.
		const step = 1e-4
		over, double := 0.0, 0.0
		for x := step / 2; x < view.ThickFilament/2; x += step {
			if x > view.BareZone/2 && um/2-x < reach {
				over += step
			}
		}
		for x := -um/2 + step/2; x < um/2; x += step {
			if x+um/2 < reach && um/2-x < reach {
				double += step
			}
		}
		if got := view.Overlap(um); math.Abs(got-over) > 2*step {
			t.Errorf("overlap at %v µm is %v, counted %v", um, got, over)
		}
		if got := view.DoubleOverlap(um); math.Abs(got-double) > 2*step {
			t.Errorf("double overlap at %v µm is %v, counted %v", um, got, double)
		}
	}
}

// Each limb of the curve has its own cause: heads without thin filaments on the
// long side, thin filaments over each other on the short, crumpled thick ones
// below 1.70 µm.
func TestEachLimbHasItsCause(t *testing.T) {
	for _, c := range []struct {
		um                      float64
		full, doubled, crumpled bool
	}{{1.4, true, true, true}, {2.0, true, true, false}, {2.7, true, false, false}, {3.5, false, false, false}} {
		full := math.Abs(view.Overlap(c.um)-view.FullOverlap) < rounding
		if doubled, crumpled := view.DoubleOverlap(c.um) > 0, view.Crumple(c.um) > 0; full != c.full || doubled != c.doubled || crumpled != c.crumpled {
			t.Errorf("%v µm: full overlap %v, double %v, crumpled %v; want %v, %v, %v", c.um, full, doubled, crumpled, c.full, c.doubled, c.crumpled)
		}
	}
}

func TestSarcomereGoesWithTheState(t *testing.T) {
	active := view.Inner{Drive: .43, Energy: .61, Gain: .91, Active: .377, Knot: 1.32, Rest: 2.82}
	after := view.Inner{Drive: .15, Energy: .93, Gain: .99, Active: .148, Knot: 2.05, Rest: 2.74}
	sound := active.Sound()
	twitch := active
	twitch.Twitch = .8
	falls := func(what string, values ...float64) {
		t.Helper()
		for i := 1; i < len(values); i++ {
			if values[i] >= values[i-1] {
				t.Errorf("%s does not fall: %v", what, values)
			}
		}
	}
	falls("heads at work: twitch, active, after, healthy", twitch.AtWork(), active.AtWork(), after.AtWork(), sound.AtWork())
	falls("bridges", active.Bridges(1.32), after.Bridges(2.05), sound.Bridges(2.7))
	falls("calcium outside", twitch.CalciumFree(), active.CalciumFree(), after.CalciumFree(), sound.CalciumFree())
	falls("heads that wait for ATP", active.Waiting(), after.Waiting(), sound.Waiting())
	falls("pumps' rate, from the healthy", sound.PumpRate(), after.PumpRate(), active.PumpRate())
	falls("heads' rate, from the healthy", sound.HeadRate(), after.HeadRate(), active.HeadRate())
	if b := active.Bridges(4.3); b != 0 {
		t.Errorf("bridges beyond the overlap: %v", b)
	}
	if twitch.AtWorkBeside() <= active.AtWorkBeside() || twitch.CalciumBeside() <= active.CalciumBeside() {
		t.Error("the twitch does not reach the sarcomeres beside the knot")
	}
}

func TestSharesStayShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		any := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0}))
		in := view.Inner{
			Drive: any.Draw(t, "drive"), Energy: any.Draw(t, "energy"), Gain: any.Draw(t, "gain"), Active: any.Draw(t, "active"),
			Twitch: any.Draw(t, "twitch"), Knot: any.Draw(t, "knot"), Rest: any.Draw(t, "rest"), Healthy: rapid.Bool().Draw(t, "healthy"),
		}
		for name, x := range map[string]float64{
			"at work": in.AtWork(), "beside": in.AtWorkBeside(), "waiting": in.Waiting(), "calcium": in.CalciumFree(),
			"calcium beside": in.CalciumBeside(), "heads": in.HeadRate(), "pumps": in.PumpRate(),
		} {
			if !(x >= 0 && x <= 1) {
				t.Fatalf("%s = %v", name, x)
			}
		}
		for _, p := range view.SarcomereParts(nil, in) {
			if !(math.Abs(p.X)+math.Abs(p.Z) < 0.02) { // mm: within some pictures' heights
				t.Fatalf("%s lies at %v, %v mm", p.Key, p.X, p.Z)
			}
		}
	})
}

// Depth turns the shader's formula round: what it gives has to lead back.
func TestDepthIsTheShadersTurnedRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := view.Myofibrils{Knot: rapid.Float64Range(0.8, 4.3).Draw(t, "knot"), Rest: rapid.Float64Range(2, 3.5).Draw(t, "rest")}
		x, w := rapid.Float64Range(-30, 30).Draw(t, "x"), rapid.Float64Range(-30, 30).Draw(t, "w")
		y := m.Depth(x, w) - m.Depth(x, 0)
		back := y - (1-1/m.Swelling(x))*y/(1+y*y/81)
		// A thousandth of a µm is a twelfth of a pixel at the level's own scale.
		if math.Abs(back-w) > 1e-3 {
			t.Fatalf("depth %v leads back to %v, not %v", y, back, w)
		}
	})
}

func TestSarcomeresJoinAtTheirZLines(t *testing.T) {
	m := view.Myofibrils{Knot: 1.3, Rest: 2.8}
	for n := -6; n < 6; n++ {
		right, left := m.Middle(n)+m.Length(n)/2, m.Middle(n+1)-m.Length(n+1)/2
		if math.Abs(right-left) > rounding {
			t.Errorf("sarcomere %d ends at %v and the next begins at %v", n, right, left)
		}
	}
	if z := m.Middle(1) + m.Length(1)/2; math.Abs(z-m.Zone()) > rounding {
		t.Errorf("the knot ends at %v, its zone at %v", z, m.Zone())
	}
}
