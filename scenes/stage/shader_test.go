package stage

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// measures are the uniforms of three numbers that are no colours.
var measures = []string{"Dent", "Knot", "Ripple", "Mist", "Sore", "Len", "Share", "Blood", "Box"}

// The shaders ask for colours by token: one that is missing would be black.
func TestEveryColourUniformHasItsToken(t *testing.T) {
	s := stage(t)
	for _, theme := range themes {
		for _, plain := range []bool{false, true} {
			s.setLook(look{theme, plain})
			for _, p := range s.passes() {
				for name, v := range p.values {
					if len(v) != 3 || slices.Contains(measures, name) || theme == "projector" && name == "AirTop" {
						continue
					}
					if v[0] == 0 && v[1] == 0 && v[2] == 0 {
						t.Errorf("%s, plain %v: %s has no colour", theme, plain, name)
					}
				}
			}
		}
	}
}

// Ghost, vessels and labels lie on the drawn fibres only while Go and Kage bend
// them alike.
func TestShadersHoldTheFormulaeOfView(t *testing.T) {
	for file, lines := range map[string][]string{
		"common.kage": {"0.34*sin(0.13*x) + 0.15*(sin(0.31*x+1.1)-0.8912)", "(p.x - dent.y) / 6", "0.7*dent.z"},
		"muscle.kage": {"0.76*exp(-a/13)-0.34*exp(-a/150)", "smoothstep(4.6, 2.6, abs(q.y))", "exp(-q.y*q.y/7)", "k := Knot.y / 4.26", "0.16*Pull.y*exp(-u*u/45)+0.10*Pull.w*exp(-a/13), 0.82)", "1.1 * Pull.y * u / (1 + abs(u)*0.22)",
			"Ripple.x*exp(-run*run/7)*sin(1.9*run) + 0.42*Pull.y*exp(-u*u/60)"},
		"scan.kage": {"0.76*exp(-a/13)-0.34*exp(-a/150)", "smoothstep(4.6, 2.6, abs(q.y))", "exp(-q.y*q.y/7)", "k := Knot.y / 4.26", "0.16*Pull.y*exp(-u*u/45)+0.10*Pull.w*exp(-a/13), 0.82)", "1.1*Pull.y*u/(1+abs(u)*0.22)",
			"Ripple.x*exp(-run*run/7)*sin(1.9*run) + 0.42*Pull.y*exp(-u*u/60)"},
	} {
		src, err := os.ReadFile("../../assets/shaders/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if !strings.Contains(string(src), l) {
				t.Errorf("%s no longer has %q: view/shape.go must change with it", file, l)
			}
		}
	}
}

func TestNoiseIsOneTileAndCarriesItsNeighbours(t *testing.T) {
	pix := noise(false)
	at := func(x, y, c int) byte { return pix[4*(y%noiseSize*noiseSize+x%noiseSize)+c] }
	sum := 0.0
	for y := 0; y < noiseSize; y += 7 {
		for x := 0; x < noiseSize; x += 7 {
			if at(x, y, 1) != at(x+1, y, 0) || at(x, y, 2) != at(x, y+1, 0) || at(x, y, 3) != at(x+1, y+1, 0) {
				t.Fatalf("texel (%d, %d) does not hold its neighbours", x, y)
			}
		}
	}
	for i := 0; i < len(pix); i += 4 {
		sum += float64(pix[i])
	}
	for i, v := range noise(true) { // the same noise, nearer to its middle
		if d := 8*(int(v)-128) - 5*(int(pix[i])-128); d < -8 || d > 8 {
			t.Fatalf("calm noise makes %d of %d", v, pix[i])
		}
	}
	// A fair byte has mean 127.5 and deviation 73.9: five standard errors.
	if mean := sum / noiseSize / noiseSize; math.Abs(mean-127.5) > 5*73.9/noiseSize {
		t.Errorf("the noise's mean is %.2f, want 127.5", mean)
	}
}
