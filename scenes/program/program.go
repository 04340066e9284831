// Package program makes one scene of several: it opens the one that a person or
// a link asks for, hands everything on to it, and gives all of them the same
// settings. The first scene, the lab, owns the settings.
package program

import (
	"slices"
	"strings"

	g "maragu.dev/gomponents"

	"taut/scenes"
	"taut/scenes/view"
)

// Home is the first scene. It keeps the settings, and takes their intents
// ("theme", "plain") also while another scene is open.
type Home interface {
	scenes.Scene
	Settings() scenes.Settings
	// Open shows one of its states, as a link bears it ("endplate"); false where
	// there is none of that name, and then nothing changes.
	Open(place string) bool
}

// Room is every other scene.
type Room interface {
	scenes.Scene
	// Name gives the room's name: small letters, as links bear it.
	Name() string
	// Set takes the settings: when the room is entered, and when they change there.
	Set(scenes.Settings)
	// Place gives what is open in the room, as a link bears it; "" its first page.
	Place() string
	// Open opens a place of the room; false where there is none of that name, and
	// then nothing changes.
	Open(place string) bool
}

// HomeName is the first scene's name.
const HomeName = "lab"

// Program is the scenes as one. Make one with [New].
type Program struct {
	home  Home
	rooms []Room
	at    Room // nil: at home

	packs packs

	size   [3]float64
	window [5]float64
	rev    int
	seen   int // the present scene's own revision when rev was last raised
}

// New gives the program, open at home.
func New(home Home, rooms ...Room) *Program {
	p := &Program{home: home, rooms: rooms}
	p.dress()
	return p
}

// now gives the scene that is open.
func (p *Program) now() scenes.Scene {
	if p.at != nil {
		return p.at
	}
	return p.home
}

// Names implements [scenes.Several].
func (p *Program) Names() []string {
	names := []string{HomeName}
	for _, r := range p.rooms {
		names = append(names, r.Name())
	}
	return names
}

// Place implements [scenes.Several].
func (p *Program) Place() string {
	if p.at == nil {
		return HomeName
	}
	if in := p.at.Place(); in != "" {
		return p.at.Name() + "/" + in
	}
	return p.at.Name()
}

// Go implements [scenes.Several].
func (p *Program) Go(place string) bool {
	name, in, _ := strings.Cut(place, "/")
	if name == "" || name == HomeName {
		if in != "" && !p.home.Open(in) {
			return false
		}
		p.enter(nil)
		return true
	}
	i := slices.IndexFunc(p.rooms, func(r Room) bool { return r.Name() == name })
	if i < 0 || !p.rooms[i].Open(in) {
		return false
	}
	p.enter(p.rooms[i])
	return true
}

// enter opens a room, or the home where it is nil.
func (p *Program) enter(r Room) {
	if r == p.at {
		return
	}
	p.at = r
	p.rev++
	if r != nil {
		r.Set(p.settings())
	}
	p.seen = p.now().Revision()
	p.Resize(p.size[0], p.size[1], p.size[2])
	p.Window(p.window[0], p.window[1], p.window[2], p.window[3], p.window[4])
}

// Do implements [scenes.Scene].
func (p *Program) Do(in scenes.Intent) {
	name, _, _ := strings.Cut(in.Do, ":")
	switch {
	case name == "scene":
		p.Go(in.Value)
	case p.at != nil && (name == "theme" || name == "plain"):
		p.home.Do(in)
		p.at.Set(p.settings())
	case p.packed(name, in.Value):
	default:
		p.now().Do(in)
	}
}

// Effects implements [scenes.Scene]. Scenes that are not open neither speak nor
// sound, but what they want kept is kept.
func (p *Program) Effects() scenes.Effects {
	e := p.now().Effects()
	if p.at == nil {
		p.packs.effects(&e)
		return e
	}
	e.Kept = nil
	if e.Save != nil {
		e.Kept = []scenes.Saved{{Name: p.at.Name(), Data: e.Save}}
	}
	e.Save = p.home.Effects().Save
	p.packs.effects(&e)
	return e
}

// Restore implements [scenes.Scene]: it takes up the first scene's save.
func (p *Program) Restore(b []byte) error { return p.home.Restore(b) }

// RestoreNamed implements [scenes.Several].
func (p *Program) RestoreNamed(name string, b []byte) error {
	if name == PackName {
		return p.restorePack(b)
	}
	for _, r := range p.rooms {
		if r.Name() == name {
			return r.Restore(b)
		}
	}
	return p.home.Restore(b)
}

// Resize implements [scenes.Scene].
func (p *Program) Resize(w, h, dock float64) {
	p.size = [3]float64{w, h, dock}
	p.now().Resize(w, h, dock)
}

// Window implements [scenes.Windowed].
func (p *Program) Window(under, x, y, w, h float64) {
	p.window = [5]float64{under, x, y, w, h}
	if s, ok := p.now().(scenes.Windowed); ok {
		s.Window(under, x, y, w, h)
	}
}

// Revision implements [scenes.Scene].
func (p *Program) Revision() int {
	if r := p.now().Revision(); r != p.seen {
		p.seen = r
		p.rev++
	}
	return p.rev
}

// View implements [scenes.Scene]. A scene without a picture has none: nothing is
// drawn for it, and what was drawn last stays, unseen.
func (p *Program) View() *view.View { return p.now().View() }

// Key implements [scenes.Scene].
func (p *Program) Key(name string, shift bool) bool { return p.now().Key(name, shift) }

// Point implements [scenes.Scene].
func (p *Program) Point(e scenes.Pointer) { p.now().Point(e) }

// Advance implements [scenes.Scene]: time stands still in a scene that is not open.
func (p *Program) Advance(ms float64) { p.now().Advance(ms) }

// Steady implements [scenes.Scene].
func (p *Program) Steady() bool { return p.now().Steady() }

// Lively implements [scenes.Scene].
func (p *Program) Lively() bool { return p.now().Lively() }

// Panel implements [scenes.Scene].
func (p *Program) Panel() g.Node { return p.now().Panel() }

// AppendValues implements [scenes.Scene].
func (p *Program) AppendValues(b []byte) []byte { return p.now().AppendValues(b) }

// Labels implements [scenes.Scene].
func (p *Program) Labels() []view.Label { return p.now().Labels() }
