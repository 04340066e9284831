package quiz

import "slices"

// links are the places of the program that an item may point at, as addresses bear
// them after their #. That each of them opens is tested where all scenes are.
var links = []string{
	"lab", "lab/healthy", "lab/latent", "lab/active",
	"lab/body", "lab/muscle", "lab/band", "lab/fibre", "lab/sarcomere", "lab/endplate", "lab/scan", "lab/emg",
	"cases", "cases/back-pain", "cases/neck-pain", "cases/like-sciatica", "cases/muscle-strain", "cases/knee-pain",
	"cases/hip-pain", "cases/shoulder-pain", "cases/rotator-cuff", "cases/plantar-fasciitis",
	"weeks", "compare", "compare/sham", "compare/none", "compare/wet", "compare/acupuncture", "compare/first",
	"evidence/loop", "evidence/claims", "evidence/article", "evidence/sources", "evidence/numbers",
}

// Links gives every known target. An item may point at no other.
func Links() []string { return slices.Clone(links) }

// linked reports whether a target is known.
func linked(to string) bool { return slices.Contains(links, to) }
