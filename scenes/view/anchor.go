package view

// Anchor is where a thing that has a name stands in a level's picture, in mm
// from the trigger point: X along the muscle, Z deeper.
type Anchor struct {
	Key  string // the name's key, one lower-case word or words-with-dashes
	X, Z float64
}
