package program_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/pack"
	items "taut/game/quiz"
	"taut/scenes"
	people "taut/scenes/cases"
	known "taut/scenes/evidence"
	"taut/scenes/lab"
	"taut/scenes/program"
	"taut/scenes/quiz"
	"taut/scenes/weeks"
)

// packed gives the program with all that a pack adds to.
func packed(t testing.TB) *program.Program {
	t.Helper()
	own, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	words, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	p := program.New(lab.New(lab.Options{Words: words, Still: true}),
		people.New(people.Options{Words: words, Library: own.Library, Atlas: own.Atlas, Screen: own.Screen, Book: own.Book}),
		weeks.New(weeks.Options{Words: words}), known.New(known.Options{Words: words, Library: own.Library}),
		quiz.New(quiz.Options{Words: words, Library: own.Library, Atlas: own.Atlas, Bank: own.Bank, Seed: 1}))
	p.Shelve(own, words)
	return p
}

// aPack gives a pack with a person, an item, a source and a supplement.
func aPack(t testing.TB) []byte {
	t.Helper()
	mm := func(x float64) evidence.Range {
		return evidence.Range{Lo: x, At: x, Hi: x, Unit: "mm", Basis: evidence.Basis{Mark: evidence.Teaching}}
	}
	own, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := own.Book.Case("shoulder-pain")
	c.ID, c.Name = "their-person", "Ines"
	more, err := anatomy.NewSupplement("Course 7", []anatomy.Technique{{Muscle: "infraspinatus", Landmark: "two finger breadths below", Position: "on the front", Length: mm(40), Width: mm(.3), Depth: mm(10)}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := (&pack.Pack{Title: "Ours", Author: "Us", Course: "Course 7", Supplement: more,
		Cases:   &cases.Book{Cases: []cases.Case{c}},
		Sources: &evidence.Library{Sources: []evidence.Source{{ID: "mine", Authors: "Me and mine", Kind: "book", Read: "full", Shows: "It shows."}}},
		Questions: &items.Bank{Questions: []items.Question{{ID: "their-item", Topic: items.Safety, Kind: items.One, Difficulty: 1, Stem: "A stem of theirs?", Why: "So.", Links: []string{"lab"},
			Basis: evidence.Basis{Mark: evidence.Found, Sources: []string{"mine"}}, Options: []items.Option{{Text: "a", Correct: true, Why: "w"}, {Text: "b", Why: "w"}, {Text: "c", Why: "w"}}}}},
	}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func page(t testing.TB, p *program.Program) string {
	t.Helper()
	var b strings.Builder
	if err := p.Panel().Render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func hand(p *program.Program, b []byte) scenes.Effects {
	p.Do(scenes.Intent{Do: "pack", Value: base64.StdEncoding.EncodeToString(b)})
	return p.Effects()
}

// kept gives what is to be kept under a name; nil where nothing is.
func kept(e scenes.Effects, name string) []byte {
	for _, k := range e.Kept {
		if k.Name == name {
			return k.Data
		}
	}
	return nil
}

// A pack's person, item and source are there where the program's own are, and its
// course is marked on every page; taken away, all of it is gone, and comes back with
// what was done.
func TestAPackComesAndGoes(t *testing.T) {
	p, b := packed(t), aPack(t)
	e := hand(p, b)
	if string(kept(e, program.PackName)) != string(b) || len(e.Tell) != 1 || !strings.Contains(e.Tell[0], "Ours") || p.Place() != "cases" {
		t.Fatalf("it says %q at %s", e.Tell, p.Place())
	}
	for _, place := range []string{"lab", "cases", "weeks", "evidence/sources", "quiz"} {
		if !p.Go(place) || !strings.Contains(page(t, p), "Supervised course view, switched on by the pack of: Course 7") {
			t.Errorf("%s does not bear the mark of the course", place)
		}
	}
	if !p.Go("evidence/source/mine") || !strings.Contains(page(t, p), "Me and mine") {
		t.Error("the source is not there")
	}
	if !p.Go("weeks/their-person") {
		t.Error("the person has no weeks")
	}
	if !p.Go("quiz/their-item") || !strings.Contains(page(t, p), "A stem of theirs?") {
		t.Error("the item is not asked")
	}
	if !p.Go("cases/their-person") {
		t.Fatal("the person is not there")
	}
	do := func(list ...string) {
		for _, in := range list {
			name, value, _ := strings.Cut(in, "=")
			p.Do(scenes.Intent{Do: name, Value: value})
		}
	}
	do("consent", "next", "press", "muscle:1", "press", "muscle:2", "press", "next", "look:0", "look:1", "look:2", "look:3", "end:needle", "next", "meet-harm")
	if !strings.Contains(page(t, p), "two finger breadths below") {
		t.Error("the course does not see its technique")
	}
	cases := kept(p.Effects(), "cases")
	p.Go("cases/their-person")
	p.Do(scenes.Intent{Do: "pack-remove"})
	e = p.Effects()
	if p.Go("cases/their-person") || p.Go("quiz/their-item") || p.Go("weeks/their-person") {
		t.Error("something of the pack is still there")
	}
	if k := kept(e, program.PackName); len(k) != 1 {
		t.Errorf("that it is taken away is kept as %q", k)
	}
	p.Go("cases")
	if html := page(t, p); strings.Contains(html, "Course 7") || strings.Contains(html, "Ines") || !strings.Contains(html, "pack-undo") {
		t.Error("the pack is still told of, or cannot be brought back")
	}
	p.Do(scenes.Intent{Do: "pack-undo"})
	if e = p.Effects(); string(kept(e, program.PackName)) != string(b) || !p.Go("cases/their-person") || !strings.Contains(page(t, p), "two finger breadths below") {
		t.Error("it does not come back with what was done")
	}

	// After a reload: the pack first, then what was done with it.
	r := packed(t)
	if err := r.RestoreNamed(program.PackName, b); err != nil {
		t.Fatal(err)
	}
	if err := r.RestoreNamed("cases", cases); err != nil || !r.Go("cases/their-person") || !strings.Contains(page(t, r), "two finger breadths below") {
		t.Errorf("after a reload the case begins anew (%v)", err)
	}
	// Without the pack what was done is kept, unseen.
	r = packed(t)
	if err := r.RestoreNamed("cases", cases); err != nil {
		t.Fatal(err)
	}
	r.Go("cases/neck-pain")
	r.Do(scenes.Intent{Do: "consent"})
	again := packed(t)
	if again.RestoreNamed(program.PackName, b) != nil || again.RestoreNamed("cases", kept(r.Effects(), "cases")) != nil {
		t.Fatal("what was kept is refused")
	}
	if again.Go("cases/their-person"); !strings.Contains(page(t, again), "two finger breadths below") {
		t.Error("what was done with the pack's person is lost while the pack is away")
	}
}

// A file that is no pack, a broken and a newer one, and one that is too large are
// refused in one sentence and change nothing.
func TestABrokenPackChangesNothing(t *testing.T) {
	p, b := packed(t), aPack(t)
	hand(p, b)
	before := page(t, p)
	for name, x := range map[string]struct{ file, says string }{
		"too large": {"", "larger than 1 MB"}, "no base64": {"?", "no pack of Taut"}, "noise": {base64.StdEncoding.EncodeToString([]byte("noise")), "no pack of Taut"},
		"broken": {base64.StdEncoding.EncodeToString(b[:len(b)-9]), "damaged"},
		"newer":  {base64.StdEncoding.EncodeToString([]byte(strings.Replace(string(b), "format\x01", "format\x09", 1))), "newer version"},
	} {
		says := func(way string) {
			e := p.Effects()
			if len(e.Tell) != 1 || !strings.Contains(e.Tell[0], "Nothing has changed") || !strings.Contains(e.Tell[0], x.says) || strings.Contains(e.Tell[0], "\n") || kept(e, program.PackName) != nil {
				t.Errorf("%s, %s: it says %q", name, way, e.Tell)
			}
		}
		if x.file != "" { // nothing is no pack that a site comes with
			p.Carry(x.file)
			says("carried")
		}
		p.Do(scenes.Intent{Do: "pack", Value: x.file})
		says("handed in")
		if page(t, p) != before {
			t.Errorf("%s: the page has changed", name)
		}
	}
}

// Without a course nobody sees what a supplement holds.
func TestNoTechniqueWithoutACourse(t *testing.T) {
	p := packed(t)
	p.Go("cases/shoulder-pain")
	for _, in := range []string{"consent", "next", "press", "muscle:1", "press", "muscle:2", "press", "next", "look:0", "look:1", "look:2", "look:3", "end:needle", "next", "meet-harm"} {
		p.Do(scenes.Intent{Do: in})
	}
	if html := page(t, p); !strings.Contains(html, "cases-points") || strings.Contains(html, "cases-technique") {
		t.Error("without a course a technique is shown, or the step was not reached")
	}
}
