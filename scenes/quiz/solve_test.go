package quiz

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"taut/game/anatomy"
	"taut/game/body"
	bank "taut/game/quiz"
	"taut/scenes"
	"taut/scenes/figure"
	"taut/scenes/scenetest"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// open gives the scene with the program's own content.
func open(t testing.TB) *Scene {
	t.Helper()
	return New(whole())
}

var (
	do       = scenetest.Do
	document = scenetest.Document
)

// solve answers the open item rightly, by its controls alone; wrong makes a mistake.
func solve(t testing.TB, s *Scene, wrong bool) {
	t.Helper()
	in := s.instance()
	q := in.Question
	n := strconv.Itoa
	switch q.Kind {
	case bank.One, bank.Explain:
		for p, i := range in.Order {
			if q.Options[i].Correct != wrong {
				do(s, "one:"+n(p))
				break
			}
		}
	case bank.All:
		for p, i := range in.Order {
			do(s, "tick:"+n(p)+"="+strconv.FormatBool(q.Options[i].Correct != wrong))
		}
	case bank.Order:
		for want := range q.Options {
			for k := slices.Index(s.order(s.now(), in), want); k > want; k-- {
				do(s, "up:"+n(slices.Index(in.Order, want)))
			}
		}
		first := n(slices.Index(in.Order, 0))
		if wrong {
			do(s, "down:"+first)
		}
		if len(s.now().Answer.Picked) == 0 {
			do(s, "down:"+first, "up:"+first)
		}
	case bank.Match:
		for p, i := range in.Order {
			k := i
			if wrong {
				k = 0
			}
			do(s, "match:"+n(p)+"="+n(slices.Index(in.Sides, k)))
		}
	case bank.Do:
		solveTask(t, s, wrong)
	case bank.Number:
		v := in.Value()
		if wrong {
			if v = q.Amount.Hi; v-in.Value() <= q.Amount.Tolerance {
				v = q.Amount.Lo
			}
		}
		do(s, "number="+strings.Replace(number(v), ".", ",", 1))
	case bank.Point:
		if q.Place.On != "body" {
			part := q.Place.Parts[0]
			if wrong {
				part = map[string]string{"band": "skin", "endplate": "receptors", "fibre": "nucleus"}[q.Place.On]
			}
			do(s, "part="+part)
			break
		}
		spot := bank.Spots(in, s.atlas)[0]
		x := figure.Front + spot.X
		if spot.Side == anatomy.Back {
			x = figure.Back + spot.X
		}
		y := spot.Y
		if wrong {
			y = 1700 - y
		}
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Down, X: x, W: figure.Wide, Y: y, H: figure.Tall})
		s.Point(scenes.Pointer{Zone: "quiz-body", Phase: scenes.Up, X: x, W: figure.Wide, Y: y, H: figure.Tall})
	case bank.Predict:
		axis, _ := bank.AxisOf(q.Trace)
		truth := bank.Truth(in)
		for i := 1; i < len(axis.X); i++ {
			v := truth[i]
			if wrong {
				v = axis.Hi
			}
			do(s, "trace:"+strconv.Itoa(i)+"="+number(v))
		}
	}
}

// solveTask does the task of the open item.
func solveTask(t testing.TB, s *Scene, wrong bool) {
	t.Helper()
	q := s.instance().Question
	if onBench(q) {
		for i, run := range s.desk.bench {
			n := strconv.Itoa(i)
			do(s, "b-ask:"+n, "b-press:"+n)
			if q.Task == "sort" {
				do(s, "said:"+n+"="+strconv.Itoa(slices.Index(kinds[:], run.Options().Kind)))
			} else if !wrong {
				do(s, "b-stop:"+n)
			}
		}
		if wrong {
			do(s, "b-needle:0")
		}
		return
	}
	do(s, "task:open")
	if !s.desk.inside {
		t.Fatalf("%s: the lab does not open", q.ID)
	}
	pass := func(intents ...string) {
		do(s, append(intents, "pass")...)
		s.desk.lab.Run()
		s.Advance(2000)
	}
	if !wrong {
		switch q.Task {
		case "quiet":
			for k := range 12 {
				if s.desk.lab.Run().State().Noise() < 9 {
					break
				}
				angle, hour := "0", "0"
				if k > 0 {
					angle, hour = "10", strconv.Itoa(k*4%12+k/3)
				}
				pass("angle="+angle, "direction="+hour)
			}
		case "nothing":
			pass("depth=8")
			pass("depth=19", "speed=8")
			pass("speed=80", "across=12")
		case "bodies":
			for range 2 { // as deep as each of them needs
				deep := body.Through(s.desk.lab.Session().Limb())
				pass("depth=" + strconv.FormatFloat(deep, 'f', 1, 64))
				do(s, "task:other")
			}
		case "stop":
			for range 9 {
				pass()
			}
			do(s, "stop")
		}
	}
	if document(t, s).Find("#lab .task").Length() != 1 {
		t.Errorf("%s: the task does not stand in the lab", q.ID)
	}
	do(s, "task:judge")
	if s.desk.inside {
		t.Errorf("%s: it is judged and the lab stays", q.ID)
	}
}
