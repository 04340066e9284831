package stage

import "math"

// pen collects lines, dashes, discs and rings in CSS pixels, to be drawn in one
// call. Its slices are kept from frame to frame.
type pen struct {
	mesh
	k    float64 // device px a CSS px
	path []pt
}

type pt struct{ x, y float64 }

// ink is a colour and how solid it is.
type ink struct {
	RGB
	a float64
}

func (p *pen) reset(scale float64) {
	p.mesh.reset()
	p.k = scale
}

// at adds one corner; the ink's colour is premultiplied here.
func (p *pen) at(x, y, across, half, along, kind float64, c ink) {
	a := float32(c.a)
	p.vertex(x, y, across, half, along, kind, c.RGB[0]*a, c.RGB[1]*a, c.RGB[2]*a, a)
}

// line draws a straight stroke, dashed where period > 0.
func (p *pen) line(x0, y0, x1, y1, width, period float64, c ink) {
	p.path = append(p.path[:0], pt{x0, y0}, pt{x1, y1})
	p.stroke(p.path, width, period, c)
}

// stroke draws a line through points, width and dash period in CSS px. Corners
// are mitred by the mean of the two normals: paths are smooth.
func (p *pen) stroke(path []pt, width, period float64, c ink) {
	half := math.Max(width*p.k, 1) / 2
	reach := half + 1
	along := 0.0
	n := len(path)
	for i, q := range path {
		a, b := path[max(i-1, 0)], path[min(i+1, n-1)]
		dx, dy := b.x-a.x, b.y-a.y
		l := math.Hypot(dx, dy)
		if l == 0 {
			dx, l = 1, 1
		}
		if i > 0 {
			along += p.k * math.Hypot(q.x-path[i-1].x, q.y-path[i-1].y)
		}
		nx, ny := -dy/l*reach, dx/l*reach
		p.at(q.x*p.k-nx, q.y*p.k-ny, -reach, half, along, period*p.k, c)
		p.at(q.x*p.k+nx, q.y*p.k+ny, reach, half, along, period*p.k, c)
		if i > 0 {
			p.join(len(p.v)-4, len(p.v)-2)
		}
	}
}

// disc fills a circle; ring strokes one, its outer edge at the radius.
func (p *pen) disc(x, y, radius float64, c ink) { p.round(x, y, radius, -1, c) }

func (p *pen) ring(x, y, radius, width float64, c ink) {
	p.round(x, y, radius, -math.Max(width*p.k, 1.01), c)
}

func (p *pen) round(x, y, radius, kind float64, c ink) {
	half := radius * p.k
	r := half + 1
	x, y = x*p.k, y*p.k
	p.at(x-r, y-r, -r, half, -r, kind, c)
	p.at(x+r, y-r, r, half, -r, kind, c)
	p.at(x-r, y+r, -r, half, r, kind, c)
	p.at(x+r, y+r, r, half, r, kind, c)
	p.quad()
}

// box fills a rectangle.
func (p *pen) box(x0, y0, x1, y1 float64, c ink) {
	p.at(x0*p.k, y0*p.k, 0, 1e6, 0, 0, c)
	p.at(x1*p.k, y0*p.k, 0, 1e6, 0, 0, c)
	p.at(x0*p.k, y1*p.k, 0, 1e6, 0, 0, c)
	p.at(x1*p.k, y1*p.k, 0, 1e6, 0, 0, c)
	p.quad()
}

// ellipse traces an ellipse into the pen's own path.
func (p *pen) ellipse(x, y, rx, ry float64) []pt {
	p.path = p.path[:0]
	for i := range 73 {
		a := float64(i) * math.Pi / 36
		p.path = append(p.path, pt{x + rx*math.Cos(a), y + ry*math.Sin(a)})
	}
	return p.path
}
