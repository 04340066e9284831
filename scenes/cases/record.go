package cases

import (
	"taut/game/anatomy"
	"taut/game/body"
	"taut/game/cases"
)

// The steps of a case, in their order. Needle and leave belong to those who are
// needled alone.
const (
	meet = iota
	find
	decide
	needle
	leave
	later
	result
	steps
)

var stepNames = [steps]string{"meet", "find", "decide", "needle", "leave", "later", "result"}

// record is what a person did in one case.
type record struct {
	Step    int
	Asked   bool     // for consent
	Muscle  int      // that is pressed now
	Place   int      // at which
	Pressed []uint16 // a bit for each place, by muscle
	Screen  uint32   // precautions that were asked about, a bit each
	Looked  uint8    // things tried first that were asked about
	Tried   string   // the first decision, which the judgement goes by
	End     string   // the present one, "" none
	Met     bool     // the harm was met before the target
	Point   int      // that is needled
	Inside  bool     // the lab is open
	Work    [][]byte // the lab at each point, as it is kept; nil where nobody was
	Ended   bool     // the visit
	Hurt    bool     // what lies beneath was met
	Called  bool     // and help was called
	Told    uint8    // advice given, a bit each
	Left    bool     // and the person has gone home with it
	Reply   string
}

// fresh gives the record of a case that nobody has begun.
func fresh(c *cases.Case) *record {
	return &record{Pressed: make([]uint16, len(c.Felt)), Place: cases.Places / 2}
}

// path gives the steps that a case has, by its right end.
func path(c *cases.Case) []int {
	if c.End == cases.Needle {
		return []int{meet, find, decide, needle, leave, later, result}
	}
	return []int{meet, find, decide, later, result}
}

// pressed reports whether a muscle was pressed anywhere.
func (r *record) pressed(m int) bool { return m < len(r.Pressed) && r.Pressed[m] != 0 }

// felt reports whether the point of a muscle was pressed.
func (r *record) felt(c *cases.Case, m int) bool {
	return m < len(r.Pressed) && r.Pressed[m]>>c.Spot(m)&1 == 1
}

// replies are what can be said on day 2, by whether it is a sign of harm.
var replies = [...]string{"usual", "again", "urgent"}

// right gives the right reply of a case.
func right(c *cases.Case) string {
	if c.Harm {
		return "urgent"
	}
	return "usual"
}

// todo gives what must be done before the next step; "" nothing. Each is the key of
// a sentence.
func (s *Scene) todo() string { return todo(s.at, s.rec, s.rec.Step) }

// todo gives what must be done at a step of a case before the next one.
func todo(c *cases.Case, r *record, step int) string {
	switch step {
	case meet:
		if !r.Asked {
			return "ask-first"
		}
	case find:
		for m := range c.Felt {
			if !r.pressed(m) {
				return "press-first"
			}
		}
	case decide:
		switch {
		case r.Looked != 1<<len(c.Tried)-1:
			return "look-first"
		case r.End == "":
			return "decide-first"
		case r.End != string(c.End):
			return "wrong-end"
		}
	case needle:
		if !r.Ended {
			return "stop-first"
		}
	case leave:
		switch {
		case r.Hurt && !r.Called:
			return "call-first"
		case !r.Left:
			return "tell-first"
		}
	case later:
		switch r.Reply {
		case right(c):
		case "":
			return "reply-first"
		default:
			return "wrong-reply"
		}
	}
	return ""
}

// reached gives the farthest step whose way is open.
func reached(c *cases.Case, r *record) int {
	p := path(c)
	for _, step := range p {
		if todo(c, r, step) != "" {
			return step
		}
	}
	return p[len(p)-1]
}

// missed gives the precautions that the person has and that nobody asked about.
func (s *Scene) missed() (list []anatomy.Precaution) {
	for i, p := range s.screen.Precautions {
		if _, has := s.at.Answer(p.ID); has && s.rec.Screen>>i&1 == 0 {
			list = append(list, p)
		}
	}
	return list
}

// target gives the muscle that is needled.
func (s *Scene) target() anatomy.Muscle {
	f, _ := s.at.Target()
	m, _ := s.atlas.Muscle(f.Muscle)
	return m
}

// hazards are what lies beneath the target, as its limb has it.
func (s *Scene) hazards() []anatomy.Hazard {
	m := s.target()
	return body.Dangers(s.atlas, &m)
}
