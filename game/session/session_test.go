package session

import (
	"testing"

	"pgregory.net/rapid"

	"taut/game/course"
	"taut/game/evidence/evidencetest"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

func TestConstantsAreAllInTheTable(t *testing.T) { evidencetest.Walk(t, ".", Constants) }

// goodSeed is a person in whom a stroke counts in full also in population mode.
const goodSeed = 7

func newRun(kind trigger.Kind) *Player {
	return NewPlayer(New(Options{Seed: goodSeed, Kind: kind, Mode: course.Population}))
}

// fanned gives pass i of a lesson: middle first, then round the clock.
func fanned(i int) needle.Pose {
	p := needle.Pose{Depth: 19}
	if i > 0 {
		p.Angle, p.Direction = 10, float64(i*4%12+i/3)
	}
	return p.Clamp()
}

// turn makes one pass and lets it settle.
func turn(p *Player, pose needle.Pose, speed float64) {
	p.Pass(pose, speed, false)
	p.Advance(30_000, 0)
}

func lesson(p *Player, passes int) {
	for i := range passes {
		turn(p, fanned(i), 80)
	}
}

func TestTenPassesRoundTheClockQuietThePoint(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 10)
	s := p.State()
	if n := len(p.Passes()); n != 10 {
		t.Fatalf("%d passes were taken, want 10", n)
	}
	if c := 100 * s.C / p.Start().C; c >= 50 {
		t.Errorf("tension is %.0f %% of the start, want under 50", c)
	}
	if s.Noise() >= 9 {
		t.Errorf("endplate noise is %.1f µV, want under 9", s.Noise())
	}
	// The article gives 15 to 30 s a point, the model 2-3 s a pass.
	if at := p.AtPoint().Seconds(); at < 20 || at > 30 {
		t.Errorf("ten passes took %.1f s at the point, want 20 to 30", at)
	}
}

func TestFirstTwitchIsShownSlowlyAndComesAfterItsLatency(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	slow := 0.0
	var onset, hit tick.Tick
	for !p.Holding() {
		p.Advance(1, 0)
		if c, r := p.Clock(); c == Slow {
			slow++
			if r != 1.0/8 {
				t.Fatalf("slow motion runs at %v, want 1/8", r)
			}
		}
		if n := len(p.Passes()); n > 0 && hit == 0 {
			hit = p.Passes()[0].At
		}
		// 5 % of a full twitch is where movement is seen.
		if onset == 0 && p.State().Twitch(p.Fibre()) > .05 {
			onset = p.Now()
		}
	}
	// 285 ms of model time at 1/8.
	if slow < 2000 || slow > 2600 {
		t.Errorf("slow motion lasted %.0f ms, want about 2280", slow)
	}
	// Mechanical onset 25-35 ms in the upper trapezius (T12, derived).
	if l := (onset - hit).Milliseconds(); l < 20 || l > 40 {
		t.Errorf("the band moves %.1f ms after the hit, want 25 to 35, give or take a step", l)
	}
}

func TestFourthTwitchIsNotShownSlowly(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 3)
	p.Pass(fanned(3), 80, false)
	for !p.Holding() {
		p.Advance(1, 0)
		if c, _ := p.Clock(); c == Slow {
			t.Fatal("the fourth twitch runs in slow motion")
		}
	}
}

func TestPassAskedForDuringAStrokeIsTakenOnceAfterIt(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	p.Advance(50, 0)
	p.Pass(fanned(1), 80, false)
	p.Pass(fanned(1), 80, false)
	p.Advance(60_000, 0)
	if n := len(p.Passes()); n != 2 {
		t.Errorf("%d passes were taken, want 2", n)
	}
}

func TestPassAskedForDuringAFilmEndsTheFilmFirst(t *testing.T) {
	p := newRun(trigger.Active)
	turn(p, fanned(0), 80)
	began := p.Now()
	p.Wait(5 * tick.Minute)
	p.Advance(1000, 0)
	p.Pass(fanned(1), 80, false)
	p.Advance(30_000, 0)
	if n := len(p.Passes()); n != 2 {
		t.Fatalf("%d passes were taken, want 2", n)
	}
	if at := p.Actions()[2].At; at != began+5*tick.Minute {
		t.Errorf("the pass began %.1f s after the wait did, want 300", (at - began).Seconds())
	}
}

func TestReplayReturns(t *testing.T) {
	p := newRun(trigger.Active)
	turn(p, fanned(0), 80)
	before, at := *p.State(), p.Now()
	if !p.Replay() {
		t.Fatal("there is no twitch to replay")
	}
	p.Advance(1000, 0)
	if c, _ := p.Clock(); c != Again {
		t.Error("the replay is not under way after a second")
	}
	p.Advance(60_000, 0)
	if *p.State() != before || p.Now() != at {
		t.Error("the replay does not return to where it began")
	}
}

func TestUndoAndTheSameAgainGivesTheSameBits(t *testing.T) {
	a, b := newRun(trigger.Active), newRun(trigger.Active)
	lesson(a, 4)
	lesson(b, 4)
	if !b.UndoPass() {
		t.Fatal("there is nothing to undo")
	}
	b.Pass(fanned(3), 80, false)
	for !b.Holding() {
		b.Advance(7.3, 0) // other frames than the first time
	}
	if *a.State() != *b.State() || a.Now() != b.Now() {
		t.Error("undo and the same pass again give another state")
	}
}

