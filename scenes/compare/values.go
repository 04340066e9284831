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
	vArm                 // for each arm what follows, perArm texts
)

// The fast-changing texts of one arm.
const (
	vReading = iota // of the measure that is shown
	vState          // of its tissue, in words
	vShine          // how strongly its band shines
	vThick          // half the height of its knot on its picture
	vWide           // how wide its vessels are there
	perArm
)

const values = vArm + perArm*most

// shown are the measures that the chart can show; flow is seen on the pictures.
const shown = int(course.OfFlow)

// The measures that the chart can show, in the order of course.Measure.
var measureNames = [shown]string{"pain", "threshold", "stiffness", "soreness", "tension"}

// scales are the lowest and the highest value of the chart and the step of its
// grid: points of 10, kPa, kPa, mm of 100, per cent of a full contraction.
var scales = [shown]struct{ lo, hi, step, unit float64 }{
	{0, 10, 2, 1}, {200, 340, 35, 1}, {4, 14, 2.5, 1}, {0, 80, 20, 1}, {0, 50, 10, 100},
}

// The contraction at which a band of the small pictures shines most and its knot
// is thickest, that of an active point that nothing was done to, and the flow
// there. What is drawn of them, in the pictures' units.
const (
	brightest = .38 // structural
	quietFlow = .6  // structural
	thin      = 5   // structural
	thick     = 13  // structural
	vessel    = 3.5 // structural
)

// texts gives the fast-changing texts of the moment.
func (s *Scene) texts() []string {
	c := &s.choice
	n := s.followed()
	out := append(make([]string, 0, values), strconv.Itoa(n), s.words.F("compare.progress", "n", strconv.Itoa(n), "of", strconv.Itoa(sizes[c.Size])),
		strconv.Itoa(c.At), calendar.Text(s.words, s.moment()), panel.Share(calendar.Place(s.moment())))
	arms := c.arms()
	for k := range most {
		if k >= len(arms) {
			out = append(out, make([]string, perArm)...)
			continue
		}
		reading, state := s.t("not-yet"), ""
		tension, flow := brightest, quietFlow // of people to whom nothing was done yet
		if x := s.at(k, c.At, c.Measure); x.N > 0 {
			tension, flow = s.at(k, c.At, int(course.OfTension)).Mean, s.at(k, c.At, int(course.OfFlow)).Mean
			reading = s.reading(c.Measure, x.Mean)
			state = s.words.F("compare.state", "tension", calendar.Whole(100*tension), "flow", calendar.Whole(100*flow))
		}
		part := within01(tension / brightest)
		out = append(out, reading, state, digits(part), digits(thin+(thick-thin)*part), digits(vessel*min(flow, 1.5)))
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

func digits(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
