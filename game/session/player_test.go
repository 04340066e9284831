package session

import (
	"testing"

	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// middle gives a run that is held in the middle of its first stroke, before or
// after the hit.
func middle(t *testing.T, ms float64) *Player {
	t.Helper()
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	p.Advance(ms, 0)
	p.Pause()
	if !p.Busy() {
		t.Fatal("the stroke is over already")
	}
	return p
}

// A stroke lasts 0.4 s at 80 mm/s; its first part runs at 1/8.
func TestAPassAskedForWhereTimeIsHeldInAStrokeIsTakenOnceAfterIt(t *testing.T) {
	for name, held := range map[string]func(p *Player) *Player{
		"paused": func(p *Player) *Player { return p },
		"stepped": func(p *Player) *Player {
			p.Step()
			return p
		},
		"loaded": func(p *Player) *Player {
			b, err := p.Save()
			if err != nil {
				t.Fatal(err)
			}
			s, err := Load(b)
			if err != nil {
				t.Fatal(err)
			}
			return NewPlayer(s)
		},
		"scrubbed": func(p *Player) *Player {
			at := p.Now()
			turn(p, fanned(1), 80)
			turn(p, fanned(2), 80)
			p.Scrub(at)
			return p
		},
	} {
		for _, ms := range []float64{20, 1500} { // on the way in, and soon after the hit
			p := held(middle(t, ms))
			p.Pass(fanned(1), 80, false)
			p.Pass(fanned(1), 80, false)
			p.Advance(60_000, 0)
			if n := len(p.Passes()); n != 2 || !p.Holding() || p.Queued() {
				t.Errorf("%s after %v ms: %d passes, holding %v, queued %v; want 2, held, none queued", name, ms, n, p.Holding(), p.Queued())
			}
		}
	}
}

func TestAPassAskedForDuringAStrokeWhilePlayRunsOnIsTakenOnceAfterIt(t *testing.T) {
	p := newRun(trigger.Active)
	p.Play()
	p.Pass(fanned(0), 80, false)
	p.Advance(20, 0)
	p.Pass(fanned(1), 80, false)
	p.Pass(fanned(1), 80, false)
	p.Advance(30_000, 0)
	if n := len(p.Passes()); n != 2 || !p.Playing() || p.Queued() {
		t.Errorf("%d passes, playing %v, queued %v; want 2, playing, none queued", n, p.Playing(), p.Queued())
	}
	if a := p.Actions(); a[1].At < a[0].End {
		t.Error("the second stroke begins within the first")
	}
}

func TestPlayGoesOnBeyondAYear(t *testing.T) {
	p := newRun(trigger.Active)
	for range 20 {
		p.Wait(3 * tick.Week)
	}
	p.Settle()
	p.Play()
	before := p.Now()
	p.Advance(1000, 0)
	if d := (p.Now() - before).Seconds(); d < 0.9 || d > 1.1 {
		t.Errorf("a second of Play moves the run by %v s", d)
	}
}

// The longest run that a person can make opens again, and nothing moves it
// beyond its end.
func TestTheLongestRunCanBeSaved(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 2)
	for p.Wait(3 * tick.Week) {
	}
	p.Settle()
	if !p.Full(3*tick.Week) || p.Full(tick.Second) {
		t.Fatal("the run is not full where a wait was refused")
	}
	p.Advance(0, longest-p.Now()-tick.Second)
	p.Pass(fanned(0), 80, false)
	p.Advance(60_000, 0)
	if len(p.Passes()) != 3 || !p.Holding() || p.Now() != longest {
		t.Errorf("the last pass: %d passes, holding %v, at %v of %v", len(p.Passes()), p.Holding(), p.Now(), longest)
	}
	p.Pass(fanned(0), 80, false)
	p.Play()
	p.Advance(1000, 0)
	p.Step()
	if len(p.Actions()) == 0 || p.Head() != longest || p.Playing() {
		t.Errorf("the run goes on beyond its end: at %v, playing %v", p.Head(), p.Playing())
	}
	opens(t, p)
}

func TestTheRunOfMostActionsCanBeSaved(t *testing.T) {
	p := newRun(trigger.Active)
	turn(p, fanned(0), 80)
	for p.Do(Action{Op: Press}) {
	}
	if len(p.Actions()) != most {
		t.Errorf("%d actions were taken, want %d", len(p.Actions()), most)
	}
	p.Pass(fanned(0), 80, false)
	if !p.Holding() || len(p.Passes()) != 1 {
		t.Error("a full run takes a stroke")
	}
	opens(t, p)
	if !p.UndoPass() || !p.Do(Action{Op: Press}) {
		t.Error("undoing makes no room")
	}
}

// opens saves p and opens it again.
func opens(t *testing.T, p *Player) {
	t.Helper()
	b, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	if *s.State() != *p.State() || s.Now() != p.Now() {
		t.Error("the run differs after saving and loading")
	}
}

// A run of another version keeps what its strokes hit and why they did nothing.
func TestARunOfAnotherVersionTellsItsPasses(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 1)
	turn(p, needle.Pose{Along: 15, Depth: 19}, 80)
	want := p.Passes()
	b, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load(changed(t, b, func(r *savedRun) { r.Version = "0-of-old" }))
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range s.Passes() {
		if got.Answer.Hits != want[i].Answer.Hits || got.Answer.Why != want[i].Answer.Why {
			t.Errorf("pass %d hits %v (%v), want %v (%v)", i+1, got.Answer.Hits, got.Answer.Why, want[i].Answer.Hits, want[i].Answer.Why)
		}
	}
}

// A branch goes on alone: neither run learns of what the other does.
func TestABranchGoesOnAlone(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 3)
	p.Scrub(p.Passes()[1].At + tick.Second)
	b := NewPlayer(p.Branch())
	if b.Head() != p.Now() || *b.State() != *p.State() || len(b.Passes()) != 2 {
		t.Errorf("the branch has %d passes and ends at %v; want 2, at %v", len(b.Passes()), b.Head(), p.Now())
	}
	turn(b, needle.Pose{Along: 12, Depth: 19}, 80)
	p.Seek(p.Head())
	same := newRun(trigger.Active)
	lesson(same, 3)
	if *p.State() != *same.State() || len(p.Passes()) != 3 {
		t.Error("what the branch did reached the run that it came from")
	}
	opens(t, b)
}
