//go:build !js

package pagetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// rect is a rectangle in CSS px; On tells whether it is drawn and nothing that
// is not its own lies over its middle.
type rect struct {
	Name       string
	X, Y, W, H float64
	On         bool
}

// shown gives the rectangles of the elements of a selector that are drawn.
func (s student) shown(selector string) []rect {
	s.t.Helper()
	return Eval[[]rect](s.Page, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((e) => e.checkVisibility({visibilityProperty: true})).map((e) => {
		const r = e.getBoundingClientRect(), over = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
		return {Name: e.id || e.parentElement.id || e.getAttribute("class"), X: r.x, Y: r.y, W: r.width, H: r.height, On: !!over && (e.contains(over) || over.contains(e))};
	})`, selector))
}

// in reports whether r lies in o, to a pixel.
func (r rect) in(o rect) bool {
	return r.X >= o.X-1 && r.Y >= o.Y-1 && r.X+r.W <= o.X+o.W+1 && r.Y+r.H <= o.Y+o.H+1
}

// meets reports whether two rectangles overlap by more than a pixel.
func (r rect) meets(o rect) bool {
	return r.X+r.W > o.X+1 && o.X+o.W > r.X+1 && r.Y+r.H > o.Y+1 && o.Y+o.H > r.Y+1
}

// one gives the one rectangle of a selector.
func (s student) one(selector string) rect {
	s.t.Helper()
	all := s.shown(selector)
	if len(all) != 1 {
		s.t.Fatalf("%d elements are %s, want 1", len(all), selector)
	}
	return all[0]
}

// textSize sets the size of text that a reader has chosen for all pages.
func (s student) textSize(px int64) {
	s.t.Helper()
	s.do(func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: px, Fixed: px}})
		return v, err
	})
}

// tooWide names what is wider than the place it has, of the page and its parts.
const tooWide = `[document.documentElement, ...document.querySelectorAll("#lab, #lab > *, .scroll, .now, .rest, section, header, footer")]
	.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).display !== "inline")
	.map((e) => (e.id || e.className || e.nodeName) + " " + e.scrollWidth + " in " + e.clientWidth)`

// The first screen, at each size: nothing has to be scrolled sideways, and what a
// person needs first is in sight.
func TestFirstScreen(t *testing.T) {
	w := words(t)
	s := enter(t)
	for _, size := range []struct {
		w, h int64
		text int64 // px, of the reader's own setting
	}{
		{1440, 900, 16}, {1024, 768, 16}, {390, 844, 16}, {320, 640, 16}, {1440, 900, 32}, {390, 844, 32},
	} {
		t.Run(fmt.Sprintf("%dx%d text %d", size.w, size.h, size.text), func(t *testing.T) {
			s := student{s.Page, t}
			s.Size(size.w, size.h, 1)
			s.textSize(size.text)
			s.Until(fmt.Sprintf(`innerWidth === %d && getComputedStyle(document.documentElement).fontSize === "%dpx"`, size.w, size.text))
			s.Frame()
			s.Frame()
			view := rect{W: float64(size.w), H: float64(size.h)}
			for _, fault := range Eval[[]string](s.Page, tooWide) {
				t.Errorf("too wide: %s", fault)
			}
			first := []string{"#do-pass", "#out-tension", ".gauge.large"}
			if size.text > 16 { // twice as large, it may have to be scrolled to
				first = first[:1]
				Eval[any](s.Page, `document.getElementById("do-pass").scrollIntoView({block: "nearest"}) ?? null`)
			}
			for _, selector := range first {
				if r := s.one(selector); !r.in(view) || !r.On && selector != ".gauge.large" {
					t.Errorf("%s is not in sight without scrolling: %+v", selector, r)
				}
			}
			picture := s.one("#picture")
			if share := s.one("#stage").H / view.H; size.w == 390 && size.text == 16 && share < 0.45 {
				t.Errorf("the stage has %.3f of the height, want 0.45 and more", share)
			}
			text := Eval[string](s.Page, `document.getElementById("app").innerText.replace(/\s+/g, " ")`)
			for _, key := range []string{"panel.purpose", "panel.disclaimer"} {
				if !strings.Contains(text, w.T(key)) {
					t.Errorf("the document does not show %q", w.T(key))
				}
			}

			if size.text > 16 {
				// What is scrolled must have room to be read in.
				if r := s.one(".scroll"); r.H < 100 {
					t.Errorf("the panel has %g px to be read in", r.H)
				}
				return // a picture of this size has not room for all words at once
			}
			labels := s.shown(".label:not(#label-scale) span")
			names := map[string]bool{}
			for i, l := range labels {
				names[l.Name] = true
				if !l.in(picture) {
					t.Errorf("%s %+v is not within the picture %+v", l.Name, l, picture)
				}
				for _, o := range append(labels[i+1:], s.shown("#badge, #label-scalenote, #label-scale span")...) {
					if l.meets(o) {
						t.Errorf("%s lies over %s", l.Name, o.Name)
					}
				}
			}
			if len(labels) != 3 || !names["label-needle"] || !names["label-band"] || !names["label-knot"] {
				t.Errorf("labels at first: %v, want needle, band and knot", names)
			}
			note, badge := s.one("#label-scalenote"), s.one("#badge")
			if note.meets(badge) || !badge.in(picture) || !note.in(picture) {
				t.Errorf("the note %+v and the badge %+v have no room each in %+v", note, badge, picture)
			}
		})
	}
}

// With all of the panel forward, too, nothing is to be scrolled sideways and One
// pass stays in reach.
func TestAllForwardFits(t *testing.T) {
	s := enter(t)
	for range 3 {
		s.pass()
	}
	for _, size := range [][2]int64{{1440, 900}, {1024, 768}, {390, 844}, {320, 640}} {
		s.resize(size[0], size[1])
		for _, fault := range Eval[[]string](s.Page, tooWide) {
			t.Errorf("%v: too wide: %s", size, fault)
		}
		view := rect{W: float64(size[0]), H: float64(size[1])}
		if r := s.one("#do-pass"); !r.in(view) || !r.On {
			t.Errorf("%v: One pass is not in sight: %+v", size, r)
		}
		picture := s.one("#picture")
		labels := s.shown(".label span")
		for i, l := range labels {
			if !l.in(picture) {
				t.Errorf("%v: %s %+v is not within the picture %+v", size, l.Name, l, picture)
			}
			for _, o := range append(labels[i+1:], s.shown("#badge")...) {
				if l.meets(o) {
					t.Errorf("%v: %s lies over %s", size, l.Name, o.Name)
				}
			}
		}
	}
}
