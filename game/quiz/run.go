package quiz

import (
	"slices"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// Recorded runs are driven by the clock of the lab: a pass every 2.5 s, quick,
// well into the muscle of the model limb.
const (
	passEvery = 2500 * tick.Millisecond
	passQuick = 80.0 // structural: mm/s, fast in and fast out (physiology.md 4.1)
	passSlow  = 8.0  // structural: mm/s, far below the speed gate
	passDeep  = 19.0 // structural: mm of the model limb, through its point; no place on a body
	passHigh  = 8.0  // structural: mm of the model limb, in its muscle but above its point
)

// Fanned gives pass k = 0, 1, ... of the plan that is taught: middle first, then
// round the clock, three hours on and one more at each turn.
func Fanned(k int) needle.Pose {
	p := needle.Pose{Depth: passDeep}
	if k > 0 {
		p.Angle, p.Direction = 10, float64(k*4%12+k/3)
	}
	return p.Clamp()
}

// stroke takes a pass and lets it settle.
func stroke(s *session.Session, p needle.Pose, speed float64) bool {
	ok := s.Do(session.Action{Op: session.Stroke, Pose: p, Speed: speed})
	s.Advance(passEvery)
	return ok
}

// wait takes the needle out and lets d go by.
func wait(s *session.Session, d tick.Tick) {
	s.Do(session.Action{Op: session.Wait, End: d})
	s.Advance(d)
}

// fault is a way in which a run goes wrong.
type fault struct {
	name string
	kind trigger.Kind
	run  func(s *session.Session)
}

var faults = [...]fault{
	{"shallow", trigger.Active, func(s *session.Session) {
		for k := range 5 {
			p := Fanned(k)
			p.Depth = passHigh
			stroke(s, p, passQuick)
		}
	}},
	{"slow", trigger.Active, func(s *session.Session) {
		for k := range 5 {
			stroke(s, Fanned(k), passSlow)
		}
	}},
	{"beside", trigger.Active, func(s *session.Session) {
		for k := range 5 {
			p := Fanned(k)
			p.Across = 12
			stroke(s, p, passQuick)
		}
	}},
	{"same", trigger.Active, func(s *session.Session) {
		for range 10 {
			stroke(s, Fanned(0), passQuick)
		}
	}},
	{"many", trigger.Active, func(s *session.Session) {
		for k := range 40 {
			stroke(s, Fanned(k), passQuick)
		}
	}},
	{"few", trigger.Active, func(s *session.Session) {
		for k := range 3 {
			stroke(s, Fanned(k), passQuick)
		}
		wait(s, tick.Day)
	}},
	{"healthy", trigger.Healthy, func(s *session.Session) {
		for k := range 5 {
			stroke(s, Fanned(k), passQuick)
		}
	}},
	{"cut", trigger.Active, func(s *session.Session) {
		s.Do(session.Action{Op: session.Nerve})
		for k := range 5 {
			stroke(s, Fanned(k), passQuick)
		}
	}},
	{"bone", trigger.Active, func(s *session.Session) {
		p := Fanned(0)
		p.Depth = needle.ModelLimb.Deepest()
		stroke(s, p, passQuick)
	}},
}

// Faults gives the ways in which a recorded run can go wrong.
func Faults() []string {
	var names []string
	for i := range faults {
		names = append(names, faults[i].name)
	}
	return names
}

// tries bounds the search for a person in whom a run shows what it is for.
const tries = 64 // structural

// Recorded gives the run of an item of kind Explain: the fault played on the
// instance's person. Where that person does not show it, another is drawn.
func Recorded(in *Instance) *session.Session {
	i := slices.IndexFunc(faults[:], func(f fault) bool { return f.name == in.Question.Fault })
	if i < 0 {
		return nil
	}
	f := faults[i]
	var s *session.Session
	for try := range uint64(tries) {
		s = session.New(session.Options{Seed: person(in, try), Kind: f.kind, Mode: course.Responder})
		f.run(s)
		if Diagnose(s) == f.name {
			break
		}
	}
	return s
}

// person gives the seed of the instance's run at a try.
func person(in *Instance, try uint64) uint64 {
	return chance.Source{Seed: in.Person}.Uint64(chance.QuizPerson, try)
}

// Diagnose says by what was measured in a run what went wrong in it: the name of
// a fault, or "" where nothing did.
func Diagnose(s *session.Session) string {
	passes := s.Passes()
	var by [needle.NerveCut + 1]int
	still := true
	for _, p := range passes {
		by[p.Answer.Why]++
		still = still && s.Actions()[p.Action].Pose == s.Actions()[passes[0].Action].Pose
	}
	most := func(n int) bool { return 2*n > len(passes) }
	st := s.State()
	switch {
	case len(passes) == 0:
		return ""
	case bone(s):
		return "bone"
	case most(by[needle.HealthyHere]):
		return "healthy"
	case most(by[needle.NerveCut]):
		return "cut"
	case most(by[needle.TooShallow]):
		return "shallow"
	case most(by[needle.TooSlow]):
		return "slow"
	case most(by[needle.NearMiss] + by[needle.OffTarget]):
		return "beside"
	case st.Soreness() >= quietSore && len(passes) > quietPasses:
		return "many"
	case still && len(passes) > 2 && st.Noise() >= quietNoise:
		return "same"
	case len(passes) < 5 && st.Noise() >= quietNoise:
		return "few"
	}
	return ""
}

// bone reports whether a pass of the run touched bone.
func bone(s *session.Session) bool {
	for _, p := range s.Passes() {
		if s.Actions()[p.Action].Pose.Depth > s.Limb().Muscle {
			return true
		}
	}
	return false
}
