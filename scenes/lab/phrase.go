package lab

import (
	"math"
	"strconv"
	"strings"
)

// phrase is a text with numbered holes, cut once so that filling it allocates
// nothing: literal, hole, literal, ... An unknown placeholder stays as text.
type phrase []piece

type piece struct {
	text string
	hole int // index of what is put behind text; -1 none
}

// cut makes a phrase of a text; names are the placeholders in the order in
// which [phrase.fill] takes their contents. A language may turn them round.
func cut(text string, names ...string) phrase {
	var p phrase
	for text != "" {
		at, hole, length := len(text), -1, 0
		for i, n := range names {
			if k := strings.Index(text, "{"+n+"}"); k >= 0 && k < at {
				at, hole, length = k, i, len(n)+2
			}
		}
		p = append(p, piece{text[:at], hole})
		text = text[at+length:]
	}
	return p
}

// figure is a number as it is written: with Places decimals, or as Word.
type figure struct {
	x      float64
	places int
	word   string // instead of the number; "" the number
	pad    bool   // two digits at least, for seconds of a clock
}

// fill appends the phrase with its holes filled.
func (p phrase) fill(b []byte, in ...figure) []byte {
	for _, s := range p {
		b = append(b, s.text...)
		if s.hole >= 0 && s.hole < len(in) {
			b = in[s.hole].append(b)
		}
	}
	return b
}

func (f figure) append(b []byte) []byte {
	if f.word != "" {
		return append(b, f.word...)
	}
	if f.pad && f.x < 9.5 {
		b = append(b, '0')
	}
	return number(b, f.x, f.places)
}

// number appends x rounded to places decimals, never "-0"; a dash where x is
// not a number.
func number(b []byte, x float64, places int) []byte {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, "–"...)
	}
	k := math.Pow10(places)
	x = math.Round(x*k) / k
	if x == 0 {
		x = 0
	}
	return strconv.AppendFloat(b, x, 'f', places, 64)
}

// hour gives the hour of a direction, 1 to 12, and whether half an hour is past.
func hour(direction float64) (fig figure, half bool) {
	x := math.Mod(math.Round(direction*2)/2, 12)
	whole := math.Floor(x)
	half = x != whole
	if whole < 1 {
		whole = 12
	}
	return figure{x: whole}, half
}

// tenth gives the decimals that a number to a tenth needs.
func tenth(x float64) int {
	if math.Abs(x-math.Round(x)) < 0.05 {
		return 0
	}
	return 1
}

// count appends a number with its noun.
func count(b []byte, n int, one, other phrase) []byte {
	if n == 1 {
		return one.fill(b, figure{x: 1})
	}
	return other.fill(b, figure{x: float64(n)})
}

// share appends a width between 0 and 100 per cent.
func share(b []byte, percent float64) []byte {
	return end(append(number(b, within(percent, 100), 1), '%'))
}

// arc appends a dash pattern that fills x of a ring of length full.
func arc(b []byte, x, full float64) []byte {
	x = within(x, full)
	b = append(number(b, x, 2), ' ')
	return end(number(b, full-x+1, 2))
}

// within bounds x by 0 and top; what is not a number is 0.
func within(x, top float64) float64 {
	if !(x > 0) {
		return 0
	}
	return math.Min(x, top)
}

func end(b []byte) []byte { return append(b, '\n') }
