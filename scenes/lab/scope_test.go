package lab

import (
	"math"
	"slices"
	"testing"

	"taut/game/emg"
	"taut/game/tick"
)

// watcher is a student with the EMG window open.
func watcher(t testing.TB) *student {
	s := newStudent(t)
	s.Window(200, 0, 800, 700, 170)
	return s.does("scope=true")
}

// spikesOn counts how often the signal goes under a threshold and back to a
// quarter of it, so that noise on the way makes no two of one.
func spikesOn(lo []float64, below float64) int {
	n, in := 0, false
	for _, v := range lo {
		if v < below && !in { // a gap is not
			in = true
			n++
		} else if v > below/4 {
			in = false
		}
	}
	return n
}

// Each spike of a burst is on the screen, as the twitch runs by and in Last
// twitch.
func TestTheWindowShowsEverySpike(t *testing.T) {
	s := watcher(t)
	for pass := range 6 {
		s.fan(1)
		b := s.scope.last
		signal := s.play.EMG()
		alone := math.Inf(-1) // the least deep of its spikes
		for k := range b.Spikes() {
			deep := 0.0
			for n := b.SpikeSample(k); n < b.SpikeSample(k)+80; n++ {
				deep = math.Min(deep, signal.Sample(n, 0, s.scope.walk.bursts[:0]))
				deep = math.Min(deep, signal.Sample(n, 0, []emg.Burst{b}))
			}
			alone = math.Max(alone, deep)
		}
		end := tick.Tick(b.EndSample()/emg.TickSamples) + 1
		for _, sweep := range []string{"scope:sweep:0", "scope:sweep:1"} {
			for _, last := range []bool{false, true} {
				if last != s.choice.Scope.Last {
					s.does("scope:last")
				}
				s.does(sweep)
				s.play.Scrub(end)
				s.after()
				// Half way down: noise of 20 µV and chance leave that alone.
				if n := spikesOn(s.scope.lo, alone/2); n != b.Spikes() {
					t.Errorf("pass %d, %s, last %v: %d spikes on the screen, want %d", pass, sweep, last, n, b.Spikes())
				}
			}
		}
		s.play.Seek(s.play.Head())
		s.after()
	}
}

