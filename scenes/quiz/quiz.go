// Package quiz is the scene of questions: practice with an answer to each at once,
// and tests with the answers at their end. What is judged is what was answered and
// what the model does; nothing is said of skill with patients. It knows neither the
// engine nor the page.
package quiz

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"time"

	"taut/game/anatomy"
	"taut/game/content"
	"taut/game/evidence"
	bank "taut/game/quiz"
	"taut/scenes"
	"taut/scenes/view"
)

// Options say what is asked.
type Options struct {
	Words   *content.Words
	Library *evidence.Library
	Atlas   *anatomy.Atlas
	Bank    *bank.Bank
	Seed    uint64           // of the first draw
	Now     func() time.Time // for what is due; nil: the clock of the machine
}

// The ways of taking it.
const (
	start = iota
	practice
	test
	sheet  // the result of a test
	review // practice of what is due
	ways
)

// answered is one item as it was put, and what was answered.
type answered struct {
	ID     string
	Seed   uint64
	Answer bank.Answer
	Given  bool
	Sure   int // 0 not said, 1 guessing, 2 fairly, 3 sure
	Score  float64
	Right  bool
	At     int64 // when, in seconds since 1970; 0 before it is given
}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	atlas    *anatomy.Atlas
	bank     *bank.Bank
	settings scenes.Settings

	way    int
	topics uint8 // that are chosen, a bit each
	count  int   // items of a test
	draws  uint64
	clock  func() time.Time
	items  []answered // of the practice (one) or the test
	at     int
	past   []answered // every answer that was given, the last one last

	in     bank.Instance // of the item that is open
	inOf   answered
	truth  []float64
	drag   bool
	notice string
	help   bool
	out    scenes.Effects
	rev    int
	dirty  bool
}

// New begins with the choice of ways.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library, atlas: o.Atlas, bank: o.Bank, draws: o.Seed, topics: 1<<len(bank.Topics()) - 1, count: 10}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.lib == nil {
		s.lib = &evidence.Library{}
	}
	if s.bank == nil {
		s.bank = &bank.Bank{}
	}
	if s.clock = o.Now; s.clock == nil {
		s.clock = time.Now
	}
	return s
}

// asked reports whether this scene can put an item: those that are done in the lab
// it cannot yet.
func asked(q *bank.Question) bool { return q.Kind != bank.Do }

