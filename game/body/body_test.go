package body

import (
	"math"
	"testing"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/course"
	"taut/game/evidence/evidencetest"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

func TestConstantsAreAllInTheTable(t *testing.T) { evidencetest.Walk(t, ".", Constants) }

func atlas(t testing.TB) *anatomy.Atlas {
	t.Helper()
	a, err := anatomy.DecodeAtlas(assets.Atlas)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Of every muscle and build: the layers lie in order, the point fits into the muscle,
// a stroke through it touches neither bone nor danger and comes not near one, and
// makes it twitch; the way to the danger is longer in a heavier body; a run in it is
// kept.
func TestEveryMuscleCanBeNeedled(t *testing.T) {
	a := atlas(t)
	for i := range a.Muscles {
		m := &a.Muscles[i]
		var ends []float64
		for _, b := range []Build{Thin, Usual, Heavy} {
			body := Of(a, m, b)
			l := body.Limb
			if !(0 < l.Skin && l.Skin < l.Fat && l.Fat < l.Fascia && l.Fascia < l.Knot && l.Knot < l.Muscle) {
				t.Fatalf("%s: layers out of order: %+v", m.ID, l)
			}
			if h := trigger.Active.HalfDepth(); l.Knot-h < l.Fascia || l.Knot+h > l.Muscle {
				t.Errorf("%s: the point does not fit: %+v", m.ID, l)
			}
			p := needle.Pose{Depth: Through(l)}
			s := session.New(session.Options{Seed: 7, Kind: trigger.Active, Mode: course.Responder, Body: body})
			s.Do(session.Action{Op: session.Stroke, Pose: p, Speed: 80})
			s.Advance(3 * tick.Second)
			if _, bone := l.Reaches(p); bone || Near(s.Near(p)) || s.Near(p) <= 0 || s.Passes()[0].Twitch == 0 {
				t.Errorf("%s, build %v: bone %v, %v mm from a danger, twitch %v", m.ID, b, bone, s.Near(p), s.Passes()[0].Twitch)
			}
			kept, err := s.Save()
			if err != nil {
				t.Fatal(err)
			}
			if r, err := session.Load(kept); err != nil || r.Options() != s.Options() || r.Foreign() != "" {
				t.Errorf("%s: the run does not come back: %v", m.ID, err)
			}
			ends = append(ends, l.Ground.Dangers[0].Depth)
		}
		if list := Dangers(a, m); len(list) > 0 && !(ends[0] < ends[1] && ends[1] < ends[2]) {
			t.Errorf("%s: its danger lies at %v", m.ID, ends)
		}
	}
}

// The same stroke meets what lies beneath in a thin body and not in a heavy one.
func TestTheSameStrokeInTwoBodies(t *testing.T) {
	a := atlas(t)
	n := 0
	for i := range a.Muscles {
		m := &a.Muscles[i]
		list := Dangers(a, m)
		if len(list) == 0 || list[0].Kind != anatomy.Lung || m.Beneath == anatomy.Bone {
			continue
		}
		n++
		thin, heavy := Of(a, m, Thin).Limb, Of(a, m, Heavy).Limb
		p := needle.Pose{Depth: thin.Ground.Dangers[0].Depth}
		if thin.Gap(p, 0) > 0 || heavy.Gap(p, 0) <= 0 {
			t.Errorf("%s: %v mm in the thin body, %v in the heavy one", m.ID, thin.Gap(p, 0), heavy.Gap(p, 0))
		}
	}
	if n < 2 {
		t.Errorf("%d muscles lie over a lung", n)
	}
}

// A nerve and a vessel under one muscle are both seen: neither lies before the other.
func TestTubesLieApart(t *testing.T) {
	a := atlas(t)
	both := 0
	for i := range a.Muscles {
		for _, b := range []Build{Thin, Usual} {
			d := Of(a, &a.Muscles[i], b).Limb.Ground.Dangers
			if d[0].Form != needle.Tube || d[1].Form != needle.Tube {
				continue
			}
			both++
			if gap := math.Abs(d[0].Depth-d[1].Depth) - d[0].Radius - d[1].Radius; gap < -1e-9 {
				t.Errorf("%s: they overlap by %.1f mm", a.Muscles[i].ID, -gap)
			}
		}
	}
	if both == 0 {
		t.Error("no muscle has both")
	}
}
