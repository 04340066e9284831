// Package cases is the scene of people who say where it hurts: a learner meets
// them, presses along their muscles, asks what must be asked, decides, needles the
// model where that is right, and tells them what to expect. It knows neither the
// engine nor the page.
package cases

import (
	"slices"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/scenes"
)

// Options say what the scene holds.
type Options struct {
	Words   *content.Words
	Library *evidence.Library
	Atlas   *anatomy.Atlas
	Screen  *anatomy.Screen
	Book    *cases.Book
}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	atlas    *anatomy.Atlas
	screen   *anatomy.Screen
	book     *cases.Book
	settings scenes.Settings

	shelf   pack.Shelf
	records map[string]*record   // by case
	others  map[string]savedCase // of people who are not here now
	at      *cases.Case          // the open one; nil: the list
	rec     *record              // of it

	sound bool         // what the finger finds is to be heard
	heard scenes.Audio // of the last press

	desk   desk
	seen   int // the lab's revision when rev was last raised
	size   [3]float64
	window [5]float64

	notice  string
	explain string
	out     scenes.Effects
	rev     int
	dirty   bool
}

// New begins with the list of people.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library, atlas: o.Atlas, screen: o.Screen, book: o.Book, records: map[string]*record{}}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.lib == nil {
		s.lib = &evidence.Library{}
	}
	if s.atlas == nil {
		s.atlas = &anatomy.Atlas{}
	}
	if s.screen == nil {
		s.screen = &anatomy.Screen{}
	}
	if s.book == nil {
		s.book = &cases.Book{}
	}
	return s
}

// Name implements program.Room.
func (s *Scene) Name() string { return "cases" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
	if l := s.lab(); l != nil {
		l.Dress(t)
	}
}

// Stock implements program.Stocked.
func (s *Scene) Stock(shelf pack.Shelf) {
	kept, out, dirty := s.keep(), s.out, s.dirty
	s.shelf = shelf
	s.lib, s.atlas, s.screen, s.book = shelf.Library, shelf.Atlas, shelf.Screen, shelf.Book
	_ = s.Restore(kept) // what was kept just now
	s.out, s.dirty = out, dirty
}

// Place implements program.Room: the open case.
func (s *Scene) Place() string {
	if s.at == nil {
		return ""
	}
	return s.at.ID
}

// Open implements program.Room: it opens a case by its id, or the list.
func (s *Scene) Open(place string) bool {
	if place == s.Place() {
		return true
	}
	was := s.at
	if place == "" {
		s.at, s.rec = nil, nil
	} else {
		i := slices.IndexFunc(s.book.Cases, func(c cases.Case) bool { return c.ID == place })
		if i < 0 {
			return false
		}
		s.at = &s.book.Cases[i]
		s.rec = s.records[place]
		if s.rec == nil {
			s.rec = fresh(s.at)
			s.records[place] = s.rec
		}
	}
	if s.at != was { // what was said of one is not said of another
		s.notice, s.explain = "", ""
	}
	s.rev++
	s.dirty = true
	return true
}

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("cases." + key) }

func within(n, lo, hi int) int { return max(lo, min(hi, n)) }
