package lab

import (
	"math"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/trigger"
	"taut/scenes/panel"
)

// largeTwitch is the size from which an earlier tip is drawn as a large mark;
// an average first twitch is 3.
const largeTwitch = 1.5

// aboveView is the skin from above: where the needle goes in, where it leans to and
// where earlier tips ended, with their twitch as the mark's shape.
func (s *sheet) aboveView() g.Node {
	return h.Section(h.Class("above"), h.Aria("labelledby", "name-above"),
		panel.Heading("name-above", s.t("above")),
		h.SVG(h.ID("above"), h.Data("zone", "above"), g.Attr("viewBox", "-50 -50 100 100"), h.Role("img"), h.Aria("label", s.t("above-picture")),
			g.El("clipPath", h.ID("rim"), g.El("circle", g.Attr("r", strconv.Itoa(aboveRim)))),
			g.El("circle", h.Class("skin"), g.Attr("r", strconv.Itoa(aboveRim))),
			g.El("g", g.Attr("clip-path", "url(#rim)"), s.fibres(), s.knot(),
				g.El("path", h.Class("cut"), g.Attr("d", "M-46 0H46"))),
			s.hours(), s.tips(), s.hand()),
		h.P(h.Class("quiet"), s.value(vAim)),
		g.If(s.f.Reached, h.P(h.Class("quiet"), s.value(vReached))))
}

// fibres are faint lines, so that along and across can be told.
func (s *sheet) fibres() g.Node {
	d := ""
	for y := -42; y <= 42; y += 12 {
		d += "M-50 " + strconv.Itoa(y) + "H50"
	}
	return g.El("path", h.Class("fibres"), g.Attr("d", d))
}

// knot is the tight band and the knot in it, unless the therapist's view hides them.
func (s *sheet) knot() g.Node {
	r := s.f.Kind.Radius()
	if s.f.HideKnot || s.f.AtSkin || s.f.Kind == trigger.Healthy {
		return g.Group{}
	}
	return g.Group{
		g.El("rect", h.Class("band"), g.Attr("x", "-50"), g.Attr("width", "100"), g.Attr("y", units(-1.7)), g.Attr("height", units(3.4))),
		g.El("circle", h.Class("knot"), g.Attr("r", units(r))),
	}
}

func (s *sheet) hours() g.Node {
	hour := func(n, x, y string) g.Node {
		return g.El("text", g.Attr("x", x), g.Attr("y", y), g.Text(n))
	}
	return g.El("g", h.Class("hours"), h.Aria("hidden", "true"),
		hour("12", "0", "-36"), hour("3", "40", "3.5"), hour("6", "0", "43"), hour("9", "-40", "3.5"))
}

// tips are the ends of earlier passes: large, small or empty for the twitch.
func (s *sheet) tips() g.Node {
	var marks g.Group
	for _, m := range s.f.Marks {
		x, y := fromAbove(m.X, m.Y)
		class, r := "none", 2.8
		switch {
		case m.Twitch >= largeTwitch:
			class, r = "large", 4.0
		case m.Twitch > 0:
			class, r = "small", 2.3
		}
		marks = append(marks, g.El("circle", h.Class("tip "+class), g.Attr("cx", short(x)), g.Attr("cy", short(y)), g.Attr("r", short(r))))
	}
	return marks
}

// hand is the needle: entry, shadow and tip.
func (s *sheet) hand() g.Node {
	return g.Group{
		g.El("line", h.Class("hand"), panel.Follow(s.bound("x1", vEntryX), s.bound("y1", vEntryY), s.bound("x2", vTipX), s.bound("y2", vTipY))),
		g.El("circle", h.Class("entry"), g.Attr("r", "2.2"), panel.Follow(s.bound("cx", vEntryX), s.bound("cy", vEntryY))),
		g.El("circle", h.Class("end"), g.Attr("r", "4.6"), panel.Follow(s.bound("cx", vTipX), s.bound("cy", vTipY))),
	}
}

