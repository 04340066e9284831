//go:build !js

package pagetest

import (
	"math"
	"testing"

	"taut/scenes/view"
)

// scan opens the lab large with the probe on, after a first pass that leaves the
// point as it was: the picture's frame is that of all later passes.
func scan(t *testing.T) student {
	t.Helper()
	s := gaze(t, "active")
	s.tap("scan")
	s.Until(`!!document.getElementById("label-scan-map")`)
	return s
}

// lookAtScan takes the next frame: of the image, and of the map.
func (s student) lookAtScan() (image, stiffness sight) {
	s.t.Helper()
	image = s.look()
	image.cam = view.Scanned(image.cam, 0)
	stiffness = image
	stiffness.cam.X = -view.ScanPanes(image.cam.W, 0).Stiffness() / image.cam.PxPerMM
	return image, stiffness
}

func (c colour) light() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// yellow is how far a place of the map stands out from the muscle above it: blue
// to yellow.
func (v sight) yellow() float64 {
	band, beside := v.mean(-2, limb.Knot-1, 2, limb.Knot+1), v.mean(-2, limb.Fascia+1.5, 2, limb.Knot-4.5)
	return band.light() - beside.light()
}

// blueAndRed gives the shares of the box round the knot that are blue and red: of
// blood that runs back and forward.
func (v sight) blueAndRed() (share [2]float64) {
	ax, ay := v.px(-6, limb.Knot-view.FlowHigh)
	bx, by := v.px(6, limb.Knot+view.FlowHigh)
	n := 0.0
	for y := int(ay); y < int(by); y++ {
		for x := int(ax); x < int(bx); x++ {
			p := v.img.NRGBAAt(x, y)
			n++
			if d := int(p.B) - int(p.R); d > 40 {
				share[0]++
			} else if d < -40 {
				share[1]++
			}
		}
	}
	return [2]float64{share[0] / n, share[1] / n}
}

// The nodule pales as the knot lets go, at once; the map hardly changes with the
// passes and evens out in three days.
func TestScanFollowsThePoint(t *testing.T) {
	s := scan(t)
	image, stiff := s.lookAtScan()
	// Left and right of the needle's tail.
	nodule := func(v sight) float64 {
		return (v.mean(-2.4, limb.Knot-1, -0.8, limb.Knot+1).light() + v.mean(0.8, limb.Knot-1, 2.4, limb.Knot+1).light()) / 2
	}
	muscle := image.mean(-4, limb.Muscle-3.5, 4, limb.Muscle-1.5).light()
	before, contrast := nodule(image), stiff.yellow()
	if blue := image.blueAndRed()[0]; blue < 0.02 {
		t.Errorf("%.4f of the box is blue at first, want 0.02 and more", blue)
	}
	s.tenPasses()
	image, stiff = s.lookAtScan()
	after, still := nodule(image), stiff.yellow()
	if share := image.blueAndRed(); share[0] > 0.001 || share[1] < 0.02 {
		t.Errorf("after ten passes %.4f of the box is blue and %.4f red, want none and 0.02", share[0], share[1])
	}
	s.tap("wait-3d")
	s.settle()
	_, stiff = s.lookAtScan()
	later := stiff.yellow()
	t.Logf("nodule %.3f, then %.3f, muscle %.3f; contrast of the map %.3f, %.3f, after three days %.3f", before, after, muscle, contrast, still, later)
	if before > 0.6*muscle || after < before+0.04 {
		t.Errorf("the nodule's brightness is %.3f, then %.3f, in muscle of %.3f; want it darker than muscle by far, then 0.04 brighter", before, after, muscle)
	}
	if contrast < 0.2 || math.Abs(still-contrast) > 0.1*contrast || later > 0.7*still {
		t.Errorf("the map's contrast is %.3f, %.3f after ten passes and %.3f after three days; want it nearly as before, then well under", contrast, still, later)
	}
}

// A twitch moves the grain of the band, and not that of the muscle far from it;
// while time holds nothing moves.
func TestTwitchMovesTheScansGrain(t *testing.T) {
	s := scan(t)
	first, _ := s.lookAtScan()
	s.Advance(500)
	before, _ := s.lookAtScan()
	if d := differs(first, before, -6, 0, 6, limb.Muscle); d != 0 {
		t.Errorf("while time holds the picture changes by %.4f", d)
	}
	s.toTwitch()
	during, _ := s.lookAtScan()
	band := differs(before, during, -7, limb.Knot-2, -2, limb.Knot+2)
	far := differs(before, during, -7, limb.Muscle-3.5, -2, limb.Muscle-1.5)
	t.Logf("the band's grain differs by %.4f, that far from it by %.4f", band, far)
	if band < 0.03 || band < 4*far {
		t.Errorf("in a twitch the band's grain differs by %.4f and the muscle's far from it by %.4f; want 0.03 and four times as much", band, far)
	}
}

// The scan's words keep off each other, at every size.
func TestScanWordsFit(t *testing.T) {
	s := enter(t)
	s.tap("scan")
	for range 3 {
		s.pass()
	}
	for _, size := range [][2]int64{{1440, 900}, {1024, 768}, {390, 844}, {320, 640}} {
		s.resize(size[0], size[1])
		picture := s.one("#picture")
		labels := s.shown(".label span")
		if len(labels) < 9 {
			t.Errorf("%v: %d words", size, len(labels))
		}
		for i, l := range labels {
			if !l.in(picture) {
				t.Errorf("%v: %s %+v is not within the picture %+v", size, l.Name, l, picture)
			}
			for _, o := range append(labels[i+1:], s.shown("#badge, #label-scalenote, #rail")...) {
				if l.meets(o) {
					t.Errorf("%v: %s lies over %s", size, l.Name, o.Name)
				}
			}
		}
	}
}
