package lab

import (
	"strings"
	"testing"

	g "maragu.dev/gomponents"

	"taut/game/course"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes"
)

func guest(t testing.TB, kind trigger.Kind) *Guest {
	t.Helper()
	u := NewGuest(Options{Words: words(t), Still: true}, session.New(session.Options{Seed: 5, Kind: kind, Mode: course.Responder}))
	u.Head = func() g.Node { return g.Text("a task of its own") }
	u.Resize(800, 500, 0)
	return u
}

// A guest keeps the run that it was given: no control changes the kind of point or
// the person, nor does one of a saved lab.
func TestAGuestKeepsItsRun(t *testing.T) {
	u := guest(t, trigger.Latent)
	u.Do(scenes.Intent{Do: "pass"})
	for _, in := range []string{"kind:healthy", "another"} {
		u.Do(scenes.Intent{Do: in})
		if o := u.Run().Options(); o.Kind != trigger.Latent || o.Seed != 5 || len(u.Run().Passes()) != 1 {
			t.Errorf("after %s the run is %+v with %d passes", in, o, len(u.Run().Passes()))
		}
	}
	kept := u.Effects().Save
	again := guest(t, trigger.Latent)
	if err := again.Restore(kept); err != nil || len(again.Run().Passes()) != 1 {
		t.Errorf("%d passes come back (%v)", len(again.Run().Passes()), err)
	}
	other := guest(t, trigger.Active)
	if err := other.Restore(kept); err != nil || other.Run().Options().Kind != trigger.Active {
		t.Errorf("the run of another becomes the guest's (%v)", err)
	}
	var b strings.Builder
	if err := u.Panel().Render(&b); err != nil {
		t.Fatal(err)
	}
	if html := b.String(); !strings.Contains(html, "a task of its own") || strings.Contains(html, `data-do="another"`) || strings.Contains(html, `data-do="kind:`) {
		t.Error("the head is missing, or the person can be changed")
	}
}

// A played run begins at its start and holds at its last moment.
func TestAGuestPlaysARun(t *testing.T) {
	u := guest(t, trigger.Active)
	for range 3 {
		u.Do(scenes.Intent{Do: "pass"})
		u.Run()
	}
	end := u.play.Now()
	u.Watch()
	if u.Passed() != 0 || !u.Watching() || u.Steady() {
		t.Fatalf("%d passes at the start", u.Passed())
	}
	seen := 0
	for range 4000 {
		u.AdvanceWatch(50)
		seen = max(seen, u.Passed())
		if !u.Watching() {
			break
		}
	}
	if u.Watching() || seen != 3 || u.Passed() != 3 || u.play.Now() != end || len(u.play.Actions()) != 3 {
		t.Errorf("it plays %v, %d passes were seen, it stands at %d of %d", u.Watching(), seen, u.play.Now(), end)
	}
}

// What lies under a pointer has one of the names that are listed.
func TestAGuestNamesParts(t *testing.T) {
	u := guest(t, trigger.Active)
	names := strings.Join(u.PartNames(), " ")
	hits := map[string]bool{}
	for x := 10.0; x < 800; x += 20 {
		for y := 10.0; y < 500; y += 20 {
			if p := u.PartAt(scenes.Pointer{X: x, Y: y}); p != "" {
				hits[p] = true
				if !strings.Contains(names, p) {
					t.Fatalf("%s is hit and not listed in %s", p, names)
				}
			}
		}
	}
	if !hits["knot"] || !hits["taut-band"] {
		t.Errorf("hit are %v", hits)
	}
}
