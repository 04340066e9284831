package stage

import (
	"fmt"

	"github.com/hajimehoshi/ebiten/v2"

	"taut/scenes/view"
)

// painter draws one level of the zoom: the same moment at its own scale. It
// draws over all of the picture, opaque, with the trigger point at f.x, f.y and
// f.px device pixels a millimetre, whatever those are: a level is also seen
// somewhat magnified and somewhat reduced, while it fades into its neighbours.
type painter interface {
	paint(dst *ebiten.Image, v *view.View, f picture)
	// shaders gives every pass, to be warmed and given the noise.
	shaders() []*pass
	// dress takes up another palette.
	dress(p Palette)
}

// makers are the levels' constructors; the band is the stage's own. Each may draw
// with the stage's pass for what lies over the tissue.
var makers = [view.Levels]func(over *pass) (painter, error){
	view.BodyLevel:     newBody,
	view.MuscleLevel:   newWholeMuscle,
	view.EndplateLevel: newEndplate,
}

// makeLevels builds the levels beside the band.
func (s *Stage) makeLevels() error {
	for l, make := range makers {
		if make == nil {
			continue
		}
		p, err := make(&s.over)
		if err != nil {
			return fmt.Errorf("stage: the %v: %w", view.Level(l), err)
		}
		s.levels[l] = p
	}
	return nil
}

// alone reports whether the band is all that is shown: its lines then carry the
// instruments along.
func alone(v *view.View) bool {
	under, _, mix := v.Zoom.Mix()
	return under == view.BandLevel && mix <= 0
}

// drawLevels draws the level under the zoom, fades the finer one over it, and
// lays the instruments over both.
func (s *Stage) drawLevels(dst *ebiten.Image, v *view.View, f picture) {
	under, over, mix := v.Zoom.Mix()
	s.drawLevel(dst, under, v, f)
	if mix > 0 {
		s.fadeIn(dst, over, v, f, mix)
	}
	if !alone(v) {
		s.pen.reset(f.scale)
		s.instruments(v, f)
		s.pen.draw(dst, &s.over)
	}
}

// fadeIn lays a level over the picture with a share of 0 to 1.
func (s *Stage) fadeIn(dst *ebiten.Image, l view.Level, v *view.View, f picture, mix float64) {
	b := dst.Bounds()
	if s.upper == nil || s.upper.Bounds() != b {
		if s.upper != nil {
			s.upper.Deallocate()
		}
		s.upper = ebiten.NewImageWithOptions(b, &ebiten.NewImageOptions{Unmanaged: true})
	}
	s.drawLevel(s.upper, l, v, f)
	s.fade.ColorScale.Reset()
	s.fade.ColorScale.ScaleAlpha(float32(mix))
	dst.DrawImage(s.upper, &s.fade)
}

func (s *Stage) drawLevel(dst *ebiten.Image, l view.Level, v *view.View, f picture) {
	if p := s.levels[l]; p != nil {
		p.paint(dst, v, f)
		return
	}
	if v.Scan.Shown {
		s.drawScan(dst, v, f)
		return
	}
	s.drawBand(dst, v, f)
}
