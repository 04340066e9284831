package quiz

import (
	"time"

	bank "taut/game/quiz"
)

// grade says how an answer went for the review: again where it was wrong; else hard,
// good or easy by how sure the person was, unless they said it themselves.
func (a *answered) grade() int {
	switch {
	case !a.Right:
		return 1
	case a.Grade > 0:
		return a.Grade
	case a.Sure == 1:
		return 2
	case a.Sure == 3:
		return 4
	}
	return 3
}

// remember gives the ids of the bank and the memories of them.
func (s *Scene) remember() (ids []string, memories []bank.Memory) {
	replies := map[string][]bank.Reply{}
	for i := range s.past {
		if a := &s.past[i]; a.On > 0 {
			replies[a.ID] = append(replies[a.ID], bank.Reply{On: a.On, Grade: a.grade()})
		}
	}
	for i := range s.bank.Questions {
		q := &s.bank.Questions[i]
		ids = append(ids, q.ID)
		memories = append(memories, bank.Recall(replies[q.ID]))
	}
	return ids, memories
}

// memory gives the memory of one item.
func (s *Scene) memory(id string) bank.Memory {
	var list []bank.Reply
	for i := range s.past {
		if a := &s.past[i]; a.ID == id && a.On > 0 {
			list = append(list, bank.Reply{On: a.On, Grade: a.grade()})
		}
	}
	return bank.Recall(list)
}

// agenda gives what is to be asked now.
func (s *Scene) agenda() bank.Agenda {
	ids, memories := s.remember()
	now := s.clock()
	return bank.Plan(ids, memories, s.doneToday(now), now, s.examDay())
}

// doneToday counts the items that were reviewed since midnight here.
func (s *Scene) doneToday(now int64) int {
	today, done := now-(now+s.east(now))%bank.Day, map[string]bool{}
	for _, a := range s.past {
		if a.Way == review && a.On >= today {
			done[a.ID] = true
		}
	}
	return len(done)
}

// examDay gives the start of the exam's day, 0 where none is set.
func (s *Scene) examDay() int64 {
	t, err := time.Parse(time.DateOnly, s.exam)
	if err != nil || t.Unix() <= 0 {
		return 0
	}
	return t.Unix() - s.east(t.Unix())
}

// nextDue puts the next item that is due, or comes back to the page of the review.
func (s *Scene) nextDue() {
	s.leaveReview()
	a := s.agenda()
	s.enter(review)
	s.one = answered{}
	if len(a.Due) == 0 {
		s.say(s.t("none-due"))
		return
	}
	s.one = s.put(a.Due[0])
	s.out.Show = "quiz-item"
	s.say(s.instance().Stem)
}

// canRate reports whether the answer of the review can be given grade g: what was
// wrong comes again, and what was right does not come as if it were not.
func (s *Scene) canRate(g int) bool {
	return g >= 1 && g <= 4 && s.one.Right == (g > 1)
}

// rate gives the answer of the review its grade, keeps it and goes on.
func (s *Scene) rate(g int) bool {
	if s.page != review || !s.told() || !s.canRate(g) {
		return false
	}
	s.one.Grade = g
	s.nextDue()
	return true
}

// leaveReview closes the review and puts its open item away. An answer that was given is
// kept, with the grade that it speaks for itself where nobody has said another.
func (s *Scene) leaveReview() {
	if s.page != review {
		return
	}
	if s.one.Given {
		s.log(s.one)
	}
	s.one, s.page = answered{}, start
}
