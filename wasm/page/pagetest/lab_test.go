//go:build !js

package pagetest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// hours are where the needle leans to from the second pass on: round the clock.
var hours = [9]float64{1, 2, 4, 5, 6, 8, 9, 10, 12}

// toStage brings the focus to the stage by Tab alone.
func (s student) toStage() {
	s.t.Helper()
	for range 100 {
		if Eval[string](s.Page, `document.activeElement.id`) == "stage" {
			return
		}
		s.Press(kb.Tab)
	}
	s.t.Fatal("a hundred Tabs do not reach the stage")
}

// turn turns the needle on the stage to an hour, 1 to 12, by the bracket keys.
func (s student) turn(hour float64) {
	s.t.Helper()
	for range 13 {
		if at := s.slider("Direction"); at == hour || at == hour-12 {
			return
		}
		s.Press("]")
	}
	s.t.Fatalf("the brackets do not reach %g o'clock: Direction %g", hour, s.slider("Direction"))
}

// tilt tilts the needle on the stage by the arrow keys.
func (s student) tilt(angle float64) {
	s.t.Helper()
	for range 60 {
		at := s.slider("Angle")
		switch {
		case at == angle:
			return
		case at < angle:
			s.Press(kb.ArrowDown)
		default:
			s.Press(kb.ArrowUp)
		}
	}
	s.t.Fatalf("the arrows do not reach %g degrees: Angle %g", angle, s.slider("Angle"))
}

var passSaid = regexp.MustCompile(`^Pass (\d+)\. .*\bTension (\d+) per cent, was (\d+)\.( From here .*)?$`)

// A student who has a keyboard and no pointer: ten passes, the middle first and
// then round the clock; then the same track; then the rest of the lab.
func TestStudentByKeyboard(t *testing.T) {
	s := enter(t)
	if got := s.output("Tension"); !strings.HasPrefix(got, "100") {
		t.Fatalf("Tension at the start: %q", got)
	}
	if got := s.number("Pain"); got != 7 {
		t.Errorf("Pain at the start: %q, want 7", s.output("Pain"))
	}
	s.toStage()
	before := 100.0
	for n := 1; n <= 10; n++ {
		if n > 1 {
			s.turn(hours[n-2])
		}
		if n == 2 {
			s.tilt(9)
		}
		s.Press(" ")
		s.settle()
		if got := s.number("Passes"); got != float64(n) {
			t.Fatalf("after pass %d Passes says %q", n, s.output("Passes"))
		}
		said := s.last()
		m := passSaid.FindStringSubmatch(said)
		if m == nil || m[1] != fmt.Sprint(n) || !strings.Contains(strings.ToLower(said), "twitch") {
			t.Errorf("pass %d was told as %q", n, said)
			continue
		}
		// What is said is what is shown, and "was" is what was shown before.
		if was, _ := strconv.ParseFloat(m[3], 64); fmt.Sprint(s.number("Tension")) != m[2] || was != before {
			t.Errorf("pass %d: Tension shows %g after %g, but said is %q", n, s.number("Tension"), before, said)
		}
		if n <= 3 && s.number("Twitches") != float64(n) {
			t.Errorf("Twitches says %q after %d passes through the knot", s.output("Twitches"), n)
		}
		before = s.number("Tension")
	}
	if got := s.number("Tension"); got >= 50 {
		t.Errorf("Tension after ten passes round the clock: %g, want under 50", got)
	}
	if got := s.number("Endplate noise"); got >= 9 {
		t.Errorf("Endplate noise after ten passes round the clock: %g µV, want under 9", got)
	}
	if got := s.number("Pain"); got != 7 {
		t.Errorf("Pain while the needle is in: %q, want the 7 asked for before", s.output("Pain"))
	}
	if got := s.number("Blood flow"); got <= 0 {
		t.Errorf("Blood flow: %q", s.output("Blood flow"))
	}
	if got := s.output("Acidity"); got == "" || leadingNumber.MatchString(got) {
		t.Errorf("Acidity says %q, want words", got)
	}

	t.Run("same track", s.sameTrack)
}

