package course_test

import (
	"math"
	"testing"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// Published measurements beside the model's figures. T-numbers are those of
// the list of measurements in MODEL.md.

var random8 = arm{kind: trigger.Active, aim: needle.Random, passes: 8}

// TestT2NoiseAfterNeedling: 9.5 ± 3.5 µV after twitch-eliciting needling at
// remote points (Chou 2009); 6 to 13 is one standard deviation.
func TestT2NoiseAfterNeedling(t *testing.T) {
	for _, a := range []arm{random8, {kind: trigger.Active, passes: 10}} {
		if n, _ := a.mean(100, func(p *person) float64 { return p.Noise() }); n < 6 || n > 13 {
			t.Errorf("%d strokes, %v: noise %.1f µV, want 6 to 13", a.passes, a.aim, n)
		}
	}
}

// TestT4NoiseAndPainFallTogether: the falls of noise and pain correlate with
// r = .685 over a treated and a sham group (Chou 2009, n=20); .5 to .9 is
// allowed. In the model the two are one line, r = 1, so people's answers are
// given the scatter that was measured after treatment, 1.1 points.
func TestT4NoiseAndPainFallTogether(t *testing.T) {
	const n, scatter = 400, 1.1
	var x, y [n]float64
	for i := range x {
		seed := uint64(i + 1)
		before, p := random8.begin(seed), random8.begin(seed)
		if i%2 == 0 {
			p = random8.treat(seed)
		}
		x[i] = before.Noise() - p.Noise()
		y[i] = before.pain() - p.pain() + scatter*p.src.Normal(chance.PainNoise, 0)
	}
	var mx, my, xx, yy, xy float64
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	for i := range x {
		xx, yy, xy = xx+(x[i]-mx)*(x[i]-mx), yy+(y[i]-my)*(y[i]-my), xy+(x[i]-mx)*(y[i]-my)
	}
	if r := xy / math.Sqrt(xx*yy); r < .5 || r > .9 {
		t.Errorf("r = %.2f, want .5 to .9", r)
	}
}

// TestT7bEndplateQuietsAfterDirectNeedling: the neuromuscular junction's
// response went from abnormal to normal, pain down and pressure threshold up
// after one session (Abbaszadeh-Amirdehi 2017, n=20+20). An order; the drive
// goes from .43 to .2, which 10 % of the fall decides.
func TestT7bEndplateQuietsAfterDirectNeedling(t *testing.T) {
	drive, _ := random8.mean(100, func(p *person) float64 { return p.Drive() })
	if math.Abs(drive-.2) > .1*(.43-.2) {
		t.Errorf("drive %.3f after needling, want .2", drive)
	}
	for seed := range uint64(20) {
		before, p := random8.begin(seed+1), random8.treat(seed+1)
		p.wait(tick.Hour)
		if p.Drive() >= before.Drive() || p.pain() >= before.pain() || p.PPT() <= before.PPT() {
			t.Errorf("patient %d: drive %.2f, pain %.1f, threshold %.0f kPa", seed+1, p.Drive(), p.pain(), p.PPT())
		}
	}
}

// TestT15NumberOfTwitches: trials dose up to 4 or 6 twitches or until none is
// left; 3 to 12 is allowed, and eight strokes cannot give more than eight.
func TestT15NumberOfTwitches(t *testing.T) {
	if n, _ := random8.mean(200, func(p *person) float64 { return float64(p.Twitches) }); n < 3 || n > 12 {
		t.Errorf("%.1f twitches in eight strokes", n)
	}
}

// TestT23MediatorsPeakAndFall: mediators peak within half a minute or so of
// the needle's advance to a twitch (Shah 2008, n=9), and in active points are
// below their start some ten minutes later, within the quarter of an hour of
// sampling. One stroke, the least that gives a twitch, takes until the end of it.
func TestT23MediatorsPeakAndFall(t *testing.T) {
	for strokes, below := range map[int]tick.Tick{1: 15 * tick.Minute, 10: 10 * tick.Minute} {
		p := arm{kind: trigger.Active, passes: strokes, plan: 10}.treat(1)
		start := p.begin0().S
		level := func() float64 { return p.S + p.Rl }
		peak, when := level(), tick.Tick(0)
		for at := tick.Second; at <= below; at += tick.Second {
			p.wait(tick.Second)
			if level() > peak {
				peak, when = level(), at
			}
		}
		if peak <= start || when > 30*tick.Second {
			t.Errorf("%d strokes: %.2f at the peak after %v s, %.2f before", strokes, peak, when.Seconds(), start)
		}
		if level() >= start {
			t.Errorf("%d strokes: %.3f after %v min, %.3f before", strokes, level(), below.Seconds()/60, start)
		}
	}
}

// TestT30Stiffness: MR elastography of the upper trapezius found 11.5 ± 2.4
// kPa in the taut band, 5.8 ± .9 around it (Chen 2016, n=65); one standard
// deviation is allowed.
func TestT30Stiffness(t *testing.T) {
	if s := (arm{kind: trigger.Active}).begin(1).Stiffness; math.Abs(s-11.5) > 2.4 {
		t.Errorf("taut band %.1f kPa, want 11.5 ± 2.4", s)
	}
	if s := (arm{kind: trigger.Healthy}).begin(1).Stiffness; math.Abs(s-5.8) > .9 {
		t.Errorf("healthy muscle %.1f kPa, want 5.8 ± .9", s)
	}
}

// TestT32StiffnessLags: no change ten minutes after needling an active point
// (Valera-Calero 2022, n=60), though seven people had one at once (Maher
// 2013). The model lets the band soften with 8 to 12 h: below 3 % at ten
// minutes, and 63 % of the way within that time.
func TestT32StiffnessLags(t *testing.T) {
	p := arm{kind: trigger.Active, passes: 10}.treat(1)
	start := p.begin0().Stiffness
	p.wait(10 * tick.Minute)
	if fall := 1 - p.Stiffness/start; fall < 0 || fall > .03 {
		t.Errorf("stiffness fell by %.1f %% within ten minutes", 100*fall)
	}
	half := func(h tick.Tick) float64 {
		p := arm{kind: trigger.Active, passes: 10}.treat(1)
		p.wait(h)
		return (start - p.Stiffness) / (start - (5.8 + 16.2*p.C))
	}
	if a, b := half(8*tick.Hour), half(12*tick.Hour); a > 1-1/math.E || b < 1-1/math.E {
		t.Errorf("of its way the band has gone %.2f in 8 h and %.2f in 12", a, b)
	}
}

// begin0 gives the same person before anything was done.
func (p *person) begin0() *person {
	return arm{kind: p.Point.Kind, mode: p.Mode}.begin(p.src.Seed)
}

// TestT33Responders: 38 of 48 answered to three weekly treatments, 30 were
// seen again at eight weeks (Turo 2015). A responder here has lost 2 points at
// eight weeks, about 30 %. Allowed is the 99 % interval of 38 in 48 (Wilson),
// .61 to .90: the mix of the model, six good responders in ten, is near its
// lower end.
func TestT33Responders(t *testing.T) {
	a := arm{kind: trigger.Active, mode: course.Population, aim: needle.Random, passes: 10, visits: 3, every: tick.Week}
	share, _ := a.mean(200, func(p *person) float64 {
		p.wait(6 * tick.Week)
		if p.begin0().pain()-p.pain() >= 2 {
			return 1
		}
		return 0
	})
	if share < .61 || share > .90 {
		t.Errorf("%.0f of 100 people respond", 100*share)
	}
}

// TestT38Hyperaemia: total haemoglobin was up 13.5 s and oxygenated 58.5 s
// after needling began (Ohkubo 2009), flow still up at 15 min (Cagnie 2012,
// n=20). The hyperaemia of one twitch has 63 % of its size between the two
// times.
func TestT38Hyperaemia(t *testing.T) {
	p := arm{kind: trigger.Active, passes: 1}.treat(1)
	risen := tick.Second
	for p.Hy < (1-1/math.E)*p.HyT {
		p.wait(tick.Second)
		risen += tick.Second
	}
	if s := risen.Seconds(); s < 13.5 || s > 58.5 {
		t.Errorf("hyperaemia has come after %v s", s)
	}
	q := arm{kind: trigger.Active, passes: 10}.treat(1)
	before := q.begin0().Flow()
	if q.wait(15 * tick.Minute); q.Flow() < 1 || q.Flow() < 1.2*before || q.Hy < .1 {
		t.Errorf("flow %.2f after 15 min, %.2f before", q.Flow(), before)
	}
}

// TestT40PainOfOneSession: 7.4 ± .8 to 3.3 ± 1.1 (Chou 2009, remote needling):
// responder mode is sized to it, within one standard deviation.
func TestT40PainOfOneSession(t *testing.T) {
	if v := (arm{kind: trigger.Active}).begin(1).pain(); math.Abs(v-7.4) > .8 {
		t.Errorf("pain %.2f before", v)
	}
	if v, _ := random8.mean(100, (*person).pain); math.Abs(v-3.3) > 1.1 {
		t.Errorf("pain %.2f after", v)
	}
}

// TestT44PressureThreshold: active points -105 kPa (-149, -61) against healthy
// muscle (Geri 2022).
func TestT44PressureThreshold(t *testing.T) {
	a, h := arm{kind: trigger.Active}.begin(1), arm{kind: trigger.Healthy}.begin(1)
	if d := a.PPT() - h.PPT(); d < -148.93 || d > -61.28 {
		t.Errorf("difference %.0f kPa", d)
	}
}

// TestT49SorenessForEveryone: all were sore, more after more insertions
// (PMID 26406209).
func TestT49SorenessForEveryone(t *testing.T) {
	last := 0.0
	for _, n := range []int{1, 5, 10, 20} {
		low := math.Inf(1)
		for seed := range uint64(20) {
			low = min(low, arm{kind: trigger.Active, passes: n}.treat(seed+1).Soreness())
		}
		if low <= last {
			t.Errorf("least sore after %d strokes: %.1f mm, after fewer %.1f", n, low, last)
		}
		last = low
	}
}

// TestT50T52SorenessDecay: -33.1 % at 30 min, -80.9 % at 24 h, about all at 72 h
// (Sanchez-Infante 2021). Two points of per cent are allowed for a fit by two
// exponentials, and at 72 h at least 95 % must be gone. T52: with light exercise less at 24 and 48 h (Salom-Moreno 2017, n=90),
// no difference at 72 h: below 3 mm of 100.
func TestT50T52SorenessDecay(t *testing.T) {
	p := arm{kind: trigger.Active, passes: 10}.begin(1)
	plan := needle.Pattern{N: 10, Speed: 80}
	for k := range plan.N {
		p.Stroke(&p.State, plan.Stroke(&p.Point, p.src, k, k))
	}
	start := p.Soreness()
	cared := *p
	cared.Exercise = true
	now := tick.Tick(0)
	for _, c := range []struct {
		at        tick.Tick
		lost, tol float64
	}{{30 * tick.Minute, 33.1, 2}, {tick.Day, 80.9, 2}, {2 * tick.Day, 0, 100}, {3 * tick.Day, 97.5, 2.5}} {
		p.wait(c.at - now)
		cared.wait(c.at - now)
		now = c.at
		if got := 100 * (1 - p.Soreness()/start); math.Abs(got-c.lost) > c.tol {
			t.Errorf("%v h: %.1f %% of the soreness is gone, want %v", c.at.Seconds()/3600, got, c.lost)
		}
		d := p.Soreness() - cared.Soreness()
		if d <= 0 || c.at == 3*tick.Day && d > 3 {
			t.Errorf("%v h: exercise takes %.2f mm", c.at.Seconds()/3600, d)
		}
	}
}

// TestT51SorenessWithLidocaine: within 2 to 8 h 42 % of people were sore after
// lidocaine and all after dry needling, where it was worse and longer (Hong
// 1994, n=58). Shares of people are not modelled: at 8 h the soreness of the
// same strokes is .6 of the dry one's, and the point itself is the same.
func TestT51SorenessWithLidocaine(t *testing.T) {
	dry, wet := random8.begin(1), random8.begin(1)
	wet.Numbed = true
	for _, p := range []*person{dry, wet} {
		plan := needle.Pattern{Aim: needle.Random, N: 8, Speed: 80}
		for k := range plan.N {
			p.Stroke(&p.State, plan.Stroke(&p.Point, p.src, k, k))
			p.wait(tick.Second)
		}
		p.wait(8 * tick.Hour)
	}
	if got := wet.Soreness() / dry.Soreness(); math.Abs(got-.6) > 1e-9 || dry.Soreness() < 5 {
		t.Errorf("soreness %.1f mm with lidocaine, %.1f dry", wet.Soreness(), dry.Soreness())
	}
	if wet.State.State != dry.State.State {
		t.Error("the point itself differs")
	}
}
