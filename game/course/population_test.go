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

// TestT41T42T45T46Population: 200 people as trials meet them, eight random
// strokes, no aftercare, against a sham (expectation without a needle).
//
// T41: pain -1.53 (-2.29, -.76) at once and -2.31 (-3.64, -.99) short-term;
// T42: pressure threshold at once +55 kPa (27, 84) (Navarro-Santana 2020, 28
// trials). Ours lies at the low edge. T45: benefit at all times to 24 weeks
// (Sanchez-Infante 2021, 42 trials); T46: to 12 weeks, not significant at 6 to
// 12 months (Gattie 2017, 13 trials): there below the half point that such
// trials cannot tell from 0.
//
// The independent implementation's means, of other people, must agree within
// .25 points: people differ by 2.5 points at 72 h, so a mean of 200 has a
// standard error of .18.
func TestT41T42T45T46Population(t *testing.T) {
	at := []tick.Tick{tick.Hour, 3 * tick.Day, 4 * tick.Week, 12 * tick.Week, 24 * tick.Week, 52 * tick.Week}
	allowed := [][2]float64{{-2.29, -.76}, {-3.64, -.99}, {-3.64, -.99}, {-3.64, -.5}, {-3.64, -.25}, {-.5, .5}}
	model := []float64{-1.4, -2.0, -1.75, -1.2, -.6, math.NaN()}

	needled := arm{kind: trigger.Active, mode: course.Population, aim: needle.Random, passes: 8}
	sham := arm{kind: trigger.Active, mode: course.Population, sham: true}
	treated, pretended := needled.painAfter(200, at...), sham.painAfter(1, at...) // without a needle all are alike
	for i := range at {
		d := treated[i] - pretended[i]
		if d < allowed[i][0] || d > allowed[i][1] {
			t.Errorf("%v h: pain %.2f against sham, want %v", at[i].Seconds()/3600, d, allowed[i])
		}
		if math.Abs(d-model[i]) > .25 {
			t.Errorf("%v h: pain %.2f against sham, want %v ± .25", at[i].Seconds()/3600, d, model[i])
		}
	}
	ppt := func(a arm, n int) float64 {
		m, _ := a.mean(n, func(p *person) float64 { p.wait(tick.Hour); return p.PPT() })
		return m
	}
	if d := ppt(needled, 200) - ppt(sham, 1); d < 27.03 || d > 83.93 {
		t.Errorf("pressure threshold at an hour %+.1f kPa against sham", d)
	}
}

// TestT42T43ResponderThreshold: +55 kPa (27, 84) at once (Navarro-Santana
// 2020); at 72 h 5.19 against 4.23 kg/cm2, +94 kPa, in one trial
// (Sanchez-Infante 2021), which the model does not reach: the pooled interval
// must hold both.
func TestT42T43ResponderThreshold(t *testing.T) {
	sham := arm{kind: trigger.Active, sham: true}
	for _, at := range []tick.Tick{tick.Hour, 3 * tick.Day} {
		f := func(p *person) float64 { p.wait(at); return p.PPT() }
		got, _ := random8.mean(100, f)
		without, _ := sham.mean(1, f)
		if d := got - without; d < 27.03 || d > 83.93 {
			t.Errorf("%v h: %+.1f kPa", at.Seconds()/3600, d)
		}
	}
}

// TestPopulationFormula works one reported pain out by hand.
func TestPopulationFormula(t *testing.T) {
	p := arm{kind: trigger.Active, mode: course.Population, passes: 5}.treat(1)
	p.wait(6 * tick.Hour)
	v := 17.2 * (p.Drive() - .02)
	l := p.Lag
	want := math.Hypot(.6*v+.4*l, p.Soreness()/10) * (1 - .1*math.Exp(-p.Visit.Seconds()/(3*86400)))
	if math.Abs(p.pain()-want) > 1e-9 {
		t.Errorf("pain %.4f, want %.4f", p.pain(), want)
	}
	if l <= v {
		t.Errorf("the lagging part, %.2f, is not behind the fallen drive, %.2f", l, v)
	}
}

// TestRespondersAreSixInTen, within 4.5 standard errors of 4000 draws.
func TestRespondersAreSixInTen(t *testing.T) {
	const n = 4000
	good := 0.0
	for seed := range uint64(n) {
		p := course.New(trigger.Active, course.Population, chance.Source{Seed: seed})
		switch p.Kap {
		case .6:
			good++
		case .3:
		default:
			t.Fatalf("kap %v", p.Kap)
		}
		q := course.New(trigger.Active, course.Responder, chance.Source{Seed: seed})
		if q.Kap != .6 {
			t.Fatalf("a responder has kap %v", q.Kap)
		}
		q.SetMode(course.Population, chance.Source{Seed: seed})
		if q.Kap != p.Kap || q.Mode != course.Population {
			t.Fatalf("changed to population mode: kap %v, drawn so: %v", q.Kap, p.Kap)
		}
	}
	if math.Abs(good/n-.6) > 4.5*math.Sqrt(.6*.4/n) {
		t.Errorf("%.3f respond well", good/n)
	}
}

// TestNoPainAtRestWithoutAnActivePoint: a latent point hurts on pressing, by
// about 2.6 points (the drive has two figures: 2 % of the scale), and never at
// rest, in either mode, however it is needled; healthy muscle hurts neither way.
func TestNoPainAtRestWithoutAnActivePoint(t *testing.T) {
	for _, k := range []trigger.Kind{trigger.Latent, trigger.Healthy} {
		for _, m := range []course.Mode{course.Responder, course.Population} {
			p := arm{kind: k, mode: m}.begin(1)
			if pressed, want := p.PressedPain(&p.State), map[trigger.Kind]float64{trigger.Latent: 2.6}[k]; math.Abs(pressed-want) > .1 {
				t.Errorf("%v pressed: pain %.2f, want %v", k, pressed, want)
			}
			for _, p := range []*person{p, arm{kind: k, mode: m, passes: 10}.treat(1)} {
				if p.pain() != 0 {
					t.Errorf("%v, %v: pain %.2f at rest", k, m, p.pain())
				}
			}
		}
	}
	// 330 - 245 (A - A0): 292 and 229 kPa, whole numbers.
	for k, want := range map[trigger.Kind]float64{trigger.Healthy: 330, trigger.Latent: 292, trigger.Active: 229} {
		if got := (arm{kind: k}).begin(1).PPT(); math.Abs(got-want) > .03*330/10 {
			t.Errorf("%v: threshold %.1f kPa, want %v", k, got, want)
		}
	}
}

// TestCareAddsUp: the weights of the article's list make 1.
func TestCareAddsUp(t *testing.T) {
	all := course.Care{Stretch: true, Exercise: true, Yoga: true, Heat: true, Massage: true}
	if s := all.Sum(); math.Abs(s-1) > 1e-12 {
		t.Errorf("all care is %v", s)
	}
	if s := (course.Care{Stretch: true, Massage: true}).Sum(); math.Abs(s-.4) > 1e-12 {
		t.Errorf("stretching and massage are %v", s)
	}
	if s := (course.Care{}).Sum(); s != 0 {
		t.Errorf("no care is %v", s)
	}
}

func TestModesHaveNames(t *testing.T) {
	for _, m := range []course.Mode{course.Responder, course.Population} {
		if got, err := course.ParseMode(m.String()); err != nil || got != m {
			t.Errorf("%v reads back as %v, %v", m, got, err)
		}
	}
	if _, err := course.ParseMode("crowd"); err == nil {
		t.Error("crowd is a mode")
	}
}
