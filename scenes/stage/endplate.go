package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// endplate draws the finest level: a nerve's ending on a muscle fibre. What is
// at rest is kept as an image; vesicles that let go, acetylcholine, sensitisers
// and what lights up are laid over it.
type endplate struct {
	tissue, parts pass

	still  *ebiten.Image
	stillK endplateKey
	copy   ebiten.DrawImageOptions

	sheet mesh // all small things and strips of one draw
	k     float64
	x, y  float64

	synapse synapse
	fusions []view.Fusion
	open    []float64 // how far each receptor is open
	work    []float64 // how hard each enzyme is at work
}

// endplateKey is all that the picture at rest depends on.
type endplateKey struct {
	w, h       int
	px, x, y   float64
	wide, high float64
	look       int // counts the palettes taken up
	cut        bool
	torn, knot float64
}

// tornSteps is in how many steps the ending's tear is drawn: each costs a whole
// picture.
const tornSteps = 24

func newEndplate(*pass) (painter, error) {
	e := &endplate{}
	var err error
	if e.tissue, err = newPass("endplate", "common"); err != nil {
		return nil, err
	}
	if e.parts, err = newPass("synapse"); err != nil {
		return nil, err
	}
	e.synapse = newSynapse()
	e.open = make([]float64, len(e.synapse.receptors))
	e.work = make([]float64, len(e.synapse.enzymes))
	e.copy.Blend = ebiten.BlendCopy
	// Room for the busiest moment, so that no frame asks for more.
	e.sheet.v = make([]ebiten.Vertex, 0, 8192)
	e.sheet.i = make([]uint32, 0, 12288)
	e.fusions = make([]view.Fusion, 0, 4*view.FusionSites)
	return e, nil
}

func (e *endplate) shaders() []*pass { return []*pass{&e.tissue, &e.parts} }

// endplateTissue and endplateThings are the colours' tokens by their uniforms.
var (
	endplateTissue = map[string]string{
		"Out": "end-out", "OutDeep": "end-out-deep", "Fibril": "end-fibril", "Nerve": "end-nerve", "NerveDeep": "end-nerve-deep",
		"Sheath": "end-sheath", "Dead": "end-dead", "Muscle": "end-muscle", "MuscleDeep": "end-muscle-deep", "Lipid": "end-lipid",
		"Lamina": "end-lamina", "Mito": "end-mito", "Crista": "end-crista", "Noci": "end-noci", "NociDeep": "end-noci-deep",
		"Wall": "end-wall", "Plasma": "end-plasma", "Cell": "cell", "Thick": "lens-thick", "Thin": "lens-thin", "Line": "lens-z",
	}
	endplateThings = map[string]string{
		"Ach": "end-ach", "AchEdge": "end-ach-edge", "Sens": "end-sens", "SensEdge": "end-sens-edge", "Ves": "end-vesicle",
		"VesDeep": "end-vesicle-deep", "Nerve": "end-nerve", "NerveDeep": "end-nerve-deep", "Gap": "end-out-deep",
		"Receptor": "end-receptor", "Open": "end-open", "Esterase": "end-esterase", "Channel": "end-channel", "Spark": "end-spark",
		"NociLit": "end-noci-lit", "Gauge": "end-gauge",
	}
)

func (e *endplate) dress(p Palette) {
	for name, token := range endplateTissue {
		e.tissue.color(name, p[token])
	}
	for name, token := range endplateThings {
		e.parts.color(name, p[token])
	}
	e.stillK = endplateKey{look: e.stillK.look + 1}
}

func (e *endplate) paint(dst *ebiten.Image, v *view.View, f picture) {
	e.k, e.x, e.y = f.px/1000, f.x, f.y
	e.drawStill(dst, v, f)
	e.sheet.reset()
	e.glow(v)
	e.release(v)
	e.sensitise(v)
	e.gauge(v)
	e.sheet.draw(dst, &e.parts)
}

// drawStill copies what is at rest, drawing it first where it has changed.
func (e *endplate) drawStill(dst *ebiten.Image, v *view.View, f picture) {
	k := endplateKey{
		w: dst.Bounds().Dx(), h: min(int(math.Ceil(f.h*f.scale)), dst.Bounds().Dy()),
		px: e.k, x: e.x, y: e.y, wide: f.w * f.scale, high: f.h * f.scale, look: e.stillK.look,
		cut: v.Inner.NerveCut, torn: math.Round(view.Torn(&v.Inner)*tornSteps) / tornSteps,
		knot: math.Round(sarcomere(v.Inner.Knot)*50) / 50,
	}
	if k.w < 1 || k.h < 1 {
		return
	}
	if e.still == nil || e.still.Bounds() != imageRect(k.w, k.h) {
		if e.still != nil {
			e.still.Deallocate()
		}
		e.still = ebiten.NewImageWithOptions(imageRect(k.w, k.h), &ebiten.NewImageOptions{Unmanaged: true})
		e.stillK = endplateKey{look: k.look}
	}
	if e.stillK != k {
		e.stillK = k
		e.frame(k)
		e.sheet.reset()
		x0, y0 := -k.x/k.px, -k.y/k.px
		x1, y1 := (float64(k.w)-k.x)/k.px, (float64(k.h)-k.y)/k.px
		e.sheet.rect(0, 0, float64(k.w), float64(k.h), x0, y0, x1, y1)
		e.sheet.draw(e.still, &e.tissue)
		e.sheet.reset()
		e.rest(k)
		e.sheet.draw(e.still, &e.parts)
	}
	dst.DrawImage(e.still, &e.copy)
}

// frame writes what the shader of the tissue needs to know.
func (e *endplate) frame(k endplateKey) {
	cut := 0.0
	if k.cut {
		cut = 1
	}
	e.tissue.set("PxUM", k.px)
	e.tissue.set("Frame", -k.x/k.px, -k.y/k.px, k.wide/k.px, k.high/k.px)
	e.tissue.set("State", cut, k.torn, k.knot, 0)
}
