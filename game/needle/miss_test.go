package needle_test

import (
	"testing"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

// TestWhyNothingTwitched gives each reason its plainest case.
func TestWhyNothingTwitched(t *testing.T) {
	limb := needle.ModelLimb
	pose := needle.Pose{Depth: 20}
	for _, c := range []struct {
		name  string
		kind  trigger.Kind
		pose  needle.Pose
		speed float64
		quiet bool
		want  needle.Miss
	}{
		{"through the middle", trigger.Active, pose, 80, false, needle.Twitched},
		{"healthy muscle", trigger.Healthy, pose, 80, false, needle.HealthyHere},
		{"slowly", trigger.Active, pose, 10, false, needle.TooSlow},
		{"not down to it", trigger.Active, needle.Pose{Depth: 10}, 80, false, needle.TooShallow},
		{"hardly under the skin", trigger.Active, needle.Pose{Depth: 2}, 80, false, needle.TooShallow},
		{"tilted towards it, but not down to it", trigger.Active, needle.Pose{Along: 15, Angle: 45, Direction: 9, Depth: 10}, 80, false, needle.TooShallow},
		{"quiet by now", trigger.Active, pose, 80, true, needle.Quieted},
		{"just beside", trigger.Active, needle.Pose{Along: 6.2, Depth: 20}, 80, false, needle.NearMiss},
		{"far beside", trigger.Active, needle.Pose{Along: 12, Depth: 20}, 80, false, needle.OffTarget},
		{"slowly and far beside", trigger.Active, needle.Pose{Across: -12, Depth: 20}, 10, false, needle.OffTarget},
	} {
		p := trigger.New(c.kind, chance.Source{Seed: 1})
		s := trigger.State{E: p.Leaking(), Energy: 1}
		if c.quiet {
			s.E = [trigger.Loci]float64{}
		}
		a := limb.Stroke(c.pose, c.speed).Take(&p, &s, 1, .6)
		if a.Why != c.want {
			t.Errorf("%s: %v (heard %.3f, off %.1f mm), want %v", c.name, a.Why, a.Heard, a.Off, c.want)
		}
	}
}

// TestOffSaysWhereTheCentreIs: a path 3 mm along and 4 across passes 5 mm off,
// and the centre lies back the same way.
func TestOffSaysWhereTheCentreIs(t *testing.T) {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	s := trigger.State{E: p.Leaking(), Energy: 1}
	a := needle.ModelLimb.Stroke(needle.Pose{Along: 3, Across: 4, Depth: 20}, 80).Take(&p, &s, 1, .6)
	if a.Off != 5 || a.OffX != -3 || a.OffY != -4 {
		t.Errorf("off by %v mm, centre at (%v, %v)", a.Off, a.OffX, a.OffY)
	}
}

// A quick stroke is never called slow, nor one that goes through the whole point
// shallow, however nearly quiet its way is.
func TestNearlyQuietWaysAreQuiet(t *testing.T) {
	for seed := range uint64(40) {
		p := trigger.New(trigger.Active, chance.Source{Seed: seed})
		s := trigger.State{E: p.Leaking(), Energy: 1}
		for n := range 40 {
			a := needle.ModelLimb.Stroke(needle.Pose{Along: 0.5, Depth: 20}, 80).Take(&p, &s, n+1, .6)
			if a.Why == needle.TooSlow || a.Why == needle.TooShallow {
				t.Fatalf("seed %d, stroke %d on the same way: %v", seed, n+1, a.Why)
			}
		}
	}
}
