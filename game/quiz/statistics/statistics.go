// Package statistics tells an instructor what the answers of a group say about the items
// of the quiz: how hard each is, whether it tells apart who knows more from who knows
// less, and which wrong option draws. The measures are those of classical test theory. It
// judges items, never people.
package statistics

import (
	"math"
	"slices"

	"taut/game/quiz"
)

// Given is one answer that somebody gave.
type Given struct {
	ID     string // of the item
	Seed   uint64
	On     int64 // seconds since 1970
	Right  bool
	Score  float64 // 0 to 1
	Sure   int     // 0 not said, 1 guessing, 2 fairly, 3 sure
	Picked []int   // options, by their index in the item
	Reason string  // of a task that failed
}

// Person is the answers of one person. Which of them are somebody's first to an item is
// told by their time.
type Person []Given

// Choice is how often an option was chosen.
type Choice struct {
	Text  string
	Right bool
	N     int
}

// Item is what the answers say of one item. Each person counts once, by the first answer.
type Item struct {
	ID    string
	Topic quiz.Topic
	Kind  quiz.Kind
	Stem  string

	N          int     // people who answered it
	Difficulty float64 // share of them who were right, 0 to 1: the p value
	Score      float64 // mean score, 0 to 1
	// Discrimination is the correlation of this item, right or wrong, with the share that
	// the same people had right of the others (corrected item-total correlation), -1 to 1;
	// not a number where either does not vary or fewer than [Least] people count.
	Discrimination float64
	Choices        []Choice // of items with options
	Draws          int      // index of the wrong option that was chosen most, -1 none
	SureWrong      int      // people who were sure and wrong
	Flags          []Flag
}

// Flag is something to look at.
type Flag string

// The flags.
const (
	Few      Flag = "few"      // too few people to say more
	Easy     Flag = "easy"     // nobody was wrong
	Hard     Flag = "hard"     // fewer were right than by guessing
	Reversed Flag = "reversed" // who knows less is right more often
	Drawn    Flag = "drawn"    // a wrong option was chosen more often than the right one
	Dead     Flag = "dead"     // a wrong option that nobody chose
	Belief   Flag = "belief"   // a quarter were sure and wrong
)

// The bounds of what is told; chosen for teaching.
const (
	Least     = 10  // structural: people from which on a correlation is told at all
	Enough    = 30  // structural: people from which on an option that nobody chose says something
	rest      = 5   // structural: other items that a person must have answered, to be told apart
	muchBelie = .25 // structural: share of people who are sure and wrong that is flagged
)

// Topic is what the answers say of a topic.
type Topic struct {
	Topic      quiz.Topic
	Items, N   int     // items that were answered, and answers
	Difficulty float64 // mean over the answers
}

// Report is all of it.
type Report struct {
	People  int
	Answers int // first answers
	Items   []Item
	Topics  []Topic
}

// Of gives the report on people's answers to the items of a bank, the items in the bank's
// order; answers to items that it does not hold are left out. The order of people does
// not matter, and somebody whose answers come twice counts once, as far as they are dated.
func Of(b *quiz.Bank, people []Person) Report {
	firsts := make([]map[string]Given, 0, len(people))
	for _, p := range distinct(people) {
		firsts = append(firsts, first(b, p))
	}
	r := Report{People: len(firsts)}
	for i := range b.Questions {
		q := &b.Questions[i]
		if item := of(q, firsts); item.N > 0 {
			r.Items = append(r.Items, item)
			r.Answers += item.N
		}
	}
	for _, t := range quiz.Topics() {
		sum := Topic{Topic: t}
		for _, x := range r.Items {
			if x.Topic == t {
				sum.Items, sum.N, sum.Difficulty = sum.Items+1, sum.N+x.N, sum.Difficulty+x.Difficulty*float64(x.N)
			}
		}
		if sum.N > 0 {
			sum.Difficulty /= float64(sum.N)
			r.Topics = append(r.Topics, sum)
		}
	}
	return r
}

