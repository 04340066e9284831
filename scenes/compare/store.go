package compare

import (
	"errors"
	"math/bits"

	"taut/game/course"
	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:16 maps:16

// savedFormat is the layout of a saved comparison.
const savedFormat = 1 // structural

// savedComparison is what was compared, as it is kept. Curves are not: the same
// seed gives them again.
type savedComparison struct {
	Format  int    `msg:"format"`
	Arms    uint16 `msg:"arms"`
	Seed    uint64 `msg:"seed"`
	Numbers []int  `msg:"numbers"` // single, size, guess, measure, moment, and 1 where it was run
}

var errNotComparison = errors.New("this is no saved comparison of Taut")

// keep gives the choices as MessagePack.
func (s *Scene) keep() []byte {
	c := &s.choice
	k := savedComparison{savedFormat, c.Arms, c.Seed, []int{truth(c.Single), c.Size, c.Guess, c.Measure, c.At, truth(s.cohort != nil && !s.stopped)}}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// Restore implements [scenes.Scene]. A comparison that was run is run again.
func (s *Scene) Restore(b []byte) error {
	var k savedComparison
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return errNotComparison
	case k.Format > savedFormat:
		return session.ErrNewer
	case k.Format != savedFormat || len(k.Numbers) != 6 || k.Arms>>course.Arms != 0:
		return errNotComparison
	}
	if n := bits.OnesCount16(k.Arms); n < fewest || n > most {
		return errNotComparison
	}
	n := k.Numbers
	for i, hi := range [...]int{1, len(sizes) - 1, course.Arms - 1, course.Measures - 1, len(moments) - 1, 1} {
		if n[i] > hi || n[i] < 0 && (i != 2 || n[i] != -1) {
			return errNotComparison
		}
	}
	s.choice = choice{Arms: k.Arms, Single: n[0] == 1, Size: n[1], Seed: k.Seed, Guess: n[2], Measure: n[3], At: n[4]}
	s.cohort, s.stopped = nil, false
	if n[5] == 1 {
		s.run()
	}
	s.rev++
	s.dirty = false
	return nil
}
