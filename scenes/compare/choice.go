package compare

import (
	"math/bits"
	"slices"

	"taut/game/course"
	"taut/game/tick"
	"taut/game/trigger"
)

// The bounds of what can be chosen.
const (
	fewest = 2 // arms
	most   = 4
)

// sizes are how many people can be followed: one, or so many with seeds of their
// own.
var sizes = [...]int{1, 10, 100, 1000}

// choice is what a person has chosen.
type choice struct {
	Arms    uint16 // a bit for each course.Arm
	Single  bool   // one visit each, not the usual series
	Size    int    // index of sizes
	Seed    uint64
	Guess   int // the arm that is expected to end lowest; -1 none
	Measure int
	At      int // index of the moment that is shown
}

// fresh is what holds before anything is chosen: dry needling beside a pretend
// needle and nothing, in a hundred people.
func fresh() choice {
	return choice{Arms: mask(course.None, course.Sham, course.Dry), Size: 2, Seed: 1, Guess: -1, At: nearest(4 * tick.Week)}
}

func mask(arms ...course.Arm) (m uint16) {
	for _, a := range arms {
		m |= 1 << a
	}
	return m
}

// arms gives the chosen ones in the order of the list.
func (c *choice) arms() (list []course.Arm) {
	for a := course.Arm(0); a < course.Arms; a++ {
		if c.Arms>>a&1 == 1 {
			list = append(list, a)
		}
	}
	return list
}

// toggle takes an arm in or out; false where there would be too few or too many.
func (c *choice) toggle(a course.Arm, on bool) bool {
	m := c.Arms&^(1<<a) | uint16(truth(on))<<a
	if n := bits.OnesCount16(m); n < fewest || n > most {
		return false
	}
	c.Arms = m
	if c.Guess == int(a) && !on {
		c.Guess = -1
	}
	return true
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// study gives the choice as the model takes it.
func (c *choice) study() course.Study {
	return course.Study{Arms: c.arms(), Series: !c.Single, Mode: course.Population, Kind: trigger.Active, People: sizes[c.Size], Seed: c.Seed, At: moments}
}

// preset is a comparison that a link opens.
type preset struct {
	name string
	arms uint16
}

// presets are the comparisons that links and buttons open: with a needle that only
// seems to go in, with nothing, with the other needles, with what is tried first.
var presets = [...]preset{
	{"sham", mask(course.Sham, course.Dry)},
	{"none", mask(course.None, course.Dry)},
	{"wet", mask(course.Dry, course.Saline, course.Lidocaine, course.Steroid)},
	{"acupuncture", mask(course.Acupuncture, course.Superficial, course.Dry)},
	{"first", mask(course.Heat, course.Stretch, course.Massage, course.Dry)},
}

// place gives the name of the preset with the chosen arms, "" for none.
func (c *choice) place() string {
	if i := slices.IndexFunc(presets[:], func(p preset) bool { return p.arms == c.Arms }); i >= 0 {
		return presets[i].name
	}
	return ""
}

// moments are the times at which people are asked.
var moments = func() []tick.Tick {
	at := []tick.Tick{0, 5 * tick.Minute, tick.Hour / 4, tick.Hour / 2, tick.Hour, 3 * tick.Hour, 6 * tick.Hour, tick.Day / 2, tick.Day, 3 * tick.Day / 2, 2 * tick.Day, 3 * tick.Day, 5 * tick.Day}
	for w := tick.Tick(1); w <= 24; w++ {
		at = append(at, w*tick.Week)
	}
	return at
}()
