package quiz

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"taut/game/body"
	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// best gives the right answer to an instance.
func best(t testing.TB, in *Instance) (a Answer, truth []float64) {
	q := in.Question
	for i, o := range q.Options {
		if o.Correct || q.Kind == Order || q.Kind == Match {
			a.Picked = append(a.Picked, i)
		}
	}
	switch q.Kind {
	case Number:
		a.Number = in.Value()
	case Point:
		a.Side = q.Place.On
		if len(q.Place.Parts) > 0 {
			a.Side = q.Place.Parts[0]
		} else if s := Spots(in, atlas(t)); len(s) > 0 {
			a.Side, a.X, a.Y = string(s[0].Side), s[0].X, s[0].Y
		}
	case Predict:
		truth = Truth(in)
		a.Values = truth
	case Do:
		a.Passed = true
	}
	return a, truth
}

// The right answer to every item is worth everything, whatever is drawn; no answer
// at all is worth nothing.
func TestTheKeyIsRight(t *testing.T) {
	b, at := bank(t), atlas(t)
	for i := range b.Questions {
		for seed := range uint64(3) {
			in := Of(&b.Questions[i], seed, at)
			a, truth := best(t, &in)
			if r := Grade(&in, &a, at, truth); !r.Right || r.Score != 1 {
				t.Errorf("%s: the key is worth %+v", in.Question.ID, r)
			}
			a = Answer{Number: math.Inf(1)}
			if r := Grade(&in, &a, at, truth); r.Right || r.Score != 0 {
				t.Errorf("%s: nothing is worth %+v", in.Question.ID, r)
			}
			if in.Question.Kind == Predict {
				break // the model takes its time
			}
		}
	}
}

// Whatever is answered, a score lies between 0 and 1, is 1 exactly where the answer
// is wholly right, and nothing panics.
func TestAnyAnswerCanBeGraded(t *testing.T) {
	b, at := bank(t), atlas(t)
	var cheap []*Question
	for i := range b.Questions {
		if b.Questions[i].Kind != Predict {
			cheap = append(cheap, &b.Questions[i])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		in := Of(rapid.SampledFrom(cheap).Draw(t, "item"), rapid.Uint64().Draw(t, "seed"), at)
		a := Answer{
			Picked: rapid.SliceOfN(rapid.IntRange(-2, 9), 0, 9).Draw(t, "picked"),
			Number: rapid.Float64().Draw(t, "number"), X: rapid.Float64().Draw(t, "x"), Y: rapid.Float64().Draw(t, "y"),
			Side: rapid.SampledFrom([]string{"", "front", "back", "knot"}).Draw(t, "side"), Passed: rapid.Bool().Draw(t, "passed"),
		}
		if r := Grade(&in, &a, at, nil); !(r.Score >= 0 && r.Score <= 1) || (r.Score == 1) != r.Right {
			t.Fatalf("%s: %+v is worth %+v", in.Question.ID, a, r)
		}
	})
}

// Ticking everything, or nothing, earns nothing on an item with several keys; one
// wrong pair of an order costs little.
func TestPartsOfAnAnswer(t *testing.T) {
	all := &Question{Kind: All, Options: []Option{{Correct: true}, {Correct: true}, {}, {}}}
	in := Of(all, 1, nil)
	for _, c := range []struct {
		picked []int
		want   float64
	}{{nil, 0}, {[]int{0, 1, 2, 3}, 0}, {[]int{0, 1}, 1}, {[]int{0}, .5}, {[]int{0, 2}, 0}, {[]int{0, 1, 2}, .5}} {
		if r := Grade(&in, &Answer{Picked: c.picked}, nil, nil); r.Score != c.want {
			t.Errorf("%v is worth %v, want %v", c.picked, r.Score, c.want)
		}
	}
	order := &Question{Kind: Order, Options: make([]Option, 4)}
	in = Of(order, 1, nil)
	for _, c := range []struct {
		picked []int
		want   float64
	}{{[]int{0, 1, 2, 3}, 1}, {[]int{1, 0, 2, 3}, 1 - 2./6}, {[]int{3, 2, 1, 0}, 0}, {[]int{0, 1, 2}, 0}, {[]int{0, 0, 1, 2}, 0}} {
		if r := Grade(&in, &Answer{Picked: c.picked}, nil, nil); math.Abs(r.Score-c.want) > 1e-12 {
			t.Errorf("%v is worth %v, want %v", c.picked, r.Score, c.want)
		}
	}
}

