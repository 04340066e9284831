package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/assets"
	"taut/game/content"
	"taut/game/evidence"
	"taut/game/session"
	"taut/scenes/scenetest"
)

func open(t testing.TB) *Scene {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := evidence.DecodeLibrary(assets.Sources)
	if err != nil {
		t.Fatal(err)
	}
	return New(Options{Words: w, Library: lib})
}

var (
	do       = scenetest.Do
	document = scenetest.Document
)

// Each arrow that is cut changes a station at some moment, is told with its lesson,
// and rests on a claim of the library; no text is missing.
func TestEveryArrowDoesSomething(t *testing.T) {
	for i, a := range arrows {
		changed := false
		for _, when := range whenNames {
			s := open(t)
			do(s, "when:"+when, fmt.Sprintf("cut:%d", i), fmt.Sprintf("arrow:%d", i))
			for k := range stations {
				changed = changed || s.loop.differs(k)
			}
			d := document(t, s)
			if d.Find("#evidence-circle .cut").Length() != 1 {
				t.Errorf("%s: no arrow is drawn as cut", a.name)
			}
			if said := d.Find("#evidence-happened").Text(); !strings.HasPrefix(said, s.t("lesson."+a.name)) {
				t.Errorf("%s: it says %q", a.name, said)
			}
			if card := d.Find("#card-" + a.name); card.Find("a[href^='#evidence/source/']").Length() == 0 {
				t.Errorf("the card of %s names no source", a.name)
			}
		}
		if !changed {
			t.Errorf("to cut %s changes nothing that is seen at any moment", a.name)
		}
	}
}

// Without the reflex ten passes leave the band as tight as before and no twitch
// comes; with it the band has let go.
func TestCutTheReflex(t *testing.T) {
	s := open(t)
	tight := s.loop.now[contraction]
	do(s, "when:minutes")
	if s.loop.now[twitch] == 0 || s.loop.now[contraction] > tight/2 {
		t.Errorf("with all arrows %v twitches leave a pull of %v, before %v", s.loop.now[twitch], s.loop.now[contraction], tight)
	}
	do(s, "cut:8")
	if s.loop.now[twitch] != 0 || s.loop.now[contraction] < .95*tight {
		t.Errorf("without the reflex %v twitches leave a pull of %v, before %v", s.loop.now[twitch], s.loop.now[contraction], tight)
	}
}

// The circle of nothing cut is that of the model's own rest.
func TestWholeCircleIsTheModel(t *testing.T) {
	s := open(t)
	if s.loop.now != s.loop.whole {
		t.Error("with nothing cut the circle is not the whole one")
	}
	if n := s.loop.now[leak]; n < 21 || n > 23 {
		t.Errorf("an active point shows %v µV of noise, want about 22", n)
	}
}

// Undo goes back cut by cut, Mend all is one step of it, and a switch's own value
// counts, not how often it was pressed.
func TestUndoAndMend(t *testing.T) {
	s := open(t)
	do(s, "cut:1=false", "cut:1=false", "cut:4", "whole")
	if s.loop.cut != 0 {
		t.Errorf("after Mend all %b is cut", s.loop.cut)
	}
	for _, want := range []uint16{1<<1 | 1<<4, 1 << 1, 1 << 1, 0, 0} {
		if do(s, "undo"); s.loop.cut != want {
			t.Errorf("undo leaves %b, want %b", s.loop.cut, want)
		}
	}
}

// Every place that a card links to is there, opens its record, and no other does.
func TestEveryRecordHasAPlace(t *testing.T) {
	s := open(t)
	var places []string
	for _, c := range s.lib.Claims {
		places = append(places, "claim/"+c.ID)
	}
	for _, d := range s.lib.Differences {
		places = append(places, "article/"+d.ID)
	}
	for _, c := range s.lib.Sources {
		places = append(places, "source/"+c.ID)
	}
	for _, p := range places {
		if !s.Open(p) || s.Place() != p {
			t.Fatalf("%s opens %q", p, s.Place())
		}
		id := strings.Replace(p, "/", "-", 1)
		if e := s.Effects(); e.Show != id {
			t.Errorf("%s shows %q", p, e.Show)
		}
	}
	d := document(t, s)
	if d.Find("details[open]").Length() != 1 {
		t.Errorf("%d records are open", d.Find("details[open]").Length())
	}
	for _, p := range []string{"claim/none", "source/soreness", "loop/x", "nowhere", "numbers/kA"} {
		if was := s.Place(); s.Open(p) || s.Place() != was {
			t.Errorf("%s opens", p)
		}
	}
	for _, p := range pages {
		if !s.Open(p) {
			t.Errorf("%s does not open", p)
		}
		document(t, s)
	}
}

