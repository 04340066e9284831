package lab

import (
	"math"
	"testing"

	"taut/scenes"
	"taut/scenes/view"
)

// pictures are the sizes of the picture, and of the traces below it, in windows
// of 1440x900, 1024x768 and 390x844.
var pictures = [...]size{{w: 1064, h: 700, dock: 148}, {w: 704, h: 588, dock: 128}, {w: 390, h: 380, dock: 40}}

// shownAt gives a lab with all forward after three passes, at a level.
func shownAt(t *testing.T, level view.Level, p size, theme string) *student {
	t.Helper()
	s := newStudent(t)
	s.Resize(p.w, p.h, p.dock)
	s.fan(3)
	if !s.choice.More {
		s.does("more")
	}
	if theme != "" {
		s.does("theme:" + theme)
	}
	s.does("level:" + level.String())
	s.rests()
	s.Labels()
	return s
}

// eachPicture gives a lab at each level, and with the scan.
func eachPicture(t *testing.T, p size, theme string, f func(name string, s *student)) {
	t.Helper()
	for level := range view.Levels {
		f(level.String(), shownAt(t, level, p, theme))
	}
	s := shownAt(t, view.BandLevel, p, theme).does("scan=true").rests()
	s.Labels()
	f("scan", s)
}

// touches puts a finger down and lifts it again after ms, moved by dx.
func (s *student) touches(x, y, dx, ms float64, touch bool) {
	p := scenes.Pointer{Zone: "stage", Phase: scenes.Down, ID: 4, X: x, Y: y, W: s.size.w, H: s.size.h, MS: 1000, Touch: touch}
	s.Point(p)
	if p.X += dx; dx != 0 {
		p.Phase = scenes.Move
		s.Point(p)
	}
	p.Phase, p.MS = scenes.Up, p.MS+ms
	s.Point(p)
	s.listen()
}

// A tap on the place of each named thing opens its card, which comes into view;
// a second one closes it. Words have their own place.
func TestATapOpensTheCard(t *testing.T) {
	for _, p := range pictures {
		eachPicture(t, p, "", func(name string, s *student) {
			tapped := 0
			for _, a := range append([]view.Anchor(nil), s.places...) {
				x, y := s.v.Spot(s.level(), a.X, a.Z)
				covered := false
				for i := range s.f.slots() {
					covered = covered || s.spread.boxes[i].has(x, y, 1)
				}
				for i := range s.f.named() {
					covered = covered || s.labelBox(i).has(x, y, 1)
				}
				if covered || x < 0 || y < 0 || x > p.w || y > p.h {
					continue
				}
				tapped++
				s.seen = ""
				s.touches(x, y, 0, 90, p.w < 500)
				if got := s.face().PartOpen; got != a.Key {
					t.Fatalf("%v %v: a tap on %q opens %q", name, p, a.Key, got)
				}
				if s.seen != "card-part-"+a.Key {
					t.Errorf("%v: %q comes into view", name, s.seen)
				}
				if m := s.View().Marked; !m.Shown || math.Hypot(m.X-x, m.Y-y) > 23 {
					t.Errorf("%v %v: %q at %.0f, %.0f is marked at %+v", name, p, a.Key, x, y, m)
				}
				s.Labels()
				s.touches(x, y, 0, 90, p.w < 500)
				if s.face().PartOpen == a.Key {
					t.Errorf("%v %v: a second tap leaves %q open", name, p, a.Key)
				}
				s.Labels()
			}
			if tapped < 3 {
				t.Errorf("%v %v: %d things could be tapped", name, p, tapped)
			}
		})
	}
}

// Words on the picture can be tapped.
func TestWordsAreTapped(t *testing.T) {
	eachPicture(t, pictures[0], "", func(name string, s *student) {
		n := 0
		for i, key := range s.f.slots() {
			if b := s.spread.boxes[i]; b.x1 > b.x0 {
				s.touches(b.x1-3, (b.y0+b.y1)/2, 0, 90, false)
				if got := s.face().PartOpen; got != key {
					t.Errorf("%v: the words %q open %q", name, key, got)
				}
				s.does("part:" + key)
				n++
			}
		}
		for i, key := range s.f.named() {
			if b := s.labelBox(i); key != "" && b.x1 > b.x0 {
				s.touches(b.x1-4, (b.y0+b.y1)/2, 0, 90, false)
				if got := s.face().PartOpen; got != key {
					t.Errorf("%v: the words %s open %q", name, labelIDs[i], got)
				}
				s.does("part:" + key)
				n++
			}
		}
		if n < 3 {
			t.Errorf("%v has %d words", name, n)
		}
	})
}

