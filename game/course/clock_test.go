package course_test

import (
	"math"
	"testing"

	"taut/game/course"
	"taut/game/tick"
	"taut/game/trigger"
)

// TestHalfTheStep runs a visit and the quarter of an hour after it with steps
// of 0.25 and 0.125 s: contraction, energy and noise agree within 1 % at every
// stroke and minute.
func TestHalfTheStep(t *testing.T) {
	for seed := range uint64(10) {
		whole := arm{kind: trigger.Active, passes: 10}
		half := whole
		half.clock.Visit = course.VisitStep / 2
		p, q := whole.treat(seed+1), half.treat(seed+1)
		for k := range p.c {
			if !within(p.c[k], q.c[k], .01) || !within(p.epn[k], q.epn[k], .01) {
				t.Errorf("patient %d, pass %d: C %.4f and %.4f, noise %.3f and %.3f", seed+1, k+1, p.c[k], q.c[k], p.epn[k], q.epn[k])
			}
		}
		for m := range 15 {
			if !within(p.C, q.C, .01) || !within(p.Energy, q.Energy, .01) || !within(p.Noise(), q.Noise(), .01) {
				t.Errorf("patient %d, %d min: C %.4f and %.4f, energy %.4f and %.4f", seed+1, m, p.C, q.C, p.Energy, q.Energy)
			}
			p.wait(tick.Minute)
			q.wait(tick.Minute)
		}
	}
}

func within(a, b, part float64) bool { return math.Abs(a-b) <= part*math.Abs(b) }

// TestCoarseSteps follows people for 24 weeks in steps of 600 s and with the
// standard clock's six hours after the third day: within 1 %.
func TestCoarseSteps(t *testing.T) {
	for _, a := range []arm{
		{passes: 3}, {passes: 10}, {passes: 10, care: .85}, {passes: 40}, {care: .5},
		{passes: 8, visits: 3, every: tick.Week, care: .3}, {passes: 10, mode: course.Population},
	} {
		a.kind = trigger.Active
		fine := a
		fine.clock.Course = course.DayStep
		p, q := a.treat(2), fine.treat(2)
		for week := range 25 {
			for name, x := range map[string][2]float64{
				"C": {p.C, q.C}, "energy": {p.Energy, q.Energy}, "noise": {p.Noise(), q.Noise()}, "flow": {p.Flow(), q.Flow()},
				"pH": {p.PH(), q.PH()}, "pain": {p.pain(), q.pain()}, "threshold": {p.PPT(), q.PPT()}, "stiffness": {p.Stiffness, q.Stiffness},
			} {
				if !within(x[0], x[1], .01) {
					t.Errorf("%d strokes, care %v, week %d: %s %.5f in coarse steps, %.5f in fine ones", a.passes, a.care, week, name, x[0], x[1])
				}
			}
			p.wait(tick.Week)
			q.wait(tick.Week)
		}
	}
}

// TestAWaitInPieces: a wait cut into pieces that are whole steps of the clock
// gives the same bits as the wait at once.
func TestAWaitInPieces(t *testing.T) {
	once := arm{kind: trigger.Active, passes: 4}.treat(3)
	pieces := *once
	once.wait(15*tick.Minute - tick.Second + 20*tick.Hour)
	pieces.wait(15*tick.Minute - tick.Second) // treat has waited the first second
	for range 20 * 6 {
		pieces.wait(10 * tick.Minute)
	}
	if once.State != pieces.State {
		t.Errorf("at once %+v, in pieces %+v", once.State, pieces.State)
	}
}

// TestNext: 0.25 s for a quarter of an hour, 600 s to 72 h, then six hours; no
// step passes from one clock into the next.
func TestNext(t *testing.T) {
	for _, c := range []struct{ quiet, want tick.Tick }{
		{0, 500}, {tick.Minute, 500}, {15*tick.Minute - 3, 3}, {15 * tick.Minute, 10 * tick.Minute},
		{3*tick.Day - tick.Minute, tick.Minute}, {3 * tick.Day, 6 * tick.Hour}, {tick.Week, 6 * tick.Hour},
	} {
		if got := (course.Clock{}).Next(&course.State{Quiet: c.quiet}); got != c.want {
			t.Errorf("after %v s: a step of %v s, want %v", c.quiet.Seconds(), got.Seconds(), c.want.Seconds())
		}
	}
	own := course.Clock{Visit: 7, Course: tick.Minute}
	if a, b := own.Next(&course.State{}), own.Next(&course.State{Quiet: tick.Week}); a != 7 || b != tick.Minute {
		t.Errorf("steps of one's own: %v and %v", a, b)
	}
}

func TestCourseAllocatesNothing(t *testing.T) {
	p, s := needled()
	if n := testing.AllocsPerRun(20, func() {
		u := s
		p.Step(&u, course.VisitStep)
		p.Advance(course.Clock{}, &u, tick.Week)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestStepsAllocateNothing(t *testing.T) {
	p, s := needled()
	if n := testing.AllocsPerRun(100, func() { p.Step(&s, course.VisitStep); p.Step(&s, course.DayStep) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
