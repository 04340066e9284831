package quiz

import (
	"maps"
	"slices"

	"taut/game/anatomy"
	"taut/game/body"
	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// Work is what a learner did in a task: its runs, and for the sorting task what
// each muscle was called.
type Work struct {
	Runs []*session.Session
	Said []trigger.Kind // one a run; shorter where not all were named yet
}

// Verdict is what the simulation says of a task. A failed one has a reason: the
// id of one of the item's options, with what was measured and its limit where
// the reason is a number.
type Verdict struct {
	Passed   bool
	Reason   string
	Measured float64
	Limit    float64
}

// task is something to do in the lab.
type task struct {
	reasons []string // why it can fail
	kinds   []trigger.Kind
	judge   func(w *Work) Verdict
}

// The tasks. None of them counts twitches.
var tasks = map[string]task{
	"quiet":   {[]string{"none", "bone", "passes", "sore", "noise"}, []trigger.Kind{trigger.Active}, judgeQuiet},
	"nothing": {[]string{"depth", "speed", "place"}, []trigger.Kind{trigger.Active}, judgeNothing},
	"stop":    {[]string{"none", "open", "long", "passes", "short"}, []trigger.Kind{trigger.Active}, judgeStop},
	"sort":    {[]string{"needled", "pressed", "asked", "wrong"}, []trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active}, judgeSort},
	"bodies":  {[]string{"none", "met", "near", "short"}, []trigger.Kind{trigger.Active, trigger.Active}, judgeBodies},
	"leave":   {[]string{"needled", "asked", "pressed", "open"}, []trigger.Kind{trigger.Latent}, judgeLeave},
}

// Tasks gives the names of the tasks.
func Tasks() []string { return slices.Sorted(maps.Keys(tasks)) }

// Begin gives the runs that the task of an instance begins with. People are
// drawn among those in whom the taught plan passes, so that none is asked for
// what cannot be done; the three muscles of the sorting task come in a drawn
// order. It is nil where the item is no task.
func Begin(in *Instance) []session.Options {
	t, ok := tasks[in.Question.Task]
	if !ok {
		return nil
	}
	src := chance.Source{Seed: in.Seed, Patient: key(in.Question.ID)}
	var list []session.Options
	for _, i := range shuffled(src, chance.QuizOrder, 2, len(t.kinds)) {
		o := session.Options{Seed: person(in, uint64(i)*tries), Kind: t.kinds[i], Mode: course.Responder}
		if len(in.Bodies) == len(t.kinds) {
			o.Body = in.Bodies[i]
		}
		for try := range uint64(tries) {
			o.Seed = person(in, uint64(i)*tries+try)
			if in.Question.Task != "quiet" || quietable(o) {
				break
			}
		}
		list = append(list, o)
	}
	return list
}

// quietable reports whether the taught plan quiets the point of a run.
func quietable(o session.Options) bool {
	s := session.New(o)
	for k := range quietPasses {
		if stroke(s, Fanned(k), passQuick); s.State().Noise() < quietNoise {
			return true
		}
	}
	return false
}

// Judge says whether the work passes the instance's task; it may be asked at any
// time. Work that is not there fails by the task's first reason.
func Judge(in *Instance, w *Work) Verdict {
	t, ok := tasks[in.Question.Task]
	if !ok {
		return Verdict{}
	}
	if len(w.Runs) != len(t.kinds) {
		return Verdict{Reason: t.reasons[0]}
	}
	return t.judge(w)
}

// Answer turns a verdict into what is kept of it.
func (v Verdict) Answer() Answer { return Answer{Passed: v.Passed, Reason: v.Reason} }

var passed = Verdict{Passed: true}

func judgeQuiet(w *Work) Verdict {
	s := w.Runs[0]
	n, st := len(s.Passes()), s.State()
	switch {
	case n == 0:
		return Verdict{Reason: "none"}
	case bone(s):
		return Verdict{Reason: "bone"}
	case n > quietPasses:
		return Verdict{Reason: "passes", Measured: float64(n), Limit: quietPasses}
	case st.Soreness() >= quietSore:
		return Verdict{Reason: "sore", Measured: st.Soreness(), Limit: quietSore}
	case st.Noise() >= quietNoise:
		return Verdict{Reason: "noise", Measured: st.Noise(), Limit: quietNoise}
	}
	return passed
}