// sameTrack begins again and makes ten passes along one path.
func (s student) sameTrack(t *testing.T) {
	s.Focus("button", "Start again")
	s.Press(kb.Enter)
	if got := s.output("Tension"); !strings.HasPrefix(got, "100") {
		t.Errorf("Tension of the new run: %q", got)
	}
	s.toStage()
	s.tilt(0)
	var told []string
	for range 10 {
		s.Press(" ")
		s.settle()
		told = append(told, s.last())
	}
	if got := s.number("Endplate noise"); got <= 9 {
		t.Errorf("Endplate noise after ten passes on one track: %g µV, want it to stall above 9", got)
	}
	smaller := 0
	for _, said := range told[1:] {
		if strings.Contains(said, "smaller") {
			smaller++
		}
		if strings.Contains(said, "bigger") {
			t.Errorf("a twitch grew on a path that is being quieted: %q", said)
		}
	}
	if smaller < 5 {
		t.Errorf("of nine passes on the same path %d were told as smaller, want at least 5: %q", smaller, told)
	}
}

// After the run: an off-target pass, waits, answers, undo and the judgement.
func TestStudentAsksAndWaits(t *testing.T) {
	s := enter(t)
	s.slide("Aim", 12)
	s.pass()
	if got := s.number("Twitches"); got != 0 {
		t.Errorf("an off-target pass twitched: %q", s.output("Twitches"))
	}
	if got := s.number("Tension"); got != 100 {
		t.Errorf("Tension after an off-target pass: %q, want 100", s.output("Tension"))
	}
	if got := s.text("#feedback"); !strings.Contains(strings.ToLower(got), "no twitch") {
		t.Errorf("an off-target pass explains itself with %q", got)
	}
	s.Click("button", "Undo pass")
	if got := s.number("Passes"); got != 0 {
		t.Errorf("Passes after Undo pass: %q", s.output("Passes"))
	}
	s.slide("Aim", 0)
	for n := range 10 {
		if n > 0 {
			s.slide("Angle", 9)
			s.slide("Direction", hours[n-1])
		}
		s.pass()
	}
	ten := s.number("Tension")
	s.Click("button", "Undo pass")
	if got := s.number("Passes"); got != 9 {
		t.Errorf("Passes after Undo pass: %q, want 9", s.output("Passes"))
	}
	s.pass()
	if got := s.number("Tension"); got != ten {
		t.Errorf("the undone pass made again gives Tension %g, was %g", got, ten)
	}

	s.Click("button", "Ask")
	if got := s.number("Pain"); got != 7 {
		t.Errorf("asked while the needle is in, Pain says %q, want the 7 of before", s.output("Pain"))
	}
	s.Click("button", "Stop here")
	if got := s.text("#feedback"); !regexp.MustCompile(`\d`).MatchString(got) || !strings.Contains(strings.ToLower(got), "sore") {
		t.Errorf("Stop here is judged with %q, which does not tell of soreness", got)
	}
	if n := Eval[int](s.Page, `document.querySelectorAll("#feedback li").length`); n != 5 {
		t.Errorf("the judgement has %d lines, want noise, tension, passes, path and soreness", n)
	}

	s.Click("button", "5 minutes")
	s.settle()
	s.Click("button", "Ask")
	// Population mode: 7 becomes "just under 6", said in whole numbers.
	if got := s.output("Pain"); !strings.HasPrefix(got, "6") && !strings.HasPrefix(got, "5") {
		t.Errorf("Pain five minutes after ten good passes: %q, want 5 or 6", got)
	}
	s.Click("button", "1 day")
	s.settle()
	if got := s.number("Soreness"); got <= 0 || got >= 100 {
		t.Errorf("Soreness a day later: %q", s.output("Soreness"))
	}
	s.Click("button", "Ask")
	if got := s.text("#feedback"); !strings.Contains(strings.ToLower(got), "sore") {
		t.Errorf("the answer of the day after does not tell of soreness: %q", got)
	}

	s.Click("button", "Describe")
	got := s.text("#description")
	for _, want := range []string{"10", "sore"} {
		if !strings.Contains(strings.ToLower(got), want) {
			t.Errorf("Describe does not tell of %q: %q", want, got)
		}
	}
	if n := len(strings.Fields(got)); n < 40 {
		t.Errorf("Describe gives the whole state in %d words", n)
	}
}

