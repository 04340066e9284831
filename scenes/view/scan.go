package view

import "math"

// Scan is what the ultrasound view shows beside the tissue that all views share.
type Scan struct {
	Shown  bool
	Left   float64 // CSS px at the picture's left that something else takes
	Band   float64 // kPa: shear stiffness of the band, with the model's lag
	Beside float64 // kPa: of the muscle around it
}

// The scan's own scales. Chosen for teaching.
const (
	// ScanSoft and ScanStiff are the ends of the colour bar, in kPa.
	ScanSoft, ScanStiff = 4.0, 14.0
	// FlowTurns is the relative flow below which blood runs back between beats.
	FlowTurns = 0.75
	// BeatSeconds is how long a heartbeat lasts in the picture.
	BeatSeconds = 1.0
)

// Panes are the edges, in CSS px, of the scan's two pictures. Both have the
// camera's scale and depth; the trigger point is in the middle of each.
type Panes struct {
	Left, Split, Map, Right float64 // the image is Left to Split, the map Map to Right
	Bar                     float64 // width of the bars right of each
	Gap                     float64 // between a picture and its bar
}

// ScanPanes lays the two pictures out in a picture w CSS px wide whose first
// left px are taken: three fifths of what ruler and bars leave are the image's.
func ScanPanes(w, left float64) Panes {
	p := Panes{Bar: 10, Gap: 5}
	ruler, edge := 22.0, 8.0
	if w < 500 {
		p.Bar, p.Gap, ruler, edge = 6, 2, 14, 4
	}
	p.Left = left + ruler
	p.Right = math.Max(p.Left+1, w-edge-p.Bar-p.Gap)
	bars := p.Bar + 3*p.Gap
	inner := math.Max(p.Right-p.Left-bars, 0)
	p.Split = p.Left + 0.6*inner
	p.Map = p.Split + bars
	return p
}

// Image and Stiffness give the middles of the two pictures, CSS px.
func (p Panes) Image() float64     { return (p.Left + p.Split) / 2 }
func (p Panes) Stiffness() float64 { return (p.Map + p.Right) / 2 }

// Scanned moves a camera so that the trigger point is in the image's middle.
func Scanned(c Camera, left float64) Camera {
	if c.PxPerMM > 0 {
		c.X = -ScanPanes(c.W, left).Image() / c.PxPerMM
	}
	return c
}

// The box in which blood is coloured, in mm from the trigger point: half its
// length where there is room, half its height, and how far it leans a mm.
const (
	FlowLong = 7.5
	FlowHigh = 5.4
	FlowLean = 0.25
)

// FlowBox gives half the box's length in mm: it stays within the image.
func (p Panes) FlowBox(pxPerMM float64) float64 {
	room := (p.Split-p.Left)/2/math.Max(pxPerMM, 0.1) - FlowLean*FlowHigh - 0.4
	return clamp(room, 1, FlowLong)
}

// Beat gives the speed of blood in a vessel beside the knot, -1 to 1, at a time
// of the picture's clock, in s, for a relative flow:
//
//	s exp(-((p-.16)/.07)^2) + .25 s exp(-((p-.42)/.10)^2) + d
//
// p is the share of the beat that has gone by, s = .25 + .35 flow its height, and
// d = 1.4 (flow - .75), within .3 of 0, what runs between beats: backward below a
// flow of .75, as at active points (Sikdar 2009). The shape is chosen for
// teaching.
func Beat(seconds, flow float64) float64 {
	flow = clamp(flow, 0, 1.4)
	p := seconds/BeatSeconds - math.Floor(seconds/BeatSeconds)
	hill := func(at, wide float64) float64 { return math.Exp(-(p - at) * (p - at) / (wide * wide)) }
	s := 0.25 + 0.35*flow
	return s*hill(0.16, 0.07) + 0.25*s*hill(0.42, 0.10) + clamp(1.4*(flow-FlowTurns), -0.3, 0.3)
}

// Backward reports whether blood runs back between beats.
func (v *View) Backward() bool { return v.Flow < FlowTurns }

// FlowStrip gives the upper end, the line of no flow and the lower end of the
// strip of blood flow below the image, CSS px: in the bone's shadow.
func (v *View) FlowStrip() (top, zero, bottom float64) {
	_, top = v.Camera.Px(0, v.Layers.Muscle+0.6)
	bottom = v.Camera.H - 3
	top = math.Min(top, bottom)
	return top, top + 2*(bottom-top)/3, bottom
}

// Of the scan's shader: how many mm below the knot the lower vessel runs, which
// rolls by .4 mm, and the nodule's height as a share of its length.
const (
	vesselDown = 3.7
	noduleFlat = 0.62
)

// scanPlaces are the places of the scan: in the image, and the stiffness in the
// middle of the map.
func (v *View) scanPlaces(to []Anchor) []Anchor {
	c := v.Camera
	p := ScanPanes(c.W, v.Scan.Left)
	half := (p.Split - p.Left) / 2 / c.PxPerMM
	nx, nz := v.NeedleAt()
	for _, a := range [...]Anchor{
		{"nodule", -0.45 * v.KnotRadius, v.KnotDepth},
		{"blood-flow", 0.4 * half, v.KnotDepth + vesselDown},
		{"twitch", 0.85 * half, v.KnotDepth}, // right, where no word lies over the band
		{"fascia", -half / 2, (v.Layers.Fat + v.Layers.Fascia) / 2},
	} {
		a.Z = v.Dented(a.X, a.Z+Wave(a.X)) - v.KnotDepth
		to = append(to, a)
	}
	return append(to, Anchor{"needle", clamp(nx, -half, half), nz - v.KnotDepth}, Anchor{"stiffness", (p.Stiffness() - p.Image()) / c.PxPerMM, 0})
}

// scanAt gives what the scan shows at a place, as the shapes of levels do.
func (v *View) scanAt(x, z, near float64) string {
	c, e, r := v.Camera, v.Layers, v.KnotRadius
	p := ScanPanes(c.W, v.Scan.Left)
	px, py := c.Px(x, v.KnotDepth+z)
	strip, _, _ := v.FlowStrip()
	y, slack := z-Wave(x), thin*near
	switch {
	case px >= p.Map && z > -v.KnotDepth:
		return "stiffness"
	case px < p.Left || px > p.Split:
		return ""
	case v.onNeedle(x, z, slack):
		return "needle"
	case math.Abs(v.KnotDepth+y-(e.Fat+e.Fascia)/2) < (e.Fascia-e.Fat)/2+slack:
		return "fascia"
	case v.knotted() && x*x+y*y/(noduleFlat*noduleFlat) < r*r:
		return "nodule"
	case math.Abs(y) < BandHalf:
		return "twitch"
	case v.knotted() && (py > strip || math.Abs(y) < FlowHigh && math.Abs(x+FlowLean*z) < p.FlowBox(c.PxPerMM)):
		return "blood-flow"
	}
	return ""
}
