package quiz

import (
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"
)

// Repeat is one answer to an item, as the schedule takes it.
type Repeat struct {
	At    time.Time
	Right bool
	Sure  int // 1 guessing, 2 fairly, 3 sure; 0 not said
}

// rating gives the schedule's own word for an answer: what was wrong begins again,
// and what was guessed rightly was hard.
func (r Repeat) rating() fsrs.Rating {
	switch {
	case !r.Right:
		return fsrs.Again
	case r.Sure == 1:
		return fsrs.Hard
	}
	return fsrs.Good
}

// Memory is what the schedule knows of one item.
type Memory struct {
	Due  time.Time // when it should be asked again
	Held float64   // chance that it is known now, 0 to 1; 0 where it was never answered
}

// Remember gives the memory of an item at a moment from all answers to it, the
// oldest first, by FSRS (go-fsrs) at 90 % retention, without its fuzz: the same
// answers give the same days. A nil history is due at once.
func Remember(history []Repeat, now time.Time) Memory {
	if len(history) == 0 {
		return Memory{Due: now}
	}
	p := fsrs.DefaultParam()
	p.RequestRetention = retention
	p.EnableFuzz = false
	f := fsrs.NewFSRS(p)
	card := fsrs.NewCard()
	for _, r := range history {
		card = f.Next(card, r.At, r.rating()).Card
	}
	return Memory{Due: card.Due, Held: f.GetRetrievability(card, now)}
}
