package quiz

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"
)

// A day of the review begins at midnight where the learner is, an exam's day as well.
func TestDaysBeginAtMidnightHere(t *testing.T) {
	const midnight = 20000 * 86400 // of a day in UTC
	for _, east := range []int64{0, 2 * 3600, -5 * 3600, 13 * 3600} {
		s := open(t)
		s.east = func(int64) int64 { return east }
		here := int64(midnight) - east // the same day's midnight on the wall
		for name, c := range map[string]struct {
			now  int64
			done int
		}{
			"in the first minute": {here + 60, 1}, "in the last minute": {here + 86399, 2},
		} {
			s.clock = func() int64 { return c.now }
			s.past = []answered{
				{ID: "kinds", Seed: 1, Given: true, Right: true, Way: review, On: here - 30},
				{ID: "loop", Seed: 2, Given: true, Right: true, Way: review, On: here + 30},
			}
			if c.done == 2 {
				s.past = append(s.past, answered{ID: "twitch-must", Seed: 3, Given: true, Right: true, Way: review, On: here + 86000})
			}
			s.exam = time.Unix(midnight, 0).UTC().AddDate(0, 0, 10).Format(time.DateOnly)
			if got := s.examDay(); got != here+10*86400 {
				t.Errorf("%d s east: the exam's day begins %d s from midnight here", east, got-here-10*86400)
			}
			if got := s.doneToday(c.now); got != c.done {
				t.Errorf("%d s east, %s: %d items count as done today, want %d", east, name, got, c.done)
			}
			if got := s.day(here + 1); got != time.Unix(midnight, 0).UTC().Format(time.DateOnly) {
				t.Errorf("%d s east: a second after midnight is of %s", east, got)
			}
		}
	}
}

// All progress goes out as a file and comes back the same; it can be deleted, and
// that taken back; a file that is none, or newer, changes nothing.
func TestExportClearImport(t *testing.T) {
	s := open(t)
	for _, id := range []string{"loop", "kinds"} {
		s.Open(id)
		solve(t, s, id == "kinds")
		do(s, "sure:2", "answer")
		now++
	}
	do(s, "home", "exam=2027-05-01", "export")
	e := s.Effects()
	_, file, ok := strings.Cut(e.Link, "base64,")
	if !ok || !strings.HasSuffix(e.Name, ".taut") {
		t.Fatalf("handed is %.40q as %q", e.Link, e.Name)
	}
	before := s.keep()
	if do(s, "wipe"); len(s.past) != 2 {
		t.Fatal("it is deleted unasked")
	}
	if do(s, "wipe:sure"); len(s.past) != 0 || s.exam != "" {
		t.Fatal("it is not deleted")
	}
	if do(s, "wipe:back"); string(s.keep()) != string(before) {
		t.Error("the deletion is not taken back")
	}
	do(s, "wipe", "wipe:sure", "import="+file)
	if string(s.keep()) != string(before) || !strings.Contains(s.notice, "2 answers") {
		t.Errorf("the file does not bring the same back; it says %q", s.notice)
	}
	newer, _ := (&savedQuiz{Format: savedFormat + 1}).MarshalMsg(nil)
	for _, bad := range []string{"", "%%%", "bm9uc2Vuc2U=", file[:40], base64.StdEncoding.EncodeToString(newer)} {
		want := "no saved answers"
		if bad == base64.StdEncoding.EncodeToString(newer) {
			want = "newer"
		}
		if do(s, "import="+bad); string(s.keep()) != string(before) || !strings.HasPrefix(s.notice, "That file is not taken up") || !strings.Contains(s.notice, want) || strings.Count(s.notice, ". ") > 0 {
			t.Errorf("%.20q: it says %q", bad, s.notice)
		}
	}
}

// Files are added, in whatever order they come, each answer once.
func TestFilesAreAdded(t *testing.T) {
	file := func(ids ...string) string {
		s := open(t)
		at := int64(1000)
		s.clock = func() int64 { at++; return at }
		for i, id := range ids {
			s.Open(id)
			solve(t, s, i%2 == 1)
			do(s, "answer")
		}
		do(s, "home", "export")
		_, link, _ := strings.Cut(s.Effects().Link, "base64,")
		return link
	}
	a, b := file("loop", "words"), file("kinds", "levels", "n-weeks")
	one, two := open(t), open(t)
	do(one, "import="+a, "import="+b, "import="+a)
	do(two, "import="+b, "import="+a)
	if len(one.past) != 5 || len(two.past) != 5 {
		t.Fatalf("%d and %d answers of five", len(one.past), len(two.past))
	}
	for i := range one.past {
		if one.past[i].ID != two.past[i].ID || one.past[i].On != two.past[i].On {
			t.Errorf("answer %d is %s in one order and %s in the other", i, one.past[i].ID, two.past[i].ID)
		}
	}
	// A test that is under way stays.
	do(one, "begin", "home", "import="+a)
	if !one.runs[0].under() || len(one.past) != 5 {
		t.Error("a file ends the test that is under way")
	}
	if do(one, "wipe:back"); len(one.past) != 5 {
		t.Error("an added file is not taken back")
	}
}

// FuzzImport holds that no file breaks the scene or grows it past its bounds.
func FuzzImport(f *testing.F) {
	s := open(f)
	s.Open("loop")
	solve(f, s, false)
	do(s, "answer")
	f.Add(s.keep())
	f.Fuzz(func(t *testing.T, b []byte) {
		s := open(t)
		s.take(base64.StdEncoding.EncodeToString(b))
		document(t, s)
		if len(s.past) > mostPast {
			t.Fatalf("%d answers are kept", len(s.past))
		}
		if err := open(t).Restore(s.keep()); err != nil {
			t.Fatal(err)
		}
	})
}
