package quiz

import "taut/game/evidence"

// What a task in the lab is judged by, and a drawn answer.
const (
	quietNoise  = 9
	quietPasses = 12
	quietSore   = 55
	pointLeast  = 15
	pointMost   = 30
	stopPasses  = 14

	predictLimit = 0.15
	pointSlack   = 12
	retention    = 0.9
	targetMost   = 0.95
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "quietNoise", Unit: "µV", Value: quietNoise, Lo: 7, Hi: 10.5, Mark: evidence.Teaching, Source: "between what ten fanned passes and ten on one track leave in the model (6.8 and 10.0 µV); chosen for teaching"},
	{Symbol: "quietPasses", Unit: "1", Value: quietPasses, Lo: 8, Hi: 15, Mark: evidence.Teaching, Source: "15-30 s at a point at one pass every 2-3 s; chosen for teaching"},
	{Symbol: "quietSore", Unit: "mm", Value: quietSore, Lo: 45, Hi: 65, Mark: evidence.Teaching, Source: "a little above what twelve passes leave in the model; chosen for teaching"},
	{Symbol: "pointLeast", Unit: "s", Value: pointLeast, Lo: 15, Hi: 15, Mark: evidence.Seed, Source: "the article: about 15 to 30 seconds at each point"},
	{Symbol: "pointMost", Unit: "s", Value: pointMost, Lo: 30, Hi: 30, Mark: evidence.Seed, Source: "the article: about 15 to 30 seconds at each point"},
	{Symbol: "stopPasses", Unit: "1", Value: stopPasses, Lo: 10, Hi: 15, Mark: evidence.Teaching, Source: "under 15 passes: 30 s at one pass every 2 s; chosen for teaching"},
	{Symbol: "predictLimit", Unit: "1", Value: predictLimit, Lo: .1, Hi: .2, Mark: evidence.Teaching, Source: "a drawn trace within 15 % of its start shows that its shape is known; chosen for teaching"},
	{Symbol: "pointSlack", Unit: "mm", Value: pointSlack, Lo: 0, Hi: 30, Mark: evidence.Teaching, Source: "a finger's width of the figure on a phone; chosen for teaching"},
	{Symbol: "retention", Unit: "1", Value: retention, Lo: .8, Hi: .95, Mark: evidence.Teaching, Source: "the scheduler's usual aim; chosen for teaching"},
	{Symbol: "targetMost", Unit: "1", Value: targetMost, Lo: .9, Hi: .96, Mark: evidence.Teaching, Source: "what one good answer to a new item still holds on the day after; chosen for teaching"},
}