// A latent point hurts when it is pressed and never at rest.
func TestLatentPointNeverHurtsAtRest(t *testing.T) {
	s := enter(t)
	s.tap("kind-latent")
	if got := s.number("Pain"); got != 0 {
		t.Errorf("Pain of a latent point: %q, want 0", s.output("Pain"))
	}
	s.pass()
	s.tap("wait-1d")
	s.settle()
	s.tap("do-ask")
	if got := s.number("Pain"); got != 0 {
		t.Errorf("Pain of a latent point a day after: %q, want 0", s.output("Pain"))
	}
	s.tap("do-press")
	s.settle()
	if got := s.text("#feedback"); got == "" {
		t.Error("Press is answered by nothing")
	}
}

// Strokes that do nothing say why, and change nothing.
func TestStrokesThatDoNothingExplainThemselves(t *testing.T) {
	s := enter(t)
	for _, c := range []struct {
		name, slider string
		to           float64
		want         string
	}{
		{"off target", "Aim", 14, "no twitch"},
		{"near miss", "Aim", 6, "close"},
		{"shallow", "Depth", 4, "deeper"},
		{"bone", "Depth", 30, "bone"},
		{"slow", "Tip speed", 10, "slow"},
		{"healthy", "Tip speed", 80, "healthy"},
	} {
		if c.name == "healthy" {
			s.tap("kind-healthy")
		} else {
			s.tap("do-restart")
		}
		s.slide(c.slider, c.to)
		before := s.number("Tension")
		s.pass()
		got := strings.ToLower(s.text("#feedback"))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s explains itself with %q, without %q", c.name, got, c.want)
		}
		if c.name == "bone" {
			continue // the way to the bone leads through the knot
		}
		if s.number("Twitches") != 0 || s.number("Tension") != before {
			t.Errorf("%s: Twitches %q, Tension %q after %g", c.name, s.output("Twitches"), s.output("Tension"), before)
		}
	}
}

// One pass is found and pressed by a pointer at the three sizes.
func TestOnePassByPointerAtThreeSizes(t *testing.T) {
	s := enter(t)
	for n, size := range [][2]int64{{1440, 900}, {1024, 768}, {390, 844}} {
		s.resize(size[0], size[1])
		s.Click("button", "One pass")
		s.settle()
		if got := s.number("Passes"); got != float64(n+1) {
			t.Errorf("at %v: Passes %q", size, s.output("Passes"))
		}
	}
}

// A pass asked for during a stroke is taken once, after it; during a film it
// ends the film first.
func TestPassDuringPassAndFilm(t *testing.T) {
	s := enter(t)
	s.tap("do-pass")
	s.Advance(100)
	s.tap("do-pass")
	s.tap("do-pass")
	s.settle()
	if got := s.number("Passes"); got != 2 {
		t.Errorf("Passes %q, want 2: what is asked for during a stroke is taken once", s.output("Passes"))
	}
	s.tap("wait-5m")
	s.Advance(500)
	if got := Eval[string](s.Page, `document.getElementById("badge").dataset.clock`); got != "film" {
		t.Errorf("the badge says %q during a wait, want film", got)
	}
	s.tap("do-pass")
	if got := Eval[string](s.Page, `document.getElementById("badge").dataset.clock`); got == "film" {
		t.Error("a pass did not end the film")
	}
	s.settle()
	if got := s.text("#stairs"); got == "" {
		t.Error("the staircase is gone")
	}
}

// The guess never blocks, and the feedback answers it.
func TestGuessIsAnsweredAndNeverBlocks(t *testing.T) {
	s := enter(t)
	s.tap("guess-1")
	s.pass()
	guessed := s.text("#feedback")
	s.tap("do-restart")
	s.pass() // the guess is open again, and skipped
	if s.number("Passes") != 1 {
		t.Error("an open guess blocked the pass")
	}
	if plain := s.text("#feedback"); guessed == plain {
		t.Errorf("the feedback does not answer the guess: %q", guessed)
	}
}
