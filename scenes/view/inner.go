package view

// Inner is what the finest levels show of the same moment: the inside of a
// fibre and its endplate.
type Inner struct {
	Drive      float64 // endplate drive A, 0.02 healthy to 0.43: how much acetylcholine leaks
	Energy     float64 // energy reserve, 0 to 1
	Gain       float64 // of the calcium pump, 0 to 1
	Acid       float64 // H, 0 healthy to about 0.4 in an active point
	Sensitised float64 // S, 0 to 1
	Released   float64 // mediators set free by the last twitch, 0 to 1.2
	Flow       float64 // relative blood flow
	Twitch     float64 // live twitch, 0 to 1
	Active     float64 // share of cross-bridges at work in the knot, C, 0 to 1
	Knot       float64 // sarcomere length in the knot, µm
	Rest       float64 // and beside it, µm
	Healthy    bool    // a healthy sarcomere stands beside
	NerveCut   bool    // no twitch comes; the leak goes on
	Struck     float64 // ms since the needle went through; negative: it has not
	Injury     float64 // needle micro-injury D, 0 to about 1
	Seconds    float64 // clock of the picture
	Hurry      bool    // time runs so fast that strokes may come more than three a second: what would pulse with them is left out
}
