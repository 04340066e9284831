// Package session is one run: a seed and actions at ticks give every state.
// A run steps on its own grid, whatever the frames of a screen are, so that it
// replays, undoes and branches to the same bits.
package session

import (
	"math"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// Options say which run begins.
type Options struct {
	Seed uint64
	Kind trigger.Kind
	Mode course.Mode
	Body Body
}

// snapshot is the state right after an action took effect.
type snapshot struct {
	at    tick.Tick
	taken int // actions that have taken effect
	mode  course.Mode
	cut   bool // the nerve is
	state State
}

// Session is a run under way. Make one with [New] or [Load].
type Session struct {
	opt     Options
	src     chance.Source
	patient course.Patient
	limb    needle.Limb
	fibre   muscle.Fibre
	latency float64 // s
	clock   course.Clock
	foreign string // version of the run where it is not this model's

	actions []Action
	passes  []Pass
	snaps   []snapshot // snaps[0] is the start; then one for each action taken

	now    snapshot  // the last point of the run's own grid at or before cursor
	cursor tick.Tick // what is shown
	head   tick.Tick // how far the run has come
	view   State     // at the cursor
	events []Event
	told   []Event // the events given last, whose room is used again
	trace  []Sample
}

// New begins a run with the person at rest.
func New(opt Options) *Session {
	b := opt.Body.whole()
	s := &Session{opt: opt, limb: b.Limb, fibre: b.Fibre, latency: b.Latency}
	s.src = chance.Source{Seed: opt.Seed}
	s.patient = course.New(opt.Kind, opt.Mode, s.src)
	s.now = snapshot{mode: opt.Mode, state: State{State: s.patient.Baseline()}}
	s.snaps = append(make([]snapshot, 0, 64), s.now)
	s.trace = make([]Sample, 0, traceFirst)
	s.view = s.now.state
	s.record()
	return s
}

// Options gives what the run began with.
func (s *Session) Options() Options { return s.opt }

// Patient gives the person.
func (s *Session) Patient() *course.Patient { return &s.patient }

// Limb gives the layers over the point.
func (s *Session) Limb() needle.Limb { return s.limb }

// Fibre gives the kind of fibre that twitches.
func (s *Session) Fibre() muscle.Fibre { return s.fibre }

// Latency gives the time in s from a hit to the twitch that is seen.
func (s *Session) Latency() float64 { return s.latency }

// Source gives the run's chance.
func (s *Session) Source() chance.Source { return s.src }

// Start gives the state before anything was done.
func (s *Session) Start() *State { return &s.snaps[0].state }

// State gives the state at the cursor; it is valid until the next call.
func (s *Session) State() *State { return &s.view }

// Now gives the cursor: the moment that is shown.
func (s *Session) Now() tick.Tick { return s.cursor }

// Head gives how far the run has come; the cursor is there unless it was
// scrubbed back.
func (s *Session) Head() tick.Tick { return s.head }

// Actions gives what was done so far, oldest first.
func (s *Session) Actions() []Action { return s.actions }

// Passes gives the strokes that took effect up to the cursor, oldest first.
func (s *Session) Passes() []Pass { return s.PassesTo(s.cursor) }

// PassesTo gives the strokes that took effect up to t, also where the cursor
// stands before it, oldest first.
func (s *Session) PassesTo(t tick.Tick) []Pass {
	n := len(s.passes)
	for n > 0 && s.passes[n-1].At > t {
		n--
	}
	return s.passes[:n]
}

// Met gives the danger of the limb that the way of a pose meets, and whether it
// meets one.
func (s *Session) Met(p needle.Pose) (i int, ok bool) {
	for i := range s.limb.Ground.Dangers {
		if s.limb.Gap(p, i) <= 0 {
			return i, true
		}
	}
	return 0, false
}

// Near gives the least distance in mm between the way of a pose and any danger of
// the limb; infinite where there is none.
func (s *Session) Near(p needle.Pose) float64 {
	gap := math.Inf(1)
	for i := range s.limb.Ground.Dangers {
		gap = min(gap, s.limb.Gap(p, i))
	}
	return gap
}

// Swept gives the mm2 of tissue that the strokes up to the cursor have dragged the
// needle through sideways: by turning it between two of them, under the skin.
func (s *Session) Swept() (mm2 float64) {
	ps := s.Passes()
	for i := 1; i < len(ps); i++ {
		if ps[i].Visit == ps[i-1].Visit {
			mm2 += needle.Swept(s.actions[ps[i-1].Action].Pose, s.actions[ps[i].Action].Pose, s.limb.Rest())
		}
	}
	return mm2
}

// Busy reports whether a stroke is under way at the cursor.
func (s *Session) Busy() bool {
	a, ok := s.stroke()
	return ok && s.cursor < a.End
}

// stroke gives the last stroke that had begun at the cursor.
func (s *Session) stroke() (Action, bool) {
	for i := len(s.actions) - 1; i >= 0; i-- {
		if a := s.actions[i]; a.Op == Stroke && a.At <= s.cursor {
			return a, true
		}
	}
	return Action{}, false
}

// The bounds of a run. They are held while it is made, so that what was saved
// always opens again.
const (
	longest = 5 * 52 * tick.Week // how long a run may last: five years
	most    = 2000               // structural: actions of a run; below the limit of what is decoded
)

// Full reports whether the run has no room for an action of length d at the
// cursor: five years are over, or 2000 things were done.
func (s *Session) Full(d tick.Tick) bool {
	n := len(s.actions)
	for n > 0 && s.actions[n-1].At > s.cursor {
		n-- // would be cut
	}
	return n >= most || d > longest-s.cursor
}

// Do adds an action at the cursor. What had been recorded after the cursor is
// cut: a scrubbed run branches. Refused are a stroke or a wait while a stroke is
// under way, and what the run has no room for ([Session.Full]).
func (s *Session) Do(a Action) bool {
	if s.Busy() && (a.Op == Stroke || a.Op == Wait) {
		return false
	}
	a.At, a.Hit, a.End = s.cursor, s.cursor, s.cursor+max(0, a.End-a.At)
	if a.Op == Stroke {
		a = s.plan(a)
	}
	if s.Full(a.End - a.At) {
		return false
	}
	s.cut()
	if n := len(s.actions); n > 0 {
		// What is done during a stroke counts after it: effects keep their order.
		a.Hit = max(a.Hit, s.actions[n-1].Hit)
	}
	s.actions = append(s.actions, a)
	s.settle()
	return true
}

// plan fixes when a stroke hits and when it is over. The hit is where the loci
// that it meets lie on the average.
func (s *Session) plan(a Action) Action {
	a.Pose = a.Pose.Clamp()
	a.Pose.Depth = min(a.Pose.Depth, s.limb.Deepest())
	a.Speed = max(needle.MinSpeed, min(needle.MaxSpeed, a.Speed))
	st := s.path(a, false)
	down := tick.FromSeconds(st.Length() / a.Speed)
	if a.Drawn {
		a.End = a.At + down
		return a
	}
	a.Hit = a.At + tick.FromSeconds(st.Meets(&s.patient.Point, &s.view.State.State)/a.Speed)
	a.End = a.At + 2*down
	return a
}

// path gives the way of a stroke through the limb, with the nerve cut or whole.
func (s *Session) path(a Action, cut bool) needle.Stroke {
	st := s.limb.Stroke(a.Pose, a.Speed)
	st.Cut = cut
	return st
}

// cut forgets what lies after the cursor.
func (s *Session) cut() {
	if s.cursor >= s.head {
		return
	}
	s.rewind(s.cursor)
	n := s.now.taken
	for n < len(s.actions) && s.actions[n].At < s.cursor {
		n++ // begun, not yet taken
	}
	s.actions = s.actions[:n]
	s.trim(s.cursor)
	s.advance(s.cursor)
}

// trim drops snapshots, passes and samples later than t.
func (s *Session) trim(t tick.Tick) {
	for len(s.snaps) > 1 && s.snaps[len(s.snaps)-1].at > t {
		s.snaps = s.snaps[:len(s.snaps)-1]
	}
	for len(s.passes) > 0 && s.passes[len(s.passes)-1].At > t {
		s.passes = s.passes[:len(s.passes)-1]
	}
	for len(s.trace) > 1 && s.trace[len(s.trace)-1].At > t {
		s.trace = s.trace[:len(s.trace)-1]
	}
	s.head = min(s.head, t)
}

// Advance moves the cursor on by d and the run with it.
func (s *Session) Advance(d tick.Tick) { s.advance(s.cursor + max(0, d)) }

// Seek moves the cursor to any moment of the run, without losing what follows.
func (s *Session) Seek(t tick.Tick) {
	t = min(max(0, t), s.head)
	if t < s.cursor {
		s.rewind(t)
	}
	s.advance(t)
}

// rewind goes back to the last snapshot at or before t.
func (s *Session) rewind(t tick.Tick) {
	i := len(s.snaps) - 1
	for i > 0 && s.snaps[i].at > t {
		i--
	}
	s.restore(s.snaps[i])
	s.cursor = t
}

func (s *Session) restore(n snapshot) {
	s.now = n
	s.setMode(n.mode)
}

// Undo takes back the last stroke and all that came after it; false where there
// is none. The run stands where the stroke had begun.
func (s *Session) Undo() bool {
	for i := len(s.actions) - 1; i >= 0; i-- {
		if s.actions[i].Op != Stroke {
			continue
		}
		t := s.actions[i].At
		s.actions = s.actions[:i]
		for len(s.snaps) > 1 && s.snaps[len(s.snaps)-1].taken > i {
			s.snaps = s.snaps[:len(s.snaps)-1]
		}
		s.rewind(t)
		s.trim(t)
		for len(s.passes) > 0 && s.passes[len(s.passes)-1].Action >= i {
			s.passes = s.passes[:len(s.passes)-1]
		}
		s.advance(t)
		return true
	}
	return false
}

// Branch gives a copy of the run, cut at the cursor; both go on alone.
func (s *Session) Branch() *Session {
	c := *s
	c.actions = append([]Action(nil), s.actions...)
	c.passes = append([]Pass(nil), s.passes...)
	c.snaps = append([]snapshot(nil), s.snaps...)
	c.trace = append(make([]Sample, 0, max(traceFirst, len(s.trace))), s.trace...)
	c.events, c.told = nil, nil
	c.cut()
	return &c
}

// Events gives what was said since the last call; the slice is valid until the
// call after the next.
func (s *Session) Events() []Event {
	s.events, s.told = s.told[:0], s.events
	return s.told
}

// NerveCut reports whether the nerve to the muscle is cut at the cursor.
func (s *Session) NerveCut() bool { return s.now.cut }

// Foreign gives the version of the model that a loaded run was made with, ""
// where it is this one.
func (s *Session) Foreign() string { return s.foreign }
