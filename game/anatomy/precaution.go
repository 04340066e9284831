package anatomy

import (
	"fmt"

	"taut/game/evidence"
)

//go:generate go tool msgp -file precaution.go -o precaution_gen.go -tests=false -io=false

//msgp:limit arrays:128 maps:16

// Answer is what a precaution asks for.
type Answer string

// The answers.
const (
	DoNot  Answer = "do-not" // do not needle
	Ask    Answer = "ask"    // ask, adapt or refer
	Urgent Answer = "urgent" // a sign that needs urgent care, needle or not
)

// Precaution is a reason to leave the needle, or to think before.
type Precaution struct {
	ID     string         `msg:"id" toml:"id"`
	Answer Answer         `msg:"answer" toml:"answer"`
	Name   string         `msg:"name" toml:"name"`
	Reason string         `msg:"reason" toml:"reason"` // why, in one or two plain sentences
	Basis  evidence.Basis `msg:"basis" toml:"basis"`
}

// Screen is the list of precautions that every case goes through. It is made by
// [DecodeScreen] and never changed.
type Screen struct {
	Precautions []Precaution `msg:"precautions" toml:"precaution"`
}

// Of gives the precautions with one answer, in the order of the list.
func (s *Screen) Of(a Answer) []Precaution {
	var list []Precaution
	for _, p := range s.Precautions {
		if p.Answer == a {
			list = append(list, p)
		}
	}
	return list
}

// Validate reports the first fault of the list, or nil.
func (s *Screen) Validate() error {
	var ids []string
	for _, p := range s.Precautions {
		ids = append(ids, p.ID)
	}
	if err := evidence.IDs(ids); err != nil {
		return err
	}
	for _, p := range s.Precautions {
		switch {
		case p.Answer != DoNot && p.Answer != Ask && p.Answer != Urgent:
			return evidence.Faultf(p.ID, "%q is no answer; answers are do-not, ask and urgent", string(p.Answer))
		case p.Name == "" || p.Reason == "":
			return evidence.Faultf(p.ID, "a precaution needs a name and a reason")
		}
		if err := p.Basis.Validate(p.ID); err != nil {
			return err
		}
		if err := open(p.ID, p.Name, p.Reason, p.Basis.Note); err != nil {
			return err
		}
	}
	return nil
}

// Resolve reports the first source that l does not hold, or nil.
func (s *Screen) Resolve(l *evidence.Library) error {
	for _, p := range s.Precautions {
		if err := l.Resolve(p.ID, p.Basis.Sources); err != nil {
			return err
		}
	}
	return nil
}

// Encode gives the compiled form (MessagePack). Equal lists give equal bytes.
func (s *Screen) Encode() ([]byte, error) { return encode(s.Validate, s.MarshalMsg) }

// DecodeScreen takes up a list in its compiled form. An error is one sentence;
// nothing may stand behind the list.
func DecodeScreen(b []byte) (*Screen, error) {
	s := new(Screen)
	if err := decode(b, "precautions", s.UnmarshalMsg, s.Validate); err != nil {
		return nil, fmt.Errorf("anatomy: %w", err)
	}
	return s, nil
}
