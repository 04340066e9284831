package view

import (
	"math"
	"testing"
)

// The two pictures and their bars lie side by side within the picture, at every
// width that the page has, and the box of coloured blood lies in the image.
func TestScanPanesFit(t *testing.T) {
	for _, w := range []float64{320, 390, 676, 1064, 1600} {
		for _, left := range []float64{0, 80, 116} {
			p := ScanPanes(w, left)
			for i, x := range []float64{left, p.Left, p.Split, p.Split + p.Gap + p.Bar, p.Map, p.Right, p.Right + p.Gap + p.Bar, w} {
				if last := []float64{0, left, p.Left, p.Split, p.Split + p.Gap + p.Bar, p.Map, p.Right, p.Right + p.Gap + p.Bar}[i]; x < last {
					t.Errorf("%v px less %v: edge %d at %v lies left of %v", w, left, i, x, last)
				}
			}
			if share := (p.Split - p.Left) / (p.Split - p.Left + p.Right - p.Map); math.Abs(share-0.6) > 0.01 {
				t.Errorf("%v px less %v: the image has %.2f of the room, want .6", w, left, share)
			}
			for _, px := range []float64{11, 22} {
				if reach := (p.FlowBox(px) + FlowLean*FlowHigh) * px; p.FlowBox(px) > 1 && reach > (p.Split-p.Left)/2 {
					t.Errorf("%v px less %v: the box reaches %v px, half the image is %v", w, left, reach, (p.Split-p.Left)/2)
				}
			}
			c := Scanned(Camera{W: w, H: 600, PxPerMM: 20, X: -5, Z: -3}, left)
			if x, y := c.Px(0, 0); math.Abs(x-p.Image()) > 1e-9 || y != 60 {
				t.Errorf("the trigger point stands at %v, %v; want %v, 60", x, y, p.Image())
			}
		}
	}
}

// T37 (Sikdar 2009): at an active point blood runs back between beats, below a
// flow of .75; in systole it runs forward at any flow of the model's, and more
// of it the more flow there is.
func TestBloodTurnsBackBelowThreeQuarters(t *testing.T) {
	last := math.Inf(-1)
	for _, flow := range []float64{0.45, 0.6, 0.74, 0.76, 0.95, 1.2} {
		least, sum, systole := math.Inf(1), 0.0, 0.0
		for i := range 100 {
			u := Beat(7+float64(i)/100*BeatSeconds, flow)
			least, systole, sum = math.Min(least, u), math.Max(systole, u), sum+u
			if math.Abs(u) > 1 {
				t.Fatalf("flow %v: speed %v", flow, u)
			}
		}
		v := View{Flow: flow}
		if back := least < 0; back != (flow < 0.75) || back != v.Backward() {
			t.Errorf("flow %v: least speed %.3f, backward %v", flow, least, v.Backward())
		}
		if systole < 0.02 {
			t.Errorf("flow %v: %.3f at the height of a beat, want forward", flow, systole)
		}
		if sum <= last {
			t.Errorf("flow %v carries %.2f, no more than a lower one", flow, sum)
		}
		last = sum
	}
}
