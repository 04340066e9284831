package main

import (
	"taut/assets"
	"taut/game/evidence"
	"taut/scenes"
	"taut/scenes/compare"
	known "taut/scenes/evidence"
	"taut/scenes/lab"
	"taut/scenes/program"
	"taut/scenes/stage"
	"taut/scenes/weeks"
	"taut/wasm/page"
)

func main() {
	page.Run(func(o page.Options) (scenes.Scene, page.Stage, error) {
		s, err := stage.New()
		home := lab.New(lab.Options{Seed: o.Seed, Seeded: o.Seeded, Words: o.Words, Still: o.Still, Mute: o.Mute, Picture: o.Picture})
		lib, fault := evidence.DecodeLibrary(assets.Sources)
		if fault != nil {
			panic(fault) // our own file
		}
		return program.New(home, weeks.New(weeks.Options{Words: o.Words}), compare.New(compare.Options{Words: o.Words, Library: lib}),
			known.New(known.Options{Words: o.Words, Library: lib})), s, err
	})
}
