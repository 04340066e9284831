package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// wholeMuscle paints the level Muscle. The plate is kept as an image; the strip
// about the band is drawn anew in every frame.
type wholeMuscle struct {
	tissue  pass
	over    *pass
	strip   mesh
	pen     pen
	palette Palette

	still *ebiten.Image
	key   plateKey
	copy  ebiten.DrawImageOptions
}

// plateKey is all that the kept plate depends on.
type plateKey struct {
	w, h                     int
	f                        picture
	turn                     float64
	layers                   view.Layers
	depth, dent, dentX, near float64
	latent                   int
	skin                     bool
}

func newWholeMuscle(over *pass) (painter, error) {
	m := &wholeMuscle{over: over}
	var err error
	if m.tissue, err = newPass("wholemuscle", "common"); err != nil {
		return nil, err
	}
	latent := make([]float64, 0, 4*view.MaxLatent)
	for _, a := range view.Latent {
		latent = append(latent, a.X, a.Z, 0, 0)
	}
	m.tissue.set("Latent", latent...)
	m.copy.Blend = ebiten.BlendCopy
	return m, nil
}

func (m *wholeMuscle) shaders() []*pass { return []*pass{&m.tissue} }

func (m *wholeMuscle) dress(p Palette) {
	m.palette = p
	m.key = plateKey{}
	for name, token := range map[string]string{
		"AirTop": "air-top", "Air": "air", "Skin": "skin", "Dermis": "dermis", "Fat": "fat", "FatDeep": "fat-deep",
		"Fascia": "fascia", "FasciaDeep": "fascia-deep", "Bone": "bone", "Marrow": "marrow", "FibreA": "fibre-a", "FibreB": "fibre-b",
		"Perimysium": "perimysium", "Tendon": "tendon", "Band": "band", "Glow": "knot", "Haze": "haze", "Blood": "capillary",
	} {
		m.tissue.color(name, p[token])
	}
}

// turned is the picture turned about the trigger point.
type turned struct {
	picture
	sin, cos float64
}

func turn(f picture, angle float64) turned {
	s, c := math.Sincos(angle)
	return turned{f, s, c}
}

// at gives the device pixel of a place in mm from the trigger point.
func (t turned) at(x, z float64) (float64, float64) {
	return t.x + t.px*(x*t.cos-z*t.sin), t.y + t.px*(x*t.sin+z*t.cos)
}

// mm is the inverse of at.
func (t turned) mm(px, py float64) (float64, float64) {
	x, y := (px-t.x)/t.px, (py-t.y)/t.px
	return x*t.cos + y*t.sin, y*t.cos - x*t.sin
}

// corner adds a corner of a tissue's area: mm, then the share of the picture.
func (t turned) corner(m *mesh, px, py float64) {
	x, z := t.mm(px, py)
	k := t.scale
	m.vertex(px, py, x, z, px/(t.w*k), py/(t.h*k), 1, 1, 1, 1)
}

// area adds the whole picture to m.
func (t turned) area(m *mesh) {
	w, h := t.w*t.scale, (t.h+2)*t.scale
	t.corner(m, 0, 0)
	t.corner(m, w, 0)
	t.corner(m, 0, h)
	t.corner(m, w, h)
	m.quad()
}

// slab adds a rectangle given in mm.
func (t turned) slab(m *mesh, x0, z0, x1, z1 float64) {
	for _, c := range [4][2]float64{{x0, z0}, {x1, z0}, {x0, z1}, {x1, z1}} {
		px, py := t.at(c[0], c[1])
		t.corner(m, px, py)
	}
	m.quad()
}

func (m *wholeMuscle) paint(dst *ebiten.Image, v *view.View, f picture) {
	t := turn(f, v.Zoom.Turn())
	m.plate(dst, v, t)
	if !v.Skin && (v.Twitch > 0 || v.KnotShown && v.KnotRadius > 0) {
		m.band(v, t)
		m.strip.draw(dst, &m.tissue)
	}
	m.pen.reset(f.scale)
	if !v.Skin {
		m.tracks(v, t)
	}
	if v.Needle.Shown {
		m.needle(v, t)
	}
	m.pen.draw(dst, m.over)
}

