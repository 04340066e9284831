package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// The map of a figure: its size in texels and the mm of the figure it holds.
const (
	mapWide, mapTall  = 280, 580
	mapMM             = 3.0
	mapLeft, mapTop   = -420.0, -30.0
	mapParts, mapLine = 36, 12
)

// body paints the level Body. Nothing in it moves, so the whole picture is kept
// and drawn again only when the frame or one of its few values changes.
type body struct {
	figure, skin pass
	over         *pass
	strip        mesh
	pen          pen
	palette      Palette

	shape *ebiten.Image // both figures' maps, front and back side by side
	still *ebiten.Image
	key   bodyKey
	copy  ebiten.DrawImageOptions
}

type bodyKey struct {
	w, h             int
	f                picture
	turn             float64
	zone, pull, sore float64
	needle, skin     bool
	entry, tip       view.Point
}

func newBody(over *pass) (painter, error) {
	b := &body{over: over}
	var err error
	if b.figure, err = newPass("figure"); err != nil {
		return nil, err
	}
	if b.skin, err = newPass("body", "common"); err != nil {
		return nil, err
	}
	ends, radii := make([]float64, 4*mapParts), make([]float64, 4*mapParts)
	for i, c := range view.Figure() {
		copy(ends[4*i:], []float64{c.X0, c.Y0, c.X1, c.Y1})
		copy(radii[4*i:], []float64{c.R0, c.R1, c.Soft, c.Round})
	}
	b.figure.set("Ends", ends...)
	b.figure.set("Radii", radii...)
	b.creases(view.Front())
	b.copy.Blend = ebiten.BlendCopy
	return b, nil
}

func (b *body) shaders() []*pass { return []*pass{&b.figure, &b.skin} }

func (b *body) dress(p Palette) {
	b.palette = p
	b.key = bodyKey{}
	for name, token := range map[string]string{
		"AirTop": "air-top", "Air": "air", "Body": "figure", "BodyDeep": "figure-deep", "BodyRim": "figure-rim", "Pain": "zone",
		"FibreA": "fibre-a", "FibreB": "fibre-b", "Tendon": "tendon", "Band": "band", "Glow": "knot",
	} {
		b.skin.color(name, p[token])
	}
}

func (b *body) creases(list []view.Crease) {
	lines, wide := make([]float64, 4*mapLine), make([]float64, 4*mapLine)
	for i, c := range list {
		copy(lines[4*i:], []float64{c.X0, c.Y0, c.X1, c.Y1})
		copy(wide[4*i:], []float64{c.Wide, c.Deep})
	}
	b.figure.set("Lines", lines...)
	b.figure.set("Creases", wide...)
}

// survey draws the two figures' maps, once.
func (b *body) survey() {
	if b.shape != nil {
		return
	}
	b.shape = ebiten.NewImageWithOptions(imageRect(2*mapWide, mapTall), &ebiten.NewImageOptions{Unmanaged: true})
	for side, list := range [2][]view.Crease{view.Front(), view.Back()} {
		b.creases(list)
		x := float64(side * mapWide)
		b.strip.reset()
		b.strip.rect(x, 0, x+mapWide, mapTall, mapLeft, mapTop, mapLeft+mapWide*mapMM, mapTop+mapTall*mapMM)
		b.strip.draw(b.shape, &b.figure)
	}
	b.skin.opt.Images[1] = b.shape
}

func (b *body) paint(dst *ebiten.Image, v *view.View, f picture) {
	w := dst.Bounds().Dx()
	h := min(int(math.Ceil(f.h*f.scale)), dst.Bounds().Dy())
	k := bodyKey{
		w: w, h: h, f: f, turn: v.Zoom.Turn(),
		// A hundredth is less than can be seen.
		zone: math.Round(100*v.Referred()) / 100, pull: math.Round(100*v.Pull(v.Tension)) / 100, sore: sore(v),
		needle: v.Needle.Shown, skin: v.Skin, entry: v.Needle.Entry, tip: v.Needle.Tip,
	}
	if !k.needle {
		k.entry, k.tip = view.Point{}, view.Point{}
	}
	if b.still == nil || b.still.Bounds() != imageRect(w, h) {
		if b.still != nil {
			b.still.Deallocate()
		}
		b.still = ebiten.NewImageWithOptions(imageRect(w, h), &ebiten.NewImageOptions{Unmanaged: true})
		b.key = bodyKey{}
	}
	if b.key != k {
		b.key = k
		b.survey()
		b.fill(k)
		t := turn(f, k.turn-view.LimbAngle)
		b.strip.reset()
		t.area(&b.strip)
		b.strip.draw(b.still, &b.skin)
		b.marks(v, turn(f, k.turn))
		b.pen.draw(b.still, b.over)
	}
	dst.DrawImage(b.still, &b.copy)
}

// sore is 1 where a trigger point is shown.
func sore(v *view.View) float64 {
	if v.KnotShown && v.KnotRadius > 0 {
		return 1
	}
	return 0
}

func (b *body) fill(k bodyKey) {
	p := &b.skin
	s, c := math.Sincos(view.LimbAngle)
	p.set("PxMM", k.f.px)
	p.set("Figure", view.FigureX, view.FigureY, view.BackX(k.f.w/k.f.h*view.Zoom(view.BodyLevel).Span()), mapMM)
	p.set("Map", mapLeft, mapTop, mapWide, mapTall)
	p.set("Limb", s, c)
	p.set("Zone", view.ZoneFrom, view.ZoneTo, view.ZoneHalf, k.zone)
	hidden := 0.0
	if k.skin {
		hidden = 1
	}
	p.set("Sore", k.sore, k.pull, hidden)
}

// marks draws what is too small for its true size: the frame about the model
// limb, a ring at the trigger point, and the needle.
func (b *body) marks(v *view.View, t turned) {
	b.pen.reset(t.scale)
	k := t.scale
	const half, round = 128.0, 50.0
	b.pen.path = b.pen.path[:0]
	for i := range 97 {
		s, c := math.Sincos(float64(i) * math.Pi / 48)
		// A box with round ends: the fourth power of a circle's sides.
		x := math.Copysign(math.Pow(math.Abs(c), 0.5), c) * half
		z := math.Copysign(math.Pow(math.Abs(s), 0.5), s)*round + view.LimbMiddle
		px, py := t.at(x, z)
		b.pen.path = append(b.pen.path, pt{px / k, py / k})
	}
	b.pen.stroke(b.pen.path, 1.2, 8, ink{b.palette["frame"], 0.7})
	x, y := t.x/k, t.y/k
	if n := v.Needle; n.Shown {
		a := axis(n)
		l := clamp(n.Length, 1, 200) + gripLong
		x0, y0 := t.at(n.Tip.X, n.Tip.Z-v.KnotDepth)
		x1, y1 := t.at(n.Tip.X+a.X*l, n.Tip.Z-v.KnotDepth+a.Z*l)
		b.pen.line(x0/k, y0/k, x1/k, y1/k, 2.4, 0, ink{RGB{}, 0.4})
		b.pen.line(x0/k, y0/k, x1/k, y1/k, 1.2, 0, ink{b.palette["steel"], 1})
	}
	if sore(v) > 0 && !v.Skin {
		b.pen.ring(x, y, 6.4, 3.2, ink{RGB{}, 0.40})
		b.pen.ring(x, y, 5.8, 1.6, ink{b.palette["label"], 0.95})
	}
}
