package lab

import (
	"fmt"
	"math"
	"testing"

	"taut/game/needle"
	"taut/scenes"
)

func TestGesturesAreClassedByTheirSpeed(t *testing.T) {
	for _, c := range []struct{ v, want float64 }{
		{200, 80}, {48, 80}, {24, math.Sqrt(10 * 80)}, {12, 10}, {11, 10}, {1, 10}, {0, 10}, {math.NaN(), 10},
	} {
		if got := classed(c.v); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("classed(%v) = %v, want %v", c.v, got, c.want)
		}
	}
	last := 0.0
	for v := 1.0; v < 100; v++ {
		if got := classed(v); got < last {
			t.Errorf("classed falls at %v mm/s", v)
		} else {
			last = got
		}
	}
}

// The speed is that in the muscle alone: a pause in the fat and one at the end
// do not count, and few samples give the same as many.
func TestMeanSpeedIsTakenInTheMuscle(t *testing.T) {
	for _, c := range []struct {
		name string
		way  []sample
		want stroke
	}{
		{"even", []sample{{0, 0}, {100, 5}, {200, 10}, {400, 20}}, stroke{20, 50}},
		{"two samples", []sample{{0, 0}, {400, 20}}, stroke{20, 50}},
		{"a pause in the fat", []sample{{0, 0}, {100, 5}, {900, 5.5}, {1000, 6.5}, {1100, 16.5}}, stroke{16.5, 100}},
		{"a pause at the end", []sample{{0, 6.5}, {200, 16.5}, {5000, 16.5}}, stroke{16.5, 50}},
		{"above the muscle", []sample{{0, -0.5}, {500, 4.5}}, stroke{4.5, 10}},
		{"all at once", []sample{{10, 0}, {10, 20}}, stroke{20, needle.MaxSpeed}},
	} {
		var p path
		p.start(c.way[0])
		for _, s := range c.way[1:] {
			if _, ok := p.move(s, 6.5, 1); ok {
				t.Errorf("%s: ended on the way down", c.name)
			}
		}
		got, ok := p.end(6.5, 1)
		if !ok || math.Abs(got.deep-c.want.deep) > 1e-9 || math.Abs(got.speed-c.want.speed) > 1e-9 {
			t.Errorf("%s: %+v %v, want %+v", c.name, got, ok, c.want)
		}
	}
}

func TestAShortTwitchOfTheFingerIsNoStroke(t *testing.T) {
	var p path
	p.start(sample{0, 3.8})
	p.move(sample{50, 5.2}, 6.5, 1)
	if _, ok := p.end(6.5, 1); ok {
		t.Error("1.4 mm make a stroke")
	}
	p.start(sample{0, -5})
	p.move(sample{50, -0.1}, 6.5, 1)
	if _, ok := p.end(6.5, 1); ok {
		t.Error("a stroke in the air")
	}
}

// finger pushes the needle along its axis by mm of the picture, at a speed, and
// gives the time when it is through. Time goes by in the lab as well.
type finger struct {
	*student
	ms   float64
	x, y float64
}

func (f *finger) event(phase scenes.Phase) {
	f.Point(scenes.Pointer{Zone: "stage", Phase: phase, ID: 1, X: f.x, Y: f.y, W: f.size.w, H: f.size.h, MS: f.ms})
	f.listen()
}

// grabs puts the finger on the shaft just above the skin.
func (f *finger) grabs() *finger {
	f.x, f.y = f.View().Camera.Px(f.View().Needle.Entry.X, -1)
	f.event(scenes.Down)
	return f
}

// pushes moves it down by mm at mm/s; up where mm is negative.
func (f *finger) pushes(mm, speed float64) *finger {
	const steps = 24
	px := f.View().Camera.PxPerMM
	for range steps {
		d := math.Abs(mm) / speed * 1000 / steps
		f.ms += d
		f.y += mm * px / steps
		f.event(scenes.Move)
		f.Advance(d)
	}
	return f
}

func (f *finger) lets() *finger { f.event(scenes.Up); return f }

// The same hand makes the same stroke on screens of all sizes.
func TestStrokesOfExactSpeed(t *testing.T) {
	for _, size := range [][2]float64{{1092, 700}, {676, 560}, {390, 380}} {
		for _, c := range []struct {
			speed  float64
			twitch bool
		}{{100, true}, {48, true}, {30, true}, {10, false}} {
			t.Run(fmt.Sprintf("%v at %v", size, c.speed), func(t *testing.T) {
				s := newStudent(t)
				s.Resize(size[0], size[1], 0)
				f := &finger{student: s}
				f.grabs().pushes(20, c.speed).lets().rests()
				face := s.face()
				if face.Passes != 1 || (face.Twitches == 1) != c.twitch {
					t.Errorf("passes %d, twitches %d; want a twitch: %v", face.Passes, face.Twitches, c.twitch)
				}
				if math.Abs(face.SpeedShown-c.speed) > 0.02*c.speed {
					t.Errorf("shown %.1f mm/s, drawn at %v", face.SpeedShown, c.speed)
				}
				a := s.play.Actions()[0]
				if want := classed(c.speed); math.Abs(a.Speed-want) > 0.05*want || !a.Drawn {
					t.Errorf("taken at %.1f mm/s, want %.1f", a.Speed, want)
				}
				if math.Abs(a.Pose.Depth-(20+set)) > 0.3 {
					t.Errorf("depth %.2f", a.Pose.Depth)
				}
			})
		}
	}
}

