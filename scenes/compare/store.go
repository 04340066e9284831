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
	Numbers []int  `msg:"numbers"` // single, size, guess, measure, moment, 1 where it was run, and how many were followed where it was stopped
}

var errNotComparison = errors.New("this is no saved comparison of Taut")

// keep gives the choices as MessagePack.
func (s *Scene) keep() []byte {
	c := &s.choice
	k := savedComparison{savedFormat, c.Arms, c.Seed, []int{truth(c.Single), c.Size, c.Guess, c.Measure, c.At, truth(s.cohort != nil && (!s.stopped || s.followed() > 0)), 0}}
	if s.stopped || s.until > 0 { // it may just be catching up with where it was stopped
		k.Numbers[6] = max(s.followed(), s.until)
	}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// Restore implements [scenes.Scene]. A comparison that was run is run again, and
// one that was stopped as far as it had come.
func (s *Scene) Restore(b []byte) error {
	var k savedComparison
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return errNotComparison
	case len(k.Numbers) == 6: // of before a stopped one was kept
		k.Numbers = append(k.Numbers, 0)
	}
	switch {
	case k.Format > savedFormat:
		return session.ErrNewer
	case k.Format != savedFormat || len(k.Numbers) != 7 || k.Arms>>course.Arms != 0:
		return errNotComparison
	}
	if n := bits.OnesCount16(k.Arms); n < fewest || n > most {
		return errNotComparison
	}
	n := k.Numbers
	for i, hi := range [...]int{1, len(sizes) - 1, course.Arms - 1, shown - 1, len(moments) - 1, 1, sizes[len(sizes)-1]} {
		if n[i] > hi || n[i] < 0 && (i != 2 || n[i] != -1) {
			return errNotComparison
		}
	}
	if n[2] >= 0 && k.Arms>>n[2]&1 == 0 {
		n[2] = -1 // a guess at what is not compared is none
	}
	s.choice = choice{Arms: k.Arms, Single: n[0] == 1, Size: n[1], Seed: k.Seed, Guess: n[2], Measure: n[3], At: n[4]}
	s.cohort, s.stopped = nil, false
	if n[5] == 1 {
		s.run()
		s.until = n[6]
	}
	s.rev++
	s.dirty = false
	return nil
}
