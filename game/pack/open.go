package pack

import (
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/quiz"
)

// Open gives the shelf of the program's own content from its compiled forms. That they
// decode is tested where they are compiled.
func Open(sources, atlas, screen, people, questions []byte) (s Shelf, err error) {
	take := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	take(func() (err error) { s.Library, err = evidence.DecodeLibrary(sources); return })
	take(func() (err error) { s.Atlas, err = anatomy.DecodeAtlas(atlas); return })
	take(func() (err error) { s.Screen, err = anatomy.DecodeScreen(screen); return })
	take(func() (err error) { s.Book, err = cases.Decode(people); return })
	take(func() (err error) { s.Bank, err = quiz.DecodeBank(questions); return })
	return s, err
}
