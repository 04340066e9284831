package main

import (
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// plan is what the flags ask for.
type plan struct {
	kind     trigger.Kind
	mode     course.Mode
	patients int
	seed     uint64
	pattern  needle.Pattern
	interval tick.Tick
	visits   int
	every    tick.Tick
	care     float64
	needled  bool
	at       []tick.Tick
	clock    course.Clock
	arm      course.Arm
	armed    bool // -arm was given
	series   bool
	summary  bool
}

// Limits of the flags: room for every study, none for a slip of the finger that
// would run for hours.
const (
	maxPatients = 100_000
	maxPasses   = 500
	maxVisits   = 100
	maxTime     = 5 * 52 * tick.Week
)

// parse reads the flags. Its error is one sentence that names the flag, the
// value and what is allowed.
func parse(args []string, help io.Writer) (plan, error) {
	p := plan{kind: trigger.Active, patients: 1, seed: 1, interval: tick.Second, visits: 1, every: tick.Week, needled: true}
	p.pattern = needle.Pattern{N: 10, Speed: 80}
	p.at, _ = times("0s,1m,1h,24h,72h,1w,4w,12w,24w")
	fs := flag.NewFlagSet("trial", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Func("kind", "trigger point: active, latent or healthy (active)", func(s string) (err error) {
		p.kind, err = trigger.ParseKind(s)
		return allowed(err, "use active, latent or healthy")
	})
	fs.Func("mode", "patient: responder or population (responder)", func(s string) (err error) {
		p.mode, err = course.ParseMode(s)
		return allowed(err, "use responder or population")
	})
	fs.Func("aim", "places of the strokes: fanned, same, random or off (fanned)", func(s string) (err error) {
		p.pattern.Aim, err = needle.ParseAim(s)
		return allowed(err, "use fanned, same, random or off")
	})
	fs.Func("depth", "full (through the point) or shallow (full)", func(s string) error {
		p.pattern.Shallow = s == "shallow"
		if s != "full" && s != "shallow" {
			return fmt.Errorf("use full or shallow")
		}
		return nil
	})
	whole(fs, "patients", "how many people, with seeds S, S+1, ... (1)", &p.patients, 1, maxPatients)
	whole(fs, "passes", "strokes a visit (10)", &p.pattern.N, 0, maxPasses)
	whole(fs, "visits", "visits (1)", &p.visits, 1, maxVisits)
	fs.Func("seed", "S, the first person's seed (1)", func(s string) (err error) {
		p.seed, err = strconv.ParseUint(s, 10, 64)
		return allowed(err, "use a whole number from 0 to 18446744073709551615")
	})
	number(fs, "speed", "of the tip, mm/s (80)", &p.pattern.Speed, .1, 1000)
	number(fs, "care", "aftercare from the first visit on, 0 to 1 (0)", &p.care, 0, 1)
	length(fs, "interval", "from stroke to stroke (1s)", &p.interval, 100*tick.Millisecond, tick.Hour)
	length(fs, "every", "from visit to visit (7d)", &p.every, tick.Minute, maxTime)
	fs.Func("dt", "step of a visit, instead of 0.25s", func(s string) error {
		t, err := parseTime(s)
		if err != nil { // a bare number is in seconds, as a step is written in the model's page
			t, err = parseTime(s + "s")
		}
		if err != nil || t < 1 || t > tick.Second/2 {
			return fmt.Errorf("use a time from 0.0005s to 0.5s, such as 0.125s or 125ms")
		}
		p.clock.Visit = t
		return nil
	})
	fs.Func("at", "moments after the last stroke, as 1m,24h,12w (0s,1m,1h,24h,72h,1w,4w,12w,24w)", func(s string) (err error) {
		p.at, err = times(s)
		return err
	})
	truth(fs, "needled", "false: no needle; in population mode that is the sham", &p.needled)
	fs.Func("arm", "treatment: "+course.ArmNames()+" (the flags alone)", func(s string) (err error) {
		p.arm, err = course.ParseArm(s)
		p.armed = true
		return allowed(err, "use "+course.ArmNames())
	})
	truth(fs, "course", "the arm's usual series instead of one visit", &p.series)
	truth(fs, "summary", "mean and sd by event instead of patients", &p.summary)
	switch err := fs.Parse(args); {
	case err == flag.ErrHelp:
		fs.SetOutput(help)
		fmt.Fprintln(help, "Usage: trial [flags]\nRuns the model without a screen and prints CSV.")
		fs.PrintDefaults()
		return p, err
	case err != nil && !strings.HasPrefix(err.Error(), "invalid"): // an unknown flag, or one without its value
		return p, fmt.Errorf("%v; allowed are the flags and values that trial -h lists", err)
	case err != nil:
		return p, err
	case fs.NArg() > 0:
		return p, fmt.Errorf("unexpected argument %q; allowed are flags only, as trial -h lists them", fs.Arg(0))
	}
	if err := p.treat(fs); err != nil {
		return p, err
	}
	if visit := tick.Tick(p.pattern.N) * p.interval; p.visits > 1 && p.every <= visit {
		return p, fmt.Errorf("invalid value \"%gs\" for flag -every: a visit of %d passes lasts %gs; use a longer time", p.every.Seconds(), p.pattern.N, visit.Seconds())
	}
	return p, nil
}

// treat sets what the arm sets and the flags left alone.
func (p *plan) treat(fs *flag.FlagSet) error {
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if !p.armed {
		if p.series {
			return fmt.Errorf("invalid value \"true\" for flag -course: there is no arm; use it with -arm")
		}
		return nil
	}
	if given["needled"] && p.needled != p.arm.Needled() {
		return fmt.Errorf("invalid value \"%t\" for flag -needled: the arm %v says %t; leave it out", p.needled, p.arm, p.arm.Needled())
	}
	p.needled = p.arm.Needled()
	if usual := p.arm.Pattern(false); p.needled {
		if !given["passes"] && !given["aim"] {
			p.pattern.N, p.pattern.Aim = usual.N, usual.Aim
		}
		if !given["speed"] {
			p.pattern.Speed = usual.Speed
		}
	}
	if p.series {
		for name, value := range map[string]string{"visits": strconv.Itoa(p.visits), "every": fmt.Sprintf("%gs", p.every.Seconds())} {
			if given[name] {
				return fmt.Errorf("invalid value %q for flag -%s: the course of %v has its own; leave out -%s or -course", value, name, p.arm, name)
			}
		}
		if visits, every := p.arm.Course(); visits > 1 {
			p.visits, p.every = visits, every
		}
	}
	return nil
}

func truth(fs *flag.FlagSet, name, usage string, to *bool) {
	fs.BoolFunc(name, usage, func(s string) (err error) {
		*to, err = strconv.ParseBool(s)
		return allowed(err, "use true or false")
	})
}

func allowed(err error, what string) error {
	if err != nil {
		return fmt.Errorf("%s", what)
	}
	return nil
}

func whole(fs *flag.FlagSet, name, usage string, to *int, lo, hi int) {
	fs.Func(name, usage, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < lo || n > hi {
			return fmt.Errorf("use a whole number from %d to %d", lo, hi)
		}
		*to = n
		return nil
	})
}

func number(fs *flag.FlagSet, name, usage string, to *float64, lo, hi float64) {
	fs.Func(name, usage, func(s string) error {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil || !(x >= lo && x <= hi) {
			return fmt.Errorf("use a number from %g to %g", lo, hi)
		}
		*to = x
		return nil
	})
}

func length(fs *flag.FlagSet, name, usage string, to *tick.Tick, lo, hi tick.Tick) {
	fs.Func(name, usage, func(s string) error {
		t, err := parseTime(s)
		if err != nil || t < lo || t > hi {
			return fmt.Errorf("use a time from %gs to %gs, such as 1s, 5m, 24h, 7d or 4w", lo.Seconds(), hi.Seconds())
		}
		*to = t
		return nil
	})
}

// times reads a list of times and sorts it.
func times(list string) ([]tick.Tick, error) {
	var at []tick.Tick
	for s := range strings.SplitSeq(list, ",") {
		t, err := parseTime(s)
		if err != nil || t < 0 || t > maxTime {
			return nil, fmt.Errorf("%q is not a time; use times up to %dw with s, m, h, d or w, such as 0s,1m,24h,4w", s, maxTime/tick.Week)
		}
		at = append(at, t)
	}
	slices.Sort(at)
	return at, nil
}

// parseTime reads a number with one of the units s, m, h, d and w, or ms.
func parseTime(s string) (tick.Tick, error) {
	units := map[byte]tick.Tick{'s': tick.Second, 'm': tick.Minute, 'h': tick.Hour, 'd': tick.Day, 'w': tick.Week}
	if s = strings.TrimSpace(s); s == "" {
		return 0, fmt.Errorf("no time")
	}
	if ms, ok := strings.CutSuffix(s, "ms"); ok {
		t, err := parseTime(ms + "s")
		return (t + 500) / 1000, err
	}
	unit, ok := units[s[len(s)-1]]
	if !ok {
		return 0, fmt.Errorf("%q has no unit", s)
	}
	x, err := strconv.ParseFloat(s[:len(s)-1], 64)
	if err != nil || math.IsNaN(x) || math.Abs(x) > 1e6 {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return tick.FromSeconds(x * unit.Seconds()), nil
}
