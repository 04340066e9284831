package cases

import (
	"math"

	"taut/game/anatomy"
	"taut/game/body"
	"taut/game/chance"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// Point is one trigger point of a person that is to be needled: a run in their body,
// and what lies beneath, in the order of [needle.Ground].
type Point struct {
	Muscle  anatomy.Muscle
	Options session.Options
	Dangers []anatomy.Hazard
}

// Points gives the active points of a case, in the order in which they are needled:
// those of each muscle one after the other.
func Points(c *Case, a *anatomy.Atlas) (list []Point) {
	build := body.Usual
	if c.Thin {
		build = body.Thin
	}
	for _, f := range c.Felt {
		m, ok := a.Muscle(f.Muscle)
		if f.Is != Active || !ok {
			continue
		}
		for range max(1, f.Points) {
			list = append(list, Point{Muscle: m, Dangers: body.Dangers(a, &m), Options: session.Options{
				Seed: c.Seed + pointSeed*uint64(len(list)), Kind: trigger.Active, Mode: course.Responder, Body: body.Of(a, &m, build)}})
		}
	}
	return list
}

// pointSeed tells the points of one person apart.
const pointSeed = 1 << 32 // structural

// MaxPoints bounds the points of a muscle.
const MaxPoints = 4 // structural

// MostPoints bounds the points of a person.
const MostPoints = 16 // structural

// Outcome is what a visit left, to be read and compared; never the twitches. Of
// several points it is the one that is left worst that counts.
type Outcome struct {
	Points  int // that were needled
	Passes  int
	Seconds float64 // at a point, at the most
	Minutes float64 // of the whole visit, asking, finding and cleaning in it
	Noise   float64 // µV
	Tension float64 // per cent of the start
	Path    float64 // mm of tissue that strokes went through
	Swept   float64 // mm2 of tissue that the needle was dragged through sideways
	Sore    float64 // mm of 100, a day later
	Bone    int     // strokes that touched bone
	Harms   int     // strokes that met what lies beneath
	Near    int     // strokes that ended just short of it
	Said    bool    // the person has said stop
	After   int     // strokes after that
}

// Visit reads what the runs of a case left: one a point, in the order of [Points];
// a nil one, or a shorter list, is a point that nobody needled. Passes are counted to a
// run's end; tension, noise and soreness are those of where it stands.
func Visit(c *Case, points []Point, runs []*session.Session) (o Outcome) {
	o.Minutes = visitTalk
	for i, p := range points {
		if i < len(runs) && runs[i] != nil {
			o.add(c, runs[i])
			continue
		}
		who := course.New(p.Options.Kind, p.Options.Mode, chance.Source{Seed: p.Options.Seed})
		st := who.Baseline()
		o.Noise, o.Tension = math.Max(o.Noise, st.Noise()), math.Max(o.Tension, 100)
	}
	return o
}

// add takes up the run of one more point.
func (o *Outcome) add(c *Case, s *session.Session) {
	st := s.State()
	o.Noise = math.Max(o.Noise, st.Noise())
	o.Tension = math.Max(o.Tension, 100*st.C/s.Start().C)
	o.Sore = math.Max(o.Sore, st.SoreIn(tick.Day))
	o.Swept += s.Swept()
	passes := s.PassesTo(s.Head()) // also while it is looked back at
	if len(passes) > 0 {
		at := s.AtPoint().Seconds()
		o.Points++
		o.Seconds = math.Max(o.Seconds, at)
		o.Minutes += pointCare + at/60
	}
	limb := s.Limb()
	for _, x := range passes {
		pose := s.Actions()[x.Action].Pose
		deep, bone := limb.Reaches(pose)
		if o.Said {
			o.After++
		}
		o.Passes++
		o.Path += 2 * deep * x.Stretch // in and out
		switch gap := s.Near(pose); {
		case gap <= 0:
			o.Harms++
		case body.Near(gap):
			o.Near++
		}
		if bone {
			o.Bone++
		}
		o.Said = o.Said || c.Stops > 0 && o.Passes >= c.Stops
	}
}

// The good run: the taught plan.
const (
	goodPasses = 10                      // structural
	goodSpeed  = 80                      // structural: mm/s, that of the lab's One pass
	passTime   = 2500 * tick.Millisecond // structural: a pass and the time to settle after it
)

// Taught gives pass k, from 0, of the taught plan in a limb: the middle first and
// then round the clock, through the point and no farther.
func Taught(l needle.Limb, k int) needle.Pose {
	p := needle.Pose{Depth: body.Through(l)}
	if k > 0 {
		p.Angle, p.Direction = body.Lean(l), float64((k*4+k/3)%12)
	}
	return p.Clamp()
}

// Good gives what the taught plan leaves in the same person, at each point, with a
// stop where the person says so.
func Good(c *Case, points []Point) Outcome {
	var runs []*session.Session
	passes := 0
	for _, p := range points {
		s := session.New(p.Options)
		for k := range goodPasses {
			if c.Stops > 0 && passes >= c.Stops {
				break
			}
			s.Do(session.Action{Op: session.Stroke, Pose: Taught(s.Limb(), k), Speed: goodSpeed})
			s.Advance(passTime)
			passes++
		}
		s.Do(session.Action{Op: session.Stop})
		runs = append(runs, s)
	}
	return Visit(c, points, runs)
}

// Fault is one thing that a visit can be faulted for.
type Fault string

// The faults.
const (
	Harmed     Fault = "harmed"
	WentOn     Fault = "went-on"   // after the person said stop
	TooNear    Fault = "too-near"  // near misses
	NoneMade   Fault = "none-made" // no stroke
	LeftOut    Fault = "left-out"  // a point that nobody needled
	StillTight Fault = "still-tight"
	TooMany    Fault = "too-many"
	TooLong    Fault = "too-long" // at a point
)

// Judge gives what a visit is faulted for, the gravest first; none where it was as
// good as the taught plan.
func (o Outcome) Judge(good Outcome) (list []Fault) {
	add := func(bad bool, f Fault) {
		if bad {
			list = append(list, f)
		}
	}
	add(o.Harms > 0, Harmed)
	add(o.After > 0, WentOn)
	if o.Harms > 0 { // nothing else counts beside that
		return list
	}
	add(o.Near > 0, TooNear)
	add(o.Passes == 0, NoneMade)
	// Who says stop is left as they are.
	add(o.Passes > 0 && !o.Said && o.Points < good.Points, LeftOut)
	add(o.Passes > 0 && !o.Said && o.Points >= good.Points && o.Tension > good.Tension+slackTension, StillTight)
	add(o.Passes > good.Passes+slackPasses*max(1, good.Points), TooMany)
	add(o.Seconds > pointMost, TooLong)
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
