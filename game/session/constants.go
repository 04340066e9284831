package session

import "taut/game/evidence"

// The constants of a twitch as it is shown, and of the needle's handling.
const (
	twitchFull = 3
	traceShare = 0.5

	crampGain = 0.35
	crampFull = 2.5
	tauCramp  = 1.8

	settleTime = 2.5
	restTime   = 0.7
	visitGap   = 3600
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "twitchFull", Unit: "1", Value: twitchFull, Lo: 2, Hi: 5, Mark: evidence.Teaching, Source: "size of an average first twitch in the model"},
	{Symbol: "traceShare", Unit: "1", Value: traceShare, Lo: .2, Hi: 1, Mark: evidence.Teaching, Source: "height of a twitch in the tension trace; chosen for teaching"},
	{Symbol: "crampGain", Unit: "1", Value: crampGain, Lo: .1, Hi: .6, Mark: evidence.Teaching, Source: "brief after-cramp; glutamate set off cramps in 13 of 14 people (Ge 2008); size chosen for teaching"},
	{Symbol: "crampFull", Unit: "1", Value: crampFull, Lo: 1, Hi: 5, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "tauCramp", Unit: "s", Value: tauCramp, Lo: .5, Hi: 5, Mark: evidence.Teaching, Source: "after-cramp of a second or two; chosen for teaching"},
	{Symbol: "settleTime", Unit: "s", Value: settleTime, Lo: 2, Hi: 3, Mark: evidence.Teaching, Source: "one pass every 2-3 s, so that 15-30 s at a point are 5-15 passes; the article gives the 15-30 s"},
	{Symbol: "restTime", Unit: "s", Value: restTime, Lo: .3, Hi: 2, Mark: evidence.Teaching, Source: "the least pause after a very slow pass; chosen for teaching"},
	{Symbol: "visitGap", Unit: "s", Value: visitGap, Lo: 1800, Hi: 86400, Mark: evidence.Teaching, Source: "a stroke later than this begins a new visit; chosen for teaching"},
}
