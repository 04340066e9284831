package weeks

import (
	"strconv"
	"strings"

	"taut/game/tick"
	"taut/scenes/calendar"
	"taut/scenes/panel"
)

// The fast-changing texts, in the order in which they are appended.
const (
	vTime     = iota // the slider of time: value and words
	vTimeText        //
	vCursor          // where the moment stands on the chart
	vNews            // what is to be said of it
	vDay             // "Day 12"
	vReading         // one for each measure
	vDesk     = vReading + measureCount
	vDeskText = iota + measureCount - 1
	vVisits
	vVisitsText
	vEvery
	vEveryText
	vGuess // value and words for each moment that is asked for
	values = vGuess + 2*len(asked)
)

// texts gives the fast-changing texts of the moment.
func (s *Scene) texts() []string {
	c, w := &s.choice, s.words
	out := make([]string, 0, values)
	add := func(texts ...string) { out = append(out, texts...) }
	news := make([]string, 0, 2)
	for _, k := range s.news() {
		news = append(news, w.T("weeks.news."+k))
	}
	if !c.Shown {
		news = append(news[:0], w.T("weeks.news.guess"))
	}
	add(strconv.Itoa(c.At), s.timeText(moments[c.At]), panel.Share(calendar.Place(moments[c.At])), strings.Join(news, " "), s.dayText())
	for m := range measureNames {
		add(s.reading(m, s.curves[mine].values[m][c.At]))
	}
	add(strconv.Itoa(c.Desk), w.N("weeks.hours-a-day", c.Desk), strconv.Itoa(c.Visits), w.N("weeks.visits-n", c.Visits), strconv.Itoa(c.Every), w.N("weeks.every-n", c.Every))
	for _, g := range c.Guess {
		add(strconv.Itoa(g), w.F("weeks.of-ten", "n", strconv.Itoa(g)))
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
	return s.words.F("weeks.unit."+measureNames[m], "n", whole(x))
}

// dayText names the day whose care is set.
func (s *Scene) dayText() string {
	return s.words.F("weeks.day", "n", strconv.Itoa(s.day()))
}

func (s *Scene) timeText(t tick.Tick) string { return calendar.Text(s.words, t) }

func whole(x float64) string { return calendar.Whole(x) }

func tenth(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
