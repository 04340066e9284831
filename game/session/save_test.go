package session

import (
	"embed"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// The fixtures are embedded, so that the same test replays them in a browser.
//
//go:embed testdata/*.run
var fixtures embed.FS

var update = flag.Bool("update", false, "write the stored runs anew")

// scripts make the stored runs.
var scripts = map[string]func() *Player{
	"fanned": func() *Player {
		p := newRun(trigger.Active)
		lesson(p, 10)
		p.Wait(tick.Day)
		p.Advance(10_000, 0)
		return p
	},
	"same-track": func() *Player {
		p := newRun(trigger.Active)
		for range 6 {
			turn(p, needle.Pose{Depth: 19}, 80)
		}
		p.Do(Action{Op: Stop})
		return p
	},
	"latent-weeks": func() *Player {
		p := newRun(trigger.Latent)
		lesson(p, 8)
		p.Wait(3 * tick.Week)
		p.Advance(10_000, 0)
		lesson(p, 3)
		return p
	},
	"cut-nerve": func() *Player {
		p := newRun(trigger.Active)
		lesson(p, 3)
		p.Do(Action{Op: Nerve})
		lesson(p, 3)
		p.Wait(tick.Day)
		p.Advance(10_000, 0)
		return p
	},
	"by-hand": func() *Player {
		p := NewPlayer(New(Options{Seed: 3, Kind: trigger.Active, Mode: course.Responder}))
		for i, speed := range []float64{12, 30, 60, 120} {
			p.Pass(needle.Pose{Along: float64(i) - 2, Depth: 12 + 5*float64(i), Angle: 15, Direction: 7}, speed, i%2 == 0)
			p.Advance(9000, 0)
		}
		p.Pass(needle.Pose{Depth: 18}, 80, false)
		p.Advance(100, 0) // left in the middle of a stroke
		return p
	},
}

func TestStoredRunsReplay(t *testing.T) {
	for name, script := range scripts {
		file := "testdata/" + name + ".run"
		p := script()
		if *update {
			b, err := p.Save()
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.FromSlash(file), b, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		b, err := fixtures.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Load(b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v := s.Foreign(); v != "" {
			t.Errorf("%s was made with model %s, this is %s; if the change is meant, raise stepCode where the tables did not change, and run go test ./game/session -update", name, v, Version())
		}
		// Load compares every stored state with the replay, within 1e-9.
		if s.Now() != p.Now() || len(s.Passes()) != len(p.Passes()) {
			t.Errorf("%s stands elsewhere than its script", name)
		}
	}
}

// doctored gives the fanned run with one thing changed.
func doctored(t *testing.T, change func(*savedRun)) []byte {
	t.Helper()
	b, err := fixtures.ReadFile("testdata/fanned.run")
	if err != nil {
		t.Fatal(err)
	}
	return changed(t, b, change)
}

// changed gives a saved run with one thing changed.
func changed(t *testing.T, b []byte, change func(*savedRun)) []byte {
	t.Helper()
	var r savedRun
	if _, err := r.UnmarshalMsg(b); err != nil {
		t.Fatal(err)
	}
	change(&r)
	b, err := r.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestARunOfAnotherVersionOpensFromItsStates(t *testing.T) {
	// A contraction that no replay of this model gives.
	const other = 0.123
	b := doctored(t, func(r *savedRun) {
		r.Version = "0-of-old"
		r.Cursor = r.Actions[4].Hit
		r.States[5].C = other
	})
	s, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	if s.Foreign() != "0-of-old" {
		t.Errorf("the run says it is of version %q", s.Foreign())
	}
	if s.State().C != other {
		t.Errorf("C is %v at a stored state of %v", s.State().C, other)
	}
	if len(s.Passes()) != 5 || s.Passes()[4].Twitch == 0 {
		t.Error("the passes of the run are not there")
	}
	s.Seek(s.Head())
	if !s.Do(Action{Op: Press}) {
		t.Error("the run does not go on")
	}
	again, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	if s, err = Load(again); err != nil || s.Foreign() != "0-of-old" {
		t.Errorf("saved again it opens with %v", err)
	}
}

// A run of this version that the model does not give again, because the step
// code changed and its number did not, is still the person's: it opens from its
// states and says so.
func TestARunThatDoesNotReplayOpensFromItsStates(t *testing.T) {
	var c float64
	b := doctored(t, func(r *savedRun) {
		r.States[3].C += 1e-6
		r.Cursor, c = r.Actions[2].Hit, r.States[3].C
	})
	s, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	if s.Foreign() == "" || s.State().C != c {
		t.Errorf("it opens as version %q with C %v, want this version's name and %v", s.Foreign(), s.State().C, c)
	}
}

func TestBadRunsAreRefusedInOneSentence(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*savedRun)
		want   error
	}{
		"newer":        {func(r *savedRun) { r.Format = 99 }, ErrNewer},
		"no format":    {func(r *savedRun) { r.Format = 0 }, ErrNotARun},
		"kind":         {func(r *savedRun) { r.Kind = 9 }, ErrBroken},
		"mode":         {func(r *savedRun) { r.Mode = 9 }, ErrBroken},
		"cursor":       {func(r *savedRun) { r.Cursor = r.Head + 1 }, ErrBroken},
		"a century":    {func(r *savedRun) { r.Head = math.MaxInt64; r.Cursor = 0 }, ErrBroken},
		"order":        {func(r *savedRun) { r.Actions[1].At, r.Actions[1].Hit = 0, 0 }, ErrBroken},
		"operation":    {func(r *savedRun) { r.Actions[0].Op = 77 }, ErrBroken},
		"pose":         {func(r *savedRun) { r.Actions[0].Angle = math.NaN() }, ErrBroken},
		"speed":        {func(r *savedRun) { r.Actions[0].Speed = 1e9 }, ErrBroken},
		"no states":    {func(r *savedRun) { r.States = nil }, ErrBroken},
		"loci":         {func(r *savedRun) { r.States[0].E = r.States[0].E[:3] }, ErrBroken},
		"a locus":      {func(r *savedRun) { r.States[2].E[0] = 3 }, ErrBroken},
		"not a number": {func(r *savedRun) { r.States[1].H = math.NaN() }, ErrBroken},
	} {
		_, err := Load(doctored(t, c.change))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: the error is %v, want %v", name, err, c.want)
		}
		if err != nil && strings.Count(err.Error(), "\n") > 0 {
			t.Errorf("%s: %q is more than one sentence", name, err)
		}
	}
	for _, b := range [][]byte{nil, []byte("hello"), {0x80}, {0xdf, 0xff, 0xff, 0xff, 0xff}} {
		if _, err := Load(b); err == nil {
			t.Errorf("%x opens as a run", b)
		}
	}
}

// FuzzLoad: no input panics, and what opens can be saved, opened again and
// played on.
func FuzzLoad(f *testing.F) {
	entries, err := fixtures.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		b, err := fixtures.ReadFile("testdata/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Load(b)
		if err != nil {
			return
		}
		p := NewPlayer(s)
		p.Pass(needle.Pose{Depth: 19}, 80, false)
		p.Advance(1000, 0)
		p.UndoPass()
		out, err := p.Save()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Load(out); err != nil {
			t.Fatalf("what was opened, played and saved does not open again: %v", err)
		}
	})
}
