package lab

import (
	"strconv"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// However many passes there are, the numbers under the bars stay apart, and
// some are there. The sizes are the styles' own, in units of the box.
func TestNumbersOfTheStairsStayApart(t *testing.T) {
	w := words(t)
	for theme, size := range map[string]float64{"dark": 9, "projector": 12} {
		for n := 1; n <= 120; n++ {
			f := plain()
			f.Theme, f.Bars = theme, nil
			for range n {
				f.Bars = append(f.Bars, Bar{Tension: 60, Twitch: 1})
			}
			end, numbers := 0.0, 0
			rendered(t, f, w).Find("#stairs text:not(.line-name)").Each(func(_ int, e *goquery.Selection) {
				x, err := strconv.ParseFloat(e.AttrOr("x", ""), 64)
				if err != nil {
					t.Fatal(err)
				}
				half := 0.56 * size * float64(len(e.Text())) / 2 // a figure of this type is .56 of its size wide
				if x-half < end+1 && numbers > 0 {
					t.Errorf("%s, %d passes: %s begins at %.1f, the one before ends at %.1f", theme, n, e.Text(), x-half, end)
				}
				end = x + half
				numbers++
			})
			if numbers == 0 {
				t.Errorf("%s, %d passes: no number", theme, n)
			}
		}
	}
}