// At the coarsest sweep the extremes of the signal are still there.
func TestACoarseSweepKeepsTheExtremes(t *testing.T) {
	s := watcher(t).fan(3).does("scope:sweep:6")
	w := &s.scope
	k := s.scope.key
	if k.per != 100 {
		t.Fatalf("a column has %d samples, want 100", k.per)
	}
	bursts := s.play.Bursts(nil, 0, s.play.Now())
	for _, b := range bursts {
		lo, hi := 0.0, 0.0
		for n := b.OnsetSample; n < b.EndSample(); n++ {
			v := s.play.EMG().Sample(n, 0, bursts)
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
		at := b.OnsetSample/k.per - k.first
		if at < 0 {
			continue
		}
		gotLo, gotHi := 0.0, 0.0
		for i := at; i <= at+b.EndSample()/k.per-b.OnsetSample/k.per; i++ {
			gotLo, gotHi = math.Min(gotLo, w.lo[i]), math.Max(gotHi, w.hi[i])
		}
		// The noise of 22 µV rides on it.
		if math.Abs(gotLo-lo) > 90 || math.Abs(gotHi-hi) > 90 {
			t.Errorf("a burst of %.0f to %.0f µV is drawn from %.0f to %.0f", lo, hi, gotLo, gotHi)
		}
	}
}

// What stands on the screen depends on the moment alone, not on the frames that
// led to it; and at 10 ms a division it is the samples themselves.
func TestTheWindowIsAFunctionOfTheMoment(t *testing.T) {
	for sweep := range scopeSweeps {
		do := "scope:sweep:" + itoa(sweep)
		a := watcher(t).does(do, "rate:3", "play")
		for range 90 {
			a.Advance(16.7)
		}
		a.does("pass")
		for range 160 {
			a.Advance(16.7)
		}
		a.does("play")
		now := a.play.Now()
		b := &student{Lab: a.Lab, t: t}
		lo, hi := append([]float64{}, a.scope.lo...), append([]float64{}, a.scope.hi...)
		b.scope.key = scopeKey{}
		b.after()
		if b.play.Now() != now {
			t.Fatal("time went by")
		}
		for i := range lo {
			if lo[i] != b.scope.lo[i] || hi[i] != b.scope.hi[i] {
				t.Fatalf("sweep %d: column %d is %v to %v after frames, %v to %v at once", sweep, i, lo[i], hi[i], b.scope.lo[i], b.scope.hi[i])
			}
		}
		if sweep == 0 {
			k := b.scope.key
			bursts := b.play.Bursts(nil, 0, now)
			for i := range lo {
				n := k.first + int64(i)
				x := b.play.Samples(tick.Tick(n/emg.TickSamples), now)[0]
				if x.At > tick.Tick(n/emg.TickSamples) {
					continue
				}
				all := b.play.Samples(x.At, tick.Tick(n/emg.TickSamples))
				drive := 0.0
				for _, y := range all {
					if y.At <= tick.Tick(n/emg.TickSamples) {
						drive = y.Drive
					}
				}
				if v := b.play.EMG().Sample(n, drive, bursts); v != lo[i] || v != hi[i] {
					t.Fatalf("sample %d is %v, on the screen %v to %v", n, v, lo[i], hi[i])
				}
			}
		}
	}
}

func TestFreezeHoldsWhileTheRunGoesOn(t *testing.T) {
	s := watcher(t).fan(1).does("scope:freeze")
	before := append([]float64{}, s.View().Scope.Wave.Hi...)
	same := func() bool {
		for i, v := range s.View().Scope.Wave.Hi {
			if v != before[i] {
				return false
			}
		}
		return true
	}
	spikes := s.face().Scope.Spikes
	s.fan(1)
	if !same() || s.face().Scope.Spikes != spikes {
		t.Error("a pass moved the frozen screen")
	}
	s.does("scope:freeze")
	if same() {
		t.Error("the screen stays frozen")
	}
	s.does("scope:freeze", "undo", "undo")
	if s.face().Scope.Frozen {
		t.Error("what was frozen was taken back, and is frozen still")
	}
}

func TestTheGainChoosesItselfUntilAPersonDoes(t *testing.T) {
	s := watcher(t)
	if f := s.face().Scope; f.Step != quietGain {
		t.Errorf("%v µV a division before the first twitch, want %v", f.Step, quietGain)
	}
	s.fan(1).does("scope:last")
	full, high := 3*s.face().Scope.Step, s.play.EMG().Height(s.scope.last)
	if full < high || full > 3*high { // steps are at most 2.5 apart
		t.Errorf("the screen holds %v µV, the twitch is %v high", full, high)
	}
	s.does("scope:gain:1")
	// Three divisions up and three down; a column reaches to the one before it.
	for i, v := range s.scope.lo {
		want := v
		if i > 0 {
			want = math.Min(v, s.scope.hi[i-1])
		}
		if w := s.View().Scope.Wave.Lo[i]; s.face().Scope.Step != 20 || math.Abs(w-(0.5+want/120)) > 1e-12 {
			t.Fatalf("column %d: %v µV stand at %v of the screen's height", i, want, w)
		}
	}
	for _, bad := range []string{"scope:gain:9", "scope:gain:x", "scope:sweep:-1", "scope:sweep:7", "scope:else"} {
		s.does(bad)
		if s.face().Notice == "" || s.face().Scope.Step != 20 {
			t.Errorf("%s was taken", bad)
		}
	}
}

// The endplates' noise dies down on a screen of fixed gain.
func TestTheNoiseOnTheScreenDiesDown(t *testing.T) {
	s := watcher(t).does("scope:gain:1")
	rms := func() float64 {
		sum, n := 0.0, 0.0
		for _, v := range s.scope.lo {
			if math.Abs(v) < 90 { // endplate spikes are not noise
				sum, n = sum+v*v, n+1
			}
		}
		return math.Sqrt(sum / n)
	}
	before := rms()
	s.fan(10).does("wait:10s").rests()
	if after := rms(); after > 0.6*before {
		t.Errorf("the line swings by %.1f µV after ten passes, by %.1f before", after, before)
	}
}

func TestTheBracketIsTheLatency(t *testing.T) {
	s := watcher(t).fan(1).does("scope:last")
	v := s.View().Scope
	// 10 of 200 ms before the hit, 30 ms from there.
	if math.Abs(v.From-0.05) > .001 || math.Abs(v.To-v.From-0.15) > .001 {
		t.Errorf("the bracket runs from %v to %v, want .05 to .20", v.From, v.To)
	}
	if l := s.Labels()[labelLatency]; !l.Shown || math.Abs(l.X-700*.125) > 2 {
		t.Errorf("its word stands at %+v", l)
	}
	s.does("scope:sweep:6")
	if v := s.View().Scope; v.To > v.From || s.Labels()[labelLatency].Shown {
		t.Error("30 ms of 10 s are marked")
	}
}

func TestTheWindowIsKept(t *testing.T) {
	s := watcher(t).fan(1).does("scope:gain:3", "scope:sweep:2", "scope:last", "scope:sweep:2", "scope:freeze")
	s.dirty = true
	o := newStudent(t)
	o.Window(200, 0, 800, 700, 170)
	if err := o.Restore(s.Effects().Save); err != nil {
		t.Fatal(err)
	}
	if o.choice.Scope != s.choice.Scope || !o.View().Scope.Shown {
		t.Errorf("%+v came back as %+v", s.choice.Scope, o.choice.Scope)
	}
	for i, x := range s.scope.hi {
		if y := o.scope.hi[i]; x != y && !(math.IsNaN(x) && math.IsNaN(y)) {
			t.Fatalf("column %d is %v, kept was %v", i, y, x)
		}
	}
	k := savedLab{}
	if _, err := k.UnmarshalMsg(s.Lab.keep()); err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]int64{{1, 0, 0, 99}, {1, 0, -1, 0}, {1, -5, 0, 0}, {1, 2}} {
		k.Scope = bad
		b, err := k.MarshalMsg(nil)
		if err != nil || o.Restore(b) == nil {
			t.Errorf("%v was taken, %v", bad, err)
		}
	}
}

