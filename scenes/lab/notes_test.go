package lab

import (
	"math"
	"strings"
	"testing"

	"taut/scenes/view"
)

// note is the line at the top of the picture.
func (s *student) note() string {
	return spoken(rendered(s.t, s.face(), s.words).Find("#label-scalenote"))
}

// The note on the picture names its level, and tells of fibres only where there
// are some.
func TestTheNoteNamesTheLevel(t *testing.T) {
	s := newStudent(t)
	for level := range view.Levels {
		s.does("level:" + level.String()).rests()
		if want := s.words.T("panel.level."+level.String()+".name") + "."; !strings.HasPrefix(s.note(), want) {
			t.Errorf("the note is %q, want %q first", s.note(), want)
		}
	}
	s.does("level:band").rests()
	if !strings.Contains(s.note(), "Fibres") {
		t.Errorf("the fibres' size is not told: %q", s.note())
	}
	s.does("at-skin=true")
	d := rendered(t, s.face(), s.words)
	if text := s.note() + spoken(d.Find("[aria-labelledby=name-parts]")); strings.Contains(text, "Fibres drawn") {
		t.Errorf("at the skin the fibres' size is told: %q", text)
	}
	s.does("scan=true").rests()
	if !strings.HasPrefix(s.note(), "Ultrasound.") {
		t.Errorf("over the scan stands %q", s.note())
	}
}

// Without blood no word on the picture or of its things says that a cell is red.
func TestThePlainPictureHasNoRedWords(t *testing.T) {
	s := newStudent(t).does("plain=true", "more", "level:fibre").rests().does("part:red-cells")
	d := rendered(t, s.face(), s.words)
	for _, where := range []string{"#labels", "[aria-labelledby=name-parts]"} {
		if text := spoken(d.Find(where)); strings.Contains(strings.ToLower(text), "red ") {
			t.Errorf("%s says %q", where, text)
		}
	}
}

// The whole muscle's bundle has words, and a tap on each strand finds it.
func TestVesselsAndNerveOfTheMuscleHaveWords(t *testing.T) {
	s := newStudent(t).fan(3).does("level:muscle").rests()
	words := spoken(rendered(t, s.face(), s.words).Find("#labels"))
	for _, want := range []string{"Artery and vein", "Nerve"} {
		if !strings.Contains(words, want) {
			t.Errorf("no word %q in %q", want, words)
		}
	}
	for _, a := range view.MuscleParts {
		if a.Key != "vessels" && a.Key != "nerve" {
			continue
		}
		x, y := s.v.Spot(view.MuscleLevel, a.X, a.Z)
		if got := s.v.Hit(view.MuscleLevel, nil, x, y, 8); got != a.Key {
			t.Errorf("a tap on %s finds %q", a.Key, got)
		}
	}
}

// A gap that a pass has left among the fibres has a word, where it lies.
func TestTracksAmongTheFibresHaveAWord(t *testing.T) {
	s := newStudent(t).does("more", "level:fibre").rests()
	words := func() string { return spoken(rendered(t, s.face(), s.words).Find("#labels")) }
	if strings.Contains(words(), "Needle track") {
		t.Error("there is a track before the first pass")
	}
	s.does("pass").rests()
	if !strings.Contains(words(), "Needle track") {
		t.Errorf("no word for the track in %q", words())
	}
	x, y, ok := s.v.FibreTrack()
	sh := s.v.Shaft(s.v.Tracks[0].Entry, s.v.Tracks[0].Tip)
	if !ok || math.Abs(x-sh.X0-sh.Slope*y) > 1e-9 || y > sh.Tip {
		t.Errorf("its word points at (%.0f, %.0f) µm, %v", x, y, ok)
	}
	s.does("wait:3d").rests()
	if strings.Contains(words(), "Needle track") {
		t.Error("the track has its word when it is drawn no more")
	}
}

// The lens says so where there is nothing to compare.
func TestTheLensSaysThatNothingChanged(t *testing.T) {
	s := newStudent(t).does("aim=14", "more")
	lens := func() string { return spoken(rendered(t, s.face(), s.words).Find("#label-lens")) }
	same := s.words.T("panel.label.lens-same")
	if lens() == same {
		t.Error("before any pass it is not news")
	}
	s.does("pass").rests()
	if lens() != same {
		t.Errorf("after a miss it says %q", lens())
	}
	s.does("aim=0").fan(4)
	if lens() == same {
		t.Error("after four passes through the knot it still says so")
	}
}

// The badge says how fast time runs in words that can be said.
func TestTheBadgeReadsWell(t *testing.T) {
	s := newStudent(t).does("play")
	for rate, want := range map[string]string{"rate:3": "Time runs", "rate:5": "Time runs 4 times faster", "rate:2": "Time runs 4 times slower"} {
		s.does(rate)
		s.Advance(20)
		if got := s.phrases.texts(s.face())[vBadge]; got != want {
			t.Errorf("%s: %q, want %q", rate, got, want)
		}
	}
}

// The strip's scale shows that the noise falls: it takes up a fair part of the
// row at first and much less after ten passes, in every look at the strip.
func TestTheStripShowsTheNoiseFall(t *testing.T) {
	s := newStudent(t).does("more").does("play")
	s.Resize(1092, 700, 140)
	wide := func() float64 {
		s.Advance(3000)
		row := s.v.Traces.Rows[rowEMG]
		n, sum := 0, 0.0
		for i := columns - 40; i < columns-2; i++ {
			if d := row.Hi[i] - row.Lo[i]; d < 1 { // no burst
				n, sum = n+1, sum+d
			}
		}
		return sum / float64(n)
	}
	first := wide()
	s.does("play").fan(10).does("play")
	last := wide()
	if first < 0.25 || last > 0.5*first {
		t.Errorf("the noise takes up %.2f of its row at first and %.2f after ten passes", first, last)
	}
}
