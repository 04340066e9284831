package compare

import (
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/content"
	"taut/game/course"
	"taut/game/evidence"
	"taut/game/session"
	"taut/game/tick"
	"taut/scenes"
)

// open gives the scene with the program's own words and sources, and a clock that
// stands still but for a look at it.
func open(t testing.TB) *Scene {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := evidence.DecodeLibrary(assets.Sources)
	if err != nil {
		t.Fatal(err)
	}
	var clock time.Duration
	return New(Options{Words: w, Library: lib, Now: func() time.Duration { clock += slice / 8; return clock }})
}

func do(s *Scene, intents ...string) {
	for _, in := range intents {
		name, value, _ := strings.Cut(in, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
	}
}

// follow lets frames by until the study ends.
func follow(t testing.TB, s *Scene) (frames int) {
	t.Helper()
	for ; !s.Steady(); frames++ {
		if frames > 1e6 {
			t.Fatal("the study does not end")
		}
		s.Advance(16)
	}
	return frames
}

func document(t testing.TB, s *Scene) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := s.Panel().Render(&b); err != nil {
		t.Fatal(err)
	}
	if i := strings.Index(b.String(), "[compare."); i >= 0 {
		t.Errorf("a text is missing: %.60q", b.String()[i:])
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The question comes before any curve; the study runs in slices, its curves fill
// in, and at its end it says what came out, and how that meets the guess.
func TestFromTheQuestionToTheAnswer(t *testing.T) {
	s := open(t)
	d := document(t, s)
	if n := d.Find("#compare-chart .curve, #compare-chart .found").Length(); n != 0 {
		t.Errorf("%d curves stand there before anything is asked", n)
	}
	if !s.Steady() {
		t.Error("nothing is under way and the scene is not steady")
	}
	do(s, "people:2", "guess:none", "run")
	for s.followed() < 3 {
		s.Advance(16)
	}
	if d := document(t, s); d.Find("#compare-chart .curve").Length() != 3 || d.Find("progress").AttrOr("value", "") == "0" {
		t.Error("after three people there are no three curves and no progress")
	}
	follow(t, s)
	d = document(t, s)
	said := d.Find("#compare-verdict").Text()
	if !strings.Contains(said, "least pain is with dry needling") || !strings.Contains(said, "You expected nothing") {
		t.Errorf("it says %q", said)
	}
	if e := s.Effects(); len(e.Say) == 0 || e.Show != "compare-verdict" || e.Save == nil {
		t.Errorf("the page is told %+v", e)
	}
}

// A slice ends by the clock, not by the work: with a clock on which a slice has
// passed after eight looks, a frame does at most eight times so many steps.
func TestASliceEndsByTheClock(t *testing.T) {
	s := open(t)
	do(s, "people:3", "run")
	looks := 0
	was := s.now
	s.now = func() time.Duration { looks++; return was() }
	s.Advance(16)
	if looks > 10 || looks < 2 {
		t.Errorf("a frame looks at the clock %d times, want about 8", looks)
	}
	if !s.working() {
		t.Error("a thousand people are done in one frame")
	}
}

// The scene's curves are the model's own, however the slices fall.
func TestCurvesAreTheCohorts(t *testing.T) {
	s := open(t)
	do(s, "people:1", "run")
	follow(t, s)
	c, err := course.NewCohort(s.choice.study())
	if err != nil {
		t.Fatal(err)
	}
	for !c.Advance(1000) {
	}
	for k := range s.choice.arms() {
		for i := range moments {
			if a, b := s.at(k, i, 0), c.Spread(k, i, course.OfPain); a != b {
				t.Fatalf("arm %d at moment %d is %v, in the cohort %v", k, i, a, b)
			}
		}
	}
}

// Two to four arms stay chosen, whatever is pressed; a guess goes with its arm.
func TestTwoToFourArms(t *testing.T) {
	s := open(t)
	do(s, "guess:sham", "arm:sham=false")
	if s.choice.Guess != -1 {
		t.Error("the guess names an arm that is gone")
	}
	do(s, "arm:dry=false")
	if n := len(s.choice.arms()); n != 2 || s.notice == "" {
		t.Errorf("%d arms are left, it says %q", n, s.notice)
	}
	do(s, "arm:heat=true", "arm:steroid=true", "arm:massage=true")
	if n := len(s.choice.arms()); n != 4 || s.notice == "" {
		t.Errorf("%d arms are chosen, it says %q", n, s.notice)
	}
	do(s, "arm:leeches=true")
	if s.notice == "" {
		t.Error("an arm that is none is not told")
	}
}

// A change of what is compared takes the curves away; what only shows them does not.
func TestAChangeTakesTheCurvesAway(t *testing.T) {
	s := open(t)
	do(s, "people:0", "run")
	follow(t, s)
	do(s, "measure:soreness", "jump:3d", "time=4", "explain:arm-dry")
	if !s.done() {
		t.Fatal("to look at the curves takes them away")
	}
	for _, in := range []string{"people:1", "visits:single", "another", "preset:wet", "arm:heat=true"} {
		s := open(t)
		do(s, "people:0", "run")
		follow(t, s)
		if do(s, in); s.cohort != nil {
			t.Errorf("%s leaves curves of other choices", in)
		}
	}
}

// Stop keeps what was found, and Go on comes to the same end.
func TestStopAndGoOn(t *testing.T) {
	s, whole := open(t), open(t)
	for _, s := range []*Scene{s, whole} {
		do(s, "people:1", "run")
	}
	follow(t, whole)
	for s.followed() < 2 {
		s.Advance(16)
	}
	do(s, "stop")
	n := s.followed()
	s.Advance(1000)
	if !s.Steady() || s.followed() != n || document(t, s).Find("#compare-chart .curve").Length() == 0 {
		t.Error("a stopped study goes on, or shows nothing")
	}
	do(s, "go-on")
	follow(t, s)
	if a, b := s.verdict(), whole.verdict(); a != b {
		t.Errorf("with a pause it says %q, without %q", a, b)
	}
}

// What trials found is drawn where both its arms and its measure are shown, with
// its source, and nowhere else; the interval's own numbers stand in the words.
func TestPublishedIntervals(t *testing.T) {
	for _, c := range []struct {
		do   string
		want int
	}{{"preset:sham", 2}, {"preset:none", 0}, {"preset:wet", 1}, {"preset:first", 0}} {
		s := open(t)
		do(s, c.do, "people:0", "run")
		follow(t, s)
		d := document(t, s)
		if n := d.Find("#compare-chart .found").Length(); n != c.want || d.Find(".compare-found a[href^='#evidence/source/']").Length() != c.want {
			t.Errorf("%s: %d intervals with %d sources, want %d", c.do, n, d.Find(".compare-found a").Length(), c.want)
		}
	}
	s := open(t)
	do(s, "preset:sham", "measure:threshold", "people:0", "run")
	follow(t, s)
	if n := document(t, s).Find("#compare-chart .found").Length(); n != 1 {
		t.Errorf("of the threshold %d intervals are drawn, want 1", n)
	}
	for _, p := range found {
		if src, ok := s.lib.Source(p.source); !ok || src.Kind != "review" {
			t.Errorf("%s is no review of the library", p.source)
		}
		if p.lo >= p.mean || p.mean >= p.hi {
			t.Errorf("%s: %v is not between %v and %v", p.text, p.mean, p.lo, p.hi)
		}
	}
	for _, sp := range spans {
		if _, ok := s.lib.Source(sp.source); !ok {
			t.Errorf("%s is not in the library", sp.source)
		}
	}
}

// Every arm has its picture, its words and a card with a source.
func TestEveryArmIsExplained(t *testing.T) {
	for a := course.Arm(0); a < course.Arms; a++ {
		s := open(t)
		s.choice.Arms = mask(a, (a+1)%course.Arms)
		do(s, "explain:arm-"+a.String())
		d := document(t, s)
		if d.Find(".compare-picture[aria-label]").Length() != 2 {
			t.Errorf("%v has no picture with words", a)
		}
		card := d.Find("#card-arm-" + a.String())
		if card.Find("a[href^='#evidence/source/']").Length() == 0 || !strings.Contains(card.Text(), "chosen for teaching") {
			t.Errorf("the card of %v names no source, or not what is chosen for teaching", a)
		}
	}
}

// A solid needle has one line, a hollow one two, and only the wet ones let drops out.
func TestHollowAndSolid(t *testing.T) {
	for a := course.Arm(0); a < course.Arms; a++ {
		steel, drops := 0, 0
		for _, d := range drawings[a] {
			switch d[0] {
			case "steel":
				steel = strings.Count(d[1], "M")
			case "saline", "numb", "steroid":
				drops++
			}
		}
		wet := a >= course.Saline
		if wet != (drops == 1) || wet != (steel == 2) {
			t.Errorf("%v: %d lines of steel, drops %d", a, steel, drops)
		}
	}
}

// The dots are a thousand, and as many of each kind as the studies counted.
func TestAThousandTreatments(t *testing.T) {
	d := document(t, open(t))
	n := map[string]int{}
	for _, class := range []string{"serious", "mild", "perhaps", "nothing"} {
		n[class] = strings.Count(d.Find(".dots."+class).AttrOr("d", ""), "M")
	}
	if n["serious"] != 1 || n["mild"] != 192 || n["mild"]+n["perhaps"] != 367 || n["serious"]+n["mild"]+n["perhaps"]+n["nothing"] != 1000 {
		t.Errorf("the dots are %v", n)
	}
}

// What is kept comes back and runs again to the same words; what is none of it is
// refused in one sentence and changes nothing.
func TestKeptAndRefused(t *testing.T) {
	s := open(t)
	do(s, "preset:acupuncture", "people:0", "visits:single", "guess:dry", "measure:soreness", "jump:12w", "run")
	follow(t, s)
	kept := s.keep()
	r := open(t)
	if err := r.Restore(kept); err != nil {
		t.Fatal(err)
	}
	follow(t, r)
	if r.choice != s.choice || r.verdict() != s.verdict() || r.Place() != "acupuncture" {
		t.Errorf("%+v became %+v", s.choice, r.choice)
	}
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("nonsense"), "more": append(append([]byte{}, kept...), 0)} {
		r := open(t)
		if err := r.Restore(b); err == nil || r.choice != fresh() {
			t.Errorf("%s is taken up", name)
		}
	}
	newer, _ := (&savedComparison{Format: savedFormat + 1}).MarshalMsg(nil)
	if err := open(t).Restore(newer); err != session.ErrNewer {
		t.Errorf("a newer save gives %v", err)
	}
}

// FuzzRestore holds that no bytes break the scene, and that what is taken up is
// kept as the same.
func FuzzRestore(f *testing.F) {
	s := open(f)
	f.Add(s.keep())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		s := New(Options{})
		if s.Restore(b) != nil {
			return
		}
		if n := len(s.choice.arms()); n < fewest || n > most {
			t.Fatalf("%d arms", n)
		}
		again := New(Options{})
		if err := again.Restore(s.keep()); err != nil || again.choice != s.choice {
			t.Fatalf("%+v is kept as %+v (%v)", s.choice, again.choice, err)
		}
	})
}

// Every place opens what it says.
func TestPlaces(t *testing.T) {
	s := open(t)
	for _, p := range presets {
		if !s.Open(p.name) || s.Place() != p.name || s.choice.Arms != p.arms {
			t.Errorf("%s opens %q", p.name, s.Place())
		}
	}
	if s.Open("elsewhere") || s.Place() != "first" {
		t.Error("a place that is none changes something")
	}
	if !s.Open("") || s.Place() != "first" {
		t.Error("the scene's own name leaves what was open")
	}
	if at := moments[nearest(4*tick.Week)]; at != 4*tick.Week {
		t.Errorf("there is no moment at four weeks: %v", at)
	}
}
