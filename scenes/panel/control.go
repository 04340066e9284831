package panel

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Button is a push button. Its id is what keeps the focus on it when the panel
// is patched.
type Button struct {
	ID, Class string
	Text      string
	Do        string // intent
	Off       bool   // cannot be used now; it keeps its place and its focus
	Hint      string // beside the text, for the eye alone
	Toggle    bool   // it stays pressed or not: aria-pressed
	Pressed   bool
	Opens     string // id of what it opens and closes: aria-expanded
	Open      bool
}

// Node gives the button.
func (b Button) Node() g.Node {
	return h.Button(h.Type("button"), attr(b.ID != "", "id", b.ID), attr(b.Class != "", "class", b.Class), Do(b.Do),
		attr(b.Off, "aria-disabled", "true"),
		attr(b.Toggle, "aria-pressed", truth(b.Pressed)),
		attr(b.Opens != "", "aria-expanded", truth(b.Open)),
		attr(b.Opens != "" && b.Open, "aria-controls", b.Opens),
		g.Text(b.Text),
		g.Iff(b.Hint != "", func() g.Node { return Hidden("hint", " "+b.Hint) }))
}

// Slider is a range of numbers with its name and its value in words.
type Slider struct {
	ID, Name       string
	Do             string
	Min, Max, Step float64
	Value          float64
	Text           string // the value in words
	LiveValue      int    // indices of the value and of its words among the fast texts
	LiveText       int
}

// Node gives the slider: name, words, track.
func (s Slider) Node() g.Node {
	return h.Div(h.Class("slide"),
		h.Label(h.For(s.ID), g.Text(s.Name)),
		h.Span(h.Class("value"), h.Aria("hidden", "true"), Live(s.LiveText, s.Text)),
		h.Input(h.Type("range"), h.ID(s.ID), Do(s.Do), h.Min(number(s.Min)), h.Max(number(s.Max)), h.Step(number(s.Step)),
			Follow(Bound{"value", s.LiveValue, number(s.Value)}, Bound{"aria-valuetext", s.LiveText, s.Text})))
}

// Choice is one of a group of radios.
type Choice struct{ ID, Text, Do string }

// Radios is a group of choices of which one holds. Chosen is the index of it;
// -1 none.
func Radios(id, name string, chosen int, choices ...Choice) g.Node {
	var set g.Group
	for i, c := range choices {
		set = append(set, h.Label(h.Class("choice"), h.For(c.ID),
			h.Input(h.Type("radio"), h.Name(id), h.ID(c.ID), h.Value(c.ID), Do(c.Do), g.If(i == chosen, h.Checked())),
			h.Span(g.Text(c.Text))))
	}
	return h.Div(h.Class("group radios"), h.Role("radiogroup"), h.Aria("labelledby", id),
		h.Span(h.Class("name"), h.ID(id), g.Text(name)), h.Div(h.Class("set"), set))
}

// Check is a switch that is on or off; beside stands after its text.
func Check(id, text, do string, on bool, beside ...g.Node) g.Node {
	return h.Div(h.Class("check"),
		h.Input(h.Type("checkbox"), h.ID(id), Do(do), g.If(on, h.Checked())),
		h.Label(h.For(id), g.Text(text)), g.Group(beside))
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
