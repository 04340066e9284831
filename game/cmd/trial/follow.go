package main

import (
	"fmt"
	"io"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/tick"
)

const header = "patient,visit,event,t_s,pass,ltr,epn_uv,tension,flow,energy,ph,sensitisers,pain_vas,ppt_kpa,stiffness_kpa,soreness_mm,twitches"

// journal writes the rows of one patient.
type journal struct {
	out   io.Writer
	sum   *summary // takes the rows instead of out where it is there
	plan  *plan
	who   course.Patient
	state course.State
	id    uint64
	visit int
	now   tick.Tick // since the first baseline
}

// follow runs patient i = 0, 1, ... of the plan and writes the rows, or adds
// them to the summary where there is one.
func (p *plan) follow(out io.Writer, sum *summary, i uint64) {
	src := chance.Source{Seed: p.seed + i}
	j := journal{out: out, sum: sum, plan: p, id: i + 1, who: course.New(p.kind, p.mode, src)}
	sum.next()
	j.state = j.who.Baseline()
	last := j // just after the last stroke
	for j.visit = 1; j.visit <= p.visits; j.visit++ {
		began := j.now
		j.row("baseline", 0, 0)
		switch {
		case p.armed:
			p.arm.Begin(&j.who, &j.state, p.series)
		case p.needled || p.mode == course.Population:
			j.who.Treat(&j.state)
		}
		last = j
		for k := range p.passes() {
			st := p.pattern.Stroke(&j.who.Point, src, k, (j.visit-1)*p.pattern.N+k)
			a := j.who.Stroke(&j.state, st)
			j.state.Care = p.care
			last = j
			j.advance(p.clock, p.interval)
			j.row("pass", k+1, a.Twitch)
		}
		j.state.Care = p.care
		last.state.Care = p.care
		if j.visit < p.visits {
			j.advance(p.clock, began+p.every-j.now)
		}
	}
	zero := last.now
	for _, at := range p.at {
		last.advance(p.clock, zero+at-last.now)
		last.row("at", 0, 0)
	}
}

func (p *plan) passes() int {
	if !p.needled {
		return 0
	}
	return p.pattern.N
}

func (j *journal) advance(c course.Clock, d tick.Tick) {
	j.who.Advance(c, &j.state, d)
	j.now += d
}

func (j *journal) row(event string, pass int, ltr float64) {
	s := &j.state
	twitches := s.Twitches
	if event == "baseline" {
		twitches = 0
	}
	pain := j.who.Pain(s)
	if j.plan.armed {
		pain = j.plan.arm.Pain(&j.who, s)
	}
	if j.sum != nil {
		j.sum.add(event, j.now, [columns]float64{float64(j.visit), float64(pass), ltr, s.Noise(), s.C, s.Flow(), s.Energy, s.PH(), s.S,
			pain, s.PPT(), s.Stiffness, s.Soreness(), float64(twitches)})
		return
	}
	fmt.Fprintf(j.out, "%d,%d,%s,%.10g,%d,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g,%d\n",
		j.id, j.visit, event, j.now.Seconds(), pass, ltr, s.Noise(), s.C, s.Flow(), s.Energy, s.PH(), s.S,
		pain, s.PPT(), s.Stiffness, s.Soreness(), twitches)
}
