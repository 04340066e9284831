package view

import "math"

// The endplate's shapes, in µm: endplate.kage draws the same.
const (
	// Cleft is the width of the gap between nerve and muscle.
	Cleft = 0.05
	// Vesicle is the diameter of a vesicle.
	Vesicle = 0.045
	// Fold is the distance between junctional folds; an active zone stands over
	// each of them.
	Fold      = 0.2
	foldMouth = 0.024 // half the width of a fold below its crests
	foldFloor = 0.036 // and at its floor
	crest     = 0.055 // height of the crests' round
)

// zones are the active zones' places along the muscle: over the folds.
var zones = [ActiveZones]float64{-0.6, -0.4, -0.2, 0, 0.2}

// ActiveZone gives the place of the active zone i along the muscle.
func ActiveZone(i int) float64 { return zones[i] }

// ActiveZones is their number.
const ActiveZones = 5

// FusionX gives where along the muscle the fusion site i lies: two beside each
// active zone's bar.
func FusionX(i int) float64 {
	return zones[i/2] + 0.034*float64(2*(i%2)-1)
}

// FoldDepth gives how deep the fold under the active zone i goes.
func FoldDepth(i int) float64 {
	k := math.Round(zones[i] / Fold)
	return 0.36 + 0.05*math.Sin(2.3*k+1)
}

// FoldAt gives the middle of the fold i at the depth z below the crests, and
// half its width there; what is above the crests is as at their foot.
func FoldAt(i int, z float64) (x, half float64) {
	d := FoldDepth(i)
	s := within((z-crest)/(d-crest), 0, 1)
	k := math.Round(zones[i] / Fold)
	x = zones[i] + 0.06*math.Sin(1.7*k+0.6)*s*s
	half = foldMouth + (foldFloor-foldMouth)*s*s*(3-2*s)
	if c := z - (d - foldFloor); c > 0 {
		half = math.Min(half, math.Sqrt(math.Max(foldFloor*foldFloor-c*c, 0)))
	}
	return x, half
}

// Membrane traces the muscle's membrane under the ending from left to right: n
// points, a multiple of six, a fold.
func Membrane(n int) []Point {
	var path []Point
	add := func(x, z float64) { path = append(path, Point{X: x, Z: z}) }
	const wide = Fold/2 - foldMouth
	m := n / 6
	for i, x := range zones {
		d := FoldDepth(i)
		// side gives a place on one side, t from 0 on the crest over 1 below
		// it and 2 above the floor to 3 on the floor.
		side := func(sign, t float64) {
			switch {
			case t < 1:
				s, c := math.Sincos(t * math.Pi / 2)
				add(x+sign*(Fold/2-wide*s), crest*(1-c))
			case t < 2:
				z := crest + (d-foldFloor-crest)*(t-1)
				mid, half := FoldAt(i, z)
				add(mid+sign*half, z)
			default:
				s, c := math.Sincos((t - 2) * math.Pi / 2)
				mid, _ := FoldAt(i, d-foldFloor*(1-s))
				add(mid+sign*foldFloor*c, d-foldFloor*(1-s))
			}
		}
		for j := range 3 * m {
			side(-1, float64(j)/float64(m))
		}
		for j := 3 * m; j > 0; j-- {
			side(1, float64(j)/float64(m))
		}
	}
	add(zones[len(zones)-1]+Fold/2, 0)
	return path
}

// AxonX gives the middle of the nerve above its ending at the depth z.
func AxonX(z float64) float64 { return -0.16 + 0.2*math.Sin(1.1*(z+0.3)) }

// NociceptorAt gives the middle of the nociceptor at x along the muscle, and
// half its thickness; it ends at x = 0.5.
func NociceptorAt(x float64) (z, half float64) {
	z = -0.145 + 0.02*math.Sin(5*x)
	if x > 2.2 {
		z -= 0.3 * (x - 2.2) * (x - 2.2)
	}
	return z, 0.062 + 0.012*math.Sin(9*x+1)
}

// NociceptorTip is the middle of the nociceptor's round end.
const NociceptorTip = 0.565

// The capillary's outer edge is a circle, to scale but for its place.
const (
	CapillaryX, CapillaryZ = 1.6, -2.7
	CapillaryRadius        = 2.4
)

// The measuring electrode in the fibre: its tip, its direction, and the stretch
// along it from which to which the gauge in it runs.
const (
	ElectrodeX, ElectrodeZ   = 0.40, 0.30
	ElectrodeDX, ElectrodeDZ = 0.6, 0.8
	GaugeFrom, GaugeTo       = 0.05, 0.33
)

// Potential gives how high the gauge in the electrode stands, 0 to 1, where 0.8
// is EndplateThreshold: the leak's mean, and the whole height in a twitch.
func Potential(in *Inner) float64 {
	leak := 0.8 * MeanDepolarisation(in.Drive) / EndplateThreshold
	return within(math.Max(leak, Firing(in)), 0, 1)
}

// EndplateParts are the places of what has a name at the endplate.
var EndplateParts = endplateParts()

func endplateParts() []Anchor {
	mid, _ := FoldAt(1, 0.2)
	noci, _ := NociceptorAt(0.60)
	um := []Anchor{
		{"nerve", AxonX(-0.52), -0.52},
		{"ending", -0.52, -0.13},
		{"schwann-cell", -0.44, -0.36},
		{"mitochondrion", -0.33, -0.225},
		{"vesicles", 0.14, -0.19},
		{"active-zone", 0, -0.07},
		{"calcium-channel", zones[2] + 0.075, -Cleft},
		{"cleft", 0.10, -0.040},
		{"acetylcholine", -0.28, -0.030},
		{"basal-lamina", 0.40, -0.025},
		{"acetylcholinesterase", -0.10, -0.024},
		{"receptors", 0.08, 0.012},
		{"fold", mid, 0.2},
		{"muscle-membrane", -0.5, 0},
		{"potential", ElectrodeX + 0.2*ElectrodeDX, ElectrodeZ + 0.2*ElectrodeDZ},
		{"nociceptor", 0.60, noci},
		{"sensitisers", 0.56, -0.32},
		{"capillary", 0.56, -0.56},
		{"injury", -0.64, -0.16},
		{"sarcoplasm", -0.3, 0.5},
	}
	for i := range um {
		um[i].X /= 1000
		um[i].Z /= 1000
	}
	return um
}
