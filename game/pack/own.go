package pack

import (
	"taut/assets"
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/quiz"
)

// Own gives what the program carries itself. That it decodes is tested where it is
// compiled.
func Own() (s Shelf, err error) {
	take := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	take(func() (err error) { s.Library, err = evidence.DecodeLibrary(assets.Sources); return })
	take(func() (err error) { s.Atlas, err = anatomy.DecodeAtlas(assets.Atlas); return })
	take(func() (err error) { s.Screen, err = anatomy.DecodeScreen(assets.Screen); return })
	take(func() (err error) { s.Book, err = cases.Decode(assets.Cases); return })
	take(func() (err error) { s.Bank, err = quiz.DecodeBank(assets.Questions); return })
	return s, err
}
