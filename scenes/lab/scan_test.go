package lab

import (
	"math"
	"strings"
	"testing"

	"taut/game/content"
	"taut/game/course"
	"taut/scenes/view"
)

// The switch puts the probe on: the picture flies to the band, says what it
// shows and that it is idealised, and centres the image on the trigger point.
func TestUltrasoundIsSwitchedOn(t *testing.T) {
	s := newStudent(t).does("level:endplate")
	for !s.Steady() {
		s.Advance(50)
	}
	s.does("scan=true")
	if s.View().Scan.Shown {
		t.Error("the scan is shown before the picture is at the band")
	}
	if !strings.Contains(s.last(), "here the twitch shows") || !strings.Contains(s.last(), "Idealised.") {
		t.Errorf("said %q", s.last())
	}
	for !s.Steady() {
		s.Advance(50)
	}
	v := s.View()
	if !v.Scan.Shown || v.Lens.Shown || v.Zoom != home {
		t.Fatalf("scan %v, lens %v, zoom %v", v.Scan.Shown, v.Lens.Shown, v.Zoom)
	}
	if x, _ := v.Camera.Px(0, 0); math.Abs(x-view.ScanPanes(v.Camera.W, v.Scan.Left).Image()) > 1e-9 {
		t.Errorf("the trigger point stands at %v", x)
	}
	d := rendered(t, s.face(), s.words)
	if d.Find("#scan[checked]").Length() != 1 {
		t.Error("the switch does not show that it is on")
	}
	const badge = "Idealised. Real scans often show no clear nodule."
	for _, where := range []string{"#label-scalenote", "[aria-labelledby=name-parts]"} {
		if !strings.Contains(spoken(d.Find(where)), badge) {
			t.Errorf("%s does not say that the scan is idealised", where)
		}
	}
	if s.does("scan=false"); s.View().Scan.Shown || !strings.Contains(s.last(), "A cut through skin") {
		t.Errorf("switched off, scan %v, said %q", s.View().Scan.Shown, s.last())
	}
}

// The eye at the skin, the hidden knot and the scan are taken one at a time; a
// level beside the band takes the probe off, and the zoom holds while it is on.
func TestOneWayToLookAtATime(t *testing.T) {
	s := newStudent(t).does("at-skin=true", "hide-knot=true", "scan=true")
	if f := s.face(); f.AtSkin || f.HideKnot || !f.Scan {
		t.Errorf("scan on: at the skin %v, knot hidden %v", f.AtSkin, f.HideKnot)
	}
	for _, other := range []string{"at-skin=true", "hide-knot=true", "level:fibre"} {
		s.does("level:band", "scan=true", other)
		if s.face().Scan {
			t.Errorf("%s leaves the probe on", other)
		}
		s.does("at-skin=false", "hide-knot=false")
	}
	s.does("scan=true")
	for !s.Steady() {
		s.Advance(50)
	}
	s.types("+", "-", "-").does("zoom=0.4", "level:band")
	if s.View().Zoom != home || !s.View().Scan.Shown {
		t.Errorf("zoom %v, scan %v", s.View().Zoom, s.View().Scan.Shown)
	}
}

// T30 and T32: the band is about twice as stiff as its surroundings at first,
// hardly less so right after ten passes, and evened out after three days.
func TestStiffnessEvensOutOverDays(t *testing.T) {
	s := newStudent(t).does("scan=true")
	ratio := func() float64 { return s.View().Scan.Band / s.View().Scan.Beside }
	before, dark := ratio(), s.View().Pull(s.View().Tension)
	s.fan(10)
	after := ratio()
	if now := s.View().Pull(s.View().Tension); now > dark/2 {
		t.Errorf("the nodule's pull went from %.2f to %.2f only", dark, now)
	}
	s.does("wait:3d").rests()
	days := ratio()
	t.Logf("the band is %.2f, %.2f, %.2f times as stiff", before, after, days)
	if before < 1.8 || before > 2.3 || after < 0.97*before || days-1 > (before-1)/2 {
		t.Errorf("stiffness %.2f times the surroundings, %.2f after ten passes, %.2f after three days", before, after, days)
	}
	for _, p := range s.parts(nil) {
		if p.Key == "stiffness" && math.Abs(p.Value-days) > 1e-9 {
			t.Errorf("the card says %.2f", p.Value)
		}
	}
	if text := s.describe(); !strings.Contains(text, "Seen by ultrasound, idealised") || !strings.Contains(text, decimal(course.Surround())) {
		t.Errorf("described as %q", text)
	}
	if s.does("scan=false"); strings.Contains(s.describe(), "ultrasound") {
		t.Error("without a probe the description has ultrasound")
	}
}

// B shows the start in the scan too: its stiffness as well.
func TestBlinkShowsTheStartOfTheScan(t *testing.T) {
	s := newStudent(t).does("scan=true")
	start := s.View().Scan.Band
	s.fan(10).does("wait:1d").rests()
	if now := s.View().Scan.Band; now > start-1 {
		t.Fatalf("after a day %.2f kPa, at first %.2f", now, start)
	}
	if s.types("b"); s.View().Scan.Band != start {
		t.Errorf("a blink shows %.2f kPa, want %.2f", s.View().Scan.Band, start)
	}
}

