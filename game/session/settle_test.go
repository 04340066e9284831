package session

import (
	"testing"

	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// Settle ends whatever is under way, so that a stroke is taken at once.
func TestSettleEndsWhatIsUnderWay(t *testing.T) {
	pose := needle.Pose{Depth: 20}
	p := newRun(trigger.Active)
	p.Pass(pose, 80, false)
	p.Advance(100, 0)
	p.Pass(pose, 80, false)
	p.Settle()
	if n := len(p.Passes()); n != 2 || !p.Holding() {
		t.Errorf("%d passes, holding %v; want the queued pass as well", n, p.Holding())
	}
	p.Wait(tick.Day)
	p.Advance(300, 0)
	p.Settle()
	if p.Now() < tick.Day || !p.Holding() {
		t.Errorf("a film stands at %v", p.Now())
	}
	p.Play()
	p.Pass(pose, 80, false)
	p.Advance(10, 0)
	p.Settle()
	if p.Busy() || !p.Playing() {
		t.Errorf("busy %v, playing %v; want the stroke over and time running", p.Busy(), p.Playing())
	}
}
