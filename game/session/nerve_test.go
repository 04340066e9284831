package session

import (
	"testing"

	"taut/game/tick"
	"taut/game/trigger"
)

// With the nerve cut the strokes that hit set off nothing: no twitch, no burst,
// no after-cramp, and the leak and the band stay as they are.
func TestACutNerveStopsTheTwitchAndNotTheLeak(t *testing.T) {
	p := newRun(trigger.Active)
	p.Do(Action{Op: Nerve})
	start := *p.State()
	for i := range 4 {
		p.Pass(fanned(i), 80, false)
		for !p.Holding() {
			p.Advance(10, 0)
			if p.State().twitching() || p.State().Cramp != 0 {
				t.Fatal("the band twitches or cramps")
			}
		}
	}
	st := p.State()
	if st.Strokes != 4 || st.Twitches != 0 || len(p.Bursts(nil, 0, p.Now())) != 0 {
		t.Errorf("%d strokes, %d twitches", st.Strokes, st.Twitches)
	}
	if n := st.Noise(); n < start.Noise()-.01 || st.C < start.C-.01 {
		t.Errorf("noise %.2f of %.2f µV, contraction %.3f of %.3f", n, start.Noise(), st.C, start.C)
	}
	if st.Soreness() < 5 {
		t.Error("the needle leaves no soreness")
	}
}

// The cut belongs to the run: it comes and goes with scrubbing, with undo and
// with branches, and made whole again the nerve lets the band twitch.
func TestTheCutNerveBelongsToTheRun(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 1)
	p.Do(Action{Op: Nerve})
	at := p.Now()
	lesson(p, 1)
	if !p.NerveCut() || p.Passes()[1].Twitch != 0 {
		t.Fatal("the second pass twitches")
	}
	p.Seek(at - tick.Second)
	if p.NerveCut() {
		t.Error("the nerve is cut before it was cut")
	}
	branch := NewPlayer(p.Branch())
	turn(branch, fanned(1), 80)
	if branch.Passes()[1].Twitch == 0 {
		t.Error("a branch from before the cut does not twitch")
	}
	p.Seek(p.Head())
	p.UndoPass()
	if !p.NerveCut() || len(p.Passes()) != 1 {
		t.Error("taking the pass back takes the cut back, which came before it")
	}
	p.UndoPass()
	if p.NerveCut() {
		t.Error("the pass before the cut is taken back, and the nerve is cut")
	}
	p.Do(Action{Op: Nerve})
	p.Do(Action{Op: Nerve})
	turn(p, fanned(0), 80)
	if p.NerveCut() || p.Passes()[0].Twitch == 0 {
		t.Error("with the nerve whole again nothing twitches")
	}
}

// A pass that was asked for during a stroke that touches bone is not made.
func TestNoPassFollowsBoneUnasked(t *testing.T) {
	p := newRun(trigger.Active)
	deep := fanned(0)
	deep.Depth = 28
	p.Pass(deep, 80, false)
	p.Advance(50, 0)
	p.Pass(fanned(1), 80, false)
	p.Advance(60_000, 0)
	if n := len(p.Passes()); n != 1 || p.Queued() {
		t.Errorf("%d passes", n)
	}
	turn(p, fanned(1), 80)
	if n := len(p.Passes()); n != 2 {
		t.Errorf("%d passes once it was asked for again", n)
	}
}
