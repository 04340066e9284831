// Package evidence is the scene of what is known: the vicious circle as a diagram
// whose arrows can be cut, every claim with how well it is supported, where the
// article and research part, every source once, and every number of the model.
package evidence

import (
	"errors"
	"strconv"
	"strings"

	"taut/game/content"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/game/session"
	"taut/scenes"
	"taut/scenes/view"
)

// Options say what the scene shows.
type Options struct {
	Words   *content.Words
	Library *evidence.Library
}

// pages are the parts of the scene, as links bear them; the first is where it
// opens.
var pages = [...]string{"loop", "claims", "article", "sources", "numbers"}

// Scene is the scene. Make one with [New].
type Scene struct {
	words    *content.Words
	lib      *evidence.Library
	settings scenes.Settings

	page   int
	record string // id of the claim, difference or source that a link asked for
	find   string // what is looked for among the sources
	loop   loop
	notice string
	help   bool
	out    scenes.Effects
	rev    int
	dirty  bool
}

// New begins with the circle, nothing cut.
func New(o Options) *Scene {
	s := &Scene{words: o.Words, lib: o.Library}
	if s.words == nil {
		s.words = &content.Words{}
	}
	if s.lib == nil {
		s.lib = &evidence.Library{}
	}
	s.loop.follow()
	return s
}

// Name implements program.Room.
func (s *Scene) Name() string { return "evidence" }

// Set implements program.Room.
func (s *Scene) Set(t scenes.Settings) {
	if s.settings != t {
		s.settings = t
		s.rev++
	}
}

// Stock implements program.Stocked: a pack may have sources of its own.
func (s *Scene) Stock(shelf pack.Shelf) { s.lib, s.rev = shelf.Library, s.rev+1 }

// Place implements program.Room: a page, and the record that is open on it.
func (s *Scene) Place() string {
	switch {
	case s.record != "":
		return kinds[s.page] + "/" + s.record
	case s.page == 0:
		return ""
	}
	return pages[s.page]
}

// kinds are what links call one record of a page; a page without records has none.
var kinds = [len(pages)]string{1: "claim", 2: "article", 3: "source"}

// Open implements program.Room: "claims", "claim/soreness", "source/gattie-2017",
// "article/minutes", ...
func (s *Scene) Open(place string) bool {
	page, id, _ := strings.Cut(place, "/")
	if page == "" {
		page = pages[0]
	}
	at := indexOf(pages[:], page)
	if id != "" {
		at = indexOf(kinds[:], page)
	}
	if at < 0 || id != "" && !s.has(at, id) {
		return false
	}
	if at == s.page && id == s.record {
		return true
	}
	s.page, s.record, s.find, s.notice = at, id, "", ""
	if id != "" {
		s.out.Show = kinds[at] + "-" + id
	}
	s.rev++
	s.dirty = true
	return true
}

// has reports whether a page holds a record.
func (s *Scene) has(page int, id string) (ok bool) {
	switch kinds[page] {
	case "claim":
		_, ok = s.lib.Claim(id)
	case "article":
		_, ok = s.lib.Difference(id)
	case "source":
		_, ok = s.lib.Source(id)
	}
	return ok
}

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	s.notice = ""
	if !s.act(name, arg, in.Value) {
		s.notice = s.words.F("evidence.unknown", "what", in.Do)
	}
	s.rev++
	s.dirty = true
}

func (s *Scene) act(name, arg, value string) bool {
	l := &s.loop
	switch name {
	case "find":
		s.find = strings.TrimSpace(value)
		s.record = ""
		s.say(s.words.N("evidence.found", len(s.matching())))
	case "cut":
		i, err := strconv.Atoi(arg)
		if err != nil || i < 0 || i >= len(arrows) {
			return false
		}
		l.past = append(l.past, l.cut)
		switch value { // of a switch; a press on the arrow itself has none
		case "true":
			l.cut &^= 1 << i
		case "false":
			l.cut |= 1 << i
		default:
			l.cut ^= 1 << i
		}
		l.last = i
		l.follow()
		s.say(s.happened())
	case "undo":
		if n := len(l.past); n > 0 {
			l.cut, l.past = l.past[n-1], l.past[:n-1]
			l.follow()
			s.say(s.happened())
		}
	case "whole":
		if l.cut != 0 {
			l.past = append(l.past, l.cut)
		}
		l.cut = 0
		l.follow()
		s.say(s.happened())
	case "when":
		i := indexOf(whenNames[:], arg)
		if i < 0 {
			return false
		}
		l.when = i
		l.follow()
		s.say(s.happened())
	case "arrow":
		i, err := strconv.Atoi(arg)
		if err != nil || i < 0 || i >= len(arrows) {
			return false
		}
		if l.open == i+1 {
			i = -1
		}
		l.open = i + 1
	case "explain":
		s.help = !s.help && arg == "help"
	default:
		return false
	}
	return true
}

// Key implements [scenes.Scene]: there is no picture that takes keys.
func (s *Scene) Key(string, bool) bool { return false }

// Point implements [scenes.Scene].
func (s *Scene) Point(scenes.Pointer) {}

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
		e.Save = []byte{savedFormat, byte(s.loop.cut), byte(s.loop.cut >> 8), byte(s.loop.when)}
	}
	return e
}

// savedFormat is the layout of what is kept: the format, the cut arrows (low byte
// first) and the moment.
const savedFormat = 1 // structural

var errNotEvidence = errors.New("this is no saved circle of Taut")

// Restore implements [scenes.Scene].
func (s *Scene) Restore(b []byte) error {
	if len(b) > 0 && b[0] > savedFormat {
		return session.ErrNewer
	}
	if len(b) != 4 || b[0] != savedFormat || int(b[3]) >= len(whenNames) {
		return errNotEvidence
	}
	cut := uint16(b[1]) | uint16(b[2])<<8
	if cut>>len(arrows) != 0 {
		return errNotEvidence
	}
	s.loop = loop{cut: cut, when: int(b[3])}
	s.loop.follow()
	s.rev++
	s.dirty = false
	return nil
}

func (s *Scene) say(text string) { s.out.Say = append(s.out.Say, text) }

func (s *Scene) t(key string) string { return s.words.T("evidence." + key) }

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name && n != "" {
			return i
		}
	}
	return -1
}