// Each part of the scan opens its card with a value in words; what colour and
// twitch show follows the model.
func TestScanPartsOpenTheirCards(t *testing.T) {
	s := newStudent(t).does("more", "scan=true")
	format := func(key string) string {
		for _, p := range s.parts(nil) {
			if p.Key == key {
				return p.Format
			}
		}
		return "no part " + key
	}
	known := map[string]bool{}
	for _, f := range partFormats {
		known[f.key] = true
	}
	for _, p := range s.parts(nil) {
		if !known[p.Format] {
			t.Errorf("%q has no words %q", p.Key, p.Format)
		}
		s.does("part:" + p.Key)
		card := spoken(rendered(t, s.face(), s.words).Find("#card-part-" + p.Key))
		if !strings.Contains(card, "Evidence:") || !strings.Contains(card, "Source:") || !strings.Contains(card, s.phrases.texts(s.face())[vPart]) {
			t.Errorf("the card of %q reads %q", p.Key, card)
		}
	}
	if got := format("blood-flow"); got != "part.value.blood-back" {
		t.Errorf("an active point's blood: %s", got)
	}
	jumped := false
	s.does("pass")
	for !s.Steady() {
		s.Advance(10)
		jumped = jumped || format("twitch") == "part.value.twitch"
	}
	if !jumped || format("twitch") != "part.value.twitch-none" {
		t.Errorf("a twitch was said: %v; at rest %s", jumped, format("twitch"))
	}
	s.fan(10)
	if got := format("blood-flow"); got != "part.value.blood-on" {
		t.Errorf("after ten passes: %s", got)
	}
}

// The words of the scan stand in the picture, and their elements are there with
// the scan alone.
func TestScanLabels(t *testing.T) {
	for _, size := range [][2]float64{{1092, 700}, {676, 560}, {390, 380}} {
		s := newStudent(t)
		s.Resize(size[0], size[1], 0)
		s.does("scan=true").fan(4)
		d := rendered(t, s.face(), s.words)
		shown := 0
		for _, b := range s.Labels() {
			if !b.Shown {
				continue
			}
			shown++
			if b.X < 0 || b.Y < 8 || b.X > size[0] || b.Y > size[1]-8 {
				t.Errorf("%v: %s at %.0f, %.0f is out of the picture", size, b.Key, b.X, b.Y)
			}
			if text := spoken(d.Find("#" + b.Key)); text == "" || len(content.Missing(text)) > 0 {
				t.Errorf("%s reads %q", b.Key, text)
			}
		}
		if shown < 9 {
			t.Errorf("%v: %d labels", size, shown)
		}
		s.does("scan=false")
		if n := rendered(t, s.face(), s.words).Find("[id^=label-scan-]").Length(); n != 0 {
			t.Errorf("without the scan %d of its words are in the document", n)
		}
	}
}

// The switch is kept; a lab that was kept before there was one opens without.
func TestScanIsKept(t *testing.T) {
	s := newStudent(t).does("scan=true")
	kept := s.keep()
	o := newStudent(t)
	if err := o.Restore(kept); err != nil || !o.face().Scan || !o.View().Scan.Shown {
		t.Errorf("restored: %v, scan %v", err, o.face().Scan)
	}
	var k savedLab
	if _, err := k.UnmarshalMsg(kept); err != nil {
		t.Fatal(err)
	}
	for _, way := range []savedLab{{AtSkin: true}, {HideKnot: true}, {Sight: 2}} { // by no switch of ours
		k.AtSkin, k.HideKnot, k.Sight = way.AtSkin, way.HideKnot, way.Sight
		b, err := k.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		if f := o.face(); o.Restore(b) != nil || f.Scan || f.AtSkin != way.AtSkin || f.HideKnot != way.HideKnot {
			t.Errorf("another way to look, %+v: scan %v", way, f.Scan)
		}
	}
	// Without the field: its name and value are cut out, and the map is one less.
	field := "\xa4scan\xc3"
	i := strings.Index(string(kept), field)
	if i < 0 || kept[0] != 0xde {
		t.Fatal("the field is not where it was")
	}
	old := append(append([]byte{}, kept[:i]...), kept[i+len(field):]...)
	old[2]--
	if err := o.Restore(old); err != nil || o.face().Scan {
		t.Errorf("an older save: %v, scan %v", err, o.face().Scan)
	}
	o.does("pass")
}

// The scan that is put on from another level is what is said, not the band that
// the picture flies to.
func TestTheScanIsSaidAndNotTheBand(t *testing.T) {
	s := newStudent(t).fan(1).does("level:endplate")
	s.rests()
	s.listen()
	s.said = nil
	s.does("scan=true")
	s.Advance(3000)
	s.listen()
	if said := strings.Join(s.said, " "); !strings.Contains(said, "Idealised") || strings.Contains(said, "A cut through skin") {
		t.Errorf("said %q", said)
	}
}

// What is said of the scan holds at every moment: the map is called late, and a
// nodule that is gone has no name.
func TestScanWordsAreTrueAfterPasses(t *testing.T) {
	s := newStudent(t).does("scan=true").fan(1)
	s.Labels()
	if !s.labels[labelKnot].Shown || !s.labels[scanLag].Shown {
		t.Error("the nodule or the map's lateness has no word at first")
	}
	for range 4 {
		s.fan(12)
	}
	if s.Labels(); s.labels[labelKnot].Shown {
		t.Errorf("at a tension of %.0f of 100 there is still a nodule", s.face().Tension)
	}
	if !strings.Contains(markup(t, s.face(), s.words), s.words.T("panel.label.scan-lag")) {
		t.Error("nothing says that the map is late")
	}
}
