package quiz

import (
	"cmp"
	"encoding/base64"
	"errors"
	"slices"

	"taut/game/session"
)

// mostFile bounds a file of progress in bytes.
const mostFile = 4 << 20 // structural

// export hands all progress to the person as one file: the same bytes that are kept.
func (s *Scene) export() {
	s.out.Link = "data:application/octet-stream;base64," + base64.StdEncoding.EncodeToString(s.keep())
	s.out.Name = "taut-quiz-" + s.day(s.clock()) + ".taut"
	s.say(s.words.N("quiz.exported", len(s.past)))
}

// take adds a file of progress, as base64, to what is here: each answer once, in the
// order of their time. A test and forms that are here stay; where nothing is here all
// of it comes back. A file that cannot be read changes nothing, and what was here
// before can be taken back.
func (s *Scene) take(file string) {
	b, err := base64.StdEncoding.DecodeString(file)
	if err != nil || len(b) > mostFile {
		err = errNotQuiz
	}
	had := s.keep()
	var k Scene
	if err == nil {
		k, err = s.read(b)
	}
	if err != nil {
		s.notice = s.t("alien")
		if errors.Is(err, session.ErrNewer) {
			s.notice = s.t("newer")
		}
		s.say(s.notice)
		return
	}
	if len(s.past) == 0 {
		s.topics, s.count, s.limit = k.topics, k.count, k.limit
	}
	if s.exam == "" {
		s.exam = k.exam
	}
	if s.free(0) {
		s.runs[0], s.stray[0] = k.runs[0], k.stray[0]
	}
	if s.free(1) && s.free(2) { // a pair
		copy(s.runs[1:], k.runs[1:])
		copy(s.stray[1:], k.stray[1:])
	}
	if s.one.ID == "" {
		s.one = k.one
	}
	s.draws = max(s.draws, k.draws)
	s.merge(k.past)
	for _, a := range k.others { // to items of a pack that is not here
		if !slices.ContainsFunc(s.others, func(b savedAnswer) bool { return a.ID == b.ID && a.Seed == b.Seed && a.On == b.On }) {
			s.others = append(s.others, a)
		}
	}
	s.bound()
	s.wiped, s.since = had, nil
	s.enter(start)
	s.notice = s.words.N("quiz.imported", len(s.past))
	s.say(s.notice)
	s.out.Show = "quiz-file"
}

// merge adds answers, each once.
func (s *Scene) merge(more []answered) {
	type name struct {
		id   string
		seed uint64
		on   int64
	}
	have := map[name]bool{}
	var all []answered
	for _, a := range append(slices.Clone(s.past), more...) {
		if n := (name{a.ID, a.Seed, a.On}); !have[n] {
			have[n] = true
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b answered) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Seed, b.Seed))
	})
	s.past = all
}

// free reports whether there is no test or form i, not even one with items that are not
// here now.
func (s *Scene) free(i int) bool { return len(s.runs[i].Items) == 0 && len(s.stray[i].Items) == 0 }

// away reports whether test or form i waits for the pack that it has items of.
func (s *Scene) away(i int) bool { return len(s.runs[i].Items) == 0 && len(s.stray[i].Items) > 0 }

// wipe deletes all progress, once it is confirmed, or takes that back.
func (s *Scene) wipe(arg string) {
	switch {
	case arg == "back" && s.wiped != nil:
		runs, since := s.runs, s.since
		if s.Restore(s.wiped) == nil { // what came since stays
			s.merge(since)
			s.bound()
			for i := range runs {
				if s.free(i) {
					s.runs[i] = runs[i]
				}
			}
			s.notice = s.words.N("quiz.imported", len(s.past))
		}
		s.wiped, s.since = nil, nil
		s.enterStart()
	case arg == "sure":
		had := s.keep()
		fresh := New(Options{Words: s.words, Library: s.lib, Atlas: s.atlas, Bank: s.bank, Seed: s.draws, Now: s.clock, East: s.east})
		fresh.shelf = s.shelf
		fresh.settings, fresh.size, fresh.window, fresh.rev, fresh.out = s.settings, s.size, s.window, s.rev, s.out
		*s = *fresh
		s.wiped, s.since = had, nil
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
