package course

import (
	"fmt"
	"math"

	"taut/game/chance"
	"taut/game/tick"
	"taut/game/trigger"
)

// Study is what a population comparison asks for.
type Study struct {
	Arms   []Arm // one to four, on the same people with the same luck
	Series bool  // course against course; false: single visits
	Mode   Mode  // whom the people are like
	Kind   trigger.Kind
	People int // with seeds Seed, Seed+1, ...
	Seed   uint64
	Fanned bool        // ten fanned strokes a visit instead of eight random ones
	Acute  bool        // pain that began just now and recovers by itself; false: long-standing
	Care   float64     // from the first visit on, 0 to 1
	At     []tick.Tick // when people are asked, rising, from the first visit on; 0 is before it
	Clock  Clock
}

// Measure is one thing asked of a person.
type Measure uint8

// The measures.
const (
	OfPain      Measure = iota // points of 10
	OfPPT                      // kPa
	OfStiffness                // kPa
	OfSoreness                 // mm of 100
	OfTension                  // contraction, 0 to 1
	OfFlow                     // of blood, 1 in healthy muscle at rest
	Measures    = 6            // structural: how many there are
)

// Spread is a mean over people with the deviation between them.
type Spread struct {
	N        int
	Mean, SD float64
}

// spread gathers a mean and squares (Welford 1962).
type spread struct {
	n       int
	mean, q float64
}

func (s *spread) add(x float64) {
	s.n++
	d := x - s.mean
	s.mean += d / float64(s.n)
	s.q += d * (x - s.mean)
}

// Cohort runs a study in slices: person by person and, for each, arm by arm, so
// that the curves of all arms fill in together. The slices change no number.
//
// What does not differ is followed once. Without a stroke nobody differs from
// anybody: such an arm is followed in the first person, whose answers the others
// give too. Arms with a needle put the same strokes through the same tissue: they
// are followed together, and differ in their soreness and in what they take away
// from the pain.
type Cohort struct {
	study  Study
	sums   []spread  // [arm][moment][measure]
	told   []float64 // the same of the first person
	runs   []run
	start  State
	person int
	run    int
	who    Patient
	src    chance.Source
	now    State
	t      tick.Tick // since the first visit
	at     int       // moments asked so far
	visit  int       // visits begun so far
	stroke int       // strokes of the present visit taken so far
	visits int
	every  tick.Tick
}

// run is one course of a person's tissue, and the study's arms that are read off it.
type run struct {
	lead Arm
	arms []int
}

// runs gives what has to be followed for the arms, in their order.
func runs(arms []Arm) (list []run) {
	needled := -1
	for i, a := range arms {
		switch {
		case a.Needled() && needled >= 0:
			list[needled].arms = append(list[needled].arms, i)
			continue
		case a.Needled():
			a, needled = Dry, len(list)
		}
		list = append(list, run{a, []int{i}})
	}
	return list
}

// The limits of a study.
const (
	maxArms   = 4       // structural
	maxPeople = 100_000 // structural
)

// NewCohort begins a study; an error says what is wrong with it.
func NewCohort(st Study) (*Cohort, error) {
	switch {
	case len(st.Arms) < 1 || len(st.Arms) > maxArms:
		return nil, fmt.Errorf("course: %d arms; use 1 to %d", len(st.Arms), maxArms)
	case st.People < 1 || st.People > maxPeople:
		return nil, fmt.Errorf("course: %d people; use 1 to %d", st.People, maxPeople)
	case len(st.At) == 0:
		return nil, fmt.Errorf("course: no moment at which people are asked")
	case !(st.Care >= 0 && st.Care <= 1):
		return nil, fmt.Errorf("course: care %v; use 0 to 1", st.Care)
	}
	for _, a := range st.Arms {
		if a >= Arms {
			return nil, fmt.Errorf("course: no arm %d", a)
		}
	}
	for i, t := range st.At {
		if t < 0 || i > 0 && t <= st.At[i-1] {
			return nil, fmt.Errorf("course: the moments must rise from 0 on")
		}
	}
	n := len(st.Arms) * len(st.At) * Measures
	c := &Cohort{study: st, sums: make([]spread, n), told: make([]float64, n), runs: runs(st.Arms)}
	// The hour of equilibration does not depend on where the loci lie: once for all.
	p := New(st.Kind, st.Mode, chance.Source{})
	c.start = p.Baseline()
	if st.Acute {
		p.Acute(&c.start)
	}
	c.begin()
	return c, nil
}

