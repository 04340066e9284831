//go:build !js

package pagetest

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"taut/wasm/site"
)

// examplePack is the example's compiled form, as base64.
func examplePack(t *testing.T) string {
	t.Helper()
	b, err := site.CompilePack("../../../examples/pack")
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b)
}

// drop drops a file with these bytes, a script's expression, on the page.
func (s student) drop(content string) {
	s.t.Helper()
	Eval[any](s.Page, `(() => {
		const from = new DataTransfer();
		from.items.add(new File([`+content+`], "pack.taut"));
		document.getElementById("app").dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: from}));
	})() ?? null`)
}

func raw(base64 string) string {
	return `Uint8Array.from(atob("` + base64 + `"), (c) => c.charCodeAt(0))`
}

func (s student) notice() string { return s.text("#notice") }

// A pack is dropped on the page: its person and its items are there, also after a
// reload; a broken file is refused and changes nothing; taken away it is gone, and comes
// back. No state of it breaks the rules.
func TestPackIsDroppedKeptAndTakenAway(t *testing.T) {
	s := student{Open(t, manual), t}
	s.resize(1280, 800)
	example := examplePack(t)
	s.drop(raw(example))
	s.Until(`document.getElementById("cases-example-gardener")`)
	if got := s.text("#page"); !strings.Contains(got, "From the pack “A small example” by Taut") || !strings.Contains(got, "It adds 2 questions") {
		t.Errorf("the page says %q", got)
	}
	s.Reload()
	s.Until(`document.getElementById("cases-example-gardener")`)
	s.drop(`"no pack"`)
	s.Until(`document.getElementById("notice").textContent.includes("no pack of Taut")`)
	if got := s.notice(); !strings.Contains(got, "Nothing has changed") {
		t.Errorf("of a broken file the page says %q", got)
	}
	s.Until(`document.getElementById("cases-example-gardener")`)
	s.tabTo("cases-example-gardener")
	s.Press(kb.Enter)
	s.Until(`document.getElementById("cases-ask")`)
	s.press("cases-ask")
	if got := s.text("#page"); !strings.Contains(got, "If you think so, then yes.") {
		t.Errorf("the pack's person says %q", got)
	}
	Eval[any](s.Page, `(location.hash = "#quiz", null)`)
	s.Until(`document.getElementById("quiz-own")`)
	s.press("quiz-own")
	Eval[any](s.Page, `(location.hash = "#quiz/practice", null)`)
	s.Until(`/Ines|this course/.test(document.getElementById("quiz-item")?.textContent ?? "")`)
	Eval[any](s.Page, `(location.hash = "#quiz", null)`)
	s.Until(`document.getElementById("quiz-pack-remove")`)
	s.press("quiz-pack-remove")
	s.Until(`document.getElementById("quiz-pack-undo")`)
	if n := Eval[int](s.Page, `document.querySelectorAll("#quiz-own").length`); n != 0 {
		t.Error("what was taken away is still offered")
	}
	s.press("quiz-pack-undo")
	s.Until(`document.getElementById("quiz-pack-remove")`)
	Eval[any](s.Page, `(location.hash = "#cases/example-gardener", null)`)
	s.Until(`document.getElementById("page").textContent.includes("If you think so, then yes.")`)
}

// carried opens a page of a site that comes with a pack.
func carried(t *testing.T, pack string) student {
	p := New(t, URL(t, Taut)+"/")
	p.Before(`(() => {
		const put = () => document.body.insertAdjacentHTML("beforeend", '<template id="pack" data-pack="` + pack + `"></template>');
		document.body ? put() : document.addEventListener("DOMContentLoaded", put);
	})()`)
	p.Go(manual + "#cases")
	return student{p, t}
}

// A site whose own pack is damaged says so and shows all the rest.
func TestPackOfTheSiteIsBroken(t *testing.T) {
	s := carried(t, examplePack(t)[:400])
	s.Until(`document.getElementById("cases-neck-pain") && document.getElementById("notice").textContent.includes("damaged")`)
}

// The site that carries a pack shows it from the start; where a person takes it away it
// stays away.
func TestPackOfTheSite(t *testing.T) {
	s := carried(t, examplePack(t))
	s.Until(`document.getElementById("cases-example-gardener")`)
	s.tap("cases-pack-remove")
	s.Until(`!document.getElementById("cases-example-gardener")`)
	s.Reload()
	s.Until(`document.getElementById("cases-neck-pain")`)
	if n := Eval[int](s.Page, `document.querySelectorAll("#cases-example-gardener").length`); n != 0 {
		t.Error("the pack that was taken away comes back by itself")
	}
}

// The pages of a pack have no breach of the rules.
func TestPackAxe(t *testing.T) {
	file := axeFile(t)
	s := student{Open(t, manual+"#cases"), t}
	s.drop(raw(examplePack(t)))
	s.Until(`document.getElementById("cases-example-gardener")`)
	check := func(name string) {
		s.readable(t, file, name)
	}
	check("cases with a pack")
	s.tap("cases-pack-remove")
	s.Until(`document.getElementById("cases-pack-undo")`)
	check("cases with a pack to be brought back")
	s.tap("cases-pack-undo")
	Eval[any](s.Page, `(location.hash = "#quiz", null)`)
	s.Until(`document.getElementById("quiz-own")`)
	check("the quiz with a pack")
}
