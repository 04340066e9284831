package program_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"taut/assets"
	"taut/game/anatomy"
	people "taut/game/cases"
	"taut/game/content"
	"taut/game/evidence"
	items "taut/game/quiz"
	"taut/scenes/cases"
	"taut/scenes/compare"
	known "taut/scenes/evidence"
	"taut/scenes/lab"
	"taut/scenes/program"
	"taut/scenes/quiz"
	"taut/scenes/weeks"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// whole gives the program with all its scenes and its own content, and its items.
func whole() (*program.Program, *content.Words, *items.Bank) {
	words, library := must(content.DecodeWords(assets.English)), must(evidence.DecodeLibrary(assets.Sources))
	atlas, bank := must(anatomy.DecodeAtlas(assets.Atlas)), must(items.DecodeBank(assets.Questions))
	return program.New(lab.New(lab.Options{Words: words}),
		cases.New(cases.Options{Words: words, Library: library, Atlas: atlas, Screen: must(anatomy.DecodeScreen(assets.Screen)), Book: must(people.Decode(assets.Cases))}),
		weeks.New(weeks.Options{Words: words}),
		compare.New(compare.Options{Words: words, Library: library}),
		known.New(known.Options{Words: words, Library: library}),
		quiz.New(quiz.Options{Words: words, Library: library, Atlas: atlas, Bank: bank})), words, bank
}

// The page for teachers lists every statement of the article, as the quiz has them,
// and the 26 misconceptions, each with a place of the program that opens and, where
// it names one, a text that is there.
func TestEveryStatementIsMet(t *testing.T) {
	page, err := os.ReadFile("../../game/MODEL.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(page), "## Where it is met\n")
	if !ok {
		t.Fatal("the page has no table of where it is met")
	}
	table, _, _ = strings.Cut(table, "\n## ")
	p, words, bank := whole()
	row := regexp.MustCompile("(?m)^\\| (?:`([a-z-]+)`|(\\d+)) \\| ([^|]+) \\| `#([^`]+)` \\| (?:`([^`]+)`)? ?\\|$")
	said := map[string]string{}
	beliefs := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(table, -1) {
		if m[1] != "" {
			said[m[1]] = m[3]
		} else {
			beliefs[m[2]] = true
		}
		if !p.Go(m[4]) {
			t.Errorf("%q is met at #%s, which does not open", m[3], m[4])
		}
		if m[5] != "" && !words.Has(m[5]) {
			t.Errorf("%q is met in the text %s, which is not there", m[3], m[5])
		}
	}
	for _, s := range bank.Statements {
		if said[s.ID] != s.Text {
			t.Errorf("%s: the page says %q, the quiz %q", s.ID, said[s.ID], s.Text)
		}
	}
	if len(said) != len(bank.Statements) || len(beliefs) != items.Beliefs {
		t.Errorf("%d statements and %d misconceptions are listed, want %d and %d", len(said), len(beliefs), len(bank.Statements), items.Beliefs)
	}
}

// Every place that an item of the quiz, or a card, points at opens.
func TestEveryLinkOpens(t *testing.T) {
	for _, to := range items.Links() {
		p, _, _ := whole()
		if !p.Go(to) {
			t.Errorf("#%s does not open", to)
		}
	}
	for _, to := range lab.Places() {
		if p, _, _ := whole(); !p.Go("lab/" + to) {
			t.Errorf("#lab/%s does not open", to)
		}
	}
}
