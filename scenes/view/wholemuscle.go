package view

import "math"

// The shape of the whole muscle as the level Muscle draws it, in mm from the
// trigger point. It is a muscle of no name on a limb of no place: teaching
// values, near those of a muscle along a forearm. The shader holds the same
// formulae; the stage's tests compare the two by their constants.
const (
	// BellyHalf is half the belly's thickness where it is thickest.
	BellyHalf = 17.0
	// BellyDepth is how far below the trigger point the belly's middle lies there.
	BellyDepth = 8.0
	// BellyReach is how far along the muscle its strip of moving tissue goes.
	BellyReach = 96.0
	// LimbEnd is how far below the trigger point the limb's other side lies.
	LimbEnd = 62.0
	// TwitchTimes is how many times larger than in the band's picture a twitch
	// is drawn in the whole muscle's: at its true size it would not be seen.
	TwitchTimes = 3.0
	// MaxLatent bounds the quiet trigger points beside the simulated one.
	MaxLatent = 4
)

// Belly gives half the muscle's thickness at x, in mm: 17 in the middle, and
// 4.6 and 2.6 in the tendons to the left and to the right. It is the smooth
// greater of a spindle a and a tendon t, (a + t + sqrt((a-t)^2 + 16)) / 2.
func Belly(xMM float64) float64 {
	s := clamp(xMM/60, -1, 1)
	u := math.Abs(xMM) / (86 + 6*s)
	a := 16.7 * (1 - u*u*math.Sqrt(u))
	t := 3.6 - s
	return 0.5 * (a + t + math.Sqrt((a-t)*(a-t)+16))
}

// BellyAxis gives how far below the trigger point the muscle's middle lies at x.
func BellyAxis(xMM float64) float64 { return BellyDepth + 7*(xMM/110)*(xMM/110) }

// Across gives the depth below the trigger point, at x, of the fibre that lies y
// mm below it at x = 0: fibres draw together towards the tendons.
func Across(xMM, yMM float64) float64 {
	return BellyAxis(xMM) + (yMM-BellyDepth)*Belly(xMM)/BellyHalf
}

// Latent are the places of the quiet trigger points: X along the muscle, Z the
// depth of their fibre below the trigger point at x = 0 (see Across). Only the
// trigger point at the origin is simulated; these stand for the one to five
// that a sore muscle may hold.
var Latent = [MaxLatent]Anchor{
	{Key: "latent", X: -47, Z: 0.4},
	{Key: "latent", X: 39, Z: 10.5},
	{Key: "latent", X: -33, Z: 17.5},
	{Key: "latent", X: 60, Z: 2.2},
}

// LatentPoints gives how many of Latent are shown: none in a healthy muscle or
// where the knot is hidden, else more the tenser the muscle was at first.
// Chosen for teaching.
func (v *View) LatentPoints() int {
	if v.KnotRadius <= 0 || !v.KnotShown {
		return 0
	}
	return int(math.Round(MaxLatent * clamp(v.Start/FullPull, 0, 1)))
}

// Bundle gives how far below the trigger point, at x, the vein runs that lies
// between an artery, 2.3 mm above it, and a nerve, 3.2 mm below it.
func Bundle(xMM float64) float64 {
	u := clamp((math.Abs(xMM)-70)/65, 0, 1)
	flare := 5*u*u*(3-2*u) - 1.2*math.Exp(-xMM*xMM/3600)
	return 35.6 + 0.8*flare + 0.9*math.Sin(0.061*xMM+0.4)
}

// MuscleParts are the things of the level Muscle that have a name and a fixed
// place. The trigger point itself is the origin; the needle is the view's.
var MuscleParts = []Anchor{
	{Key: "trigger-point"},
	{Key: "taut-band", X: 27, Z: Across(27, 0)},
	{Key: "latent", X: -47, Z: Across(-47, 0.4)},
	{Key: "belly", X: -12, Z: 17},
	{Key: "tendon", X: 103, Z: BellyAxis(103)},
	{Key: "origin", X: -103, Z: BellyAxis(-103)},
	{Key: "fascia", X: -22, Z: -8.6},
	{Key: "fat", X: 16, Z: -11},
	{Key: "skin", X: -9, Z: -14.2},
	{Key: "bone", X: 74, Z: 27},
	{Key: "deep-muscle", X: -30, Z: 46},
	{Key: "vessels", X: 44, Z: Bundle(44) - 2.3},
	{Key: "nerve", X: -40, Z: Bundle(-40) + 3.2},
}