// The links of every page lead to places that are there.
func TestLinksLeadSomewhere(t *testing.T) {
	s := open(t)
	for _, p := range pages {
		s.Open(p)
		document(t, s).Find("a[href^='#evidence/']").Each(func(_ int, a *goquery.Selection) {
			if to := strings.TrimPrefix(a.AttrOr("href", ""), "#evidence/"); !open(t).Open(to) {
				t.Errorf("%s links to %s", p, to)
			}
		})
	}
}

// A search finds by author, year, number and what was shown, in either case, and
// says how many; what nothing has gives none and breaks nothing.
func TestFindASource(t *testing.T) {
	s := open(t)
	s.Open("sources")
	all := len(s.matching())
	for find, want := range map[string]int{"gattie": 1, "28158962": 1, "LIDOCAINE": -1, "": all, "zebra": 0} {
		do(s, "find="+find)
		n := len(s.matching())
		if n != want && (want != -1 || n == 0 || n == all) {
			t.Errorf("%q finds %d of %d", find, n, all)
		}
		if d := document(t, s).Find("details"); d.Length() != n {
			t.Errorf("%q lists %d of %d", find, d.Length(), n)
		}
	}
}

// Every number of the model stands on the page of numbers, with a kind and with
// what it rests on.
func TestEveryNumberIsListed(t *testing.T) {
	s := open(t)
	s.Open("numbers")
	want := 0
	for _, c := range tables {
		want += len(c.of)
	}
	rows := document(t, s).Find("tbody tr")
	if rows.Length() != want || want < 150 {
		t.Errorf("%d rows of %d numbers", rows.Length(), want)
	}
	rows.Each(func(_ int, r *goquery.Selection) {
		r.Find("td").Each(func(_ int, c *goquery.Selection) {
			if c.Text() == "" {
				t.Errorf("an empty cell in %q", r.Text())
			}
		})
	})
}

func TestKeptAndRefused(t *testing.T) {
	s := open(t)
	do(s, "cut:8", "cut:0", "when:days")
	kept := s.Effects().Save
	r := open(t)
	if err := r.Restore(kept); err != nil || r.loop.cut != s.loop.cut || r.loop.now != s.loop.now {
		t.Errorf("%v became %v (%v)", s.loop.cut, r.loop.cut, err)
	}
	for name, b := range map[string][]byte{"nothing": nil, "noise": []byte("nonsense"), "a cut that is none": {1, 0, 255, 0}, "a moment that is none": {1, 0, 0, 9}} {
		if err := open(t).Restore(b); err == nil {
			t.Errorf("%s is taken up", name)
		}
	}
	if err := open(t).Restore([]byte{2, 0, 0, 0}); err != session.ErrNewer {
		t.Errorf("a newer save gives %v", err)
	}
}

// FuzzRestore holds that no bytes break the scene.
func FuzzRestore(f *testing.F) {
	f.Add([]byte{1, 3, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		s := New(Options{})
		if s.Restore(b) == nil {
			if e := s.Effects(); e.Save != nil {
				t.Fatal("a restored circle is kept anew")
			}
			s.dirty = true
			if got := s.Effects().Save; string(got) != string(b) {
				t.Fatalf("%v is kept as %v", b, got)
			}
		}
	})
}

// What was refused on one page does not stand on the next.
func TestARefusalStaysOnItsPage(t *testing.T) {
	s := open(t)
	if do(s, "bogus"); s.notice == "" {
		t.Fatal("nothing is refused")
	}
	if s.Open("claims"); s.notice != "" {
		t.Errorf("it still says %q", s.notice)
	}
}
