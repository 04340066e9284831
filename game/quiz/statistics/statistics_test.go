package statistics

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"taut/game/quiz"
)

// bank gives n items with three options, the first one right.
func bank(n int) *quiz.Bank {
	b := &quiz.Bank{}
	for i := range n {
		b.Questions = append(b.Questions, quiz.Question{ID: "q" + strconv.Itoa(i), Topic: quiz.Topics()[i%2], Kind: quiz.One, Stem: "?",
			Options: []quiz.Option{{Text: "a", Correct: true}, {Text: "b"}, {Text: "c"}}})
	}
	return b
}

// gave is an answer that picks an option.
func gave(item, option int, on int64, sure int) Given {
	g := Given{ID: "q" + strconv.Itoa(item), On: on, Right: option == 0, Sure: sure, Picked: []int{option}}
	if g.Right {
		g.Score = 1
	}
	return g
}

// Twelve people, seven items, all computed by hand: of the first item eight of twelve
// are right. The six who have six of six others right are right too, and of the six who
// have none of them two are: r is the point-biserial correlation of 8/12 with a half,
// (8/12 right: mean of the others 6/8 = .75, else 0; sd of the others .5; p q = 2/9):
// (.75 - 0)/.5 * sqrt(2/9) = .7071.
func TestByHand(t *testing.T) {
	var people []Person
	for k := range 12 {
		var p Person
		for i := 1; i < 7; i++ {
			option := 0
			if k >= 6 {
				option = 1
			}
			p = append(p, gave(i, option, int64(100*k+i), 2))
		}
		first := 0
		if k >= 8 {
			first = 1 + k%2 // two choose b, two c
		}
		p = append(p, gave(0, first, int64(100*k), 3))
		// A second answer, which does not count.
		p = append(p, gave(0, 2, int64(100*k+50), 3))
		people = append(people, p)
	}
	r := Of(bank(8), people)
	if r.People != 12 || len(r.Items) != 7 || r.Answers != 84 {
		t.Fatalf("%d people, %d items, %d answers", r.People, len(r.Items), r.Answers)
	}
	x := r.Items[0]
	if x.N != 12 || x.Difficulty != 8./12 || math.Abs(x.Discrimination-math.Sqrt(.5)) > 1e-9 || x.SureWrong != 4 {
		t.Errorf("the first item: %+v", x)
	}
	if want := []Choice{{"a", true, 8}, {"b", false, 2}, {"c", false, 2}}; !slices.Equal(x.Choices, want) || x.Draws != 1 {
		t.Errorf("its options: %+v, %d draws", x.Choices, x.Draws)
	}
	if !slices.Contains(x.Flags, Belief) || slices.Contains(x.Flags, Drawn) {
		t.Errorf("its flags: %v", x.Flags)
	}
	if len(r.Topics) != 2 || r.Topics[0].Items != 4 || math.Abs(r.Topics[0].Difficulty-(8+6*3)/48.) > 1e-9 {
		t.Errorf("topics: %+v", r.Topics)
	}
}

// Each flag is raised by what it is for.
func TestFlags(t *testing.T) {
	many := func(n int, option func(person, item int) int) (people []Person) {
		for k := range n {
			var p Person
			for i := range 7 {
				p = append(p, gave(i, option(k, i), int64(100*k+i+1), 0))
			}
			people = append(people, p)
		}
		return people
	}
	for name, c := range map[string]struct {
		people []Person
		want   Flag
	}{
		"few":      {many(9, func(k, i int) int { return k % 2 }), Few},
		"easy":     {many(12, func(k, i int) int { return 0 }), Easy},
		"hard":     {many(12, func(k, i int) int { return 1 + k%2 }), Hard},
		"drawn":    {many(12, func(k, i int) int { return min(1, k%3) }), Drawn},
		"dead":     {many(30, func(k, i int) int { return k % 2 }), Dead},
		"reversed": {many(12, func(k, i int) int { return (k + min(i, 1)) % 2 }), Reversed},
	} {
		if r := Of(bank(7), c.people); !slices.Contains(r.Items[0].Flags, c.want) {
			t.Errorf("%s: %v", name, r.Items[0].Flags)
		}
	}
}

// Shares lie between 0 and 1, a correlation between -1 and 1, choices add up; the order
// of people does not matter, and a file that comes twice counts once.
func TestWhatAlwaysHolds(t *testing.T) {
	b := bank(9)
	nan := cmpopts.EquateNaNs()
	rapid.Check(t, func(t *rapid.T) {
		var people []Person
		for k := range rapid.IntRange(0, 15).Draw(t, "people") {
			var p Person
			for range rapid.IntRange(0, 12).Draw(t, "answers") {
				p = append(p, gave(rapid.IntRange(0, 10).Draw(t, "item"), rapid.IntRange(0, 2).Draw(t, "option"), int64(1000*(k+1)+len(p)), rapid.IntRange(0, 3).Draw(t, "sure")))
			}
			people = append(people, p)
		}
		r := Of(b, people)
		answers := 0
		for _, x := range r.Items {
			sum := 0
			for _, c := range x.Choices {
				sum += c.N
			}
			if !(x.Difficulty >= 0 && x.Difficulty <= 1) || x.Discrimination < -1 || x.Discrimination > 1 || sum != x.N || x.SureWrong > x.N || x.N > r.People {
				t.Fatalf("%+v", x)
			}
			answers += x.N
		}
		if answers != r.Answers {
			t.Fatalf("%d answers, %d in the items", r.Answers, answers)
		}
		turned := slices.Clone(people)
		slices.Reverse(turned)
		// Sums in another order differ in their last bits.
		near := cmpopts.EquateApprox(0, 1e-12)
		if d := cmp.Diff(r, Of(b, turned), nan, near); d != "" {
			t.Fatalf("in another order: %s", d)
		}
		if d := cmp.Diff(r, Of(b, append(slices.Clone(people), people...)), nan, near); d != "" {
			t.Fatalf("each file twice: %s", d)
		}
	})
}

// Whose files belong together does not hang on their order, and a class that begins
// together is no one person.
func TestWhoseFiles(t *testing.T) {
	part := func(from, to int) (p Person) {
		for i := from; i < to; i++ {
			p = append(p, gave(i, 1, int64(1000+i), 3))
		}
		return p
	}
	a, b, c := part(0, 6), part(3, 9), part(6, 12) // b shares half with a and half with c
	for _, files := range [][]Person{{a, b, c}, {a, c, b}, {c, a, b}, {b, a, c}} {
		if r := Of(bank(12), files); r.People != 1 {
			t.Errorf("%d people", r.People)
		}
	}
	one, other := Person{gave(0, 1, 1000, 3)}, Person{gave(0, 2, 1000, 3)}
	if r := Of(bank(12), []Person{one, other}); r.People != 2 {
		t.Errorf("two who answered in the same second are %d", r.People)
	}
	two := Person{gave(0, 1, 1000, 3), gave(1, 1, 1010, 2), gave(2, 1, 1020, 1)}
	like := Person{gave(0, 1, 1000, 3), gave(1, 1, 1010, 2), gave(2, 1, 1025, 1)}
	if r := Of(bank(12), []Person{two, like}); r.People != 2 {
		t.Errorf("two whose first answers fell together are %d", r.People)
	}
}
