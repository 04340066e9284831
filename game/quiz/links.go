package quiz

// Link is a place of the program that an item points at.
type Link struct {
	To   string // scene, "?" and its state, or scene, "/" and a record
	Says string // what is seen there, for whoever builds the place
}

// Links gives every known target. An item may point at no other.
func Links() []Link { return links[:] }

var links = [...]Link{
	{"lab", "the lab as it opens: an active point, nothing done yet"},
	{"lab?kind=latent", "a latent point"},
	{"lab?kind=healthy", "healthy muscle"},
	{"lab?kinds=three", "healthy, latent and active side by side, to press and to ask"},
	{"lab?level=body", "the body, with the place where the pain is felt"},
	{"lab?level=muscle", "the whole muscle with its taut band"},
	{"lab?level=band", "the band and its knot"},
	{"lab?level=fibre", "one fibre with its knot, vessel and nerve"},
	{"lab?level=sarcomere", "sarcomeres, their pumps and their energy"},
	{"lab?level=endplate", "the endplate that leaks"},
	{"lab?step=first", "before the first pass"},
	{"lab?step=twitch", "the first twitch, in slow motion"},
	{"lab?step=same", "three passes on one path"},
	{"lab?step=turn", "a new direction after a fading twitch"},
	{"lab?step=fan", "ten passes, middle first and then round the clock"},
	{"lab?step=stop", "the end of a point, with its verdict"},
	{"lab?step=many", "forty passes"},
	{"lab?miss=shallow", "a pass that stays above the knot"},
	{"lab?miss=slow", "a very slow pass"},
	{"lab?miss=beside", "a pass beside the knot"},
	{"lab?miss=bone", "a pass that meets bone"},
	{"lab?wait=5m", "five minutes later"},
	{"lab?wait=1d", "a day later"},
	{"lab?wait=3d", "three days later"},
	{"lab?wait=3w", "three weeks later"},
	{"lab?trace=emg", "the EMG window"},
	{"lab?trace=tension", "the staircase of tension"},
	{"lab?trace=flow", "blood flow and acid over time"},
	{"lab?nerve=cut", "the nerve to the muscle is cut"},
	{"lab?scan=on", "the band as ultrasound shows it"},
	{"lab?skin=on", "only what is seen from the skin"},
	{"cases", "the list of cases"},
	{"cases/back-pain", "back pain"},
	{"cases/neck-pain", "neck pain"},
	{"cases/like-sciatica", "pain like sciatica that comes from muscle"},
	{"cases/muscle-strain", "a strained muscle"},
	{"cases/knee-pain", "knee pain"},
	{"cases/hip-pain", "hip pain"},
	{"cases/shoulder-pain", "shoulder pain"},
	{"cases/rotator-cuff", "rotator cuff pain"},
	{"cases/plantar-fasciitis", "plantar fasciitis"},
	{"cases?step=ask", "the talk before: purpose, feel, harms, choices, the right to stop"},
	{"cases?step=screen", "reasons not to needle, to ask first, or to refer"},
	{"cases?step=first", "what is tried before a needle"},
	{"cases?step=decide", "needle, other things first, or refer"},
	{"cases?step=bodies", "the same needle in two bodies"},
	{"cases?step=leave", "the talk on leaving"},
	{"compare", "arms side by side"},
	{"compare?arms=dry,sham", "dry needling and a pretend needle"},
	{"compare?arms=dry,wet", "dry and wet needling"},
	{"compare?arms=dry,acupuncture", "dry needling and acupuncture"},
	{"compare?arms=dry,pressure", "dry needling and firm pressure"},
	{"compare?arms=dry,none", "dry needling and no treatment"},
	{"compare?weeks=12", "twelve weeks, with aftercare and without"},
	{"compare?harm=1000", "a thousand treatments as dots"},
	{"evidence/claims", "every claim with how well it is supported"},
	{"evidence/article", "where the article and the literature part"},
}

// linked reports whether a target is known.
func linked(to string) bool {
	for i := range links {
		if links[i].To == to {
			return true
		}
	}
	return false
}
