package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"taut/game/tick"
)

// columns is how many columns of a row are numbers of which there is a mean:
// all but patient, event and t_s.
const columns = 14

// summary gathers the rows of all patients: row k of one with row k of the
// others, which stand at the same event and time. A nil summary takes nothing.
type summary struct {
	rows []mean
	at   int // the present patient's next row
}

// mean is one row over the people so far (Welford 1962).
type mean struct {
	event string
	t     tick.Tick
	n     int
	mean  [columns]float64
	q     [columns]float64
}

// next begins with the next patient.
func (s *summary) next() {
	if s != nil {
		s.at = 0
	}
}

func (s *summary) add(event string, t tick.Tick, x [columns]float64) {
	if s.at == len(s.rows) {
		s.rows = append(s.rows, mean{event: event, t: t})
	}
	r := &s.rows[s.at]
	s.at++
	r.n++
	for i, v := range x {
		d := v - r.mean[i]
		r.mean[i] += d / float64(r.n)
		r.q[i] += d * (v - r.mean[i])
	}
}

// write gives the header and the rows: event, t_s, n, then each column's mean
// and its standard deviation between these people (divisor n).
func (s *summary) write(out io.Writer) {
	if s == nil {
		return
	}
	fmt.Fprint(out, "event,t_s,n")
	for name := range strings.SplitSeq(header, ",") {
		if name != "patient" && name != "event" && name != "t_s" {
			fmt.Fprintf(out, ",%s,%s_sd", name, name)
		}
	}
	fmt.Fprintln(out)
	for _, r := range s.rows {
		fmt.Fprintf(out, "%s,%.10g,%d", r.event, r.t.Seconds(), r.n)
		for i, m := range r.mean {
			fmt.Fprintf(out, ",%.6g,%.6g", m, math.Sqrt(r.q[i]/float64(r.n)))
		}
		fmt.Fprintln(out)
	}
}
