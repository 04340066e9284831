package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// fibreTracks is how many tracks of earlier passes are drawn, the latest first.
const fibreTracks = 6

// fibres paints a dozen muscle fibres. What stands still is kept as an image;
// red cells, haze and needle are drawn over it.
type fibres struct {
	tissue, cells, mist, shaft pass

	still  *ebiten.Image
	key    fibreKey
	copy   ebiten.DrawImageOptions
	strip  mesh
	veins  fibreVeins
	tracks [4 * fibreTracks]float64
}

// fibreKey is all that the kept image depends on.
type fibreKey struct {
	w, h                int
	x, y, px            float64
	look                int // how often the palette has changed
	shape               view.Fibre
	pull, starved, acid float64
	injury              float64
	tracks              [4 * fibreTracks]float64
	frameW, frameH      float64
}

func init() { makers[view.FibreLevel] = newFibres }

func newFibres(*pass) (painter, error) {
	p := &fibres{}
	for _, s := range []struct {
		pass *pass
		name string
	}{{&p.tissue, "fibres"}, {&p.cells, "redcells"}, {&p.mist, "mist"}, {&p.shaft, "shaft"}} {
		var err error
		if *s.pass, err = newPass(s.name, "common"); err != nil {
			return nil, err
		}
	}
	p.copy.Blend = ebiten.BlendCopy
	return p, nil
}

func (p *fibres) shaders() []*pass { return []*pass{&p.tissue, &p.cells, &p.mist, &p.shaft} }

// fibreColours are the tokens of each pass' colours.
var fibreColours = [4]map[string]string{
	{"FibreA": "fibre-a", "FibreB": "fibre-b", "Band": "band", "Glow": "knot", "Sheath": "perimysium", "Net": "endomysium",
		"Gap": "fibre-gap", "Nucleus": "nucleus", "Acid": "acidity", "Cell": "cell"},
	{"Wall": "capillary", "Plasma": "plasma", "Cell": "cell", "CellDeep": "capillary", "Axon": "axon", "Leak": "mediator"},
	{"Haze": "haze", "Grain": "mediator"},
	{"Steel": "steel", "SteelDeep": "steel-deep", "Flesh": "fibre-b"},
}

func (p *fibres) dress(c Palette) {
	for i, pass := range p.shaders() {
		for name, token := range fibreColours[i] {
			pass.color(name, c[token])
		}
	}
	p.key = fibreKey{look: p.key.look + 1} // what was kept has the old colours
}

// paint draws the level over all of the picture.
func (p *fibres) paint(dst *ebiten.Image, v *view.View, f picture) {
	shape := p.shape(v, f)
	p.drawTissue(dst, v, f, shape)
	p.veins.run(v)
	p.veins.build(v, f, shape)
	p.veins.draw(dst, &p.cells)
	p.drawMist(dst, v, f, shape)
	p.drawShaft(dst, v, f, shape)
}

// um is how many device pixels a µm has.
func (f picture) um() float64 { return math.Max(f.px/1e3, 1e-4) }

// bounds gives the picture's edges in µm from the trigger point.
func (f picture) bounds() (x0, y0, x1, y1 float64) {
	k := 1 / f.um()
	return -f.x * k, -f.y * k, (f.w*f.scale - f.x) * k, (f.h*f.scale - f.y) * k
}

// shape is the level's shape in steps that the eye does not see, without a
// needle that is too far from the picture to move anything in it.
func (p *fibres) shape(v *view.View, f picture) view.Fibre {
	s := v.FibreShape()
	s.Knot, s.Rest = steps(s.Knot, 250), steps(s.Rest, 250)
	s.Half = steps(s.Half, 2)
	x0, y0, x1, y1 := f.bounds()
	const near, far = 600, 1500
	n := &s.Needle
	n.Tip = math.Min(n.Tip, y1+far) // beyond it the shaft is of one thickness
	n.Drag = steps(n.Drag, 0.5)
	left, right := n.X0+n.Slope*y0, n.X0+n.Slope*n.Tip
	if n.Tip < y0-near || math.Max(left, right) < x0-near || math.Min(left, right) > x1+near {
		*n = view.Shaft{}
	}
	return s
}

// steps rounds x to a whole number of n-ths.
func steps(x, n float64) float64 { return math.Round(x*n) / n }

