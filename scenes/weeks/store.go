package weeks

import (
	"errors"
	"maps"
	"slices"

	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:1024 maps:32

// mostLeft bounds the people whose weeks are kept beside the open ones: more than a
// book and a pack can have, so that only those of packs that went are let go.
const mostLeft = 512 // structural

// savedFormat is the layout of saved weeks.
const savedFormat = 1 // structural

// savedWeeks is what a person chose and guessed, as it is kept.
type savedWeeks struct {
	Format  int           `msg:"format"`
	Person  string        `msg:"person"`
	Seed    uint64        `msg:"seed"`
	Flags   uint8         `msg:"flags"`   // 1 acute, 2 one day at a time, 4 the guess is made
	Numbers []int         `msg:"numbers"` // desk, visits, every, measure, moment, then the guess
	Care    []byte        `msg:"care,limit=256"`
	Left    []savedChoice `msg:"left"` // of others, by their ids
}

// savedChoice is the same of somebody whose weeks are not open.
type savedChoice struct {
	Person  string `msg:"person"`
	Seed    uint64 `msg:"seed"`
	Flags   uint8  `msg:"flags"`
	Numbers []int  `msg:"numbers"`
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

// saved gives a choice as it is kept.
func (c *choice) saved() savedChoice {
	return savedChoice{
		Person: c.Person, Seed: c.Seed,
		Flags:   flag(c.Acute, 1) | flag(c.OneDay, 2) | flag(c.Shown, 4),
		Numbers: append([]int{c.Desk, c.Visits, c.Every, c.Measure, c.At}, c.Guess[:]...),
		Care:    c.Care[:],
	}
}

// choice gives the choice that was kept; false where it can be none.
func (k *savedChoice) choice() (c choice, ok bool) {
	if len(k.Numbers) != 5+len(asked) || len(k.Care) != days {
		return c, false
	}
	n := k.Numbers
	for i, most := range append([]int{maxDesk, maxVisits, maxEvery, measureCount - 1, len(moments) - 1}, 10, 10, 10, 10, 10, 10) {
		if n[i] < 0 || n[i] > most {
			return c, false
		}
	}
	c = choice{
		Person: k.Person, Seed: k.Seed, Acute: k.Flags&1 != 0, OneDay: k.Flags&2 != 0, Shown: k.Flags&4 != 0,
		Desk: n[0], Visits: n[1], Every: max(1, n[2]), Measure: n[3], At: n[4],
	}
	copy(c.Guess[:], n[5:])
	copy(c.Care[:], k.Care)
	return c, true
}

// keep gives the choices as MessagePack; nil where they cannot be kept.
func (s *Scene) keep() []byte {
	c := s.choice.saved()
	k := savedWeeks{Format: savedFormat, Person: c.Person, Seed: c.Seed, Flags: c.Flags, Numbers: c.Numbers, Care: c.Care}
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(s.left)), func(id string) bool { return id == s.choice.Person })
	for away := len(ids) - mostLeft; away > 0; away-- {
		i := slices.IndexFunc(ids, func(id string) bool { _, here := s.person(id); return !here })
		ids = slices.Delete(ids, max(0, i), max(0, i)+1)
	}
	for _, id := range ids {
		c := s.left[id]
		k.Left = append(k.Left, c.saved())
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
	case k.Format != savedFormat || len(k.Left) > mostLeft:
		return errNotWeeks
	}
	left := map[string]choice{}
	for _, x := range append(k.Left, savedChoice{k.Person, k.Seed, k.Flags, k.Numbers, k.Care}) {
		c, ok := x.choice()
		if !ok {
			return errNotWeeks
		}
		left[c.Person] = c
	}
	s.left, s.choice = left, left[k.Person]
	s.stay()
	s.changed()
	s.dirty = false
	return nil
}
