package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// standard is the run that a lesson makes: middle first, then round the clock.
func standard(p *Player, passes int) {
	for i := range passes {
		pose := needle.Pose{Depth: 20}
		if i > 0 {
			pose.Angle, pose.Direction = 12, float64((i*4)%12)
		}
		p.Pass(pose, 80, false)
		p.Advance(20_000, 0)
	}
}

func newRun(kind trigger.Kind) *Player {
	return NewPlayer(New(Options{Seed: 1, Kind: kind, Mode: course.Population}))
}

func TestTenPassesQuietThePoint(t *testing.T) {
	p := newRun(trigger.Active)
	standard(p, 10)
	if n := len(p.Passes()); n != 10 {
		t.Fatalf("%d passes taken, want 10", n)
	}
	t.Logf("tension %.1f%% noise %.1f twitches %d soreness %.1f kap %v at point %v", 100*p.State().C/p.Start().C, p.State().Noise(), p.State().Twitches, p.State().Soreness(), p.Patient().Kap, p.AtPoint().Seconds())
}

// Undo and the same action again give the same bits, however the frames fell.
func TestUndoAndAgainGivesTheSameBits(t *testing.T) {
	a, b := newRun(trigger.Active), newRun(trigger.Active)
	standard(a, 4)
	standard(b, 4)
	if !b.UndoPass() {
		t.Fatal("nothing to undo")
	}
	pose := needle.Pose{Depth: 20, Angle: 12, Direction: float64((3 * 4) % 12)}
	b.Pass(pose, 80, false)
	for b.Now() < a.Now() {
		b.Advance(7.3, 0)
	}
	if d := cmp.Diff(a.State(), b.State(), cmpopts.EquateEmpty()); d != "" {
		t.Errorf("undo and again differs (-straight +undone):\n%s", d)
	}
}

func TestSeekShowsWhatWasShown(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(needle.Pose{Depth: 20}, 80, false)
	var seen []State
	var at []tick.Tick
	for !p.Holding() {
		p.Advance(16.7, 0)
		seen, at = append(seen, *p.State()), append(at, p.Now())
	}
	for i := len(at) - 1; i >= 0; i-- {
		p.Seek(at[i])
		if *p.State() != seen[i] {
			t.Fatalf("the state at tick %d differs after scrubbing back to it", at[i])
		}
	}
}

func TestSavedRunOpensAlike(t *testing.T) {
	p := newRun(trigger.Active)
	standard(p, 3)
	p.Wait(tick.Day)
	p.Advance(5000, 0)
	b, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	q, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	if *q.State() != *p.State() || q.Now() != p.Now() {
		t.Error("the opened run stands elsewhere")
	}
	t.Logf("%d bytes", len(b))
}
