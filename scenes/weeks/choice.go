package weeks

import (
	"taut/game/course"
	"taut/game/tick"
)

// The bounds of what can be chosen.
const (
	days      = 24 * 7
	maxDesk   = 10 // hours a day
	maxVisits = 6
	maxEvery  = 28 // days from visit to visit
)

// careNames are what can be done at home, a bit of a day's care each, in this
// order. The first five have a weight in the model; water and a hot bath give
// comfort only.
var careNames = [...]string{"stretch", "exercise", "yoga", "heat", "massage", "water", "bath"}

// asked are the moments at which the guess is asked for.
var asked = [...]tick.Tick{tick.Hour, tick.Day, 3 * tick.Day, 4 * tick.Week, 12 * tick.Week, 24 * tick.Week}

// choice is what a person has chosen and guessed.
type choice struct {
	Person  string // id, "" the first person
	Seed    uint64
	Acute   bool
	Desk    int // hours a day
	Visits  int
	Every   int // days
	Care    [days]uint8
	OneDay  bool // care is set for one day, not from there on
	Guess   [len(asked)]int
	Shown   bool // the guess is made
	Measure int
	At      int // index of the moment that is shown
}

// fresh is what holds before anything is chosen: one visit, nothing at home,
// eight hours at the desk as before, and a guess that nothing changes.
func fresh() choice {
	c := choice{Seed: first, Desk: usualDesk, Visits: 1, Every: 7}
	for i := range c.Guess {
		c.Guess[i] = 7
	}
	return c
}

// usualDesk are the hours a day that keep a point as it is; fewer ease the load
// in proportion, more do not exceed it. Chosen for teaching.
const usualDesk = 8

// care sets one thing done at home on a day or, unless days are set one by one,
// from that day on.
func (c *choice) care(day, i int, on bool) {
	for ; day < days; day++ {
		if on {
			c.Care[day] |= 1 << i
		} else {
			c.Care[day] &^= 1 << i
		}
		if c.OneDay {
			return
		}
	}
}

// plan gives the choices as the model takes them.
func (c *choice) plan() course.Plan {
	p := course.Plan{Visits: c.Visits, Every: tick.Tick(c.Every) * tick.Day, Eased: 1 - min(1, float64(c.Desk)/usualDesk), Acute: c.Acute}
	for _, bits := range c.Care {
		has := func(i int) bool { return bits>>i&1 == 1 }
		p.Days = append(p.Days, course.Care{Stretch: has(0), Exercise: has(1), Yoga: has(2), Heat: has(3), Massage: has(4)})
	}
	return p
}

// cared reports whether anything that has a weight is done at home on any day.
func (c *choice) cared() bool {
	for _, bits := range c.Care {
		if bits&0x1f != 0 {
			return true
		}
	}
	return false
}
