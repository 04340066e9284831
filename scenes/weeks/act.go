package weeks

import (
	"slices"
	"strconv"
	"strings"

	"taut/game/tick"
	"taut/scenes"
	"taut/scenes/calendar"
)

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	s.notice = ""
	if !s.act(name, arg, in.Value) {
		s.notice = s.words.F("weeks.unknown", "what", in.Do)
	}
	s.changed()
}

func (s *Scene) act(name, arg, value string) bool {
	c := &s.choice
	n, err := strconv.Atoi(value)
	number := err == nil
	switch name {
	case "guess": // the pain that is expected at one of the moments asked for
		i, err := strconv.Atoi(arg)
		if !number || err != nil || i < 0 || i >= len(c.Guess) {
			return false
		}
		c.Guess[i] = within(n, 0, 10)
	case "show":
		c.Shown, c.At = true, nearest(tick.Hour)
		s.say(s.verdict())
		s.out.Show = "weeks-verdict"
	case "again":
		*c = choice{Person: c.Person, Seed: c.Seed, Acute: c.Acute, Desk: c.Desk, Guess: fresh().Guess, Visits: 1, Every: 7}
	case "measure":
		i := slices.Index(measureNames[:], arg)
		if i < 0 {
			return false
		}
		c.Measure = i
	case "care":
		i := slices.Index(careNames[:], arg)
		if i < 0 {
			return false
		}
		c.care(s.day(), i, value == "true")
	case "scope":
		c.OneDay = arg == "day"
	case "desk":
		if !number {
			return false
		}
		c.Desk = within(n, 0, maxDesk)
	case "visits":
		if !number {
			return false
		}
		c.Visits = within(n, 0, maxVisits)
	case "every":
		if !number {
			return false
		}
		c.Every = within(n, 1, maxEvery)
	case "time":
		if !number {
			return false
		}
		c.At = within(n, 0, len(moments)-1)
	case "jump":
		return s.jump(arg)
	case "acute":
		c.Acute = value == "true"
	case "another":
		c.Seed++
		s.say(s.words.T("weeks.other"))
	case "explain":
		if s.explain == arg {
			arg = ""
		}
		s.explain = arg
	default:
		return false
	}
	return true
}

// jump moves to one of the named moments.
func (s *Scene) jump(name string) bool {
	for _, j := range calendar.Jumps {
		if j.Name == name {
			s.choice.At = nearest(j.At)
			return true
		}
	}
	return false
}

// Key implements [scenes.Scene]: the arrows move along the calendar.
func (s *Scene) Key(name string, shift bool) bool {
	d := 0
	switch name {
	case "ArrowLeft":
		d = -1
	case "ArrowRight":
		d = 1
	case "Home":
		d = -len(moments)
	case "End":
		d = len(moments)
	default:
		return false
	}
	if shift {
		d *= 7
	}
	s.move(s.choice.At + d)
	return true
}

// move goes to a moment by its index.
func (s *Scene) move(i int) {
	day, jump := s.day(), calendar.At(moments, s.choice.At)
	s.choice.At = within(i, 0, len(moments)-1)
	s.look()
	s.dirty = true
	if s.day() != day || calendar.At(moments, s.choice.At) != jump {
		s.rev++ // the boxes are those of another day, or another button is pressed
	}
}

// Point implements [scenes.Scene]: on the chart it draws the guess, and then
// moves along the calendar; on the days it chooses one.
func (s *Scene) Point(p scenes.Pointer) {
	s.drag = (p.Phase == scenes.Down || s.drag) && p.Phase < scenes.Up
	if !s.drag || p.W <= 0 || p.H <= 0 {
		return
	}
	x, y := p.X/p.W, p.Y/p.H
	switch {
	case p.Zone == "weeks-days":
		day := int(y*calendarRows)*7 + int(x*7)
		s.move(nearest(tick.Tick(within(day, 0, days-1)) * tick.Day))
	case p.Zone == "weeks-chart" && s.choice.Shown:
		s.move(nearest(calendar.Time(x)))
	case p.Zone == "weeks-chart":
		s.choice.Guess[nearestAsked(x)] = within(int(10*(1-(y-calendar.PlotTop)/calendar.PlotHeight)+.5), 0, 10)
		s.rev++
		s.dirty = true
	}
}