func judgeNothing(w *Work) Verdict {
	var depth, speed, place bool
	for _, p := range w.Runs[0].Passes() {
		switch p.Answer.Why {
		case needle.TooShallow:
			depth = true
		case needle.TooSlow:
			speed = true
		case needle.NearMiss, needle.OffTarget:
			place = true
		}
	}
	switch {
	case !depth:
		return Verdict{Reason: "depth"}
	case !speed:
		return Verdict{Reason: "speed"}
	case !place:
		return Verdict{Reason: "place"}
	}
	return passed
}

func judgeStop(w *Work) Verdict {
	s := w.Runs[0]
	var first, stop tick.Tick
	begun, stopped := false, false
	for _, a := range s.Actions() {
		switch {
		case a.Op == session.Stroke && !begun:
			first, begun = a.At, true
		case a.Op == session.Stroke:
			stopped = false // it goes on after all
		case a.Op == session.Stop && begun:
			stop, stopped = a.At, true
		}
	}
	at, n := (stop - first).Seconds(), len(s.Passes())
	switch {
	case !begun:
		return Verdict{Reason: "none"}
	case !stopped:
		return Verdict{Reason: "open"}
	case at > pointMost:
		return Verdict{Reason: "long", Measured: at, Limit: pointMost}
	case n > stopPasses:
		return Verdict{Reason: "passes", Measured: float64(n), Limit: stopPasses}
	case at < pointLeast:
		return Verdict{Reason: "short", Measured: at, Limit: pointLeast}
	}
	return passed
}

// did reports whether something was done in a run.
func did(s *session.Session, op session.Op) bool {
	return slices.ContainsFunc(s.Actions(), func(a session.Action) bool { return a.Op == op })
}

func judgeSort(w *Work) Verdict {
	for _, s := range w.Runs {
		switch {
		case did(s, session.Stroke):
			return Verdict{Reason: "needled"}
		case !did(s, session.Press):
			return Verdict{Reason: "pressed"}
		case !did(s, session.Ask):
			return Verdict{Reason: "asked"}
		}
	}
	right := 0
	for i, s := range w.Runs {
		if i < len(w.Said) && w.Said[i] == s.Options().Kind {
			right++
		}
	}
	if right < len(w.Runs) {
		return Verdict{Reason: "wrong", Measured: float64(right), Limit: float64(len(w.Runs))}
	}
	return passed
}

// overLung is the muscle in which the task of two bodies is done.
const overLung = "upper-trapezius"

// bodies gives the thin and the heavy body of the task that has two, and what lies
// beneath in both.
func bodies(q *Question, a *anatomy.Atlas) (list []session.Body, beneath []anatomy.Hazard) {
	m, ok := a.Muscle(overLung)
	if q.Task != "bodies" || !ok {
		return nil, nil
	}
	return []session.Body{body.Of(a, &m, body.Thin), body.Of(a, &m, body.Heavy)}, body.Dangers(a, &m)
}

// judgeBodies asks for a pass through the point in both bodies that keeps off what
// lies beneath.
func judgeBodies(w *Work) Verdict {
	reason := ""
	for _, s := range w.Runs {
		limb := s.Limb()
		through := false
		for _, p := range s.PassesTo(s.Head()) {
			pose := s.Actions()[p.Action].Pose
			deep, _ := limb.Reaches(pose)
			through = through || deep >= limb.Knot
			switch gap := s.Near(pose); {
			case gap <= 0:
				return Verdict{Reason: "met"} // nothing counts beside that
			case body.Near(gap):
				reason = "near"
			}
		}
		switch {
		case reason != "":
		case len(s.Passes()) == 0:
			reason = "none"
		case !through:
			reason = "short"
		}
	}
	if reason != "" {
		return Verdict{Reason: reason}
	}
	return passed
}

func judgeLeave(w *Work) Verdict {
	s := w.Runs[0]
	switch {
	case did(s, session.Stroke):
		return Verdict{Reason: "needled"}
	case !did(s, session.Ask):
		return Verdict{Reason: "asked"}
	case !did(s, session.Press):
		return Verdict{Reason: "pressed"}
	case !did(s, session.Stop):
		return Verdict{Reason: "open"}
	}
	return passed
}
