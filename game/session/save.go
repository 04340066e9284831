package session

import (
	"errors"
	"fmt"
	"math"

	"taut/game/course"
	"taut/game/emg"
	"taut/game/evidence"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// format is the layout of a saved run.
const format = 1 // structural

// stepCode is the version of the step code. Raise it when the same constants
// begin to give other states.
const stepCode = 2 // structural

// Version names the model that runs are made with: the step code's version and
// a hash of every table of constants.
func Version() string {
	h := evidence.Hash(trigger.Constants, needle.Constants, muscle.Constants, emg.Constants, course.Constants, Constants)
	return fmt.Sprintf("%d-%016x", stepCode, h)
}

// Save gives the run as MessagePack: seed, actions at ticks, the model's
// version and the state after each action.
func (s *Session) Save() ([]byte, error) {
	r := savedRun{
		Format: format, Version: Version(), Seed: s.opt.Seed, Kind: uint8(s.opt.Kind), Mode: uint8(s.opt.Mode),
		Cursor: int64(s.cursor), Head: int64(s.head), Body: s.opt.Body.numbers(),
	}
	if s.foreign != "" {
		r.Version = s.foreign
	}
	for _, a := range s.actions {
		r.Actions = append(r.Actions, keepAction(a))
	}
	twitch := make(map[int]float64, len(s.passes))
	for _, p := range s.passes {
		twitch[p.Action] = p.Twitch
	}
	for i := range s.snaps {
		r.States = append(r.States, keepState(&s.snaps[i], twitch[i-1]))
	}
	return r.MarshalMsg(nil)
}

// Errors of Load, each one sentence for a person.
var (
	ErrNotARun = errors.New("this is not a saved run of Taut")
	ErrNewer   = errors.New("this run was saved by a newer version of Taut")
	ErrBroken  = errors.New("this saved run is damaged")
)

// Load opens a saved run. A run of this model is replayed from its seed and
// actions; a run of another version opens from its stored states, and
// [Session.Foreign] names that version. The error wraps one of the errors above
// and says what is wrong.
func Load(b []byte) (*Session, error) {
	var r savedRun
	rest, err := r.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return nil, ErrNotARun
	case r.Format > format:
		return nil, ErrNewer
	case r.Format != format:
		return nil, ErrNotARun
	}
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	body, err := bodyOf(r.Body)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	s := r.begin(body)
	ours := r.Version == Version()
	if ours {
		s.advance(tick.Tick(r.Head))
		ours = s.agrees(r.States) == nil
	}
	if !ours {
		// Another model's run, or one that this model does not give again: what
		// was stored is what the person saw.
		s = r.begin(body)
		s.foreign = r.Version
		s.adopt(r.States)
		s.advance(tick.Tick(r.Head))
	}
	s.Seek(tick.Tick(r.Cursor))
	s.events, s.told = nil, nil
	return s, nil
}

// begin gives a run with the saved actions still to be taken.
func (r *savedRun) begin(body Body) *Session {
	s := New(Options{Seed: r.Seed, Kind: trigger.Kind(r.Kind), Mode: course.Mode(r.Mode), Body: body})
	for _, a := range r.Actions {
		s.actions = append(s.actions, a.action())
	}
	return s
}

// adopt takes over stored states in place of a replay.
func (s *Session) adopt(states []savedState) {
	s.snaps, s.trace = s.snaps[:0], s.trace[:0]
	for i := range states {
		n := states[i].snapshot(i)
		s.snaps = append(s.snaps, n)
		s.now = n
		s.record()
		if i == 0 || s.actions[i-1].Op != Stroke {
			continue
		}
		a, before := s.actions[i-1], &s.snaps[i-1]
		s.passes = append(s.passes, Pass{
			Action: i - 1, Pass: n.state.Strokes, Visit: s.visits(n.state.Strokes), At: a.Hit,
			Twitch: states[i].Twitch, Before: before.state.C, Answer: s.retell(a, before, states[i].Twitch), Stretch: a.Pose.Stretch(),
		})
	}
	s.restore(s.now)
}

// retell gives the answer of a stroke whose twitch another version of the model
// has stored: where the path went is this one's, whether it twitched is not.
func (s *Session) retell(a Action, before *snapshot, twitch float64) needle.Answer {
	st := before.state
	e := s.path(a, before.cut).Take(&s.patient.Point, &st.State.State, st.Strokes+1, 0)
	switch {
	case twitch > 0:
		e.Heard, e.Why = twitch, needle.Twitched
	case e.Why == needle.Twitched:
		e.Why = needle.Quieted
	}
	e.Twitch, e.Both = twitch, twitch > 0 && s.opt.Kind == trigger.Active
	return e
}

