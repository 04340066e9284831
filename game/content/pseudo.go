package content

import "strings"

// accents maps letters to accented ones of about the same width.
var accents = strings.NewReplacer(
	"a", "á", "c", "ç", "e", "é", "i", "î", "n", "ñ", "o", "ö", "s", "š", "u", "ü", "y", "ý", "z", "ž",
	"A", "Å", "C", "Ç", "E", "É", "I", "Î", "N", "Ñ", "O", "Ö", "S", "Š", "U", "Ü", "Y", "Ý", "Z", "Ž",
)

// Pseudo gives a language for tests: every text accented and about 40 % longer,
// placeholders kept. What a page then shows without accents is not in Words,
// and what no longer fits would not fit in German either.
func (w *Words) Pseudo() *Words {
	return w.each("en-x-pseudo", func(s string) string {
		letters := len([]rune(s))
		return "⟦" + outside(s, accents.Replace) + strings.Repeat("·", (letters*2+4)/5) + "⟧"
	})
}

// RTL gives a right-to-left language for tests: the same texts inside a
// right-to-left override (RLO U+202E ... PDF U+202C), placeholders kept. The tag
// is Arabic's, so a page that sets dir by it turns round.
func (w *Words) RTL() *Words {
	return w.each("ar-x-pseudo", func(s string) string { return "\u202e" + s + "\u202c" })
}

// Dir gives the document's direction for the language: "rtl" or "ltr".
func (w *Words) Dir() string {
	base, _, _ := strings.Cut(w.Lang, "-")
	switch base {
	case "ar", "fa", "he", "ur", "yi", "ps", "sd":
		return "rtl"
	}
	return "ltr"
}

// each maps every text.
func (w *Words) each(lang string, f func(string) string) *Words {
	out := &Words{Lang: lang, Texts: make(map[string]string, len(w.Texts))}
	for k, s := range w.Texts {
		out.Texts[k] = f(s)
	}
	return out
}

// outside maps the parts of s that are not placeholders.
func outside(s string, f func(string) string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "{")
		b.WriteString(f(before))
		if !ok {
			return b.String()
		}
		name, rest, ok := strings.Cut(after, "}")
		b.WriteString("{" + name)
		if !ok {
			return b.String()
		}
		b.WriteString("}")
		s = rest
	}
}
