package lab

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/game/content"
	"taut/scenes"
	"taut/scenes/view"
)

// anchored are the keys of what has a place in a level's picture; the band's
// places are the scene's labels.
func anchored(level view.Level) []view.Anchor {
	switch level {
	case view.BodyLevel:
		return append(view.BackParts(1000), view.BodyParts...)
	case view.MuscleLevel:
		return view.MuscleParts
	case view.FibreLevel:
		return view.FibreParts
	case view.SarcomereLevel:
		return view.SarcomereParts(nil, view.Inner{Knot: 1.4, Rest: 2.8, Healthy: true})
	case view.EndplateLevel:
		return view.EndplateParts
	}
	return nil
}

// chapters are the parts that are listed, by the key of their texts.
func chapters() map[string][]row {
	m := map[string][]row{"scan": scanRows}
	for level := range view.Levels {
		m[level.String()] = partRows[level]
	}
	return m
}

// What can be tapped is in the list, once.
func TestEveryPlaceOfThePictureIsAPart(t *testing.T) {
	for level := range view.Levels {
		listed := map[string]int{}
		for _, r := range partRows[level] {
			listed[r.key]++
		}
		for key, n := range listed {
			if n != 1 {
				t.Errorf("%v lists %q %d times", level, key, n)
			}
		}
		for _, a := range anchored(level) {
			if listed[a.Key] == 0 {
				t.Errorf("%v draws %q but does not list it", level, a.Key)
			}
		}
	}
}

// Every part has its name, one sentence, a mark that there is, and a source; and
// no text is left over.
func TestPartsHaveTheirTexts(t *testing.T) {
	w := words(t)
	used := map[string]bool{"panel.part.here": true, "panel.part.now": true}
	for _, f := range partFormats {
		used["panel."+f.key] = true
	}
	for chapter, rows := range chapters() {
		for _, field := range []string{"name", "says", "note", "scale-note", "short"} {
			// Both pictures of the scan are in scale, and its note is one line.
			if !w.Has("panel.level."+chapter+"."+field) && !(chapter == "scan" && (field == "scale-note" || field == "short")) {
				t.Errorf("%v has no %s", chapter, field)
			}
		}
		for _, r := range rows {
			key := "panel.part." + chapter + "." + r.key
			for _, field := range []string{"name", "says", "mark", "source"} {
				used[key+"."+field] = true
				if !w.Has(key + "." + field) {
					t.Errorf("no text for %s.%s", key, field)
				}
			}
			used[key+".field"] = true // not all have one
			if !w.Has("panel.mark." + w.T(key+".mark")) {
				t.Errorf("%s has the mark %q", key, w.T(key+".mark"))
			}
			if n := len(regexp.MustCompile(`[.!?](\s|$)`).FindAllString(w.T(key+".says"), -1)); n != 1 {
				t.Errorf("%s has %d sentences", key, n)
			}
		}
	}
	for _, f := range partFormats {
		if !w.Has("panel." + f.key) {
			t.Errorf("no text for panel.%s", f.key)
		}
	}
	for _, k := range w.Keys() {
		if strings.HasPrefix(k, "panel.part.") && !used[k] {
			t.Errorf("nothing uses %s", k)
		}
	}
}

// partTerms are the names that the cards teach; each counts as a word of one
// syllable, as do the field's terms elsewhere.
var partTerms = regexp.MustCompile(`(?i)\b(acetylcholine|calcium|filaments?|energy|chemicals?|enzyme|vesicles|sarcomeres?)\b`)

func TestPartsReadAtGradeSeven(t *testing.T) {
	w := words(t)
	for _, k := range w.Keys() {
		part := strings.HasPrefix(k, "panel.part.") || strings.HasPrefix(k, "panel.level.")
		if !part || !(strings.HasSuffix(k, "says") || strings.HasSuffix(k, ".note")) {
			continue
		}
		if g := grade(partTerms.ReplaceAllString(w.T(k), "x")); g > 7 {
			t.Errorf("%s reads at grade %.1f: %s", k, g, w.T(k))
		}
	}
}

// at gives a lab at a level, arrived.
func at(t *testing.T, level view.Level) *Lab {
	t.Helper()
	l := New(Options{Words: words(t), Still: true})
	l.Resize(1000, 600, 100)
	l.Do(scenes.Intent{Do: "level:" + level.String()})
	return l
}

// In each level each part that is shown opens its card, with a value in words,
// and closes it again; the card's button says which.
func TestEachPartOpensItsCard(t *testing.T) {
	known := map[string]bool{}
	for _, f := range partFormats {
		known[f.key] = true
	}
	for level := range view.Levels {
		l := at(t, level)
		for _, p := range l.parts(nil) {
			if !known[p.Format] {
				t.Errorf("%v: %q has no words %q", level, p.Key, p.Format)
			}
			if !p.Shown {
				continue
			}
			l.Do(scenes.Intent{Do: "part:" + p.Key})
			d := rendered(t, l.face(), l.words)
			card, button := d.Find("#card-part-"+p.Key), d.Find("#part-"+p.Key)
			if button.AttrOr("aria-expanded", "") != "true" || card.Length() != 1 {
				t.Fatalf("%v: the card of %q is not open", level, p.Key)
			}
			if d.Find("[id^=card-part-]").Length() != 1 {
				t.Errorf("%v: more than one card is open with %q", level, p.Key)
			}
			texts := l.phrases.texts(l.face())
			if said := spoken(card); texts[vPart] == "" || !strings.Contains(said, texts[vPart]) || !strings.Contains(said, "Evidence:") || !strings.Contains(said, "Source:") {
				t.Errorf("%v: the card of %q reads %q", level, p.Key, said)
			}
			l.Do(scenes.Intent{Do: "part:" + p.Key})
			if l.face().PartOpen != "" {
				t.Errorf("%v: %q does not close", level, p.Key)
			}
		}
	}
}

