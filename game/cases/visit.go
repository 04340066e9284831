package cases

import (
	"math"

	"taut/game/anatomy"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// Reach is how far a stroke goes, in words and not in lengths.
type Reach int

// The reaches.
const (
	IntoFat   Reach = iota // it ends above the muscle
	IntoUpper              // into the upper part of the muscle, short of the knot
	ThroughIt              // through the knot
	ToFarSide              // to the far side of the muscle
	Beyond                 // beyond the muscle
	Reaches   = 5          // structural
)

// depths are the reaches in the model limb, mm: the same whoever the person is,
// since no length of a case is shown. Beyond is not in the limb: it ends on bone.
var depths = [Reaches]float64{6, 10.5, 19, 26, 40}

// Visit is the needling of one person: one run a point, and what was met beside.
type Visit struct {
	Case    *Case
	Hazards []anatomy.Hazard
	Point   *session.Session
	Harms   int    // strokes that met what lies beneath
	Near    int    // strokes that ended just short of it
	Said    bool   // the person has said stop
	After   int    // strokes after that
	Ended   bool   // the learner has stopped
	Twitch  bool   // the last stroke made the muscle twitch
	Met     string // id of the hazard that the last stroke met; "" none
}

// passTime is what a stroke takes with the time to settle after it: so 15 to 30 s
// at a point are some six to twelve strokes.
const passTime = 2500 * tick.Millisecond // structural

// quick is the speed of every stroke of a case, mm/s: that of the lab's One pass.
const quick = 80 // structural

// NewVisit begins one.
func NewVisit(c *Case, hazards []anatomy.Hazard) *Visit {
	return &Visit{Case: c, Hazards: hazards, Point: session.New(session.Options{Seed: c.Seed, Kind: trigger.Active, Mode: course.Responder})}
}

// pose is the stroke that reaches so far towards an hour of the clock, -1 straight
// in.
func pose(r Reach, hour int) needle.Pose {
	p := needle.Pose{Depth: depths[r]}
	if hour >= 0 {
		p.Angle, p.Direction = 10, float64(hour)
	}
	return p.Clamp()
}

// harmed gives the reach from which a stroke meets what lies beneath: the far side
// of the muscle in a thin body, beyond it in any other.
func (v *Visit) harmed() Reach {
	if v.Case.Thin {
		return ToFarSide
	}
	return Beyond
}

// Stroke makes one stroke; false where the visit has ended. What lies beneath is
// met where the stroke goes too far for this body, and nearly met one reach short
// of that; where nothing lies beneath that can be harmed, the needle meets bone.
func (v *Visit) Stroke(r Reach, hour int) bool {
	if v.Ended {
		return false
	}
	if v.Said {
		v.After++
	}
	if !v.Point.Do(session.Action{Op: session.Stroke, Pose: pose(r, hour), Speed: quick}) {
		return false
	}
	v.Point.Advance(passTime)
	passes := v.Point.Passes()
	v.Twitch = passes[len(passes)-1].Twitch > 0
	v.Met = ""
	if len(v.Hazards) > 0 {
		switch {
		case r >= v.harmed():
			v.Harms++
			v.Met = v.Hazards[0].ID
		case r == v.harmed()-1 && r > ThroughIt:
			v.Near++
		}
	}
	if n := v.Case.Stops; n > 0 && len(passes) >= n {
		v.Said = true
	}
	return true
}

// Stop ends the visit.
func (v *Visit) Stop() { v.Ended = true }

// Outcome is what a visit left, to be read and compared; never the twitches.
type Outcome struct {
	Passes  int
	Seconds float64
	Noise   float64 // µV
	Tension float64 // per cent of the start
	Path    float64 // mm of tissue that strokes went through
	Sore    float64 // mm of 100, a day later
	Harms   int
	Near    int
	After   int // strokes after the person said stop
}

// Outcome gives the present one.
func (v *Visit) Outcome() Outcome {
	p := v.Point
	st := p.State()
	o := Outcome{Noise: st.Noise(), Tension: 100 * st.C / p.Start().C, Sore: st.SoreIn(tick.Day), Harms: v.Harms, Near: v.Near, After: v.After}
	for i, x := range p.Passes() {
		o.Passes++
		if i == 0 {
			o.Seconds = p.Now().Seconds() - x.At.Seconds()
		}
		o.Path += 2 * p.Actions()[x.Action].Pose.Depth * x.Stretch // in and out
	}
	return o
}

// goodPasses are the strokes of the good run: the taught plan.
const goodPasses = 10 // structural

// Good gives what the taught plan leaves in the same person: the middle first and
// then round the clock, through the knot and no farther, and a stop where the
// person says so.
func Good(c *Case, hazards []anatomy.Hazard) Outcome {
	v := NewVisit(c, hazards)
	for i := range goodPasses {
		hour := -1
		if i > 0 {
			hour = (i*4 + i/3) % 12
		}
		if v.Said {
			break
		}
		v.Stroke(ThroughIt, hour)
	}
	v.Stop()
	return v.Outcome()
}

// Fault is one thing that a visit can be faulted for.
type Fault string

// The faults.
const (
	Harmed     Fault = "harmed"
	WentOn     Fault = "went-on"   // after the person said stop
	TooNear    Fault = "too-near"  // near misses
	NoneMade   Fault = "none-made" // no stroke
	StillTight Fault = "still-tight"
	TooMany    Fault = "too-many"
)

// Judge gives what a visit is faulted for, the gravest first; none where it was as
// good as the taught plan.
func (o Outcome) Judge(good Outcome, stopped bool) (list []Fault) {
	add := func(bad bool, f Fault) {
		if bad {
			list = append(list, f)
		}
	}
	add(o.Harms > 0, Harmed)
	add(o.After > 0, WentOn)
	add(o.Near > 0, TooNear)
	add(o.Passes == 0, NoneMade)
	// Who says stop is left as they are.
	add(o.Passes > 0 && !stopped && o.Tension > math.Max(good.Tension+slackTension, 0), StillTight)
	add(o.Passes > good.Passes+slackPasses, TooMany)
	return list
}

// Section is the muscle of a case in a thin and in a heavy body: how thick each
// layer is, in parts of the heavy one's whole, the muscle itself last. The same
// stroke, Stroke long in that unit, ends in the heavy body's muscle and beyond the
// thin one's.
type Section struct {
	Tissues     []anatomy.Tissue
	Thin, Heavy []float64
	Stroke      float64
}

// TwoBodies gives the sections of a muscle.
func TwoBodies(m anatomy.Muscle) Section {
	var s Section
	thin, heavy := 0.0, 0.0
	for _, l := range m.Layers {
		thin, heavy = thin+l.Lo, heavy+l.Hi
	}
	for _, l := range m.Layers {
		s.Tissues = append(s.Tissues, l.Tissue)
		s.Thin, s.Heavy = append(s.Thin, l.Lo/heavy), append(s.Heavy, l.Hi/heavy)
	}
	own := m.Layers[len(m.Layers)-1]
	// Half of the heavy body's muscle deep, or as far as is surely beyond the thin
	// one's, whichever is more.
	s.Stroke = math.Max((heavy-own.Hi/2)/heavy, (thin+.1*heavy)/heavy)
	return s
}
