package lab

import (
	"math"
	"testing"

	"taut/scenes"
	"taut/scenes/view"
)

func TestScrubShowsTheMomentAndComesBack(t *testing.T) {
	s := newStudent(t).fan(5)
	now := s.face().Tension
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Down, ID: 1, X: 460, Y: 10, W: 1092, H: 140})
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Move, ID: 1, X: 470, Y: 10, W: 1092, H: 140, MS: 20})
	f := s.face()
	if f.Passes >= 5 || f.Tension <= now {
		t.Errorf("scrubbed to %d passes, tension %.0f", f.Passes, f.Tension)
	}
	c := s.View().Traces.Cursor
	if math.Abs(c-470.0/1092) > 0.01 {
		t.Errorf("the cursor stands at %.3f, the finger at %.3f", c, 470.0/1092)
	}
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Up, ID: 1, X: 470, Y: 10, W: 1092, H: 140, MS: 40})
	s.types("Escape")
	if f := s.face(); f.Passes != 5 {
		t.Errorf("back at %d passes", f.Passes)
	}
}

func TestLabelsStayInThePictureAndOffTheLens(t *testing.T) {
	for _, size := range [][2]float64{{1092, 700}, {676, 560}, {390, 380}} {
		s := newStudent(t)
		s.Resize(size[0], size[1], 0)
		for step := range 2 {
			if step == 1 {
				s.fan(4)
				s.does("direction=1.5", "pass")
				s.Advance(1500) // slow motion: the tip is deep and behind the plane
			}
			for _, b := range s.Labels() {
				if !b.Shown || b.Key == "label-lens" {
					continue
				}
				if b.X < 0 || b.Y < 0 || b.X > size[0]-40 || b.Y > size[1]-10 {
					t.Errorf("%v: %s at %.0f, %.0f is out of the picture", size, b.Key, b.X, b.Y)
				}
				// Words are up to some 120 px wide at this size of type.
				if lx, ly, r := view.LensAt(s.View().Camera); s.View().Lens.Shown && b.X+120 > lx-r && b.X < lx+r && b.Y+12 > ly-r && b.Key != "label-scale" {
					t.Errorf("%v: %s at %.0f, %.0f lies on the lens", size, b.Key, b.X, b.Y)
				}
				if b.TX < -1 || b.TX > size[0]+1 || b.TY < -1 || b.TY > size[1]+1 {
					t.Errorf("%v: %s points at %.0f, %.0f", size, b.Key, b.TX, b.TY)
				}
			}
		}
	}
}

func TestStillLabArrivesAtOnce(t *testing.T) {
	l := New(Options{Words: words(t), Still: true})
	l.Resize(800, 600, 0)
	l.Do(scenes.Intent{Do: "wait:1d"})
	if l.play.Now().Seconds() < 86400 || !l.View().Still {
		t.Error("a film runs under reduced motion")
	}
}

// What is drawn above the muscle's limits follows the run.
func TestViewFollowsTheRun(t *testing.T) {
	s := newStudent(t)
	v := *s.View()
	if !v.Needle.Halo || v.Needle.Tip.Z <= 0 || v.Camera.Z > -20 {
		t.Errorf("the first needle: %+v in %+v", v.Needle, v.Camera)
	}
	s.types(" ")
	deep, twitch, ripple := 0.0, 0.0, -1.0
	for !s.Steady() {
		s.Advance(8)
		deep = math.Max(deep, s.View().Needle.Tip.Z)
		twitch = math.Max(twitch, s.View().Twitch)
		ripple = math.Max(ripple, s.View().Ripple)
	}
	if math.Abs(deep-19) > 0.5 || twitch < 0.2 || ripple < 300 {
		t.Errorf("deepest %.1f mm, twitch %.2f, ripple %.0f ms", deep, twitch, ripple)
	}
	s.fan(9).does("wait:5m").rests()
	w := s.View()
	if w.Tension >= v.Tension/2 || w.Flow <= v.Flow || w.Haze >= v.Haze || w.Acid >= v.Acid || w.Start != v.Start {
		t.Errorf("after ten passes and five minutes: tension %.2f flow %.2f haze %.2f acid %.2f", w.Tension, w.Flow, w.Haze, w.Acid)
	}
	if w.Lens.KnotNow <= w.Lens.KnotStart || w.Lens.RestNow >= w.Lens.RestStart {
		t.Errorf("lens %+v", w.Lens)
	}
	s.types("b")
	s.Advance(3000)
	if s.View().Tension != v.Tension {
		t.Error("B does not show the start while it is held")
	}
	if !s.Key("", false) || s.View().Tension == v.Tension {
		t.Error("the start stays when B is let go")
	}
	if s.Key("", false) {
		t.Error("a key that is not held changes something")
	}
}
