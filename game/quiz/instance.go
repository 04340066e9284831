package quiz

import (
	"hash/fnv"
	"strconv"
	"strings"

	"taut/game/anatomy"
	"taut/game/chance"
	"taut/game/session"
)

// Instance is an item as it is put to a learner: what may vary is drawn from a
// seed, so that it can come back without being the same.
type Instance struct {
	Question *Question
	Seed     uint64
	Stem     string
	Order    []int            // the options in the order in which they are shown
	Sides    []int            // Match: what belongs to them, in the order in which it is shown, as indices of options
	N        int              // the drawn number, 0 where there is none
	Muscle   string           // Point: id of the drawn muscle, "" where there is none
	Bodies   []session.Body   // Do: those in which the task is done; none is the model's
	Dangers  []anatomy.Hazard // what lies beneath in them
	Person   uint64           // Predict, Do, Explain: seed of the person and of the run
}

// Of draws an instance of q from a seed. Equal seeds give equal instances. The
// atlas names drawn muscles; an item that draws one from it and does not find it
// shows the muscle's id.
func Of(q *Question, seed uint64, a *anatomy.Atlas) Instance {
	src := chance.Source{Seed: seed, Patient: key(q.ID)}
	in := Instance{Question: q, Seed: seed, Stem: q.Stem}
	in.Order = shuffled(src, chance.QuizOrder, 0, len(q.Options))
	if q.Kind == Match {
		in.Sides = shuffled(src, chance.QuizOrder, 1, len(q.Options))
	}
	if d := q.Draw; d != nil {
		in.N = d.Lo + d.Step*below(src, chance.QuizValue, 0, (d.Hi-d.Lo)/d.Step+1)
		in.Stem = strings.ReplaceAll(in.Stem, "{n}", strconv.Itoa(in.N))
	}
	if p := q.Place; p != nil && len(p.Pool) > 0 {
		in.Muscle = p.Pool[below(src, chance.QuizPick, 0, len(p.Pool))]
		name := in.Muscle
		if a != nil {
			if m, ok := a.Muscle(in.Muscle); ok {
				name = m.Name
			}
		}
		in.Stem = strings.ReplaceAll(in.Stem, "{muscle}", name)
	}
	if a != nil {
		in.Bodies, in.Dangers = bodies(q, a)
	}
	in.Person = src.Uint64(chance.QuizPerson, 0)
	return in
}

// Text puts what was drawn, and the key of a number, into one of the item's
// reasons.
func (in *Instance) Text(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	text = strings.ReplaceAll(text, "{n}", strconv.Itoa(in.N))
	if in.Question.Amount != nil {
		text = strings.ReplaceAll(text, "{value}", strconv.FormatFloat(in.Value(), 'g', 3, 64))
	}
	return text
}

// Value gives the key of a number.
func (in *Instance) Value() float64 {
	a := in.Question.Amount
	return a.Value + a.Times*float64(in.N)
}

// key folds an id into a number for chance (FNV-1a, 64 bit).
func key(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}

// below draws a whole number from 0 to n-1.
func below(src chance.Source, p chance.Purpose, index uint64, n int) int {
	return int(src.Float64(p, index) * float64(n))
}

// shuffled gives 0 to n-1 in a drawn order (Fisher and Yates); row sets several
// orders of one item apart.
func shuffled(src chance.Source, p chance.Purpose, row uint64, n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	for i := n - 1; i > 0; i-- {
		k := below(src, p, row<<16+uint64(i), i+1)
		list[i], list[k] = list[k], list[i]
	}
	return list
}
