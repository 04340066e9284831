package site

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/muscle"
	"taut/scenes/view"
)

func atlas(t *testing.T) *anatomy.Atlas {
	a := new(anatomy.Atlas)
	load(t, "anatomy.toml", a)
	return a
}

func screen(t *testing.T) *anatomy.Screen {
	s := new(anatomy.Screen)
	load(t, "precautions.toml", s)
	return s
}

func book(t *testing.T) *cases.Book {
	b := new(cases.Book)
	load(t, "cases.toml", b)
	return b
}

// TestCompiledContentIsTaken: what is checked in compiled is read back as it was
// written.
func TestCompiledContentIsTaken(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(root, "assets", "content", name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	a, err := anatomy.DecodeAtlas(read("anatomy.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := anatomy.DecodeScreen(read("precautions.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := evidence.DecodeLibrary(read("sources.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := cases.Decode(read("cases.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{cmp.Diff(book(t), b), cmp.Diff(atlas(t), a), cmp.Diff(screen(t), s), cmp.Diff(library(t), l)} {
		if d != "" {
			t.Error(d)
		}
	}
}

// TestEveryIDResolves: sources and claims of the anatomy are in the library.
func TestEveryIDResolves(t *testing.T) {
	l := library(t)
	if err := atlas(t).Resolve(l); err != nil {
		t.Error(err)
	}
	if err := screen(t).Resolve(l); err != nil {
		t.Error(err)
	}
	if err := book(t).Resolve(atlas(t), screen(t)); err != nil {
		t.Error(err)
	}
	for _, c := range book(t).Advice {
		if err := l.Resolve(c.ID, c.Basis.Sources); err != nil {
			t.Error(err)
		}
	}
}

// TestArticlesConditions: the article's nine pains are there, each with muscles,
// with what the article tries first, and with somebody to refer.
func TestArticlesConditions(t *testing.T) {
	a := atlas(t)
	var got []string
	used := map[string]bool{}
	for _, c := range a.Conditions {
		got = append(got, c.ID)
		first := strings.ToLower(strings.Join(c.First, " "))
		if !strings.Contains(first, "stretching") || !strings.Contains(first, "heat") || !strings.Contains(first, "exercise") {
			t.Errorf("%s begins with %q: not what the article tries first", c.ID, first)
		}
		if len(c.Feeders) < 3 || len(c.Findings) == 0 || len(c.Claims) == 0 {
			t.Errorf("%s has %d muscles, %d findings, %d claims", c.ID, len(c.Feeders), len(c.Findings), len(c.Claims))
		}
		for _, f := range c.Feeders {
			used[f.Muscle] = true
		}
	}
	want := strings.Fields("back-pain neck-pain like-sciatica muscle-strain knee-pain hip-pain shoulder-pain rotator-cuff plantar-fasciitis")
	if !slices.Equal(got, want) {
		t.Errorf("conditions %v, want %v", got, want)
	}
	hazards := map[string]bool{}
	for _, m := range a.Muscles {
		if !used[m.ID] {
			t.Errorf("%s feeds no condition", m.ID)
		}
		for _, h := range m.Hazards {
			hazards[h] = true
		}
	}
	for _, h := range a.Hazards {
		if !hazards[h.ID] {
			t.Errorf("%s endangers no muscle", h.ID)
		}
		if !strings.Contains(h.Bodies, anatomy.NoDepth) {
			t.Errorf("%s does not say that no depth is safe", h.ID)
		}
	}
	// Pain away from its source, and lung, nerve, vessel and kidney are met.
	for _, kind := range []anatomy.Kind{anatomy.Lung, anatomy.Vessel, anatomy.Nerve, anatomy.Kidney, anatomy.Cord, anatomy.Joint} {
		if !slices.ContainsFunc(a.Hazards, func(h anatomy.Hazard) bool { return h.Kind == kind }) {
			t.Errorf("no hazard of kind %s", kind)
		}
	}
}

// TestScreenHoldsTheLists: what a clinician's screen must hold, on its side.
func TestScreenHoldsTheLists(t *testing.T) {
	s := screen(t)
	for answer, want := range map[anatomy.Answer]string{
		anatomy.DoNot:  "no-consent cannot-consent needle-fear acute-illness infected-skin lymphoedema",
		anatomy.Ask:    "bleeding weak-immunity pregnancy children implants metal-allergy epilepsy diabetes surgery cancer fainting",
		anatomy.Urgent: "chest-pain new-weakness numb-saddle fever bad-fall",
	} {
		var got []string
		for _, p := range s.Of(answer) {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", answer, got)
		}
	}
}

// step are the facts of a recipe.
type step struct{ landmark, needle, depth bool }

// steps gives which facts of a recipe stand in v: fields that hold one, and
// lengths in its texts, which may be any of the three.
func steps(v any) step {
	var s step
	walk("", reflect.ValueOf(v), func(path string, x reflect.Value) {
		field := strings.ToLower(path[strings.LastIndex(path, ".")+1:])
		filled := !x.IsZero()
		switch x.Kind() {
		case reflect.Slice:
			filled = x.Len() > 0
		case reflect.String:
			if anatomy.Measure(x.String()) != "" && !(strings.HasSuffix(path, ".Bodies") && strings.Contains(x.String(), anatomy.NoDepth)) {
				s = step{true, true, true}
			}
		}
		if !filled {
			return
		}
		switch field {
		case "landmark", "site", "entry", "position":
			s.landmark = true
		case "needle", "gauge", "width":
			s.needle = true
		case "depth", "layers":
			s.depth = true
		}
		if x.Type() == reflect.TypeFor[anatomy.Technique]() || x.Type() == reflect.TypeFor[anatomy.Supplement]() {
			s = step{true, true, true}
		}
	})
	return s
}

// TestNoRecipe: of where on the skin, which needle and how deep, what is open by
// default knows at most how thick layers are; nothing in all of it, a muscle's
// record and its conditions' put side by side, comes to two.
func TestNoRecipe(t *testing.T) {
	a, s, l := atlas(t), screen(t), library(t)
	if got := steps(a); got != (step{depth: true}) {
		t.Errorf("the atlas as a whole: %+v", got)
	}
	for name, v := range map[string]any{"precautions": s, "sources": l} {
		if got := steps(v); got != (step{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, m := range a.Muscles {
		if got := steps(m); got.landmark || got.needle {
			t.Errorf("%s: %+v", m.ID, got)
		}
	}
	// The walk finds what it is for.
	mm := evidence.Range{Lo: 1, At: 1, Hi: 1, Unit: "mm"}
	for name, v := range map[string]any{
		"a technique":  anatomy.Technique{Muscle: "toy"},
		"a length":     anatomy.Muscle{Plain: "It lies 2 cm below the edge."},
		"bare danger":  anatomy.Hazard{Bodies: "The lung is 3 cm deep."},
		"two fields":   struct{ Landmark, Depth evidence.Range }{mm, mm},
		"needle alone": struct{ Gauge evidence.Range }{mm},
	} {
		if got := steps(v); got == (step{}) {
			t.Errorf("%s is not found", name)
		}
	}
}

// TestAnatomyReadsWell: reading grade 9, no word of readiness, no safe depth.
func TestAnatomyReadsWell(t *testing.T) {
	for _, v := range []any{atlas(t), screen(t)} {
		for path, text := range prose(v) {
			if err := faults(text); err != nil {
				t.Errorf("%s %v: %s", path, err, text)
			}
		}
	}
}

// TestPlacesLieOnTheFigure: each place's middle is on the figure that the stage
// draws, and the axes are its axes.
func TestPlacesLieOnTheFigure(t *testing.T) {
	if anatomy.FigureTall != view.FigureTall {
		t.Errorf("the figure is %v mm tall, not %v", view.FigureTall, anatomy.FigureTall)
	}
	cones := view.Figure()
	a := atlas(t)
	n := 0
	walk("", reflect.ValueOf(a), func(path string, v reflect.Value) {
		if v.Type() != reflect.TypeFor[anatomy.Spot]() {
			return
		}
		n++
		s := v.Interface().(anatomy.Spot)
		far := math.Inf(1)
		for _, c := range cones {
			dx, dy := c.X1-c.X0, c.Y1-c.Y0
			at := math.Min(1, math.Max(0, ((s.X-c.X0)*dx+(s.Y-c.Y0)*dy)/math.Max(dx*dx+dy*dy, .01)))
			far = math.Min(far, math.Hypot(s.X-c.X0-at*dx, s.Y-c.Y0-at*dy)-(c.R0+(c.R1-c.R0)*at))
		}
		if far > 0 {
			t.Errorf("%s: %+v lies %.0f mm beside the figure", path, s, far)
		}
	})
	if n < 2*len(a.Muscles) {
		t.Errorf("only %d places", n)
	}
}

// TestTwitchesAreTheModels: where the lab has a fibre, the anatomy names the same.
func TestTwitchesAreTheModels(t *testing.T) {
	a := atlas(t)
	for id, f := range map[string]muscle.Fibre{
		"motor-unit": muscle.MedianMotorUnit, "calf": muscle.TricepsSurae, "trapezius": muscle.Trapezius, "infraspinatus": muscle.Infraspinatus,
	} {
		w, ok := a.Twitch(id)
		if !ok || math.Abs(w.Time.At/1000-f.ContractionTime()) > 1e-9 || w.Ratio.At != f.Ratio() {
			t.Errorf("%s twitches in %v ms at %v, the model in %v s at %v", id, w.Time.At, w.Ratio.At, f.ContractionTime(), f.Ratio())
		}
	}
}

// TestBuildHoldsTogether: in the leg model force is area times 61 N/cm2, so a
// slip of the pen in either shows.
func TestBuildHoldsTogether(t *testing.T) {
	checked := 0
	for _, m := range atlas(t).Muscles {
		for _, h := range m.Heads {
			if h.Area == 0 {
				continue
			}
			checked++
			if q := h.Force / h.Area; math.Abs(q-61) > .5 {
				t.Errorf("%s, %s: %.1f N/cm2", m.ID, h.Name, q)
			}
		}
	}
	if checked < 5 {
		t.Errorf("only %d builds have an area", checked)
	}
}

// TestNineCases: there is a case for each of the article's pains, at least three of
// them end rightly without a needle, and every end but one occurs.
func TestNineCases(t *testing.T) {
	b, a := book(t), atlas(t)
	without := 0
	for _, c := range a.Conditions {
		n := 0
		for _, k := range b.Cases {
			if k.Condition == c.ID {
				n++
				if k.End != cases.Needle {
					without++
				}
			}
		}
		if n != 1 {
			t.Errorf("%s has %d cases", c.ID, n)
		}
	}
	if len(b.Cases) != 9 || without < 3 {
		t.Errorf("%d cases, %d of them end without a needle", len(b.Cases), without)
	}
	for _, e := range cases.Ends() {
		if !slices.ContainsFunc(b.Cases, func(c cases.Case) bool { return c.End == e }) {
			t.Errorf("no case ends with %q", e)
		}
	}
}
