//go:build !js

package pagetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// press brings the focus to a control and presses it.
func (s student) press(ids ...string) {
	s.t.Helper()
	for _, id := range ids {
		s.tabTo(id)
		s.Press(" ")
	}
}

// A case that ends without a needle, by the keyboard alone: the person with the
// numb foot, who is needled by nobody.
func TestCaseWithoutANeedleByKeyboard(t *testing.T) {
	s := enter(t)
	s.resize(1280, 800) // the scenes are links there, and no menu
	s.tabTo("scene-cases")
	s.Press(kb.Enter)
	s.Until(`location.hash === "#cases" && document.getElementById("cases-like-sciatica")`) // the address comes before the document
	s.tabTo("cases-like-sciatica")
	s.Press(kb.Enter)
	s.Until(`document.getElementById("cases-ask")`)
	s.press("cases-ask", "cases-next", "cases-press")
	if got := s.text("#cases-found"); !strings.Contains(got, "kPa") {
		t.Errorf("the finger finds %q", got)
	}
	s.tabTo("cases-muscle-gluteus-minimus")
	s.Press(kb.ArrowRight)
	s.press("cases-press")
	s.tabTo("cases-muscle-piriformis")
	s.Press(kb.ArrowRight)
	s.press("cases-press", "cases-next")
	s.press("cases-look-0", "cases-look-1", "cases-look-2", "cases-look-3", "cases-ask-new-weakness")
	if got := s.last(); !strings.Contains(got, "toes") {
		t.Errorf("the page says %q", got)
	}
	s.tabTo("cases-end-first")
	s.Press(kb.ArrowRight)
	if got := s.last(); !strings.Contains(got, "No needle here") {
		t.Errorf("of a needle for a numb foot the page says %q", got)
	}
	s.Press(kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
	if got := s.text("#cases-decided"); !strings.Contains(got, "nerve is pressed") {
		t.Errorf("of urgent care the page says %q", got)
	}
	s.press("cases-next", "cases-reply-usual", "cases-next")
	if got := s.text(".step-result"); !strings.Contains(got, "They do not measure clinical skill") {
		t.Errorf("the look back is %q", got)
	}
	s.Reload()
	if got := s.text(".step-result"); !strings.Contains(got, "first decision was “needle”") {
		t.Errorf("after a reload the look back is %q", got)
	}
}

// A whole case by the keyboard alone, from the story over the harm that is met first
// to the judged visit and the twelfth week.
func TestWholeCaseByKeyboard(t *testing.T) {
	s := student{Open(t, manual+"#cases/neck-pain"), t}
	s.press("cases-ask", "cases-next", "cases-press")
	s.tabTo("cases-muscle-upper-trapezius")
	s.Press(kb.ArrowRight)
	s.press("cases-press")
	s.tabTo("cases-muscle-levator-scapulae")
	s.Press(kb.ArrowRight)
	s.press("cases-press", "cases-next")
	s.press("cases-look-0", "cases-look-1", "cases-look-2", "cases-look-3")
	s.tabTo("cases-end-first")
	s.Press(kb.ArrowRight)
	s.press("cases-next")
	if n := Eval[int](s.Page, `document.querySelectorAll(".cases-bodies .met").length`); n != 1 {
		t.Errorf("%d of the two bodies are harmed", n)
	}
	s.press("cases-meet-harm")
	for _, point := range []string{"cases-point-1", "cases-point-2"} {
		s.press(point)
		s.Until(`document.querySelector("#lab .task")`)
		if got := s.text("main"); !strings.Contains(got, "Top of the lung") {
			t.Errorf("what lies beneath is not named on the picture: %q", got)
		}
		s.toStage()
		for n, hour := range []float64{12, 4, 8} {
			if n > 0 {
				s.turn(hour)
			}
			s.Press(" ")
			s.settle()
		}
		if got := s.last(); !strings.Contains(got, "Pass 3.") {
			t.Errorf("after three passes the page says %q", got)
		}
		if got := s.text("#cases-struck"); !strings.Contains(got, "Aisha") {
			t.Errorf("the person says %q", got)
		}
		s.press("do-stop", "cases-leave")
		s.Until(`document.getElementById("cases-points")`)
	}
	s.press("cases-stop", "cases-next", "cases-tell-breath", "cases-left", "cases-next")
	s.tabTo("cases-reply-usual")
	s.Press(kb.ArrowRight, kb.ArrowRight)
	if got := s.last(); !strings.Contains(got, "collapsed lung") {
		t.Errorf("of the chest pain the page says %q", got)
	}
	s.press("cases-next")
	if got := s.text("#cases-judged"); got == "" || !strings.Contains(s.text(".step-result"), "taught plan") {
		t.Error("the visit is not judged beside the taught plan")
	}
	s.tabTo("cases-weeks")
	s.Press(kb.Enter)
	s.Until(`location.hash === "#weeks/neck-pain"`)
	s.press("weeks-show", "weeks-to-12w")
	if got := s.text("main"); !strings.Contains(got, "Aisha: the weeks after") || !strings.Contains(got, "12 weeks after") {
		t.Errorf("the weeks are %q", got)
	}
}

// Every step of a case, in every theme, has no breach of the rules.
func TestCasesAxe(t *testing.T) {
	file := axeFile(t)
	s := student{Open(t, manual+"#cases"), t}
	act := func(intents ...string) func() {
		return func() {
			for _, in := range intents {
				name, value, _ := strings.Cut(in, "=")
				Eval[any](s.Page, `(tautGo.act("`+name+`", "`+value+`"), null)`)
			}
			s.Frame()
		}
	}
	for _, st := range []struct {
		name  string
		reach func()
	}{
		{"the list", func() {}},
		{"meet", act("case:neck-pain", "consent")},
		{"find", act("next", "press", "muscle:1", "press", "muscle:2", "press")},
		{"decide", act("next", "look:0", "look:1", "look:2", "look:3", "ask:16", "end:first", "end:needle")},
		{"the harm", act("next")},
		{"the needle", act("meet-harm")},
		{"a point in the lab", func() { act("point:0", "pass")(); s.settle() }},
		{"the harm in the lab", func() { act("depth=99", "pass")(); s.settle() }},
		{"after the harm", act("point:leave")},
		{"the call", act("next")},
		{"leave", act("call", "tell:0=true")},
		{"told", act("left")},
		{"later", act("next", "reply:usual")},
		{"the look back", act("reply:urgent", "next")},
		{"help", func() { s.tap("do-help") }},
		{"light", func() { s.tap("do-light") }},
		{"the needle in light", act("step:needle")},
		{"a point in the lab in light", act("again", "consent", "next", "press", "muscle:1", "press", "muscle:2", "press", "next", "look:0", "look:1", "look:2", "look:3", "end:needle", "next", "meet-harm", "point:0")},
		{"projector", func() { s.resize(1440, 900); s.tap("do-projector") }},
	} {
		st.reach()
		s.readable(t, file, st.name)
	}
}
