// Command toy is the smallest scene, for the host's own tests: a count, a bar
// that a pass moves for half a second, and a button that panics.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image/color"
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes"
	"taut/scenes/view"
	"taut/wasm/page"
)

func main() {
	page.Run(func(o page.Options) (scenes.Scene, page.Stage, error) {
		return &toy{seed: o.Seed, depth: "17", view: view.View{Still: o.Still}}, fill{}, nil
	})
}

// fill draws one colour that depends on the twitch.
type fill struct{}

func (fill) Warm(*ebiten.Image) {}

func (fill) Draw(dst *ebiten.Image, v *view.View) {
	dst.Fill(color.RGBA{uint8(50 + 100*v.Twitch), 20, 20, 255})
}

// toy counts passes; a pass twitches for 500 ms.
type toy struct {
	seed     uint64
	passes   int
	ms       float64 // since the start, of the scene's own time
	left     float64 // ms of the twitch
	depth    string
	keys     string // the keys used
	gesture  string // the last gesture on a zone
	revision int
	view     view.View
	labels   [1]view.Label
	effects  scenes.Effects
}

func (t *toy) Do(i scenes.Intent) {
	switch i.Do {
	case "pass":
		t.passes++
		t.left = 500
		t.effects.Say = append(t.effects.Say, fmt.Sprintf("Pass %d.", t.passes), "Twitch.")
	case "depth":
		t.depth = i.Value
	case "panic":
		panic("the toy was asked to")
	}
	t.changed()
}

// changed keeps the run and asks for new nodes.
func (t *toy) changed() {
	t.revision++
	t.effects.Save = binary.BigEndian.AppendUint32([]byte("toy"), uint32(t.passes))
}

func (t *toy) Key(name string, shift bool) bool {
	switch name {
	case "ArrowLeft":
		t.keys += "<"
	case "":
		t.keys += "^"
	default:
		return false
	}
	return true
}

func (t *toy) Point(p scenes.Pointer) {
	if p.Phase == scenes.Down {
		t.gesture = p.Zone
	}
	t.gesture += fmt.Sprintf(" %d@%.0f,%.0f", p.Phase, p.X, p.Y)
}

func (t *toy) Resize(w, h, dock float64) {
	t.view.Camera.W, t.view.Camera.H, t.view.Camera.Dock = w, h, dock
}

func (t *toy) Advance(ms float64) {
	t.ms += ms
	t.left = max(t.left-ms, 0)
}

func (t *toy) Steady() bool { return t.left == 0 }

func (t *toy) Lively() bool { return true }

func (t *toy) View() *view.View {
	t.view.Twitch = t.left / 500
	return &t.view
}

func (t *toy) Revision() int { return t.revision }

func (t *toy) Panel() g.Node {
	return g.Group{
		h.Main(h.H1(g.Text("Toy")),
			h.Div(h.ID("picture"),
				h.Div(h.ID("stage"), h.Role("application"), h.TabIndex("0"), h.Aria("label", "Stage")),
				h.Span(h.ID("knot"), g.Text("knot")),
				h.Div(h.ID("dock")),
			),
			h.P(g.El("output", h.Aria("label", "Passes"), h.Data("v", "0"))),
			h.P(g.El("output", h.Aria("label", "Time"), h.Data("v", "1"))),
			h.P(g.El("output", h.Aria("label", "Keys"), h.Data("v", "2"))),
			h.P(g.El("output", h.Aria("label", "Gesture"), h.Data("v", "3"))),
			h.P(g.El("output", h.Aria("label", "Seed"), h.Data("v", "4"))),
			h.P(g.El("output", h.Aria("label", "Motion"), h.Data("v", "5"))),
			h.Button(h.ID("pass"), h.Type("button"), h.Data("do", "pass"), g.Text("One pass")),
			h.Label(g.Text("Depth"), h.Input(h.ID("depth"), h.Type("range"), h.Min("0"), h.Max("30"), h.Value(t.depth), h.Data("do", "depth"))),
			g.El("details", h.ID("more"), g.El("summary", g.Text("More")), h.P(g.Text("More of the toy after pass "+strconv.Itoa(t.passes)))),
			h.Button(h.ID("panic"), h.Type("button"), h.Data("do", "panic"), g.Text("Panic")),
		),
	}
}

func (t *toy) AppendValues(b []byte) []byte {
	b = append(strconv.AppendInt(b, int64(t.passes), 10), '\n')
	b = append(strconv.AppendFloat(b, t.ms, 'f', 0, 64), '\n')
	b = append(append(b, t.keys...), '\n')
	b = append(append(b, t.gesture...), '\n')
	b = append(strconv.AppendUint(b, t.seed, 10), '\n')
	return append(strconv.AppendBool(b, t.view.Still), '\n')
}

func (t *toy) Labels() []view.Label {
	t.labels[0] = view.Label{Key: "knot", X: 10 + float64(t.passes), Y: 20, Shown: true}
	return t.labels[:]
}

func (t *toy) Effects() scenes.Effects {
	e := t.effects
	t.effects = scenes.Effects{}
	return e
}

func (t *toy) Restore(b []byte) error {
	if len(b) != 7 || string(b[:3]) != "toy" {
		return errors.New("toy: this is no run of the toy")
	}
	t.passes = int(binary.BigEndian.Uint32(b[3:]))
	return nil
}
