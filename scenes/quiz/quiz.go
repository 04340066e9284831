// Package quiz is the scene of questions: practice with an answer to each at once,
// tests with the answers at their end, two forms before and after a course, and
// what is due to be asked again. What is judged is what was answered and what the
// model does; nothing is said of skill with patients. It knows neither the engine
// nor the page.
package quiz

import (
	"strings"

	"taut/game/anatomy"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/pack"
	bank "taut/game/quiz"
	"taut/scenes"
)

// Options say what is asked.
type Options struct {
	Words   *content.Words
	Library *evidence.Library
	Atlas   *anatomy.Atlas
	Bank    *bank.Bank
	Seed    uint64 // of the first draw
	// Now gives the seconds since 1970, by which answers are dated; nil stands still.
	Now func() int64
	// East gives how far the clocks on the wall are ahead of UTC then, in seconds, by
	// which days begin; nil is UTC.
	East func(on int64) int64
}

// The pages. Their order is part of what is kept: new ones go to the end.
const (
	start = iota
	practice
	test
	sheet  // the result of a test
	before // the first form
	after  // the second form
	forms  // both forms
	review
	setup // of a test
	pages
)

// answered is one item as it was put, and what was answered.
type answered struct {
	ID     string
	Seed   uint64
	Answer bank.Answer
	Given  bool
	Shown  bool // its key is told, though the answer was wrong
	Sure   int  // 0 not said, 1 guessing, 2 fairly, 3 sure
	Score  float64
	Right  bool
	On     int64    // seconds since 1970 when it was given; 0 is not known
	Way    int      // the page on which it was given
	Grade  int      // in the review: 1 again to 4 easy, 0 as the answer says
	Work   [][]byte // of a task: its runs as they are kept
}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	atlas    *anatomy.Atlas
	bank     *bank.Bank
	clock    func() int64
	east     func(on int64) int64
	settings scenes.Settings

	page   int
	topics uint8 // that are chosen, a bit each
	count  int   // items of a test
	limit  int   // minutes of a test, 0 none
	draws  uint64
	one    answered // of practice and review
	linked bool     // a link has opened it by its name
	runs   [3]run   // a test, the first form, the second
	past   []answered
	shelf  pack.Shelf
	others []savedAnswer // to items that are not here now
	stray  [3]savedRun   // runs with such items
	exam   string        // the day of an exam, "2027-01-31"; "" none
	wiped  []byte        // what was deleted or overwritten last, to be taken back
	since  []answered    // given since then
	asks   string        // what is to be confirmed: "end", "test", "form", "wipe"; "" nothing

	in    bank.Instance // of the item that is open
	inFor answered
	truth []float64
	desk  desk
	drag  drag

	notice string
	help   bool
	out    scenes.Effects
	rev    int
	seen   int // the guest's revision when rev was last raised
	dirty  bool
	size   [3]float64
	window [5]float64
}

// drag is a pointer that is down.
type drag struct {
	on   bool
	lift int // the row that it carries, -1 none
	over int // the row that it is over, of a match; -1 none
}

// New begins with the choice of ways.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library, atlas: o.Atlas, bank: o.Bank, clock: o.Now, east: o.East, draws: o.Seed, topics: every, count: 10, drag: drag{lift: -1, over: -1}}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.lib == nil {
		s.lib = &evidence.Library{}
	}
	if s.bank == nil {
		s.bank = &bank.Bank{}
	}
	if s.east == nil {
		s.east = func(int64) int64 { return 0 }
	}
	if s.clock == nil {
		s.clock = func() int64 { return 0 }
	}
	return s
}

// every is all topics chosen.
var every = uint8(1<<len(bank.Topics()) - 1)

// now gives the open item, nil where none is.
func (s *Scene) now() *answered {
	switch r := s.run(); {
	case r != nil && r.At < len(r.Items):
		return &r.Items[r.At]
	case (s.page == practice || s.page == review) && s.one.ID != "":
		return &s.one
	}
	return nil
}

