//go:build !js

package pagetest

import (
	"strconv"
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
	{"loop", func(s student) { s.press("quiz-down-0", "quiz-up-0") }},
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
	{"do-sort", func(s student) {
		for _, n := range []string{"0", "1", "2"} {
			s.press("quiz-b-ask-"+n, "quiz-b-press-"+n)
			s.tabTo("quiz-said-" + n)
			s.Press(kb.ArrowDown)
		}
	}},
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
	s := student{Open(t, manual+"&seed=3#quiz"), t}
	check := func(name string) {
		s.readable(t, file, name)
		s.resize(1440, 900)
	}
	check("the start")
	for i, k := range kinds {
		Eval[any](s.Page, `(location.hash = "quiz/`+k.id+`", null)`)
		s.Until(`tautHost.placed === "quiz/` + k.id + `" && document.querySelector("fieldset")`)
		check(k.id + " before")
		k.answer(s)
		s.press("quiz-answer")
		if got := s.text("#quiz-told"); got == "" {
			t.Fatalf("%s is not told; the page says %q", k.id, s.last())
		}
		check(k.id + " after")
		if Eval[bool](s.Page, `!!document.getElementById("quiz-show")`) {
			s.press("quiz-show")
			check(k.id + " shown")
		}
		if i == 3 {
			s.tap("do-light")
		}
	}
}

// goTo opens a place by its link.
func (s student) goTo(place, until string) {
	s.t.Helper()
	Eval[any](s.Page, `(location.hash = "`+place+`", null)`)
	s.Until(until)
}

// The other pages of the quiz, and a task in the lab, have no breach of the rules.
func TestQuizPages(t *testing.T) {
	file := axeFile(t)
	s := student{Open(t, manual+"&seed=3#quiz/do-stop"), t}
	check := func(name string) {
		s.readable(t, file, name)
		s.resize(1440, 900)
	}
	check("a task")
	s.press("quiz-task")
	s.Until(`document.querySelector("#lab .task")`)
	s.tabTo("do-pass")
	s.Press(" ")
	s.Advance(6000)
	check("a task in the lab")
	s.press("quiz-judge")
	if got := s.text("#quiz-told"); !strings.Contains(got, "stopped") {
		t.Errorf("of a point that was never stopped it says %q", got)
	}
	check("a failed task")
	s.goTo("quiz/review", `document.getElementById("quiz-exam")`)
	check("the review")
	Eval[any](s.Page, `(tautGo.act("exam", new Date(Date.now() + 864e6).toISOString().slice(0, 10)), null)`)
	check("a plan")
	s.press("quiz-review")
	s.Until(`document.querySelector("#quiz-item fieldset")`)
	check("a question of the review")
	s.goTo("quiz/forms", `document.getElementById("quiz-before")`)
	check("the forms")
	s.press("quiz-before")
	check("a form")
	s.goTo("quiz/test/loop,n-weeks", `document.getElementById("quiz-steps")`)
	s.press("quiz-answer", "quiz-end")
	check("a test that is to be ended")
	s.press("quiz-end-sure")
	check("a result")
	s.tap("do-projector")
	check("a result on a projector")
	s.goTo("quiz/test", `document.getElementById("quiz-begin")`)
	check("a test to be set up")
	s.goTo("quiz", `document.getElementById("quiz-wipe")`)
	s.press("quiz-wipe")
	check("all that is to be deleted")
}

// A test of ten items with every kind by the keyboard alone: a reload in the middle
// goes on where it was, the sheet tells all ten; all of it goes out as a file, is
// deleted, and comes back the same.
func TestQuizTestByKeyboard(t *testing.T) {
	var ids []string
	for _, k := range kinds {
		ids = append(ids, k.id)
	}
	s := student{Open(t, manual+"&seed=3#quiz/test/"+strings.Join(ids, ",")), t}
	s.resize(1280, 800)
	s.Until(`location.hash === "#quiz/test"`)
	given := func() int {
		return Eval[int](s.Page, `[...document.querySelectorAll("#quiz-steps button")].filter((b) => b.textContent.includes("✓")).length`)
	}
	for i, k := range kinds {
		k.answer(s)
		s.press("quiz-answer")
		if n := given(); n != i+1 {
			t.Fatalf("after %s %d of %d answers are kept; the page says %q", k.id, n, i+1, s.last())
		}
		if i == 4 {
			s.Reload()
			if n := given(); n != 5 || Eval[string](s.Page, `document.querySelector("#quiz-steps [aria-pressed=true]").textContent`) != "6" {
				t.Fatalf("after a reload %d answers are kept", n)
			}
		}
	}
	if Eval[bool](s.Page, `!!document.getElementById("quiz-told")`) {
		t.Error("something is told before the end")
	}
	s.press("quiz-end")
	if got := s.last(); !strings.Contains(got, "of 10 right") {
		t.Errorf("the page says %q", got)
	}
	if n := Eval[int](s.Page, `document.querySelectorAll(".quiz-results > li").length`); n != 10 {
		t.Errorf("the sheet tells %d of ten", n)
	}
	s.press("quiz-home")
	progress := func() string { return s.text("#quiz-progress") + s.text(".quiz-home") }
	was := progress()
	if !strings.Contains(s.text("#quiz-to-practice"), "10 of ") {
		t.Fatalf("the progress is %q", was)
	}
	Eval[any](s.Page, `(tautHost.hand = (data, name) => { window.handed = [data, name]; }, null)`)
	s.press("quiz-export")
	s.Until(`window.handed?.[1].endsWith(".taut")`)
	s.press("quiz-wipe", "quiz-wipe-sure")
	s.Until(`document.getElementById("quiz-to-practice").textContent.includes("0 of ")`)
	hand := func(content string) {
		Eval[any](s.Page, `(() => {
			const from = new DataTransfer(), input = document.getElementById("quiz-import");
			from.items.add(new File([`+content+`], "progress.taut"));
			input.files = from.files;
			input.dispatchEvent(new Event("change", {bubbles: true}));
		})() ?? null`)
	}
	hand(`"nonsense"`)
	s.Until(`document.querySelector("#page .notice")?.textContent.includes("not taken up")`)
	hand(`Uint8Array.from(atob(handed[0].split(",")[1]), (c) => c.charCodeAt(0))`)
	s.Until(`document.querySelector("#page .notice")?.textContent.includes("10 answers")`)
	strip := func(text string) string { return strings.ReplaceAll(text, words(t).T("quiz.wipe-back"), "") }
	if now := progress(); strip(now) != strip(was) {
		t.Errorf("the file brings\n%s\nof\n%s", now, was)
	}
}

