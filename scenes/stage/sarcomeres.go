package stage

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

func init() { makers[view.SarcomereLevel] = newSarcomeres }

const (
	umPerMM = 1000.0
	// heads and ions come in between these scales, in device px a µm.
	movingFrom = 24.0
	movingFull = 38.0
)

// sarcomeres draws the sarcomere level. What does not move is kept as an image;
// how far heads and pumps have turned is its one state.
type sarcomeres struct {
	still, active, ions pass

	strip mesh
	kept  *ebiten.Image
	key   sarcomereKey
	copy  ebiten.DrawImageOptions
	// divide is the line's colour between the model's and a healthy one.
	divide  color.RGBA
	dressed int // how often another palette was taken up

	headTurns, pumpTurns   float64
	soundHeads, soundPumps float64 // turns of the healthy one's
	seconds                float64
}

// sarcomereKey is all that the kept image depends on.
type sarcomereKey struct {
	w, h             int
	x, y, px         float64
	knot, rest, glow float64
	healthy          bool
	dressed          int
}

func newSarcomeres(*pass) (painter, error) {
	s := &sarcomeres{}
	s.copy.Blend = ebiten.BlendCopy
	var err error
	if s.still, err = newPass("sarcomeres", "myofibril", "common"); err != nil {
		return nil, err
	}
	if s.active, err = newPass("heads", "myofibril", "common"); err != nil {
		return nil, err
	}
	s.ions, err = newPass("ions")
	return s, err
}

func (s *sarcomeres) shaders() []*pass { return []*pass{&s.still, &s.active, &s.ions} }

func (s *sarcomeres) dress(p Palette) {
	for name, token := range map[string]string{
		"Plasm": "sarc-plasm", "Thick": "sarc-thick", "Thin": "sarc-thin", "Line": "sarc-line", "Titin": "sarc-titin",
		"Head": "sarc-head", "Tubule": "sarc-tubule", "Lumen": "sarc-lumen", "Spark": "sarc-spark", "Mito": "sarc-mito",
	} {
		s.still.color(name, p[token])
	}
	for name, token := range map[string]string{
		"Thick": "sarc-thick", "Line": "sarc-line", "Head": "sarc-head", "Stuck": "sarc-stuck", "Ion": "sarc-ion", "Spark": "sarc-spark",
	} {
		s.active.color(name, p[token])
	}
	for name, token := range map[string]string{"Ion": "sarc-ion", "Pump": "sarc-pump", "Spark": "sarc-spark"} {
		s.ions.color(name, p[token])
	}
	e := p["edge"]
	s.divide = color.RGBA{uint8(255 * e[0]), uint8(255 * e[1]), uint8(255 * e[2]), 255}
	s.dressed++
}

// run turns heads and pumps on by the picture's clock. A clock that jumps turns
// them no further than a tenth of a second would; with reduced motion they rest.
func (s *sarcomeres) run(v *view.View) {
	dt := v.Inner.Seconds - s.seconds
	s.seconds = v.Inner.Seconds
	if !(dt > 0) || v.Still {
		return
	}
	dt = math.Min(dt, 0.1)
	turn := func(at *float64, rate float64) { *at = math.Mod(*at+dt*rate, 512) }
	sound := v.Inner.Sound()
	turn(&s.headTurns, v.Inner.HeadRate())
	turn(&s.pumpTurns, v.Inner.PumpRate())
	turn(&s.soundHeads, sound.HeadRate())
	turn(&s.soundPumps, sound.PumpRate())
}

// part is one stretch of the picture with its own sarcomeres.
type part struct {
	view.Myofibrils
	in          view.Inner
	x, y, px    float64 // device px of the part's own middle, and of a µm
	w, top, low float64 // device px
	headTurns   float64
	pumpTurns   float64
}

// parts cuts the picture of w x h device px: the model's sarcomeres alone, or
// above a healthy one.
func (s *sarcomeres) parts(v *view.View, f picture, w, h float64) (own, healthy part) {
	m, sound, cut := v.Inner.Lay()
	px := f.px / umPerMM
	own = part{Myofibrils: m, in: v.Inner, x: f.x, y: f.y + m.Mid*px, px: px, w: w, low: h, headTurns: s.headTurns, pumpTurns: s.pumpTurns}
	if v.Inner.Healthy {
		healthy = part{Myofibrils: sound, in: v.Inner.Sound(), x: f.x, y: f.y + sound.Mid*px, px: px, w: w, low: h, headTurns: s.soundHeads, pumpTurns: s.soundPumps}
		// Two pixels are left between the two parts.
		at := clamp(math.Round(f.y+cut*px), 0, h)
		own.low, healthy.top = math.Max(at-1, 0), math.Min(at+1, h)
	}
	return own, healthy
}

func (s *sarcomeres) paint(dst *ebiten.Image, v *view.View, f picture) {
	s.run(v)
	w := dst.Bounds().Dx()
	h := min(int(math.Ceil(f.h*f.scale)), dst.Bounds().Dy())
	own, healthy := s.parts(v, f, float64(w), float64(h))
	s.keep(v, f, w, h, own, healthy)
	dst.DrawImage(s.kept, &s.copy)
	if fade := own.fade(); fade > 0 {
		s.move(dst, own, fade)
		s.move(dst, healthy, fade)
	}
}