// near is 0 where the plate stands alone, and rises to 1 where the layers'
// section has taken over: bone comes forward for it.
func near(v *view.View) float64 {
	t := clamp((float64(v.Zoom)-1.1)/0.6, 0, 1)
	return t * t * (3 - 2*t)
}

// place writes what the shader needs to know of the frame.
func (m *wholeMuscle) place(v *view.View, t turned, latent int) {
	p := &m.tissue
	p.set("PxMM", t.px)
	p.set("Depths", v.Layers.Skin, v.Layers.Fat, v.Layers.Fascia, v.Layers.Muscle)
	p.set("Dent", clamp(v.Dent, 0, 0.7*v.Layers.Muscle), v.DentX, math.Max(v.Layers.Muscle, 1))
	p.set("Near", near(v))
	outside := 0.0
	if v.Skin {
		outside = 1
	}
	p.set("Outside", outside)
	p.set("Knot", v.KnotDepth, math.Max(v.KnotRadius, 0.5), 0, float64(latent))
	p.set("Pull", 0, 0, 0, 0)
	p.set("Jerk", 0, 0, 1, 0)
	p.set("Mist", 0, 0, 0)
}

// plate copies the muscle at rest, drawing it first where it has changed.
func (m *wholeMuscle) plate(dst *ebiten.Image, v *view.View, t turned) {
	w := dst.Bounds().Dx()
	h := min(int(math.Ceil(t.h*t.scale)), dst.Bounds().Dy())
	k := plateKey{w, h, t.picture, v.Zoom.Turn(), v.Layers, v.KnotDepth, v.Dent, v.DentX, near(v), v.LatentPoints(), v.Skin}
	if m.still == nil || m.key.w != w || m.key.h != h {
		if m.still != nil && m.still.Bounds() != imageRect(w, h) {
			m.still.Deallocate()
			m.still = nil
		}
		if m.still == nil {
			m.still = ebiten.NewImageWithOptions(imageRect(w, h), &ebiten.NewImageOptions{Unmanaged: true})
		}
	}
	if m.key != k {
		m.key = k
		m.place(v, t, k.latent)
		m.strip.reset()
		t.area(&m.strip)
		m.strip.draw(m.still, &m.tissue)
	}
	dst.DrawImage(m.still, &m.copy)
}

// band fills the strip about the band with the muscle as it is now.
func (m *wholeMuscle) band(v *view.View, t turned) {
	m.place(v, t, v.LatentPoints())
	shown := 0.0
	if v.KnotShown && v.KnotRadius > 0 {
		shown = 1
	}
	p := &m.tissue
	twitch := clamp(v.Twitch, 0, 1)
	p.set("Knot", v.KnotDepth, math.Max(v.KnotRadius, 0.5), shown, float64(v.LatentPoints()))
	p.set("Pull", v.Pull(v.Tension), twitch, clamp(v.TwitchX, -20, 20), clamp(v.Cramp, 0, 1))
	p.set("Jerk", jolt(v), view.RippleMM*clamp(v.Ripple, 0, 400), 1+(view.TwitchTimes-1)*(1-near(v)), 0)
	p.set("Mist", shown*clamp(0.80*v.Haze+0.20*v.Acid, 0, 1), shown*clamp(1-v.Flow, 0, 1), math.Mod(v.Seconds, 4096))
	l := p.values["Loci"]
	for i := range v.Loci {
		q := &v.Loci[i]
		l[4*i] = finite(q.X)
		l[4*i+1] = finite(q.Z - v.KnotDepth)
		l[4*i+2] = float32(clamp(math.Abs(q.Y)/math.Max(v.KnotRadius, 0.5), 0, 1))
		l[4*i+3] = float32(clamp(q.Activity, 0, 1))
	}
	m.strip.reset()
	t.slab(&m.strip, -view.BellyReach, -7, view.BellyReach, 13.5)
}

