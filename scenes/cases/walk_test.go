package cases

import (
	"strconv"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/content"
	"taut/game/evidence"
	"taut/scenes/scenetest"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// open gives the scene with the program's own content.
func open(t testing.TB) *Scene {
	t.Helper()
	return New(Options{
		Words: must[*content.Words](t)(content.DecodeWords(assets.English)), Library: must[*evidence.Library](t)(evidence.DecodeLibrary(assets.Sources)),
		Atlas: must[*anatomy.Atlas](t)(anatomy.DecodeAtlas(assets.Atlas)), Screen: must[*anatomy.Screen](t)(anatomy.DecodeScreen(assets.Screen)),
		Book: must[*cases.Book](t)(cases.Decode(assets.Cases)),
	})
}

var do = scenetest.Do

// document gives the panel's nodes; no step but the last may be one of a recipe.
func document(t testing.TB, s *Scene) *goquery.Document {
	t.Helper()
	d := scenetest.Document(t, s)
	if s.at != nil {
		if m := anatomy.Measure(d.Find(".cases-step").Not(".step-result").Clone().Find(".proof, .cases-readings").Remove().End().Text()); m != "" {
			t.Errorf("%s at %s could be a step of a recipe: %q", s.at.ID, stepNames[s.rec.Step], m)
		}
	}
	return d
}

// Each of the steps of a case as a learner goes who does all of it rightly.
func meetIt(s *Scene) { do(s, "consent", "next") }

func findIt(s *Scene) {
	for m := range s.at.Felt {
		do(s, "muscle:"+strconv.Itoa(m), "place="+strconv.Itoa(s.at.Spot(m)), "press")
	}
	do(s, "next")
}

// visiting gives the scene with somebody who lies on the bench, the lab at a point open.
func visiting(t testing.TB, id, point string) *Scene {
	t.Helper()
	s := open(t)
	s.Open(id)
	meetIt(s)
	findIt(s)
	decideIt(s)
	do(s, "meet-harm", "point:"+point)
	return s
}

func decideIt(s *Scene) {
	for i := range s.at.Tried {
		do(s, "look:"+strconv.Itoa(i))
	}
	for i := range s.screen.Precautions {
		do(s, "ask:"+strconv.Itoa(i))
	}
	do(s, "end:"+string(s.at.End), "next")
}

// pass makes a pass in the lab that is open, as deep and towards the hour that the
// taught plan has, and lets it settle.
func pass(s *Scene, k int) {
	p := cases.Taught(s.lab().Session().Limb(), k)
	if k > 0 {
		do(s, "direction="+strconv.FormatFloat(p.Direction, 'f', 1, 64))
	}
	do(s, "pass")
	for n := 0; n < 1000 && !s.Steady(); n++ {
		s.Advance(50)
	}
}

func needleIt(s *Scene) {
	do(s, "meet-harm")
	for i := range s.sit().points {
		if s.outcome().Said {
			break
		}
		do(s, "point:"+strconv.Itoa(i))
		for k := range 10 {
			if s.outcome().Said {
				break
			}
			pass(s, k)
		}
		do(s, "stop", "point:leave")
	}
	do(s, "stop", "next")
}

func leaveIt(s *Scene) {
	for i, a := range s.book.Advice {
		do(s, "tell:"+strconv.Itoa(i)+"="+strconv.FormatBool(a.Right))
	}
	do(s, "left", "next")
}
