package quiz

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"
	"pgregory.net/rapid"
)

// The sequence of intervals is go-fsrs's own, answer by answer.
func TestMemoryIsFSRS(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, card := fsrs.NewFSRS(fsrs.DefaultParam()), fsrs.NewCard()
		on := int64(1_700_000_000)
		card.Due = time.Unix(on, 0).UTC()
		var list []Reply
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			g := rapid.IntRange(1, 4).Draw(t, "grade")
			list = append(list, Reply{on, g})
			card = f.Next(card, time.Unix(on, 0).UTC(), fsrs.Rating(g)).Card
			m := Recall(list)
			if m.Due() != card.Due.Unix() {
				t.Fatalf("after %v it is due at %d, go-fsrs says %d", list, m.Due(), card.Due.Unix())
			}
			at := on + rapid.Int64Range(0, 400*Day).Draw(t, "later")
			if got, want := m.Held(at), f.GetRetrievability(card, time.Unix(at, 0).UTC()); math.Abs(got-want) > 1e-12 {
				t.Fatalf("held %v, want %v", got, want)
			}
			on += rapid.Int64Range(0, 40*Day).Draw(t, "wait")
		}
	})
}

// A right answer brings an item back later than a wrong one, and a surer one later
// still; what is known fades with time and never leaves 0 to 1.
func TestMemoryFades(t *testing.T) {
	var due [5]int64
	for g := 1; g <= 4; g++ {
		m := Recall([]Reply{{0, 3}, {10 * Day, g}})
		due[g] = m.Due()
		last := 1.0
		for d := int64(10); d < 3000; d += 50 {
			h := m.Held(d * Day)
			if h > last || h < 0 || h > 1 {
				t.Fatalf("grade %d: %v held after %d days, %v before", g, h, d, last)
			}
			last = h
		}
	}
	if !slices.IsSorted(due[1:]) || due[1] == due[4] {
		t.Errorf("grades are due at %v", due)
	}
	if m := Recall([]Reply{{0, 0}, {0, 7}}); m.Met() || m.Held(5) != 0 || m.Due() != 0 {
		t.Error("grades out of range are taken")
	}
	if a, b := Recall([]Reply{{100, 3}, {50, 1}}), Recall([]Reply{{100, 3}}); a != b {
		t.Error("an answer before the last one counts")
	}
}

// Somebody who follows the plan every day, and answers rightly what is asked, has
// every item at its target on the day of the exam, whatever the days and the number
// of items; the work of the days is even.
func TestPlanReachesTheExam(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, days := rapid.IntRange(1, 60).Draw(t, "items"), rapid.IntRange(1, 40).Draw(t, "days")
		ids, memories := make([]string, n), make([]Memory, n)
		for i := range ids {
			ids[i] = strconv.Itoa(i)
		}
		const begin = int64(20_000 * Day)
		exam := begin + int64(days)*Day
		for d := range days {
			now, done := begin+int64(d)*Day+9*60*60, 0
			for range 20 * n {
				a := Plan(ids, memories, done, now, exam)
				if len(a.Due) == 0 {
					break
				}
				i, _ := strconv.Atoi(a.Due[0])
				memories[i] = memories[i].After(now, 3)
				done++
				now += 30
			}
		}
		for i := range memories {
			if h := memories[i].Held(exam); h < Target-.02 {
				t.Fatalf("item %d of %d is held at %.2f after %d days of the plan", i, n, h, days)
			}
		}
	})
}

// Without an exam only what was met comes again, and after it nothing is planned.
func TestWhatIsDue(t *testing.T) {
	ids := []string{"new", "due", "held"}
	now := int64(100 * Day)
	memories := []Memory{{}, Recall([]Reply{{now - 90*Day, 3}}), Recall([]Reply{{now - 60, 4}})}
	if a := Plan(ids, memories, 0, now, 0); !slices.Equal(a.Due, []string{"due"}) || a.Days != 0 {
		t.Errorf("%+v", a)
	}
	if a := Plan(ids, memories, 0, now, now-2*Day); !a.Passed || !slices.Equal(a.Due, []string{"due"}) {
		t.Errorf("after the exam %+v", a)
	}
	a := Plan(ids, memories, 0, now, now+Day)
	if len(a.Due) < 2 || a.Due[0] != "due" || a.Below < 2 || a.Days != 1 {
		t.Errorf("on the day before the exam %+v", a)
	}
}

// The two forms of any seed have equally many items of each topic, at least three of
// each, none in both, and are of like difficulty.
func TestFormsAreParallel(t *testing.T) {
	b := bank(t)
	for seed := range uint64(60) {
		f := Forms(b, seed)
		var topics [2]map[Topic]int
		var hard [2]int
		for k := range f {
			topics[k] = map[Topic]int{}
			for _, id := range f[k] {
				q := b.Question(id)
				topics[k][q.Topic]++
				hard[k] += q.Difficulty
				if slices.Contains(f[1-k], id) || q.Kind == Do {
					t.Fatalf("seed %d: %s is in both, or a task", seed, id)
				}
			}
		}
		for _, topic := range Topics() {
			if topics[0][topic] != formTopic || topics[1][topic] != formTopic {
				t.Errorf("seed %d: %d and %d items of %s", seed, topics[0][topic], topics[1][topic], topic)
			}
		}
		if d := hard[0] - hard[1]; d < -1 || d > 1 {
			t.Errorf("seed %d: difficulties %v", seed, hard)
		}
	}
	if a, b := Forms(bank(t), 1), Forms(bank(t), 2); slices.Equal(a[0], b[0]) {
		t.Error("two seeds give one form")
	}
}
