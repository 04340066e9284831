package compare

import (
	"strings"
	"testing"
	"time"

	"taut/assets"
	"taut/game/content"
	"taut/game/course"
	"taut/game/evidence"
	"taut/game/tick"
	"taut/scenes/scenetest"
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

var (
	do       = scenetest.Do
	document = scenetest.Document
)

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
	clock := s.ended
	looks, s.now = 0, func() time.Duration { looks++; return clock }
	for range 10 {
		s.Advance(50)
	}
	if looks != 10 {
		t.Errorf("parts of one frame work again: %d looks at the clock", looks)
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

// The answer is two sentences: what ended lowest and highest, and how that meets
// the guess or, without one, how far people differ. Two arms that end alike are
// both named; a guess less than a point off is not called wrong.
func TestTheVerdict(t *testing.T) {
	for _, c := range []struct {
		arms      []course.Arm
		do        string
		says, not string
	}{
		{[]course.Arm{course.Dry, course.Saline}, "people:2", "dry needling near 4, wet needling with saline near 4", "expected"},
		{[]course.Arm{course.None, course.Dry, course.Saline}, "people:2 guess:saline", "hardly felt", "with nothing, about 4"},
		{[]course.Arm{course.None, course.Dry}, "people:2 guess:none", "You expected nothing.", "differ"},
		{[]course.Arm{course.None, course.Dry}, "people:2 guess:dry", "what you expected", "differ"},
		{[]course.Arm{course.None, course.Dry}, "people:2", "differ by about 2 points", "expected"},
		{[]course.Arm{course.None, course.Massage}, "people:1", "all people answer alike", "about 0 points"},
		{[]course.Arm{course.None, course.Massage}, "people:0", "This is one person", "alike in this model"},
	} {
		s := open(t)
		s.choice.Arms = mask(c.arms...)
		do(s, strings.Fields(c.do)...)
		do(s, "run")
		follow(t, s)
		got := s.verdict()
		if !strings.Contains(got, c.says) || strings.Contains(got, c.not) || strings.Count(got, ".") != 2 {
			t.Errorf("%v, %s: it says %q", c.arms, c.do, got)
		}
	}
}

// Ten people, and single visits, come with a caution; a hundred in courses do not.
func TestCautions(t *testing.T) {
	for intents, want := range map[string]int{"people:2": 0, "people:1": 1, "people:1 visits:single": 2, "people:0": 0, "people:1 visits:single guess:dry": 3} {
		s := open(t)
		do(s, strings.Fields(intents)...)
		do(s, "run")
		follow(t, s)
		if got := s.cautions(); len(got) != want || document(t, s).Find("#compare-verdict .quiet").Length() != want {
			t.Errorf("%s: %q", intents, got)
		}
	}
}

// Start again goes back to the question, with the same choice and no guess.
func TestStartAgain(t *testing.T) {
	s := open(t)
	do(s, "people:0", "guess:dry", "run")
	follow(t, s)
	arms := s.choice.Arms
	if do(s, "again"); s.cohort != nil || s.choice.Guess != -1 || s.choice.Arms != arms || document(t, s).Find("#compare-run").Length() != 1 {
		t.Errorf("%+v is left", s.choice)
	}
}

// What must be said of a comparison is said, with its sources, and nothing of arms
// that are not compared.
func TestNotes(t *testing.T) {
	text := func(intents ...string) string {
		s := open(t)
		do(s, intents...)
		d := document(t, s).Find("#compare-said").Closest("section")
		if d.Find("a[href^='#evidence/source/']").Length() == 0 {
			t.Errorf("%v: no source", intents)
		}
		return d.Text()
	}
	if got := text("preset:acupuncture"); !strings.Contains(got, "put in") || !strings.Contains(got, "Hu and others 2018") || strings.Contains(got, "steroid") {
		t.Errorf("of acupuncture: %q", got)
	}
	if got := text("preset:wet", "visits:single"); !strings.Contains(got, "With one visit") || !strings.Contains(got, "Bautista") || strings.Contains(got, "no finding of the model") {
		t.Errorf("of single wet visits: %q", got)
	}
	if got := text("preset:first"); !strings.Contains(got, "nothing lasting here") {
		t.Errorf("of heat and stretching: %q", got)
	}
	for _, n := range notes {
		if !n.fits(&choice{Arms: n.all | n.any, Single: n.visits == oneVisit}) {
			t.Errorf("%s is never said", n.key)
		}
		for _, id := range n.source {
			if _, ok := open(t).lib.Source(id); !ok {
				t.Errorf("%s is not in the library", id)
			}
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
		if d.Find(".compare-arms .compare-picture[aria-label]").Length() != 2 {
			t.Errorf("%v has no picture with words", a)
		}
		card := d.Find("#card-arm-" + a.String())
		if card.Find("a[href^='#evidence/source/']").Length() == 0 || !strings.Contains(card.Text(), "chosen for teaching") {
			t.Errorf("the card of %v names no source, or not what is chosen for teaching", a)
		}
	}
}

// Every measure, and the soreness among the side effects, has its card.
func TestEveryMeasureIsExplained(t *testing.T) {
	s := open(t)
	for _, m := range measureNames {
		do(s, "measure:"+m, "explain:measure-"+m)
		if card := document(t, s).Find("#card-measure-" + m); card.Find(".source").Length() != 2 || strings.Contains(card.Text(), "[weeks") {
			t.Errorf("the card of %s reads %q", m, card.Text())
		}
	}
	do(s, "explain:sore")
	if document(t, s).Find("#card-sore .source").Length() != 2 {
		t.Error("soreness among the side effects has no card")
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
		wet := a >= course.Saline // the last three
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
