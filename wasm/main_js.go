package main

import (
	"taut/assets"
	"taut/game/anatomy"
	people "taut/game/cases"
	"taut/game/evidence"
	items "taut/game/quiz"
	"taut/scenes"
	"taut/scenes/cases"
	"taut/scenes/compare"
	known "taut/scenes/evidence"
	"taut/scenes/lab"
	"taut/scenes/program"
	"taut/scenes/quiz"
	"taut/scenes/stage"
	"taut/scenes/weeks"
	"taut/wasm/page"
)

func main() {
	page.Run(func(o page.Options) (scenes.Scene, page.Stage, error) {
		s, err := stage.New()
		library, book, atlas := own(evidence.DecodeLibrary(assets.Sources)), own(people.Decode(assets.Cases)), own(anatomy.DecodeAtlas(assets.Atlas))
		home := lab.New(lab.Options{Seed: o.Seed, Seeded: o.Seeded, Words: o.Words, Still: o.Still, Mute: o.Mute, Picture: o.Picture})
		return program.New(home,
			cases.New(cases.Options{Words: o.Words, Library: library, Atlas: atlas, Screen: own(anatomy.DecodeScreen(assets.Screen)), Book: book}),
			weeks.New(weeks.Options{Words: o.Words, People: afterwards(book)}),
			compare.New(compare.Options{Words: o.Words, Library: library}),
			known.New(known.Options{Words: o.Words, Library: library}),
			quiz.New(quiz.Options{Words: o.Words, Library: library, Atlas: atlas, Bank: own(items.DecodeBank(assets.Questions)), Seed: o.Seed})), s, err
	})
}

// own gives what our own files hold: that they decode is tested where they are
// compiled.
func own[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// afterwards gives the people of the cases as the weeks after know them.
func afterwards(b *people.Book) (list []weeks.Person) {
	for _, c := range b.Cases {
		list = append(list, weeks.Person{ID: c.ID, Name: c.Name, Seed: c.Seed, Acute: c.Acute, Desk: c.Desk})
	}
	return list
}
