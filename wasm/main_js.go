package main

import (
	"time"

	"taut/assets"
	"taut/game/pack"
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
		draw := o.Seed
		if !o.Seeded { // each browser is asked in another order
			draw = uint64(time.Now().UnixNano())
		}
		s, err := stage.New()
		own, fault := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
		if fault != nil {
			panic(fault)
		}
		home := lab.New(lab.Options{Library: own.Library, Seed: o.Seed, Seeded: o.Seeded, Words: o.Words, Still: o.Still, Mute: o.Mute, Picture: o.Picture})
		all := program.New(home,
			cases.New(cases.Options{Words: o.Words, Library: own.Library, Atlas: own.Atlas, Screen: own.Screen, Book: own.Book}),
			weeks.New(weeks.Options{Words: o.Words}),
			compare.New(compare.Options{Words: o.Words, Library: own.Library}),
			known.New(known.Options{Words: o.Words, Library: own.Library}),
			quiz.New(quiz.Options{Words: o.Words, Library: own.Library, Atlas: own.Atlas, Bank: own.Bank, Seed: draw, Now: func() int64 { return time.Now().Unix() }, East: east}))
		all.Shelve(own, o.Words)
		return all, s, err
	})
}

// east gives how far the clocks on the wall are ahead of UTC at a time, in seconds.
func east(on int64) int64 {
	_, s := time.Unix(on, 0).Zone()
	return int64(s)
}
