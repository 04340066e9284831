package view

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// One quantum a second is the textbooks' rate of miniature potentials in a
// healthy muscle; an active point's leak is up to three orders of magnitude more
// (Simons 2001), and its mean depolarisation at most 2 mV.
func TestLeakGoesWithTheDrive(t *testing.T) {
	for _, c := range []struct{ drive, least, most, mvLeast, mvMost float64 }{
		{0.02, 0.5, 2, 0, 0.005},    // healthy
		{0.17, 50, 200, 0.15, 0.25}, // latent: about 0.2 mV
		{0.43, 500, 1000, 1, 2},     // active
	} {
		if r := ReleaseRate(c.drive); r < c.least || r > c.most {
			t.Errorf("at a drive of %v %v quanta a second, want %v to %v", c.drive, r, c.least, c.most)
		}
		if mv := MeanDepolarisation(c.drive); mv < c.mvLeast || mv > c.mvMost {
			t.Errorf("at a drive of %v the membrane stands %v mV above rest, want %v to %v", c.drive, mv, c.mvLeast, c.mvMost)
		}
	}
	if mv := MeanDepolarisation(0.43); mv > EndplateThreshold/4 {
		t.Errorf("the leak's %v mV come near the threshold", mv)
	}
	if Potential(&Inner{Drive: 0.43}) > 0.2 || Potential(&Inner{Drive: 0.43, Twitch: 1}) < 0.8 {
		t.Error("the gauge does not tell a leak, below the threshold, from a twitch, above it")
	}
}

func TestAcidKeepsAcetylcholineLonger(t *testing.T) {
	healthy, active := BreakdownTime(0), BreakdownTime(0.4)
	if healthy < 1 || active > 2 || active <= healthy {
		t.Errorf("%v ms healthy, %v in acid: want 1 to 2, longer in acid", healthy, active)
	}
	// A dot that lives longest is gone before its fusion is forgotten.
	if last := 1.16 * 1.15 * BreakdownTime(0.4) / 1000 * EndplateSlower; last > FusionLife+0.3 {
		t.Errorf("a dot may live %v s, a fusion is known for %v", last, FusionLife)
	}
}

// seen counts the fusions of a minute of the picture.
func seen(in Inner) float64 {
	var f []Fusion
	met := map[[2]int]bool{}
	for i := range 60 * 20 {
		in.Seconds = 100 + float64(i)/20
		f = Fusions(f[:0], &in)
		for _, x := range f {
			if x.Share > 0.5 {
				met[[2]int{x.Site, x.Seed}] = true
			}
		}
	}
	return float64(len(met)) / 60
}

// The picture draws what the drive says. Tolerance: three deviations of a count
// over 60 s, 3 sqrt(60 r)/60, and the few that hang over from before.
func TestFusionsFollowTheDrive(t *testing.T) {
	for _, drive := range []float64{0, 0.02, 0.136, 0.43} {
		want := drive / 0.02
		if got := seen(Inner{Drive: drive}); math.Abs(got-want) > 3*math.Sqrt(want/60)+0.06*want+0.01 {
			t.Errorf("at a drive of %v %v fusions a second, want %v", drive, got, want)
		}
	}
}

// The leak needs no impulse: a cut nerve ends the burst and not the leak.
func TestOnlyATwitchFiresAndNotThroughACutNerve(t *testing.T) {
	leak := Inner{Drive: 0.43}
	twitch := Inner{Drive: 0.43, Twitch: 0.8}
	cut := Inner{Drive: 0.43, Twitch: 0.8, NerveCut: true}
	if Firing(&leak) != 0 || Firing(&twitch) == 0 || Firing(&cut) != 0 {
		t.Errorf("impulses: leak %v, twitch %v, cut %v", Firing(&leak), Firing(&twitch), Firing(&cut))
	}
	if FusionsShown(&cut) != FusionsShown(&leak) || FusionsShown(&twitch) <= FusionsShown(&leak) {
		t.Errorf("fusions: leak %v, twitch %v, cut %v", FusionsShown(&leak), FusionsShown(&twitch), FusionsShown(&cut))
	}
}

func TestTornOnlyAfterAStroke(t *testing.T) {
	before, after := Inner{Injury: 0.4, Struck: -1}, Inner{Injury: 0.4, Struck: 10}
	if Torn(&before) != 0 || Torn(&after) < 0.5 || Torn(&Inner{Struck: math.NaN(), Injury: 1}) != 0 {
		t.Errorf("torn %v before, %v after", Torn(&before), Torn(&after))
	}
}

// The same second gives the same picture, and whatever the state holds, fusions
// stay in their ranges.
func TestFusionsAreFixedAndInRange(t *testing.T) {
	any := rapid.OneOf(rapid.Float64Range(-1, 2), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300}))
	rapid.Check(t, func(t *rapid.T) {
		in := Inner{Drive: any.Draw(t, "drive"), Twitch: any.Draw(t, "twitch"), Seconds: any.Draw(t, "s") * rapid.Float64Range(0, 1e7).Draw(t, "x")}
		a, b := Fusions(nil, &in), Fusions(nil, &in)
		if len(a) != len(b) || len(a) > 4*FusionSites {
			t.Fatalf("%d and %d fusions", len(a), len(b))
		}
		for i, f := range a {
			if f != b[i] || !(f.Age >= 0) || f.Age >= FusionLife || !(f.Share > 0) || f.Share > 1 || f.Site < 0 || f.Site >= FusionSites {
				t.Fatalf("%+v, then %+v", f, b[i])
			}
		}
	})
}

// What has a name stands in the picture, and where it says: a fold is open, its
// membrane closed at both ends.
func TestEndplatePartsStandInThePicture(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range EndplateParts {
		if a.Key == "" || seen[a.Key] || math.Abs(a.X) > 0.00066 || math.Abs(a.Z) > 0.0006 {
			t.Errorf("%+v is named twice or lies outside", a)
		}
		seen[a.Key] = true
	}
	path := Membrane(96)
	for i, p := range path {
		if p.Z < -1e-12 || p.Z > 0.42 || i > 0 && math.Hypot(p.X-path[i-1].X, p.Z-path[i-1].Z) > 0.03 {
			t.Errorf("point %d of the membrane, %v, after %v", i, p, path[max(i-1, 0)])
		}
	}
}
