package quiz

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"taut/game/anatomy"
	"taut/game/content/contenttest"
	"taut/game/evidence"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../assets/content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// bank gives the program's own items.
func bank(t testing.TB) *Bank {
	t.Helper()
	b, err := DecodeBank(read(t, "questions.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func atlas(t testing.TB) *anatomy.Atlas {
	t.Helper()
	a, err := anatomy.DecodeAtlas(read(t, "anatomy.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// terms are the field's words, which a learner of it has met: they count as one
// syllable.
var terms = strings.Fields(`acetylcholine acupuncture activation adrenaline arthritis bradykinin calcium capillary contracture consent
	depression endplate energy evidence fascia fasciitis filament gastrocnemius gluteus hallucis infraspinatus immunity injection injected implant
	insulin latent lidocaine lymphoedema massage medial medication medicine minimus muscle muscles needle needles needled needling noise piriformis
	plantae plantar provider physical therapist therapists trapezius quadratus rotator sarcomere sarcomeres saline sciatica sciatic soleus spasm
	steroid steroids stretching superficial symptom theory tibialis posterior abductor traditional twitch twitches treatment treatments vastus vesicle
	abdominal levator medialis rectus femoris acid receptor receptors exercise exercises bautista cotchett chys gattie quintner bove cohen reflex
	urgent professional chemical chemicals article dysfunction activity animal substance`)

// The bank as a whole: enough of each topic, every kind, every statement of the
// article, sources and places that are there.
func TestBankIsWhole(t *testing.T) {
	b := bank(t)
	if len(b.Questions) < 150 {
		t.Errorf("%d items, want at least 150", len(b.Questions))
	}
	for topic, least := range map[Topic]int{Technique: 40, Conditions: 40, Safety: 24, Mechanism: 15, Comparisons: 15, Aftercare: 15} {
		if n := len(b.Of(topic)); n < least {
			t.Errorf("%d items on %s, want at least %d", n, topic, least)
		}
	}
	for _, k := range Kinds() {
		if !slices.ContainsFunc(b.Questions, func(q Question) bool { return q.Kind == k }) {
			t.Errorf("no item of kind %s", k)
		}
	}
	for _, s := range b.Statements {
		if !slices.ContainsFunc(b.Questions, func(q Question) bool { return slices.Contains(q.States, s.ID) }) {
			t.Errorf("nothing asks: %s", s.Text)
		}
	}
	l, err := evidence.DecodeLibrary(read(t, "sources.msgp"))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Resolve(l, atlas(t)); err != nil {
		t.Error(err)
	}
}

// Nothing of an item is a step of a recipe or promises skill.
func TestNoRecipe(t *testing.T) {
	b := bank(t)
	for i := range b.Questions {
		q := &b.Questions[i]
		for _, text := range q.texts() {
			if m := anatomy.Measure(text); m != "" {
				t.Errorf("%s: %q could be a step of a recipe", q.ID, m)
			}
			for _, word := range []string{"competent", "certified", "safe to practise"} {
				if strings.Contains(strings.ToLower(text), word) {
					t.Errorf("%s says %q", q.ID, word)
				}
			}
		}
	}
}

// A reason says more than no: three words at least, and no two wrong options of
// an item are sent away with the same ones.
func TestReasonsAreReasons(t *testing.T) {
	for _, q := range bank(t).Questions {
		said := map[string]bool{}
		for _, o := range q.Options {
			if len(strings.Fields(o.Why)) < 3 {
				t.Errorf("%s: %q is no reason for %q", q.ID, o.Why, o.Text)
			}
			if said[o.Why] && !o.Correct && q.Kind == One {
				t.Errorf("%s: %q stands there twice", q.ID, o.Why)
			}
			said[o.Why] = true
		}
	}
}

// Stems and options read at grade 9 at most (Flesch-Kincaid; the field's terms
// count as short words).
func TestReadingLevel(t *testing.T) {
	known := func(w string) bool { return slices.Contains(terms, w) }
	b := bank(t)
	for i := range b.Questions {
		q := &b.Questions[i]
		if g := contenttest.Grade(q.Stem, known); g > 9 {
			t.Errorf("%s: the stem reads at grade %.1f: %q", q.ID, g, q.Stem)
		}
		all := ""
		for _, o := range q.Options {
			all += strings.TrimSuffix(o.Text, ".") + ". "
		}
		if g := contenttest.Grade(all, known); g > 9 {
			t.Errorf("%s: the options read at grade %.1f: %q", q.ID, g, all)
		}
	}
}

// No two stems are alike: they share fewer than four fifths of their words.
func TestStemsDiffer(t *testing.T) {
	b := bank(t)
	words := make([][]string, len(b.Questions))
	for i := range b.Questions {
		words[i] = strings.Fields(strings.ToLower(b.Questions[i].Stem))
		for k := range i {
			same := 0
			for _, w := range words[i] {
				if slices.Contains(words[k], w) {
					same++
				}
			}
			if share := float64(same) / float64(max(len(words[i]), len(words[k]))); share > .8 {
				t.Errorf("%s and %s are alike: %q, %q", b.Questions[i].ID, b.Questions[k].ID, b.Questions[i].Stem, b.Questions[k].Stem)
			}
		}
	}
}

// Nothing but knowledge leads to the key: as drawn it stands at each place about
// equally often, and it is the longest or the shortest option no more often than one
// of four would be by chance (three standard deviations of a binomial).
func TestKeysGiveNothingAway(t *testing.T) {
	b := bank(t)
	var n, longest, shortest float64
	var at [4]float64
	for i := range b.Questions {
		q := &b.Questions[i]
		if q.Kind != One || len(q.Options) != 4 {
			continue
		}
		n++
		key := slices.IndexFunc(q.Options, func(o Option) bool { return o.Correct })
		long, short := true, true
		for k, o := range q.Options {
			if k != key {
				long = long && len(o.Text) < len(q.Options[key].Text)
				short = short && len(o.Text) > len(q.Options[key].Text)
			}
		}
		if long {
			longest++
		}
		if short {
			shortest++
		}
		in := Of(q, 1, nil)
		at[slices.Index(in.Order, key)]++
	}
	most := n/4 + 3*math.Sqrt(n*3/16)
	if longest > most || shortest > most {
		t.Errorf("of %v keys %v are the longest option and %v the shortest, want at most %.0f", n, longest, shortest, most)
	}
	for place, k := range at {
		if k > most || k < n/4-3*math.Sqrt(n*3/16) {
			t.Errorf("of %v keys %v stand at place %d", n, k, place)
		}
	}
}

// FuzzDecodeBank feeds what a stranger may hand in: no panic, and what is taken
// survives another round.
func FuzzDecodeBank(f *testing.F) {
	b, err := (&Bank{Questions: bank(f).Questions[:3], Statements: bank(f).Statements}).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := DecodeBank(b)
		if err != nil {
			return
		}
		out, err := v.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeBank(out); err != nil {
			t.Fatal(err)
		}
	})
}
