package main

import (
	"errors"
	"time"

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
		// That our own files decode is tested where they are compiled.
		library, err1 := evidence.DecodeLibrary(assets.Sources)
		atlas, err2 := anatomy.DecodeAtlas(assets.Atlas)
		screen, err3 := anatomy.DecodeScreen(assets.Screen)
		book, err4 := people.Decode(assets.Cases)
		bank, err5 := items.DecodeBank(assets.Questions)
		if fault := errors.Join(err1, err2, err3, err4, err5); fault != nil {
			panic(fault)
		}
		home := lab.New(lab.Options{Seed: o.Seed, Seeded: o.Seeded, Words: o.Words, Still: o.Still, Mute: o.Mute, Picture: o.Picture})
		return program.New(home,
			cases.New(cases.Options{Words: o.Words, Library: library, Atlas: atlas, Screen: screen, Book: book}),
			weeks.New(weeks.Options{Words: o.Words, People: afterwards(book)}),
			compare.New(compare.Options{Words: o.Words, Library: library}),
			known.New(known.Options{Words: o.Words, Library: library}),
			quiz.New(quiz.Options{Words: o.Words, Library: library, Atlas: atlas, Bank: bank, Seed: o.Seed, Now: func() int64 { return time.Now().Unix() }})), s, err
	})
}

// afterwards gives the people of the cases as the weeks after know them.
func afterwards(b *people.Book) (list []weeks.Person) {
	for _, c := range b.Cases {
		list = append(list, weeks.Person{ID: c.ID, Name: c.Name, Seed: c.Seed, Acute: c.Acute, Desk: c.Desk})
	}
	return list
}
