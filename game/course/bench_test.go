package course_test

import (
	"testing"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// needled gives a person of population mode just after ten fanned strokes, so
// that every term of the step is at work.
func needled() (course.Patient, course.State) {
	src := chance.Source{Seed: 1}
	p := course.New(trigger.Active, course.Population, src)
	s := p.Baseline()
	plan := needle.Pattern{Aim: needle.Fanned, N: 10, Speed: 80}
	for k := range plan.N {
		p.Stroke(&s, plan.Stroke(&p.Point, src, k, k))
		p.Step(&s, course.VisitStep)
	}
	return p, s
}

// BenchmarkVisitTick is one step of a visit, 0.25 s, of a whole person.
func BenchmarkVisitTick(b *testing.B) {
	p, s := needled()
	b.ReportAllocs()
	for b.Loop() {
		p.Step(&s, course.VisitStep)
	}
}

// BenchmarkWeeks is 24 weeks after a visit: in steps of 600 s throughout, and
// with the coarse steps of the standard clock.
func BenchmarkWeeks(b *testing.B) {
	for _, c := range []struct {
		name  string
		clock course.Clock
	}{{"600s", course.Clock{Course: course.DayStep}}, {"coarse", course.Clock{}}} {
		b.Run(c.name, func(b *testing.B) {
			p, start := needled()
			b.ReportAllocs()
			for b.Loop() {
				s := start
				p.Advance(c.clock, &s, 24*tick.Week)
			}
		})
	}
}
