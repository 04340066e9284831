package anatomy

import (
	"fmt"
	"strings"

	"taut/game/evidence"
)

//go:generate go tool msgp -file technique.go -o technique_gen.go -tests=false -io=false -unexported

//msgp:limit arrays:128 maps:16

//msgp:ignore Supplement Supervised

// Technique is what a supervised course adds to a muscle. Its three facts
// together are a recipe, so it is in no [Atlas] and reaches nobody without
// [Supervised].
type Technique struct {
	Muscle   string         `msg:"muscle" toml:"muscle"`     // id of a Muscle
	Landmark string         `msg:"landmark" toml:"landmark"` // where on the skin
	Position string         `msg:"position" toml:"position"` // how the person lies
	Length   evidence.Range `msg:"length" toml:"length"`     // of the needle, mm
	Width    evidence.Range `msg:"width" toml:"width"`       // of the needle, mm
	Depth    evidence.Range `msg:"depth" toml:"depth"`       // from the skin, mm; a range between bodies, and never a safe one
}

// techniques is the compiled form of a Supplement.
type techniques struct {
	Course string      `msg:"course"`
	List   []Technique `msg:"list"`
}

// Supplement is what an instructor brings for a supervised course. The program
// carries none of its own. Its techniques can be had with [Supplement.For]
// alone, which asks for the course.
type Supplement struct{ t techniques }

// Supervised is the leave to see techniques: that of one course, by name, which
// is to stand on every page that shows one. The zero value is no leave; there is
// no other way to have one than [Supervise].
type Supervised struct{ course string }

// Supervise gives the leave of the course that an instructor has switched on.
// The name must be that of the supplement; an error is one sentence.
func (s *Supplement) Supervise(course string) (Supervised, error) {
	if course == "" || course != s.t.Course {
		return Supervised{}, fmt.Errorf("anatomy: the supplement is not of the course %q", course)
	}
	return Supervised{course}, nil
}

// Course gives the course's name, for the mark on every page; "" is no leave.
func (s Supervised) Course() string { return s.course }

// For gives the technique for a muscle to a course that has leave; ok is false
// without it, and where there is none.
func (s *Supplement) For(by Supervised, muscle string) (t Technique, ok bool) {
	if by.course == "" || by.course != s.t.Course {
		return Technique{}, false
	}
	for _, t := range s.t.List {
		if t.Muscle == muscle {
			return t, true
		}
	}
	return Technique{}, false
}

// Muscles gives the ids of the muscles that the supplement has something on: not what.
func (s *Supplement) Muscles() (ids []string) {
	for _, t := range s.t.List {
		ids = append(ids, t.Muscle)
	}
	return ids
}

// NewSupplement gives the supplement of a course, or says in one sentence what
// is wrong with it.
func NewSupplement(course string, list []Technique) (*Supplement, error) {
	s := &Supplement{techniques{course, list}}
	if err := s.t.Validate(); err != nil {
		return nil, err
	}
	return s, nil
}

// Validate reports the first fault, or nil.
func (t *techniques) Validate() error {
	if strings.TrimSpace(t.Course) == "" || len(t.Course) > 120 {
		return evidence.Faultf("", "a supplement needs a course's name of at most 120 bytes")
	}
	var ids []string
	for _, x := range t.List {
		ids = append(ids, x.Muscle)
	}
	if err := evidence.IDs(ids); err != nil {
		return err
	}
	for _, x := range t.List {
		if x.Landmark == "" || x.Position == "" {
			return evidence.Faultf(x.Muscle, "a technique needs a landmark and a position")
		}
		for _, r := range []evidence.Range{x.Length, x.Width, x.Depth} {
			if err := r.Validate(x.Muscle); err != nil {
				return err
			}
			if r.Unit != "mm" || r.Lo <= 0 {
				return evidence.Faultf(x.Muscle, "length, width and depth are in mm and greater than nothing")
			}
		}
	}
	return nil
}

// Encode gives the compiled form (MessagePack).
func (s *Supplement) Encode() ([]byte, error) { return encode(s.t.Validate, s.t.MarshalMsg) }

// DecodeSupplement takes up a supplement in its compiled form. An error is one
// sentence; nothing may stand behind it.
func DecodeSupplement(b []byte) (*Supplement, error) {
	s := new(Supplement)
	if err := decode(b, "techniques of a course", s.t.UnmarshalMsg, s.t.Validate); err != nil {
		return nil, fmt.Errorf("anatomy: %w", err)
	}
	return s, nil
}
