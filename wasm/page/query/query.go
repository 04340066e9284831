// Package query reads what a link asks of the page: ?quality=, ?clock=, ?seed=,
// ?motion= and ?picture=. A malformed value never stops the page: it becomes a fault to be
// told, and the default holds.
package query

import "strconv"

// Options are what a link may set.
type Options struct {
	Quality float64 // ?quality=0.1 to 2, times the device's pixel ratio; 0 follows the frame time
	Manual  bool    // ?clock=manual: time moves only by taut.advance(ms)
	Seed    uint64  // ?seed=, a whole number
	Seeded  bool    // whether the link named a seed; the scene chooses else
	Motion  Motion  // ?motion=reduced or full
	Picture string  // ?picture=plain or full; "" as it was
}

// Motion is how much the picture may move.
type Motion uint8

// The motions a link may ask for.
const (
	AsBrowser Motion = iota // what prefers-reduced-motion says
	Reduced
	Full
)

// Fault is one thing in a link that could not be followed. Key is the key of the
// sentence about it, with the placeholders {name} and {value}.
type Fault struct{ Key, Name, Value string }

// The bounds of ?quality=.
const (
	MinQuality = 0.1
	MaxQuality = 2
)

// Parse reads pairs of name and value in the order of the link: name, value,
// name, value. The last of two good values holds. Unknown names are told too: a
// misspelt one would else be followed by silence.
func Parse(pairs []string) (Options, []Fault) {
	var o Options
	var faults []Fault
	for ; len(pairs) >= 2; pairs = pairs[2:] {
		name, value := pairs[0], pairs[1]
		ok := true
		switch name {
		case "quality":
			q, err := strconv.ParseFloat(value, 64)
			if ok = err == nil && q >= MinQuality && q <= MaxQuality; ok {
				o.Quality = q
			}
		case "clock":
			if ok = value == "manual" || value == "real"; ok {
				o.Manual = value == "manual"
			}
		case "seed":
			n, err := strconv.ParseUint(value, 10, 64)
			if ok = err == nil; ok {
				o.Seed, o.Seeded = n, true
			}
		case "motion":
			switch value {
			case "reduced":
				o.Motion = Reduced
			case "full":
				o.Motion = Full
			default:
				ok = false
			}
		case "picture":
			if ok = value == "plain" || value == "full"; ok {
				o.Picture = value
			}
		default:
			faults = append(faults, Fault{"host.query-unknown", Clip(name), Clip(value)})
		}
		if !ok {
			faults = append(faults, Fault{"host.query." + name, name, Clip(value)})
		}
	}
	return o, faults
}

// Clip keeps what a stranger's link says short enough for a sentence.
func Clip(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
