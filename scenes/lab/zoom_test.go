package lab

import (
	"math"
	"strings"
	"testing"

	"taut/scenes"
	"taut/scenes/view"
)

// The farthest jump takes less than a second, and none at all where motion is
// reduced; it is said once, when it is there.
func TestAJumpFliesInUnderASecond(t *testing.T) {
	s := newStudent(t)
	s.Resize(1064, 700, 0)
	s.does("level:body")
	s.rests()
	s.said = nil
	s.does("level:endplate")
	ms, last := 0.0, s.zoom.at
	for s.zoom.flying() {
		s.Advance(10)
		if s.zoom.at < last || s.zoom.at-last > 0.1 {
			t.Fatalf("from %v to %v in 10 ms", last, s.zoom.at)
		}
		last = s.zoom.at
		ms += 10
	}
	if ms > 1000 || ms < 300 {
		t.Errorf("the flight takes %v ms", ms)
	}
	s.rests()
	if said := strings.Join(s.said, "|"); strings.Count(said, "Endplate:") != 1 || strings.Contains(said, "Fibre") {
		t.Errorf("said on the way: %q", said)
	}
	still := New(Options{Words: words(t), Still: true})
	still.Do(scenes.Intent{Do: "level:endplate"})
	if still.View().Zoom != view.Zoom(view.EndplateLevel) {
		t.Errorf("with reduced motion the picture is at %v", still.View().Zoom)
	}
}

// Plus and minus walk through all levels and back; each is said once.
func TestKeysWalkThroughTheLevels(t *testing.T) {
	s := newStudent(t)
	s.Resize(1064, 700, 0)
	s.said = nil
	for range 20 {
		s.Key("+", false)
		s.rests()
	}
	for range 30 {
		s.Key("-", false)
		s.rests()
	}
	count := map[string]int{}
	for _, said := range s.said {
		count[strings.SplitN(said, ":", 2)[0]]++
	}
	for name, want := range map[string]int{"Endplate": 1, "Sarcomere": 2, "Fibre": 2, "Band": 1, "Muscle": 1, "Body": 1} {
		if count[name] != want {
			t.Errorf("%s is said %d times, want %d: %q", name, count[name], want, s.said)
		}
	}
}

// The wheel and the fingers zoom smoothly about the trigger point, which does not
// leave its place by more than the level's own anchor moves.
func TestWheelAndPinchAreSmooth(t *testing.T) {
	s := newStudent(t)
	s.Resize(390, 380, 0)
	at := func() (x, y, px float64) {
		c := s.View().Camera
		x, y = c.Px(0, s.View().KnotDepth)
		return x, y, c.PxPerMM
	}
	s.fan(1)
	for range 40 {
		x, y, px := at()
		s.does("zoom=0.15")
		s.Advance(16)
		nx, ny, npx := at()
		if r := npx / px; r < 1 || r > 2 || math.Hypot(nx-x, ny-y) > 12 {
			t.Fatalf("a frame magnifies by %v and moves the point from %v, %v to %v, %v", r, x, y, nx, ny)
		}
	}
	if s.level() != view.EndplateLevel {
		t.Errorf("forty notches reach %v", s.level())
	}
	finger := func(phase scenes.Phase, id int, x float64) {
		s.Point(scenes.Pointer{Zone: "stage", Phase: phase, ID: id, X: x, Y: 190, W: 390, H: 380, Touch: true})
	}
	finger(scenes.Down, 1, 60)
	finger(scenes.Down, 2, 330)
	before := s.View().Zoom
	for x := 330.0; x > 90; x -= 4 {
		was := s.View().Zoom
		finger(scenes.Move, 2, x)
		if d := float64(was - s.View().Zoom); d < 0 || d > 0.12 {
			t.Fatalf("4 px of a pinch move the picture by %v levels", d)
		}
	}
	finger(scenes.Up, 2, 90)
	finger(scenes.Up, 1, 60)
	if float64(before-s.View().Zoom) < 1 {
		t.Errorf("a pinch from %v reaches %v", before, s.View().Zoom)
	}
}

// The level and its switches are kept; Start again and another person keep them
// too, and a lab that was saved without them opens at the band.
func TestTheLevelIsKept(t *testing.T) {
	s := newStudent(t)
	s.fan(1)
	s.kept = nil
	s.does("level:endplate", "cut=true", "beside=true")
	kept := s.kept
	if len(kept) == 0 {
		t.Fatal("a change of the level is not kept")
	}
	s.does("restart", "another")
	if s.level() != view.EndplateLevel {
		t.Errorf("after Start again the picture is at %v", s.level())
	}
	o := newStudent(t)
	if err := o.Restore(kept); err != nil {
		t.Fatal(err)
	}
	if f := o.face(); f.Level != view.EndplateLevel || !f.Cut || !f.Beside || o.View().Zoom != view.Zoom(view.EndplateLevel) {
		t.Errorf("comes back at %v, cut %v, beside %v", f.Level, f.Cut, f.Beside)
	}
	if len(o.Effects().Save) > 0 {
		t.Error("a lab that comes back is kept once more")
	}
	k := savedLab{}
	if _, err := k.UnmarshalMsg(kept); err != nil {
		t.Fatal(err)
	}
	k.Sight = 0 // as in older labs
	b, err := k.MarshalMsg(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Restore(b); err != nil || o.level() != view.BandLevel {
		t.Errorf("an older lab opens at %v: %v", o.level(), err)
	}
	for _, sight := range []int{-1, sights, 1 << 40} {
		k.Sight = sight
		if b, err = k.MarshalMsg(nil); err != nil {
			t.Fatal(err)
		}
		if o.Restore(b) == nil {
			t.Errorf("a lab with the sight %d opens", sight)
		}
	}
}

// What the switch does is said in words.
func TestTheCutIsSaid(t *testing.T) {
	s := newStudent(t)
	s.does("level:endplate")
	s.rests()
	s.said = nil
	s.does("cut=true")
	s.listen()
	if said := strings.Join(s.said, " "); !strings.Contains(said, "nerve is cut") || !strings.Contains(s.describe(), "nerve to the muscle is cut") || !strings.Contains(s.describe(), "Endplate") {
		t.Errorf("said %q, described %q", said, s.describe())
	}
}
