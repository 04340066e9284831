package view

// The EMG window's grid, in divisions.
const (
	ScopeWide = 10
	ScopeHigh = 6
)

// Scope is the screen of the EMG window. The stage draws it at X, Y, in CSS px
// from the picture's upper left corner, W wide and H high.
type Scope struct {
	Shown      bool
	X, Y, W, H float64
	// Wave is the signal, oldest first, 0 to 1 of the height with 0 µV at a half:
	// the extremes of the samples of a column, which reaches to where the one
	// before it left off, so that no steep spike falls between two; NaN is a gap.
	// Its slices belong to the scene and are reused.
	Wave Row
	// From and To are the hit and the twitch that it set off, 0 to 1 across;
	// equal: neither is marked.
	From, To float64
}
