package lab

import (
	"math"
	"strings"
	"testing"

	"taut/game/emg"
	"taut/game/tick"
)

// The signal leaves the needle at the hit, is in the cord half-way, back at the
// muscle with the first spike of the burst, and the band moves after the whole
// latency.
func TestTheReflexKeepsItsTimes(t *testing.T) {
	arc, latency := 1000*emg.Arc(emg.LatencyTrapezius), 1000*emg.LatencyTrapezius
	for _, c := range []struct {
		ms  float64
		leg string
		at  spot
	}{
		{-1, legRest, reflexIn[0]}, {0, legIn, reflexIn[0]}, {arc / 2, legOut, reflexOut[0]},
		{arc, legMuscle, reflexOut[len(reflexOut)-1]}, {latency / 2, legOut, along(reflexOut, latency/arc-1)},
		{latency, legJerk, reflexOut[len(reflexOut)-1]}, {reflexEnd, legRest, reflexIn[0]}, {math.NaN(), legRest, reflexIn[0]},
	} {
		if leg, at := reflexAt(c.ms, emg.LatencyTrapezius, false, false); leg != c.leg || math.Hypot(at.x-c.at.x, at.y-c.at.y) > 1e-6 {
			t.Errorf("after %v ms it is at %v (%s), want %v (%s)", c.ms, at, leg, c.at, c.leg)
		}
	}
	// The two ways meet in the cord, whose middle is at 162, 44.
	if a, b := reflexIn[len(reflexIn)-1], reflexOut[0]; a != b || math.Hypot(a.x-162, a.y-44) > 10 {
		t.Errorf("the ways meet at %v and %v, not in the cord", a, b)
	}
}

// The drawing shows the ways that the signal takes, and the cut where it ends.
func TestTheReflexIsDrawnWhereItRuns(t *testing.T) {
	line := func(path []spot) string {
		s := ""
		for i, p := range path {
			s += "ML"[min(i, 1):min(i, 1)+1] + itoa(int(p.x)) + " " + itoa(int(p.y))
		}
		return s
	}
	for class, path := range map[string][]spot{"in": reflexIn, "out": reflexOut} {
		if !strings.Contains(reflexArt, `class="way `+class+`" d="`+line(path)+`"`) {
			t.Errorf("the way %s is drawn elsewhere than %s", class, line(path))
		}
	}
	cut := along(reflexIn, reflexCutAt).x + 5 // the signal's disc ends at the gap
	if want := `class="gap" d="M` + whole(cut) + " "; !strings.Contains(reflexCutArt, want) {
		t.Errorf("the gap is not at %s", want)
	}
}

func TestACutNerveEndsTheSignal(t *testing.T) {
	end := along(reflexIn, reflexCutAt)
	for ms := 0.0; ms < reflexEnd; ms++ {
		leg, at := reflexAt(ms, emg.LatencyTrapezius, true, false)
		if at.x > end.x+1e-9 || leg != legIn && leg != legCut {
			t.Fatalf("after %v ms the signal is at %v (%s), beyond the cut at %v", ms, at, leg, end)
		}
	}
	s := watcher(t).does("cut=true", "pass")
	moved := 0.0
	for !s.Steady() {
		s.Advance(5)
		moved = math.Max(moved, s.View().Twitch)
	}
	if moved > 0 || s.face().Scope.Spikes != 0 {
		t.Errorf("with the nerve cut the band twitches by %v, with %d spikes", moved, s.face().Scope.Spikes)
	}
}

// Without motion the signal stands at the needle, in the cord or at the muscle.
func TestAStillReflexHasThreeStations(t *testing.T) {
	seen := map[spot]bool{}
	for ms := 0.0; ms < 60; ms += 0.5 {
		_, at := reflexAt(ms, emg.LatencyTrapezius, false, true)
		seen[at] = true
	}
	if len(seen) != 3 {
		t.Errorf("the signal stands at %d places: %v", len(seen), seen)
	}
}

// In slow motion and in a replay the signal is seen on its way, many times a leg.
func TestAReplayFollowsTheSignal(t *testing.T) {
	s := newStudent(t).fan(1)
	s.does("replay")
	legs := map[string]int{}
	for !s.Steady() {
		s.Advance(16.7)
		leg, at := s.reflex()
		legs[leg]++
		if l := s.Labels()[labelImpulse]; l.Shown != (leg != legRest) || l.X != at.x {
			t.Fatalf("the label %+v is not at %v", l, at)
		}
	}
	for _, leg := range []string{legIn, legOut, legMuscle, legJerk} {
		if legs[leg] < 10 {
			t.Errorf("%d frames of the way %q: %v", legs[leg], leg, legs)
		}
	}
	if f := s.face(); f.Leg != legRest {
		t.Errorf("at rest the way is %q", f.Leg)
	}
	// Scrubbing stands still on the way.
	s.play.Scrub(s.play.Passes()[0].At + 5*tick.Millisecond)
	s.after()
	if f := s.face(); f.Leg != legIn {
		t.Errorf("5 ms after the hit the way is %q", f.Leg)
	}
}