// With a pointer a step is carried, a curve drawn, and a place and a part pointed at.
func TestQuizByPointer(t *testing.T) {
	s := student{Open(t, manual+"&seed=3#quiz/loop"), t}
	s.resize(1280, 800)
	steps := func() []string {
		return Eval[[]string](s.Page, `[...document.querySelectorAll(".quiz-order-list li")].map((e) => e.id)`)
	}
	was := steps()
	x, y, w, h := s.Box(".quiz-order-list")
	row := h / float64(len(was))
	s.Drag(Spot{x + w/2, y + row/2, 0}, Spot{x + w/2, y + 1.5*row, 50}, Spot{x + w/2, y + 2.5*row, 100})
	s.Until(`!document.querySelector(".lifted")`)
	if got := steps(); got[2] != was[0] || got[0] != was[1] {
		t.Errorf("carried from the first place to the third, %v became %v", was, got)
	}
	s.goTo("quiz/d-sore", `document.getElementById("quiz-trace")`)
	value := func() string { return Eval[string](s.Page, `document.getElementById("quiz-trace-4").value`) }
	before := value()
	x, y, w, h = s.Box("#quiz-trace")
	s.Drag(Spot{x + .2*w, y + .5*h, 0}, Spot{x + .6*w, y + .7*h, 50}, Spot{x + .97*w, y + .8*h, 100})
	if now := value(); now == before || now == "" {
		t.Errorf("a drawn curve ends at %q, before at %q", now, before)
	}
	s.goTo("quiz/p-felt", `document.getElementById("quiz-figure")`)
	x, y, w, h = s.Box("#quiz-figure svg")
	s.Drag(Spot{x + .25*w, y + .4*h, 0}, Spot{x + .25*w, y + .4*h, 20})
	s.Until(`document.querySelector("#quiz-figure .given")`)
	s.goTo("quiz/p-knot", `document.querySelector(".quiz-stage")`)
	s.Frame()
	x, y, w, h = s.Box(".quiz-stage")
	s.Drag(Spot{x + w/2, y + .56*h, 0}, Spot{x + w/2, y + .56*h, 20})
	if got := Eval[string](s.Page, `document.querySelector("[name=quiz-part]:checked")?.value ?? ""`); got != "knot" {
		t.Errorf("in the middle of the picture lies %q", got)
	}
}

// What is due is reviewed by keys alone, from question to question.
func TestQuizReviewByKeys(t *testing.T) {
	s := student{Open(t, manual+"&seed=3#quiz/twitch-must"), t}
	s.tabTo(s.firstOption())
	s.Press("1", kb.Enter)
	s.Until(`document.getElementById("quiz-told")`)
	if at := Eval[string](s.Page, `document.activeElement.closest("#quiz-item")?.id ?? document.activeElement.nodeName`); at != "quiz-item" {
		t.Errorf("after an answer the focus is on %q", at)
	}
	s.goTo("quiz/review", `document.getElementById("quiz-exam")`)
	Eval[any](s.Page, `(tautGo.act("exam", new Date(Date.now() + 864e5).toISOString().slice(0, 10)), null)`)
	s.press("quiz-review")
	for range 3 {
		s.Until(`document.querySelector("#quiz-item fieldset[data-focus]")`)
		was := s.text("legend")
		Eval[any](s.Page, `(tautGo.act("one:0", ""), tautGo.act("tick:0", "true"), null)`)
		s.tabTo("quiz-answer")
		s.Press(kb.Enter)
		if Eval[bool](s.Page, `!document.getElementById("quiz-told")`) {
			break // of a kind that digits do not answer
		}
		s.Press(kb.Enter)
		s.Until(`document.querySelector("legend")?.textContent !== ` + strconv.Quote(was))
	}
}

// Every place that an item of the quiz points at opens in the program.
func TestQuizLinksOpen(t *testing.T) {
	s := student{Open(t, manual+"&seed=3#quiz"), t}
	for _, to := range quiz.Links() {
		Eval[any](s.Page, `(location.hash = "`+to+`", null)`)
		s.Frame()
		if Eval[bool](s.Page, `!document.getElementById("notice").hidden`) {
			t.Errorf("%s does not open", to)
		}
	}
}
