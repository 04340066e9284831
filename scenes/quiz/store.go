package quiz

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"time"

	bank "taut/game/quiz"
	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:4096 maps:32

// savedFormat is the layout of kept answers; 1 had one test and no dates.
const savedFormat = 2 // structural

// mostWork bounds the run of a task that is kept, in bytes.
const mostWork = 262144 // structural: as in the tag below

// savedAnswer is one item as it was put and answered.
type savedAnswer struct {
	ID     string      `msg:"id"`
	Seed   uint64      `msg:"seed"`
	Answer bank.Answer `msg:"answer"`
	Flags  uint8       `msg:"flags"` // 1 given, 2 right, 4 its key is told
	Sure   uint8       `msg:"sure"`
	Score  float64     `msg:"score"`
	On     int64       `msg:"at"`
	Way    uint8       `msg:"way"`
	Grade  uint8       `msg:"grade"`
	Work   [][]byte    `msg:"work,limit=262144"`
}

// savedRun is a test or a form.
type savedRun struct {
	Items []savedAnswer `msg:"items"`
	At    int           `msg:"at"`
	Limit int           `msg:"limit"`
	Spent float64       `msg:"spent"`
	Done  bool          `msg:"done"`
	On    int64         `msg:"on"`
}

// savedQuiz is every answer, and what is under way.
type savedQuiz struct {
	Format int           `msg:"format"`
	Page   int           `msg:"way"`
	Topics uint8         `msg:"topics"`
	Count  int           `msg:"count"`
	Limit  int           `msg:"limit"`
	Draws  uint64        `msg:"draws"`
	At     int           `msg:"at"`    // of format 1
	Items  []savedAnswer `msg:"items"` // of format 1; then the item of practice or review
	Linked bool          `msg:"linked"`
	Runs   []savedRun    `msg:"runs"`
	Exam   string        `msg:"exam"`
	Past   []savedAnswer `msg:"past"`
}

var errNotQuiz = errors.New("these are no saved answers of Taut")

func flag(on bool, bit uint8) uint8 {
	if on {
		return bit
	}
	return 0
}

func saved(list []answered) (k []savedAnswer) {
	for _, a := range list {
		k = append(k, savedAnswer{ID: a.ID, Seed: a.Seed, Answer: a.Answer, Flags: flag(a.Given, 1) | flag(a.Right, 2) | flag(a.Shown, 4),
			Sure: uint8(a.Sure), Score: a.Score, On: a.On, Way: uint8(a.Way), Grade: uint8(a.Grade), Work: a.Work})
	}
	return k
}

