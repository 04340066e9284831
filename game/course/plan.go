package course

import (
	"taut/game/chance"
	"taut/game/tick"
)

// Plan is what happens to one person over the weeks: visits of dry needling,
// and what is done at home. The zero Plan leaves the person alone, with the
// cause of the pain as it was.
type Plan struct {
	Visits int       // of dry needling, the first one at 0; 0 none
	Every  tick.Tick // from one visit to the next
	Days   []Care    // of the first day, the second one and so on; after the last one nothing is done
	Eased  float64   // share of the load that keeps loci leaking which is taken away, 0 to 1
	Acute  bool      // pain that began just now and recovers by itself; false: long-standing
}

// planStep is the step of a plan soon after a visit: the longest fine one.
const planStep = tick.Second / 2 // structural

// Follow follows a person through a plan. ask is called at each of the moments
// at, which rise from 0 on, with the moment's index and the state; a moment at
// which a visit falls is asked before it.
func (p Plan) Follow(who *Patient, src chance.Source, at []tick.Tick, ask func(i int, s *State)) {
	s := who.Baseline()
	if p.Acute {
		who.Acute(&s)
	}
	load := s.Load
	s.Quiet = settled // nothing has been done yet
	strokes := Dry.Pattern(false)
	var t tick.Tick
	visit, stroke := 0, 0
	for i := 0; i < len(at); {
		until := at[i]
		if t == until {
			ask(i, &s)
			i++
			continue
		}
		if visit < p.Visits {
			due := tick.Tick(visit) * p.Every
			if due == t {
				Dry.Begin(who, &s, true)
				visit, stroke = visit+1, 0
				continue
			}
			until = min(until, due)
		}
		if visit > 0 && stroke < strokes.N {
			due := tick.Tick(visit-1)*p.Every + tick.Tick(stroke)*tick.Second
			if due == t {
				who.Stroke(&s, strokes.Stroke(&who.Point, src, stroke, (visit-1)*strokes.N+stroke))
				stroke++
				continue
			}
			until = min(until, due)
		}
		var care Care
		if day := int(t / tick.Day); day < len(p.Days) {
			care = p.Days[day]
			until = min(until, tick.Tick(day+1)*tick.Day)
		}
		s.Care, s.Exercise = care.Sum(), care.Exercise
		if !p.Acute {
			s.Load = load * (1 - p.Eased)
		}
		d := min(until-t, Clock{Visit: planStep}.Next(&s))
		who.Step(&s, d)
		if p.Acute {
			s.Recover(t, d)
			s.Load *= 1 - p.Eased
		}
		t += d
	}
}
