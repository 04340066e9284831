package quiz

import (
	"testing"

	"taut/assets"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/pack"
	bank "taut/game/quiz"
)

// Answers to a pack's items, and a test with one of them under way, stay while the pack
// is away, also over a save, and are there again when it comes back; asked for alone, only
// its items are asked.
func TestAnswersOutliveTheirPack(t *testing.T) {
	s := open(t)
	own, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	p := &pack.Pack{Title: "T", Author: "A", Cases: &cases.Book{}, Sources: &evidence.Library{}, Questions: &bank.Bank{Questions: []bank.Question{{ID: "theirs", Topic: bank.Safety, Kind: bank.One, Stem: "?",
		Options: []bank.Option{{Text: "a", Correct: true}, {Text: "b"}, {Text: "c"}}, Basis: evidence.Basis{Mark: evidence.Seed, Sources: []string{"article"}}}}}}
	with := own
	with.Pack = p
	with.Bank = &bank.Bank{Statements: own.Bank.Statements, Questions: append(append([]bank.Question{}, own.Bank.Questions...), p.Questions.Questions...)}
	s.Stock(with)
	s.settings.Pack.Items = 1
	do(s, "own=true")
	if list := s.pool(); len(list) != 1 || list[0].ID != "theirs" {
		t.Errorf("%d items are asked of the pack's one", len(list))
	}
	s.past = []answered{{ID: "theirs", Seed: 1, Given: true, Right: true, Score: 1, On: 5}, {ID: "loop", Seed: 2, Given: true, On: 6}}
	s.runs[0] = run{Items: []answered{{ID: "theirs", Seed: 3}, {ID: "loop", Seed: 4}}, At: 1}
	s.Stock(own)
	if len(s.past) != 1 || len(s.runs[0].Items) != 0 {
		t.Errorf("without the pack %d answers and a test of %d items are left", len(s.past), len(s.runs[0].Items))
	}
	s.settings.Pack.Items = 0
	if list := s.pool(); len(list) != len(own.Bank.Questions) {
		t.Errorf("without the pack %d items are asked", len(list))
	}
	document(t, s)
	kept := s.keep()
	r := open(t)
	if err := r.Restore(kept); err != nil {
		t.Fatal(err)
	}
	r.Stock(with)
	if len(r.past) != 2 || len(r.runs[0].Items) != 2 || r.runs[0].At != 1 {
		t.Errorf("with the pack %d answers and a test of %d items are back", len(r.past), len(r.runs[0].Items))
	}
}
