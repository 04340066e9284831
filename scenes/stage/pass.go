package stage

import (
	"fmt"
	"image"
	"strings"
	"sync"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/tinylib/msgp/msgp"

	"taut/assets"
)

func imageRect(w, h int) image.Rectangle { return image.Rect(0, 0, w, h) }

// pass is a shader with the uniforms that it is drawn with. They live as long as
// the stage and are written in place, so that a frame allocates nothing.
type pass struct {
	shader *ebiten.Shader
	opt    ebiten.DrawTrianglesShaderOptions
	values map[string][]float32 // each a part of the one array that is handed over
}

// kage gives the sources of the shaders by name.
var kage = sync.OnceValues(func() (map[string]string, error) {
	n, rest, err := msgp.ReadMapHeaderBytes(assets.Kage)
	sources := make(map[string]string, n)
	for range n {
		var name, text string
		if name, rest, err = msgp.ReadStringBytes(rest); err != nil {
			return nil, err
		}
		if text, rest, err = msgp.ReadStringBytes(rest); err != nil {
			return nil, err
		}
		sources[name] = text
	}
	return sources, err
})

// newPass compiles the shader of a name together with the sources that it shares
// with others.
func newPass(name string, shared ...string) (pass, error) {
	sources, err := kage()
	if err != nil {
		return pass{}, fmt.Errorf("shaders/kage.msgp: %w", err)
	}
	var src strings.Builder
	for _, file := range append([]string{name}, shared...) {
		text, ok := sources[file]
		if !ok {
			return pass{}, fmt.Errorf("shaders/%s.kage is missing", file)
		}
		src.WriteString(text)
	}
	text, uniforms, floats, err := gather(src.String())
	if err != nil {
		return pass{}, fmt.Errorf("shaders/%s.kage: %w", name, err)
	}
	sh, err := ebiten.NewShader([]byte(text))
	if err != nil {
		return pass{}, fmt.Errorf("shaders/%s.kage: %w", name, err)
	}
	p := pass{shader: sh, values: map[string][]float32{}}
	if floats > 0 {
		all := make([]float32, floats)
		for _, u := range uniforms {
			p.values[u.name] = all[u.at : u.at+u.n : u.at+u.n]
		}
		p.opt.Uniforms = map[string]any{"U": all}
	}
	return p, nil
}

// use gives the pass its texture.
func (p *pass) use(noise *ebiten.Image) { p.opt.Images[0] = noise }

// set writes a uniform. One that the shader does not have in this size is a
// programmer's mistake. Inlined at all its calls it took 17 kB of the download.
//
//go:noinline
func (p *pass) set(name string, values ...float64) {
	s := p.values[name]
	if len(s) != len(values) {
		panic(fmt.Sprintf("stage: the uniform %s has %d values, not %d", name, len(s), len(values)))
	}
	for i, v := range values {
		s[i] = finite(v)
	}
}

// color writes a colour's uniform.
func (p *pass) color(name string, c RGB) { p.set(name, float64(c[0]), float64(c[1]), float64(c[2])) }

// kind is which part of over.kage a corner belongs to.
type kind float32

const (
	inkKind kind = iota
	vesselKind
	fingerKind
	needleKind
	lensKind
)

// mesh is a reused list of triangles.
type mesh struct {
	v    []ebiten.Vertex
	i    []uint32
	kind kind // of the corners that are added from now on
}

func (m *mesh) reset() { m.v, m.i, m.kind = m.v[:0], m.i[:0], inkKind }

// vertex adds a corner with four free values and a colour.
func (m *mesh) vertex(x, y, c0, c1, c2, c3 float64, r, g, b, a float32) {
	m.v = append(m.v, ebiten.Vertex{
		DstX: finite(x), DstY: finite(y), SrcX: float32(m.kind), ColorR: r, ColorG: g, ColorB: b, ColorA: a,
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
