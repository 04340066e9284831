package stage

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// bandReach is how far above and below the band the muscle has to be drawn in
// every frame, in mm: the window of its deformations and the roll of the layers.
const bandReach = 5.4

// setLook takes up another theme.
func (s *Stage) setLook(l look) {
	if l.plain != s.look.plain {
		s.noise.WritePixels(noise(l.plain))
	}
	s.look = l
	p := s.tokens.Palette(l.theme, l.plain)
	s.palette = p
	for _, l := range s.levels {
		if l != nil {
			l.dress(p)
		}
	}
	for name, token := range map[string]string{
		"AirTop": "air-top", "Air": "air", "Skin": "skin", "Dermis": "dermis", "Fat": "fat", "FatDeep": "fat-deep",
		"Septum": "septum", "Fascia": "fascia", "FasciaDeep": "fascia-deep", "Bone": "bone", "Marrow": "marrow", "Blood": "capillary",
	} {
		s.layers.color(name, p[token])
	}
	for name, token := range map[string]string{
		"FibreA": "fibre-a", "FibreB": "fibre-b", "Perimysium": "perimysium", "Band": "band", "Glow": "knot", "Haze": "haze",
	} {
		s.muscle.color(name, p[token])
	}
	s.over.color("Wall", p["capillary"])
	s.over.color("Cell", p["cell"])
	s.over.color("Finger", p["finger"])
	s.over.color("FingerDeep", p["finger-deep"])
	for name, token := range map[string]string{
		"Steel": "steel", "SteelDeep": "steel-deep", "Grip": "grip", "GripDeep": "grip-deep", "Halo": "halo",
	} {
		s.over.color(name, p[token])
	}
	for name, token := range map[string]string{"Back": "lens-bg", "Thick": "lens-thick", "Thin": "lens-thin", "Line": "lens-z"} {
		s.over.color(name, p[token])
	}
	s.dressScan(p)
}

// place writes what both tissue shaders need to know of the frame.
func place(p *pass, v *view.View, f picture) {
	p.set("PxMM", f.px)
	p.set("Depths", v.Layers.Skin, v.Layers.Fat, v.Layers.Fascia, v.Layers.Muscle)
	p.set("Dent", clamp(v.Dent, 0, 0.7*v.Layers.Muscle), v.DentX, math.Max(v.Layers.Muscle, 1))
	p.set("Frame", v.Camera.X, v.Camera.Z, f.w/v.Camera.PxPerMM, f.h/v.Camera.PxPerMM)
}

// drawStill copies the tissue at rest, drawing it first where it has changed.
func (s *Stage) drawStill(dst *ebiten.Image, v *view.View, f picture) {
	w := dst.Bounds().Dx()
	h := min(int(math.Ceil(f.h*f.scale)), dst.Bounds().Dy())
	k := stillKey{w: w, h: h, cam: v.Camera, layers: v.Layers, look: s.look, depth: v.KnotDepth, dent: v.Dent, dentX: v.DentX, skin: v.Skin}
	if v.Skin {
		k.lift, k.liftX = math.Round(100*clamp(v.Twitch, 0, 1))/100*0.05, v.TwitchX
	}
	if s.still == nil || s.stillK.w != w || s.stillK.h != h {
		if s.still != nil {
			s.still.Deallocate()
		}
		s.still = ebiten.NewImageWithOptions(imageRect(w, h), &ebiten.NewImageOptions{Unmanaged: true})
		s.stillK = stillKey{}
	}
	if s.stillK != k {
		s.stillK = k
		place(&s.layers, v, f)
		outside := 0.0
		if v.Skin {
			outside = 1
		}
		s.layers.set("Outside", outside)
		s.ground(v.Layers.Under)
		s.layers.set("Lift", k.lift, k.liftX)
		s.window(v, f, v.Camera.Z, v.Camera.Z+f.h/v.Camera.PxPerMM+1)
		s.strip.draw(s.still, &s.layers)
		if !v.Skin {
			place(&s.muscle, v, f)
			s.rest(v)
			s.window(v, f, v.Layers.Fascia-1.5, v.Layers.Muscle+1)
			s.strip.draw(s.still, &s.muscle)
		}
	}
	s.copy.Blend = ebiten.BlendCopy
	dst.DrawImage(s.still, &s.copy)
}

