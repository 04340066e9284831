package program

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strconv"

	"taut/game/content"
	"taut/game/pack"
	"taut/scenes"
)

// Stocked is a room that shows content to which a pack can add. It keeps what was done
// with people and items that are not on the shelf now, for when they come back.
type Stocked interface{ Stock(pack.Shelf) }

// PackName is the name that a pack is kept under.
const PackName = "pack"

// packs is the instructor's own content in the program.
type packs struct {
	words   *content.Words
	own     pack.Shelf // the program's
	shelf   pack.Shelf // with the pack on it
	now     []byte     // the pack, nil where there is none
	removed []byte     // the one that was taken away last, to be taken back
	keep    []byte     // what is still to be kept
	tell    []string
}

// none is what is kept where a person has taken the pack away.
var none = []byte{0}

// Shelve gives the program the content that packs add to, and the texts of what is
// said of them.
func (p *Program) Shelve(own pack.Shelf, w *content.Words) {
	p.packs = packs{words: w, own: own, shelf: own}
	_ = p.stock(nil) // nothing can be wrong with nothing
}

// Carry implements [scenes.Packed]: a pack that a person has handed in, or taken away,
// goes before it.
func (p *Program) Carry(file string) {
	if err := p.unwrap(file); err != nil {
		p.refuse(err)
	}
}

// unwrap puts a pack on the shelf that comes as base64.
func (p *Program) unwrap(file string) error {
	b, err := base64.StdEncoding.DecodeString(file)
	if err != nil {
		return pack.ErrNotAPack
	}
	return p.stock(b)
}

// refuse tells why a pack was not taken: what a reader can meet in the texts' own
// language, what only its author can mend as the compiler words it.
func (p *Program) refuse(err error) {
	s, why := &p.packs, err.Error()
	for known, key := range map[error]string{pack.ErrNotAPack: "pack.alien", pack.ErrNewer: "pack.newer", pack.ErrTooBig: "pack.large"} {
		if errors.Is(err, known) {
			why = s.words.F(key, "n", strconv.Itoa(pack.MaxSize>>20))
		}
	}
	s.tell = append(s.tell, s.words.F("pack.refused", "why", why))
}

// stock puts a pack on the shelf in place of the present one; nothing takes it away. An
// error is one sentence, and leaves all as it was.
func (p *Program) stock(b []byte) error {
	s, shelf := &p.packs, p.packs.own
	if len(b) > 0 {
		read, err := pack.Decode(b)
		if err != nil {
			return err
		}
		if shelf, err = s.own.With(read); err != nil {
			return err
		}
	}
	s.now, s.shelf = bytes.Clone(b), shelf
	for _, r := range p.rooms {
		if r, ok := r.(Stocked); ok {
			r.Stock(shelf)
		}
	}
	p.dress()
	return nil
}

// dress gives all rooms the settings.
func (p *Program) dress() {
	t := p.settings()
	if h, ok := p.home.(interface{ Mark(string) }); ok {
		h.Mark(t.Pack.Course)
	}
	for _, r := range p.rooms {
		r.Set(t)
	}
}

// settings gives the home's, with what is on the shelf.
func (p *Program) settings() scenes.Settings {
	t := p.home.Settings()
	s := &p.packs
	t.Pack = scenes.Pack{Undo: s.removed != nil}
	if k := s.shelf.Pack; k != nil {
		t.Pack.Title, t.Pack.Author, t.Pack.Course = k.Title, k.Author, k.Course
		t.Pack.Cases, t.Pack.Items = len(k.Cases.Cases), len(k.Questions.Questions)
	}
	return t
}

// packed takes the intents about packs; false where name is none.
func (p *Program) packed(name, value string) bool {
	s := &p.packs
	if s.words == nil {
		return false
	}
	switch name {
	case "pack":
		p.hand(value)
	case "pack-remove":
		if s.now == nil {
			return true
		}
		was := s.now
		_ = p.stock(nil) // nothing can be wrong with nothing
		s.removed, s.keep = was, none
		s.tell = append(s.tell, s.words.T("pack.removed"))
	case "pack-undo":
		if s.removed == nil || p.stock(s.removed) != nil {
			return true
		}
		s.keep, s.removed = s.now, nil
		s.tell = append(s.tell, s.words.F("pack.here", "title", s.shelf.Pack.Title))
	default:
		return false
	}
	p.dress()
	p.rev++
	return true
}

// hand takes a file that a person has handed in, as base64; nothing is one that the page
// found too large to read.
func (p *Program) hand(file string) {
	s := &p.packs
	err := error(pack.ErrTooBig)
	if file != "" {
		err = p.unwrap(file)
	}
	if err != nil {
		p.refuse(err)
		return
	}
	s.keep, s.removed = s.now, nil
	s.tell = append(s.tell, s.words.F("pack.here", "title", s.shelf.Pack.Title))
	if p.at != nil { // it is seen where one looks for such things
		return
	}
	to := "cases"
	if len(s.shelf.Pack.Cases.Cases) == 0 {
		to = "quiz"
	}
	p.Go(to)
}

// restorePack takes up a pack that was kept.
func (p *Program) restorePack(b []byte) error {
	if bytes.Equal(b, none) {
		b = nil
	}
	return p.stock(b)
}

// effects adds what is to be kept and told of packs.
func (s *packs) effects(e *scenes.Effects) {
	if s.keep != nil {
		e.Kept = append(e.Kept, scenes.Saved{Name: PackName, Data: s.keep})
	}
	e.Tell = append(e.Tell, s.tell...)
	s.keep, s.tell = nil, nil
}
