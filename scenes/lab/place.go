package lab

import (
	"slices"

	"taut/scenes"
)

// places are the states of the lab that links open, each with the intents that lead
// there. None of them takes back what was done, but another kind of point.
var places = map[string][]scenes.Intent{
	"body": {{Do: "level:body"}}, "muscle": {{Do: "level:muscle"}}, "band": {{Do: "level:band"}},
	"fibre": {{Do: "level:fibre"}}, "sarcomere": {{Do: "level:sarcomere"}}, "endplate": {{Do: "level:endplate"}},
	"healthy": {{Do: "kind:healthy"}}, "latent": {{Do: "kind:latent"}}, "active": {{Do: "kind:active"}},
	"scan": {{Do: "scan", Value: "true"}}, "emg": {{Do: "scope", Value: "true"}},
}

// Open shows one of the lab's states, as a link bears it.
func (l *Lab) Open(place string) bool {
	for _, in := range places[place] {
		l.Do(in)
	}
	return places[place] != nil
}

// Places gives the names of the states that links open, in the order of the
// alphabet.
func Places() []string {
	var names []string
	for name := range places {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
