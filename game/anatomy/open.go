package anatomy

import (
	"strings"
	"unicode"

	"taut/game/evidence"
)

// NoDepth is the sentence that stands beside every length that a hazard's text
// gives.
const NoDepth = "No depth is safe for all."

// open reports a length, a needle's size or a landmark with its distance in the
// texts of the record id, or nil. Without them no screen that shows the record
// can be a recipe, whatever it shows beside it.
func open(id string, texts ...string) error {
	for _, t := range texts {
		if m := Measure(t); m != "" {
			return evidence.Faultf(id, "an open text says %q; lengths and needle sizes belong in a supplement for a supervised course", m)
		}
	}
	return nil
}

// Measure gives the first thing in a text that could be a step of a recipe: a
// number with a unit of length, two numbers of a needle's size (".3 x 40"), a
// number of fingers, or a word for a needle's size; "" where there is none.
func Measure(text string) string {
	parts := words(text)
	for i, p := range parts {
		next, after := "", ""
		if i+1 < len(parts) {
			next = parts[i+1]
		}
		if i+2 < len(parts) {
			after = parts[i+2]
		}
		switch {
		case size[p]:
			return p
		case number(p) && length[next]:
			return p + " " + next
		case number(p) && (next == "x" || next == "×" || next == "by") && number(after):
			return p + " " + next + " " + after
		}
	}
	return ""
}

var (
	length = set("mm cm m millimetre millimetres millimeter millimeters centimetre centimetres centimeter centimeters inch inches fingerbreadth fingerbreadths finger fingers thumb thumbs hand hands")
	size   = set("gauge gauges")
	spelt  = set("half one two three four five six seven eight nine ten")
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// words splits a text into small words and numbers: "30-mm" and "30mm" are two.
func words(text string) []string {
	var parts []string
	var kind, was int
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			parts = append(parts, strings.Trim(b.String(), "."))
			b.Reset()
		}
	}
	for _, c := range strings.ToLower(text) {
		switch {
		case unicode.IsDigit(c) || c == '.':
			kind = 1
		case unicode.IsLetter(c) || c == '×':
			kind = 2
		default:
			kind = 0
		}
		if kind != was {
			flush()
		}
		if kind != 0 {
			b.WriteRune(c)
		}
		was = kind
	}
	flush()
	return parts
}

// number reports whether a word is a number, in figures or spelt.
func number(w string) bool {
	return w != "" && (unicode.IsDigit(rune(w[0])) || spelt[w])
}