// fade is how far heads and ions have come in, 0 to 1.
func (p *part) fade() float64 { return clamp((p.px-movingFrom)/(movingFull-movingFrom), 0, 1) }

// keep draws what does not move, where it has changed.
func (s *sarcomeres) keep(v *view.View, f picture, w, h int, own, healthy part) {
	round := func(x, step float64) float64 { return math.Round(x/step) * step }
	k := sarcomereKey{
		w: w, h: h, x: f.x, y: f.y, px: f.px, knot: round(own.Knot, 0.002), rest: round(own.Rest, 0.002),
		glow: round(clamp(v.Inner.Energy, 0, 1), 0.02), healthy: v.Inner.Healthy, dressed: s.dressed,
	}
	if s.kept == nil || s.key.w != w || s.key.h != h {
		if s.kept != nil {
			s.kept.Deallocate()
		}
		s.kept = ebiten.NewImageWithOptions(imageRect(w, h), &ebiten.NewImageOptions{Unmanaged: true})
	} else if s.key == k {
		return
	}
	s.key = k
	if healthy.w > 0 {
		s.kept.Fill(s.divide) // shows between the two
	}
	s.rest(own)
	s.rest(healthy)
}

// rest draws one part at rest.
func (s *sarcomeres) rest(p part) {
	if p.low <= p.top {
		return
	}
	s.still.set("PxUM", p.px)
	s.still.set("Len", p.Knot, p.Rest, p.Zone())
	s.still.set("Energy", clamp(p.in.Energy, 0, 1))
	s.still.set("Frame", -p.x/p.px, (p.top-p.y)/p.px, p.w/p.px, math.Max(p.low-p.top, 1)/p.px)
	s.strip.reset()
	s.strip.rect(0, p.top, p.w, p.low, -p.x/p.px, (p.top-p.y)/p.px, (p.w-p.x)/p.px, (p.low-p.y)/p.px)
	s.strip.draw(s.kept, &s.still)
}

// move draws what moves in one part: heads wherever thick filaments are in
// sight, then the pumps and ions of the middle row.
func (s *sarcomeres) move(dst *ebiten.Image, p part, fade float64) {
	if p.low <= p.top {
		return
	}
	s.fill(p, fade)
	s.heads(p)
	s.strip.draw(dst, &s.active)
	s.strip.reset()
	s.pumpsAndIons(p)
	s.strip.draw(dst, &s.ions)
}

// fill writes the uniforms of what moves in a part.
func (s *sarcomeres) fill(p part, fade float64) {
	s.active.set("PxUM", p.px)
	s.active.set("Len", p.Knot, p.Rest, p.Zone())
	s.active.set("Turn", p.headTurns, fade)
	s.active.set("Share", p.in.AtWork(), p.in.AtWorkBeside(), p.in.Waiting())
	s.active.set("Calcium", p.in.CalciumFree(), p.in.CalciumBeside())
	s.ions.set("PxUM", p.px)
	s.ions.set("Fade", fade)
}

// heads lays strips over the thick filaments of all rows in sight.
func (s *sarcomeres) heads(p part) {
	s.strip.reset()
	edge := math.Max(p.x, p.w-p.x) / p.px
	first := int(math.Floor(((p.top-p.y)/p.px - 3) / view.SarcomereRow))
	last := int(math.Ceil(((p.low-p.y)/p.px + 3) / view.SarcomereRow))
	for n := 0; n < 60 && math.Abs(p.Middle(n))-p.Length(n) < edge; n++ {
		for row := first; row <= last; row++ {
			s.filaments(p, n, row)
			if n > 0 {
				s.filaments(p, -n, row)
			}
		}
	}
}

// filaments lays a strip over the thick filaments of one sarcomere of a row.
func (s *sarcomeres) filaments(p part, n, row int) {
	const pieces = 4
	mid, half := p.Middle(n), math.Min(view.ThickFilament/2, p.Length(n)/2)
	if x := p.x + mid*p.px; x+half*p.px < 0 || x-half*p.px > p.w {
		return
	}
	at := float64(row) * view.SarcomereRow
	if y := p.y + (p.Depth(mid, at)-p.Mid)*p.px; y+3*p.px < p.top || y-3*p.px > p.low {
		return
	}
	for i := range pieces + 1 {
		x := mid + half*(2*float64(i)/pieces-1)
		px := p.x + x*p.px
		for _, w := range [...]float64{at - view.MyofibrilHalf, at + view.MyofibrilHalf} {
			py := clamp(p.y+(p.Depth(x, w)-p.Mid)*p.px, p.top, p.low)
			s.strip.vertex(px, py, x, (py-p.y)/p.px, 0, 0, 1, 1, 1, 1)
		}
		if i > 0 {
			s.strip.quad()
		}
	}
}