// pool gives the items of the chosen topics.
func (s *Scene) pool() (list []*bank.Question) {
	for i := range s.bank.Questions {
		q := &s.bank.Questions[i]
		if k := slices.Index(bank.Topics(), q.Topic); asked(q) && s.topics>>k&1 == 1 {
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
// that were wrong, then the rest; among equals by the draw.
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
	slices.SortStableFunc(pool, func(a, b *bank.Question) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		if key(a) < key(b) {
			return -1
		}
		return 1
	})
	for _, q := range pool[:min(n, len(pool))] {
		list = append(list, s.put(q.ID))
	}
	return list
}

// due gives the items of the chosen topics that are due by the schedule, the
// longest overdue first. What was never answered is learnt in practice, not here.
func (s *Scene) due() (list []*bank.Question) {
	now := s.clock()
	histories := map[string][]bank.Repeat{}
	for _, a := range s.past {
		histories[a.ID] = append(histories[a.ID], bank.Repeat{At: time.Unix(a.At, 0), Right: a.Right, Sure: a.Sure})
	}
	when := map[string]time.Time{}
	for _, q := range s.pool() {
		if h := histories[q.ID]; h != nil {
			if m := bank.Remember(h, now); !m.Due.After(now) {
				when[q.ID] = m.Due
				list = append(list, q)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *bank.Question) int { return when[a.ID].Compare(when[b.ID]) })
	return list
}

// put begins an item.
func (s *Scene) put(id string) answered {
	s.draws++
	return answered{ID: id, Seed: s.draws}
}

// now gives the open item, nil where none is.
func (s *Scene) now() *answered {
	if s.way == start || s.way == sheet || s.at >= len(s.items) {
		return nil
	}
	return &s.items[s.at]
}

// instance gives the open item as it is drawn.
func (s *Scene) instance() *bank.Instance {
	a := s.now()
	if a == nil {
		return nil
	}
	if s.inOf.ID != a.ID || s.inOf.Seed != a.Seed || s.in.Question == nil {
		s.in = bank.Of(s.bank.Question(a.ID), a.Seed, s.atlas)
		s.inOf = answered{ID: a.ID, Seed: a.Seed}
		s.truth = nil
	}
	return &s.in
}

// told reports whether the answer of the open item is told.
func (s *Scene) told() bool { a := s.now(); return a != nil && s.way != test && a.Given }

// Name implements program.Room.
func (s *Scene) Name() string { return "quiz" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
}

// Place implements program.Room: the item in practice, or the way.
func (s *Scene) Place() string {
	switch a := s.now(); {
	case (s.way == practice || s.way == review) && a != nil:
		return a.ID
	case s.way == test:
		return "test"
	case s.way == sheet:
		return "result"
	}
	return ""
}

// Open implements program.Room: an item by its id, in practice; "test" and "result"
// where there is one.
func (s *Scene) Open(place string) bool {
	if place == s.Place() {
		return true
	}
	switch place {
	case "":
		s.way = start
	case "test", "result":
		if s.way != test && s.way != sheet {
			return false
		}
		if (place == "result") != s.finished() {
			return false
		}
		s.way = test
		if place == "result" {
			s.way = sheet
		}
	default:
		q := s.bank.Question(place)
		if q == nil || !asked(q) {
			return false
		}
		s.way, s.at, s.items = practice, 0, []answered{s.put(place)}
	}
	s.changed()
	return true
}

// finished reports whether every item of the test is answered.
func (s *Scene) finished() bool {
	return !slices.ContainsFunc(s.items, func(a answered) bool { return !a.Given })
}

func (s *Scene) changed() { s.rev++; s.dirty = true }

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	s.notice = ""
	if !s.act(name, arg, in.Value) && s.notice == "" {
		s.notice = s.words.F("quiz.unknown", "what", in.Do)
	}
	s.changed()
}

func (s *Scene) act(name, arg, value string) bool {
	i, err := strconv.Atoi(arg)
	counted := err == nil && i >= 0
	switch name {
	case "topic":
		if !counted || i >= len(bank.Topics()) {
			return false
		}
		if s.topics &^= 1 << i; value == "true" {
			s.topics |= 1 << i
		}
		return true
	case "count":
		if !counted || i < 1 || i > 100 {
			return false
		}
		s.count = i
		return true
	case "practice", "test":
		items := s.pick(map[string]int{"practice": 1, "test": s.count}[name])
		if len(items) == 0 {
			s.notice = s.t("no-topic")
			s.say(s.notice)
			return false
		}
		s.way, s.items, s.at = practice, items, 0
		if name == "test" {
			s.way = test
		}
		s.out.Show = "quiz-item"
		return true
	case "review":
		return s.nextDue()
	case "home":
		s.way = start
		return true
	case "export":
		s.out.Link = "data:application/octet-stream;base64," + base64.StdEncoding.EncodeToString(s.keep())
		return true
	case "import":
		return s.take(value)
	case "explain":
		s.help = !s.help && arg == "help"
		return true
	}
	a := s.now()
	if a == nil {
		return false
	}
	switch name {
	case "sure":
		if !counted || i < 1 || i > 3 {
			return false
		}
		a.Sure = i
		return true
	case "go":
		if s.way != test || !counted || i >= len(s.items) {
			return false
		}
		s.at = i
		s.out.Show = "quiz-item"
		return true
	case "again":
		if !s.told() {
			return false
		}
		*a = answered{ID: a.ID, Seed: a.Seed}
		return true
	case "next":
		if !s.told() {
			return false
		}
		if s.way == review {
			return s.nextDue()
		}
		s.items = s.pick(1)
		s.out.Show = "quiz-item"
		return true
	case "answer":
		return s.answer()
	case "end":
		if s.way != test || !s.finished() {
			s.say(s.t("not-finished"))
			return s.way == test
		}
		s.way = sheet
		s.past = append(s.past, s.items...)
		s.trim()
		s.out.Show = "quiz-sheet"
		s.say(s.summary())
		return true
	}
	if s.told() {
		return false // what is answered is answered; "again" begins anew
	}
	return s.fill(name, i, counted, value)
}

// mostPast bounds the answers that are kept: some ten of each item.
const mostPast = 2000 // structural

func (s *Scene) trim() { s.past = s.past[max(0, len(s.past)-mostPast):] }

// answer gives the open item's answer: in practice it is told at once, in a test it
// is kept and can be changed until the end.
func (s *Scene) answer() bool {
	a, in := s.now(), s.instance()
	if s.told() {
		return false
	}
	if !s.complete(a) {
		s.say(s.t("incomplete"))
		return true
	}
	if in.Question.Kind == bank.Predict && s.truth == nil {
		s.truth = bank.Truth(in)
	}
	r := bank.Grade(in, &a.Answer, s.atlas, s.truth)
	a.Given, a.Score, a.Right, a.At = true, r.Score, r.Right, s.clock().Unix()
	if s.way != test {
		s.past = append(s.past, *a)
		s.trim()
		s.say(s.verdict())
		s.out.Show = "quiz-told"
		return true
	}
	for k := range s.items { // on to the next that is open
		if n := (s.at + 1 + k) % len(s.items); !s.items[n].Given {
			s.at = n
			s.out.Show = "quiz-item"
			break
		}
	}
	s.say(s.words.F("quiz.kept", "n", strconv.Itoa(s.left())))
	return true
}

// nextDue puts what is due longest, or says that nothing is.
func (s *Scene) nextDue() bool {
	list := s.due()
	if len(list) == 0 {
		s.way = start
		s.say(s.t("none-due"))
		s.notice = s.t("none-due")
		return true
	}
	s.way, s.items, s.at = review, []answered{s.put(list[0].ID)}, 0
	s.out.Show = "quiz-item"
	return true
}

// left gives how many items of the test are still open.
func (s *Scene) left() (n int) {
	for _, a := range s.items {
		if !a.Given {
			n++
		}
	}
	return n
}

// Key implements [scenes.Scene]: there is no picture that takes keys.
func (s *Scene) Key(string, bool) bool { return false }

// Point implements [scenes.Scene]: on the body a pointer sets the place, on a trace
// it draws.
func (s *Scene) Point(p scenes.Pointer) {
	s.drag = (p.Phase == scenes.Down || s.drag) && p.Phase < scenes.Up
	a := s.now()
	if !s.drag || a == nil || s.told() || p.W <= 0 || p.H <= 0 {
		return
	}
	switch p.Zone {
	case "quiz-body":
		s.pointBody(a, p.X/p.W, p.Y/p.H)
	case "quiz-trace":
		s.pointTrace(a, p.X/p.W, p.Y/p.H)
	default:
		return
	}
	s.changed()
}

// Resize implements [scenes.Scene].
func (s *Scene) Resize(_, _, _ float64) {}

// Advance implements [scenes.Scene]: nothing here moves by itself.
func (s *Scene) Advance(float64) {}

// Steady implements [scenes.Scene].
func (s *Scene) Steady() bool { return true }

// Lively implements [scenes.Scene].
func (s *Scene) Lively() bool { return false }

// View implements [scenes.Scene]: there is no picture.
func (s *Scene) View() *view.View { return nil }

// Revision implements [scenes.Scene].
func (s *Scene) Revision() int { return s.rev }

// Labels implements [scenes.Scene].
func (s *Scene) Labels() []view.Label { return nil }

// AppendValues implements [scenes.Scene]: nothing changes fast.
func (s *Scene) AppendValues(b []byte) []byte { return b }

// Effects implements [scenes.Scene].
func (s *Scene) Effects() scenes.Effects {
	e := s.out
	s.out = scenes.Effects{}
	if s.dirty {
		s.dirty = false
		e.Save = s.keep()
	}
	return e
}

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("quiz." + key) }
