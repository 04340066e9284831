package pack

import (
	"slices"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/quiz"
)

// Shelf is all content that the scenes show: the program's own, and what a pack has
// added. It is never changed: [Shelf.With] gives another one.
type Shelf struct {
	Library *evidence.Library
	Atlas   *anatomy.Atlas
	Screen  *anatomy.Screen
	Book    *cases.Book
	Bank    *quiz.Bank
	Pack    *Pack // that was added; nil
}

// With gives the shelf with a pack on it. An error is one sentence that names the
// record: an id that the program has already, or a muscle, a condition, a precaution or
// a source that nobody has.
func (s Shelf) With(p *Pack) (Shelf, error) {
	to := s
	to.Pack = p
	to.Library = &evidence.Library{Sources: slices.Concat(s.Library.Sources, p.Sources.Sources), Claims: s.Library.Claims, Differences: s.Library.Differences}
	to.Book = &cases.Book{Cases: slices.Concat(s.Book.Cases, p.Cases.Cases), Advice: s.Book.Advice}
	to.Bank = &quiz.Bank{Statements: s.Bank.Statements, Questions: slices.Concat(s.Bank.Questions, p.Questions.Questions)}
	var sources, people, items []string
	for _, x := range to.Library.Sources {
		sources = append(sources, x.ID)
	}
	for i := range to.Book.Cases {
		people = append(people, to.Book.Cases[i].ID)
	}
	for i := range to.Bank.Questions {
		items = append(items, to.Bank.Questions[i].ID)
	}
	for _, ids := range [][]string{sources, people, items} {
		if err := evidence.IDs(ids); err != nil {
			return s, err
		}
	}
	if err := p.Cases.Resolve(s.Atlas, s.Screen); err != nil {
		return s, err
	}
	for _, c := range p.Cases.Cases {
		if err := to.Library.Resolve(c.ID, c.Basis.Sources); err != nil {
			return s, err
		}
	}
	if err := p.Questions.Resolve(to.Library, s.Atlas); err != nil {
		return s, err
	}
	if err := p.Questions.Open(); err != nil {
		return s, err
	}
	if p.Supplement != nil {
		for _, m := range p.Supplement.Muscles() {
			if _, ok := s.Atlas.Muscle(m); !ok {
				return s, evidence.Faultf(m, "there is no muscle of this name")
			}
		}
	}
	return to, nil
}

// Own reports whether a person or an item is the pack's.
func (s Shelf) Own(id string) bool {
	if s.Pack == nil {
		return false
	}
	_, person := s.Pack.Cases.Case(id)
	return person || s.Pack.Questions.Question(id) != nil
}

// Technique gives what the supervised course of the pack adds to a muscle, and the
// course's name; ok is false where no pack has switched one on.
func (s Shelf) Technique(muscle string) (t anatomy.Technique, course string, ok bool) {
	if s.Pack == nil || s.Pack.Supplement == nil {
		return t, "", false
	}
	leave, err := s.Pack.Supplement.Supervise(s.Pack.Course)
	if err != nil {
		return t, "", false
	}
	t, ok = s.Pack.Supplement.For(leave, muscle)
	return t, leave.Course(), ok
}
