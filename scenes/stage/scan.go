package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// What a quad of the scan shows.
const (
	scanAround = iota
	scanImage
	scanMap
	scanEchoBar
	scanStiffBar
)

// sweep is how many seconds of blood flow the strip under the image holds.
const sweep = 3 * view.BeatSeconds

// dressScan takes up another theme.
func (s *Stage) dressScan(p Palette) {
	for name, token := range map[string]string{
		"Dark": "scan-dark", "Bright": "scan-bright", "Forward": "scan-forward", "Back": "scan-back",
		"Soft": "scan-soft", "Middle": "scan-middle", "Hard": "scan-stiff",
	} {
		s.scan.color(name, p[token])
	}
}

// probe keeps the scan of the tissue at rest, which changes with the picture's
// frame, the theme and a finger that presses.
type probe struct {
	still *ebiten.Image
	key   probeKey
	copy  ebiten.DrawImageOptions
}

type probeKey struct {
	w, h         int
	cam          view.Camera
	layers       view.Layers
	look         look
	depth        float64
	dent, dentX  float64
	left, beside float64
}

// drawScan draws the band level as an ultrasound machine would: the tissue at
// rest is copied, what moves about band and needle is one call, lines and traces
// another.
func (s *Stage) drawScan(dst *ebiten.Image, v *view.View, f picture) {
	p := view.ScanPanes(f.w, clamp(v.Scan.Left, 0, f.w))
	s.scanStill(dst, v, f, p)
	s.fillScan(v, f, p)
	s.layMoving(v, f, p)
	s.strip.draw(dst, &s.scan)
	s.pen.reset(f.scale)
	s.pen.scan(v, f, p, s.palette)
	s.instruments(v, f)
	s.pen.draw(dst, &s.over)
}

// scanStill copies the scan at rest, drawing it first where it has changed.
func (s *Stage) scanStill(dst *ebiten.Image, v *view.View, f picture, p view.Panes) {
	b := dst.Bounds()
	k := probeKey{b.Dx(), b.Dy(), v.Camera, v.Layers, s.look, v.KnotDepth, v.Dent, v.DentX, v.Scan.Left, v.Scan.Beside}
	m := &s.probe
	if m.still == nil || m.still.Bounds() != b {
		if m.still != nil {
			m.still.Deallocate()
		}
		m.still = ebiten.NewImageWithOptions(b, &ebiten.NewImageOptions{Unmanaged: true})
		m.key = probeKey{}
	}
	if m.key != k {
		m.key = k
		s.fillScan(v, f, p)
		s.scan.set("Steel", 0, 0)
		s.layScan(v, f, p)
		s.strip.draw(m.still, &s.scan)
	}
	m.copy.Blend = ebiten.BlendCopy
	dst.DrawImage(m.still, &m.copy)
}

// fillScan writes the state, each value held to its range.
func (s *Stage) fillScan(v *view.View, f picture, p view.Panes) {
	u := &s.scan
	u.set("PxMM", f.px)
	u.set("Depths", v.Layers.Skin, v.Layers.Fat, v.Layers.Fascia, v.Layers.Muscle)
	u.set("Dent", clamp(v.Dent, 0, 0.7*v.Layers.Muscle), v.DentX, math.Max(v.Layers.Muscle, 1))
	shown := 0.0
	if v.KnotShown && v.KnotRadius > 0 {
		shown = 1
	}
	w := s.ripple(v)
	u.set("Knot", v.KnotDepth, math.Max(v.KnotRadius, 0.5), shown)
	u.set("Pull", v.Pull(v.Tension), w.twitch, w.from, clamp(v.Cramp, 0, 1))
	u.set("Ripple", w.amplitude, w.run, 0)
	x, slope, drag := dragged(v)
	u.set("Prick", x, slope, v.Needle.Tip.Z-v.KnotDepth, drag)
	u.set("Way", v.Needle.Entry.X, v.Needle.Entry.Z, v.Needle.Tip.X, v.Needle.Tip.Z)
	echo, across := echoes(&v.Needle)
	u.set("Steel", echo, across)
	// No speckle is finer than the pixels, or it would flicker as it moves.
	u.set("Grain", math.Max(0.13, 1.7/f.px), math.Max(0.26, 2.6/f.px))
	u.set("Blood", clamp(view.Beat(v.Seconds, v.Flow), -1, 1), 0.55*(0.58+0.42*clamp(v.Flow, 0, 1.6)), shown)
	u.set("Box", p.FlowBox(v.Camera.PxPerMM), view.FlowHigh, view.FlowLean)
	u.set("Stiff", clamp(v.Scan.Band, 0, 100), clamp(v.Scan.Beside, 0, 100), view.ScanSoft, view.ScanStiff)
}