func TestSeekShowsWhatWasShown(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
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

func TestAStrokeInTheScrubbedPastBranches(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 3)
	second := p.Passes()[1].At
	p.Scrub(second + tick.Second)
	turn(p, needle.Pose{Along: 12, Depth: 19}, 80)
	ps := p.Passes()
	if len(ps) != 3 || ps[2].Twitch != 0 {
		t.Errorf("the branch has %d passes, want the two before it and one off target", len(ps))
	}
}

func TestANewVisitCountsAnew(t *testing.T) {
	p := newRun(trigger.Active)
	lesson(p, 2)
	p.Wait(tick.Day)
	p.Advance(10_000, 0)
	turn(p, fanned(0), 80)
	last := p.Passes()[2]
	if last.Pass != 1 || last.Visit != 2 {
		t.Errorf("the pass after a day is pass %d of visit %d, want 1 of 2", last.Pass, last.Visit)
	}
}

func TestWhatIsDoneDuringAStrokeKeepsItsOrder(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 10, false) // a slow stroke lasts seconds
	p.Advance(100, 0)
	p.Do(Action{Op: Press})
	p.Advance(60_000, 0)
	last := tick.Tick(-1)
	for _, e := range p.Events() {
		if e.At < last {
			t.Fatal("events go back in time")
		}
		last = e.At
	}
}

// TestRunsAreTheSameHoweverTheyAreCut drives a run by random commands in random
// slices of time, and the same actions again in one go: all states are the same
// bits. Undo, scrubbing and branching are among the commands.
func TestRunsAreTheSameHoweverTheyAreCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newRun(trigger.Kind(rapid.IntRange(0, 2).Draw(t, "kind")))
		for range rapid.IntRange(1, 12).Draw(t, "commands") {
			switch rapid.IntRange(0, 10).Draw(t, "command") {
			case 0, 1, 2, 3:
				pose := needle.Pose{
					Along: rapid.Float64Range(-5, 5).Draw(t, "along"), Angle: rapid.Float64Range(0, 30).Draw(t, "angle"),
					Direction: rapid.Float64Range(0, 11.9).Draw(t, "hour"), Depth: rapid.Float64Range(0, 30).Draw(t, "depth"),
				}
				p.Pass(pose, rapid.Float64Range(5, 160).Draw(t, "speed"), rapid.Bool().Draw(t, "drawn"))
			case 4:
				p.UndoPass()
			case 5:
				p.Scrub(tick.Tick(rapid.Int64Range(0, int64(p.Head())).Draw(t, "to")))
			case 6:
				p.Wait(tick.Tick(rapid.Int64Range(1, int64(2*tick.Hour)).Draw(t, "wait")))
			case 7:
				p.Do(Action{Op: Press})
			case 8:
				p.Replay()
			case 9:
				p.Step()
			case 10:
				p.Do(Action{Op: Nerve})
			}
			for range rapid.IntRange(0, 5).Draw(t, "frames") {
				p.Advance(rapid.Float64Range(0, 2000).Draw(t, "ms"), 0)
			}
			check(t, p.Session)
		}
		p.Pause()
		p.Seek(p.Head())
		again := New(p.Options())
		again.actions = append(again.actions, p.actions...)
		again.advance(p.Head())
		if *again.State() != *p.State() || again.NerveCut() != p.NerveCut() {
			t.Fatal("the same actions in one go give another state")
		}
		b, err := p.Save()
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := Load(b)
		if err != nil {
			t.Fatal(err)
		}
		if *loaded.State() != *p.State() || loaded.Now() != p.Now() || loaded.NerveCut() != p.NerveCut() {
			t.Fatal("the run differs after saving and loading")
		}
	})
}

// check holds what is true of every run at every moment.
func check(t *rapid.T, s *Session) {
	if s.Now() > s.Head() || s.Now() < 0 {
		t.Fatalf("the cursor is at %d of %d", s.Now(), s.Head())
	}
	if len(s.snaps) != min(s.snaps[len(s.snaps)-1].taken, len(s.actions))+1 {
		t.Fatalf("%d snapshots for %d actions", len(s.snaps), len(s.actions))
	}
	st := s.State()
	for _, e := range st.E {
		if !(e >= 0 && e <= 1) {
			t.Fatalf("a locus is at %v", e)
		}
	}
	if !(st.Energy > 0 && st.Energy <= 1) || !(st.Flow() > 0) || st.H < 0 || st.S < 0 || st.D < 0 || st.Cramp < 0 {
		t.Fatalf("the tissue is out of range: %+v", st.State.State)
	}
	last := tick.Tick(-1)
	for _, x := range s.trace {
		if x.At <= last {
			t.Fatal("the traces go back in time")
		}
		last = x.At
	}
}

func TestATickAllocatesNothing(t *testing.T) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	if n := testing.AllocsPerRun(200, func() { p.Advance(10, 0) }); n != 0 {
		t.Errorf("ten milliseconds of a pass allocate %v times, want 0", n)
	}
}

func BenchmarkTwitchTick(b *testing.B) {
	p := newRun(trigger.Active)
	p.Pass(fanned(0), 80, false)
	p.Advance(0, tick.Second/4)
	s := p.now.state
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.step(&s, p.now.at+tick.Tick(twitchStep*(i%400)), twitchStep)
	}
}

func BenchmarkPass(b *testing.B) {
	b.ReportAllocs()
	p := newRun(trigger.Active)
	for b.Loop() {
		turn(p, fanned(0), 80)
		p.UndoPass()
	}
}