func TestTheTipFollowsTheFingerAndBoneHoldsIt(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs().pushes(12, 60)
	if z := s.View().Needle.Tip.Z; math.Abs(z-12-set) > 0.2 || !s.View().Needle.Held {
		t.Errorf("the tip is at %.2f mm, the finger at 13", z)
	}
	if s.face().Passes != 0 {
		t.Error("a pass on the way down")
	}
	f.pushes(20, 60)
	if z := s.View().Needle.Tip.Z; z != s.play.Limb().Muscle {
		t.Errorf("the tip went into the bone: %.2f mm", z)
	}
	f.lets().rests()
	if n := s.face().Feedback.Headline; n != "The tip touched bone, so this point ends here." {
		t.Errorf("headline %q", n)
	}
}

func TestOneGestureMakesSeveralPasses(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs()
	for range 4 {
		f.pushes(20, 80).pushes(-18, 80)
		f.pushes(-2, 80)
	}
	f.lets().rests()
	if n := s.face().Passes; n != 4 {
		t.Errorf("%d passes in one gesture, want 4", n)
	}
}

func TestAPushThatStopsInTheFatIsShallowAndOneInTheAirIsNone(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs().pushes(3, 40).lets().rests()
	if h := s.last(); h != "Pass 1. No twitch: too shallow. Tension 100 per cent, was 100." {
		t.Errorf("said %q", h)
	}
	s = newStudent(t)
	f = &finger{student: s}
	f.grabs().pushes(-4, 40).lets()
	if s.face().Passes != 0 {
		t.Error("a pass in the air")
	}
}

func TestDraggingAlongTheSkinAims(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs()
	f.x += 40
	f.event(scenes.Move)
	f.lets()
	want := 40 / s.View().Camera.PxPerMM
	if got := s.face().Pose.Along; math.Abs(got-want) > 1e-6 {
		t.Errorf("along %.2f mm, want %.2f", got, want)
	}
	// The upper end of the needle is twisted, by whole hours.
	s = newStudent(t)
	f = &finger{student: s}
	f.x, f.y = s.View().Camera.Px(0, -15)
	f.event(scenes.Down)
	f.x += 3.2 * pxPerHour
	f.event(scenes.Move)
	f.lets()
	if p := s.face().Pose; p.Angle != 10 || p.Direction != 3 {
		t.Errorf("the grip twisted to the right: %+v, want a tip that leans to 3 o'clock", p)
	}
}

func TestTheViewFromAboveTurnsAndAims(t *testing.T) {
	s := newStudent(t)
	at := func(phase scenes.Phase, along, across float64) {
		k := 0.92 * 160 / 2 / aboveMM
		s.Point(scenes.Pointer{Zone: "above", Phase: phase, ID: 4, X: 80 + along*k, Y: 80 - across*k, W: 160, H: 160})
	}
	at(scenes.Down, 3, 0)
	at(scenes.Up, 3, 0)
	p := s.face().Pose
	if tip := s.tipOf(p); math.Hypot(tip.X-3, tip.Y) > 0.01 || math.Abs(p.Direction-3) > 1e-9 {
		t.Errorf("tip at %+v, pose %+v", tip, p)
	}
	at(scenes.Down, 0, 4)
	at(scenes.Up, 0, 4)
	if p = s.face().Pose; math.Min(p.Direction, 12-p.Direction) > 1e-9 || p.Along != 0 {
		t.Errorf("away from the viewer is 12 o'clock: %+v", p)
	}
	at(scenes.Down, 0, 0.3) // on the entry point
	at(scenes.Move, -2, 0.3)
	at(scenes.Up, -2, 0.3)
	if q := s.face().Pose; math.Abs(q.Along+2) > 1e-6 || q.Angle != p.Angle {
		t.Errorf("the entry point moved to %+v", q)
	}
}

func TestTwoTouchesAtOnce(t *testing.T) {
	s := newStudent(t)
	f := &finger{student: s}
	f.grabs()
	f.x += 20
	f.event(scenes.Move)
	s.does("pass")
	s.Point(scenes.Pointer{Zone: "stage", Phase: scenes.Down, ID: 2, X: 5, Y: 5, W: 1092, H: 700})
	f.x += 20
	f.event(scenes.Move)
	f.lets().rests()
	if p := s.face(); p.Passes != 1 || p.Pose.Along < 2 {
		t.Errorf("%d passes, aimed at %.2f mm", p.Passes, p.Pose.Along)
	}
}