// replayTolerance says how far two machines may differ: exp and tan may differ in the
// last bit between a processor and WebAssembly.
const replayTolerance = 1e-9 // structural: relative

// agrees compares a replay with the stored states.
func (s *Session) agrees(states []savedState) error {
	if len(states) != len(s.snaps) {
		return fmt.Errorf("%d states are stored, the replay has %d", len(states), len(s.snaps))
	}
	for i := range states {
		a, b := &states[i], keepState(&s.snaps[i], 0)
		got, want := b.numbers(nil), a.numbers(nil)
		for k := range want {
			if d := math.Abs(got[k] - want[k]); d > replayTolerance*math.Max(1, math.Abs(want[k])) {
				return fmt.Errorf("state %d differs from its replay", i)
			}
		}
	}
	return nil
}

// numbers appends the state's numbers.
func (k *savedState) numbers(dst []float64) []float64 {
	dst = append(dst, k.E...)
	return append(dst, k.C, k.Energy, k.H, k.S, k.HyT, k.Hy, k.Rl, k.D, k.Care, k.Load, k.Window,
		k.Lag, k.Stiffness, k.SoreQuick, k.SoreSlow, k.Cramp)
}

// check reports what makes a decoded run impossible.
func (r *savedRun) check() error {
	switch {
	case r.Kind > uint8(trigger.Active):
		return errors.New("it names no kind of trigger point")
	case r.Mode > uint8(course.Population):
		return errors.New("it names no mode")
	case r.Head < 0 || r.Head > int64(longest) || r.Cursor < 0 || r.Cursor > r.Head:
		return errors.New("its time is out of range")
	case len(r.States) == 0 || len(r.States) > len(r.Actions)+1:
		return errors.New("its states do not fit its actions")
	}
	var last int64
	for i := range r.Actions {
		a := &r.Actions[i]
		if err := a.check(last, r.Head); err != nil {
			return fmt.Errorf("action %d: %v", i+1, err)
		}
		last = a.Hit
	}
	for i := range r.States {
		if err := r.States[i].check(); err != nil {
			return fmt.Errorf("state %d: %v", i, err)
		}
		if i > 0 && r.States[i].At != r.Actions[i-1].Hit {
			return fmt.Errorf("state %d: it is not at its action", i)
		}
	}
	return nil
}

func (a *savedAction) check(last, head int64) error {
	v := a.action()
	switch {
	case v.Op < Stroke || v.Op > Nerve:
		return errors.New("it is of no known kind")
	case a.At < 0 || a.At > head || a.Hit < max(a.At, last) || a.Hit > a.At+int64(tick.Minute) || a.End < a.At || a.End > int64(longest) || v.Op == Stroke && a.End > a.At+int64(tick.Minute):
		return errors.New("its time is out of order")
	case v.Pose != v.Pose.Clamp():
		return errors.New("the needle is out of range")
	case v.Op == Stroke && !(a.Speed >= needle.MinSpeed && a.Speed <= needle.MaxSpeed):
		return errors.New("the tip's speed is out of range")
	case math.IsNaN(a.Speed) || v.Mode > course.Population:
		return errors.New("it holds no number where one belongs")
	}
	return nil
}

func (k *savedState) check() error {
	if len(k.E) != trigger.Loci || len(k.Live) > liveMax {
		return errors.New("it has the wrong size")
	}
	for _, x := range k.numbers(nil) {
		if math.IsNaN(x) || math.Abs(x) > 1e9 {
			return errors.New("it holds no number where one belongs")
		}
	}
	for _, e := range k.E {
		if e < 0 || e > 1 {
			return errors.New("a locus is out of range")
		}
	}
	for _, l := range k.Live {
		// A burst in the far future would be waited for in steps of a millisecond.
		if !(l.Size > 0 && l.Size < 100) || l.Fired < 0 || l.Fired > 5 || l.Onset < 0 || l.Onset > k.At+int64(tick.Second) || math.IsNaN(l.C+l.X) {
			return errors.New("a twitch is out of range")
		}
	}
	switch {
	case !(k.Energy > 0 && k.Energy <= 1.01) || k.C < 0 || k.C > 2 || k.H < 0 || k.S < 0 || k.D < 0 || k.Hy < 0 || k.Hy > 1:
		return errors.New("the tissue is out of range")
	case k.Quiet < 0 || k.Quiet > int64(2*longest) || k.Visit < 0 || k.Visit > int64(2*longest) || k.Strokes < 0 || k.Strokes > 1e6:
		return errors.New("its counts are out of range")
	case k.Mode > uint8(course.Population):
		return errors.New("it names no mode")
	}
	return nil
}