// A run that was kept before there was a window opens with it shut.
func TestASaveWithoutAWindowOpens(t *testing.T) {
	s := newStudent(t).fan(1)
	now := s.Lab.keep()
	older := without(t, now, "window")
	if len(older) >= len(now) {
		t.Fatal("nothing was taken out")
	}
	o := watcher(t)
	if err := o.Restore(older); err != nil {
		t.Fatal(err)
	}
	if o.choice.Scope != (ScopeChoice{}) || o.face().Passes != 1 {
		t.Errorf("it opens with %+v and %d passes", o.choice.Scope, o.face().Passes)
	}
}

func TestTheWindowAllocatesNothing(t *testing.T) {
	s := watcher(t).fan(3).does("scope:sweep:4", "rate:6", "play")
	s.Advance(200)
	if n := testing.AllocsPerRun(50, func() { s.Lab.scope.key.per = 0; s.look(); s.Labels() }); n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

func BenchmarkScope(b *testing.B) {
	for i, name := range []string{"10ms", "20ms", "50ms", "100ms", "200ms", "500ms", "1s"} {
		s := watcher(b).fan(3).does("scope:sweep:"+itoa(i), "rate:6", "play")
		b.Run(name+"/frame", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				// A frame of 16.7 ms at eight times the speed.
				s.scope.key.first -= 1336 / s.scope.key.per
				s.scope.key.known -= 1336 / s.scope.key.per
				s.lookScope()
			}
		})
		b.Run(name+"/whole", func(b *testing.B) {
			for b.Loop() {
				s.scope.key = scopeKey{}
				s.lookScope()
			}
		})
	}
}

// wave copies what the window shows.
func wave(s *student) []float64 { return append([]float64{}, s.View().Scope.Wave.Hi...) }

func alike(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || x != x && y != y })
}

// A burst that was taken back while the window was closed is not in it when it
// opens again: what it shows is a function of the run.
func TestTheWindowOpensOnTheRunAsItIs(t *testing.T) {
	s := watcher(t).fan(3).does("scope", "undo", "speed=74", "aim=6", "pass")
	s.Advance(6000)
	s.does("scope=true")
	shown := wave(s)
	s.Lab.scope.key = scopeKey{}
	s.look()
	if !alike(shown, wave(s)) {
		t.Error("the window shows another run than the one that is there")
	}
}

// A frozen last twitch stays the one that it was, wherever the cursor goes.
func TestAFrozenTwitchStaysWhenScrubbed(t *testing.T) {
	s := watcher(t).fan(4).does("scope:last", "scope:freeze")
	before, spikes := wave(s), s.face().Scope.Spikes
	s.play.Scrub(s.play.Passes()[1].At)
	s.after()
	if !alike(before, wave(s)) || s.face().Scope.Spikes != spikes {
		t.Errorf("a scrub moved what is frozen: %d spikes, then %d", spikes, s.face().Scope.Spikes)
	}
}

// The window's own button closes it, and so does More, which it brings along.
func TestTheWindowCloses(t *testing.T) {
	for _, closes := range []string{"", "more"} {
		s := watcher(t).does("scope=true")
		if f := s.face(); !f.Scope.On || !f.More {
			t.Fatal("the window does not open with More")
		}
		if closes == "" {
			closes = rendered(t, s.face(), s.words).Find("#scope-close").AttrOr("data-do", "no button")
		}
		if s.does(closes); s.face().Scope.On || s.face().Notice != "" {
			t.Errorf("%q leaves the window open, notice %q", closes, s.face().Notice)
		}
	}
}
