package compare

import (
	"taut/game/course"
	"taut/game/tick"
)

// published is an interval that trials found for the difference of two arms, arm
// minus from, with the source's id.
type published struct {
	arm, from    course.Arm
	measure      course.Measure
	start, end   tick.Tick // where the interval is drawn
	mean, lo, hi float64
	source       string // id
	text         string // key below compare.published
}

// now is where "immediate" is drawn from: just after the visit.
const now = 5 * tick.Minute // structural

// found are the pooled differences with their 95 % intervals. "Immediate" is drawn
// from now to the first hour, "short-term" from the third day to the fourth week.
var found = [...]published{
	{course.Dry, course.Sham, course.OfPain, now, tick.Hour, -1.53, -2.29, -.76, "navarro-2020", "sham-now"},
	{course.Dry, course.Sham, course.OfPain, 3 * tick.Day, 4 * tick.Week, -2.31, -3.64, -.99, "navarro-2020", "sham-weeks"},
	{course.Dry, course.Sham, course.OfPPT, now, tick.Hour, 55.48, 27.03, 83.93, "navarro-2020", "sham-ppt"},
	{course.Lidocaine, course.Dry, course.OfPain, 3 * tick.Day, 4 * tick.Week, -2.13, -3.22, -1.03, "navarro-2022", "lidocaine"},
}

// span is a time for which a review found less pain, without an interval in
// points: it is drawn as a bar over the axis. Sanchez-Infante 2021 pooled in
// standard deviations (-.81 up to 72 h, -.69, -.85 and -.81 at 13 to 24 weeks),
// which no axis of points can bear.
type span struct {
	from, to tick.Tick
	source   string
	text     string
}

// spans are drawn where dry needling is compared with a pretend needle or nothing.
var spans = [...]span{
	{0, 12 * tick.Week, "gattie-2017", "gattie"},
	{13 * tick.Week, 24 * tick.Week, "sanchez-infante-2021-review", "infante"},
}

// fits gives those of found that the chosen arms and the measure allow, with the
// indices of both arms.
func (s *Scene) fits(use func(p *published, arm, from int)) {
	arms := s.choice.arms()
	index := func(a course.Arm) int {
		for i := range arms {
			if arms[i] == a {
				return i
			}
		}
		return -1
	}
	for i := range found {
		p := &found[i]
		if a, b := index(p.arm), index(p.from); a >= 0 && b >= 0 && int(p.measure) == s.choice.Measure {
			use(p, a, b)
		}
	}
}
