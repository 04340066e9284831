package needle

import "taut/game/evidence"

// The constants of a stroke and of the model limb.
const (
	sigma     = 1.2  // mm, reach of a stroke around its path
	reach     = 1    // mm beyond the ends of the stroke
	speedHalf = 40   // mm/s at which half of a stroke's effect is there
	threshold = 0.25 // summed activity that sets off a twitch
	segmental = 0.02 // what a twitch quiets in every locus
	gateGain  = 1.2
	dPass     = 0.035
	dGrowth   = 20
	dTwitch   = 0.02
	hyTwitch  = 0.1
	hyPrick   = 0.02
	hyMax     = 0.6
	rlTwitch  = 0.35
	rlMax     = 1.2

	soreBase   = 12
	sorePass   = 2.2
	soreTwitch = 1.5
	soreHalf   = 52
	soreMax    = 100

	// Depths below the skin at which the model limb's tissues end, mm.
	skinEnd   = 1.8
	fatEnd    = 5.8
	fasciaEnd = 6.5
	muscleEnd = 24.2
	knotDepth = 15
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "sigma", Unit: "mm", Value: sigma, Lo: .3, Hi: 2.5, Mark: evidence.Teaching, Source: "reach of a stroke; a needle is 0.3 mm wide, the rest is tissue drag; chosen for teaching"},
	{Symbol: "reach", Unit: "mm", Value: reach, Lo: 0, Hi: 2, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "speedHalf", Unit: "mm/s", Value: speedHalf, Lo: 20, Hi: 60, Mark: evidence.Teaching, Source: "fast insertion with twitches quiets rabbit trigger spots, very slow insertion does not; Chen 2001, n=9"},
	{Symbol: "threshold", Unit: "1", Value: threshold, Lo: .1, Hi: .5, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "segmental", Unit: "1", Value: segmental, Lo: 0, Hi: .05, Mark: evidence.Teaching, Source: "reflex effect on the whole point, chosen for teaching; remote effects: Hsieh 2011 (rabbit, n=96)"},
	{Symbol: "gateGain", Unit: "1", Value: gateGain, Lo: 1, Hi: 1.5, Mark: evidence.Teaching, Source: "lets a quick stroke reach its full effect; chosen for teaching"},
	{Symbol: "dPass", Unit: "1", Value: dPass, Lo: .01, Hi: .1, Mark: evidence.Teaching, Source: "soreness grows with the number of insertions (PMID 26406209); size chosen for teaching"},
	{Symbol: "dGrowth", Unit: "strokes", Value: dGrowth, Lo: 10, Hi: 40, Mark: evidence.Teaching, Source: "how many strokes are best is not known; chosen so that many cost more"},
	{Symbol: "dTwitch", Unit: "1", Value: dTwitch, Lo: 0, Hi: .05, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "hyTwitch", Unit: "1", Value: hyTwitch, Lo: .02, Hi: .3, Mark: evidence.Teaching, Source: "flow rises after needling (Cagnie 2012); size chosen for teaching"},
	{Symbol: "hyPrick", Unit: "1", Value: hyPrick, Lo: 0, Hi: .1, Mark: evidence.Teaching, Source: "axon-reflex flare without a twitch; chosen for teaching"},
	{Symbol: "hyMax", Unit: "1", Value: hyMax, Lo: .2, Hi: 1, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "rlTwitch", Unit: "1", Value: rlTwitch, Lo: .1, Hi: 1, Mark: evidence.Teaching, Source: "brief peak of mediators at a twitch; Shah 2008; size chosen for teaching"},
	{Symbol: "rlMax", Unit: "1", Value: rlMax, Lo: .5, Hi: 2, Mark: evidence.Teaching, Source: "saturates for display; chosen for teaching"},
	{Symbol: "soreBase", Unit: "1", Value: soreBase, Lo: 0, Hi: 30, Mark: evidence.Teaching, Source: "fit of soreness to strokes and twitches, chosen for teaching; all patients are sore (PMID 26406209)"},
	{Symbol: "sorePass", Unit: "1", Value: sorePass, Lo: .5, Hi: 5, Mark: evidence.Teaching, Source: "soreness grows with insertions (PMID 26406209); size chosen for teaching"},
	{Symbol: "soreTwitch", Unit: "1", Value: soreTwitch, Lo: 0, Hi: 5, Mark: evidence.Teaching, Source: "soreness grows with pain during needling (PMID 26406209); size chosen for teaching"},
	{Symbol: "soreHalf", Unit: "1", Value: soreHalf, Lo: 20, Hi: 100, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "soreMax", Unit: "mm", Value: soreMax, Lo: 100, Hi: 100, Mark: evidence.Derived, Source: "length of the visual analogue scale"},
	{Symbol: "skinEnd", Unit: "mm", Value: skinEnd, Lo: 1, Hi: 4, Mark: evidence.Teaching, Source: "model limb; chosen for teaching"},
	{Symbol: "fatEnd", Unit: "mm", Value: fatEnd, Lo: 2, Hi: 40, Mark: evidence.Teaching, Source: "model limb; skin to trapezius 7.7 mm (Jensen 1994) gives the order; chosen for teaching"},
	{Symbol: "fasciaEnd", Unit: "mm", Value: fasciaEnd, Lo: 2.5, Hi: 42, Mark: evidence.Teaching, Source: "model limb; chosen for teaching"},
	{Symbol: "muscleEnd", Unit: "mm", Value: muscleEnd, Lo: 15, Hi: 60, Mark: evidence.Teaching, Source: "model limb; chosen for teaching"},
	{Symbol: "knotDepth", Unit: "mm", Value: knotDepth, Lo: 8, Hi: 40, Mark: evidence.Teaching, Source: "model limb; chosen for teaching"},
}