// twins is from how many answers on two files can be called one person's: in a class that
// begins a test together one answer or two may well fall on the same second.
const twins = 3 // structural

// of gives what the first answers say of one item.
func of(q *quiz.Question, firsts []map[string]Given) Item {
	x := Item{ID: q.ID, Topic: q.Topic, Kind: q.Kind, Stem: q.Stem, Discrimination: math.NaN(), Draws: -1}
	for _, o := range q.Options {
		x.Choices = append(x.Choices, Choice{Text: o.Text, Right: o.Correct})
	}
	chosen := false
	var here, others []float64 // right, and the share of the others
	for _, m := range firsts {
		g, ok := m[q.ID]
		if !ok {
			continue
		}
		x.N++
		right := 0.0
		if g.Right {
			right = 1
		} else if g.Sure == 3 {
			x.SureWrong++
		}
		x.Difficulty += right
		x.Score += g.Score
		chosen = x.choose(q, g) || chosen
		if n := len(m) - 1; n >= rest {
			sum := -right
			for _, o := range m {
				if o.Right {
					sum++
				}
			}
			here, others = append(here, right), append(others, sum/float64(n))
		}
	}
	if !chosen {
		x.Choices = nil
	}
	if x.N > 0 {
		x.Difficulty /= float64(x.N)
		x.Score /= float64(x.N)
	}
	if len(here) >= Least {
		x.Discrimination = correlation(here, others)
	}
	x.flag(q)
	return x
}

// choose counts the options of an answer, and reports whether the item is one of options.
func (x *Item) choose(q *quiz.Question, g Given) bool {
	switch q.Kind {
	case quiz.One, quiz.Explain, quiz.All:
		for _, i := range g.Picked {
			if i >= 0 && i < len(x.Choices) {
				x.Choices[i].N++
			}
		}
	case quiz.Do:
		for i, o := range q.Options {
			if g.Reason != "" && o.ID == g.Reason {
				x.Choices[i].N++
			}
		}
	default:
		return false
	}
	return true
}

// flag says what of an item is to be looked at.
func (x *Item) flag(q *quiz.Question) {
	add := func(on bool, f Flag) {
		if on {
			x.Flags = append(x.Flags, f)
		}
	}
	best, most := 0, 0
	for i, c := range x.Choices {
		switch {
		case c.Right:
			best = max(best, c.N)
		case c.N > most:
			x.Draws, most = i, c.N
		}
	}
	single := q.Kind == quiz.One || q.Kind == quiz.Explain
	if x.N < Least {
		add(true, Few)
		return
	}
	add(x.Difficulty == 1, Easy)
	add(single && x.Difficulty < 1/float64(len(q.Options)), Hard)
	add(x.Discrimination < 0, Reversed)
	add(single && most > best, Drawn)
	if single && x.N >= Enough {
		add(slices.ContainsFunc(x.Choices, func(c Choice) bool { return !c.Right && c.N == 0 }), Dead)
	}
	add(float64(x.SureWrong) >= muchBelie*float64(x.N), Belief)
}

// correlation gives Pearson's r, which for a right or wrong is the point-biserial one;
// not a number where one of the two does not vary.
func correlation(a, b []float64) float64 {
	n := float64(len(a))
	var ma, mb float64
	for i := range a {
		ma, mb = ma+a[i]/n, mb+b[i]/n
	}
	var saa, sbb, sab float64
	for i := range a {
		saa += (a[i] - ma) * (a[i] - ma)
		sbb += (b[i] - mb) * (b[i] - mb)
		sab += (a[i] - ma) * (b[i] - mb)
	}
	if saa < 1e-12 || sbb < 1e-12 {
		return math.NaN()
	}
	return math.Max(-1, math.Min(1, sab/math.Sqrt(saa*sbb)))
}
