package lab

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"pgregory.net/rapid"

	"taut/game/session"
)

// Every fast text has its element, and every element its fast text, with the
// same words before the first refresh as after it.
func TestValuesAgreeWithTheNodes(t *testing.T) {
	w := words(t)
	p := newPhrases(w)
	rapid.Check(t, func(t *rapid.T) {
		f := faces().Draw(t, "face")
		f.Explained, f.Reached, f.Scope.On = "acid", true, true // so that all of them are there
		f.Mute, f.Sound = false, true
		f.PartOpen = f.Parts[0].Key
		texts := p.texts(f)
		if len(texts) != values {
			t.Fatalf("%d values, not %d", len(texts), values)
		}
		seen := make([]bool, values)
		d := rendered(t, f, w)
		d.Find("[data-v]").Each(func(_ int, e *goquery.Selection) {
			into := strings.Fields(e.AttrOr("data-a", ""))
			for n, index := range strings.Fields(e.AttrOr("data-v", "")) {
				i, err := strconv.Atoi(index)
				if err != nil || i < 0 || i >= values {
					t.Fatalf("data-v=%q", index)
				}
				seen[i] = true
				got := e.Text()
				if n < len(into) {
					got = e.AttrOr(into[n], "(absent)")
				}
				if slider := n < len(into) && into[n] == "value"; got != texts[i] && !slider {
					t.Errorf("value %d is %q in the nodes and %q in the texts", i, got, texts[i])
				}
			}
		})
		for i, ok := range seen {
			if !ok {
				t.Errorf("nothing shows value %d (%q)", i, texts[i])
			}
		}
		for i, s := range texts {
			if strings.ContainsAny(s, "{}") {
				t.Errorf("value %d is %q", i, s)
			}
		}
	})
}

func TestValuesAllocateNothing(t *testing.T) {
	p := newPhrases(words(t))
	f := plain()
	f.Clock, f.WaitFor, f.Waited = session.Film, 300, 130
	b := p.appendValues(nil, f)
	if n := testing.AllocsPerRun(100, func() { b = p.appendValues(b[:0], f) }); n != 0 {
		t.Errorf("%v allocations a refresh", n)
	}
}

func BenchmarkValues(b *testing.B) {
	p := newPhrases(words(b))
	f := plain()
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = p.appendValues(buf[:0], f)
	}
}

// 8 mm along is 8/12 of the way to the rim, which lies 46 units out; 12 o'clock
// is up, where y is negative.
func TestFromAbove(t *testing.T) {
	if x, y := fromAbove(8, 0); math.Abs(x-46*8/12.) > 1e-9 || y != 0 {
		t.Errorf("8 mm along is drawn at %v, %v", x, y)
	}
	if x, y := fromAbove(0, 6); x != 0 || math.Abs(y+23) > 1e-9 {
		t.Errorf("6 mm towards 12 o'clock is drawn at %v, %v", x, y)
	}
	if x, y := fromAbove(30, 40); math.Abs(math.Hypot(x, y)-46) > 1e-9 {
		t.Errorf("what lies outside is drawn at %v, %v, not on the rim", x, y)
	}
}

func TestHours(t *testing.T) {
	for _, c := range []struct {
		direction float64
		whole     float64
		half      bool
	}{{0, 12, false}, {0.2, 12, false}, {0.5, 12, true}, {1, 1, false}, {2.6, 2, true}, {11.9, 12, false}, {11.5, 11, true}} {
		if got, half := hour(c.direction); got.x != c.whole || half != c.half {
			t.Errorf("direction %v is %v, half %v", c.direction, got.x, half)
		}
	}
}

func TestPhraseTurnsRound(t *testing.T) {
	p := cut("{b} von {a} {c}", "a", "b")
	if got := string(p.fill(nil, figure{x: 16}, figure{x: 9})); got != "9 von 16 {c}" {
		t.Errorf("got %q", got)
	}
	if got := string(cut("plain", "n").fill(nil, figure{x: 1})); got != "plain" {
		t.Errorf("got %q", got)
	}
	if got := string(number(nil, -0.04, 1)); got != "0.0" {
		t.Errorf("-0.04 to a tenth is %q", got)
	}
}
