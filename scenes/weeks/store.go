package weeks

import (
	"errors"

	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:256 maps:32

// savedFormat is the layout of saved weeks.
const savedFormat = 1 // structural

// savedWeeks is what a person chose and guessed, as it is kept.
type savedWeeks struct {
	Format  int    `msg:"format"`
	Person  string `msg:"person"`
	Seed    uint64 `msg:"seed"`
	Flags   uint8  `msg:"flags"`   // 1 acute, 2 one day at a time, 4 the guess is made
	Numbers []int  `msg:"numbers"` // desk, visits, every, measure, moment, then the guess
	Care    []byte `msg:"care,limit=256"`
}

// errNotWeeks is what a person is told of bytes that are none.
var errNotWeeks = errors.New("these are no saved weeks of Taut")

func flag(on bool, bit uint8) uint8 {
	if on {
		return bit
	}
	return 0
}

// keep gives the choices as MessagePack; nil where they cannot be kept.
func (s *Scene) keep() []byte {
	c := &s.choice
	k := savedWeeks{
		Format: savedFormat, Person: c.Person, Seed: c.Seed,
		Flags:   flag(c.Acute, 1) | flag(c.OneDay, 2) | flag(c.Shown, 4),
		Numbers: append([]int{c.Desk, c.Visits, c.Every, c.Measure, c.At}, c.Guess[:]...),
		Care:    c.Care[:],
	}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// Restore implements [scenes.Scene].
func (s *Scene) Restore(b []byte) error {
	var k savedWeeks
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return errNotWeeks
	case k.Format > savedFormat:
		return session.ErrNewer
	case k.Format != savedFormat || len(k.Numbers) != 5+len(asked) || len(k.Care) != days:
		return errNotWeeks
	}
	n := k.Numbers
	for i, most := range append([]int{maxDesk, maxVisits, maxEvery, measureCount - 1, len(moments) - 1}, 10, 10, 10, 10, 10, 10) {
		if n[i] < 0 || n[i] > most {
			return errNotWeeks
		}
	}
	c := choice{
		Person: k.Person, Seed: k.Seed, Acute: k.Flags&1 != 0, OneDay: k.Flags&2 != 0, Shown: k.Flags&4 != 0,
		Desk: n[0], Visits: n[1], Every: max(1, n[2]), Measure: n[3], At: n[4],
	}
	copy(c.Guess[:], n[5:])
	copy(c.Care[:], k.Care)
	if _, ok := s.person(c.Person); !ok {
		c.Person = "" // of a pack that is not here: the choices stay
	}
	s.choice = c
	s.changed()
	s.dirty = false
	return nil
}