// drawTissue copies the fibres, drawing them first where they have changed.
func (p *fibres) drawTissue(dst *ebiten.Image, v *view.View, f picture, shape view.Fibre) {
	// A twitch draws in what lies outside of the picture.
	um := f.um()
	mx := math.Ceil(math.Max(f.x, f.w*f.scale-f.x)*view.FibreShare) + 1
	my := math.Ceil(view.ShakeUM*um) + 1
	w, h := int(f.w*f.scale+2*mx)+1, int(f.h*f.scale+2*my)+1
	p.findTracks(v)
	still := shape
	still.Short, still.Shake = 0, 0
	k := fibreKey{w: w, h: h, x: f.x, y: f.y, px: f.px, look: p.key.look, shape: still, tracks: p.tracks, frameW: f.w, frameH: f.h}
	k.pull = steps(v.FibrePull(), 200)
	if v.KnotShown {
		k.starved, k.acid = steps(clamp(1-v.Inner.Flow, 0, 1), 100), steps(clamp(v.Inner.Acid/0.4, 0, 1), 100)
	}
	k.injury = steps(clamp(v.Inner.Injury, 0, 1), 50)
	if p.still == nil || p.still.Bounds().Dx() != w || p.still.Bounds().Dy() != h {
		if p.still != nil {
			p.still.Deallocate()
		}
		p.still = ebiten.NewImageWithOptions(imageRect(w, h), &ebiten.NewImageOptions{Unmanaged: true})
		p.key.w = 0
	}
	if p.key != k {
		p.key = k
		p.fill(f, &k)
		x0, y0 := -(f.x+mx)/um, -(f.y+my)/um
		p.strip.reset()
		p.strip.rect(0, 0, float64(w), float64(h), x0, y0, x0+float64(w)/um, y0+float64(h)/um)
		p.strip.draw(p.still, &p.tissue)
	}
	p.copy.GeoM.Reset()
	p.copy.Filter = ebiten.FilterNearest
	p.copy.GeoM.Translate(-mx, -my)
	if shape.Short > 0 || shape.Shake != 0 {
		p.copy.Filter = ebiten.FilterLinear
		p.copy.GeoM.Translate(-f.x, -f.y)
		p.copy.GeoM.Scale(1/(1+shape.Short), 1+shape.Short/2)
		p.copy.GeoM.Translate(f.x, f.y+shape.Shake*um)
	}
	dst.DrawImage(p.still, &p.copy)
}

// fill writes what the fibres' shader needs to know.
func (p *fibres) fill(f picture, k *fibreKey) {
	x0, y0, x1, y1 := f.bounds()
	t, s, n := &p.tissue, &k.shape, &k.shape.Needle
	t.set("PxUM", f.um())
	t.set("Frame", x0, y0, x1-x0, y1-y0)
	t.set("Knot", s.Knot, s.Rest, s.Half, 0)
	t.set("State", k.pull, k.starved, k.acid, k.injury)
	t.set("Shaft", n.X0, n.Slope, n.Tip, n.Drag)
	t.set("Tracks", k.tracks[:]...)
	coarse, finer := view.StriationTimes(f.um())
	t.set("Octave", coarse, finer)
}

// findTracks takes up the latest passes whose way runs through the picture.
func (p *fibres) findTracks(v *view.View) {
	p.tracks = [4 * fibreTracks]float64{}
	n := 0
	for i := len(v.Tracks) - 1; i >= 0 && n < fibreTracks; i-- {
		s := v.Shaft(v.Tracks[i].Entry, v.Tracks[i].Tip)
		if !(s.Here > 0) || math.Abs(s.X0) > 3000 || s.Tip < -2000 {
			continue
		}
		p.tracks[4*n], p.tracks[4*n+1], p.tracks[4*n+2], p.tracks[4*n+3] = s.X0, s.Slope, s.Tip, s.Here
		n++
	}
}

// drawMist lays the mediators over the knot.
func (p *fibres) drawMist(dst *ebiten.Image, v *view.View, f picture, shape view.Fibre) {
	thick := v.FibreMist()
	if thick < 0.01 {
		return
	}
	um := f.um()
	p.mist.set("PxUM", um)
	p.mist.set("Mist", thick, clamp(v.Inner.Released, 0, 1.2)/1.2, math.Mod(clamp(v.Inner.Seconds, 0, 1e9), 4096), shape.Half)
	w, h := 2*(shape.Half+150), 300.0
	p.strip.reset()
	p.strip.rect(f.x-w*um, f.y-h*um, f.x+w*um, f.y+h*um, -w, -h, w, h)
	p.strip.draw(dst, &p.mist)
}

// drawShaft draws the needle and its shadow.
func (p *fibres) drawShaft(dst *ebiten.Image, v *view.View, f picture, shape view.Fibre) {
	n := shape.Needle
	if !(n.Here > 0) {
		return
	}
	n.X0, _ = shape.Jerk(n.X0, 0)
	_, n.Tip = shape.Jerk(0, n.Tip)
	blur := 0.0
	if !v.Still {
		blur = clamp(math.Abs(v.Needle.SpeedMM)*0.5, 0, 120)
	}
	drawn := 0.0
	if v.Plain {
		drawn = 1
	}
	p.shaft.set("PxUM", f.um())
	p.shaft.set("Look", n.Here, blur, drawn, 0)
	p.strip.reset()
	p.shaftStrip(f, n, 34, 26, 0)
	p.shaftStrip(f, n, 0, 0, 1)
	p.strip.draw(dst, &p.shaft)
}

// shaftStrip adds the needle, moved by (dx, dy) µm, from beyond its tip to
// above the picture.
func (p *fibres) shaftStrip(f picture, n view.Shaft, dx, dy float64, solid float32) {
	um := f.um()
	_, y0, _, _ := f.bounds()
	c := 1 / math.Sqrt(1+n.Slope*n.Slope)
	const reach = 230
	long := (n.Tip-y0)/c + 400
	for i, s := range [2]float64{-60, math.Max(long, 0)} {
		// From the tip back along the axis, whose direction down is (slope, 1) c.
		y := n.Tip - s*c
		x := n.X0 + n.Slope*y
		ax, ay := f.x+(x+dx)*um, f.y+(y+dy)*um
		nx, ny := reach*c*um, -reach*n.Slope*c*um
		p.strip.vertex(ax-nx, ay-ny, -reach, s, 0, 0, 1, solid, 1, 1)
		p.strip.vertex(ax+nx, ay+ny, reach, s, 0, 0, 1, solid, 1, 1)
		if i == 1 {
			p.strip.quad()
		}
	}
}
