//go:build !js

package pagetest

import (
	"fmt"
	"math"
	"testing"

	"taut/scenes/view"
)

// What a frame is reduced to for the flash test, within the page itself, so that
// no picture has to travel: the relative luminance (WCAG, linear light) of the
// whole tissue picture, without the traces below it, and of a grid over it.
const (
	gridW, gridH = 12, 8
	framesSeen   = 300 // five seconds
	framesBrief  = 100 // a second and two thirds
)

// filmed steps a frame at a time, 60 a second, through a run that is needled as
// fast as passes are taken, and gives the luminances of each frame: the whole
// picture first, then the grid's cells row by row.
const filmed = `(async (most) => {
	const W = 12, H = 8, linear = Array.from({length: 256}, (_, i) => { const s = i / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; });
	const frames = [], pass = document.getElementById("do-pass");
	const all = document.getElementById("picture").getBoundingClientRect().height, tissue = 1 - document.getElementById("dock").getBoundingClientRect().height / all;
	for (let n = 0; n < most; n++) {
		pass.click();
		taut.advance(1000 / 60);
		const p = await taut.pixels(), sum = new Float64Array(W * H), count = new Float64Array(W * H);
		const height = Math.floor(p.height * tissue);
		for (let y = 0, i = 0; y < height; y++) {
			const row = Math.floor(y * H / height) * W;
			for (let x = 0; x < p.width; x++, i += 4) {
				const cell = row + Math.floor(x * W / p.width);
				sum[cell] += 0.2126 * linear[p.rgba[i]] + 0.7152 * linear[p.rgba[i + 1]] + 0.0722 * linear[p.rgba[i + 2]];
				count[cell]++;
			}
		}
		frames.push([sum.reduce((a, b) => a + b) / count.reduce((a, b) => a + b), ...sum.map((s, c) => s / count[c])]);
	}
	return frames;
})(%d)`

// Limits of the picture: how far its luminance may swing within a third of a
// second, and how many pulses a second are borne.
const (
	mostSwing  = 0.08
	mostPulses = 3
	seen       = 0.02 // a swing below this is no pulse that anyone sees
)

// swing gives the widest swing of a luminance within a third of a second.
func swing(l []float64) (widest float64) {
	const window = 20 // frames, 333 ms
	for i := range l {
		lo, hi := l[i], l[i]
		for _, x := range l[i:min(len(l), i+window+1)] {
			lo, hi = math.Min(lo, x), math.Max(hi, x)
		}
		widest = math.Max(widest, hi-lo)
	}
	return widest
}

// pulses gives the most pulses within any second: a pulse is a rise and a fall
// (or the other way about) of at least what is seen.
func pulses(l []float64) (most int) {
	var turns []int // frames at which the luminance has turned
	way, low, high := 0, l[0], l[0]
	for i, x := range l {
		low, high = math.Min(low, x), math.Max(high, x)
		switch {
		case way <= 0 && x-low >= seen:
			way, high = 1, x
			turns = append(turns, i)
		case way >= 0 && high-x >= seen:
			way, low = -1, x
			turns = append(turns, i)
		}
	}
	for i := range turns {
		n := 0
		for _, at := range turns[i:] {
			if at-turns[i] < 60 {
				n++
			}
		}
		most = max(most, n/2)
	}
	return most
}

// However fast the needle goes, no tissue flashes: neither the whole picture nor
// its middle sixth with the knot, the moving needle counted in, nor any part of a
// hundredth of the picture that the needle does not cross.
func TestNothingFlashes(t *testing.T) {
	s := enter(t)
	s.fastRun()
	s.nothingFlashes(t, framesSeen)
}

// Nor does an ultrasound scan, whose blood is coloured beat by beat.
func TestNoScanFlashes(t *testing.T) {
	s := enter(t)
	s.tap("scan")
	s.fastRun()
	s.nothingFlashes(t, framesSeen)
}

// Nor any other level, in any theme, nor where the picture is plain.
func TestNoLevelFlashes(t *testing.T) {
	s := enter(t)
	s.fastRun()
	s.tap("do-more")
	for _, look := range []string{"dark", "light", "projector", "plain"} {
		switch look {
		case "plain":
			s.tap("do-projector") // off again
			s.tap("plain")
		case "light", "projector":
			s.tap("do-" + look)
		}
		for l := view.Level(0); l < view.Levels; l++ {
			t.Run(look+"/"+l.String(), func(t *testing.T) {
				s := student{s.Page, t}
				s.fly(l.String())
				s.Frame()
				s.nothingFlashes(t, framesBrief)
			})
		}
	}
}

// fastRun makes the first three passes, whose twitches come in slow motion, and
// lets time run eight times as fast from then on.
func (s student) fastRun() {
	s.t.Helper()
	for range 3 {
		s.pass()
	}
	s.tap("rate-6")
	s.Frame() // the traces came forward, and the picture has its new size
	s.Frame()
}

// nothingFlashes watches so many frames of a run that is needled as fast as
// passes are taken.
func (s student) nothingFlashes(t *testing.T, most int) {
	t.Helper()
	before := s.number("Passes")
	frames := Eval[[][]float64](s.Page, fmt.Sprintf(filmed, most))
	if len(frames) != most {
		t.Fatalf("%d frames, want %d", len(frames), most)
	}
	if got := s.number("Passes") - before; got < float64(most)/30 {
		t.Fatalf("only %g passes in %d frames: this was no fast run", got, most)
	}
	check := func(name string, of func(frame []float64) float64) {
		t.Helper()
		l := make([]float64, len(frames))
		for i, f := range frames {
			l[i] = of(f)
		}
		w, p := swing(l), pulses(l)
		if len(name) < 20 {
			t.Logf("%s: luminance swings by %.4f within 333 ms, %d pulses a second", name, w, p)
		}
		if w >= mostSwing || p > mostPulses {
			t.Errorf("%s: luminance swings by %.4f within 333 ms, want under %v; %d pulses in a second, want %d at most", name, w, mostSwing, p, mostPulses)
		}
	}
	check("the whole picture", func(f []float64) float64 { return f[0] })
	check("its middle", func(f []float64) float64 {
		sum := 0.0
		for y := 2; y < 6; y++ {
			for x := 4; x < 8; x++ {
				sum += f[1+y*gridW+x]
			}
		}
		return sum / 16
	})
	for cell := range gridW * gridH {
		x, y := cell%gridW, cell/gridW
		if x == gridW/2-1 || x == gridW/2 {
			continue
		}
		check(fmt.Sprintf("the part %d across and %d down", x, y), func(f []float64) float64 { return f[1+cell] })
	}
}
