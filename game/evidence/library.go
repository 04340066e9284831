package evidence

import (
	"fmt"
	"math"
	"slices"
)

// maxLibrary bounds, in bytes, what DecodeLibrary takes: some twenty times what
// the program carries.
const maxLibrary = 1 << 20 // structural

// Fault is what is wrong with one record of hand-written data.
type Fault struct {
	ID   string // the record's id, "" where it has none
	Text string // one sentence
}

// Error gives the sentence with the record's id before it.
func (f *Fault) Error() string { return fmt.Sprintf("%q: %s", f.ID, f.Text) }

// Faultf makes a Fault of the record id.
func Faultf(id, format string, args ...any) *Fault { return &Fault{id, fmt.Sprintf(format, args...)} }

// Kinds gives the kinds of source.
func Kinds() []string {
	return []string{"article", "trial", "review", "study", "animal", "specimen", "case", "model", "theory", "critique", "guideline", "note", "book"}
}

// Readings gives how much of a source can have been read: all of it, its
// abstract, an excerpt that a search showed, nothing anew (it is remembered), or
// nothing but what it found, in notes that do not name its authors.
func Readings() []string { return []string{"full", "abstract", "excerpt", "memory", "notes"} }

// IsID reports whether s can name a record: small letters, digits and hyphens,
// a letter first, 40 at most.
func IsID(s string) bool {
	for i, c := range s {
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 40
}

// IDs checks that every id is one and stands once.
func IDs(ids []string) error {
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		if !IsID(id) {
			return Faultf(id, "this is no id (small letters, digits and hyphens)")
		}
		if seen[id] {
			return Faultf(id, "this id stands twice")
		}
		seen[id] = true
	}
	return nil
}

// Validate reports what is wrong with b, which belongs to the record id, or nil.
// Whether its sources exist is asked of [Library.Resolve].
func (b Basis) Validate(id string) error {
	switch {
	case b.Mark < Found || b.Mark > Seed:
		return Faultf(id, "a value or statement has no mark")
	case len(b.Sources) == 0 && (b.Mark == Found || b.Mark == Derived || b.Mark == Seed):
		return Faultf(id, "a statement marked %s names no source", b.Mark)
	case len(b.Sources) == 0 && b.Mark == Memory && b.Note == "":
		return Faultf(id, "a statement from memory has neither source nor note")
	}
	return nil
}

// Validate reports what is wrong with r, which belongs to the record id, or nil.
func (r Range) Validate(id string) error {
	if r.Unit == "" {
		return Faultf(id, "a value has no unit")
	}
	if math.IsInf(r.Lo, 0) || math.IsInf(r.Hi, 0) || !(r.Lo <= r.At && r.At <= r.Hi) {
		return Faultf(id, "%v is outside its range %v to %v", r.At, r.Lo, r.Hi)
	}
	return r.Basis.Validate(id)
}

// Validate reports the first fault of the library, or nil.
func (l *Library) Validate() error {
	var ids, claims, differences []string
	for _, s := range l.Sources {
		ids = append(ids, s.ID)
	}
	for _, c := range l.Claims {
		claims = append(claims, c.ID)
	}
	for _, d := range l.Differences {
		differences = append(differences, d.ID)
	}
	for _, list := range [][]string{ids, claims, differences} {
		if err := IDs(list); err != nil {
			return err
		}
	}
	for _, s := range l.Sources {
		switch {
		case s.Authors == "" || s.Shows == "":
			return Faultf(s.ID, "a source needs authors and what it shows")
		case !slices.Contains(Kinds(), s.Kind):
			return Faultf(s.ID, "%q is no kind of source", s.Kind)
		case !slices.Contains(Readings(), s.Read):
			return Faultf(s.ID, "%q does not say how much was read", s.Read)
		case s.Year < 0 || s.Year > 2100 || s.N < 0:
			return Faultf(s.ID, "year %d or number %d cannot be", s.Year, s.N)
		}
	}
	for _, c := range l.Claims {
		switch {
		case c.Name == "" || c.Sentence == "":
			return Faultf(c.ID, "a claim needs a name and a sentence")
		case c.Grade < Contested || c.Grade > Strong:
			return Faultf(c.ID, "a claim has no grade")
		case c.UpTo != 0 && (c.Grade == Contested || c.UpTo <= c.Grade || c.UpTo > Strong):
			return Faultf(c.ID, "%s to %s is no span of grades", c.Grade, c.UpTo)
		case len(c.Sources) == 0 && c.Note == "":
			return Faultf(c.ID, "a claim has neither source nor note")
		case c.Differs != "" && !slices.Contains(differences, c.Differs):
			return Faultf(c.ID, "there is no difference %q", c.Differs)
		}
		if err := l.Resolve(c.ID, c.Sources); err != nil {
			return err
		}
		if err := l.Resolve(c.ID, c.Against); err != nil {
			return err
		}
	}
	for _, d := range l.Differences {
		if d.Article == "" || d.Literature == "" || d.Say == "" || len(d.Sources) == 0 {
			return Faultf(d.ID, "a difference needs what the article says, what was found, our wording and a source")
		}
		if err := l.Resolve(d.ID, d.Sources); err != nil {
			return err
		}
	}
	return nil
}

// Resolve reports the first of the source ids, named by the record id, that the
// library does not hold, or nil.
func (l *Library) Resolve(id string, sources []string) error {
	for _, s := range sources {
		if _, ok := l.Source(s); !ok {
			return Faultf(id, "there is no source %q", s)
		}
	}
	return nil
}

// Source gives the source of an id.
func (l *Library) Source(id string) (Source, bool) {
	return find(l.Sources, func(s *Source) bool { return s.ID == id })
}

// Claim gives the claim of an id.
func (l *Library) Claim(id string) (Claim, bool) {
	return find(l.Claims, func(c *Claim) bool { return c.ID == id })
}

// Difference gives the difference of an id.
func (l *Library) Difference(id string) (Difference, bool) {
	return find(l.Differences, func(d *Difference) bool { return d.ID == id })
}

func find[T any](list []T, is func(*T) bool) (T, bool) {
	for i := range list {
		if is(&list[i]) {
			return list[i], true
		}
	}
	var none T
	return none, false
}

// Encode gives the compiled form (MessagePack). Equal libraries give equal bytes.
func (l *Library) Encode() ([]byte, error) {
	if err := l.Validate(); err != nil {
		return nil, err
	}
	return l.MarshalMsg(nil)
}

// DecodeLibrary takes up a library in its compiled form. An error is one
// sentence; nothing may stand behind the library.
func DecodeLibrary(b []byte) (*Library, error) {
	if len(b) > maxLibrary {
		return nil, fmt.Errorf("evidence: sources of %d bytes are longer than the %d allowed", len(b), maxLibrary)
	}
	l := new(Library)
	rest, err := l.UnmarshalMsg(b)
	switch {
	case err != nil:
		return nil, fmt.Errorf("evidence: sources cannot be read: %w", err)
	case len(rest) > 0:
		return nil, fmt.Errorf("evidence: %d bytes too many after the sources", len(rest))
	}
	if err := l.Validate(); err != nil {
		return nil, fmt.Errorf("evidence: sources do not hold: %w", err)
	}
	return l, nil
}