// Each chip of the scan marks its thing: the stiffness on the map, all else on
// the image; and the words of an open part without a label of its own stand there.
func TestTheScansChipsMarkTheirThings(t *testing.T) {
	for _, p := range pictures {
		s := shownAt(t, view.BandLevel, p, "").does("scan=true").rests()
		panes := view.ScanPanes(p.w, s.View().Scan.Left)
		for _, r := range scanRows {
			s.Do(scenes.Intent{Do: "mark", Value: r.key})
			m := s.View().Marked
			if onMap := m.X > panes.Map; !m.Shown || m.DX != 0 || m.DY != 0 || onMap != (r.key == "stiffness") || !onMap && (m.X < panes.Left || m.X > panes.Split) {
				t.Errorf("%v: %s is marked by %+v", p, r.key, m)
			}
		}
		s.Do(scenes.Intent{Do: "mark", Value: "knot"})
		if s.View().Marked.Shown {
			t.Errorf("%v: the band's knot is marked on the scan", p)
		}
		s.does("part:twitch")
		if words := s.Labels()[int(labelCount)+slotCount-1]; !words.Shown {
			t.Errorf("%v: the open part's words %+v", p, words)
		}
	}
}

// A long press, a drag and a pinch are no taps; at the band a tap leaves the
// needle where it was.
func TestWhatIsNoTap(t *testing.T) {
	s := shownAt(t, view.BandLevel, pictures[0], "")
	x, y := s.v.Camera.Px(0, 3)
	before, passes := *s.View(), s.face().Passes
	s.touches(x, y, 0, 900, false)
	s.touches(x, y, 40, 90, false)
	if s.face().PartOpen != "" {
		t.Errorf("%q is open", s.face().PartOpen)
	}
	s.does("aim=0")
	s.touches(x, y, 0, 100, false)
	if s.face().PartOpen == "" {
		t.Error("a tap in the fat opens nothing")
	}
	if n := s.View().Needle; n != before.Needle || s.face().Passes != passes || s.hand.down {
		t.Errorf("the tap moved the needle from %+v to %+v", before.Needle, n)
	}

	s = shownAt(t, view.EndplateLevel, pictures[2], "")
	for _, p := range []scenes.Pointer{{Phase: scenes.Down, ID: 1, X: 150, Y: 200}, {Phase: scenes.Down, ID: 2, X: 250, Y: 200}, {Phase: scenes.Up, ID: 2, X: 250, Y: 200}, {Phase: scenes.Up, ID: 1, X: 150, Y: 200}} {
		p.Zone, p.Touch = "stage", true
		s.Point(p)
	}
	if s.face().PartOpen != "" || s.face().Notice != "" {
		t.Errorf("a pinch opens %q and says %q", s.face().PartOpen, s.face().Notice)
	}
}

// A drag away from the band moves no needle and says where it is in hand.
func TestADragAwayFromTheBand(t *testing.T) {
	s := shownAt(t, view.SarcomereLevel, pictures[0], "")
	pose, passes := s.choice.Pose, s.face().Passes
	s.said = nil
	s.touches(500, 300, 60, 300, false)
	if s.face().Notice == "" || len(s.said) != 1 || s.said[0] != s.face().Notice {
		t.Errorf("said %q, notice %q", s.said, s.face().Notice)
	}
	if s.choice.Pose != pose || s.face().Passes != passes || s.View().Needle.Held {
		t.Error("the needle moved")
	}
}

