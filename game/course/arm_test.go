package course_test

import (
	"math"
	"sync"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// arm is one way of treating many people: a visit of strokes a second apart at
// 80 mm/s through the whole point, unless the fields say otherwise.
type arm struct {
	kind    trigger.Kind
	mode    course.Mode
	aim     needle.Aim
	plan    int     // strokes that the pattern is laid out for; 0: passes
	passes  int     // strokes taken
	speed   float64 // mm/s; 0: 80
	shallow bool
	care    float64
	visits  int // 0: one
	every   tick.Tick
	sham    bool // a visit without a needle
	clock   course.Clock
}

// person is one patient of an arm and what was seen on the way.
type person struct {
	course.Patient
	course.State
	src   chance.Source
	ltr   []float64 // twitch of each stroke, 0 where there was none
	epn   []float64 // µV, a second after each stroke
	c     []float64 // contraction, a second after each stroke
	clock course.Clock
}

// rested holds a baseline for each kind: an hour's equilibration does not
// depend on where the loci lie, and thousands of people begin with it.
var rested = sync.OnceValue(func() (s [3]trigger.State) {
	for k := range s {
		p := trigger.New(trigger.Kind(k), chance.Source{})
		s[k] = p.Rest()
	}
	return s
})

// begin gives a patient of the arm before the first visit.
func (a arm) begin(seed uint64) *person {
	src := chance.Source{Seed: seed}
	p := &person{Patient: course.New(a.kind, a.mode, src), src: src, clock: a.clock}
	// Baseline without its hour of steps; TestBaseline holds the two equal.
	p.State.State = rested()[a.kind]
	p.Stiffness = 5.8 + 16.2*p.C
	if a.kind == trigger.Active {
		p.Lag = p.PressedPain(&p.State)
	}
	return p
}

// treat gives a patient of the arm a second after the last stroke.
func (a arm) treat(seed uint64) *person {
	p := a.begin(seed)
	plan := needle.Pattern{Aim: a.aim, N: max(a.plan, a.passes), Speed: a.speed, Shallow: a.shallow}
	if plan.Speed == 0 {
		plan.Speed = 80
	}
	for v := range max(1, a.visits) {
		if v > 0 {
			p.wait(a.every)
		}
		p.State.Care = a.care
		if a.sham {
			p.Treat(&p.State)
			continue
		}
		if a.passes > 0 {
			p.Treat(&p.State)
		}
		for k := range a.passes {
			st := plan.Stroke(&p.Point, p.src, k, v*a.passes+k)
			p.ltr = append(p.ltr, p.Stroke(&p.State, st).Twitch)
			p.wait(tick.Second)
			p.epn = append(p.epn, p.Noise())
			p.c = append(p.c, p.C)
		}
	}
	return p
}

func (p *person) wait(d tick.Tick) { p.Advance(p.clock, &p.State, d) }

func (p *person) pain() float64 { return p.Pain(&p.State) }

// mean gives the mean of f over n people with seeds 1, 2, ..., and the
// standard deviation between them.
func (a arm) mean(n int, f func(*person) float64) (mean, sd float64) {
	var sum, squares float64
	for i := range n {
		x := f(a.treat(uint64(i + 1)))
		sum += x
		squares += x * x
	}
	mean = sum / float64(n)
	return mean, math.Sqrt(max(0, squares/float64(n)-mean*mean))
}

// after gives the mean pain of n people at the times after the last stroke's
// second, which must rise.
func (a arm) painAfter(n int, at ...tick.Tick) []float64 {
	sum := make([]float64, len(at))
	for i := range n {
		p := a.treat(uint64(i + 1))
		var now tick.Tick
		for j, t := range at {
			p.wait(t - now)
			now = t
			sum[j] += p.pain() / float64(n)
		}
	}
	return sum
}