// echoes gives how bright a needle is, and how far it lies across the beam within
// the picture's plane, 0 to 1. A needle along the beam sends little back, one beside the picture's
// plane less: in life it can be lost, here it never is. Chosen for teaching.
func echoes(n *view.Needle) (bright, across float64) {
	if !n.Shown || !(n.Tip.Z > 0) {
		return 0, 0
	}
	a := axis(*n)
	const slice = 2.5 // mm of tissue that the beam takes in
	out := clamp(math.Abs(n.Tip.Y)/slice, 0, 4)
	return 0.35 + 0.65*math.Exp(-out*out), clamp(math.Abs(a.X)/math.Sin(math.Pi/4), 0, 1)
}

// layScan lays out the surround, the two pictures and their bars.
func (s *Stage) layScan(v *view.View, f picture, p view.Panes) {
	k := f.scale
	s.strip.reset()
	s.quad(0, 0, f.w*k, (f.h+2/k)*k, 0, 0, 0, 0, scanAround)
	s.panes(v, f, p, 0, f.h)
	top, bottom := bars(v)
	for _, b := range [2]struct {
		x    float64
		kind int
	}{{p.Split + p.Gap, scanEchoBar}, {p.Right + p.Gap, scanStiffBar}} {
		s.quad(b.x*k, top*k, (b.x+p.Bar)*k, bottom*k, 0, 0, 0, 0, b.kind)
		n := len(s.strip.v)
		s.strip.v[n-4].Custom0, s.strip.v[n-3].Custom0 = 1, 1 // the upper end is the full one
	}
}

// layMoving lays out what is drawn in every frame: both pictures about the band,
// as far as box and deformations reach with the layers' roll, and the image
// about the needle with its false echoes.
func (s *Stage) layMoving(v *view.View, f picture, p view.Panes) {
	const reach = 6.3 // mm
	c := v.Camera
	_, top := c.Px(0, v.KnotDepth-reach)
	_, bottom := c.Px(0, v.Dented(v.DentX, v.KnotDepth+reach))
	s.strip.reset()
	s.panes(v, f, p, clamp(top, 0, f.h), clamp(bottom, 0, f.h))
	n := &v.Needle
	_, across := echoes(n)
	if !n.Shown || !(n.Tip.Z > 0) {
		return
	}
	side, late := 1.8, 5.2 // mm
	if across > 0.01 {
		side = late
	}
	x0, _ := c.Px(math.Min(n.Entry.X, n.Tip.X)-side, 0)
	x1, z := c.Px(math.Max(n.Entry.X, n.Tip.X)+side, n.Tip.Z+late)
	_, y := c.Px(0, -1)
	s.pane(v, f, clamp(x0, p.Left, p.Split), clamp(x1, p.Left, p.Split), clamp(y, 0, f.h), clamp(z, 0, f.h), p.Image(), scanImage)
}

// panes adds both pictures from one line to another, CSS px.
func (s *Stage) panes(v *view.View, f picture, p view.Panes, top, bottom float64) {
	s.pane(v, f, p.Left, p.Split, top, bottom, p.Image(), scanImage)
	s.pane(v, f, p.Map, p.Right, top, bottom, p.Stiffness(), scanMap)
}

// pane adds a piece of one picture, in CSS px, whose trigger point is at middle.
func (s *Stage) pane(v *view.View, f picture, left, right, top, bottom, middle float64, kind int) {
	k, c := f.scale, v.Camera
	_, z0 := c.MM(0, top)
	_, z1 := c.MM(0, bottom)
	s.quad(left*k, top*k, right*k, bottom*k, (left-middle)/c.PxPerMM, z0, (right-middle)/c.PxPerMM, z1, kind)
}

