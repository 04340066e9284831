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

	// pointMost is how many seconds at a point are let pass.
	pointMost = 45

	// visitTalk and pointCare are the minutes that asking, and finding and cleaning a
	// point, take beside the needling: with them two to four points fill the article's
	// 10 to 15 minutes.
	visitTalk = 4
	pointCare = 2.5
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "agree", Unit: "1", Value: agree, Lo: .7, Hi: .95, Mark: evidence.Derived, Source: "from kappa .45 between examiners who look for a trigger point; Rathbone 2017"},
	{Symbol: "slackTension", Unit: "%", Value: slackTension, Lo: 5, Hi: 30, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "slackPasses", Unit: "strokes", Value: slackPasses, Lo: 2, Hi: 10, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "pointMost", Unit: "s", Value: pointMost, Lo: 30, Hi: 60, Mark: evidence.Seed, Source: "the article gives 15 to 30 s a point; half as long again is let pass"},
	{Symbol: "visitTalk", Unit: "min", Value: visitTalk, Lo: 2, Hi: 8, Mark: evidence.Teaching, Source: "so that two to four points fill the article's 10 to 15 minutes; chosen for teaching"},
	{Symbol: "pointCare", Unit: "min", Value: pointCare, Lo: 1, Hi: 4, Mark: evidence.Teaching, Source: "so that two to four points fill the article's 10 to 15 minutes; chosen for teaching"},
}
