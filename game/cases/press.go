package cases

import (
	"math"
	"sync"

	"taut/game/chance"
	"taut/game/course"
	"taut/game/trigger"
)

// Places are how many places along a muscle a finger can press.
const Places = 15 // structural

// Touch is what a finger finds at one place of a muscle.
type Touch struct {
	// Resistance is how firm the muscle is, 0 that of healthy muscle to 1 that of an
	// active point's knot.
	Resistance float64
	Band       bool    // a cord rolls under the finger
	Threshold  float64 // kPa of pressure at which it begins to hurt
	Knot       bool    // the finger is on the place that was looked for
}

// reach is how many places to either side of a point are changed by it.
const reach = 3 // structural

// Spot gives where along a muscle its point lies, by the case and the muscle: not
// at its ends.
func (c *Case) Spot(muscle int) int {
	src := chance.Source{Seed: c.Seed, Patient: uint64(muscle)}
	return reach + int(src.Float64(chance.CaseSpot, 0)*(Places-2*reach))
}

// baselines are the thresholds of the three kinds of point in the model.
var baselines = sync.OnceValues(func() (kPa [3]float64, tension [3]float64) {
	for k := trigger.Healthy; k <= trigger.Active; k++ {
		p := course.New(k, course.Responder, chance.Source{Seed: 1})
		s := p.Baseline()
		kPa[k], tension[k] = s.PPT(), s.C
	}
	return kPa, tension
})

// Press gives what is found at place 0 to Places-1 of the case's muscle number
// muscle. Thresholds are those of the model's healthy, latent and active points;
// between the point and healthy muscle they go over in a bell. A tender spot hurts
// like a latent point and has no band.
func (c *Case) Press(muscle, place int) Touch {
	kPa, tension := baselines()
	d := float64(place - c.Spot(muscle))
	near := math.Exp(-d * d / 2)
	kind, band := trigger.Healthy, false
	switch c.Felt[muscle].Is {
	case Active:
		kind, band = trigger.Active, true
	case Latent:
		kind, band = trigger.Latent, true
	case Tender:
		kind = trigger.Latent
	}
	t := Touch{Threshold: kPa[trigger.Healthy] + near*(kPa[kind]-kPa[trigger.Healthy]), Band: band, Knot: d == 0 && kind != trigger.Healthy}
	if band {
		// A band is firm along its whole length, a knot more so.
		t.Resistance = (.4 + .6*near) * tension[kind] / tension[trigger.Active]
	}
	return t
}

// Examiners are how many people have pressed before the learner.
const Examiners = 3 // structural

// Says gives whether examiner k says that a muscle holds a trigger point.
func (c *Case) Says(muscle, k int) bool {
	has := c.Felt[muscle].Is == Active || c.Felt[muscle].Is == Latent
	src := chance.Source{Seed: c.Seed, Patient: uint64(muscle)}
	return has == (src.Float64(chance.Examiner, uint64(k)) < agree)
}