// quad adds a rectangle of the scan.
func (s *Stage) quad(x0, y0, x1, y1, u0, w0, u1, w1 float64, kind int) {
	m := &s.strip
	m.rect(x0, y0, x1, y1, u0, w0, u1, w1)
	for i := len(m.v) - 4; i < len(m.v); i++ {
		m.v[i].Custom2 = float32(kind)
	}
}

// bars gives the upper and lower end of the bars, CSS px: the muscle's depth.
func bars(v *view.View) (top, bottom float64) {
	_, top = v.Camera.Px(0, v.Layers.Fascia)
	_, bottom = v.Camera.Px(0, v.Layers.Muscle)
	return top, bottom
}

// scan draws the ruler, the box of the coloured blood, the way of the needle
// outside the skin and the strip of blood flow.
func (p *pen) scan(v *view.View, f picture, panes view.Panes, c Palette) {
	cam := v.Camera
	light := func(a float64) ink { return ink{c["scan-bright"], a} }
	for mm := 0.0; mm <= 60; mm += 5 {
		_, y := cam.Px(0, mm)
		if y > f.h-2 {
			break
		}
		long := 5.0
		if math.Mod(mm, 10) == 0 {
			long = 10
		}
		p.line(panes.Left-2-long, y, panes.Left-2, y, 1.2, 0, light(0.75))
	}
	x0, top := cam.Px(0, 0)
	n := &v.Needle
	if deep := n.Tip.Z - n.Entry.Z; n.Shown && math.Abs(deep) > 1e-3 {
		slope := (n.Tip.X - n.Entry.X) / deep
		a, y := cam.Px(n.Entry.X+slope*cam.Z, cam.Z)
		b, _ := cam.Px(n.Entry.X, 0)
		if a = clamp(a, panes.Left, panes.Split); b > panes.Left && b < panes.Split {
			// A slot keeps the needle off the elements of the probe.
			p.line(a, y, b, top-0.3*cam.PxPerMM, 3*cam.PxPerMM, 0, ink{c["scan-dark"], 1})
			p.line(a, y, b, top, 1.6, 6, light(0.9))
		}
	}
	if !v.KnotShown || !(v.KnotRadius > 0) {
		return
	}
	mm := cam.PxPerMM
	_, y0 := cam.Px(0, v.KnotDepth)
	var last pt
	for i, q := range [5][2]float64{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}} {
		at := pt{x0 + mm*(q[0]*panes.FlowBox(mm)-q[1]*view.FlowLean*view.FlowHigh), y0 + mm*q[1]*view.FlowHigh}
		if i > 0 {
			p.line(last.x, last.y, at.x, at.y, 1, 5, light(0.55))
		}
		last = at
	}
	p.flow(v, f, panes, c)
}

// flow draws the speed of the blood over the last beats: forward above the line
// and backward below it. It is written over from left to right, so that nothing
// in it moves but its newest end.
func (p *pen) flow(v *view.View, f picture, panes view.Panes, c Palette) {
	top, zero, bottom := v.FlowStrip()
	wide := panes.Split - panes.Left
	column := math.Max(2, wide/1000) // CSS px
	now := math.Mod(clamp(v.Seconds, 0, 1e9), sweep)
	for x := 0.0; x+column <= wide; x += column {
		t := sweep*x/wide - now
		if t > 0 && t < 0.06*sweep {
			continue // the gap before what is to be written over
		}
		u := view.Beat(v.Seconds+t, v.Flow)
		name, end := "scan-forward", zero-(zero-top)*clamp(u, 0, 1)
		if u < 0 {
			name, end = "scan-back", zero+(bottom-zero)*clamp(-u/0.5, 0, 1)
		}
		p.box(panes.Left+x, math.Min(zero, end), panes.Left+x+column, math.Max(zero, end), ink{c[name], 0.9})
	}
	p.line(panes.Left, zero, panes.Split, zero, 1, 0, ink{c["scan-bright"], 0.75})
}
