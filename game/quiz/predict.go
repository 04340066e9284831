package quiz

import (
	"taut/game/course"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// Axis says what a trace is drawn on: the moments at which it is asked, and the
// values that can be given. The first moment's value is given to the learner.
type Axis struct {
	X      []float64
	XUnit  string // "pass", "day", "week" or "min"
	YUnit  string // "%" of the start, or points of 10
	Lo, Hi float64
}

// traces are what can be predicted.
var traces = [...]struct {
	name string
	axis Axis
}{
	{"tension", Axis{[]float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "pass", "%", 0, 150}},
	{"twitch", Axis{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "pass", "%", 0, 150}},
	{"acid", Axis{[]float64{0, 1, 2, 5, 10, 15}, "min", "%", 0, 150}},
	{"soreness", Axis{[]float64{0, .5, 1, 2, 3}, "day", "%", 0, 150}},
	{"pain", Axis{[]float64{0, 1, 4, 8, 12}, "week", "points", 0, 10}},
}

// Traces gives the names of what can be predicted: resting tension after each of
// ten fanned passes; the size of the twitch over ten passes on one path; acid in
// the minutes after ten fanned passes; soreness in the days after them; and the
// mean pain of twenty people in the weeks after a series of visits without
// aftercare.
func Traces() []string {
	var names []string
	for i := range traces {
		names = append(names, traces[i].name)
	}
	return names
}

// AxisOf gives the axis of a trace.
func AxisOf(name string) (Axis, bool) {
	for i := range traces {
		if traces[i].name == name {
			return traces[i].axis, true
		}
	}
	return Axis{}, false
}

// Truth gives what the model draws for an instance: a value for each moment of
// its axis; nil where there is nothing to predict.
func Truth(in *Instance) []float64 {
	switch in.Question.Trace {
	case "tension":
		return tensions(in)
	case "twitch":
		return twitches(in)
	case "acid":
		return acids(in)
	case "soreness":
		return sores(in)
	case "pain":
		return pains(in)
	}
	return nil
}

// begin gives the run of a prediction.
func begin(in *Instance) *session.Session {
	return session.New(session.Options{Seed: person(in, 0), Kind: trigger.Active, Mode: course.Responder})
}

// fan takes ten passes, middle first and then round the clock.
func fan(s *session.Session, after func()) {
	for k := range 10 {
		stroke(s, Fanned(k), passQuick)
		if after != nil {
			after()
		}
	}
}

func tensions(in *Instance) []float64 {
	s := begin(in)
	start := s.Start().C
	list := []float64{100}
	fan(s, func() { list = append(list, 100*s.State().C/start) })
	return list
}

func twitches(in *Instance) []float64 {
	s := begin(in)
	var list []float64
	for range 10 {
		stroke(s, Fanned(0), passQuick)
	}
	for _, p := range s.Passes() {
		list = append(list, 100*p.Twitch/s.Passes()[0].Twitch)
	}
	return list
}

func acids(in *Instance) []float64 {
	s := begin(in)
	fan(s, nil)
	end, start := s.Now(), s.State().H
	return at(s, end, tick.Minute, AxisX("acid"), func() float64 { return 100 * s.State().H / start })
}

func sores(in *Instance) []float64 {
	s := begin(in)
	fan(s, nil)
	end, start := s.Now(), s.State().Soreness()
	return at(s, end, tick.Day, AxisX("soreness"), func() float64 { return 100 * s.State().Soreness() / start })
}

// at moves a run on to each moment, in units after end, and reads a value there.
func at(s *session.Session, end, unit tick.Tick, moments []float64, read func() float64) []float64 {
	var list []float64
	for _, x := range moments {
		if d := end + tick.Tick(x*float64(unit)) - s.Now(); d > 0 {
			wait(s, d)
		}
		list = append(list, read())
	}
	return list
}

// painPeople is how many people a prediction of pain is the mean of.
const painPeople = 20 // structural

func pains(in *Instance) []float64 {
	st := course.Study{
		Arms: []course.Arm{course.Dry}, Series: true, Mode: course.Population, Kind: trigger.Active,
		People: painPeople, Seed: person(in, 0),
	}
	for _, w := range AxisX("pain") {
		st.At = append(st.At, tick.Tick(w)*tick.Week)
	}
	c, err := course.NewCohort(st)
	if err != nil {
		panic("quiz: " + err.Error()) // the study is ours
	}
	for !c.Advance(1 << 16) {
	}
	var list []float64
	for i := range st.At {
		list = append(list, c.Spread(0, i, course.OfPain).Mean)
	}
	return list
}

// AxisX gives the moments of a trace.
func AxisX(name string) []float64 {
	a, _ := AxisOf(name)
	return a.X
}
