package stage

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taut/assets"
)

func tokens(t testing.TB) Tokens {
	k, err := ParseTokens(assets.Tokens)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

var themes = []string{"dark", "light", "projector"}

func TestParseTokensNamesWhatIsWrong(t *testing.T) {
	for css, want := range map[string]string{
		"":                                "no :root",
		":root { --a: #000000":            "not a plain list",
		"/* :root{--a:#000000}":           "not closed",
		":root { --a }":                   "has no value",
		"@media print { :root{--a:1px} }": "not a plain list",
	} {
		if _, err := ParseTokens(css); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseTokens(%q) = %v, want an error with %q", css, err, want)
		}
	}
}

func TestPaletteLaysBlocksOverEachOther(t *testing.T) {
	k, err := ParseTokens(`/* {x} */ :root{--a:#ff0000;--b:#00ff00;--r:12px;color-scheme:dark}[data-theme="light"]{--b:#0000ff}[data-plain]{--a:#000000}`)
	if err != nil {
		t.Fatal(err)
	}
	light := k.Palette("light", false)
	if light["a"] != (RGB{1, 0, 0}) || light["b"] != (RGB{0, 0, 1}) {
		t.Errorf("light = %v", light)
	}
	if plain := k.Palette("unknown", true); plain["a"] != (RGB{}) || plain["b"] != (RGB{0, 1, 0}) {
		t.Errorf("unknown, plain = %v, want dark with a black", plain)
	}
	if _, ok := light["r"]; ok {
		t.Error("a length became a colour")
	}
}

// palettes gives the colours of each theme, full and plain, by name.
func palettes(t testing.TB) map[string]Palette {
	k, all := tokens(t), map[string]Palette{}
	for _, theme := range themes {
		all[theme], all[theme+", plain"] = k.Palette(theme, false), k.Palette(theme, true)
	}
	return all
}

// Every token colours something: a rule of the style sheets, or what the stage
// draws, or the lab names for it.
func TestEveryTokenIsUsed(t *testing.T) {
	used := ""
	for _, pattern := range []string{"*.go", "../lab/*.go", "../../assets/styles/*.css"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, "_test.go") {
				used += string(b)
			}
		}
	}
	for token := range palettes(t)["dark"] {
		if !strings.Contains(used, `"`+token+`"`) && !strings.Contains(used, "var(--"+token+")") && !strings.Contains(used, "var(--"+token+",") {
			t.Errorf("nothing uses --%s", token)
		}
	}
}

// Full deficiency in linear RGB: Machado, Oliveira and Fernandes (2009),
// IEEE Transactions on Visualization and Computer Graphics 15, 1291-1298.
var eyes = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// Every text is read at 4.5:1 at least and every control's edge and graphic at
// 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	for theme, p := range palettes(t) {
		check := func(fg, bg string, least float64) {
			a, okA := p[fg]
			b, okB := p[bg]
			if !okA || !okB {
				t.Errorf("%s: %s or %s is missing", theme, fg, bg)
				return
			}
			if c := contrast(a, b); c < least {
				t.Errorf("%s: %s on %s is %.2f:1, want %v", theme, fg, bg, c, least)
			}
		}
		for _, bg := range []string{"bg", "panel", "card"} {
			for _, fg := range []string{"ink", "ink2", "accent", "amber"} {
				check(fg, bg, 4.5)
			}
			check("edge", bg, 3)
			check("focus", bg, 3)
		}
		check("ink", "soft", 4.5)
		check("on-accent", "accent", 4.5)
		check("label", "label-bg", 4.5)
		check("ink2", "dock", 4.5)
		for _, fg := range []string{"emg", "tension", "flow", "acid", "mark", "cursor"} {
			check(fg, "dock", 3)
		}
	}
}

// The four traces stay apart for people without red or green cones. 14 in CIE
// 1976 L*a*b* is six just noticeable differences of 2.3 (Mahy et al. 1994): far
// enough for lines of two pixels in rows of their own, which are named as well.
func TestTracesDifferUnderColourVisionDeficiency(t *testing.T) {
	names := []string{"emg", "tension", "flow", "acid"}
	for theme, p := range palettes(t) {
		for eye, m := range eyes {
			for i, a := range names {
				for _, b := range names[i+1:] {
					if d := distance(lab(seen(p[a], m)), lab(seen(p[b], m))); d < 14 {
						t.Errorf("%s, %s: %s and %s are %.1f apart, want 14", theme, eye, a, b, d)
					}
				}
			}
		}
	}
}

// bloodRed reports a colour that looks like blood or raw flesh: its hue angle in
// CIE L*a*b* lies between the crimson of a vein and the brick of muscle, and its
// chroma is 24 at least. The palest flesh of the full picture, the dermis, has a
// chroma of 27, its muscle 40, its blood 60; no colour of the plain one that
// lies between those hues has more than 3.
func bloodRed(c RGB) bool {
	l := lab(linear(c))
	hue := math.Atan2(l[2], l[1]) * 180 / math.Pi
	return hue > -15 && hue < 50 && math.Hypot(l[1], l[2]) >= 24
}

// The plain picture has no colour of blood or flesh, and what a learner must
// tell apart in it differs for every eye, as the traces do.
func TestPlainIsBloodlessAndLegible(t *testing.T) {
	for name, p := range palettes(t) {
		if !strings.HasSuffix(name, "plain") {
			for _, token := range []string{"dermis", "fibre-b", "capillary", "cell", "sarc-thick", "end-wall"} {
				if !bloodRed(p[token]) {
					t.Errorf("%s: %s %v is no colour of flesh, so this test tells nothing", name, token, p[token])
				}
			}
			continue
		}
		for token, c := range p {
			if bloodRed(c) {
				t.Errorf("%s: %s %v looks like blood", name, token, c)
			}
		}
		for _, pair := range [][2]string{
			{"band", "fibre-b"}, {"knot", "band"}, {"capillary", "fibre-b"}, {"cell", "capillary"}, {"fat", "dermis"}, {"fascia", "fibre-a"},
			{"steel", "fibre-b"}, {"steel", "fibre-a"}, {"sarc-thick", "sarc-thin"}, {"axon", "fibre-b"}, {"plasma", "cell"}, {"end-nerve", "end-muscle"}, {"end-ach", "end-sens"},
		} {
			for eye, m := range eyes {
				if d := distance(lab(seen(p[pair[0]], m)), lab(seen(p[pair[1]], m))); d < 14 {
					t.Errorf("%s, %s: %s and %s are %.1f apart, want 14", name, eye, pair[0], pair[1], d)
				}
			}
		}
	}
}

func linear(c RGB) (l [3]float64) {
	for i, v := range c {
		x := float64(v)
		if x <= 0.04045 {
			l[i] = x / 12.92
		} else {
			l[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return l
}

func luminance(c RGB) float64 {
	l := linear(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

func contrast(a, b RGB) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func seen(c RGB, m [3][3]float64) (out [3]float64) {
	l := linear(c)
	for i := range out {
		out[i] = clamp(m[i][0]*l[0]+m[i][1]*l[1]+m[i][2]*l[2], 0, 1)
	}
	return out
}

// lab turns linear sRGB into L*a*b* under D65.
func lab(l [3]float64) [3]float64 {
	f := func(x float64) float64 {
		if x > 216.0/24389 {
			return math.Cbrt(x)
		}
		return (24389.0/27*x + 16) / 116
	}
	x := f((0.4124*l[0] + 0.3576*l[1] + 0.1805*l[2]) / 0.95047)
	y := f(0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2])
	z := f((0.0193*l[0] + 0.1192*l[1] + 0.9505*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}