// instance gives the open item as it is drawn.
func (s *Scene) instance() *bank.Instance {
	a := s.now()
	if a == nil {
		return nil
	}
	if s.inFor.ID != a.ID || s.inFor.Seed != a.Seed || s.in.Question == nil {
		s.in = bank.Of(s.bank.Question(a.ID), a.Seed, s.atlas)
		s.inFor = answered{ID: a.ID, Seed: a.Seed}
		s.truth = nil
	}
	return &s.in
}

// told reports whether it is told what the answer of the open item is worth.
func (s *Scene) told() bool { a := s.now(); return a != nil && s.run() == nil && a.Given }

// keyed reports whether the key of the open item is told too: after a wrong answer in
// practice a person may first try again.
func (s *Scene) keyed() bool {
	a := s.now()
	return s.told() && (a.Right || a.Shown || s.page == review || s.instance().Question.Kind == bank.Predict)
}

// Name implements program.Room.
func (s *Scene) Name() string { return "quiz" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
	s.dress()
}

// Stock implements program.Stocked.
func (s *Scene) Stock(shelf pack.Shelf) {
	if s.page == review && s.one.ID != "" && shelf.Bank.Question(s.one.ID) == nil { // what was answered of it is kept
		s.leaveReview()
		s.page, s.dirty = review, true
	}
	kept, out, dirty := s.keep(), s.out, s.dirty
	s.shelf = shelf
	s.lib, s.atlas, s.bank = shelf.Library, shelf.Atlas, shelf.Bank
	if s.Restore(kept) != nil { // what was kept just now is always taken; else no item may stay that is gone
		s.page, s.one, s.runs, s.desk = start, answered{}, [3]run{}, desk{}
	}
	s.out, s.dirty = out, dirty
}

// placeNames are the names of the pages, as links bear them.
var placeNames = [pages]string{practice: "practice", test: "test", sheet: "result", before: "before", after: "after", forms: "forms", review: "review", setup: "test"}

// Place implements program.Room: the item that a link has opened, or the page.
func (s *Scene) Place() string {
	if s.page == practice && s.linked {
		return s.one.ID
	}
	return placeNames[s.page]
}

// Open implements program.Room: a page by its name, an item by its id, in practice, or
// a test of items that a link names: "test/one-id,another-id".
func (s *Scene) Open(place string) bool {
	if place == s.Place() {
		return true
	}
	to := start
	s.notice = ""
	switch place {
	case "":
	case "practice":
		s.leaveReview()
		if q := s.bank.Question(s.one.ID); q != nil && !s.one.Given && s.chosen(q.Topic) { // it waits to be answered
			to = practice
			break
		}
		if !s.practise() {
			to = start
			break
		}
		to = practice
	case "test":
		if to = test; !s.runs[0].under() {
			to = setup
		}
	case "result":
		if to = sheet; !s.runs[0].Done {
			return false
		}
	case "before", "after":
		to = before
		if place == "after" {
			to = after
		}
		if !s.runs[to-before+1].under() {
			to = forms
		}
	case "forms":
		to = forms
	case "review":
		to, s.one = review, answered{}
	default:
		if list, ok := strings.CutPrefix(place, "test/"); ok {
			if !s.set(strings.Split(list, ",")) {
				return false
			}
			if to = test; !s.runs[0].under() {
				to = setup
			}
			break
		}
		if s.bank.Question(place) == nil {
			return false
		}
		s.leaveReview()
		to, s.one = practice, s.put(place)
		s.linked = true
	}
	told := s.notice
	if s.enter(to); to == test {
		s.out.Show = "quiz-item"
	}
	s.notice = told
	s.prepare()
	s.changed()
	return true
}

// enter opens a page.
func (s *Scene) enter(page int) {
	if page != practice {
		s.linked = false
	}
	if page != review {
		s.leaveReview()
	}
	s.page, s.asks, s.notice = page, "", ""
	s.desk = desk{}
}

func (s *Scene) changed() { s.rev++; s.dirty = true }

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("quiz." + key) }