// What is drawn for an item is a function of its seed, and varies with it.
func TestInstances(t *testing.T) {
	b, at := bank(t), atlas(t)
	q := b.Question("n-visit")
	seen := map[int]bool{}
	for seed := range uint64(40) {
		in, same := Of(q, seed, at), Of(q, seed, at)
		if in.N != same.N || in.Stem != same.Stem || in.N < 4 || in.N > 12 || in.N%2 != 0 {
			t.Fatalf("seed %d draws %d and %d", seed, in.N, same.N)
		}
		seen[in.N] = true
		if in.Value() != 30*float64(in.N) {
			t.Errorf("of %d points the key is %v", in.N, in.Value())
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d of 5 numbers are drawn", len(seen))
	}
}

// fanned makes n passes of the taught plan.
func fanned(s *session.Session, n int) {
	for k := range n {
		stroke(s, Fanned(k), passQuick)
	}
}

// Every task: a scripted good run passes, and three bad ones fail, each with its own
// reason.
func TestTasks(t *testing.T) {
	b := bank(t)
	begin := func(id string) (in Instance, w *Work) {
		in = Of(b.Question(id), 3, atlas(t))
		w = &Work{}
		for _, o := range Begin(&in) {
			w.Runs = append(w.Runs, session.New(o))
		}
		return in, w
	}
	all := func(w *Work, op session.Op) {
		for _, s := range w.Runs {
			s.Do(session.Action{Op: op})
			s.Advance(tick.Second)
		}
	}
	shallow := func(s *session.Session) {
		p := Fanned(0)
		p.Depth = passHigh
		stroke(s, p, passQuick)
	}
	thin := func(w *Work) *session.Session {
		return slices.MinFunc(w.Runs, func(a, b *session.Session) int { return cmp.Compare(a.Limb().Muscle, b.Limb().Muscle) })
	}
	heavy := func(w *Work) *session.Session {
		return slices.MaxFunc(w.Runs, func(a, b *session.Session) int { return cmp.Compare(a.Limb().Muscle, b.Limb().Muscle) })
	}
	through := func(s *session.Session) { stroke(s, needle.Pose{Depth: body.Through(s.Limb())}, passQuick) }
	deeper := func(s *session.Session, mm float64) {
		stroke(s, needle.Pose{Depth: body.Through(s.Limb()) + mm}, passQuick)
	}
	beside := func(s *session.Session) {
		p := Fanned(0)
		p.Across = 12
		stroke(s, p, passQuick)
	}
	slow := func(s *session.Session) {
		stroke(s, Fanned(0), passSlow)
		s.Advance(5 * tick.Second) // so long is it on its way
	}
	stop := func(s *session.Session) { s.Do(session.Action{Op: session.Stop}) }
	kinds := func(w *Work) (said []trigger.Kind) {
		for _, s := range w.Runs {
			said = append(said, s.Options().Kind)
		}
		return said
	}
	for _, c := range []struct {
		id, want string // reason, "" passed
		play     func(w *Work)
	}{
		{"do-quiet", "", func(w *Work) { fanned(w.Runs[0], 12) }},
		{"do-quiet", "none", func(*Work) {}},
		{"do-quiet", "passes", func(w *Work) { fanned(w.Runs[0], 20) }},
		{"do-quiet", "noise", func(w *Work) { fanned(w.Runs[0], 2) }},
		{"do-quiet", "bone", func(w *Work) {
			p := Fanned(0)
			p.Depth = needle.ModelLimb.Deepest()
			stroke(w.Runs[0], p, passQuick)
		}},
		{"do-nothing", "", func(w *Work) { shallow(w.Runs[0]); slow(w.Runs[0]); beside(w.Runs[0]) }},
		{"do-nothing", "depth", func(w *Work) { slow(w.Runs[0]); beside(w.Runs[0]) }},
		{"do-nothing", "speed", func(w *Work) { shallow(w.Runs[0]); beside(w.Runs[0]) }},
		{"do-nothing", "place", func(w *Work) { shallow(w.Runs[0]); slow(w.Runs[0]) }},
		{"do-stop", "", func(w *Work) { fanned(w.Runs[0], 10); stop(w.Runs[0]) }},
		{"do-stop", "none", func(w *Work) { stop(w.Runs[0]) }},
		{"do-stop", "open", func(w *Work) { fanned(w.Runs[0], 10) }},
		{"do-stop", "short", func(w *Work) { fanned(w.Runs[0], 2); stop(w.Runs[0]) }},
		{"do-stop", "long", func(w *Work) { fanned(w.Runs[0], 14); stop(w.Runs[0]) }},
		{"do-sort", "", func(w *Work) { all(w, session.Press); all(w, session.Ask); w.Said = kinds(w) }},
		{"do-sort", "needled", func(w *Work) { fanned(w.Runs[0], 1) }},
		{"do-sort", "pressed", func(w *Work) { all(w, session.Ask) }},
		{"do-sort", "asked", func(w *Work) { all(w, session.Press) }},
		{"do-sort", "wrong", func(w *Work) {
			all(w, session.Press)
			all(w, session.Ask)
			w.Said = kinds(w)
			w.Said[0], w.Said[1] = w.Said[1], w.Said[0]
		}},
		{"do-bodies", "", func(w *Work) { through(w.Runs[0]); through(w.Runs[1]) }},
		{"do-bodies", "none", func(w *Work) { through(thin(w)) }},
		{"do-bodies", "short", func(w *Work) { through(thin(w)); shallow(heavy(w)) }},
		{"do-bodies", "near", func(w *Work) { through(heavy(w)); deeper(thin(w), 3) }},
		// The depth that is right in the heavy body is at the lung of the thin one.
		{"do-bodies", "met", func(w *Work) {
			for _, s := range w.Runs {
				stroke(s, needle.Pose{Depth: body.Through(heavy(w).Limb())}, passQuick)
			}
		}},
		{"do-leave", "", func(w *Work) { all(w, session.Ask); all(w, session.Press); stop(w.Runs[0]) }},
		{"do-leave", "needled", func(w *Work) { fanned(w.Runs[0], 1) }},
		{"do-leave", "asked", func(w *Work) { all(w, session.Press) }},
		{"do-leave", "pressed", func(w *Work) { all(w, session.Ask) }},
		{"do-leave", "open", func(w *Work) { all(w, session.Ask); all(w, session.Press) }},
	} {
		in, w := begin(c.id)
		c.play(w)
		v := Judge(&in, w)
		if v.Passed != (c.want == "") || v.Reason != c.want {
			t.Errorf("%s: %+v, want reason %q", c.id, v, c.want)
		}
		if c.want != "" && !slices.ContainsFunc(in.Question.Options, func(o Option) bool { return o.ID == c.want }) {
			t.Errorf("%s: no option tells of %q", c.id, c.want)
		}
	}
}

// Every recorded run shows the fault that it is for, by what is measured in it.
func TestRecordedRuns(t *testing.T) {
	b := bank(t)
	for i := range b.Questions {
		if q := &b.Questions[i]; q.Kind == Explain {
			for seed := range uint64(4) {
				in := Of(q, seed, nil)
				if got := Diagnose(Recorded(&in)); got != q.Fault {
					t.Errorf("%s, seed %d: the run shows %q, want %q", q.ID, seed, got, q.Fault)
				}
			}
		}
	}
	s := session.New(session.Options{Seed: 7, Kind: trigger.Active, Mode: course.Responder})
	fanned(s, 10)
	if got := Diagnose(s); got != "" {
		t.Errorf("the taught plan is faulted for %q", got)
	}
}
