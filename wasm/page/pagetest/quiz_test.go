//go:build !js

package pagetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"taut/game/quiz"
)

// kinds are an item of each kind, with the keys that answer it, rightly or not.
var kinds = []struct {
	id     string
	answer func(s student)
}{
	{"twitch-must", func(s student) { s.tabTo(s.firstOption()); s.Press(" ") }},
	{"wet-all", func(s student) { s.press("quiz-option-0", "quiz-option-1") }},
	{"loop", func(s student) { s.press("quiz-up-5", "quiz-down-0") }},
	{"kinds", func(s student) {
		for _, id := range []string{"quiz-match-0", "quiz-match-1", "quiz-match-2"} {
			s.tabTo(id)
			s.Press(kb.ArrowDown)
		}
	}},
	{"n-weeks", func(s student) { s.tabTo("quiz-number"); s.Press("1", "2", kb.Tab) }},
	{"p-knot", func(s student) { s.tabTo(s.firstOption()); s.Press(" ") }},
	{"p-felt", func(s student) { s.tabTo("quiz-region"); s.Press(kb.ArrowDown) }},
	{"d-sore", func(s student) { s.tabTo("quiz-trace-1"); s.Press(kb.ArrowLeft, kb.ArrowLeft) }},
	{"x-same", func(s student) { s.tabTo(s.firstOption()); s.Press(" ") }},
}

// firstOption gives the id of an item's first option: Tab comes to it where none of
// a group of radios is chosen yet.
func (s student) firstOption() string {
	return Eval[string](s.Page, `document.querySelector("fieldset input")?.id ?? ""`)
}

// Every kind of item is answered by the keyboard alone, and told with its reasons; no
// state before or after has a breach of the rules, in any theme.
func TestQuizKinds(t *testing.T) {
	file := axeFile(t)
	s := student{Open(t, manual+"#quiz"), t}
	check := func(name string) {
		for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
			s.resize(size[0], size[1])
			for _, breach := range s.axe(file) {
				t.Errorf("%s at %d x %d: %s", name, size[0], size[1], breach)
			}
			if wide := Eval[float64](s.Page, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
				t.Errorf("%s at %d px is %v px too wide", name, size[0], wide)
			}
		}
		s.resize(1440, 900)
	}
	check("the start")
	for i, k := range kinds {
		Eval[any](s.Page, `(location.hash = "quiz/`+k.id+`", null)`)
		s.Until(`location.hash === "#quiz/` + k.id + `" && document.querySelector("fieldset")`)
		check(k.id + " before")
		k.answer(s)
		s.press("quiz-answer")
		if got := s.text("#quiz-told"); got == "" {
			t.Fatalf("%s is not told; the page says %q", k.id, s.last())
		}
		check(k.id + " after")
		if i == 3 {
			s.tap("do-light")
		}
	}
}

// A test of five by the keyboard alone: a reload in the middle goes on where it was,
// and the sheet tells all five.
func TestQuizTestByKeyboard(t *testing.T) {
	s := enter(t)
	s.resize(1280, 800)
	s.tabTo("scene-quiz")
	s.Press(kb.Enter)
	s.Until(`location.hash === "#quiz"`)
	for _, topic := range []string{"technique", "conditions", "comparisons", "aftercare", "safety"} {
		s.press("quiz-topic-" + topic)
	}
	s.tabTo("quiz-count-10")
	s.Press(kb.ArrowLeft)
	s.press("quiz-test")
	answer := func() {
		switch kind := Eval[string](s.Page, `document.querySelector("fieldset").className`); kind {
		case "quiz-number":
			s.tabTo("quiz-number")
			s.Press("1", kb.Tab)
		case "quiz-match":
			for _, id := range Eval[[]string](s.Page, `[...document.querySelectorAll("fieldset select")].map((e) => e.id)`) {
				s.tabTo(id)
				s.Press(kb.ArrowDown)
			}
		case "quiz-order", "quiz-predict":
		case "quiz-point":
			if id := s.firstOption(); id != "" {
				s.tabTo(id)
				s.Press(" ")
				break
			}
			s.tabTo("quiz-region")
			s.Press(kb.ArrowDown)
		default:
			s.tabTo(s.firstOption())
			s.Press(" ")
		}
		s.press("quiz-answer")
	}
	given := func() int {
		return Eval[int](s.Page, `[...document.querySelectorAll("#quiz-steps button")].filter((b) => b.textContent.includes("✓")).length`)
	}
	answer()
	answer()
	if n := given(); n != 2 {
		t.Fatalf("%d of two answers are kept; the page says %q", n, s.last())
	}
	s.Reload()
	if n := given(); n != 2 || Eval[string](s.Page, `location.hash`) != "#quiz/test" {
		t.Fatalf("after a reload %d answers are kept", n)
	}
	answer()
	answer()
	answer()
	s.press("quiz-end")
	if got := s.last(); !strings.Contains(got, "of 5 right") {
		t.Errorf("the page says %q", got)
	}
	if n := Eval[int](s.Page, `document.querySelectorAll(".quiz-results > li").length`); n != 5 {
		t.Errorf("the sheet tells %d of five", n)
	}
}

// Answers are exported, everything is cleared, and the file brings the same progress
// back; another file is refused in one sentence and changes nothing.
func TestQuizExportAndImport(t *testing.T) {
	s := student{Open(t, manual+"#quiz/wet-all"), t}
	s.press("quiz-option-0", "quiz-option-1", "quiz-answer", "quiz-home")
	Eval[any](s.Page, `(HTMLAnchorElement.prototype.click = function () { window.handed = this.href }, null)`)
	was := s.text(".quiz-progress table")
	s.press("quiz-export")
	file := Eval[string](s.Page, `window.handed ?? ""`)
	if !strings.HasPrefix(file, "data:application/octet-stream;base64,") {
		t.Fatalf("what is handed out is %.40q", file)
	}
	Eval[any](s.Page, `(localStorage.clear(), null)`)
	s.Before(`localStorage.clear()`)
	s.Reload()
	if now := s.text(".quiz-progress table"); now == was {
		t.Fatal("nothing was cleared")
	}
	give := func(bytes string) {
		Eval[any](s.Page, `(() => {
			const files = new DataTransfer(), input = document.getElementById("quiz-import");
			files.items.add(new File([`+bytes+`], "answers.taut"));
			input.files = files.files;
			input.dispatchEvent(new Event("change", {bubbles: true}));
		})()`)
	}
	give(`Uint8Array.from(atob("` + strings.TrimPrefix(file, "data:application/octet-stream;base64,") + `"), (c) => c.charCodeAt(0))`)
	s.Until(`[...document.querySelectorAll(".quiz-progress tbody tr")].some((r) => r.cells[2].textContent === "1") || document.querySelector(".notice")`)
	if got := s.text(".quiz-progress table"); got != was {
		t.Errorf("the file brings back %q of %q; the page says %q", got, was, s.last())
	}
	give(`"a letter"`)
	s.Until(`document.querySelector(".notice")`)
	if got := s.text(".notice"); !strings.Contains(got, "was not taken") || s.text(".quiz-progress table") != was {
		t.Errorf("of a wrong file the page says %q", got)
	}
}

// Every place that an item of the quiz points at opens in the program.
func TestQuizLinksOpen(t *testing.T) {
	s := student{Open(t, manual+"#quiz"), t}
	for _, to := range quiz.Links() {
		Eval[any](s.Page, `(location.hash = "`+to+`", null)`)
		s.Frame()
		if Eval[bool](s.Page, `!document.getElementById("notice").hidden`) {
			t.Errorf("%s does not open", to)
		}
	}
}
