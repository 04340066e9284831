package stage

import (
	"math"
	"testing"

	"taut/scenes/view"
)

// scanned is the band as a machine shows it.
func scanned() *view.View {
	v := band()
	v.Scan.Shown = true
	v.Camera = view.Scanned(v.Camera, 0)
	return v
}

// A steady scan asks for no memory.
func TestScanAllocatesNothing(t *testing.T) {
	s, v := stage(t), scanned()
	f, _ := frame(v, 1092, 700)
	p := view.ScanPanes(f.w, 0)
	work := func() {
		v.Seconds += 0.02
		s.fillScan(v, f, p)
		s.layScan(v, f, p)
		s.layMoving(v, f, p)
		s.pen.reset(f.scale)
		s.pen.scan(v, f, p, s.palette)
	}
	work()
	if n := testing.AllocsPerRun(50, work); n != 0 {
		t.Errorf("%v allocations a frame, want none", n)
	}
}

// A uniform that is not set would be nought, and what it draws unseen.
func TestEveryUniformOfTheScanIsSet(t *testing.T) {
	s, v := stage(t), scanned()
	f, _ := frame(v, 1092, 700)
	for _, values := range s.scan.values {
		for i := range values {
			values[i] = float32(math.NaN())
		}
	}
	s.dressScan(s.palette)
	s.fillScan(v, f, view.ScanPanes(f.w, 0))
	for name, values := range s.scan.values {
		for _, x := range values {
			if x != x {
				t.Errorf("%s is not set", name)
			}
		}
	}
}

// A needle across the beam shines, one straight in is faint and never lost, one
// beside the picture's plane is fainter, and one in the air has no echo.
func TestNeedleShinesAcrossTheBeam(t *testing.T) {
	at := func(x, y, z float64) (float64, float64) {
		return echoes(&view.Needle{Shown: true, Entry: view.Point{X: x, Y: y}, Tip: view.Point{Y: y, Z: z}})
	}
	straight, none := at(0, 0, 15)
	_, across := at(15, 0, 15)
	if none != 0 || math.Abs(across-1) > 1e-9 || straight != 1 {
		t.Errorf("straight in %v across, 45 degrees %v, brightness %v; want 0, 1 and 1", none, across, straight)
	}
	beside, _ := at(0, 4, 15)
	far, _ := at(0, 16, 15)
	if !(beside < straight && far < beside && far > 0.3) {
		t.Errorf("beside the plane %v, far beside %v, in it %v", beside, far, straight)
	}
	if air, _ := at(0, 0, -0.5); air != 0 {
		t.Errorf("in the air %v", air)
	}
}

// The strip of blood flow goes below its line in an active point only.
func TestFlowStripGoesBelowItsLine(t *testing.T) {
	s, v := stage(t), scanned()
	f, _ := frame(v, 1092, 700)
	p := view.ScanPanes(f.w, 0)
	_, zero, bottom := v.FlowStrip()
	below := func(flow float64) (n int) {
		v.Flow = flow
		s.pen.reset(1)
		s.pen.flow(v, f, p, s.palette)
		for _, c := range s.pen.v {
			if y := float64(c.DstY); y > zero+2 {
				n++
				if y > bottom+0.1 {
					t.Errorf("a corner at %v, below %v", y, bottom)
				}
			}
		}
		return n
	}
	if back, on := below(0.6), below(0.9); back < 100 || on != 0 {
		t.Errorf("%d corners below the line at a flow of .6 and %d at .9", back, on)
	}
}

// Each step of the bar of stiffness is lighter than the last, and what runs back
// is told from what runs forward, for people without red or green cones too.
func TestScanColoursUnderColourVisionDeficiency(t *testing.T) {
	k := tokens(t)
	for _, theme := range themes {
		for _, plain := range []bool{false, true} {
			p := k.Palette(theme, plain)
			for eye, m := range eyes {
				light := func(c RGB) float64 { return lab(seen(c, m))[0] }
				last := -1.0
				for i := range 21 {
					t2 := float32(i) / 10
					a, b, share := p["scan-soft"], p["scan-middle"], t2
					if t2 > 1 {
						a, b, share = p["scan-middle"], p["scan-stiff"], t2-1
					}
					var c RGB
					for j := range c {
						c[j] = a[j] + share*(b[j]-a[j])
					}
					if l := light(c); l <= last+0.5 {
						t.Errorf("%s, %s: step %d of the bar has lightness %.1f after %.1f", theme, eye, i, l, last)
					} else {
						last = l
					}
				}
				if d := light(p["scan-forward"]) - light(p["scan-back"]); d < 14 {
					t.Errorf("%s, plain %v, %s: forward is %.1f lighter than back, want 14", theme, plain, eye, d)
				}
			}
		}
	}
}
