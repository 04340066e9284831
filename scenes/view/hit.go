package view

import "math"

// shapes give what each level shows at a place, in mm from the trigger point, or
// "": what is thinner than a finger may be missed by a share of near mm.
var shapes = [Levels]func(v *View, x, z, near float64) string{
	bodyAt, muscleAt, bandAt, fibreAt, sarcomereAt, endplateAt,
}

// thin is the share of a finger's reach by which thin things may be missed.
const thin = 0.35

func (v *View) knotted() bool { return v.KnotShown && v.KnotRadius > 0 }

func bodyAt(v *View, x, z, _ float64) string {
	s, c := math.Sincos(LimbAngle)
	along, across := x*c+z*s, math.Abs(z*c-x*s-LimbMiddle)
	const limbLong, limbHalf = 128, 50 // the frame about the model limb
	switch {
	case v.knotted() && along > ZoneFrom && along < ZoneTo && across < ZoneHalf:
		return "referred-pain"
	case math.Abs(along) < limbLong && across < limbHalf:
		return "region"
	case onFigure(x+FigureX, z+FigureY):
		return "front"
	case onFigure(x-v.backX(), z+FigureY):
		return "back"
	}
	return ""
}

// onFigure tells whether a place of the figure's axes lies on the figure.
func onFigure(x, y float64) bool {
	x = math.Abs(x)
	for _, c := range Figure() {
		if d, t := toLine(x, y, c.X0, c.Y0, c.X1, c.Y1); d < c.R0+t*(c.R1-c.R0) {
			return true
		}
	}
	return false
}

// toLine gives how far a place is from the line between two others, and how far
// along it the nearest place lies, 0 to 1.
func toLine(x, y, x0, y0, x1, y1 float64) (far, t float64) {
	dx, dy := x1-x0, y1-y0
	t = within(((x-x0)*dx+(y-y0)*dy)/(dx*dx+dy*dy), 0, 1)
	return math.Hypot(x-x0-t*dx, y-y0-t*dy), t
}

// onNeedle tells whether a place lies on the needle; its grip goes on above.
func (v *View) onNeedle(x, z, near float64) bool {
	n, depth := &v.Needle, v.KnotDepth+z
	return n.Shown && depth <= n.Tip.Z && math.Abs(x-n.at(depth)) < near
}

func muscleAt(v *View, x, z, near float64) string {
	y := z - Wave(x)
	x2 := x * x / (1 + x*x/26000)
	rim := math.Min(v.KnotDepth+y-0.0008*x2, LimbEnd-0.0007*x2-0.03*x-y)
	half, r := Belly(x), v.KnotRadius
	top, low := Across(x, 0), v.Layers
	point := v.knotted() && x*x+y*y/0.36 < r*r
	for _, a := range Latent[:v.LatentPoints()] {
		if math.Hypot((x-a.X)/7, (y-Across(x, a.Z))/2.5) < 1 {
			return "latent"
		}
	}
	switch {
	case v.onNeedle(x, z, thin*near):
		return "needle"
	case rim < 0:
		return ""
	case rim < low.Skin:
		return "skin"
	case rim < low.Fat:
		return "fat"
	case rim < low.Fascia:
		return "fascia"
	case point:
		return "trigger-point"
	case v.knotted() && math.Abs(y-top) < BandHalf*half/BellyHalf+thin*near/2:
		return "taut-band"
	case math.Abs(y-BellyAxis(x)) > half:
		across, soft := y-Bundle(x), thin*near/2
		switch {
		case across > 1.8 && across < 4.6+soft:
			return "nerve"
		case across > -3.3-soft && across <= 1.8:
			return "vessels"
		case y > low.Muscle-v.KnotDepth && y < 33:
			return "bone"
		}
		return "deep-muscle"
	case x > 84:
		return "tendon"
	case x < -76:
		return "origin"
	}
	return "belly"
}

func bandAt(v *View, x, z, near float64) string {
	if v.Scan.Shown {
		return v.scanAt(x, z, near)
	}
	if v.onNeedle(x, z, thin*near) {
		return "needle"
	}
	y, e := z-Wave(x), v.Layers
	depth := v.KnotDepth + y
	r := v.KnotRadius
	switch {
	case depth < 0:
		return ""
	case depth < e.Skin:
		return "skin"
	case depth < e.Fat:
		return "fat"
	case depth < e.Fascia:
		return "fascia"
	case depth > e.Muscle:
		return v.under(x, depth)
	case v.knotted() && x*x+y*y*3 < r*r:
		return "knot"
	}
	for i := range Capillaries {
		if v.knotted() && math.Abs(v.KnotDepth+z-v.Capillary(i, x)) < thin*near {
			return "capillary"
		}
	}
	if v.knotted() && math.Abs(y) < BandHalf {
		return "taut-band"
	}
	return "fibres"
}

// under gives what lies x mm along and depth mm below the skin, under the muscle.
func (v *View) under(x, depth float64) string {
	e := v.Layers
	u := &e.Under
	for i, d := range u.Dangers {
		face := d.Look == Lung || d.Look == Organ
		switch {
		case d.Look == Nothing:
		case face && depth > d.Depth && (u.Edge == 0 || x < -u.Edge), !face && math.Abs(depth-d.Depth) < d.Radius:
			return DangerKeys[i]
		}
	}
	if u.Soft || u.Edge > 0 && x < -u.Edge || depth < e.Muscle+u.Bed {
		return "deep-flesh"
	}
	return "bone"
}

