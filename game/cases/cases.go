// Package cases holds people who say where it hurts: what they tell, what is found
// when a finger presses along their muscles, what they answer when they are asked
// before a needle, and how it rightly goes on. It judges what a learner decides
// and does about the model; it says nothing of skill with patients.
package cases

import (
	"fmt"
	"slices"

	"taut/game/anatomy"
	"taut/game/evidence"
)

//go:generate go tool msgp -file cases.go -o cases_gen.go -tests=false -io=false

//msgp:limit arrays:128 maps:32

// End is how a case rightly goes on.
type End string

// The ends.
const (
	Needle End = "needle" // the needle may help, once what the article tries first has not
	First  End = "first"  // something the article tries first has not been tried
	Ask    End = "ask"    // ask somebody else, adapt, or refer: before any needle
	DoNot  End = "do-not" // no needle here and now
	Urgent End = "urgent" // care that cannot wait
)

// Ends gives the ends in the order in which they are offered.
func Ends() []End { return []End{First, Needle, Ask, DoNot, Urgent} }

// Finding is what a finger finds in one muscle.
type Finding string

// The findings.
const (
	Active  Finding = "active"  // a tight band with a point that brings on the pain they know
	Latent  Finding = "latent"  // a tight band with a point that hurts only when pressed
	Tender  Finding = "tender"  // sore to press, without a band: no trigger point
	Healthy Finding = "healthy" // nothing
)

// Says is what a person answers to one of the questions asked before a needle.
type Says struct {
	Precaution string `msg:"precaution" toml:"precaution"` // id
	Text       string `msg:"text" toml:"text"`             // in their words
}

// Felt is what is found in one of the muscles.
type Felt struct {
	Muscle string  `msg:"muscle" toml:"muscle"` // id
	Is     Finding `msg:"is" toml:"is"`
	Text   string  `msg:"text" toml:"text"`     // what they say when it is pressed
	Points int     `msg:"points" toml:"points"` // active points along its band, 1 where it is 0
}

// Case is one person.
type Case struct {
	ID        string         `msg:"id" toml:"id"`
	Name      string         `msg:"name" toml:"name"`
	Age       int            `msg:"age" toml:"age"`
	Condition string         `msg:"condition" toml:"condition"` // id of an anatomy.Condition
	Story     string         `msg:"story" toml:"story"`         // in their words
	Tried     []string       `msg:"tried" toml:"tried"`         // what they tried, in their words, in the order of the condition's First; "" not tried
	Pain      int            `msg:"pain" toml:"pain"`           // usual pain, 0 to 10, as they tell it
	Spots     []anatomy.Spot `msg:"spots" toml:"spots"`         // where it hurts
	Consent   string         `msg:"consent" toml:"consent"`     // what they say when they are asked
	Agrees    bool           `msg:"agrees" toml:"agrees"`
	Stops     int            `msg:"stops" toml:"stops"` // strokes after which they say stop; 0 never
	Thin      bool           `msg:"thin" toml:"thin"`   // a thin body: what lies beneath is nearer
	Answers   []Says         `msg:"answers" toml:"answers"`
	Felt      []Felt         `msg:"felt" toml:"felt"`
	End       End            `msg:"end" toml:"end"`
	Why       string         `msg:"why" toml:"why"`     // why it ends so
	Later     string         `msg:"later" toml:"later"` // what they say on day 2
	Harm      bool           `msg:"harm" toml:"harm"`   // and whether it is a sign of harm
	Acute     bool           `msg:"acute" toml:"acute"` // the pain began this week
	Desk      int            `msg:"desk" toml:"desk"`   // hours a day at what caused it
	Seed      uint64         `msg:"seed" toml:"seed"`
	Basis     evidence.Basis `msg:"basis" toml:"basis"` // of Why
}

// Advice is a thing that can be said to a person who leaves.
type Advice struct {
	ID    string         `msg:"id" toml:"id"`
	Text  string         `msg:"text" toml:"text"`
	Right bool           `msg:"right" toml:"right"`
	Why   string         `msg:"why" toml:"why"`
	Basis evidence.Basis `msg:"basis" toml:"basis"`
}

// Book is all of them. It is made by [Decode] and never changed.
type Book struct {
	Cases  []Case   `msg:"cases" toml:"case"`
	Advice []Advice `msg:"advice" toml:"advice"`
}

// Case gives the case of an id.
func (b *Book) Case(id string) (Case, bool) {
	i := slices.IndexFunc(b.Cases, func(c Case) bool { return c.ID == id })
	if i < 0 {
		return Case{}, false
	}
	return b.Cases[i], true
}

// Answer gives what a person says when they are asked about a precaution; ok is
// false where they have nothing of the kind.
func (c *Case) Answer(precaution string) (text string, ok bool) {
	for _, a := range c.Answers {
		if a.Precaution == precaution {
			return a.Text, true
		}
	}
	return "", false
}

// Target gives the first muscle with an active point; ok is false where there is
// none.
func (c *Case) Target() (f Felt, ok bool) {
	for _, f := range c.Felt {
		if f.Is == Active {
			return f, true
		}
	}
	return Felt{}, false
}

// Validate reports the first fault of the book, or nil. Whether muscles,
// conditions and precautions exist is asked of [Book.Resolve].
func (b *Book) Validate() error {
	var ids, advice []string
	for i := range b.Cases {
		ids = append(ids, b.Cases[i].ID)
	}
	for _, a := range b.Advice {
		advice = append(advice, a.ID)
	}
	for _, list := range [][]string{ids, advice} {
		if err := evidence.IDs(list); err != nil {
			return err
		}
	}
	for i := range b.Cases {
		if err := b.Cases[i].validate(); err != nil {
			return err
		}
	}
	for _, a := range b.Advice {
		if a.Text == "" || a.Why == "" {
			return evidence.Faultf(a.ID, "an advice needs its text and why it is right or wrong")
		}
		if err := a.Basis.Validate(a.ID); err != nil {
			return err
		}
	}
	return nil
}

