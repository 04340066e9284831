package needle_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

func drawPose(t *rapid.T) needle.Pose {
	return needle.Pose{
		Along:     rapid.Float64Range(-needle.MaxAim, needle.MaxAim).Draw(t, "along"),
		Across:    rapid.Float64Range(-needle.MaxAim, needle.MaxAim).Draw(t, "across"),
		Angle:     rapid.Float64Range(0, needle.MaxAngle).Draw(t, "angle"),
		Direction: rapid.Float64Range(0, 12).Draw(t, "hour"),
		Depth:     rapid.Float64Range(0, needle.MaxDepth).Draw(t, "depth"),
	}
}

// TestDirectionIsAnHour: at 45 degrees the tip goes as far sideways as down:
// to 12 across, to 3 along the fibres, to 6 and 9 the other ways. 1e-12 mm is
// rounding.
func TestDirectionIsAnHour(t *testing.T) {
	for _, c := range []struct{ hour, x, y float64 }{{0, 0, 10}, {3, 10, 0}, {6, 0, -10}, {9, -10, 0}, {1, 5, 5 * math.Sqrt(3)}} {
		at := needle.Pose{Along: 1, Across: 2, Angle: 45, Direction: c.hour}.At(10)
		if math.Abs(at.X-1-c.x) > 1e-12 || math.Abs(at.Y-2-c.y) > 1e-12 || at.Z != 10 {
			t.Errorf("towards %v the tip is at %+v", c.hour, at)
		}
	}
	if s := (needle.Pose{Angle: 45}).Stretch(); math.Abs(s-math.Sqrt2) > 1e-12 {
		t.Errorf("at 45 degrees %v mm of needle for each mm of depth", s)
	}
}

// TestTiltIsTurningThePoint tilts the needle about its entry, and instead turns
// the loci the other way about the same place under an upright needle that goes
// in as far along its own length: each locus is hit alike.
func TestTiltIsTurningThePoint(t *testing.T) {
	limb := needle.ModelLimb
	rapid.Check(t, func(t *rapid.T) {
		pose := drawPose(t)
		p := trigger.New(trigger.Active, chance.Source{Seed: rapid.Uint64().Draw(t, "seed")})
		tilted := limb.Stroke(pose, 80)
		if tilted.Length() < 1e-6 {
			t.Skip("drawn back before it began")
		}

		// The needle's own frame: down along it, towards its lean, and across.
		angle, hour := pose.Angle*math.Pi/180, pose.Direction*math.Pi/6
		lean := [2]float64{math.Sin(hour), math.Cos(hour)}
		turned := p
		for i, l := range p.Loci {
			x, y, z := l.X-pose.Along, l.Y-pose.Across, l.Z+limb.Knot // from the entry
			out, side := x*lean[0]+y*lean[1], x*lean[1]-y*lean[0]
			out, z = out*math.Cos(angle)-z*math.Sin(angle), out*math.Sin(angle)+z*math.Cos(angle)
			turned.Loci[i] = trigger.Place{X: pose.Along + out*lean[0] + side*lean[1], Y: pose.Across + out*lean[1] - side*lean[0], Z: z - limb.Knot}
		}
		k := pose.Stretch()
		upright := needle.Stroke{
			From: trigger.Place{X: pose.Along, Y: pose.Across, Z: k*(tilted.From.Z+limb.Knot) - limb.Knot},
			To:   trigger.Place{X: pose.Along, Y: pose.Across, Z: k*(tilted.To.Z+limb.Knot) - limb.Knot},
		}
		a, b := tilted.Hits(&p), upright.Hits(&turned)
		for i := range a {
			// A locus just at the end of the reach may fall on either side.
			end := math.Abs(turned.Loci[i].Z-upright.To.Z-1) < 1e-9 || math.Abs(turned.Loci[i].Z-upright.From.Z+1) < 1e-9
			if math.Abs(a[i]-b[i]) > 1e-9 && !end {
				t.Fatalf("locus %d: tilted %v, turned %v", i, a[i], b[i])
			}
		}
	})
}

func TestClamp(t *testing.T) {
	number := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), -1e-20, 12, -12, 45}))
	rapid.Check(t, func(t *rapid.T) {
		p := needle.Pose{
			Along: number.Draw(t, "along"), Across: number.Draw(t, "across"), Angle: number.Draw(t, "angle"),
			Direction: number.Draw(t, "hour"), Depth: number.Draw(t, "depth"),
		}.Clamp()
		if p != p.Clamp() {
			t.Fatalf("%+v clamped again is %+v", p, p.Clamp())
		}
		if !(math.Abs(p.Along) <= needle.MaxAim && math.Abs(p.Across) <= needle.MaxAim && p.Angle >= 0 && p.Angle <= needle.MaxAngle) {
			t.Fatalf("%+v is out of bounds", p)
		}
		if !(p.Direction >= 0 && p.Direction < 12 && p.Depth >= 0 && p.Depth <= needle.MaxDepth) {
			t.Fatalf("%+v is out of bounds", p)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		if p := drawPose(t); p.Direction < 12 && p != p.Clamp() {
			t.Fatalf("%+v is within the limits and became %+v", p, p.Clamp())
		}
	})
}

// TestStrokeStopsAtBone: a pass runs from under the skin to the pose's depth,
// and no deeper than the muscle.
func TestStrokeStopsAtBone(t *testing.T) {
	limb := needle.ModelLimb
	rapid.Check(t, func(t *rapid.T) {
		pose := drawPose(t)
		st := limb.Stroke(pose, 80)
		from, to := st.From.Z+limb.Knot, st.To.Z+limb.Knot
		if math.Abs(from-min(limb.Rest(), pose.Depth)) > 1e-12 || math.Abs(to-min(limb.Muscle, pose.Depth)) > 1e-12 {
			t.Fatalf("depth %v: from %v to %v mm", pose.Depth, from, to)
		}
		if st.Bone != (pose.Depth > limb.Muscle) {
			t.Fatalf("depth %v: bone %v", pose.Depth, st.Bone)
		}
		if want := (to - from) * pose.Stretch(); math.Abs(st.Length()-want) > 1e-9 {
			t.Fatalf("%v mm long, want %v", st.Length(), want)
		}
	})
	if layer := limb.At(limb.Rest()); layer != needle.Fat {
		t.Errorf("between passes the tip rests in %v, want fat", layer)
	}
}
