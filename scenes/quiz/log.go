package quiz

import (
	"cmp"
	"slices"

	bank "taut/game/quiz"
)

// mostPast bounds the answers that are kept: some ten of each item.
const mostPast = 2000 // structural

// chosen reports whether a topic is to be asked.
func (s *Scene) chosen(t bank.Topic) bool {
	return s.topics>>slices.Index(bank.Topics(), t)&1 == 1
}

// ownOnly is the bit of the topics by which only the items of a pack are asked.
const ownOnly = 1 << 7

// onlyOwn reports whether only the items of the pack are asked.
func (s *Scene) onlyOwn() bool { return s.topics&ownOnly != 0 && s.settings.Pack.Items > 0 }

// pool gives the items of the chosen topics.
func (s *Scene) pool() (list []*bank.Question) {
	for i := range s.bank.Questions {
		if q := &s.bank.Questions[i]; s.chosen(q.Topic) && (!s.onlyOwn() || s.shelf.Own(q.ID)) {
			list = append(list, q)
		}
	}
	return list
}

// last gives the last answer to an item, nil where there is none.
func (s *Scene) last(id string) *answered {
	for i := len(s.past) - 1; i >= 0; i-- {
		if s.past[i].ID == id {
			return &s.past[i]
		}
	}
	return nil
}

// pick draws n different items: those that were never answered first, then those
// that were wrong, then the rest; among equals the topics take turns, by the draw.
func (s *Scene) pick(n int) (list []answered) {
	pool := s.pool()
	rank := func(q *bank.Question) int {
		switch a := s.last(q.ID); {
		case a == nil:
			return 0
		case !a.Right:
			return 1
		}
		return 2
	}
	s.draws++
	key := func(q *bank.Question) uint64 { in := bank.Of(q, s.draws, nil); return in.Person }
	slices.SortStableFunc(pool, func(a, b *bank.Question) int { return cmp.Compare(key(a), key(b)) })
	type kind struct {
		rank  int
		topic bank.Topic
	}
	met, turn := map[kind]int{}, map[string]int{}
	for _, q := range pool {
		k := kind{rank(q), q.Topic}
		turn[q.ID] = met[k]
		met[k]++
	}
	slices.SortStableFunc(pool, func(a, b *bank.Question) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(turn[a.ID], turn[b.ID]))
	})
	for _, q := range pool[:min(n, len(pool))] {
		list = append(list, s.put(q.ID))
	}
	return list
}

// put begins an item.
func (s *Scene) put(id string) answered {
	s.draws++
	return answered{ID: id, Seed: s.draws}
}

// practise puts the next item of practice; false where no topic is chosen.
func (s *Scene) practise() bool {
	list := s.pick(1)
	if len(list) == 0 {
		s.notice = s.t("no-topic")
		s.say(s.notice)
		return false
	}
	s.one, s.linked = list[0], false
	return true
}

// log keeps an answer that was given, in the order of time: those of a test come when it
// ends, and others may have been given since.
func (s *Scene) log(a answered) {
	a.Work = nil
	i := len(s.past)
	for i > 0 && s.past[i-1].On > a.On {
		i--
	}
	s.past = slices.Insert(s.past, i, a)
	if s.wiped != nil {
		s.since = append(s.since, a)
	}
	s.bound()
}

// bound lets the oldest answers go where there are more than are kept, those to items
// that are not here among them.
func (s *Scene) bound() {
	for range len(s.past) + len(s.others) - mostPast {
		if len(s.past) == 0 || len(s.others) > 0 && s.others[0].On < s.past[0].On {
			s.others = s.others[1:]
		} else {
			s.past = s.past[1:]
		}
	}
}

// tally counts the answers of a list by topic: how many, and how many right.
func (s *Scene) tally(list []answered) (n, right [8]int) {
	for _, a := range list {
		if q := s.bank.Question(a.ID); q != nil {
			k := slices.Index(bank.Topics(), q.Topic)
			n[k]++
			if a.Right {
				right[k]++
			}
		}
	}
	return n, right
}

// met gives the last answer to each item that was ever answered.
func (s *Scene) met() (list []answered) {
	for i := range s.bank.Questions {
		if a := s.last(s.bank.Questions[i].ID); a != nil {
			list = append(list, *a)
		}
	}
	return list
}
