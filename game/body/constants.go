package body

import "taut/game/evidence"

// The constants of a body about a point. What lies under a muscle is at no measured
// distance: bodies differ, so that none is safe.
const (
	usual    = 0.3 // where a usual body stands between the thinnest and the heaviest that is drawn
	deepest  = 80  // mm at which a muscle ends at the most; there is less fat then
	room     = 1.5 // mm of muscle about the point, also in the thinnest
	through  = 4   // mm below the point's middle that a stroke through it goes
	lean     = 2.6 // mm beside the point's middle that a needle leans which is turned round the clock
	spare    = 0.5 // mm of muscle that it leaves below it
	bedThin  = 5   // mm from the muscle to what lies beneath it, in a thin body
	bedHeavy = 13  // the same in a heavy one
	held     = 3   // mm past a danger's face at which a stroke is held
	edge     = 9   // mm from the point to where the bone under it ends
	aside    = 3   // mm that a nerve or a vessel runs beside the point
	nerve    = 2.5 // mm, radius of a nerve's trunk
	vessel   = 1.5 // mm, radius of a vessel
	near     = 3   // mm between a stroke and a danger that count as a near miss
)

// Constants lists every number above with its mark and source.
var Constants = evidence.Table{
	{Symbol: "usual", Unit: "1", Value: usual, Lo: 0, Hi: 1, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "deepest", Unit: "mm", Value: deepest, Lo: 60, Hi: 90, Mark: evidence.Teaching, Source: "so that the point is still seen in the picture; chosen for teaching"},
	{Symbol: "room", Unit: "mm", Value: room, Lo: .5, Hi: 5, Mark: evidence.Teaching, Source: "so that the point fits into a thin muscle; chosen for teaching"},
	{Symbol: "through", Unit: "mm", Value: through, Lo: 2.6, Hi: 6, Mark: evidence.Teaching, Source: "as the lab's taught plan goes through its point; chosen for teaching"},
	{Symbol: "lean", Unit: "mm", Value: lean, Lo: 1, Hi: 4, Mark: evidence.Teaching, Source: "as the lab's taught plan passes the middle of its point; chosen for teaching"},
	{Symbol: "spare", Unit: "mm", Value: spare, Lo: 0, Hi: 2, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "bedThin", Unit: "mm", Value: bedThin, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "chosen for teaching; bodies differ, and no depth is safe for all"},
	{Symbol: "bedHeavy", Unit: "mm", Value: bedHeavy, Lo: 5, Hi: 40, Mark: evidence.Teaching, Source: "chosen for teaching; bodies differ, and no depth is safe for all"},
	{Symbol: "held", Unit: "mm", Value: held, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "so that it can be seen that the danger was met; chosen for teaching"},
	{Symbol: "edge", Unit: "mm", Value: edge, Lo: 5, Hi: 20, Mark: evidence.Teaching, Source: "so that the edge of the bone is in the picture; chosen for teaching"},
	{Symbol: "aside", Unit: "mm", Value: aside, Lo: 0, Hi: 20, Mark: evidence.Teaching, Source: "so that it is in the picture; chosen for teaching"},
	{Symbol: "nerve", Unit: "mm", Value: nerve, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "vessel", Unit: "mm", Value: vessel, Lo: .5, Hi: 5, Mark: evidence.Teaching, Source: "chosen for teaching"},
	{Symbol: "near", Unit: "mm", Value: near, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "near misses count, as needle trainers count them; the distance is chosen for teaching"},
}
