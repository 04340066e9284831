package needle_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/needle"
)

// limbs are one with the lung under it, one whose bone ends, and one with a vessel
// under it and bone under that.
var limbs = map[string]needle.Limb{
	"lung": {Skin: 1, Fat: 4, Fascia: 4.5, Muscle: 11, Knot: 8, Ground: needle.Ground{Bed: 7, Soft: true, Dangers: [2]needle.Danger{{Form: needle.Sheet, Depth: 15}}}},
	"edge": {Skin: 1, Fat: 4, Fascia: 4.5, Muscle: 11, Knot: 8, Ground: needle.Ground{Edge: 9, Beyond: 7, Dangers: [2]needle.Danger{{Form: needle.Sheet, Depth: 15}}}},
	"tube": {Skin: 2, Fat: 20, Fascia: 21, Muscle: 45, Knot: 35, Ground: needle.Ground{Bed: 8, Dangers: [2]needle.Danger{{Form: needle.Tube, Depth: 49, Across: 3, Radius: 1.5}}}},
}

// TestWhatHoldsTheNeedle: bone holds it where there is bone; past its edge, and where
// there is none, it is held at the bed's floor.
func TestWhatHoldsTheNeedle(t *testing.T) {
	for _, c := range []struct {
		limb string
		pose needle.Pose
		end  float64
		bone bool
	}{
		{"lung", needle.Pose{Depth: 40}, 18, false},
		{"edge", needle.Pose{Depth: 40}, 11, true},
		{"edge", needle.Pose{Along: 20, Depth: 40}, 11, true},
		{"edge", needle.Pose{Along: -10, Depth: 40}, 18, false},
		{"edge", needle.Pose{Along: -5, Angle: 30, Direction: 9, Depth: 40}, 18, false},
		{"tube", needle.Pose{Depth: 60}, 53, true},
		{"tube", needle.Pose{Depth: 50}, 50, false},
	} {
		l := limbs[c.limb]
		if end, bone := l.Reaches(c.pose); end != c.end || bone != c.bone {
			t.Errorf("%s, %+v: held at %v mm, bone %v", c.limb, c.pose, end, bone)
		}
		if st := l.Stroke(c.pose, 80); st.To.Z != c.end-l.Knot || st.Bone != c.bone {
			t.Errorf("%s, %+v: the stroke ends at %v, bone %v", c.limb, c.pose, st.To.Z, st.Bone)
		}
	}
}

// TestGapIsTheDistance: the gap to a danger is the least distance from any place of
// the way, as looked for in steps of a thousandth of it; the deeper a stroke, the
// smaller it is.
func TestGapIsTheDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pose := drawPose(t)
		for name, l := range limbs {
			deep, _ := l.Reaches(pose)
			d, best := l.Ground.Dangers[0], math.Inf(1)
			for k := range 1001 {
				at := pose.At(deep * float64(k) / 1000)
				gap := d.Depth - at.Z
				switch name {
				case "edge":
					gap = max(gap, pose.At(deep).X+l.Ground.Edge)
				case "tube":
					gap = math.Hypot(at.Y-d.Across, at.Z-d.Depth) - d.Radius
				}
				best = min(best, gap)
			}
			// A step is at most 53 mm x 1.42 / 1000 long.
			if gap := l.Gap(pose, 0); math.Abs(gap-best) > 0.08 {
				t.Fatalf("%s: gap %v, looked for %v", name, gap, best)
			}
			less := pose
			less.Depth /= 2
			if name != "edge" && l.Gap(less, 0) < l.Gap(pose, 0)-1e-9 {
				t.Fatalf("%s: half as deep is nearer", name)
			}
			if !math.IsInf(l.Gap(pose, 1), 1) {
				t.Fatal("where no danger is there is a gap")
			}
		}
	})
}

// TestSwept: turned by a right angle under the skin, a needle that leans by 45 degrees
// sweeps half of sqrt(3) d^2; turned to where it was, or put in elsewhere, nothing.
func TestSwept(t *testing.T) {
	a, b := needle.Pose{Angle: 45, Direction: 3}, needle.Pose{Angle: 45, Direction: 0}
	if got, want := needle.Swept(a, b, 4), math.Sqrt(3)*16/2; math.Abs(got-want) > 1e-9 {
		t.Errorf("swept %v mm2, want %v", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b, z := drawPose(t), drawPose(t), rapid.Float64Range(0, 10).Draw(t, "z")
		if needle.Swept(a, a, z) > 1e-6 || needle.Swept(a, b, z) != 0 && a.Along != b.Along {
			t.Fatal("it sweeps where it is not turned")
		}
		b.Along, b.Across = a.Along, a.Across
		if d := needle.Swept(a, b, z) - needle.Swept(b, a, z); math.Abs(d) > 1e-9 {
			t.Fatal("there and back differ")
		}
	})
}

// TestDeepestIsPastAll: a control's end is deeper than what holds the needle.
func TestDeepestIsPastAll(t *testing.T) {
	if d := needle.ModelLimb.Deepest(); d != 30 {
		t.Errorf("in the model limb it is %v mm", d)
	}
	for name, l := range limbs {
		end, _ := l.End(needle.Pose{Along: -15})
		if d := l.Deepest(); d <= end || d > needle.MaxDepth {
			t.Errorf("%s: %v mm, held at %v", name, d, end)
		}
	}
}
