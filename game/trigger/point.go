// Package trigger is the trigger point: a cloud of endplate loci that leak
// acetylcholine, the contraction that they drive, and the vicious circle of
// squeezed vessels, low energy, acid and sensitisers that keeps them leaking.
//
// It is an original teaching model of the integrated hypothesis (Simons 2004 and
// others); the hypothesis is disputed (Quintner, Bove & Cohen 2015).
package trigger

import (
	"fmt"
	"math"

	"taut/game/chance"
)

// Loci is the number of endplate loci of a point.
const Loci = 16 // structural

// Kind says how far a point has gone.
type Kind uint8

// The kinds of muscle that the program knows.
const (
	Healthy Kind = iota // no locus leaks
	Latent              // some leak: tender when pressed, no pain at rest
	Active              // all leak: hurts by itself
)

// String gives the kind's name as flags and files write it.
func (k Kind) String() string {
	switch k {
	case Healthy:
		return "healthy"
	case Latent:
		return "latent"
	case Active:
		return "active"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// ParseKind reads a kind's name.
func ParseKind(s string) (Kind, error) {
	for k := Healthy; k <= Active; k++ {
		if s == k.String() {
			return k, nil
		}
	}
	return 0, fmt.Errorf("%q is not a kind of trigger point: use active, latent or healthy", s)
}

// Radius gives the point's radius across and along the muscle, in mm.
func (k Kind) Radius() float64 {
	switch k {
	case Latent:
		return radiusLatent
	case Active:
		return radiusActive
	}
	return radiusHealthy
}

// HalfDepth gives the point's half height in depth, in mm.
func (k Kind) HalfDepth() float64 { return flatness * k.Radius() }

// active gives how many loci leak before treatment.
func (k Kind) active() int {
	switch k {
	case Latent:
		return activeLatent
	case Active:
		return Loci
	}
	return 0
}

// load gives the strain that keeps loci leaking, 0 to 1.
func (k Kind) load() float64 {
	switch k {
	case Latent:
		return loadLatent
	case Active:
		return loadActive
	}
	return 0
}

// Place is a place relative to the centre of the point, in mm: X along the
// fibres, Y across them, Z deeper.
type Place struct{ X, Y, Z float64 }

// Point is one person's trigger point: what does not change in a run.
type Point struct {
	Kind Kind
	Loci [Loci]Place
}

// New places the loci of a point, uniform in the ellipsoid of semi-axes R, R
// and 0.6 R. The same source gives the same point.
func New(k Kind, src chance.Source) Point {
	p := Point{Kind: k}
	r := k.Radius()
	for i := range p.Loci {
		p.Loci[i] = ball(src, uint64(i))
		p.Loci[i].X *= r
		p.Loci[i].Y *= r
		p.Loci[i].Z *= r * flatness
	}
	return p
}

// ball draws a place uniform in the unit ball by rejection from the cube. Of
// 21 tries all fail once in 10^7; the last is then pulled onto the sphere.
func ball(src chance.Source, locus uint64) Place {
	var q Place
	for try := range uint64(21) {
		at := 64*locus + 3*try
		q.X = 2*src.Float64(chance.LocusPlace, at) - 1
		q.Y = 2*src.Float64(chance.LocusPlace, at+1) - 1
		q.Z = 2*src.Float64(chance.LocusPlace, at+2) - 1
		if q.X*q.X+q.Y*q.Y+q.Z*q.Z <= 1 {
			return q
		}
	}
	n := math.Sqrt(q.X*q.X + q.Y*q.Y + q.Z*q.Z)
	return Place{q.X / n, q.Y / n, q.Z / n}
}

// Leaking gives the activity of each locus before any treatment: 1 or 0.
func (p *Point) Leaking() (e [Loci]float64) {
	for i := range p.Kind.active() {
		e[i] = 1
	}
	return e
}
