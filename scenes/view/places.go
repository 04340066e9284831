package view

import "math"

// lean is how far a level's own picture is turned at z, in radians.
func (z Zoom) lean(l Level) float64 {
	switch l {
	case BodyLevel:
		return z.Turn() - LimbAngle
	case MuscleLevel:
		return z.Turn()
	}
	return 0
}

// Spot gives the pixel of a place of a level, in mm from the trigger point.
func (v *View) Spot(l Level, xMM, zMM float64) (x, y float64) {
	s, c := math.Sincos(v.Zoom.lean(l))
	return v.Camera.Px(xMM*c-zMM*s, v.KnotDepth+xMM*s+zMM*c)
}

// Places appends what has a name at a level, with where it stands now, in mm
// from the trigger point: for what goes on beyond the picture, such as a layer, a
// place that the picture shows. The camera is to be the level's.
func (v *View) Places(to []Anchor, l Level) []Anchor {
	switch l {
	case BodyLevel:
		to = append(to, BodyParts...)
		return append(to, Anchor{Key: "back", X: v.backX(), Z: BodyParts[len(BodyParts)-1].Z})
	case MuscleLevel:
		const up = 8 // mm above the skin
		return append(append(to, MuscleParts...), Anchor{"needle", v.Needle.at(-up), -v.KnotDepth - up})
	case BandLevel:
		if v.Scan.Shown {
			return v.scanPlaces(to)
		}
		return v.bandPlaces(to)
	case FibreLevel:
		f := v.FibreShape()
		for _, a := range FibreParts {
			x, y := f.Place(1e3*a.X, 1e3*a.Z)
			to = append(to, Anchor{a.Key, x / 1e3, y / 1e3})
		}
		if x, y, ok := v.FibreTrack(); ok {
			to = append(to, Anchor{"track", x / 1e3, y / 1e3})
		}
		return to
	case SarcomereLevel:
		return SarcomereParts(to, v.Inner)
	}
	return append(to, EndplateParts...)
}

// backX is how far right of the trigger point the back figure's middle lies.
func (v *View) backX() float64 {
	return BackX(v.Camera.W / math.Max(v.Camera.H, 1) * Zoom(BodyLevel).Span())
}

// at gives where along the muscle the needle's axis passes the depth z, in mm.
func (n *Needle) at(z float64) float64 {
	if d := n.Tip.Z - n.Entry.Z; math.Abs(d) > 1e-6 {
		return n.Entry.X + (z-n.Entry.Z)/d*(n.Tip.X-n.Entry.X)
	}
	return n.Entry.X
}

// NeedleAt gives the place on the needle, in mm along and deep, at which the band
// names it: in the fat or, while it is out, up the shaft.
func (v *View) NeedleAt() (xMM, zMM float64) {
	n, z := &v.Needle, v.Layers.Fat*0.55
	if n.Halo || n.Tip.Z < z {
		z = v.Camera.Z * 0.42
	}
	return n.at(z), z
}

// bandPlaces are the places of the level Band.
func (v *View) bandPlaces(to []Anchor) []Anchor {
	c, e := v.Camera, v.Layers
	wide := c.W / math.Max(c.PxPerMM, 1e-9)
	for _, a := range [...]Anchor{ // X as a share of the picture's width
		{"skin", 0.30, e.Skin / 2},
		{"fat", 0.36, (e.Skin + e.Fat) / 2},
		{"fascia", -0.28, (e.Fat + e.Fascia) / 2},
		{"fibres", 0.40, (2*e.Fascia + v.KnotDepth) / 3},
		{"taut-band", -0.24, v.KnotDepth},
	} {
		a.X *= wide
		a.Z = v.Dented(a.X, a.Z+Wave(a.X)) - v.KnotDepth
		to = append(to, a)
	}
	to = v.underPlaces(to, wide)
	r := v.KnotRadius
	cx, cz := v.Squeezed()
	nx, nz := v.NeedleAt()
	px, py, _ := LensAt(c)
	lx, lz := c.MM(px, py)
	return append(to, Anchor{"knot", 0.55 * r, v.Dented(0.55*r, v.KnotDepth-0.2*r) - v.KnotDepth}, Anchor{"capillary", cx, cz - v.KnotDepth},
		Anchor{"needle", nx, nz - v.KnotDepth}, Anchor{"lens", lx, lz - v.KnotDepth})
}

// underPlaces are those of what lies under the muscle, in a picture that is so many mm
// wide.
func (v *View) underPlaces(to []Anchor, wide float64) []Anchor {
	e := v.Layers
	u := &e.Under
	put := func(key string, x, z float64) {
		to = append(to, Anchor{key, x, v.Dented(x, z+Wave(x)) - v.KnotDepth})
	}
	if !u.Soft {
		put("bone", math.Max(-0.10*wide, 2-boneEdge(u.Edge)), e.Muscle+u.Bed+Bone/2)
	}
	if u.Bed > 0 {
		put("deep-flesh", 0.18*wide, e.Muscle+u.Bed*0.4)
	}
	for i, d := range u.Dangers {
		x := [...]float64{-0.05, 0.10}[i] * wide
		switch {
		case d.Look == Nothing:
			continue
		case d.Look == Lung || d.Look == Organ:
			if u.Edge > 0 {
				x = -u.Edge - (wide/2-u.Edge)*0.4
			}
			put(DangerKeys[i], x, d.Depth+Bone/2)
		default:
			put(DangerKeys[i], x, d.Depth)
		}
	}
	return to
}

// boneEdge gives the edge of the bone, far away where it has none.
func boneEdge(edge float64) float64 {
	if edge > 0 {
		return edge
	}
	return math.Inf(1)
}

// Hit gives the key of what a level shows at a pixel, "" where that has no name:
// first the place that lies nearest within reach CSS px, where the lines of
// labels end, then the finest thing that has the pixel in it. It takes the
// places of [View.Places].
func (v *View) Hit(l Level, places []Anchor, px, py, reach float64) string {
	c := v.Camera
	if !(c.PxPerMM > 0) {
		return ""
	}
	key, near := "", reach
	for _, a := range places {
		x, y := v.Spot(l, a.X, a.Z)
		if d := math.Hypot(px-x, py-y); d < near {
			key, near = a.Key, d
		}
	}
	if key != "" {
		return key
	}
	if x, y, r := LensAt(c); l == BandLevel && v.Lens.Shown && math.Hypot(px-x, py-y) < r {
		return "lens"
	}
	x, z := c.MM(px, py)
	s, k := math.Sincos(-v.Zoom.lean(l))
	z -= v.KnotDepth
	return shapes[l](v, x*k-z*s, x*s+z*k, reach/c.PxPerMM)
}
