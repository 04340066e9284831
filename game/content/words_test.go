package content

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func words() *Words {
	return &Words{Lang: "en", Texts: map[string]string{
		"tension":    "Tension {now} per cent, was {was}.",
		"pass.one":   "{n} pass",
		"pass.other": "{n} passes by {who}",
		"plain":      "No braces.",
	}}
}

func TestTexts(t *testing.T) {
	w := words()
	for _, tc := range []struct{ name, got, want string }{
		{"plain", w.T("plain"), "No braces."},
		{"a missing key shows itself", w.T("no.such"), "[no.such]"},
		{"filled", w.F("tension", "now", "79", "was", "88"), "Tension 79 per cent, was 88."},
		{"left open", w.F("tension", "now", "79"), "Tension 79 per cent, was {was}."},
		{"values are not searched", w.F("tension", "now", "{was}", "was", "1"), "Tension {was} per cent, was 1."},
		{"one", w.N("pass", 1), "1 pass"},
		{"none", w.N("pass", 0, "who", "you"), "0 passes by you"},
		{"many", w.N("pass", 22, "who", "you"), "22 passes by you"},
		{"zero value", new(Words).T("a.b"), "[a.b]"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, tc.got, tc.want)
		}
	}
}

// TestPluralForms holds the CLDR forms of Arabic, which has all six.
func TestPluralForms(t *testing.T) {
	w := &Words{Lang: "ar", Texts: map[string]string{}, Form: arabic}
	for _, f := range []string{"zero", "one", "two", "few", "many", "other"} {
		w.Texts["k."+f] = f
	}
	for n, want := range map[int]string{0: "zero", 1: "one", 2: "two", 5: "few", 40: "many", 100: "other", -1: "one"} {
		if got := w.N("k", n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestMissing(t *testing.T) {
	got := Missing(`<p>[a.b-c] and [not a key] and [x] and [d.e</p>`)
	if d := cmp.Diff([]string{"a.b-c"}, got); d != "" {
		t.Error(d)
	}
}

func TestPseudoKeepsPlaceholdersAndGrows(t *testing.T) {
	w := words()
	for _, p := range []*Words{w.Pseudo(), w.RTL()} {
		for _, k := range w.Keys() {
			if d := cmp.Diff(Placeholders(w.T(k)), Placeholders(p.T(k))); d != "" {
				t.Errorf("%s in %s: %s", k, p.Lang, d)
			}
			if p.T(k) == w.T(k) {
				t.Errorf("%s in %s is as in English", k, p.Lang)
			}
		}
	}
	long, short := len([]rune(w.Pseudo().T("tension"))), len([]rune(w.T("tension")))
	if float64(long) < 1.35*float64(short) {
		t.Errorf("%d characters against %d: not a third longer", long, short)
	}
	if w.RTL().Dir() != "rtl" || w.Pseudo().Dir() != "ltr" {
		t.Error("the direction does not follow the language")
	}
}

func TestEncodeDecodeRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &Words{Lang: "en", Texts: rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "texts")}
		b, err := w.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := w.Encode()
		if err != nil || !slices.Equal(b, again) {
			t.Fatal("the same words gave other bytes")
		}
		got, err := DecodeWords(b)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(w, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestDecodeRefuses(t *testing.T) {
	good, err := words().Encode()
	if err != nil {
		t.Fatal(err)
	}
	twice, _ := (&pack{Lang: "en", Keys: []string{"a", "a"}, Texts: []string{"x", "y"}}).MarshalMsg(nil)
	uneven, _ := (&pack{Lang: "en", Keys: []string{"a"}}).MarshalMsg(nil)
	nolang, _ := (&pack{Lang: "no language"}).MarshalMsg(nil)
	for name, bad := range map[string][]byte{
		"empty": nil, "cut": good[:len(good)-1], "more": append(slices.Clone(good), 0),
		"twice": twice, "uneven": uneven, "language": nolang, "huge": make([]byte, maxCompiled+1),
		"array beyond its limit": []byte("\x81\xa4keys\xdd\xff\xff\xff\xff"),
	} {
		_, err := DecodeWords(bad)
		if err == nil {
			t.Errorf("%s: taken", name)
		} else if !strings.HasPrefix(err.Error(), "content: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecodeWords feeds what a stranger may hand in: no panic, and what is taken
// survives another round.
func FuzzDecodeWords(f *testing.F) {
	good, err := words().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := DecodeWords(b)
		if err != nil {
			return
		}
		again, err := w.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeWords(again)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(w, got); d != "" {
			t.Error(d)
		}
	})
}

// arabic is the rule of a language with every form, as a browser gives it.
func arabic(n int) string {
	if n < 0 {
		n = -n
	}
	switch {
	case n == 0:
		return "zero"
	case n == 1:
		return "one"
	case n == 2:
		return "two"
	case n%100 >= 3 && n%100 <= 10:
		return "few"
	case n%100 >= 11:
		return "many"
	}
	return "other"
}
