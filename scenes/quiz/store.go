package quiz

import (
	"cmp"
	"encoding/base64"
	"errors"
	"math"
	"slices"

	bank "taut/game/quiz"
	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:4096 maps:32

// savedFormat is the layout of kept answers.
const savedFormat = 1 // structural

// savedAnswer is one item as it was put and answered.
type savedAnswer struct {
	ID     string      `msg:"id"`
	Seed   uint64      `msg:"seed"`
	Answer bank.Answer `msg:"answer"`
	Flags  uint8       `msg:"flags"` // 1 given, 2 right
	Sure   uint8       `msg:"sure"`
	Score  float64     `msg:"score"`
	At     int64       `msg:"at"`
}

// savedQuiz is every answer, and what is under way.
type savedQuiz struct {
	Format int           `msg:"format"`
	Way    int           `msg:"way"`
	Topics uint8         `msg:"topics"`
	Count  int           `msg:"count"`
	Draws  uint64        `msg:"draws"`
	At     int           `msg:"at"`
	Items  []savedAnswer `msg:"items"`
	Past   []savedAnswer `msg:"past"`
}

var errNotQuiz = errors.New("these are no saved answers of Taut")

func pack(list []answered) (k []savedAnswer) {
	for _, a := range list {
		s := savedAnswer{ID: a.ID, Seed: a.Seed, Answer: a.Answer, Sure: uint8(a.Sure), Score: a.Score, At: a.At}
		if a.Given {
			s.Flags |= 1
		}
		if a.Right {
			s.Flags |= 2
		}
		k = append(k, s)
	}
	return k
}

// keep gives the answers as MessagePack.
func (s *Scene) keep() []byte {
	k := savedQuiz{savedFormat, s.way, s.topics, s.count, s.draws, s.at, pack(s.items), pack(s.past)}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// unpack gives kept answers; false where one of them cannot be. Those to items that
// are not here are left out.
func (s *Scene) unpack(k []savedAnswer) (list []answered, ok bool) {
	for _, x := range k {
		if x.Sure > 3 || x.Flags > 3 || !(x.Score >= 0 && x.Score <= 1) || math.IsNaN(x.Answer.Number) {
			return nil, false
		}
		q := s.bank.Question(x.ID)
		if q == nil || !asked(q) || !fits(q, &x.Answer) {
			continue
		}
		list = append(list, answered{ID: x.ID, Seed: x.Seed, Answer: x.Answer, Given: x.Flags&1 != 0, Right: x.Flags&2 != 0, Sure: int(x.Sure), Score: x.Score, At: x.At})
	}
	return list, true
}

// fits reports whether an answer can be one to an item: its options are there.
func fits(q *bank.Question, a *bank.Answer) bool {
	n := len(q.Options)
	if len(a.Picked) > n {
		return false
	}
	for _, i := range a.Picked {
		if i >= n || i < 0 && (q.Kind != bank.Match || i < -1) {
			return false
		}
	}
	for _, v := range a.Values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// read gives kept answers; an error is one sentence.
func (s *Scene) read(b []byte) (k savedQuiz, items, past []answered, err error) {
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return k, nil, nil, errNotQuiz
	case k.Format > savedFormat:
		return k, nil, nil, session.ErrNewer
	case k.Format != savedFormat || k.Way < 0 || k.Way >= ways || k.Count < 1 || k.Count > 100 || k.At < 0 || len(k.Past) > mostPast:
		return k, nil, nil, errNotQuiz
	}
	items, ok := s.unpack(k.Items)
	past, fine := s.unpack(k.Past)
	if !ok || !fine {
		return k, nil, nil, errNotQuiz
	}
	return k, items, past, nil
}

// take adds the answers of an exported file to those that are here, each once, in
// the order of their time; what is under way stays. A file that is none is told and
// changes nothing.
func (s *Scene) take(encoded string) bool {
	b, err := base64.StdEncoding.DecodeString(encoded)
	if err == nil {
		var past []answered
		if _, _, past, err = s.read(b); err == nil {
			s.merge(past)
			s.say(s.words.N("quiz.taken", len(past)))
			return true
		}
	}
	s.notice = s.words.F("quiz.not-taken", "why", err.Error())
	s.say(s.notice)
	return false
}

// merge adds answers, each once.
func (s *Scene) merge(more []answered) {
	type name struct {
		id   string
		seed uint64
		at   int64
	}
	have := map[name]bool{}
	var all []answered
	for _, a := range append(slices.Clone(s.past), more...) {
		if n := (name{a.ID, a.Seed, a.At}); !have[n] {
			have[n] = true
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b answered) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Seed, b.Seed))
	})
	s.past = all
	s.trim()
}

// Restore implements [scenes.Scene]. A test goes on where it was.
func (s *Scene) Restore(b []byte) error {
	k, items, past, err := s.read(b)
	if err != nil {
		return err
	}
	way, at := k.Way, k.At
	if len(items) != len(k.Items) || way != start && at >= len(items) {
		way, items, at = start, nil, 0 // of a bank that was changed since
	}
	s.way, s.items, s.at, s.past = way, items, at, past
	if s.way == sheet && !s.finished() {
		s.way = start
	}
	s.topics, s.count, s.draws = k.Topics&(1<<len(bank.Topics())-1), k.Count, k.Draws
	s.inOf, s.truth = answered{}, nil
	if a := s.now(); a != nil && a.Given && s.instance().Question.Kind == bank.Predict {
		s.truth = bank.Truth(s.instance())
	}
	s.rev++
	s.dirty = false
	return nil
}