// keep gives the answers as MessagePack.
func (s *Scene) keep() []byte {
	k := savedQuiz{Format: savedFormat, Page: s.page, Topics: s.topics, Count: s.count, Limit: s.limit, Draws: s.draws, Linked: s.linked, Exam: s.exam, Past: append(saved(s.past), s.others...)}
	if s.one.ID != "" {
		k.Items = saved([]answered{s.one})
	}
	for i, r := range s.runs {
		if len(r.Items) == 0 {
			k.Runs = append(k.Runs, s.stray[i])
			continue
		}
		k.Runs = append(k.Runs, savedRun{saved(r.Items), r.At, r.Limit, r.Spent, r.Done, r.On})
	}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// unpack gives kept answers; false where one of them cannot be. Those to items that
// are not here come apart. An answer that its item has no place for any more, since it
// was changed, is left out, or, where they are past, keeps what it was worth alone.
func (s *Scene) unpack(k []savedAnswer, past bool) (list []answered, others []savedAnswer, ok bool) {
	for _, x := range k {
		if x.Sure > 3 || x.Flags > 7 || x.Way >= pages || x.Grade > 4 || x.On < 0 || !(x.Score >= 0 && x.Score <= 1) || len(x.Work) > len(kinds) {
			return nil, nil, false
		}
		q := s.bank.Question(x.ID)
		if q == nil {
			others = append(others, x)
			continue
		}
		if !fits(q, &x.Answer) {
			if !past {
				continue
			}
			x.Answer = bank.Answer{}
		}
		list = append(list, answered{ID: x.ID, Seed: x.Seed, Answer: x.Answer, Given: x.Flags&1 != 0, Right: x.Flags&2 != 0, Shown: x.Flags&4 != 0,
			Sure: int(x.Sure), Score: x.Score, On: x.On, Way: int(x.Way), Grade: int(x.Grade), Work: x.Work})
	}
	return list, others, true
}

// fits reports whether an answer can be one to an item: its options are there, and
// its numbers are numbers.
func fits(q *bank.Question, a *bank.Answer) bool {
	n := len(q.Options)
	if q.Kind == bank.Do {
		n = len(kinds)
	}
	if len(a.Picked) > n {
		return false
	}
	for _, i := range a.Picked {
		if i >= n || i < 0 && (q.Kind != bank.Match && q.Kind != bank.Do || i < -1) {
			return false
		}
	}
	return !slices.ContainsFunc(append(slices.Clone(a.Values), a.Number, a.X, a.Y), func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
}

// older brings a save of format 1 into the layout of today.
func (k *savedQuiz) older() {
	k.Format = savedFormat
	k.Runs = make([]savedRun, 3)
	if k.Page > sheet { // the review of that layout
		k.Page, k.Items = start, nil
	}
	if k.Page == test || k.Page == sheet {
		k.Runs[0] = savedRun{Items: k.Items, At: k.At, Done: k.Page == sheet}
		k.Items = nil
	}
	k.Linked = k.Page == practice
}

// read gives what was kept, with nothing changed here; an error is one sentence.
func (s *Scene) read(b []byte) (to Scene, err error) {
	var k savedQuiz
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return to, errNotQuiz
	case k.Format > savedFormat:
		return to, session.ErrNewer
	case k.Format == 1:
		k.older()
	}
	if k.Format != savedFormat || k.Page < 0 || k.Page >= pages || k.Count < 1 || k.Count > 100 || len(k.Items) > 1 || len(k.Runs) != len(s.runs) ||
		!slices.Contains(limits[:], k.Limit) {
		return to, errNotQuiz
	}
	if _, err := time.Parse(time.DateOnly, k.Exam); err != nil && k.Exam != "" {
		return to, errNotQuiz
	}
	one, _, ok := s.unpack(k.Items, false)
	past, others, fine := s.unpack(k.Past, true)
	if !ok || !fine {
		return to, errNotQuiz
	}
	for i, r := range k.Runs {
		items, away, ok := s.unpack(r.Items, false)
		if !ok || len(r.Items) > mostItems || r.At < 0 || r.Limit < 0 || r.Limit > 60*limits[len(limits)-1] || !(r.Spent >= 0 && r.Spent <= float64(r.Limit)+1) || r.On < 0 {
			return to, errNotQuiz
		}
		if len(items) == len(r.Items) && (r.At < len(items) || len(items) == 0) { // else of a bank that was changed since
			to.runs[i] = run{items, r.At, r.Limit, r.Spent, r.Done, r.On}
		} else if len(away) > 0 {
			to.stray[i] = r
		}
	}
	slices.SortStableFunc(past, func(a, b answered) int { return cmp.Compare(a.On, b.On) }) // older saves had them as they came
	to.page, to.past, to.others, to.linked = k.Page, past, others, k.Linked
	to.bound()
	if len(one) == 1 {
		to.one = one[0]
	}
	to.topics, to.count, to.limit, to.draws, to.exam = k.Topics&(every|ownOnly), k.Count, k.Limit, k.Draws, k.Exam
	return to, nil
}

// Restore implements [scenes.Scene]. A test goes on where it was.
func (s *Scene) Restore(b []byte) error {
	k, err := s.read(b)
	if err != nil {
		return err
	}
	s.page, s.past, s.others, s.runs, s.stray, s.one, s.linked = k.page, k.past, k.others, k.runs, k.stray, k.one, k.linked
	s.topics, s.count, s.limit, s.draws, s.exam = k.topics, k.count, k.limit, k.draws, k.exam
	s.inFor, s.truth, s.desk, s.asks, s.notice = answered{}, nil, desk{}, "", ""
	switch r := s.run(); {
	case r != nil && !r.under(), s.page == sheet && !s.runs[0].Done, s.page == practice && s.one.ID == "":
		s.page = start
	}
	s.linked = s.linked && s.page == practice
	if a := s.now(); a != nil && s.told() && s.instance().Question.Kind == bank.Predict {
		s.truth = bank.Truth(s.instance())
	}
	s.prepare()
	s.rev++
	s.dirty = false
	return nil
}
