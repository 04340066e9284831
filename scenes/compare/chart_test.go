package compare

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/game/course"
	"taut/game/tick"
)

// The scene's curves are the model's own, however the slices fall.
func TestCurvesAreTheCohorts(t *testing.T) {
	s := open(t)
	do(s, "people:1", "run")
	follow(t, s)
	c, err := course.NewCohort(s.choice.study())
	if err != nil {
		t.Fatal(err)
	}
	for !c.Advance(1000) {
	}
	for k := range s.choice.arms() {
		for i := range moments {
			if a, b := s.at(k, i, 0), c.Spread(k, i, course.OfPain); a != b {
				t.Fatalf("arm %d at moment %d is %v, in the cohort %v", k, i, a, b)
			}
		}
	}
}

// Every line has its name and shape at its end; the names keep apart, in the order
// of the lines, and within the plot, also where all lines end in one place.
func TestNamesAtTheEnds(t *testing.T) {
	for _, preset := range []string{"preset:wet", "preset:first", "preset:sham"} {
		s := open(t)
		do(s, preset, "people:1", "run")
		follow(t, s)
		last, n := -1.0, 0
		document(t, s).Find(".compare-ends svg").Each(func(_ int, e *goquery.Selection) {
			y, err := strconv.ParseFloat(strings.TrimSuffix(e.AttrOr("y", ""), "%"), 64)
			if err != nil || y-last < 5 || y > 100 || e.Find("text").Text() == "" || e.Find("path").AttrOr("d", "") == "" {
				t.Errorf("%s: %q at %v, the one before at %v", preset, e.Text(), y, last)
			}
			last = y
			n++
		})
		if n != len(s.choice.arms()) {
			t.Errorf("%s: %d names of %d lines", preset, n, len(s.choice.arms()))
		}
	}
}

// The small stages show the moment: where the band has let go, its knot is lower,
// its band shines less and its vessels are wider.
func TestSmallStagesFollowTheTime(t *testing.T) {
	s := open(t)
	do(s, "preset:none", "people:1", "run")
	follow(t, s)
	arms := s.choice.arms()
	value := func(a course.Arm, i int) float64 {
		x, err := strconv.ParseFloat(s.texts()[vArm+perArm*slices.Index(arms, a)+i], 64)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	do(s, "jump:before")
	thick, wide, shine := value(course.Dry, vThick), value(course.Dry, vWide), value(course.Dry, vShine)
	if thick != value(course.None, vThick) {
		t.Error("before anything is done the two bands differ")
	}
	do(s, "jump:4w")
	if value(course.Dry, vThick) >= thick || value(course.Dry, vWide) <= wide || value(course.Dry, vShine) >= shine {
		t.Error("at four weeks the needled band looks as before")
	}
	if d := document(t, s); d.Find(".compare-arms .vessel[data-v][data-a='stroke-width']").Length() != 2 || d.Find(".compare-arms ellipse.glow[data-v][data-a='fill-opacity ry']").Length() != 2 {
		t.Error("the pictures do not follow the texts")
	}
	was := s.choice.At
	if do(s, "jump:5m"); moments[s.choice.At] != 5*tick.Minute || s.choice.At == was {
		t.Errorf("5 minutes leads to %v", moments[s.choice.At])
	}
}

// What trials found is drawn where both its arms and its measure are shown, with
// its source, and nowhere else; the interval's own numbers stand in the words.
func TestPublishedIntervals(t *testing.T) {
	for _, c := range []struct {
		do          string
		want, spans int
	}{{"preset:sham", 2, 2}, {"preset:none", 0, 2}, {"preset:wet", 1, 0}, {"preset:first", 0, 0}} {
		s := open(t)
		do(s, c.do, "people:0", "run")
		follow(t, s)
		d := document(t, s)
		n, bars, sources := d.Find("#compare-chart .found").Length(), d.Find("#compare-chart .found-bar").Length(), d.Find(".compare-found a[href^='#evidence/source/']").Length()
		if n != c.want || bars != c.spans || sources != n+bars {
			t.Errorf("%s: %d intervals and %d bars with %d sources, want %d and %d", c.do, n, bars, sources, c.want, c.spans)
		}
	}
	s := open(t)
	do(s, "preset:sham", "measure:threshold", "people:0", "run")
	follow(t, s)
	if n := document(t, s).Find("#compare-chart .found").Length(); n != 1 {
		t.Errorf("of the threshold %d intervals are drawn, want 1", n)
	}
	for _, p := range found {
		if src, ok := s.lib.Source(p.source); !ok || src.Kind != "review" {
			t.Errorf("%s is no review of the library", p.source)
		}
		if p.lo >= p.mean || p.mean >= p.hi {
			t.Errorf("%s: %v is not between %v and %v", p.text, p.mean, p.lo, p.hi)
		}
	}
	for _, sp := range spans {
		if _, ok := s.lib.Source(sp.source); !ok {
			t.Errorf("%s is not in the library", sp.source)
		}
	}
}