// The staircase's own box, in units.
const (
	stairW, stairH = 120, 100
	stairTop       = 10 // where 100 of 100 stands
	stairFoot      = 88 // where 0 stands
	stairLeft      = 4
	stairRight     = 116
	stairLeast     = 8 // bars that there is room for from the start; the last two are the word "healthy"'s
)

// staircase is one bar a pass, with the start, the healthy line and the next
// pass as a dashed outline.
func (s *sheet) staircase() g.Node {
	n := max(stairLeast, len(s.f.Bars)+1)
	step := float64(stairRight-stairLeft) / float64(n)
	wide := math.Min(step*0.76, 13)
	every := every(n)
	var bars g.Group
	for i, b := range s.f.Bars {
		x := stairLeft + (float64(i)+0.5)*step
		top := stairY(b.Tension)
		class := "bar"
		if b.Twitch <= 0 {
			class = "bar none"
		}
		bars = append(bars, g.El("rect", h.Class(class), g.Attr("x", short(x-wide/2)), g.Attr("y", short(top)),
			g.Attr("width", short(wide)), g.Attr("height", short(math.Max(1, stairFoot-top))), g.Attr("rx", "1.6")))
		if (i+1)%every == 0 {
			bars = append(bars, g.El("text", g.Attr("x", short(x)), g.Attr("y", "98"), g.Text(itoa(i+1))))
		}
	}
	if !s.f.Stopped {
		x := stairLeft + (float64(len(s.f.Bars))+0.5)*step
		top := stairY(s.f.Tension)
		bars = append(bars, g.El("rect", h.Class("coming"), g.Attr("x", short(x-wide/2)), g.Attr("y", short(top)),
			g.Attr("width", short(wide)), g.Attr("height", short(math.Max(1, stairFoot-top))), g.Attr("rx", "1.6")))
	}
	line := func(class string, at float64) g.Node {
		return g.El("path", h.Class(class), g.Attr("d", "M"+strconv.Itoa(stairLeft)+" "+short(stairY(at))+"H"+strconv.Itoa(stairRight)))
	}
	name := func(key string, at, up float64) g.Node {
		return g.El("text", h.Class("line-name"), g.Attr("x", strconv.Itoa(stairRight)), g.Attr("y", short(stairY(at)+up)), g.Text(s.t(key)))
	}
	room := stairLeast - 1 // bars that do not come to the word
	if s.f.Theme == "projector" {
		room = stairLeast/2 + 1
	}
	return h.Section(h.Class("stairs"), h.Aria("labelledby", "name-stairs"),
		panel.Heading("name-stairs", s.t("stairs")),
		h.SVG(h.ID("stairs"), g.Attr("viewBox", "0 0 120 100"), h.Role("img"), h.Aria("label", s.w.N("panel.stairs-picture", len(s.f.Bars))),
			bars, line("at-start", 100), line("at-healthy", s.f.TensionHealthy),
			name("start", 100, -2.4), g.If(len(s.f.Bars) < room, name("healthy", s.f.TensionHealthy, -2.4))),
		h.P(h.Class("quiet"), g.Text(s.t("stairs-note"))))
}

// every gives which of n bars have their number, so that two stay apart also on
// a projector: each, or every second, fifth, tenth or fiftieth.
func every(n int) int {
	switch {
	case n <= 10:
		return 1
	case n <= 13:
		return 2
	case n <= 33:
		return 5
	case n <= 66:
		return 10
	}
	return 50
}

// stairY gives the height of a tension, in per cent of the start, in the box.
func stairY(tension float64) float64 {
	return stairFoot - within(tension, 110)/100*(stairFoot-stairTop)
}

// units is a length of the view from above, mm in its own box's units.
func units(mm float64) string { return short(mm * aboveRim / aboveMM) }

// short writes a number of the pictures to a tenth.
func short(x float64) string { return string(number(nil, x, 1)) }

func itoa(n int) string { return strconv.Itoa(n) }