// begin puts the present person at the start of the present run, or, where they
// answer as the first person did, at its end.
func (c *Cohort) begin() {
	r := &c.runs[c.run]
	if c.run == 0 {
		c.src = chance.Source{Seed: c.study.Seed + uint64(c.person)}
		c.who = New(c.study.Kind, c.study.Mode, c.src)
	}
	if c.person > 0 && !r.lead.Needled() {
		each := len(c.study.At) * Measures
		for _, k := range r.arms {
			for i := k * each; i < (k+1)*each; i++ {
				c.sums[i].add(c.told[i])
			}
		}
		c.at = len(c.study.At)
		return
	}
	c.now, c.now.Care = c.start, c.study.Care
	c.now.Quiet = settled // nothing has been done yet
	c.t, c.at, c.visit, c.stroke = 0, 0, 0, 0
	c.visits, c.every = 1, 0
	if c.study.Series {
		c.visits, c.every = r.lead.Course()
	}
}

// Done says whether everyone has been followed to the end.
func (c *Cohort) Done() bool { return c.person == c.study.People }

// Progress gives how many of the people have been followed through every arm.
func (c *Cohort) Progress() (people, of int) { return c.person, c.study.People }

// Advance does at most n steps of one person each (a stretch of time, a stroke
// or the beginning of a visit) and says whether all is done. It allocates
// nothing.
func (c *Cohort) Advance(n int) (done bool) {
	for ; n > 0 && !c.Done(); n-- {
		c.step()
	}
	return c.Done()
}

// step does one step of the present person. What is due at a moment comes in
// this order: questions, the visit, its strokes, time.
func (c *Cohort) step() {
	arm := c.runs[c.run].lead
	for c.at < len(c.study.At) && c.study.At[c.at] == c.t {
		c.ask()
	}
	if c.at == len(c.study.At) {
		if c.run++; c.run == len(c.runs) {
			c.run = 0
			c.person++
		}
		if !c.Done() {
			c.begin()
		}
		return
	}
	until := c.study.At[c.at] - c.t
	if c.visit < c.visits {
		due := tick.Tick(c.visit) * c.every
		if due == c.t {
			arm.Begin(&c.who, &c.now, c.study.Series)
			c.visit, c.stroke = c.visit+1, 0
			return
		}
		until = min(until, due-c.t)
	}
	if c.visit > 0 && arm.Needled() {
		plan := arm.Pattern(c.study.Fanned)
		if c.stroke < plan.N {
			due := tick.Tick(c.visit-1)*c.every + tick.Tick(c.stroke)*tick.Second
			if due == c.t {
				st := plan.Stroke(&c.who.Point, c.src, c.stroke, (c.visit-1)*plan.N+c.stroke)
				c.who.Stroke(&c.now, st)
				c.stroke++
				return
			}
			until = min(until, due-c.t)
		}
	}
	d := min(until, c.study.Clock.Next(&c.now))
	c.who.Step(&c.now, d)
	if c.study.Acute {
		c.now.Recover(c.t, d)
	}
	c.t += d
}

// ask adds the present person's answers to the present moment, in every arm that
// is read off the present run. What numbs leaves its share of the soreness of each
// stroke, and so of all of them.
func (c *Cohort) ask() {
	quick, slow := c.now.SoreQuick, c.now.SoreSlow
	for _, k := range c.runs[c.run].arms {
		a := c.study.Arms[k]
		c.now.SoreQuick, c.now.SoreSlow = quick, slow
		if doses[a].numbed {
			c.now.SoreQuick, c.now.SoreSlow = soreNumbed*quick, soreNumbed*slow
		}
		from := (k*len(c.study.At) + c.at) * Measures
		for m, x := range [Measures]float64{OfPain: a.Pain(&c.who, &c.now), OfPPT: c.now.PPT(), OfStiffness: c.now.Stiffness,
			OfSoreness: c.now.Soreness(), OfTension: c.now.C, OfFlow: c.now.Flow()} {
			c.sums[from+m].add(x)
			if c.person == 0 {
				c.told[from+m] = x
			}
		}
	}
	c.now.SoreQuick, c.now.SoreSlow = quick, slow
	c.at++
}

// Spread gives what the people followed so far said in arm number arm of the
// study at its moment number at. The deviation is that of these people (n).
func (c *Cohort) Spread(arm, at int, m Measure) Spread {
	s := c.sums[(arm*len(c.study.At)+at)*Measures+int(m)]
	if s.n == 0 {
		return Spread{}
	}
	return Spread{s.n, s.mean, math.Sqrt(s.q / float64(s.n))}
}
