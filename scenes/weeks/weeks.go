// Package weeks is the scene of the time after a visit: a calendar from the first
// minute to 24 weeks. A person first guesses how the pain will go, then chooses
// what is done at home, what becomes of the cause, and how many visits there
// are; the curves answer at once. It knows neither the engine nor the page.
package weeks

import (
	"taut/game/chance"
	"taut/game/content"
	"taut/game/course"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/game/tick"
	"taut/game/trigger"
	"taut/scenes"
	"taut/scenes/view"
)

// Options say how the weeks begin.
type Options struct {
	Words *content.Words
	// People are those whose weeks a link can open beside the first person's.
	People []Person
}

// Person is someone whose weeks are followed.
type Person struct {
	ID    string // as links bear it
	Name  string
	Seed  uint64
	Acute bool // the pain began just now
	Desk  int  // hours a day at what caused it
}

// first is the person of the first visit, who answers the needle well.
const first = 7

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	people   []Person
	lib      *evidence.Library
	settings scenes.Settings

	choice  choice
	left    map[string]choice // of those whose weeks were left, by their ids
	drawn   choice            // what the curves were computed from
	curves  [curveCount]curve
	answer  [len(asked)]float64 // the model's pain where the guess is asked for
	drag    bool                // a pointer moves over the chart
	notice  string
	explain string // key of the card that is open
	out     scenes.Effects
	rev     int
	dirty   bool
	size    [2]float64
	v       view.View
	lens    lens
}

// New begins with the person's guess.
func New(o Options) *Scene {
	if o.Words == nil {
		o.Words = &content.Words{}
	}
	s := &Scene{words: o.Words, people: o.People}
	s.choice = fresh()
	s.follow()
	s.look()
	return s
}

// Name implements program.Room.
func (s *Scene) Name() string { return "weeks" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
	s.look()
}

// Stock implements program.Stocked: the people of the cases have their weeks.
func (s *Scene) Stock(shelf pack.Shelf) {
	s.people, s.lib = nil, shelf.Library
	for _, c := range shelf.Book.Cases {
		s.people = append(s.people, Person{ID: c.ID, Name: c.Name, Seed: c.Seed, Acute: c.Acute, Desk: c.Desk})
	}
	if s.stay() {
		s.changed()
	}
}

// stay sees to it that the weeks that are open are those of somebody who is here; it
// reports whether others had to be opened.
func (s *Scene) stay() bool {
	if _, ok := s.person(s.choice.Person); s.choice.Person == "" || ok {
		return false
	}
	s.turn("", fresh())
	return true
}

// turn opens the weeks of another person, as they were left or else as they begin.
func (s *Scene) turn(to string, c choice) {
	if s.left == nil {
		s.left = map[string]choice{}
	}
	s.left[s.choice.Person] = s.choice
	if was, ok := s.left[to]; ok {
		c = was
	}
	s.choice = c
}

// Place implements program.Room.
func (s *Scene) Place() string { return s.choice.Person }

// Open implements program.Room: it opens the weeks of a person, by id, as they were
// left.
func (s *Scene) Open(place string) bool {
	if place == s.choice.Person {
		return true
	}
	c := fresh()
	if place != "" {
		p, ok := s.person(place)
		if !ok {
			return false
		}
		c.Person, c.Seed, c.Acute, c.Desk = p.ID, p.Seed, p.Acute, p.Desk
	}
	s.turn(place, c)
	s.changed()
	return true
}

func (s *Scene) person(id string) (Person, bool) {
	for _, p := range s.people {
		if p.ID == id {
			return p, true
		}
	}
	return Person{}, false
}

// changed follows every act: the curves, the nodes and what is kept.
func (s *Scene) changed() {
	s.follow()
	s.look()
	s.rev++
	s.dirty = true
}

// Resize implements [scenes.Scene].
func (s *Scene) Resize(w, h, _ float64) {
	s.size = [2]float64{w, h}
	s.look()
}

// Advance implements [scenes.Scene]: here time moves by the calendar alone.
func (s *Scene) Advance(float64) {}

// Steady implements [scenes.Scene].
func (s *Scene) Steady() bool { return true }

// Lively implements [scenes.Scene].
func (s *Scene) Lively() bool { return false }

// View implements [scenes.Scene].
func (s *Scene) View() *view.View { return &s.v }

// Revision implements [scenes.Scene].
func (s *Scene) Revision() int { return s.rev }

// Labels implements [scenes.Scene].
func (s *Scene) Labels() []view.Label { return nil }

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

// day gives the day of the moment that is shown, 0 the day of the visit.
func (s *Scene) day() int { return within(int(moments[s.choice.At]/tick.Day), 0, days-1) }

// who gives the person.
func (s *Scene) who() (course.Patient, chance.Source) {
	src := chance.Source{Seed: s.choice.Seed}
	return course.New(trigger.Active, course.Population, src), src
}

func within(n, lo, hi int) int { return max(lo, min(hi, n)) }
