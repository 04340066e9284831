package needle_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

// TestCrossings: what the tip meets comes in the order of depth, each layer
// where [needle.Limb.At] has it, and the knot only where the path is inside
// the point's ellipsoid.
func TestCrossings(t *testing.T) {
	limb := needle.ModelLimb
	var buf []needle.Crossing
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active}).Draw(t, "kind")
		p, pose := trigger.Point{Kind: kind}, drawPose(t)
		buf = limb.Crossings(buf[:0], &p, pose)
		last := 0.0
		for i, c := range buf {
			if c.Depth < last || c.Depth > pose.Depth {
				t.Fatalf("depth %v after %v of %v in %v", c.Depth, last, pose.Depth, buf)
			}
			last = c.Depth
			end := pose.Depth
			if i+1 < len(buf) {
				end = buf[i+1].Depth
			}
			mid := (c.Depth + end) / 2
			inside := kind != trigger.Healthy && ellipsoid(kind, limb, pose.At(mid)) < 1
			layer := limb.At(mid)
			if inside {
				layer = needle.Knot
			}
			if end-c.Depth > 1e-9 && layer != c.Layer {
				t.Fatalf("%v at %v mm, but halfway it is %v: %v", c.Layer, c.Depth, layer, buf)
			}
			if c.Layer == needle.Knot && math.Abs(ellipsoid(kind, limb, pose.At(c.Depth))-1) > 1e-6 {
				t.Fatalf("the knot begins off its surface: %v", buf)
			}
		}
		if pose.Depth > 0 && (len(buf) == 0 || buf[0] != needle.Crossing{Layer: needle.Skin}) {
			t.Fatalf("%v does not begin at the skin", buf)
		}
		if bone := len(buf) > 0 && buf[len(buf)-1].Layer == needle.Bone; bone != (pose.Depth > limb.Muscle) {
			t.Fatalf("depth %v meets %v", pose.Depth, buf)
		}
	})
}

// ellipsoid is below 1 inside the point and 1 on its surface.
func ellipsoid(k trigger.Kind, l needle.Limb, at trigger.Place) float64 {
	r, h := k.Radius(), k.HalfDepth()
	x, y, z := at.X/r, at.Y/r, (at.Z-l.Knot)/h
	return x*x + y*y + z*z
}

func TestStraightThroughTheMiddle(t *testing.T) {
	p := trigger.New(trigger.Active, chance.Source{Seed: 1})
	got := needle.ModelLimb.Crossings(nil, &p, needle.Pose{Depth: 30})
	want := []needle.Crossing{
		{needle.Skin, 0}, {needle.Fat, 1.8}, {needle.Fascia, 5.8}, {needle.Muscle, 6.5},
		{needle.Knot, 15 - .6*4.26}, {needle.Muscle, 15 + .6*4.26}, {needle.Bone, 24.2},
	}
	if len(got) != len(want) {
		t.Fatalf("met %v, want %v", got, want)
	}
	for i := range want {
		if got[i].Layer != want[i].Layer || math.Abs(got[i].Depth-want[i].Depth) > 1e-9 {
			t.Errorf("met %v, want %v", got[i], want[i])
		}
	}
}

func TestLayersHaveNames(t *testing.T) {
	names := map[string]bool{}
	for l := needle.Air; l <= needle.Bone; l++ {
		names[l.String()] = true
	}
	for m := needle.Twitched; m <= needle.OffTarget; m++ {
		names[m.String()] = true
	}
	for a := needle.Fanned; a <= needle.Off; a++ {
		names[a.String()] = true
		if got, err := needle.ParseAim(a.String()); err != nil || got != a {
			t.Errorf("%v reads back as %v, %v", a, got, err)
		}
	}
	if len(names) != 7+7+4-1 { // "off" is an aim and a reason
		t.Errorf("%d names: %v", len(names), names)
	}
	if _, err := needle.ParseAim("wild"); err == nil {
		t.Error("wild is an aim")
	}
}
