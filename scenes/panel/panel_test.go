package panel

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	g "maragu.dev/gomponents"
)

// parse gives the document that a node renders to.
func parse(t *testing.T, n g.Node) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := n.Render(&b); err != nil {
		t.Fatal(err)
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// hold fails where the first match of a selector lacks an attribute's value.
func hold(t *testing.T, d *goquery.Document, selector string, want map[string]string) {
	t.Helper()
	e := d.Find(selector).First()
	if e.Length() == 0 {
		t.Fatalf("no %s", selector)
	}
	for name, value := range want {
		if got := e.AttrOr(name, "(absent)"); got != value {
			t.Errorf("%s has %s=%q, not %q", selector, name, got, value)
		}
	}
}

const hostile = `"><img src=x onerror=alert(1)>&`

func TestTextIsEscapedEverywhere(t *testing.T) {
	d := parse(t, g.Group{
		Button{ID: hostile, Text: hostile, Do: hostile, Hint: hostile}.Node(),
		Slider{ID: "s", Name: hostile, Do: "d", Text: hostile}.Node(),
		Radios("r", hostile, 0, Choice{"c", hostile, hostile}),
		Check("k", hostile, hostile, true),
		Card{Key: hostile, Title: hostile, Body: []g.Node{g.Text(hostile)}, Mark: hostile, Source: hostile}.Node(),
		Word("w", hostile, hostile, true),
		Gauge(hostile, Bound{"width", 0, hostile}, Mark{At: 1, Text: hostile}),
		Section("x", hostile), Group("y", hostile), Live(1, hostile),
	})
	if n := d.Find("img").Length(); n != 0 {
		t.Errorf("%d elements came out of texts", n)
	}
	if got := d.Find("button").First().Text(); !strings.HasPrefix(got, hostile) {
		t.Errorf("the button reads %q", got)
	}
}

func TestButton(t *testing.T) {
	d := parse(t, Button{ID: "b", Text: "One pass", Do: "pass", Hint: "· Space"}.Node())
	hold(t, d, "button", map[string]string{"type": "button", "id": "b", "data-do": "pass", "aria-disabled": "(absent)", "aria-pressed": "(absent)", "aria-expanded": "(absent)"})
	d.Find("[aria-hidden]").Remove()
	if got := strings.TrimSpace(d.Text()); got != "One pass" {
		t.Errorf("the hint is part of the name: %q", got)
	}
	hold(t, parse(t, Button{Off: true}.Node()), "button", map[string]string{"aria-disabled": "true", "disabled": "(absent)"})
	hold(t, parse(t, Button{Toggle: true}.Node()), "button", map[string]string{"aria-pressed": "false"})
	hold(t, parse(t, Button{Opens: "c", Open: true}.Node()), "button", map[string]string{"aria-expanded": "true", "aria-controls": "c"})
	hold(t, parse(t, Button{Opens: "c"}.Node()), "button", map[string]string{"aria-expanded": "false", "aria-controls": "(absent)"})
}

func TestSlider(t *testing.T) {
	d := parse(t, Slider{ID: "depth", Name: "Depth", Do: "depth", Max: 30, Step: .5, Value: 18.5, Text: "18.5 mm", LiveValue: 4, LiveText: 5}.Node())
	hold(t, d, "input", map[string]string{
		"type": "range", "min": "0", "max": "30", "step": "0.5", "value": "18.5", "aria-valuetext": "18.5 mm",
		"data-v": "4 5", "data-a": "value aria-valuetext", "data-do": "depth",
	})
	hold(t, d, "label", map[string]string{"for": "depth"})
	hold(t, d, ".value", map[string]string{"data-v": "5"})
}

func TestRadiosAndChecks(t *testing.T) {
	d := parse(t, Radios("speed", "Speed", 1, Choice{"a", "1/4", "rate:0"}, Choice{"b", "1", "rate:1"}))
	hold(t, d, "[role=radiogroup]", map[string]string{"aria-labelledby": "speed"})
	hold(t, d, "input[checked]", map[string]string{"id": "b", "name": "speed", "data-do": "rate:1"})
	if n := parse(t, Radios("speed", "Speed", -1, Choice{"a", "1", "r"})).Find("[checked]").Length(); n != 0 {
		t.Error("a choice holds where none was chosen")
	}
	hold(t, parse(t, Check("k", "Plain", "plain", true)), "input", map[string]string{"type": "checkbox", "checked": ""})
	hold(t, parse(t, Check("k", "Plain", "plain", false)), "input", map[string]string{"checked": "(absent)"})
}

func TestReadings(t *testing.T) {
	d := parse(t, Output("out", "name", g.Text("79")))
	hold(t, d, "output", map[string]string{"aria-live": "off", "aria-labelledby": "name", "id": "out"})

	d = parse(t, Gauge("large", Bound{"width", 7, "76.0%"}, Mark{At: 96, Text: "start", Anchor: "end"}))
	hold(t, d, "svg", map[string]string{"aria-hidden": "true"})
	hold(t, d, ".fill", map[string]string{"width": "76.0%", "data-v": "7", "data-a": "width"})
	hold(t, d, "line", map[string]string{"x1": "96.0%"})

	// The marked part of a ring of 40 from 15 to 30 is 15 long and begins 15 on.
	d = parse(t, Ring("timer", 40, [2]float64{15, 30}, Bound{"stroke-dasharray", 3, "11 30"}))
	hold(t, d, ".zone", map[string]string{"stroke-dasharray": "15 25", "stroke-dashoffset": "-15", "pathlength": "(absent)", "pathLength": "40"})
	if parse(t, Ring("film", 60, [2]float64{}, Bound{})).Find(".zone").Length() != 0 {
		t.Error("a ring without a zone marks one")
	}

	d = parse(t, Card{Key: "acid", Title: "Acidity", Body: []g.Node{g.Text("a"), g.Text("b")}, Mark: "m", Source: "s"}.Node())
	hold(t, d, "#card-acid", map[string]string{"role": "group", "aria-label": "Acidity"})
	if n := d.Find("#card-acid p").Length(); n != 5 {
		t.Errorf("the card has %d paragraphs, not title, two of text, mark and source", n)
	}
}

func TestFollowKeepsOrder(t *testing.T) {
	d := parse(t, g.El("line", Follow(Bound{"x1", 3, "0"}, Bound{"y1", 9, "2"})))
	hold(t, d, "line", map[string]string{"data-v": "3 9", "data-a": "x1 y1", "x1": "0", "y1": "2"})
}