func (c *Case) validate() error {
	switch {
	case c.Name == "" || c.Story == "" || c.Consent == "" || c.Why == "" || c.Later == "":
		return evidence.Faultf(c.ID, "a case needs name, story, consent, why and later")
	case c.Age < 1 || c.Age > 110 || c.Pain < 0 || c.Pain > 10 || c.Stops < 0 || c.Desk < 0 || c.Desk > 10:
		return evidence.Faultf(c.ID, "age, pain, stops or desk is out of range")
	case !slices.Contains(Ends(), c.End):
		return evidence.Faultf(c.ID, "end %q is none; use first, needle, ask, do-not or urgent", string(c.End))
	case len(c.Felt) == 0:
		return evidence.Faultf(c.ID, "a case needs what is felt in its muscles")
	}
	if err := anatomy.CheckSpots(c.ID, c.Spots); err != nil {
		return err
	}
	points := 0
	for i, f := range c.Felt {
		if f.Is == Active {
			points += max(f.Points, 1)
		}
		if !slices.Contains([]Finding{Active, Latent, Tender, Healthy}, f.Is) || f.Text == "" {
			return evidence.Faultf(c.ID, "felt: %q in %q is no finding with a text", string(f.Is), f.Muscle)
		}
		if slices.ContainsFunc(c.Felt[:i], func(x Felt) bool { return x.Muscle == f.Muscle }) {
			return evidence.Faultf(c.ID, "felt: %q stands twice", f.Muscle)
		}
		if f.Points < 0 || f.Points > MaxPoints || f.Points > 0 && f.Is != Active {
			return evidence.Faultf(c.ID, "felt: %d points in %q; up to %d where it is active", f.Points, f.Muscle, MaxPoints)
		}
	}
	for i, a := range c.Answers {
		if slices.ContainsFunc(c.Answers[:i], func(x Says) bool { return x.Precaution == a.Precaution }) {
			return evidence.Faultf(c.ID, "answers: %q stands twice", a.Precaution)
		}
	}
	if points > MostPoints {
		return evidence.Faultf(c.ID, "felt: %d active points are more than the %d of one visit", points, MostPoints)
	}
	if _, ok := c.Target(); c.End == Needle && (!ok || !c.Agrees) {
		return evidence.Faultf(c.ID, "who is needled has an active point and agrees")
	}
	for _, text := range c.texts() {
		if m := anatomy.Measure(text); m != "" {
			return evidence.Faultf(c.ID, "%q could be a step of a recipe", m)
		}
	}
	return c.Basis.Validate(c.ID)
}

// texts gives all that is read of a case.
func (c *Case) texts() []string {
	all := append([]string{c.Name, c.Story, c.Consent, c.Why, c.Later, c.Basis.Note}, c.Tried...)
	for _, f := range c.Felt {
		all = append(all, f.Text)
	}
	for _, a := range c.Answers {
		all = append(all, a.Text)
	}
	return all
}

// Resolve reports the first muscle, condition or precaution of the book that does
// not exist, or the first case that a precaution contradicts, or nil.
func (b *Book) Resolve(a *anatomy.Atlas, s *anatomy.Screen) error {
	for i := range b.Cases {
		c := &b.Cases[i]
		cond, ok := a.Condition(c.Condition)
		if !ok {
			return evidence.Faultf(c.ID, "there is no condition %q", c.Condition)
		}
		if len(c.Tried) != len(cond.First) {
			return evidence.Faultf(c.ID, "tried has %d lines, what is tried first for %s has %d", len(c.Tried), cond.ID, len(cond.First))
		}
		for _, f := range c.Felt {
			m, ok := a.Muscle(f.Muscle)
			if !ok {
				return evidence.Faultf(c.ID, "there is no muscle %q", f.Muscle)
			}
			if m.Advanced && f.Is == Active && c.End == Needle {
				return evidence.Faultf(c.ID, "%q is left to people with long training: it is no target", f.Muscle)
			}
		}
		for _, x := range c.Answers {
			k := slices.IndexFunc(s.Precautions, func(p anatomy.Precaution) bool { return p.ID == x.Precaution })
			if k < 0 {
				return evidence.Faultf(c.ID, "there is no precaution %q", x.Precaution)
			}
			if p := s.Precautions[k]; c.End == Needle && p.Answer != anatomy.Ask {
				return evidence.Faultf(c.ID, "who answers yes to %q is not needled", p.ID)
			}
		}
	}
	return nil
}

// maxCompiled bounds, in bytes, what Decode takes.
const maxCompiled = 1 << 20 // structural

// Encode gives the compiled form (MessagePack). Equal books give equal bytes.
func (b *Book) Encode() ([]byte, error) {
	if err := b.Validate(); err != nil {
		return nil, err
	}
	return b.MarshalMsg(nil)
}

// Decode takes up a book in its compiled form. An error is one sentence; nothing
// may stand behind the book.
func Decode(p []byte) (*Book, error) {
	if len(p) > maxCompiled {
		return nil, fmt.Errorf("cases of %d bytes are longer than the %d allowed", len(p), maxCompiled)
	}
	b := new(Book)
	rest, err := b.UnmarshalMsg(p)
	switch {
	case err != nil:
		return nil, fmt.Errorf("these cases cannot be read: %w", err)
	case len(rest) > 0:
		return nil, fmt.Errorf("%d bytes too many after the cases", len(rest))
	}
	if err := b.Validate(); err != nil {
		return nil, fmt.Errorf("these cases do not hold: %w", err)
	}
	return b, nil
}
