package compare

import (
	"strconv"

	"taut/game/course"
	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// The fast-changing texts, in the order in which they are appended.
const (
	vProgress     = iota // people followed: a number and words
	vProgressText        //
	vTime                // the slider of time: value and words
	vTimeText            //
	vCursor              // where the moment stands on the chart
	vArm                 // for each arm: its reading, and how strongly its band shines
	values        = vArm + 2*most
)

// The measures that the chart can show, in the order of course.Measure.
var measureNames = [course.Measures]string{"pain", "threshold", "stiffness", "soreness", "tension"}

// scales are the lowest and the highest value of the chart and the step of its
// grid: points of 10, kPa, kPa, mm of 100, per cent of a full contraction.
var scales = [course.Measures]struct{ lo, hi, step, unit float64 }{
	{0, 10, 2, 1}, {200, 340, 35, 1}, {4, 14, 2.5, 1}, {0, 80, 20, 1}, {0, 50, 10, 100},
}

// brightest is the contraction at which a band of the small pictures shines most:
// that of an active point that nothing was done to.
const brightest = .4 // structural

// texts gives the fast-changing texts of the moment.
func (s *Scene) texts() []string {
	c := &s.choice
	n := s.followed()
	out := append(make([]string, 0, values), strconv.Itoa(n), s.words.F("compare.progress", "n", strconv.Itoa(n), "of", strconv.Itoa(sizes[c.Size])),
		strconv.Itoa(c.At), calendar.Text(s.words, s.moment()), panel.Share(calendar.Place(s.moment())))
	arms := c.arms()
	for k := range most {
		reading, shine := "", "0"
		if k < len(arms) {
			x, tension := s.at(k, c.At, c.Measure), s.at(k, c.At, int(course.OfTension))
			shine = strconv.FormatFloat(within01(tension.Mean/brightest), 'f', 2, 64)
			if x.N == 0 {
				reading, shine = s.t("not-yet"), "1"
			} else {
				reading = s.reading(c.Measure, x.Mean)
			}
		}
		out = append(out, reading, shine)
	}
	return out
}

// AppendValues implements [scenes.Scene].
func (s *Scene) AppendValues(b []byte) []byte {
	for _, t := range s.texts() {
		b = append(append(b, t...), '\n')
	}
	return b
}

// reading gives a measure's value with its unit.
func (s *Scene) reading(m int, x float64) string {
	return s.words.F("compare.unit."+measureNames[m], "n", calendar.Whole(x*scales[m].unit))
}
