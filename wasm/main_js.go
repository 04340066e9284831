package main

import (
	"taut/scenes"
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
		return program.New(home, weeks.New(weeks.Options{Words: o.Words})), s, err
	})
}
