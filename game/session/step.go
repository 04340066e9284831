package session

import (
	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
)

// advance moves the cursor to t >= cursor, no further than the longest run. The
// run itself stops only at points of its own grid: the ends of its steps and
// the ticks of its actions. Between them the view is stepped on a copy.
func (s *Session) advance(t tick.Tick) {
	t = min(t, longest)
	s.cursor = t
	s.head = max(s.head, t)
	s.settle()
}

// settle brings grid and view up to the cursor.
func (s *Session) settle() {
	for {
		end := s.now.at + s.now.state.next(s.clock)
		act := s.now.taken < len(s.actions) && s.actions[s.now.taken].Hit <= end
		if act {
			end = s.actions[s.now.taken].Hit
		}
		if end > s.cursor {
			break
		}
		s.step(&s.now.state, s.now.at, end-s.now.at)
		s.now.at = end
		if act {
			s.take()
		}
		s.record()
	}
	s.view = s.now.state
	s.step(&s.view, s.now.at, s.cursor-s.now.at)
}

// step moves a state on by d ticks, 0 allowed.
func (s *Session) step(st *State, at, d tick.Tick) {
	if d <= 0 {
		return
	}
	s.patient.Step(&st.State, d)
	st.fast(s.fibre, at, d)
}

// take lets the next action have its effect. Its events and its pass are new
// only the first time: a seek goes the same way again in silence.
func (s *Session) take() {
	i := s.now.taken
	a := s.actions[i]
	e := Event{At: a.Hit, Action: i, Kind: eventOf[a.Op]}
	st := &s.now.state
	fresh := i+1 >= len(s.snaps)
	switch a.Op {
	case Stroke:
		e = s.stab(st, a, e, fresh)
	case Answer:
		s.now.mode = a.Mode
		s.setMode(a.Mode)
	case Nerve:
		s.now.cut = !s.now.cut
	}
	s.now.taken++
	if !fresh {
		return
	}
	s.snaps = append(s.snaps, s.now)
	if e.Kind != 0 {
		s.events = append(s.events, e)
	}
}

var eventOf = [...]EventKind{Stroke: Passed, Press: Pressed, Ask: Asked, Stop: Stopped, Answer: Changed, Nerve: Cut}

// stab lets a stroke act.
func (s *Session) stab(st *State, a Action, e Event, fresh bool) Event {
	if st.Strokes > 0 && st.Quiet.Seconds() > visitGap {
		s.patient.Treat(&st.State)
	}
	path := s.path(a, s.now.cut)
	before := st.C
	e.Answer = s.patient.Stroke(&st.State, path)
	e.Pass, e.Bone = st.Strokes, path.Bone
	if e.Answer.Twitch > 0 {
		st.start(a.Hit, e.Answer.Twitch, s.latency)
	}
	if fresh {
		s.passes = append(s.passes, Pass{
			Action: e.Action, Pass: e.Pass, Visit: s.visits(e.Pass), At: a.Hit,
			Twitch: e.Answer.Twitch, Before: before, Answer: e.Answer, Stretch: a.Pose.Stretch(),
		})
	}
	return e
}

func (s *Session) visits(pass int) int {
	if len(s.passes) == 0 {
		return 1
	}
	last := s.passes[len(s.passes)-1].Visit
	if pass == 1 {
		last++
	}
	return last
}

func (s *Session) setMode(m course.Mode) {
	if s.patient.Mode != m {
		s.patient.SetMode(m, s.src)
	}
}

// Tip gives where the needle stands at the cursor: the pose of the last stroke
// and the depth of the tip below the skin; in is false before the first stroke
// and after a wait or a stop.
func (s *Session) Tip() (pose needle.Pose, depth float64, in bool) {
	for i := len(s.actions) - 1; i >= 0; i-- {
		a := s.actions[i]
		if a.At > s.cursor {
			continue
		}
		switch a.Op {
		case Wait, Stop:
			return needle.Pose{}, 0, false
		case Stroke:
			return a.Pose, s.depth(a), true
		}
	}
	return needle.Pose{}, 0, false
}

// depth gives the depth of the tip during and after stroke a.
func (s *Session) depth(a Action) float64 {
	top := min(s.limb.Rest(), a.Pose.Depth)
	deep, _ := s.limb.Reaches(a.Pose)
	way := deep - top
	t := (s.cursor - a.At).Seconds()
	whole := (a.End - a.At).Seconds()
	if whole <= 0 || t >= whole {
		return top
	}
	if a.Drawn {
		return top + way*(1-t/whole)
	}
	return top + way*(1-abs(2*t/whole-1))
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// AtPoint gives the time spent at the point in the present visit, from the
// first stroke until now or until the needle came out.
func (s *Session) AtPoint() tick.Tick {
	var first, last tick.Tick
	open := false
	for _, a := range s.actions {
		if a.At > s.cursor {
			break
		}
		switch {
		case a.Op == Stroke && (!open || (a.At-last).Seconds() > visitGap):
			first, open = a.At, true
			last = a.End
		case a.Op == Stroke:
			last = a.End
		case a.Op == Wait || a.Op == Stop:
			if open {
				return a.At - first
			}
		}
	}
	if !open {
		return 0
	}
	return s.cursor - first
}
