package course_test

import (
	"fmt"
	"math"
	"testing"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// The behaviours that the model is built to show, one test each. Where a value
// is given it is what an independent implementation printed: a tolerance of
// 0.15 points of pain is 2 % of the start, and three standard errors of a mean
// of 100 people of standard deviation 0.5.
const painTolerance = .15

const pain0 = 7.05 // 17.2 (.43 - .02), of an active point

func checkPain(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > painTolerance {
		t.Errorf("%s: pain %.2f, want %.2f ± %.2f", what, got, want, painTolerance)
	}
}

// TestBaseline holds the shortcut of these tests, one baseline for everybody,
// equal to the real one.
func TestBaseline(t *testing.T) {
	for _, k := range []trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active} {
		for _, m := range []course.Mode{course.Responder, course.Population} {
			got := arm{kind: k, mode: m}.begin(3)
			p := course.New(k, m, chance.Source{Seed: 3})
			if want := p.Baseline(); got.State != want {
				t.Errorf("%v, %v: %+v, want %+v", k, m, got.State, want)
			}
		}
	}
}

// TestBehaviour1FirstTwitchIsLargest: on the average of many people the first
// twitch is the largest under every aim; on one track it falls strictly, in
// each of them, until nothing twitches; fanned, a later pass may twitch more
// than the one before.
func TestBehaviour1FirstTwitchIsLargest(t *testing.T) {
	const people = 400
	for _, aim := range []needle.Aim{needle.Fanned, needle.Same, needle.Random} {
		ltr, _, _ := collect(arm{kind: trigger.Active, aim: aim, passes: 12}, people)
		fresh := false
		for k := 1; k < len(ltr); k++ {
			if ltr[k].mean() >= ltr[0].mean() {
				t.Errorf("%v: pass %d twitches %.2f, the first %.2f", aim, k+1, ltr[k].mean(), ltr[0].mean())
			}
			for i := range people {
				fresh = fresh || ltr[k][i] > ltr[k-1][i]
				if aim == needle.Same && !(ltr[k][i] < ltr[k-1][i] || ltr[k][i] == 0 && ltr[k-1][i] == 0) {
					t.Errorf("same track, patient %d: %.3f after %.3f", i+1, ltr[k][i], ltr[k-1][i])
				}
			}
		}
		if fresh != (aim != needle.Same) {
			t.Errorf("%v: a later pass twitches more: %v", aim, fresh)
		}
	}
}

// TestT14ThirdTwitchIsSmaller: the third consecutive twitch is smaller than
// the first (Cruz-Montecinos 2021, n=7, p<.05): on the average below 1.
func TestT14ThirdTwitchIsSmaller(t *testing.T) {
	for _, aim := range []needle.Aim{needle.Fanned, needle.Same, needle.Random} {
		ltr, _, _ := collect(arm{kind: trigger.Active, aim: aim, passes: 3, plan: 12}, 400)
		if r := ltr[2].mean() / ltr[0].mean(); r >= 1 {
			t.Errorf("%v: third twitch over first %.2f", aim, r)
		}
	}
}

// TestBehaviour2TensionKeepsFalling: resting tension falls with every pass and
// goes on falling for 10 to 20 s after the last: a third of what is left is
// gone only after 10 s, and nine tenths of the fall to a minute within 20 s.
func TestBehaviour2TensionKeepsFalling(t *testing.T) {
	for seed := range uint64(40) {
		p := arm{kind: trigger.Active, passes: 10}.treat(seed + 1)
		for k := 1; k < len(p.c); k++ {
			if p.c[k] >= p.c[k-1] {
				t.Errorf("patient %d, pass %d: tension rose", seed+1, k+1)
			}
		}
		var at [61]float64
		for s := range at {
			at[s] = p.C
			p.wait(tick.Second)
		}
		if fell := at[0] - at[60]; at[5] <= at[10] || at[0]-at[10] < fell/3 || at[0]-at[20] < .9*fell {
			t.Errorf("patient %d: tension %.3f, %.3f after 10 s, %.3f after 20, %.3f after 60", seed+1, at[0], at[10], at[20], at[60])
		}
	}
}

// TestBehaviour3FanBeatsRandomBeatsSameTrack in the noise left after ten.
func TestBehaviour3FanBeatsRandomBeatsSameTrack(t *testing.T) {
	noise := func(aim needle.Aim) float64 {
		m, _ := arm{kind: trigger.Active, aim: aim, passes: 10}.mean(100, func(p *person) float64 { return p.Noise() })
		return m
	}
	if f, r, s := noise(needle.Fanned), noise(needle.Random), noise(needle.Same); !(f < r && r < s) {
		t.Errorf("noise fanned %.1f, random %.1f, same track %.1f µV", f, r, s)
	}
}

