package stage

import (
	"math"
	"os"
	"strings"
	"testing"

	"taut/scenes/view"
)

func knot() *view.View {
	v := &view.View{KnotDepth: 15, KnotRadius: 4.26, KnotShown: true, Theme: "dark"}
	v.Zoom = view.Zoom(view.SarcomereLevel)
	v.Camera = view.Close(v.Zoom, 1092, 700, 15)
	v.Inner = view.Inner{Drive: .43, Energy: .61, Gain: .91, Active: .377, Knot: 1.32, Rest: 2.82}
	return v
}

// Names and ions lie on the drawn parts only while Go and Kage agree.
func TestSarcomereShaderHoldsTheFormulaeOfView(t *testing.T) {
	var src string
	for _, name := range []string{"sarcomeres", "heads", "myofibril"} {
		b, err := os.ReadFile("../../assets/shaders/" + name + ".kage")
		if err != nil {
			t.Fatal(err)
		}
		src += string(b)
	}
	for _, l := range []string{
		"0.14*(sin(0.42*x+0.9)-0.7833) + 0.5*(sin(0.061*x+0.5)-0.4794)", // roll
		"off(Len.z-1.3, Len.z+2.3, a)",                                  // Swelling
		"u := y * y / 81",                                               // bulgeFar
		"row := floor(w.x/3 + 0.5)",                                     // the rows' distance
		"t := min(0.8, 0.31*l)",                                         // Triad
		"tip := 0.5*l - 1.32",                                           // the thin filament and half the Z-line
		"e := max(1.7-l, 0)",                                            // Crumple
		"max(2.64-l, 0)",                                                // DoubleOverlap
		"s := (along - 0.085) / 0.143",                                  // the bare zone, five rows of heads
	} {
		if !strings.Contains(src, l) {
			t.Errorf("the sarcomeres' shaders no longer have %q: view/sarcomere.go must change with it", l)
		}
	}
	if r := view.ThinFilament + view.ZLine/2; math.Abs(r-1.32) > 1e-12 || view.ThickFilament != 1.6 || view.BareZone != 2*0.085 {
		t.Error("the filaments' lengths are no longer those of the shaders")
	}
}

func sarcomereLevel(t testing.TB) *sarcomeres {
	p, err := newSarcomeres(nil)
	if err != nil {
		t.Fatal(err)
	}
	return p.(*sarcomeres)
}

// Heads and pumps turn by the model's rates, not while time holds, and not with
// reduced motion.
func TestHeadsAndPumpsTurnByTheState(t *testing.T) {
	turned := func(change func(v *view.View)) (heads, pumps float64) {
		s, v := sarcomereLevel(t), knot()
		change(v)
		for range 50 {
			v.Inner.Seconds += 0.05
			s.run(v)
		}
		return s.headTurns, s.pumpTurns
	}
	heads, pumps := turned(func(*view.View) {})
	tired, slow := turned(func(v *view.View) { v.Inner.Energy, v.Inner.Gain = .3, .5 })
	if tired >= heads || slow >= pumps || slow <= 0 {
		t.Errorf("with less energy heads turn %v (%v before), pumps %v (%v)", tired, heads, slow, pumps)
	}
	if h, p := turned(func(v *view.View) { v.Still = true }); h != 0 || p != 0 {
		t.Errorf("with reduced motion they turn %v and %v", h, p)
	}
	s, v := sarcomereLevel(t), knot()
	v.Inner.Seconds = 1e5
	s.run(v)
	if s.headTurns > 0.1 {
		t.Errorf("a clock that jumps turns the heads %v times", s.headTurns)
	}
	at := s.headTurns
	s.run(v)
	if s.headTurns != at {
		t.Error("heads turn while time holds")
	}
}

// More leak, more ions among the filaments; none of them jumps.
func TestIonsComeOutAndGoSmoothly(t *testing.T) {
	outside := func(free float64) (n int) {
		for i := range ionsEach {
			for number := -9; number < 9; number++ {
				// Past the pumps is among the filaments.
				if _, w, _ := ion(1.3, number, i, 4.2, free); w > view.PumpAt+0.1 {
					n++
				}
			}
		}
		return n
	}
	if a, b, c := outside(0.07), outside(0.38), outside(0.65); a >= b || b >= c {
		t.Errorf("ions outside at 7, 38 and 65 %%: %d, %d, %d", a, b, c)
	}
	for i := range ionsEach {
		x0, w0, _ := ion(2.7, 1, i, 0, 0.9)
		for pumps := 0.0; pumps < 6; pumps += 0.004 {
			x, w, _ := ion(2.7, 1, i, pumps, 0.9)
			// A step of 0.004 turns is a fifteenth of the shortest way, through
			// a mouth or a pump; no ion goes further than 0.06 µm in it.
			if d := math.Hypot(x-x0, w-w0); pumps > 0 && d > 0.06 {
				t.Fatalf("ion %d jumps %.3f µm at %.3f turns", i, d, pumps)
			}
			x0, w0 = x, w
		}
	}
}

func TestHealthySarcomereHasThePartBelow(t *testing.T) {
	s, v := sarcomereLevel(t), knot()
	f, _ := frame(v, 1092, 700)
	if own, healthy := s.parts(v, f, 1092, 700); own.low != 700 || healthy.low != 0 {
		t.Errorf("alone: %+v and %+v", own, healthy)
	}
	v.Inner.Healthy = true
	own, healthy := s.parts(v, f, 1092, 700)
	if own.low >= healthy.top || healthy.low != 700 || healthy.Knot != view.HealthyLength || healthy.in.AtWork() >= own.in.AtWork() {
		t.Errorf("beside: %+v and %+v", own, healthy)
	}
}

// What moves is laid out anew in every frame, and asks for no memory.
func TestSarcomeresAllocateNothing(t *testing.T) {
	s, v := sarcomereLevel(t), knot()
	v.Inner.Healthy = true
	f, _ := frame(v, 1092, 700)
	work := func() {
		v.Inner.Seconds += 0.016
		v.Inner.Twitch = 0.5 + 0.4*math.Sin(9*v.Inner.Seconds)
		s.run(v)
		own, healthy := s.parts(v, f, 1092, 700)
		for _, p := range [...]part{own, healthy} {
			s.fill(p, p.fade())
			s.heads(p)
			s.pumpsAndIons(p)
		}
	}
	work()
	if a := testing.AllocsPerRun(50, work); a != 0 {
		t.Errorf("%v allocations a frame, want none", a)
	}
}

func BenchmarkSarcomeresMoved(b *testing.B) {
	s, v := sarcomereLevel(b), knot()
	f, _ := frame(v, 1092, 700)
	own, _ := s.parts(v, f, 1092, 700)
	for b.Loop() {
		own.pumpTurns += 0.01
		s.fill(own, 1)
		s.heads(own)
		s.pumpsAndIons(own)
	}
}
