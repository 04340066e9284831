package view

import "math"

// The filaments of a human sarcomere, in µm along it. All four come out of the
// corners of the published human force-length curve (Rassier et al. 1999),
// 1.70, 2.64, 2.81 and 4.24 µm, and of the length of the thick filament:
//
//	4.24 = 2.64 + thick             the last heads lose the thin filaments
//	2.81 = 2.64 + bare zone         the thin filaments leave the last head
//	2.64 = 2 thin + Z-line          the thin filaments meet in the middle
//	1.70 = thick + Z-line           the thick filaments meet the Z-lines
const (
	ThickFilament = 1.60
	BareZone      = 0.17 // no heads, in the thick filament's middle
	ZLine         = 0.10 // thickness
	ThinFilament  = 1.27 // from the Z-line's face; 1.32 from its middle
)

// What the curve says of forces: 0.84 where the thick filaments meet the
// Z-lines, none where they are crumpled by 0.43 µm (1.27 µm).
const (
	kneeForce   = 0.84
	crumpledMax = 0.43
	thinReach   = ThinFilament + ZLine/2
)

// How the sarcomeres are drawn. Lengths along the fibre are true; what the
// stage has to say of the rest are the numbers of times.
const (
	// SarcomereThick is how many times too thick and too far apart filaments,
	// heads and tubules are drawn: 0.40 µm between thick filaments for about
	// 0.045, and a row of heads every 0.143 µm for 14.3 nm.
	SarcomereThick = 9
	// IonLarge is how many times too large a calcium ion is drawn: 0.07 µm
	// across for about 0.2 nm.
	IonLarge = 350
	// SarcomereKnot is how many sarcomeres in series stand for all of the knot,
	// KnotSarcomeres.
	SarcomereKnot = 3
	// HealthyLength is the length of the healthy sarcomere set beside, in µm.
	HealthyLength = 2.7

	// SarcomereRow is how far it is from myofibril to myofibril, slack, and
	// MyofibrilHalf half the thickness of one, in µm.
	SarcomereRow  = 3.0
	MyofibrilHalf = 1.08

	bulgeFar = 81.0 // µm²: how far out rows still give way to a swelling
	// beside the healthy sarcomere the model's moves up
	pairUp   = -1.25
	pairCut  = 0.62
	pairDown = 2.72
)

// Teaching values: a drawn head turns over, and a drawn pump, about once in
// one to two seconds, slow enough to be followed; a real one is several times
// to a hundred times as fast.
const (
	headTurns = 0.55 // a second at full energy
	pumpTurns = 0.60 // a second at full gain
	// pumpPower is the leak at which half of the drawn ions are outside at
	// full gain.
	pumpPower = 0.25
	// restingShare is the share of bridges at work in resting muscle.
	restingShare = 0.02
)

// Overlap gives how much of half a thick filament, in µm of the part that has
// heads (0 to 0.715), lies beside thin filaments of its own half in a
// sarcomere of length um: full up to 2.81 µm and none from 4.24.
func Overlap(um float64) float64 {
	tip := math.Max(um/2-thinReach, BareZone/2)
	return math.Max(0, ThickFilament/2-tip)
}

// FullOverlap is the most that Overlap gives, in µm.
const FullOverlap = (ThickFilament - BareZone) / 2

// DoubleOverlap gives how far the thin filaments of the two halves lie over
// each other about the M-line, in µm, in a sarcomere of length um: nothing from
// 2.64 µm, at most the whole sarcomere.
func DoubleOverlap(um float64) float64 {
	return clamp(2*thinReach-um, 0, math.Max(um, 0))
}

// Crumple gives how much longer the thick filament is than the room between
// the Z-lines, in µm: nothing from 1.70 µm.
func Crumple(um float64) float64 {
	return math.Max(0, ThickFilament+ZLine-um)
}

// Force gives the share of the full force, 0 to 1, that a wholly active
// sarcomere of length um gives, from its filaments alone: as many heads as lie
// in the overlap; less by 0.16 as the double overlap grows to 0.94 µm; less by
// all of it as the thick filament crumples by 0.43 µm, so that there is none
// below 1.27 µm. It is the human force-length curve.
func Force(um float64) float64 {
	const knee = 2*thinReach - ThickFilament - ZLine // double overlap at 1.70 µm
	f := Overlap(um) / FullOverlap
	f *= 1 - (1-kneeForce)*math.Min(1, DoubleOverlap(um)/knee)
	return f * math.Max(0, 1-Crumple(um)/crumpledMax)
}

