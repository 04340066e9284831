package quiz

import (
	"slices"

	"taut/game/chance"
)

// formTopic is how many items of a topic each form has.
const formTopic = 3 // structural

// Forms draws two parallel forms from a seed: equally many items of each topic, none
// in both, matched in pairs of one topic, and of one kind and difficulty where the
// bank has them. Which of a pair comes first is drawn. Tasks in the lab are left
// out: they take a time that no form should hang on.
func Forms(b *Bank, seed uint64) (ids [2][]string) {
	src := chance.Source{Seed: seed}
	for t, topic := range Topics() {
		var pool []*Question
		for _, q := range b.Of(topic) {
			if q.Kind != Do {
				pool = append(pool, q)
			}
		}
		order := shuffled(src, chance.QuizPick, uint64(1+t), len(pool))
		used := make([]bool, len(pool))
		pairs := 0
		take := func(alike func(a, b *Question) bool) {
			for i, x := range order {
				if used[x] {
					continue
				}
				for _, y := range order[i+1:] {
					if pairs == formTopic || used[y] || !alike(pool[x], pool[y]) {
						continue
					}
					used[x], used[y] = true, true
					first := below(src, chance.QuizValue, uint64(100*t+pairs), 2)
					ids[first] = append(ids[first], pool[x].ID)
					ids[1-first] = append(ids[1-first], pool[y].ID)
					pairs++
					break
				}
			}
		}
		take(func(a, b *Question) bool { return a.Kind == b.Kind && a.Difficulty == b.Difficulty })
		take(func(a, b *Question) bool { return a.Difficulty == b.Difficulty })
		take(func(*Question, *Question) bool { return true })
	}
	// Topics come mixed, alike in both.
	mix := shuffled(src, chance.QuizOrder, 99, len(ids[0]))
	for k := range ids {
		was := slices.Clone(ids[k])
		for i, from := range mix {
			ids[k][i] = was[from]
		}
	}
	return ids
}
