package view

import "math"

// The endplate's picture is laid out in µm from the trigger point, X along the
// muscle and Z deeper; endplate.kage holds the same numbers. Vesicles and cleft
// are to scale; what is not is told by the Endplate... constants below.
const (
	// EndplateEndingSmaller is how many times too small the nerve's ending is
	// drawn beside its vesicles (endings of one to three µm): chosen for teaching.
	EndplateEndingSmaller = 2
	// EndplateNearer is about how many times too near the capillary and the
	// nociceptor are drawn: an order of magnitude, chosen for teaching.
	EndplateNearer = 10
	// EndplateDotLarger is about how many times too large a dot of acetylcholine
	// is drawn, 13 nm: a molecule of a nanometre would be less than a pixel. Nine
	// dots stand for the thousands of one vesicle.
	EndplateDotLarger = 10
	// EndplateSensitiserLarger is the same for a sensitiser, 27 nm wide: an order
	// of magnitude, for they range from small molecules to proteins.
	EndplateSensitiserLarger = 20
	// EndplateProteinLarger is about how many times too large receptors, channels
	// and enzymes, and too thick membranes, are drawn.
	EndplateProteinLarger = 2
	// EndplateSlower is how many times slower than in life acetylcholine crosses
	// and is broken down in the picture.
	EndplateSlower = 600
)

// What the release is computed from.
const (
	healthyDrive = 0.02 // endplate drive beside a trigger point
	quantumMV    = 0.4  // height of a miniature endplate potential
	quantumS     = 0.005
)

// EndplateThreshold is about how far above rest, in mV, a muscle fibre's
// membrane fires: textbook order of magnitude, only the gauge's scale.
const EndplateThreshold = 20

// ReleaseRate gives how many vesicles a whole endplate lets go in a second,
//
//	(A / 0.02)^(9/4)
//
// of the endplate drive A: one a second in a healthy muscle (miniature endplate
// potentials), about 120 at A = .17 and 1000 at .43, three orders of magnitude
// more (Simons 2001, PMID 11212014). The power joins these ends; it is chosen.
func ReleaseRate(drive float64) float64 {
	return math.Pow(within(drive, 0, 1)/healthyDrive, 2.25)
}

// MeanDepolarisation gives by how many mV the leak alone holds the muscle's
// membrane above rest: rate x height x duration of one quantum (Campbell's
// theorem), 0.4 mV for 5 ms. It is about 0.2 in a latent and 2 in an active
// point, far below EndplateThreshold: the leak never makes the fibre fire.
func MeanDepolarisation(drive float64) float64 {
	return ReleaseRate(drive) * quantumMV * quantumS
}

// BreakdownTime gives how many ms acetylcholine stays in the cleft: 1 in a
// healthy muscle and 2 in an active point's acid (H = .4), the two ends of the
// textbooks' 1 to 2 ms. That acid slows acetylcholinesterase is known; by how
// much is chosen for teaching.
func BreakdownTime(acid float64) float64 { return 1 + 2.5*within(acid, 0, 1) }

const (
	sites       = 2 * ActiveZones
	fusionEvery = 0.4 // s: a site lets go at most once in such a window
	// FusionLife is how many seconds of the picture a fusion is drawn at most:
	// four windows less the greatest shift within one.
	FusionLife  = fusionEvery * (4 - fusionShift)
	fusionShift = 0.35
)

// FusionsShown gives how many fusions a second the picture draws: as many as
// the drive says in proportion, 1 healthy and 21 in an active point, of the
// whole endplate's ReleaseRate; in a twitch all sites at once, where the nerve
// is whole.
func FusionsShown(in *Inner) float64 {
	return math.Min(within(in.Drive, 0, 1)/healthyDrive+sites/fusionEvery*Firing(in), sites/fusionEvery)
}

// Firing gives how strongly impulses come down the nerve, 0 to 1: only in a
// twitch, which is a reflex, never for the leak, and not through a cut nerve. In
// a hurry it is left out, as it would flash.
func Firing(in *Inner) float64 {
	if in.NerveCut || in.Hurry {
		return 0
	}
	return math.Sqrt(within(in.Twitch, 0, 1))
}

// Nociception gives how strongly sensitisers light the nociceptor, 0 to 1.
func Nociception(in *Inner) float64 {
	return within(within(in.Sensitised, 0, 1)+0.5*within(in.Released, 0, 2), 0, 1)
}

// Torn gives how disrupted the ending near the needle's track is drawn, 0 to 1:
// in mice punctures injure nerve endings, which grow back by the third day
// (Domingo 2013); in people it is not known. It follows the micro-injury once
// the needle has gone through; ten passes bring it near 1.
func Torn(in *Inner) float64 {
	if !(in.Struck >= 0) {
		return 0
	}
	return within(in.Injury/0.45, 0, 1)
}

// Fusion is one vesicle that has let go of its acetylcholine.
type Fusion struct {
	Site  int     // 0 to FusionSites-1
	Age   float64 // s of the picture since it fused, 0 to FusionLife
	Share float64 // how much of it is there, 0 to 1, while the drive passes it
	Seed  int     // of its own lots
}

// FusionSites is how many places of the ending vesicles fuse at.
const FusionSites = sites

// Fusions appends the fusions that are to be seen now, in the same places and
// at the same times whenever the clock stands at the same second.
func Fusions(to []Fusion, in *Inner) []Fusion {
	const windows = 1 << 14 // after which the pattern repeats: an hour and a half
	share := FusionsShown(in) * fusionEvery / sites
	clock := within(in.Seconds, 0, 1e9) / fusionEvery
	for i := range sites {
		t := clock + 0.618*float64(i)
		now := math.Floor(t)
		for back := range 4 {
			k := now - float64(back)
			seed := int(math.Mod(k+windows, windows))*sites + i
			if s := within((share-Lot(seed, 1))/0.02+0.5, 0, 1); s > 0 {
				if age := (t - k - fusionShift*Lot(seed, 2)) * fusionEvery; age >= 0 && age < FusionLife {
					to = append(to, Fusion{Site: i, Age: age, Share: s, Seed: seed})
				}
			}
		}
	}
	return to
}

// Lot gives the number from 0 to 1 that belongs to a pair, the same on every
// device (the finaliser of MurmurHash3).
func Lot(a, b int) float64 {
	h := uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca77
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	h ^= h >> 16
	return float64(h) / (1 << 32)
}

// within keeps x from lo to hi; no number is lo.
func within(x, lo, hi float64) float64 {
	if !(x > lo) {
		return lo
	}
	return math.Min(x, hi)
}
