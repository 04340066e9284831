// Package compare is the scene in which treatments stand side by side: two to
// four arms on the same people with the same luck, from the first minute to 24
// weeks, with what trials found drawn behind. It knows neither the engine nor
// the page.
package compare

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"taut/game/content"
	"taut/game/course"
	"taut/game/evidence"
	"taut/game/tick"
	"taut/scenes"
	"taut/scenes/calendar"
	"taut/scenes/view"
)

// Options say how the comparison begins.
type Options struct {
	Words   *content.Words
	Library *evidence.Library // for the cards; nil: they name no sources
	// Now gives the time since any moment, with which a slice of work is bounded;
	// nil: the clock of the machine.
	Now func() time.Duration
}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	now      func() time.Duration
	settings scenes.Settings

	choice  choice
	cohort  *course.Cohort // of the choice; nil before it is run
	stopped bool           // by the person, before its end
	until   int            // people after which it was stopped, where it is taken up so; 0 none
	ended   time.Duration  // when the last slice did
	since   float64        // ms since the curves were last drawn
	drag    bool
	notice  string
	explain string // key of the card that is open
	out     scenes.Effects
	rev     int
	dirty   bool
}

// New begins with the question.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library, now: o.Now, choice: fresh(), ended: -time.Hour}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.now == nil {
		began := time.Now()
		s.now = func() time.Duration { return time.Since(began) }
	}
	return s
}

// Name implements program.Room.
func (s *Scene) Name() string { return "compare" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
}

// Place implements program.Room.
func (s *Scene) Place() string { return s.choice.place() }

// Open implements program.Room: it opens one of the presets.
func (s *Scene) Open(place string) bool {
	if place == s.Place() || place == "" {
		return true
	}
	for _, p := range presets {
		if p.name == place {
			s.choose(func(c *choice) bool { c.Arms, c.Guess = p.arms, -1; return true })
			return true
		}
	}
	return false
}

// choose changes what is compared: the curves of before are gone then.
func (s *Scene) choose(change func(*choice) bool) bool {
	if !change(&s.choice) {
		return false
	}
	s.cohort, s.stopped, s.until = nil, false, 0
	s.rev++
	s.dirty = true
	return true
}

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	s.notice = ""
	if !s.act(name, arg, in.Value) && s.notice == "" {
		s.notice = s.words.F("compare.unknown", "what", in.Do)
	}
	s.rev++
	s.dirty = true
}

func (s *Scene) act(name, arg, value string) bool {
	c := &s.choice
	n, err := strconv.Atoi(value)
	number := err == nil
	switch name {
	case "arm":
		a, err := course.ParseArm(arg)
		if err != nil {
			return false
		}
		if !s.choose(func(c *choice) bool { return c.toggle(a, value == "true") }) {
			s.notice = s.t("bounds")
			s.say(s.notice)
		}
	case "preset":
		return s.Open(arg)
	case "visits":
		s.choose(func(c *choice) bool { c.Single = arg == "single"; return true })
	case "people":
		i, err := strconv.Atoi(arg)
		if err != nil || i < 0 || i >= len(sizes) {
			return false
		}
		s.choose(func(c *choice) bool { c.Size = i; return true })
	case "another":
		s.choose(func(c *choice) bool { c.Seed += uint64(sizes[c.Size]); return true })
		s.say(s.t("others"))
	case "guess":
		a, err := course.ParseArm(arg)
		if err != nil || c.Arms>>a&1 == 0 {
			return false
		}
		c.Guess = int(a)
	case "run":
		s.run()
		s.say(s.words.N("compare.running", sizes[c.Size]))
	case "stop":
		if s.working() {
			s.stopped, s.until = true, 0
			s.say(s.words.N("compare.stopped", s.followed()))
		}
	case "go-on":
		s.stopped, s.until = false, 0
	case "again":
		s.choose(func(c *choice) bool { c.Guess = -1; return true })
		s.out.Show = "compare-question"
	case "measure":
		i := slices.Index(measureNames[:], arg)
		if i < 0 {
			return false
		}
		c.Measure = i
	case "time":
		if !number {
			return false
		}
		c.At = within(n, 0, len(moments)-1)
	case "jump":
		for _, j := range calendar.Jumps {
			if j.Name == arg {
				c.At = nearest(j.At)
				return true
			}
		}
		return false
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

// Key implements [scenes.Scene]: there is no picture that takes keys.
func (s *Scene) Key(string, bool) bool { return false }

// Point implements [scenes.Scene]: on the chart a pointer moves along the time.
func (s *Scene) Point(p scenes.Pointer) {
	s.drag = (p.Phase == scenes.Down || s.drag) && p.Phase < scenes.Up
	if s.drag && p.Zone == "compare-chart" && p.W > 0 && s.cohort != nil {
		jump := calendar.At(moments, s.choice.At)
		s.choice.At = nearest(calendar.Time(within01(p.X / p.W)))
		s.dirty = true
		if calendar.At(moments, s.choice.At) != jump {
			s.rev++ // another button is pressed
		}
	}
}

// Resize implements [scenes.Scene].
func (s *Scene) Resize(_, _, _ float64) {}

// Advance implements [scenes.Scene]: a study under way goes on by one slice.
func (s *Scene) Advance(ms float64) { s.work(ms) }

// Steady implements [scenes.Scene].
func (s *Scene) Steady() bool { return !s.working() }

// Lively implements [scenes.Scene].
func (s *Scene) Lively() bool { return false }

// View implements [scenes.Scene]: there is no picture.
func (s *Scene) View() *view.View { return nil }

// Revision implements [scenes.Scene].
func (s *Scene) Revision() int { return s.rev }

// Labels implements [scenes.Scene].
func (s *Scene) Labels() []view.Label { return nil }

// Effects implements [scenes.Scene].
func (s *Scene) Effects() scenes.Effects {
	e := s.out
	s.out = scenes.Effects{}
	if s.dirty {
		s.dirty = false
		e.Save = s.keep()
	}
	return e
}

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("compare." + key) }

// arm gives an arm's name.
func (s *Scene) arm(a course.Arm) string { return s.t("arm." + a.String()) }

// moment gives the moment that is shown.
func (s *Scene) moment() tick.Tick { return moments[s.choice.At] }

func within(n, lo, hi int) int { return max(lo, min(hi, n)) }

func within01(x float64) float64 { return max(0, min(1, x)) }
