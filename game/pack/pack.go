// Package pack is content of an instructor's own: people, items of the quiz, sources,
// and what a supervised course may see. It comes as one compiled file, adds to what the
// program carries and changes none of it.
package pack

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/quiz"
)

//go:generate go tool msgp -file pack.go -o pack_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:16 maps:16

//msgp:ignore Pack

// MaxSize bounds a pack in bytes: some five times what the program carries itself.
const MaxSize = 1 << 20 // structural

// format is the layout of a pack.
const format = 1 // structural

// magic begins every pack.
const magic = "taut-pack\n"

// file is a pack as it is compiled, after the magic: each part in its own compiled
// form, none where it is empty.
type file struct {
	Format     int    `msg:"format"`
	Title      string `msg:"title"`
	Author     string `msg:"author"`
	Cases      []byte `msg:"cases,limit=1048576"`
	Questions  []byte `msg:"questions,limit=1048576"`
	Sources    []byte `msg:"sources,limit=1048576"`
	Supplement []byte `msg:"supplement,limit=1048576"`
	Course     string `msg:"course"`
}

// Pack is content of an instructor's own, as [Decode] gives it, or as it is put together
// to be compiled by [Pack.Encode].
type Pack struct {
	Title, Author string
	Cases         *cases.Book
	Questions     *quiz.Bank
	Sources       *evidence.Library
	// Supplement is what a supervised course adds, Course its name: only together
	// they show anything. nil and "" are no such course.
	Supplement *anatomy.Supplement
	Course     string
}

// Errors of Decode, each one sentence for a person.
var (
	ErrNotAPack = errors.New("this file is no pack of Taut")
	ErrNewer    = errors.New("this pack was made for a newer version of Taut")
	ErrTooBig   = fmt.Errorf("this pack is larger than %d MB, the most that is allowed", MaxSize>>20)
)

// Validate reports what is wrong with the pack by itself, or nil: what it holds is
// checked by the decoders of its parts.
func (p *Pack) Validate() error {
	switch {
	case strings.TrimSpace(p.Title) == "" || len(p.Title) > 120:
		return errors.New("a pack needs a title of at most 120 bytes")
	case strings.TrimSpace(p.Author) == "" || len(p.Author) > 120:
		return errors.New("a pack needs an author of at most 120 bytes")
	case strings.ContainsAny(p.Title+p.Author, "\n\r"):
		return errors.New("title and author stand on one line")
	case (p.Supplement != nil) != (p.Course != ""):
		return errors.New("a supervised course and its supplement come together or not at all")
	case len(p.Cases.Advice) > 0:
		return errors.New("a pack adds people, no advice of its own")
	case len(p.Sources.Claims)+len(p.Sources.Differences) > 0:
		return errors.New("a pack adds sources, no claims or differences of its own")
	case len(p.Questions.Statements) > 0:
		return errors.New("a pack adds items, no statements of the article")
	case len(p.Cases.Cases)+len(p.Questions.Questions) == 0 && p.Supplement == nil:
		return errors.New("the pack holds neither people nor items nor a supplement")
	}
	texts := []string{p.Title, p.Author}
	for _, s := range p.Sources.Sources {
		texts = append(texts, s.Authors, s.Journal, s.Shows)
	}
	for _, text := range texts {
		if m := anatomy.Measure(text); m != "" {
			return fmt.Errorf("%q could be a step of a recipe", m)
		}
	}
	if p.Supplement != nil {
		if _, err := p.Supplement.Supervise(p.Course); err != nil {
			return err
		}
	}
	return nil
}

// Decode takes up a pack. An error wraps one of those above or is one sentence that
// names what is wrong.
func Decode(b []byte) (*Pack, error) {
	if len(b) > MaxSize {
		return nil, ErrTooBig
	}
	packed, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, ErrNotAPack
	}
	var f file
	rest, err := f.UnmarshalMsg(packed)
	switch {
	case err != nil || len(rest) > 0:
		return nil, fmt.Errorf("%w, or it is damaged", ErrNotAPack)
	case f.Format > format:
		return nil, ErrNewer
	case f.Format != format:
		return nil, ErrNotAPack
	}
	p := &Pack{Title: f.Title, Author: f.Author, Cases: &cases.Book{}, Questions: &quiz.Bank{}, Sources: &evidence.Library{}, Course: f.Course}
	part := func(b []byte, take func() error) {
		if err == nil && len(b) > 0 {
			err = take()
		}
	}
	part(f.Cases, func() (err error) { p.Cases, err = cases.Decode(f.Cases); return })
	part(f.Questions, func() (err error) { p.Questions, err = quiz.DecodeBank(f.Questions); return })
	part(f.Sources, func() (err error) { p.Sources, err = evidence.DecodeLibrary(f.Sources); return })
	part(f.Supplement, func() (err error) { p.Supplement, err = anatomy.DecodeSupplement(f.Supplement); return })
	if err == nil {
		err = p.Validate()
	}
	if err != nil {
		return nil, fmt.Errorf("this pack is broken: %w", err)
	}
	return p, nil
}
