package quiz

import (
	"encoding/base64"
	"time"
)

// mostFile bounds a file of progress in bytes.
const mostFile = 4 << 20 // structural

// export hands all progress to the person as one file: the same bytes that are kept.
func (s *Scene) export() {
	s.out.Link = "data:application/octet-stream;base64," + base64.StdEncoding.EncodeToString(s.keep())
	s.out.Name = "taut-quiz-" + time.Unix(s.clock(), 0).UTC().Format(time.DateOnly) + ".taut"
	s.say(s.words.N("quiz.exported", len(s.past)))
}

// take takes up a file of progress, as base64. One that cannot be read changes
// nothing; what was there before can be taken back.
func (s *Scene) take(file string) {
	b, err := base64.StdEncoding.DecodeString(file)
	if err != nil || len(b) == 0 || len(b) > mostFile {
		err = errNotQuiz
	}
	had := s.keep()
	if err == nil {
		err = s.Restore(b)
	}
	if err != nil {
		s.notice = s.words.F("quiz.refused", "why", err.Error())
		s.say(s.notice)
		return
	}
	s.wiped = had
	s.enter(start)
	s.notice = s.words.N("quiz.imported", len(s.past))
	s.say(s.notice)
	s.out.Show = "quiz-file"
}

// wipe deletes all progress, once it is confirmed, or takes that back.
func (s *Scene) wipe(arg string) {
	switch {
	case arg == "back" && s.wiped != nil:
		if s.Restore(s.wiped) == nil {
			s.notice = s.words.N("quiz.imported", len(s.past))
		}
		s.wiped = nil
		s.enterStart()
	case arg == "sure":
		had := s.keep()
		fresh := New(Options{Words: s.words, Library: s.lib, Atlas: s.atlas, Bank: s.bank, Seed: s.draws, Now: s.clock})
		fresh.settings, fresh.size, fresh.window, fresh.rev, fresh.out = s.settings, s.size, s.window, s.rev, s.out
		*s = *fresh
		s.wiped = had
		s.notice = s.t("wiped")
	case arg == "not":
		s.asks = ""
		return
	default:
		s.asks = "wipe"
		return
	}
	s.say(s.notice)
	s.out.Show = "quiz-file"
}

// enterStart opens the first page and keeps what is said there.
func (s *Scene) enterStart() {
	told := s.notice
	s.enter(start)
	s.notice = told
}
