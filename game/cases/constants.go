package cases

import "taut/game/evidence"

// The constants of the cases.
const (
	// agree is how often an examiner says what there is: with it two of them agree
	// with kappa (2 agree - 1)^2 = .45 where half of the muscles have a point.
	agree = 0.8354

	// slackTension and slackPasses are how much more than the good run a visit may
	// leave of the start's tension, in per cent, and how many strokes more it may take,
	// before it is faulted.
	slackTension = 17
	slackPasses  = 5
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "agree", Unit: "1", Value: agree, Lo: .7, Hi: .95, Mark: evidence.Derived, Source: "from kappa .45 between examiners who look for a trigger point; Rathbone 2017"},
	{Symbol: "slackTension", Unit: "%", Value: slackTension, Lo: 5, Hi: 30, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "slackPasses", Unit: "strokes", Value: slackPasses, Lo: 2, Hi: 10, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "depths[0]", Unit: "mm", Value: 6, Lo: 2, Hi: 10, Mark: evidence.Teaching, Source: "ends in the fat; chosen for teaching, in the model limb and never shown"},
	{Symbol: "depths[1]", Unit: "mm", Value: 10.5, Lo: 6.5, Hi: 14.5, Mark: evidence.Teaching, Source: "into the upper muscle, short of the knot; chosen for teaching, in the model limb and never shown"},
	{Symbol: "depths[2]", Unit: "mm", Value: 19, Lo: 15, Hi: 23, Mark: evidence.Teaching, Source: "through the knot, as the lab's taught plan; chosen for teaching, in the model limb and never shown"},
	{Symbol: "depths[3]", Unit: "mm", Value: 26, Lo: 22, Hi: 30, Mark: evidence.Teaching, Source: "to the far side of the muscle; chosen for teaching, in the model limb and never shown"},
	{Symbol: "depths[4]", Unit: "mm", Value: 40, Lo: 36, Hi: 40, Mark: evidence.Teaching, Source: "to the bone of the model limb; chosen for teaching, in the model limb and never shown"},
}
