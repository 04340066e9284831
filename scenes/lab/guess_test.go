package lab

import (
	"strings"
	"testing"
)

func TestGuessesNeverBlockAndAreAnswered(t *testing.T) {
	s := newStudent(t)
	g := s.face().Guess
	if !g.Open || g.Chosen != -1 || len(g.Options) != 3 {
		t.Fatalf("no guess before the first pass: %+v", g)
	}
	s.does("guess:1", "pass").rests()
	if h := s.face().Feedback.Headline; !strings.Contains(h, "You guessed “jump”, and so it was.") {
		t.Errorf("headline %q", h)
	}
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "Same path") {
		t.Errorf("no guess before the second pass on the path: %+v", g)
	}
	s.does("guess:0", "pass").rests()
	if h := s.face().Feedback.Headline; h != "You guessed “bigger”; it was “smaller”." {
		t.Errorf("headline %q", h)
	}
	s.types("]")
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "new path") {
		t.Errorf("no guess before a new direction: %+v", g)
	}
	s.does("pass").rests() // skipped
	if g = s.face().Guess; g.Open {
		t.Errorf("a skipped guess stays: %+v", g)
	}
	s.fan(5)
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "wait") {
		t.Fatalf("no guess before the first wait: %+v", g)
	}
	s.does("guess:2", "wait:5m").rests().does("ask")
	if h := s.face().Feedback.Headline; !strings.HasPrefix(h, "You guessed “less”, and so it was.") {
		t.Errorf("headline %q", h)
	}
}

func TestTheFifteenthSecondIsAskedAboutOnce(t *testing.T) {
	s := newStudent(t)
	n := 0
	for i := range 10 {
		if i > 0 {
			s.types("]")
		}
		s.types(" ").rests()
		if strings.Contains(s.face().Feedback.Next, "15 seconds") {
			n++
			if p := s.face().PointSeconds; p < 15 || p > 20 {
				t.Errorf("asked at %.1f s", p)
			}
		}
	}
	if n != 1 {
		t.Errorf("asked %d times", n)
	}
}