// misses are ten strokes that cannot work.
var misses = map[string]arm{
	"off target":   {kind: trigger.Active, aim: needle.Off, passes: 10},
	"too shallow":  {kind: trigger.Active, shallow: true, passes: 10},
	"too slow":     {kind: trigger.Active, speed: 12, passes: 10},
	"healthy":      {kind: trigger.Healthy, passes: 10},
	"off a latent": {kind: trigger.Latent, aim: needle.Off, passes: 10},
}

// TestBehaviour4T3T9T34MissesOnlyMakeSore: no twitch, no change of noise, tension or
// pain but soreness of about 40 mm after ten: 100 q/(52+q) with q = 34 is
// 39.5, of which ten seconds take .3. T3: noise within 5 % of the start, as in
// the sham group of Chou 2009 (19.6 to 19.3 µV); here it must be within 0.1 %.
// T9, T34: needling beside the point does less than in it in rats (Liu 2017)
// and in calf muscle; in the model, nothing.
func TestBehaviour4T3T9T34MissesOnlyMakeSore(t *testing.T) {
	for name, a := range misses {
		for seed := range uint64(20) {
			before, p := a.begin(seed+1), a.treat(seed+1)
			if p.Twitches > 0 || math.Abs(p.Noise()/before.Noise()-1) > .001 || p.pain() != 0 && math.Abs(p.pain()-before.pain()) > .01 {
				t.Errorf("%s, patient %d: %d twitches, noise %.2f, pain %.2f", name, seed+1, p.Twitches, p.Noise(), p.pain())
			}
			// The axon-reflex flare of .02 a stroke feeds the band a little.
			if math.Abs(p.C-before.C) > .01*before.C {
				t.Errorf("%s, patient %d: contraction from %.4f to %.4f", name, seed+1, before.C, p.C)
			}
			if s := p.Soreness(); math.Abs(s-39.3) > .3 {
				t.Errorf("%s, patient %d: sore by %.1f mm, want 39.3", name, seed+1, s)
			}
		}
	}
}

// TestBehaviour4MissesDoNotHealLater: three days on, the loci that were missed
// leak as before. They drift by less than 1 %.
func TestBehaviour4MissesDoNotHealLater(t *testing.T) {
	for name, a := range misses {
		before, p := a.begin(1), a.treat(1)
		p.wait(3 * tick.Day)
		if a.kind == trigger.Active && math.Abs(p.Noise()/before.Noise()-1) > .01 || a.kind == trigger.Healthy && p.Noise() != before.Noise() {
			t.Errorf("%s: noise %.2f µV after three days, %.2f before", name, p.Noise(), before.Noise())
		}
	}
}

// TestBehaviour5TooFewStrokesRelapse: three fanned strokes take 2.2 points off
// the pain, and by the next day all of it is back, in everyone: sensitisers
// keep the threshold low.
func TestBehaviour5TooFewStrokesRelapse(t *testing.T) {
	a := arm{kind: trigger.Active, passes: 3}
	after := a.painAfter(100, 0, tick.Day)
	checkPain(t, "three strokes", after[0], pain0-2.2)
	checkPain(t, "a day later", after[1], pain0)
	for seed := range uint64(100) {
		p := a.treat(seed + 1)
		if p.wait(tick.Day); p.pain() < pain0-painTolerance {
			t.Errorf("patient %d: pain %.2f a day later", seed+1, p.pain())
		}
	}
}

// TestBehaviour5EightRandomStrokes: pain down by 3.8 ± .5, noise 10.4 ± 1.5
// µV, 7.2 twitches. The means are held within 10 % of change and start, the
// spreads within a fifth: those figures have one place.
func TestBehaviour5EightRandomStrokes(t *testing.T) {
	a := arm{kind: trigger.Active, aim: needle.Random, passes: 8}
	for _, c := range []struct {
		name            string
		f               func(*person) float64
		mean, tolerance float64
		sd              float64
	}{
		{"relief", func(p *person) float64 { return pain0 - p.pain() }, 3.8, .38, .5},
		{"noise", func(p *person) float64 { return p.Noise() }, 10.4, 1.04, 1.5},
		{"twitches", func(p *person) float64 { return float64(p.Twitches) }, 7.2, .72, 0},
	} {
		mean, sd := a.mean(200, c.f)
		if math.Abs(mean-c.mean) > c.tolerance || c.sd > 0 && math.Abs(sd/c.sd-1) > .2 {
			t.Errorf("%s %.2f ± %.2f, want %v ± %v", c.name, mean, sd, c.mean, c.sd)
		}
	}
}

