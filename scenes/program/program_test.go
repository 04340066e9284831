package program

import (
	"slices"
	"strings"
	"testing"

	g "maragu.dev/gomponents"

	"taut/scenes"
	"taut/scenes/view"
)

// toy is a scene that remembers what reached it.
type toy struct {
	name     string
	got      []string
	settings scenes.Settings
	rev      int
	out      scenes.Effects
	v        *view.View
	open     string
	size     [3]float64
}

func (t *toy) Do(in scenes.Intent) {
	t.got = append(t.got, in.Do)
	if theme, ok := strings.CutPrefix(in.Do, "theme:"); ok {
		t.settings.Theme = theme
		t.out.Save = []byte(theme)
	}
	t.rev++
}
func (t *toy) Key(name string, _ bool) bool { t.got = append(t.got, "key "+name); return true }
func (t *toy) Point(scenes.Pointer)         { t.got = append(t.got, "point") }
func (t *toy) Resize(w, h, dock float64)    { t.size = [3]float64{w, h, dock} }
func (t *toy) Advance(float64)              { t.got = append(t.got, "advance") }
func (t *toy) Steady() bool                 { return t.name == "lab" }
func (t *toy) Lively() bool                 { return false }
func (t *toy) View() *view.View             { return t.v }
func (t *toy) Revision() int                { return t.rev }
func (t *toy) Panel() g.Node                { return g.Text(t.name) }
func (t *toy) AppendValues(b []byte) []byte { return append(b, t.name...) }
func (t *toy) Labels() []view.Label         { return nil }
func (t *toy) Restore(b []byte) error       { t.got = append(t.got, "restore "+string(b)); return nil }
func (t *toy) Settings() scenes.Settings    { return t.settings }
func (t *toy) Set(s scenes.Settings)        { t.settings = s }
func (t *toy) Name() string                 { return t.name }
func (t *toy) Place() string                { return t.open }
func (t *toy) Effects() (e scenes.Effects)  { e, t.out = t.out, scenes.Effects{}; return e }
func (t *toy) Open(place string) bool {
	if place == "nowhere" {
		return false
	}
	t.open = place
	return true
}

func twoScenes() (*Program, *toy, *toy) {
	home, room := &toy{name: "lab", v: &view.View{}}, &toy{name: "cases"}
	home.settings.Theme = "dark"
	return New(home, room), home, room
}

func TestPlacesOpenScenes(t *testing.T) {
	p, home, room := twoScenes()
	for _, c := range []struct {
		place, now string
		ok         bool
	}{
		{"", "lab", true}, {"cases", "cases", true}, {"cases/heel", "cases/heel", true},
		{"cases/nowhere", "cases/heel", false}, {"quiz", "cases/heel", false}, {"lab/nowhere", "cases/heel", false}, {"lab", "lab", true},
	} {
		if ok := p.Go(c.place); ok != c.ok || p.Place() != c.now {
			t.Errorf("Go(%q) = %v at %q, want %v at %q", c.place, ok, p.Place(), c.ok, c.now)
		}
	}
	p.Do(scenes.Intent{Do: "scene", Value: "cases"})
	p.Do(scenes.Intent{Do: "pass"})
	p.Key("a", false)
	p.Advance(5)
	if !slices.Equal(room.got, []string{"pass", "key a", "advance"}) || len(home.got) > 0 {
		t.Errorf("the open scene got %q, the other one %q", room.got, home.got)
	}
	if p.Steady() || string(p.AppendValues(nil)) != "cases" {
		t.Error("the page does not show the open scene")
	}
}

// A new scene always makes a new document, whatever its own revision was.
func TestEveryChangeRaisesTheRevision(t *testing.T) {
	p, home, room := twoScenes()
	home.rev, room.rev = 4, 4
	was := p.Revision()
	step := func(what string, f func()) {
		t.Helper()
		f()
		if r := p.Revision(); r <= was {
			t.Errorf("%s: revision %d after %d", what, r, was)
		}
		was = p.Revision()
	}
	step("another scene", func() { p.Go("cases") })
	step("an act in it", func() { p.Do(scenes.Intent{Do: "x"}) })
	step("back home", func() { p.Go("lab") })
	if p.Go("lab"); p.Revision() != was {
		t.Error("going where one is makes the document anew")
	}
}

// The lab keeps the settings; the open scene follows them, and both saves are kept.
func TestSettingsHoldEverywhere(t *testing.T) {
	p, home, room := twoScenes()
	p.Resize(300, 200, 10)
	p.Go("cases")
	if room.size != [3]float64{300, 200, 10} {
		t.Errorf("the scene that is entered has the size %v", room.size)
	}
	room.out.Save = []byte("case")
	p.Do(scenes.Intent{Do: "theme:light"})
	if home.settings.Theme != "light" || room.settings.Theme != "light" {
		t.Errorf("the themes are %q and %q", home.settings.Theme, room.settings.Theme)
	}
	e := p.Effects()
	if string(e.Save) != "light" || len(e.Kept) != 1 || e.Kept[0].Name != "cases" || string(e.Kept[0].Data) != "case" {
		t.Errorf("kept are %q and %v", e.Save, e.Kept)
	}
	if e = p.Effects(); e.Save != nil || e.Kept != nil {
		t.Error("the same is kept twice")
	}
	if err := p.RestoreNamed("cases", []byte("b")); err != nil || room.got[len(room.got)-1] != "restore b" {
		t.Errorf("the save reached %q", room.got)
	}
}

// A scene without a picture has none: the lab's is not drawn behind it.
func TestNothingIsDrawnBehindAPage(t *testing.T) {
	p, home, _ := twoScenes()
	if p.View() != home.v {
		t.Error("the lab has another view")
	}
	if p.Go("cases"); p.View() != nil {
		t.Error("the lab is drawn behind a page")
	}
}
