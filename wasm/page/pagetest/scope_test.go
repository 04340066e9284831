//go:build !js

package pagetest

import "testing"

// lit gives the share of the EMG window's screen that the signal covers.
func (s student) lit() float64 {
	s.t.Helper()
	img := s.Pixels()
	px, py, pw, _ := s.Box("#picture")
	x, y, w, h := s.Box("#screen")
	k := float64(img.Rect.Dx()) / pw
	lit, all := 0.0, 0.0
	for j := int((y - py + 1) * k); j < int((y-py+h-1)*k); j++ {
		for i := int((x - px + 1) * k); i < int((x-px+w-1)*k); i++ {
			// Of the palette's emg, #9ad7f2; grid and screen are far darker.
			if p := img.NRGBAAt(i, j); p.G > 140 && p.B > 150 {
				lit++
			}
			all++
		}
	}
	return lit / all
}

// Between twitches the band of noise on the screen is narrower after ten passes.
func TestTheNoiseBandNarrows(t *testing.T) {
	s := student{Open(t, fine), t}
	s.resize(1024, 768)
	s.tap("show-scope")
	s.tap("gain-1")
	s.Frame()
	s.Frame()
	before := s.lit()
	for n := range 10 {
		s.slide("Angle", float64(n/2*3))
		s.slide("Direction", float64(n%4*3))
		s.pass()
	}
	after := s.lit()
	t.Logf("the signal covers %.3f of the screen, then %.3f", before, after)
	if before < 0.1 || after > 0.7*before {
		t.Errorf("the signal covers %.3f of the screen, then %.3f; want under 0.7 of it", before, after)
	}
	// The picture above it is whole: the window hides none of it.
	if stage, screen := s.one("#stage"), s.one("#screen"); stage.meets(screen) {
		t.Errorf("the screen %+v lies over the stage %+v", screen, stage)
	}
}

// What lies below the dock may grow and leave the screen as it is: the picture
// follows.
func TestThePictureGivesRoomToTheWindow(t *testing.T) {
	s := student{Open(t, fine), t}
	s.resize(900, 760)
	s.tap("show-scope")
	s.Frame()
	const scale = `Math.abs(document.getElementById("stage").getBoundingClientRect().height - 34 - new DOMMatrix(document.getElementById("label-scale").style.transform).f) < 1`
	s.Until(scale)
	before := s.one("#screen").H
	Eval[any](s.Page, `document.querySelector("#scope .side").style.paddingBottom = "60px"`)
	s.Until(scale)
	if after := s.one("#screen").H; after != before {
		t.Fatalf("the screen's height went from %v to %v", before, after)
	}
}
