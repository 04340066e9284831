package stage

import (
	"fmt"
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/assets"
)

func imageRect(w, h int) image.Rectangle { return image.Rect(0, 0, w, h) }

// pass is a shader with the uniforms that it is drawn with. The map and its
// slices live as long as the stage and are written in place, so that a frame
// allocates nothing.
type pass struct {
	shader *ebiten.Shader
	opt    ebiten.DrawTrianglesShaderOptions
	values map[string][]float32
}

// newPass compiles shaders/name.kage, with common.kage appended where noisy.
func newPass(name string, noisy bool) (pass, error) {
	src, err := assets.Shaders.ReadFile("shaders/" + name + ".kage")
	if err != nil {
		return pass{}, err
	}
	if noisy {
		common, err := assets.Shaders.ReadFile("shaders/common.kage")
		if err != nil {
			return pass{}, err
		}
		src = append(append(src[:len(src):len(src)], '\n'), common...)
	}
	sh, err := ebiten.NewShader(src)
	if err != nil {
		return pass{}, fmt.Errorf("shaders/%s.kage: %w", name, err)
	}
	p := pass{shader: sh, values: map[string][]float32{}}
	p.opt.Uniforms = map[string]any{}
	return p, nil
}

// use gives the pass its texture.
func (p *pass) use(noise *ebiten.Image) { p.opt.Images[0] = noise }

// set writes a uniform. Inlined at all its calls it took 17 kB of the download.
//
//go:noinline
func (p *pass) set(name string, values ...float64) {
	s := p.values[name]
	if len(s) != len(values) {
		s = make([]float32, len(values))
		p.values[name] = s
		p.opt.Uniforms[name] = s
	}
	for i, v := range values {
		s[i] = finite(v)
	}
}

// color writes a colour's uniform.
func (p *pass) color(name string, c RGB) { p.set(name, float64(c[0]), float64(c[1]), float64(c[2])) }

// mesh is a reused list of triangles.
type mesh struct {
	v []ebiten.Vertex
	i []uint32
}

func (m *mesh) reset() { m.v, m.i = m.v[:0], m.i[:0] }

// vertex adds a corner with four free values and a colour.
func (m *mesh) vertex(x, y, c0, c1, c2, c3 float64, r, g, b, a float32) {
	m.v = append(m.v, ebiten.Vertex{
		DstX: finite(x), DstY: finite(y), ColorR: r, ColorG: g, ColorB: b, ColorA: a,
		Custom0: finite(c0), Custom1: finite(c1), Custom2: finite(c2), Custom3: finite(c3),
	})
}

// finite keeps what is no number, or beyond any screen, from the graphics card.
func finite(x float64) float32 {
	if x > -1e6 && x < 1e6 {
		return float32(x)
	}
	if x > 0 {
		return 1e6
	}
	if x < 0 {
		return -1e6
	}
	return 0
}

// quad joins the last four vertices, given in the order of a strip.
func (m *mesh) quad() { m.join(len(m.v)-4, len(m.v)-2) }

// join makes two triangles of the pairs at a and b.
func (m *mesh) join(a, b int) {
	i, j := uint32(a), uint32(b)
	m.i = append(m.i, i, i+1, j, i+1, j+1, j)
}

// rect adds a rectangle whose custom values run from (u0, v0) to (u1, v1).
func (m *mesh) rect(x0, y0, x1, y1, u0, v0, u1, v1 float64) {
	m.vertex(x0, y0, u0, v0, 0, 0, 1, 1, 1, 1)
	m.vertex(x1, y0, u1, v0, 0, 0, 1, 1, 1, 1)
	m.vertex(x0, y1, u0, v1, 0, 0, 1, 1, 1, 1)
	m.vertex(x1, y1, u1, v1, 0, 0, 1, 1, 1, 1)
	m.quad()
}

// add takes in all of another mesh.
func (m *mesh) add(o *mesh) {
	base := uint32(len(m.v))
	m.v = append(m.v, o.v...)
	for _, i := range o.i {
		m.i = append(m.i, base+i)
	}
}

func (m *mesh) draw(dst *ebiten.Image, p *pass) {
	if len(m.i) > 0 {
		dst.DrawTrianglesShader32(m.v, m.i, p.shader, &p.opt)
	}
}
