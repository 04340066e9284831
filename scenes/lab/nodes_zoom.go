package lab

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/scenes/panel"
	"taut/scenes/view"
)

// rail is the way between the levels: one button a level, over the picture. It
// comes forward with the rest of the panel, and where the picture is not at the
// band: nobody is to be lost there.
func (s *sheet) rail() g.Node {
	var buttons g.Group
	for k := view.Level(0); k < view.Levels; k++ {
		name := k.String()
		if s.f.Site != nil && k < view.BandLevel {
			continue // those show the model limb
		}
		buttons = append(buttons, h.Button(h.ID("level-"+name), h.Type("button"), panel.Do("level:"+name),
			h.Aria("pressed", strconv.FormatBool(k == s.f.Level)), g.Text(s.t("level."+name+".name"))))
	}
	return h.Div(h.ID("rail"), h.Role("group"), h.Aria("label", s.t("levels")), g.If(!s.f.More && s.f.Level == view.BandLevel, h.Class("later")), buttons)
}

// scaleText says what the scale bar says, in the unit that needs no small
// fraction: cm, mm, µm or nm.
func scaleText(mm float64) string {
	unit, k := "mm", 1.0
	switch {
	case mm >= 10:
		unit, k = "cm", 0.1
	case mm < 0.001:
		unit, k = "nm", 1e6
	case mm < 1:
		unit, k = "µm", 1e3
	}
	return strconv.FormatFloat(math.Round(mm*k*10)/10, 'f', -1, 64) + "\u00a0" + unit
}
