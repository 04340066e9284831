// Package stage is the drawing kit: it draws a view.View with the engine. It
// knows nothing of the model, and what it keeps between frames is there to draw
// the next one quicker; only how far the red cells have drifted is a state.
package stage

import (
	"fmt"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/assets"
	"taut/scenes/view"
)

// Stage draws views. There is one constructor, New; it is not for concurrent use.
type Stage struct {
	tokens  Tokens
	palette Palette
	look    look
	noise   *ebiten.Image

	layers, muscle, over, scan pass

	probe  probe
	still  *ebiten.Image // the tissue at rest
	copy   ebiten.DrawImageOptions
	stillK stillKey

	pen   pen
	strip mesh
	veins vessels
	start outline
	chart chart

	levels [view.Levels]painter // nil: the band
	upper  *ebiten.Image        // the finer of two levels, while they fade
	fade   ebiten.DrawImageOptions

	drift, seconds float64
}

// look is what the palette depends on.
type look struct {
	theme string
	plain bool
}

// stillKey is all that the picture at rest depends on.
type stillKey struct {
	w, h        int
	cam         view.Camera
	layers      view.Layers
	look        look
	depth       float64
	dent, dentX float64
	skin        bool
	lift, liftX float64
}

// New compiles the shaders and reads the palette. It needs no screen; an error
// names the file that is wrong.
func New() (*Stage, error) {
	s := &Stage{}
	var err error
	if s.tokens, err = ParseTokens(assets.Tokens); err != nil {
		return nil, fmt.Errorf("stage: %w", err)
	}
	for _, p := range []struct {
		pass   *pass
		name   string
		shared []string
	}{
		{&s.layers, "layers", []string{"common"}}, {&s.muscle, "muscle", []string{"common"}},
		{&s.over, "over", []string{"ink", "vessel", "finger", "needle", "lens", "common"}},
		{&s.scan, "scan", []string{"common"}},
	} {
		if *p.pass, err = newPass(p.name, p.shared...); err != nil {
			return nil, fmt.Errorf("stage: %w", err)
		}
	}
	if err := s.makeLevels(); err != nil {
		return nil, err
	}
	s.noise = ebiten.NewImageWithOptions(imageRect(noiseSize, noiseSize), &ebiten.NewImageOptions{Unmanaged: true})
	s.noise.WritePixels(noise(false))
	for _, p := range s.passes() {
		p.use(s.noise)
	}
	s.setLook(look{theme: "dark"})
	return s, nil
}

func (s *Stage) passes() []*pass {
	all := []*pass{&s.layers, &s.muscle, &s.over, &s.scan}
	for _, l := range s.levels {
		if l != nil {
			all = append(all, l.shaders()...)
		}
	}
	return all
}

const warmCorners = 16384

// Warm draws a pixel with every shader, and what is drawn but once, so that their
// linking falls into the loading of the page and not into the first twitch.
func (s *Stage) Warm(dst *ebiten.Image) {
	for _, p := range s.passes() {
		s.strip.reset()
		s.strip.rect(0, 0, 1, 1, 0, 0, 1, 1)
		s.strip.draw(dst, p)
	}
	// As many corners as a frame of two levels with its traces may have: the
	// engine's buffers grow now, for which it waits on the graphics card.
	s.strip.reset()
	for range warmCorners / 4 {
		s.strip.rect(0, 0, 0, 0, 0, 0, 0, 0)
	}
	s.strip.draw(dst, &s.over)
	if b, ok := s.levels[view.BodyLevel].(*body); ok {
		b.survey() // its map is the same for every picture
	}
}

// Draw draws one moment over all of dst, whose width is the camera's times any
// factor (device pixel ratio x quality), and which begins at (0, 0). A camera
// without size draws nothing; numbers out of range are held to their ends.
func (s *Stage) Draw(dst *ebiten.Image, v *view.View) {
	b := dst.Bounds()
	f, ok := frame(v, b.Dx(), b.Dy())
	if !ok {
		return
	}
	if l := (look{v.Theme, v.Plain}); l != s.look {
		s.setLook(l)
	}
	s.run(v)
	s.drawLevels(dst, v, f)
}

// drawBand draws the band level: the layers over the trigger point, the needle
// and the lens.
func (s *Stage) drawBand(dst *ebiten.Image, v *view.View, f picture) {
	s.drawStill(dst, v, f)
	if !v.Skin {
		s.drawMuscle(dst, v, f)
	}
	s.drawOver(dst, v, f)
}

// drawOver draws all that lies over the tissue, in one call: every call costs as
// much as a thousand corners.
func (s *Stage) drawOver(dst *ebiten.Image, v *view.View, f picture) {
	p := &s.pen
	p.reset(f.scale)
	s.over.set("PxMM", f.px)
	if !v.Skin {
		s.addVessels(v, f)
	}
	p.finger(v, f)
	if !v.Skin {
		if v.KnotShown {
			s.start.build(v, f, s.palette, s.look)
			p.add(&s.start.mesh)
		}
		p.tracks(v, f, s.palette)
		p.rings(v, f, s.palette)
		p.leader(v, s.palette)
	}
	p.dentWas(v, s.palette)
	if alone(v) {
		s.instruments(v, f)
	}
	s.addNeedle(v, f)
	if !v.Skin {
		s.addLens(v, f)
	}
	p.draw(dst, &s.over)
}

// instruments adds to the pen what lies over a picture that stands alone: the
// scale bar, the mark, the traces and the EMG window. The scan has a ruler.
func (s *Stage) instruments(v *view.View, f picture) {
	if !v.Scan.Shown && !v.Unscaled {
		s.pen.scaleBar(v, f, s.palette)
	}
	s.pen.marked(&v.Marked, s.palette)
	s.chart.build(v, f, s.palette, s.look)
	s.pen.add(&s.chart.mesh)
	if v.Scope.Shown {
		s.pen.scope(&v.Scope, s.palette)
	}
}

// run lets the red cells drift by the flow. A clock that jumps (a scrub, a
// wait) moves them no further than a tenth of a second would.
func (s *Stage) run(v *view.View) {
	dt := v.Seconds - s.seconds
	s.seconds = v.Seconds
	if !(dt > 0) {
		return
	}
	s.drift = math.Mod(s.drift+math.Min(dt, 0.1)*1.5*clamp(v.Flow, 0, 2), 512*0.52)
}

// picture is the frame in device pixels.
type picture struct {
	scale      float64 // device px a CSS px
	px         float64 // device px a mm
	x, y       float64 // device px of the trigger point
	w, h, dock float64 // CSS px
}

func frame(v *view.View, w, h int) (picture, bool) {
	c := v.Camera
	if !(c.W >= 1) || !(c.H >= 1) || !(c.PxPerMM >= 0.1) || w < 1 || h < 1 {
		return picture{}, false
	}
	if sum := math.Abs(c.W) + math.Abs(c.H) + c.PxPerMM + math.Abs(c.X) + math.Abs(c.Z); !(sum < 1e9) {
		return picture{}, false
	}
	k := float64(w) / c.W
	x, y := c.Px(0, v.KnotDepth)
	return picture{scale: k, px: k * c.PxPerMM, x: k * x, y: k * y, w: c.W, h: c.H, dock: clamp(c.Dock, 0, 1e4)}, true
}

// clamp holds x to a range; no number is its lower end. Inlined at all its calls
// it took 4 kB of the download.
//
//go:noinline
func clamp(x, lo, hi float64) float64 {
	if !(x > lo) { // NaN too
		return lo
	}
	return math.Min(x, hi)
}