// AtWork gives the share of heads in the overlap, 0 to 1, that work in the
// knot: what the model holds active, and of the others as many as the twitch
// takes.
func (in Inner) AtWork() float64 {
	a := share(in.Active)
	return a + (1-a)*share(in.Twitch)
}

// AtWorkBeside gives the same beside the knot, where nothing but the twitch
// works.
func (in Inner) AtWorkBeside() float64 {
	return restingShare + (1-restingShare)*share(in.Twitch)
}

// Bridges gives the share of all heads that work, 0 to 1, in a sarcomere of
// length um in the knot: those that are at work where thin filaments lie beside
// them.
func (in Inner) Bridges(um float64) float64 {
	return in.AtWork() * Overlap(um) / FullOverlap
}

// Waiting gives the share of working heads, 0 to 1, that stay attached because
// no ATP comes to let them go: what the energy reserve lacks. Teaching value.
func (in Inner) Waiting() float64 { return 1 - share(in.Energy) }

// HeadRate gives how often a second a drawn head turns over. With less energy
// it is slower; without any it stands still, attached.
func (in Inner) HeadRate() float64 { return headTurns * share(in.Energy) }

// PumpRate gives how often a second a drawn calcium pump turns over: by its
// gain.
func (in Inner) PumpRate() float64 { return pumpTurns * share(in.Gain) }

// CalciumFree gives the share of the drawn calcium, 0 to 1, that is outside
// the reticulum: what leaks out (the endplate's drive and the twitch) against
// what the pumps can take back.
func (in Inner) CalciumFree() float64 {
	leak := share(in.Drive) + share(in.Twitch)
	if leak <= 0 {
		return 0
	}
	return leak / (leak + pumpPower*share(in.Gain))
}

// CalciumBeside gives the same beside the knot: what a resting endplate leaks,
// and the twitch.
func (in Inner) CalciumBeside() float64 {
	in.Drive, in.Gain = restingShare, 1
	return in.CalciumFree()
}

// Sound gives the healthy sarcomere's state at the same moment: no leak, full
// energy and pumps, and no local twitch.
func (in Inner) Sound() Inner {
	return Inner{
		Drive: restingShare, Energy: 1, Gain: 1, Flow: 1, Active: restingShare,
		Knot: HealthyLength, Rest: HealthyLength, Seconds: in.Seconds,
	}
}

// Myofibrils is how sarcomeres lie in the picture: the lengths, in µm, and how
// far the middle row lies below the trigger point.
type Myofibrils struct{ Knot, Rest, Mid float64 }

// Lay gives the model's myofibrils and, where a healthy sarcomere stands
// beside, its own and the depth in µm that divides the two.
func (in Inner) Lay() (own, healthy Myofibrils, cut float64) {
	own = Myofibrils{Knot: drawn(in.Knot), Rest: drawn(in.Rest)}
	if in.Healthy {
		own.Mid = pairUp
	}
	return own, Myofibrils{Knot: HealthyLength, Rest: HealthyLength, Mid: pairDown}, pairCut
}

// drawn holds a sarcomere's length to what can be drawn, in µm.
func drawn(um float64) float64 {
	if math.IsNaN(um) {
		um = HealthyLength
	}
	return clamp(um, 0.8, 4.3)
}

// share holds a share to 0 to 1; what is no number is none.
func share(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	return math.Min(x, 1)
}

// Zone is half the drawn knot's length, in µm.
func (m Myofibrils) Zone() float64 { return SarcomereKnot * m.Knot / 2 }

// Middle gives the place of the M-line of a sarcomere, in µm; number 0 is in
// the middle of the knot.
func (m Myofibrils) Middle(number int) float64 {
	n := float64(number)
	if s := math.Abs(n) - (SarcomereKnot-1)/2; s > 0 {
		return math.Copysign(m.Zone()+(s-0.5)*m.Rest, n)
	}
	return n * m.Knot
}