// DangerKeys are the keys of what a needle can harm, in the order of [Under].
var DangerKeys = [...]string{"danger", "danger-too"}

// Slack gives the place of the slack fibres that is drawn at (px, py), in µm:
// what Place takes back there.
func (f Fibre) Slack(px, py float64) (x, y float64) {
	x, y = px*(1+f.Short), (py-f.Shake)/(1+f.Short/2)
	y -= f.Needle.pull(x, y) + FibreRoll(x)
	const edge, gap = FibrePitch / 2, (FibrePitch - FibreUM) / 2
	h, t := f.Radius(x), math.Abs(y)
	if t < h+gap {
		return x, y * edge / (h + gap)
	}
	return x, math.Copysign(t-(h-FibreUM/2)*math.Exp(-(t-h-gap)/makeRoom), y)
}

func fibreAt(v *View, x, z, near float64) string {
	f := v.FibreShape()
	x, y := f.Slack(1e3*x, 1e3*z)
	near *= 1e3 * thin
	if math.Abs(x) < 52 && y > -40 && y < -12 {
		return "endplate"
	}
	ax, ay, half := FibreNerve(0, 0)
	for i := range 24 {
		bx, by, _ := FibreNerve(0, float64(i+1)/24)
		if d, _ := toLine(x, y, ax, ay, bx, by); d < half+near {
			return "nerve"
		}
		ax, ay = bx, by
	}
	for i := range FibreVessels {
		if d := math.Abs(y - FibreVessel(i, x)); d < 8+near/2 {
			if i < 2 && math.Abs(x) < f.Half && v.knotted() {
				return "squeezed"
			}
			return "capillary"
		}
	}
	row := math.Round(y / FibrePitch)
	switch far := math.Abs(x) - f.Half; {
	case math.Abs(y-row*FibrePitch) > FibreUM/2:
		return "endomysium"
	case row != 0 || !v.knotted() || far > 260:
		return "fibre"
	case far > knotEnd:
		return "thinned"
	}
	return "knot"
}

func sarcomereAt(v *View, x, z, near float64) string {
	m, h, cut := v.Inner.Lay()
	x, z = 1e3*x, 1e3*z
	if v.Inner.Healthy && z > cut {
		m = h
	}
	// The other way round than Myofibrils.Depth.
	y := z - m.Mid - roll(x)
	w := y - (1-1/m.Swelling(x))*y/(1+y*y/bulgeFar)
	number := math.Round(x / m.Knot)
	if far := math.Abs(x) - m.Zone(); far > 0 {
		number = math.Copysign((SarcomereKnot-1)/2+math.Ceil(far/m.Rest), x)
	}
	l := m.Length(int(number))
	u, soft := math.Abs(x-m.Middle(int(number))), math.Max(0.07, 1e3*near*thin/2)
	row := math.Round(w / SarcomereRow)
	between := math.Abs(w-row*SarcomereRow) > MyofibrilHalf
	switch {
	case between && math.Mod(math.Floor(w/SarcomereRow), 2) == 0:
		return "mitochondrion"
	case between && math.Abs(u-Triad(l)) < soft:
		return "t-tubule"
	case between:
		return "reticulum"
	case v.Inner.Healthy && z > cut:
		return "healthy-sarcomere"
	case u > l/2-soft:
		return "z-line"
	case u < soft:
		return "m-line"
	case math.Abs(number) > (SarcomereKnot-1)/2:
		return "sarcomere-beside"
	}
	return "knot-sarcomere"
}

func endplateAt(v *View, x, z, near float64) string {
	x, z, near = 1e3*x, 1e3*z, 1e3*near*thin
	u, across := ElectrodeDX*(x-ElectrodeX)+ElectrodeDZ*(z-ElectrodeZ), ElectrodeDZ*(x-ElectrodeX)-ElectrodeDX*(z-ElectrodeZ)
	pain, thick := NociceptorAt(x)
	dome := math.Hypot((x+0.16)/0.54, (z+0.08)/0.29) // the ending, as the shader has it
	axon := math.Abs(x - AxonX(z))
	mito, _ := toLine(x, z, -0.43, -0.205, -0.23, -0.245)
	switch {
	case u > 0 && math.Abs(across) < 0.01+0.105*u+near/4:
		return "potential"
	case x > 0.5 && math.Abs(z-pain) < thick:
		return "nociceptor"
	case math.Hypot(x-CapillaryX, z-CapillaryZ) < CapillaryRadius:
		return "capillary"
	case z < -0.36 && axon < 0.078:
		return "nerve"
	case mito < 0.05:
		return "mitochondrion"
	case z < -Cleft && (dome < 1 || z < -0.2 && axon < 0.078):
		return "ending"
	case z < -0.07 && (dome < 1.2 || z < -0.2 && axon < 0.15):
		return "schwann-cell"
	case z < 0:
		if z < -Cleft || dome > 2 {
			return ""
		}
		return "cleft"
	}
	deep := z
	for i := range ActiveZones {
		mid, half := FoldAt(i, z)
		d := math.Abs(x-mid) - half
		if z < FoldDepth(i) && d < 0 {
			return "fold"
		}
		if z < FoldDepth(i) {
			deep = math.Min(deep, d)
		}
	}
	if deep < near/2 {
		return "muscle-membrane"
	}
	return "sarcoplasm"
}
