package statistics

import (
	"cmp"
	"fmt"
	"slices"

	"taut/game/quiz"
)

// distinct joins the files that are one person's: an earlier and a later one, or two that
// went out from the same. Whether two belong together is asked of the files as they came,
// so that their order does not matter.
func distinct(people []Person) (list []Person) {
	of := make([]int, len(people)) // the first file of the same person
	for i, p := range people {
		of[i] = i
		for k := range i {
			if of[k] != of[i] && same(people[k], p) {
				from, to := max(of[k], of[i]), min(of[k], of[i])
				for j := range i + 1 {
					if of[j] == from {
						of[j] = to
					}
				}
			}
		}
	}
	at := map[int]int{}
	for i, p := range people {
		if len(p) == 0 {
			continue
		}
		k, ok := at[of[i]]
		if !ok {
			k = len(list)
			at[of[i]] = k
			list = append(list, nil)
		}
		list[k] = append(list[k], p...)
	}
	return list
}

// same reports whether two files are one person's: half of the answers of the shorter one
// stand in the other, given to the same draw in the same second with the same outcome.
// Answers without a date tell nothing.
func same(a, b Person) bool {
	type answer struct {
		id    string
		seed  uint64
		on    int64
		right bool
		score float64
		sure  int
		what  string
	}
	key := func(g Given) answer {
		return answer{g.ID, g.Seed, g.On, g.Right, g.Score, g.Sure, fmt.Sprint(g.Picked, g.Reason)}
	}
	have := map[answer]bool{}
	for _, g := range a {
		have[key(g)] = g.On > 0
	}
	shared := 0
	for _, g := range b {
		n := key(g)
		if have[n] {
			shared++
			have[n] = false
		}
	}
	if shared > 0 && shared == len(a) && shared == len(b) {
		return true // the same file once more
	}
	return shared >= twins && 2*shared >= min(len(a), len(b))
}

// first gives a person's first answer to each item of the bank.
func first(b *quiz.Bank, p Person) map[string]Given {
	m := map[string]Given{}
	sorted := slices.Clone(p)
	slices.SortStableFunc(sorted, func(x, y Given) int { return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(x.Seed, y.Seed)) })
	for _, g := range sorted {
		if _, have := m[g.ID]; !have && b.Question(g.ID) != nil {
			m[g.ID] = g
		}
	}
	return m
}
