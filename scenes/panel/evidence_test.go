package panel

import (
	"strings"
	"testing"

	"taut/assets"
	"taut/game/content"
	"taut/game/evidence"
)

func shelf(t *testing.T) (*content.Words, *evidence.Library) {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	l, err := evidence.DecodeLibrary(assets.Sources)
	if err != nil {
		t.Fatal(err)
	}
	return w, l
}

// Every claim of the library makes a whole card: a strength, a kind, and a
// source or what it rests on without one; each source leads to its own place.
func TestEveryClaimMakesACard(t *testing.T) {
	w, l := shelf(t)
	for _, c := range l.Claims {
		d := parse(t, Card{Key: c.ID, Title: c.Name, Proof: Evidence(w, l, c.ID)}.Node())
		text := d.Text()
		if missing := content.Missing(text); len(missing) > 0 {
			t.Errorf("%s lacks %v", c.ID, missing)
		}
		if !strings.Contains(text, w.T("evidence.grade."+c.Grade.String())) {
			t.Errorf("%s does not say %s", c.ID, c.Grade)
		}
		for _, id := range append(c.Sources, c.Against...) {
			if d.Find(`a[href="#evidence/source/`+id+`"]`).Length() != 1 {
				t.Errorf("%s does not lead to %s once", c.ID, id)
			}
		}
		if len(c.Sources) == 0 && !strings.Contains(text, c.Note) {
			t.Errorf("%s says nothing of what it rests on", c.ID)
		}
		if len(c.Against) == 0 && !strings.Contains(text, w.T("evidence.nobody")) {
			t.Errorf("%s does not say who disagrees", c.ID)
		}
	}
	if d := parse(t, Card{Proof: Evidence(w, l, "no-such")}.Node()); d.Find(".proof").Length() != 0 {
		t.Error("a claim was made up")
	}
	if d := parse(t, Card{Proof: Evidence(w, nil, "noise")}.Node()); d.Find(".proof").Length() != 0 {
		t.Error("a library was made up")
	}
}

func TestMarksArePlainWords(t *testing.T) {
	w, l := shelf(t)
	for want, b := range map[string]evidence.Basis{
		"measured in people":                       {Mark: evidence.Found, Sources: []string{"chou-2009"}},
		"measured in animals":                      {Mark: evidence.Found, Sources: []string{"liu-2017"}},
		"measured in people and in animals":        {Mark: evidence.Found, Sources: []string{"liu-2017", "abbaszadeh-2017"}},
		"a theory; nothing was measured":           {Mark: evidence.Found, Sources: []string{"simons-2001"}},
		"from a guideline or a teaching text":      {Mark: evidence.Found, Sources: []string{"aap-2015"}},
		"chosen for teaching":                      {Mark: evidence.Teaching},
		"from the article":                         {Mark: evidence.Seed, Sources: []string{"article"}},
		"derived: worked out from measured values": {Mark: evidence.Derived, Sources: []string{"chou-2009"}},
	} {
		if got := MarkWords(w, l, b); got != want {
			t.Errorf("%v reads %q, not %q", b, got, want)
		}
	}
}

func TestStrengthHasAShapeAndAWord(t *testing.T) {
	w, _ := shelf(t)
	for _, c := range []struct {
		from, to         evidence.Grade
		text             string
		full, half, cuts int
	}{
		{evidence.Strong, 0, "strong", 3, 0, 0}, {evidence.Moderate, evidence.Strong, "moderate to strong", 2, 1, 0},
		{evidence.Weak, 0, "weak", 1, 0, 0}, {evidence.Contested, 0, "contested", 0, 0, 3},
	} {
		d := parse(t, Strength(w, c.from, c.to))
		if d.Text() != c.text || d.Find(".full").Length() != c.full || d.Find(".half").Length() != c.half || d.Find(".cut").Length() != c.cuts {
			h, _ := d.Html()
			t.Errorf("%s to %s: %s", c.from, c.to, h)
		}
	}
}