// ground tells the layers what lies under the muscle.
func (s *Stage) ground(u view.Under) {
	soft, edge := 0.0, 1e6
	if u.Soft {
		soft = 1
	}
	if u.Edge > 0 {
		edge = u.Edge
	}
	s.layers.set("Under", u.Bed, soft, edge, u.Beyond)
	for i, d := range u.Dangers {
		s.layers.set([...]string{"DangerA", "DangerB"}[i], float64(d.Look), d.Depth, d.Radius, 0)
	}
}

// window lays the strip over the whole width between two depths.
func (s *Stage) window(v *view.View, f picture, top, bottom float64) {
	c := v.Camera
	_, y0 := c.Px(0, top)
	_, y1 := c.Px(0, bottom)
	// Two pixels more than the picture, so that a last part of a row is drawn.
	y0, y1 = clamp(y0, 0, f.h), clamp(y1, 0, f.h+2/f.scale)
	x0mm, z0 := c.MM(0, y0)
	x1mm, z1 := c.MM(f.w, y1)
	s.strip.reset()
	s.strip.rect(0, y0*f.scale, f.w*f.scale, y1*f.scale, x0mm, z0, x1mm, z1)
}

// rest sets the muscle as it is with nothing in it.
func (s *Stage) rest(v *view.View) {
	s.muscle.set("Knot", v.KnotDepth, 1, 0)
	s.muscle.set("Pull", 0, 0, 0, 0)
	s.muscle.set("Ripple", 0, 0, 0)
	s.muscle.set("Prick", 0, 0, 0, 0)
	s.muscle.set("Mist", 0, 0, 0)
}

// drawMuscle draws the strip about the band as it is now.
func (s *Stage) drawMuscle(dst *ebiten.Image, v *view.View, f picture) {
	x, slope, drag := dragged(v)
	if !(v.Twitch > 0) && drag == 0 && (!v.KnotShown || !(v.KnotRadius > 0)) {
		return // nothing but resting muscle
	}
	place(&s.muscle, v, f)
	s.fill(v)
	s.muscle.set("Prick", x, slope, v.Needle.Tip.Z-v.KnotDepth, drag)
	top := math.Max(v.KnotDepth-bandReach, v.Layers.Fascia-1.5)
	bottom := math.Min(v.Dented(v.DentX, v.KnotDepth+bandReach), v.Layers.Muscle+1)
	s.window(v, f, top, bottom)
	s.strip.draw(dst, &s.muscle)
}

// dragged gives the needle's line, as x at the band's middle and mm along per mm
// of depth, and how far it draws the fibres that it crosses, in mm, down
// positive: a teaching value, with the stroke's speed; less where it passes
// before or behind the picture.
func dragged(v *view.View) (x, slope, mm float64) {
	n := &v.Needle
	deep := n.Tip.Z - n.Entry.Z
	if !n.Shown || !(n.Tip.Z > v.Layers.Fascia) || !(deep > 0) {
		return 0, 0, 0
	}
	slope = (n.Tip.X - n.Entry.X) / deep
	x = n.Tip.X + slope*(v.KnotDepth-n.Tip.Z)
	const most, speed = 0.34, 60.0 // mm, and the mm/s from which it is so far
	mm = most * clamp(n.SpeedMM/speed, -1, 1) * (1 - 0.6*clamp(math.Abs(n.Tip.Y)/3, 0, 1))
	return x, slope, mm
}

// fill writes the muscle's state, each value held to its range.
func (s *Stage) fill(v *view.View) {
	shown := 0.0
	if v.KnotShown && v.KnotRadius > 0 {
		shown = 1
	}
	w := s.ripple(v)
	s.muscle.set("Knot", v.KnotDepth, math.Max(v.KnotRadius, 0.5), shown)
	s.muscle.set("Pull", v.Pull(v.Tension), w.twitch, w.from, clamp(v.Cramp, 0, 1))
	s.muscle.set("Ripple", w.amplitude, w.run, 0)
	s.muscle.set("Mist", shown*clamp(0.80*v.Haze+0.20*v.Acid, 0, 1), shown*clamp(1-v.Flow, 0, 1), math.Mod(v.Seconds, 4096))
	l := s.muscle.values["Loci"]
	depth := math.Max(v.KnotRadius, 0.5)
	for i := range v.Loci {
		p := &v.Loci[i]
		l[4*i] = finite(p.X)
		l[4*i+1] = finite(p.Z - v.KnotDepth)
		l[4*i+2] = float32(clamp(math.Abs(p.Y)/depth, 0, 1))
		l[4*i+3] = float32(clamp(p.Activity, 0, 1))
	}
}
