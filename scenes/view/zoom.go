package view

import "math"

// Level is one scale of the picture.
type Level int

// The levels, from the whole body to a hundred-thousandth of it.
const (
	BodyLevel Level = iota
	MuscleLevel
	BandLevel
	FibreLevel
	SarcomereLevel
	EndplateLevel
	Levels // how many there are
)

var levelNames = [Levels]string{"body", "muscle", "band", "fibre", "sarcomere", "endplate"}

// String gives the level's name in one lower-case word, as texts are keyed.
func (l Level) String() string { return levelNames[l] }

// spans are the heights of the picture at the levels, in mm: a standing person,
// a muscle, the layers over a trigger point, a dozen fibres, a few sarcomeres,
// the cleft under a nerve ending.
var spans = [Levels]float64{1950, 170, Air + 24.2 + Bone, 0.9, 0.0085, 0.0012}

// Zoom is a place between the levels: 2 is the band, 2.5 half-way to the fibre.
type Zoom float64

// Clamp holds z between the body and the endplate; no number is the band.
func (z Zoom) Clamp() Zoom {
	if math.IsNaN(float64(z)) {
		return Zoom(BandLevel)
	}
	return Zoom(math.Min(float64(Levels-1), math.Max(0, float64(z))))
}

// Span gives the height of the picture in mm: between two levels each step of z
// multiplies it by the same factor.
func (z Zoom) Span() float64 {
	z = z.Clamp()
	k := math.Min(math.Floor(float64(z)), float64(Levels-2))
	f := float64(z) - k
	a, b := spans[int(k)], spans[int(k)+1]
	return a * math.Pow(b/a, f)
}

// fade is where between two levels, from 0 to 1, the finer one comes in.
const (
	fadeFrom = 0.30
	fadeTo   = 0.70
)

// Mix gives the level that lies under the picture at z and, where mix > 0, the
// finer one that is laid over it with that share, 0 to 1. At the end of the
// fade the finer one stands alone.
func (z Zoom) Mix() (under, over Level, mix float64) {
	z = z.Clamp()
	under = Level(math.Min(math.Floor(float64(z)), float64(Levels-2)))
	over = under + 1
	f := float64(z) - float64(under)
	switch t := (f - fadeFrom) / (fadeTo - fadeFrom); {
	case t <= 0:
		return under, over, 0
	case t >= 1:
		return over, over, 0
	default:
		return under, over, t * t * (3 - 2*t)
	}
}

// Level gives the level that a person would say z is at.
func (z Zoom) Level() Level { return Level(math.Round(float64(z.Clamp()))) }

// Anchor gives where in a picture of w x h the trigger point stands, the fixed
// point of the zoom: at its depth in the band picture, in the middle elsewhere.
func (z Zoom) Anchor(w, h, knot float64) (x, y float64) {
	band := (Air + knot) / spans[BandLevel]
	far := math.Min(1, math.Abs(float64(z.Clamp())-float64(BandLevel)))
	return w / 2, h * (band + (0.5-band)*far)
}

// Close frames a picture of w x h CSS px at z with the trigger point, knot mm
// deep, as its fixed point.
func Close(z Zoom, w, h, knot float64) Camera {
	s := h / z.Span()
	x, y := z.Anchor(w, h, knot)
	return Camera{W: w, H: h, PxPerMM: s, X: -x / s, Z: knot - y/s}
}

// scaleSteps are the lengths that a scale bar may say, in mm.
var scaleSteps = [...]float64{500, 200, 100, 50, 20, 10, 5, 2, 1, .5, .2, .1, .05, .02, .01, .005, .002, .001, .0005, .0002, .0001, .00005}

// ScaleBar gives the longest round length, in mm, whose bar is at most a fifth
// of the picture's smaller side.
func (c Camera) ScaleBar() float64 {
	room := 0.2 * math.Min(c.W, c.H)
	for _, mm := range scaleSteps {
		if mm*c.PxPerMM <= room {
			return mm
		}
	}
	return scaleSteps[len(scaleSteps)-1]
}