// Length gives the length of a sarcomere by its number, in µm.
func (m Myofibrils) Length(number int) float64 {
	if max(number, -number) > (SarcomereKnot-1)/2 {
		return m.Rest
	}
	return m.Knot
}

// Swelling gives how many times as thick as a sarcomere of 2.7 µm the
// myofibrils are at x µm: a sarcomere keeps its volume.
func (m Myofibrils) Swelling(x float64) float64 {
	t := clamp((m.Zone()+2.3-math.Abs(x))/3.6, 0, 1)
	t *= t * (3 - 2*t)
	beside, knot := math.Sqrt(2.7/m.Rest), math.Sqrt(2.7/m.Knot)
	return beside + t*(knot-beside)
}

// Depth gives where, in µm below the trigger point, lies what would lie w µm
// below the middle row in muscle of 2.7 µm: Swelling pushes it out, less far
// from the middle.
func (m Myofibrils) Depth(x, w float64) float64 {
	k := m.Swelling(x)
	c := 1 - 1/k
	y := w + (k-1)*w/(1+w*w/bulgeFar)
	for range 4 { // Newton: the shader's formula is the other way round
		d := 1 + y*y/bulgeFar
		y -= (y - c*y/d - w) / (1 - c*(2-d)/(d*d))
	}
	return m.Mid + y + roll(x)
}

// roll is the gentle roll of the rows at x, in µm; 0 at the trigger point.
func roll(x float64) float64 {
	return 0.14*(math.Sin(0.42*x+0.9)-0.7833) + 0.5*(math.Sin(0.061*x+0.5)-0.4794)
}

// triadFar is where the T-tubule stands from the M-line, in µm: at the ends of
// the thick filaments, or nearer in a short sarcomere.
const triadFar = 0.8

// Triad gives how far from the M-line the T-tubule of a sarcomere of length um
// stands, in µm.
func Triad(um float64) float64 { return math.Min(triadFar, 0.31*um) }

// Depths in muscle of 2.7 µm, from the middle row, in µm: the reticulum above
// it, its pumps and its mouths, and the mitochondria below it.
const (
	ReticulumAt = -SarcomereRow / 2
	PumpAt      = ReticulumAt + 0.30
	MouthAt     = ReticulumAt + 0.36
	MitoAt      = SarcomereRow / 2
)

// PumpX gives the place of one of four pumps of a sarcomere of length um, in
// µm from its M-line.
func PumpX(um float64, number int) float64 {
	return (float64(number) - 1.5) * 0.27 * math.Min(1, um/2)
}

// sarcomereParts are the keys and depths of SarcomereParts, in µm in muscle of
// 2.7 µm.
var sarcomereParts = [...]Anchor{
	{"knot-sarcomere", 0, 0.2}, {"sarcomere-beside", 0, 0.8}, {"z-line", 0, 0.4}, {"m-line", 0, 0.2},
	{"thick-filament", 0, 0}, {"thin-filament", 0, -0.2}, {"titin", 0, 0.4}, {"cross-bridge", 0, -0.31},
	{"reticulum", 0, ReticulumAt + 0.2}, {"t-tubule", 0, ReticulumAt}, {"calcium-pump", 0, PumpAt},
	{"calcium", 0, MouthAt + 0.2}, {"mitochondrion", 0, MitoAt},
}

// SarcomereParts appends what has a name at the sarcomere level.
func SarcomereParts(parts []Anchor, in Inner) []Anchor {
	m, h, _ := in.Lay()
	k, r := m.Knot, m.Middle(2)
	for i, x := range [...]float64{
		0, r, k / 2, -k, r - 0.5, r - m.Rest/2 + 0.3, r + (ThickFilament+m.Rest)/4, 0.35 * k,
		r, r - Triad(m.Rest), PumpX(k, 2), -Triad(k), -2.3,
	} {
		p := &sarcomereParts[i]
		parts = append(parts, Anchor{p.Key, x / 1000, m.Depth(x, p.Z) / 1000})
	}
	if in.Healthy {
		parts = append(parts, Anchor{Key: "healthy-sarcomere", Z: h.Depth(0, 0.2) / 1000})
	}
	return parts
}
