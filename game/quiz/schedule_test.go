package quiz

import (
	"testing"
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"
	"pgregory.net/rapid"
)

var began = time.Date(2026, 1, 1, 8, 0, 0, 0, time.UTC)

// The schedule is go-fsrs's own, answer by answer.
func TestScheduleIsFSRS(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := began
		var history []Repeat
		p := fsrs.DefaultParam()
		p.RequestRetention, p.EnableFuzz = .9, false
		f, card := fsrs.NewFSRS(p), fsrs.NewCard()
		for range rapid.IntRange(1, 8).Draw(t, "answers") {
			r := Repeat{at, rapid.Bool().Draw(t, "right"), rapid.IntRange(0, 3).Draw(t, "sure")}
			history = append(history, r)
			g := fsrs.Good
			if !r.Right {
				g = fsrs.Again
			} else if r.Sure == 1 {
				g = fsrs.Hard
			}
			card = f.Next(card, at, g).Card
			at = at.Add(time.Duration(rapid.IntRange(1, 60*24).Draw(t, "hours")) * time.Hour)
		}
		m := Remember(history, at)
		if !m.Due.Equal(card.Due) || m.Held != f.GetRetrievability(card, at) {
			t.Fatalf("due %v, held %v; go-fsrs says %v, %v", m.Due, m.Held, card.Due, f.GetRetrievability(card, at))
		}
	})
}

// What is known longer is asked later; what was wrong comes soon; what was never
// answered is due.
func TestScheduleGrows(t *testing.T) {
	if m := Remember(nil, began); !m.Due.Equal(began) || m.Held != 0 {
		t.Errorf("a new item is due %v", m.Due)
	}
	var history []Repeat
	at, last := began, time.Duration(0)
	for range 5 {
		history = append(history, Repeat{at, true, 3})
		m := Remember(history, at)
		if gap := m.Due.Sub(at); gap <= last {
			t.Errorf("after %d right answers it comes after %v, before after %v", len(history), gap, last)
		} else {
			last = gap
		}
		at = m.Due
		if held := Remember(history, at).Held; len(history) > 2 && (held < .88 || held > .92) {
			t.Errorf("when it is due it is held with %.3f, want about .9", held)
		}
	}
	history = append(history, Repeat{at, false, 3})
	if gap := Remember(history, at).Due.Sub(at); gap > 24*time.Hour {
		t.Errorf("what was wrong comes again after %v", gap)
	}
}
