package evidence

import (
	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/trigger"
)

// The stations of the circle, in the order in which they are drawn.
const (
	leak = iota
	contraction
	flow
	energy
	acid
	chemicals
	twitch
	stations
)

var stationNames = [stations]string{"leak", "contraction", "flow", "energy", "acid", "chemicals", "twitch"}

// arrow is one link of the circle: from one station to another, what the model
// calls it, and the claim of the library that it rests on.
type arrow struct {
	name     string
	from, to int
	link     trigger.Links // 0: the reflex, which is the needle's
	claim    string
}

// arrows are those that can be cut.
var arrows = [...]arrow{
	{"contracts", leak, contraction, trigger.LeakContracts, "noise"},
	{"squeezes", contraction, flow, trigger.ContractionSqueeze, "low-oxygen"},
	{"uses", contraction, energy, trigger.ContractionUses, "energy-crisis"},
	{"feeds", flow, energy, trigger.FlowFeeds, "energy-crisis"},
	{"pumps", energy, contraction, trigger.EnergyPumps, "energy-crisis"},
	{"washes", flow, acid, trigger.FlowWashes, "chemistry"},
	{"sensitises", acid, chemicals, trigger.AcidSensitises, "chemistry"},
	{"leaks", chemicals, leak, trigger.SensitisersLeak, "chemistry"},
	{"reflex", twitch, leak, 0, "twitch-reflex"},
}

// The moments at which the circle can be looked at.
const (
	before = iota
	minutes
	days
	whens
)

var whenNames = [whens]string{"before", "minutes", "days"}

// values are what the stations show: endplate noise in µV, contraction and energy
// and flow and acid and chemicals in parts of 1, and twitches of ten passes.
type values [stations]float64

// loop is the circle with some of its arrows cut.
type loop struct {
	cut  uint16 // a bit for each of arrows
	past []uint16
	when int
	open int // 1 + index of the arrow whose card is open, 0 none
	last int // the arrow that was cut or mended last

	whole, now values
}

// person is whose point the circle is: one who answers the needle well.
const person = 7

// strokes are the passes of the visit: the taught plan, a second apart.
const strokes = 10 // structural

// follow computes the circle as it is and as it is with what is cut.
func (l *loop) follow() {
	l.whole, l.now = trace(0, l.when), trace(l.cut, l.when)
}

// trace gives the stations at a moment, with arrows cut from the beginning.
func trace(cut uint16, when int) values {
	var links trigger.Links
	reflex := true
	for i, a := range arrows {
		if cut>>i&1 == 1 {
			links |= a.link
			reflex = reflex && a.link != 0
		}
	}
	src := chance.Source{Seed: person}
	who := course.New(trigger.Active, course.Responder, src)
	p := who.Point
	s := p.RestWithout(links)
	twitches := 0.0
	if when > before {
		plan := needle.Pattern{Aim: needle.Fanned, N: strokes, Speed: 80}
		for k := range strokes {
			st := plan.Stroke(&p, src, k, k)
			st.Cut = !reflex
			if st.Take(&p, &s, k+1, who.Kap).Twitch > 0 {
				twitches++
			}
			s.Without(links, .5)
			s.Without(links, .5)
		}
		for range 15 * 60 * 2 {
			s.Without(links, .5)
		}
	}
	if when == days {
		for range 3 * 144 {
			s.LeapWithout(links, 600)
		}
	}
	return values{s.Noise(), s.C, s.Flow(), s.Energy, s.H, s.S, twitches}
}

// differs reports whether a station stands elsewhere than in the whole circle, by
// what is seen: a per cent, a µV, a twitch.
func (l *loop) differs(i int) bool {
	least := .01
	if i == leak || i == twitch {
		least = 1
	}
	d := l.now[i] - l.whole[i]
	return d >= least || d <= -least
}