// jolt is the height of the ripple that a twitch sends along the band, in mm.
func jolt(v *view.View) float64 {
	if v.Still || !(v.Ripple >= 0) {
		return 0
	}
	return 0.30 * clamp(v.Twitch, 0, 1)
}

// tracks draws the ways of earlier passes, thin, and the outline that the
// trigger point had at the start.
func (m *wholeMuscle) tracks(v *view.View, t turned) {
	k := t.scale
	from := max(len(v.Tracks)-view.MaxTracks, 0)
	for i := from; i < len(v.Tracks); i++ {
		q := &v.Tracks[i]
		x0, y0 := t.at(q.Entry.X, q.Entry.Z-v.KnotDepth)
		x1, y1 := t.at(q.Tip.X, q.Tip.Z-v.KnotDepth)
		m.pen.line(x0/k, y0/k, x1/k, y1/k, 0.8, 5, ink{m.palette["track"], 0.45})
	}
	pull := v.Pull(v.Start)
	if pull <= 0.02 {
		return
	}
	grow := v.KnotRadius * (1 + 0.10*pull)
	m.pen.path = m.pen.path[:0]
	for i := range 49 {
		s, c := math.Sincos(float64(i) * math.Pi / 24)
		x, y := t.at(grow*c, 0.6*grow*s)
		m.pen.path = append(m.pen.path, pt{x / k, y / k})
	}
	m.pen.stroke(m.pen.path, 1.2, 7, ink{m.palette["ghost"], 0.60})
}

// needle lays the needle and its shadow as two strips, as in the band's picture.
func (m *wholeMuscle) needle(v *view.View, t turned) {
	n := v.Needle
	a := axis(n)
	flat := math.Max(math.Hypot(a.X, a.Z), 0.05)
	length := clamp(n.Length, 1, 200)
	shaft := math.Max(needleMM*t.px, 2*t.scale) / 2
	grip := math.Max(gripMM*t.px, 6*t.scale) / 2
	halo, held, hidden := 0.0, 0.0, 0.0
	if n.Halo {
		halo = 1
	}
	if n.Held {
		held = 1
	}
	if v.Skin {
		hidden = 1
	}
	m.over.set("PxMM", t.px)
	m.over.set("AlongPx", t.px*flat)
	m.over.set("Size", shaft, grip, length, gripLong)
	m.over.set("State", halo, hidden, 0, held)
	m.pen.kind = needleKind
	m.steelStrip(v, t, a, flat, length, grip, 2*t.scale, 0.20, 0)
	m.steelStrip(v, t, a, flat, length, grip, 0, 0, 1)
}

func (m *wholeMuscle) steelStrip(v *view.View, t turned, a view.Point, flat, length, grip, off float64, soft, solid float32) {
	n := v.Needle
	end := length + gripLong
	reach := 4*grip + 2
	nx, ny := -a.Z/flat, a.X/flat
	nx, ny = nx*t.cos-ny*t.sin, nx*t.sin+ny*t.cos
	margin := 0.3
	if n.Halo {
		margin += 3.6 * grip / (t.px * flat)
	}
	for i, s := range [2]float64{-0.3, end + margin} {
		z := n.Tip.Z + a.Z*s
		px, py := t.at(n.Tip.X+a.X*s, z-v.KnotDepth)
		px, py = px+off, py+off
		behind := n.Tip.Y + a.Y*s
		m.pen.vertex(px-nx*reach, py-ny*reach, -reach, s, behind, z, 1, solid, soft, 1)
		m.pen.vertex(px+nx*reach, py+ny*reach, reach, s, behind, z, 1, solid, soft, 1)
		if i == 1 {
			m.pen.quad()
		}
	}
}
