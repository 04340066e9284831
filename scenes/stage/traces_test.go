package stage

import (
	"math"
	"testing"

	"taut/scenes/view"
)

func TestTraceStripStaysInItsRowAndBreaksAtGaps(t *testing.T) {
	lo := []float64{0, 0.2, math.NaN(), 2, -1, 0.5}
	var p pen
	p.reset(2)
	p.row(&view.Row{Lo: lo, Hi: lo, Color: "flow"}, 600, 100, 40, Palette{})
	for _, v := range p.v {
		// The stroke itself may stand out by its half width and a pixel.
		if y := v.DstY / 2; y < 100-2 || y > 140+2 {
			t.Errorf("a corner at %v, outside 100 to 140", y)
		}
	}
	if pairs, quads := len(p.v)/2, len(p.i)/6; pairs != 5 || quads != 3 {
		t.Errorf("%d points joined by %d pieces, want 5 and 3 (one gap)", pairs, quads)
	}
}

// Near its edges the EMG is cut through, over all that was drawn of it: so a
// twitch that goes on beyond its row is seen to be broken off.
func TestAClippedTwitchIsMarked(t *testing.T) {
	lo, hi := []float64{0.4, 0.4, -2, 0.4}, []float64{0.6, 0.6, 3, 0.6}
	gaps := func(color string) (y []float64) {
		var p pen
		p.reset(1)
		p.row(&view.Row{Lo: lo, Hi: hi, Color: color}, 600, 100, 40, Palette{})
		for i := 2 * len(lo); i < len(p.v); i += 4 {
			y = append(y, float64(p.v[i].DstY+p.v[i+2].DstY)/2)
		}
		return y
	}
	if y := gaps("emg"); len(y) != 2 || math.Abs(y[0]-104) > 2 || math.Abs(y[1]-136) > 2 {
		t.Errorf("the EMG is cut through at %v, want near 104 and 136", y)
	}
	if y := gaps("flow"); len(y) != 0 {
		t.Errorf("the flow is cut through at %v", y)
	}
}

// A line is drawn with few corners, none of which its samples leave by more
// than a fifth of a pixel; and what has not changed is not drawn again.
func TestTracesAreThinnedAndKept(t *testing.T) {
	row := make([]float64, 500)
	for i := range row {
		row[i] = 0.5 + 0.4*math.Exp(-float64(i)/90)
	}
	const w, top, high = 1000.0, 10.0, 40.0
	var p pen
	p.reset(1)
	p.row(&view.Row{Lo: row, Hi: row}, w, top, high, Palette{})
	if n := len(p.v) / 2; n > 60 {
		t.Errorf("a smooth line of 500 samples has %d points, want at most 60", n)
	}
	k := 0
	for i, y := range row {
		x, want := (float64(i)+0.5)/500*w, top+(1-y)*high
		for k+3 < len(p.v)-2 && float64(p.v[k+2].DstX) < x {
			k += 2
		}
		a, b := p.v[k], p.v[k+2]
		mid := func(i int) float64 { return float64(p.v[i].DstY+p.v[i+1].DstY) / 2 }
		u := (x - float64(a.DstX)) / float64(b.DstX-a.DstX)
		if got := mid(k) + u*(mid(k+2)-mid(k)); math.Abs(got-want) > 0.2 {
			t.Fatalf("sample %d is drawn at %.2f px, want %.2f", i, got, want)
		}
	}

	s, v := stage(t), band()
	f, _ := frame(v, 1092, 700)
	drawn := func() bool {
		s.chart.reset(-1) // a scale that a drawing would set right
		s.chart.build(v, f, s.palette, s.look)
		return s.chart.k == f.scale
	}
	v.Traces.Rows[0].Lo[3], v.Traces.Rows[0].Hi[3] = math.NaN(), math.NaN()
	if !drawn() {
		t.Error("the first charts are not drawn")
	}
	if drawn() {
		t.Error("the same charts are drawn again")
	}
	for _, c := range []struct {
		name string
		by   func()
	}{
		{"a sample", func() { v.Traces.Rows[1].Lo[7] = 0.123 }},
		{"a mark", func() { v.Traces.Marks[1].Twitch = 0.4 }},
		{"a cursor", func() { v.Traces.Cursor = 0.31 }},
		{"a colour", func() { v.Traces.Rows[1].Color = "flow" }},
		{"a row", func() { v.Traces.Rows = v.Traces.Rows[:1] }},
	} {
		if c.by(); !drawn() {
			t.Errorf("%s has changed and the charts are as before", c.name)
		}
	}
}

// BenchmarkTraces draws the charts anew: what a frame with a new column costs.
func BenchmarkTraces(b *testing.B) {
	s, v := stage(b), band()
	f, _ := frame(v, 1092, 700)
	for b.Loop() {
		s.pen.reset(1)
		s.pen.traces(v, f, s.palette)
	}
}

// BenchmarkTracesKept finds them as they were.
func BenchmarkTracesKept(b *testing.B) {
	s, v := stage(b), band()
	f, _ := frame(v, 1092, 700)
	for b.Loop() {
		s.chart.build(v, f, s.palette, s.look)
	}
}
