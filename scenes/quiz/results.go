package quiz

import (
	"taut/game/quiz/statistics"
)

// Results gives the answers in a file of progress that a person has exported, also those
// to items that are not in the bank. An error is the sentence that the page would say of
// the file.
func Results(file []byte) (statistics.Person, error) {
	if len(file) > mostFile {
		return nil, errNotQuiz
	}
	s := New(Options{})
	k, err := s.read(file)
	if err != nil {
		return nil, err
	}
	var p statistics.Person
	for _, a := range k.others { // the bank here is empty
		if a.Flags&1 == 0 {
			continue
		}
		p = append(p, statistics.Given{ID: a.ID, Seed: a.Seed, On: a.On, Right: a.Flags&2 != 0, Score: a.Score, Sure: int(a.Sure), Picked: a.Answer.Picked, Reason: a.Answer.Reason})
	}
	return p, nil
}
