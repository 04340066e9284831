package cases

import (
	"errors"
	"maps"
	"slices"

	"taut/game/cases"
	"taut/game/session"
	"taut/scenes"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:1024 maps:32

// savedFormat is the layout of saved cases.
const savedFormat = 1 // structural

// mostCases bounds the people that are kept, those of packs that went among them: more
// than a book and a pack can have by far. mostWork bounds the lab at a point, in bytes.
const (
	mostCases = 512    // structural
	mostWork  = 262144 // structural: as in the tag below
)

// savedCase is the record of one case, as it is kept.
type savedCase struct {
	ID      string   `msg:"id"`
	Numbers []int    `msg:"numbers"` // step, flags, muscle, place, point, and one that older saves used
	Pressed []uint16 `msg:"pressed"`
	Bits    []uint32 `msg:"bits"` // screen, looked, told
	Tried   string   `msg:"tried"`
	End     string   `msg:"end"`
	Reply   string   `msg:"reply"`
	Strokes []int8   `msg:"strokes"`           // of older saves, which had no lab: they begin it anew
	Work    [][]byte `msg:"work,limit=262144"` // the lab at each point
}

// savedCases is all of them, and which one is open.
type savedCases struct {
	Format int         `msg:"format"`
	Open   string      `msg:"open"`
	Sound  bool        `msg:"sound"`
	Cases  []savedCase `msg:"cases"`
}

var errNotCases = errors.New("these are no saved cases of Taut")

func flag(on bool, bit int) int {
	if on {
		return bit
	}
	return 0
}

// keep gives the records as MessagePack, in the order of the book; what belongs to
// cases that are not here stays.
func (s *Scene) keep() []byte {
	k := savedCases{Format: savedFormat, Open: s.Place(), Sound: s.sound}
	all := map[string]savedCase{}
	for _, id := range slices.Sorted(maps.Keys(s.others)) {
		if len(all)+len(s.records) < mostCases {
			all[id] = s.others[id]
		}
	}
	for id, r := range s.records {
		c := savedCase{ID: id, Numbers: []int{r.Step, flag(r.Asked, 1) | flag(r.Met, 2) | flag(r.Ended, 4) | flag(r.Left, 8) | flag(r.Inside, 16) | flag(r.Hurt, 32) | flag(r.Called, 64), r.Muscle, r.Place, r.Point, 0},
			Pressed: r.Pressed, Bits: []uint32{r.Screen, uint32(r.Looked), uint32(r.Told)}, Tried: r.Tried, End: r.End, Reply: r.Reply, Work: r.Work}
		all[id] = c
	}
	for _, id := range slices.Sorted(maps.Keys(all)) {
		k.Cases = append(k.Cases, all[id])
	}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// Restore implements [scenes.Scene].
func (s *Scene) Restore(b []byte) error {
	var k savedCases
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return errNotCases
	case k.Format > savedFormat:
		return session.ErrNewer
	case k.Format != savedFormat:
		return errNotCases
	}
	records, others := map[string]*record{}, map[string]savedCase{}
	for i := range k.Cases {
		r, ok := k.Cases[i].record()
		if !ok || records[k.Cases[i].ID] != nil {
			return errNotCases
		}
		c, known := s.book.Case(k.Cases[i].ID)
		if !known {
			others[k.Cases[i].ID] = k.Cases[i]
			continue
		}
		if !fits(&c, r) {
			continue // the case was changed since: it begins anew
		}
		if len(k.Cases[i].Strokes) > 0 && len(r.Work) == 0 {
			r.Step, r.Ended, r.Left = min(r.Step, needle), false, false
		}
		// What is not asked or told any more was never to be done.
		r.Looked &= 1<<len(c.Tried) - 1
		r.Screen &= 1<<len(s.screen.Precautions) - 1
		r.Told &= 1<<len(s.book.Advice) - 1
		records[c.ID] = r
	}
	s.sound = k.Sound
	s.records, s.others, s.at, s.rec, s.desk = records, others, nil, nil, desk{}
	for id, r := range records { // no step stands before what leads to it
		s.Open(id)
		if p, far := path(s.at), reached(s.at, r); slices.Index(p, r.Step) > slices.Index(p, far) {
			r.Step = far
		}
		r.Inside = r.Inside && s.lab() != nil
	}
	s.at, s.rec, s.desk = nil, nil, desk{}
	if _, ok := s.book.Case(k.Open); ok {
		s.Open(k.Open)
	}
	s.out = scenes.Effects{}
	s.rev++
	s.dirty = false
	return nil
}

// record gives the record that was kept; false where none can be.
func (k *savedCase) record() (*record, bool) {
	if len(k.Numbers) != 6 || len(k.Bits) != 3 || k.Bits[1] > 255 || k.Bits[2] > 255 || len(k.Work) > cases.MostPoints {
		return nil, false
	}
	n := k.Numbers
	for i, hi := range [...]int{steps - 1, 127, 127, cases.Places - 1, cases.MostPoints - 1, 12} {
		if n[i] < 0 || n[i] > hi {
			return nil, false
		}
	}
	end := func(x string) bool { return x == "" || slices.Contains(cases.Ends(), cases.End(x)) }
	if !end(k.End) || !end(k.Tried) || k.Reply != "" && slices.Index(replies[:], k.Reply) < 0 {
		return nil, false
	}
	r := &record{Step: n[0], Asked: n[1]&1 != 0, Met: n[1]&2 != 0, Ended: n[1]&4 != 0, Left: n[1]&8 != 0, Muscle: n[2], Place: n[3], Point: n[4], Inside: n[1]&16 != 0, Hurt: n[1]&32 != 0, Called: n[1]&64 != 0, Work: k.Work,
		Pressed: k.Pressed, Screen: k.Bits[0], Looked: uint8(k.Bits[1]), Told: uint8(k.Bits[2]), Tried: k.Tried, End: k.End, Reply: k.Reply}
	return r, true
}

// fits reports whether a record can be one of a case.
func fits(c *cases.Case, r *record) bool {
	return len(r.Pressed) == len(c.Felt) && r.Muscle < len(c.Felt) && slices.Contains(path(c), r.Step)
}