func TestAPartThatIsNotThereIsAnswered(t *testing.T) {
	l := at(t, view.BandLevel)
	l.Do(scenes.Intent{Do: "part:nociceptor"})
	if f := l.face(); f.PartOpen != "" || f.Notice == "" {
		t.Errorf("a part of another level opens %q, notice %q", f.PartOpen, f.Notice)
	}
	l.Do(scenes.Intent{Do: "kind:healthy"})
	d := rendered(t, l.face(), l.words)
	if d.Find("#part-knot").Length() != 0 || d.Find("#part-skin").Length() != 1 {
		t.Error("healthy muscle lists a knot, or no skin")
	}
}

// What the cards say at the endplate and in the sarcomere follows the model:
// passes quiet the leak and lengthen the knot.
func TestPartsFollowTheModel(t *testing.T) {
	value := func(l *Lab, key string) float64 {
		for _, p := range l.parts(nil) {
			if p.Key == key {
				return p.Value
			}
		}
		t.Fatalf("no part %q", key)
		return 0
	}
	for level, key := range map[view.Level]string{view.EndplateLevel: "vesicles", view.SarcomereLevel: "knot-sarcomere"} {
		l := at(t, level)
		before := value(l, key)
		for range 4 {
			l.Do(scenes.Intent{Do: "pass"})
			l.Advance(4000)
		}
		after := value(l, key)
		if rises := level == view.SarcomereLevel; rises != (after > before) || after == before {
			t.Errorf("%s goes from %v to %v", key, before, after)
		}
	}
}

// With the nerve cut no twitch shows, and the leak goes on; both are said.
func TestTheNerveThatIsCut(t *testing.T) {
	l := at(t, view.EndplateLevel)
	if d := rendered(t, l.face(), l.words); !strings.Contains(spoken(d.Find("[aria-labelledby=name-parts]")), "The theory says that the band stays tight.") {
		t.Error("what is theory is not said")
	}
	l.Do(scenes.Intent{Do: "cut", Value: "true"})
	if d := rendered(t, l.face(), l.words); d.Find("#cut-nerve[checked]").Length() != 1 {
		t.Error("the switch does not show that the nerve is cut")
	}
	if n := l.face().Feedback; !strings.Contains(n.Headline, "rabbits") || !strings.Contains(n.Body, "theory") {
		t.Errorf("the cut is answered by %q %q", n.Headline, n.Body)
	}
	l.Do(scenes.Intent{Do: "pass"})
	l.Advance(4000)
	if f := l.face(); f.Twitches != 0 || f.Tension < 99 || f.Feedback.Headline != l.words.T("lab.feedback.cut.head") {
		t.Errorf("a pass with the nerve cut: twitches %d, tension %.1f, %q", f.Twitches, f.Tension, f.Feedback.Headline)
	}
	kept := New(Options{Words: l.words, Still: true})
	if err := kept.Restore(l.keep()); err != nil || !kept.face().Cut {
		t.Errorf("kept and opened again the nerve is whole; error %v", err)
	}
	for _, p := range l.parts(nil) {
		if p.Key == "nerve" && p.Format != "part.value.impulse-cut" {
			t.Errorf("the cut nerve is said to be %s", p.Format)
		}
		if p.Key == "vesicles" && p.Value < 100 {
			t.Errorf("the leak stops: %v vesicles a second", p.Value)
		}
	}
	l.Do(scenes.Intent{Do: "restart"})
	if l.face().Cut {
		t.Error("a new start has a cut nerve")
	}
	l.Do(scenes.Intent{Do: "cut", Value: "true"})
	l.Do(scenes.Intent{Do: "cut", Value: "false"})
	l.Do(scenes.Intent{Do: "pass"})
	l.Advance(4000)
	if f := l.face(); f.Cut || f.Twitches != 1 {
		t.Errorf("made whole again: cut %v, twitches %d", f.Cut, f.Twitches)
	}
}

// No number of the scale's note is left out, and none differs from the drawing.
func TestScaleNotes(t *testing.T) {
	for level := range view.Levels {
		f := plain()
		f.Level = level
		note := (&sheet{f: f, w: words(t)}).scaleNote()
		if note == "" || strings.ContainsAny(note, "{}[]") || len(content.Missing(note)) > 0 {
			t.Errorf("%v: %q", level, note)
		}
	}
}

// The list is made of nothing but buttons with names, in the pseudo-locale too.
func TestPartsListIsTranslated(t *testing.T) {
	for level := range view.Levels {
		l := at(t, level)
		d := rendered(t, l.face(), l.words.Pseudo())
		d.Find("[aria-labelledby=name-parts] button").Each(func(_ int, e *goquery.Selection) {
			if !strings.Contains(spoken(e), "⟦") {
				t.Errorf("%v: %q does not come from the texts", level, spoken(e))
			}
		})
	}
}

func TestTwoDigits(t *testing.T) {
	for x, want := range map[float64]float64{985.6: 990, 123.4: 120, 1: 1, 0: 0, 7.26: 7.3} {
		if got := twoDigits(x); got < want*(1-1e-12) || got > want*(1+1e-12) { // two roundings
			t.Errorf("%v becomes %v, not %v", x, got, want)
		}
	}
}