// Over a chip the thing is marked, without a word and without a new panel; what
// lies outside the picture is pointed to from its edge.
func TestAChipMarksItsThing(t *testing.T) {
	s := shownAt(t, view.EndplateLevel, pictures[2], "")
	s.does("aim=nowhere")
	rev, notice := s.Revision(), s.face().Notice
	s.Do(scenes.Intent{Do: "mark", Value: "vesicles"})
	if m := s.View().Marked; !m.Shown || m.DX != 0 || m.DY != 0 {
		t.Errorf("the vesicles are marked by %+v", m)
	}
	s.Do(scenes.Intent{Do: "mark", Value: "injury"})
	if m := s.View().Marked; !m.Shown || m.DX > -0.9 || m.X > 30 {
		t.Errorf("what lies to the left is pointed to by %+v", m)
	}
	s.Do(scenes.Intent{Do: "mark", Value: ""})
	if s.View().Marked.Shown || s.Revision() != rev || s.face().Notice != notice {
		t.Error("a hand that went by left something behind")
	}
}

// A chip that goes while the hand is on it takes its mark along: it does not come
// back by itself.
func TestAMarkGoesWithItsChip(t *testing.T) {
	s := shownAt(t, view.BandLevel, pictures[0], "")
	s.Do(scenes.Intent{Do: "mark", Value: "knot"})
	if !s.View().Marked.Shown {
		t.Fatal("the knot is not marked")
	}
	for _, way := range [][2]string{{"hide-knot=true", "hide-knot=false"}, {"level:endplate", "level:band"}} {
		s.Do(scenes.Intent{Do: "mark", Value: "knot"})
		s.does(way[0]).rests()
		s.does(way[1]).rests()
		if m := s.View().Marked; m.Shown {
			t.Errorf("%v: the mark comes back: %+v", way, m)
		}
	}
}

// The words keep off each other, the note, the badge, the rail, the scale and
// the lens, in every theme; every line ends in the picture, at what it names.
func TestWordsOfEveryLevelHaveRoom(t *testing.T) {
	for _, p := range pictures {
		for _, theme := range []string{"", "projector"} {
			eachPicture(t, p, theme, func(name string, s *student) {
				if name == "scan" {
					s.does("part:fascia")
					s.Labels()
				}
				all := s.taken(nil)
				n := 0
				labels := s.Labels()
				for i, key := range s.f.slots() {
					b, at := s.spread.boxes[i], labels[int(labelCount)+i]
					if b.x1 <= b.x0 {
						continue
					}
					n++
					if b.x0 < 0 || b.y0 < 0 || b.x1 > p.w || b.y1 > p.h {
						t.Errorf("%v %v %s: %q is not in the picture: %+v", name, p, theme, key, b)
					}
					for _, o := range all {
						if b.meets(o) {
							t.Errorf("%v %v %s: %q %+v lies over %+v", name, p, theme, key, b, o)
						}
					}
					all = append(all, b)
					var x, y float64
					for _, a := range s.places {
						if a.Key == key {
							x, y = s.v.Spot(s.level(), a.X, a.Z)
						}
					}
					if !at.Shown || math.Hypot(at.TX-x, at.TY-y) > 1 || x < 0 || y < 0 || x > p.w || y > p.h {
						t.Errorf("%v %v: the line of %q ends at %.0f, %.0f; it stands at %.0f, %.0f", name, p, key, at.TX, at.TY, x, y)
					}
					if d := math.Hypot((b.x0+b.x1)/2-x, (b.y0+b.y1)/2-y); d > 0.45*math.Max(p.w, p.h) {
						t.Errorf("%v %v: %q stands %.0f px from its thing", name, p, key, d)
					}
				}
				if least := 3; s.level() != view.BandLevel && n < least {
					t.Errorf("%v %v %s: %d words", name, p, theme, n)
				}
			})
		}
	}
}

// No words while the picture flies or one level fades into the next.
func TestNoWordsBetweenLevels(t *testing.T) {
	s := shownAt(t, view.FibreLevel, pictures[0], "")
	s.does("zoom=0.5")
	for s.zoom.flying() {
		for _, b := range s.Labels() {
			if b.Shown && b.Key != "label-scale" && b.Key != "label-wait" {
				t.Fatalf("%s is shown at %v", b.Key, s.zoom.at)
			}
		}
		s.Advance(16)
	}
}

// Escape on the stage closes the card.
func TestEscapeClosesTheCard(t *testing.T) {
	s := shownAt(t, view.FibreLevel, pictures[0], "")
	s.does("part:nerve")
	if s.types("Escape"); s.face().PartOpen != "" {
		t.Error("the card stays open")
	}
	if s.Key("Escape", false) {
		t.Error("Escape is taken where there is nothing to end")
	}
}