// TestBehaviour6TenFannedLast: what ten fanned strokes bring and how it wears
// off over a year, with and without aftercare, beside people without any
// treatment and people with aftercare alone.
func TestBehaviour6TenFannedLast(t *testing.T) {
	const week = tick.Week
	for _, c := range []struct {
		name   string
		arm    arm
		people int
		at     []tick.Tick
		want   []float64
	}{
		{"needled", arm{passes: 10}, 100, []tick.Tick{0, 3 * tick.Day, 4 * week, 12 * week, 24 * week, 52 * week}, []float64{pain0 - 5, 1.3, 2.0, 3.1, 4.1, 5.0}},
		{"needled, care .85", arm{passes: 10, care: .85}, 100, []tick.Tick{3 * tick.Day, 12 * week, 52 * week}, []float64{1.4, 1.4, 1.4}},
		{"untreated", arm{}, 1, []tick.Tick{0, 12 * week}, []float64{pain0, 6.2}},
		{"care .85 alone", arm{care: .85}, 1, []tick.Tick{4 * week, 12 * week, 24 * week}, []float64{5.9, 4.2, 2.9}},
	} {
		c.arm.kind = trigger.Active
		for i, got := range c.arm.painAfter(c.people, c.at...) {
			checkPain(t, fmt.Sprintf("%s, %v h", c.name, c.at[i].Seconds()/3600), got, c.want[i])
		}
	}
}

// TestBehaviour7T24T35TooManyStrokes: 40 strokes leave more soreness and, three
// days on, a worse point than ten. T35: multiple insertions left higher
// tension at 24 h and 7 d than one sustained one (Hong 2025). An order.
func TestBehaviour7T24T35TooManyStrokes(t *testing.T) {
	ten, forty := arm{kind: trigger.Active, passes: 10}, arm{kind: trigger.Active, passes: 40}
	for seed := range uint64(40) {
		a, b := ten.treat(seed+1), forty.treat(seed+1)
		if a.Soreness() >= b.Soreness() {
			t.Errorf("patient %d: soreness %.1f after ten, %.1f after 40", seed+1, a.Soreness(), b.Soreness())
		}
		for _, d := range []tick.Tick{tick.Day, 2 * tick.Day, 4 * tick.Day} {
			a.wait(d)
			b.wait(d)
			if a.C >= b.C {
				t.Errorf("patient %d: contraction %.3f after ten, %.3f after 40", seed+1, a.C, b.C)
			}
		}
	}
	worse := forty.painAfter(40, 3*tick.Day)[0] - ten.painAfter(40, 3*tick.Day)[0]
	if worse < 1 {
		t.Errorf("pain at 72 h is only %.2f worse after 40 strokes", worse)
	}
}

// TestBehaviour8ThreeVisitsBeatOne at eight weeks, with some aftercare.
func TestBehaviour8ThreeVisitsBeatOne(t *testing.T) {
	at8 := func(visits int) float64 {
		a := arm{kind: trigger.Active, passes: 10, visits: visits, every: tick.Week, care: .3}
		return a.painAfter(40, 8*tick.Week-tick.Tick(visits-1)*tick.Week)[0]
	}
	if one, three := at8(1), at8(3); three >= one {
		t.Errorf("pain at eight weeks %.2f after three visits, %.2f after one", three, one)
	}
}

// TestBehaviour9T31LatentSoftens: ten up-and-down moves in latent points took
// shear-wave stiffness from 44.44 to 35.78 at 24 h and 35.04 kPa at 72 h, by
// 19.5 and 21.2 % (Sanchez-Infante 2021, n=51). Methods differ in kPa, so per
// cents are compared; 2 points of them are allowed, a tenth of the effect.
func TestBehaviour9T31LatentSoftens(t *testing.T) {
	for at, want := range map[tick.Tick]float64{tick.Day: 19.5, 3 * tick.Day: 21.2} {
		before := arm{kind: trigger.Latent}.begin(1).Stiffness
		after, _ := arm{kind: trigger.Latent, passes: 10}.mean(100, func(p *person) float64 { p.wait(at); return p.Stiffness })
		if got := 100 * (1 - after/before); math.Abs(got-want) > 2 {
			t.Errorf("%v h: stiffness down by %.1f %%, want %.1f", at.Seconds()/3600, got, want)
		}
	}
}
