package query

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, tc := range []struct {
		name  string
		pairs []string
		want  Options
		keys  []string
	}{
		{"empty", nil, Options{}, nil},
		{"all", []string{"quality", "0.25", "clock", "manual", "seed", "7", "motion", "reduced"},
			Options{Quality: 0.25, Manual: true, Seed: 7, Seeded: true, Motion: Reduced}, nil},
		{"largest seed", []string{"seed", "18446744073709551615"}, Options{Seed: 1<<64 - 1, Seeded: true}, nil},
		{"quality not a number", []string{"quality", "NaN"}, Options{}, []string{"host.query.quality"}},
		{"quality too small", []string{"quality", "0"}, Options{}, []string{"host.query.quality"}},
		{"quality infinite", []string{"quality", "Inf"}, Options{}, []string{"host.query.quality"}},
		{"bad clock keeps the real one", []string{"clock", "Manual"}, Options{}, []string{"host.query.clock"}},
		{"negative seed", []string{"seed", "-1"}, Options{}, []string{"host.query.seed"}},
		{"picture", []string{"picture", "plain"}, Options{Picture: "plain"}, nil},
		{"the last picture holds", []string{"picture", "plain", "picture", "full"}, Options{Picture: "full"}, nil},
		{"bad picture keeps the good one", []string{"picture", "plain", "picture", "Red"}, Options{Picture: "plain"}, []string{"host.query.picture"}},
		{"motion", []string{"motion", ""}, Options{}, []string{"host.query.motion"}},
		{"misspelt", []string{"sead", "3"}, Options{}, []string{"host.query-unknown"}},
		{"the others still hold", []string{"clock", "x", "seed", "3"}, Options{Seed: 3, Seeded: true}, []string{"host.query.clock"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, faults := Parse(tc.pairs)
			if d := cmp.Diff(tc.want, got); d != "" {
				t.Error(d)
			}
			var keys []string
			for _, f := range faults {
				keys = append(keys, f.Key)
			}
			if d := cmp.Diff(tc.keys, keys); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLongValueIsClipped(t *testing.T) {
	_, faults := Parse([]string{"seed", strings.Repeat("ä", 5000)})
	if n := len([]rune(faults[0].Value)); n > 41 {
		t.Errorf("the sentence would carry %d characters of the link", n)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("quality", "0.5")
	f.Add("seed", "1e9")
	f.Fuzz(func(t *testing.T, name, value string) {
		o, _ := Parse([]string{name, value})
		if o.Quality != 0 && !(o.Quality >= MinQuality && o.Quality <= MaxQuality) {
			t.Errorf("quality %v from %q=%q", o.Quality, name, value)
		}
	})
}
