package program_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"taut/assets"
	"taut/game/content"
	"taut/game/pack"
	"taut/scenes"
	"taut/scenes/cases"
	"taut/scenes/compare"
	known "taut/scenes/evidence"
	"taut/scenes/lab"
	"taut/scenes/program"
	"taut/scenes/quiz"
	"taut/scenes/weeks"
)

// shelved gives the program as the page makes it.
func shelved(t testing.TB) *program.Program {
	t.Helper()
	words := must(content.DecodeWords(assets.English))
	own := must(pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions))
	p := program.New(lab.New(lab.Options{Words: words, Library: own.Library, Still: true}),
		cases.New(cases.Options{Words: words, Library: own.Library, Atlas: own.Atlas, Screen: own.Screen, Book: own.Book}),
		weeks.New(weeks.Options{Words: words}), compare.New(compare.Options{Words: words, Library: own.Library}),
		known.New(known.Options{Words: words, Library: own.Library}),
		quiz.New(quiz.Options{Words: words, Library: own.Library, Atlas: own.Atlas, Bank: own.Bank, Seed: 1, Now: func() int64 { return 2e9 }}))
	p.Shelve(own, words)
	p.Resize(1200, 700, 200)
	return p
}

// states are the moments of every scene that the walk looks at: a place, and what is
// done there one after the other; each of them is walked.
var states = []struct {
	place string
	do    []string
}{
	{"lab", []string{"", "pass", "pass", "more", "press", "stop", "ask", "wait:5m", "wait:1d", "describe", "scope=true", "reached=true",
		"explain:help", "explain:tension", "explain:noise", "explain:acid", "explain:harm", "scan=true", "kind:latent", "kind:healthy"}},
	{"lab/body", []string{"", "part:trigger-point"}}, {"lab/muscle", []string{"", "part:taut-band"}}, {"lab/fibre", []string{"", "part:knot"}},
	{"lab/sarcomere", []string{"", "part:knot-sarcomere"}}, {"lab/endplate", []string{"", "part:vesicles"}},
	{"cases", []string{""}},
	{"cases/neck-pain", []string{"", "consent", "next", "press", "place=9", "press", "muscle:1", "press", "muscle:2", "press", "next", "look:0", "look:1", "look:2", "look:3", "ask:0", "end:first", "end:needle", "next", "meet-harm",
		"point:0", "pass", "depth=99", "pass", "point:leave", "stop", "next", "call", "tell:0=true", "left", "next", "reply:urgent", "next"}},
	{"cases/like-sciatica", []string{"", "consent", "next", "press", "muscle:1", "press", "muscle:2", "press", "next", "look:0", "look:1", "look:2", "look:3", "end:urgent", "next", "reply:usual", "next"}},
	{"weeks", []string{"", "show", "explain:pain", "explain:stiffness", "explain:range", "explain:care-water"}},
	{"weeks/back-pain", []string{"", "show"}},
	{"compare", []string{"", "explain:measure-pain", "people:0", "guess:dry", "run"}}, {"compare/wet", []string{""}}, {"compare/sham", []string{""}},
	{"evidence/loop", []string{"", "cut:0", "explain:noise"}}, {"evidence/claims", []string{""}}, {"evidence/article", []string{""}},
	{"evidence/sources", []string{""}}, {"evidence/numbers", []string{""}},
	{"quiz", []string{""}}, {"quiz/practice", []string{""}}, {"quiz/test", []string{""}}, {"quiz/d-sore", []string{"", "answer", "show"}},
	{"quiz/do-sort", []string{"", "b-press:0", "b-ask:0"}}, {"quiz/x-slow", []string{"", "one:0", "answer", "show"}}, {"quiz/do-quiet", []string{"", "task:open", "pass"}}, {"quiz/forms", []string{""}}, {"quiz/review", []string{""}},
}

// plain are the places in which a number is nothing that rests on evidence, or says again
// what has its card elsewhere, each with its reason.
var plain = map[string]string{
	".top, .claim":                         "the same on every page",
	".page-title, .person b":               "the age of a person who is made up",
	".step-meet > div > p":                 "what a person who is made up says",
	"#cases-steps, .cases-points, .task b": "counts steps and points, and the learner's own passes",
	".slide .value, .slide label, .choice, .buttons button, .set button, .try":                            "what can be set, or what to try",
	"text.scale, text.tick, text.clock, .hours":                                                           "an axis",
	"#label-scale, #label-scan-cm, #label-scan-two-cm, #scope .front":                                     "a bar that is as long as it says",
	"#label-scalenote, .name-parts > p.quiet":                                                             "how far the drawing is out of scale; the cards of the parts say the rest with their sources",
	"#label-wait, .weeks-when, .strip":                                                                    "a moment",
	"#stairs, .above, .name-readings > p":                                                                 "counts, or says how, the learner's own passes",
	"#label-latency, #reflex":                                                                             "has the card latency in the EMG window",
	"#label-scan-stiff, #label-scan-soft":                                                                 "has the card of the part stiffness",
	"#feedback, #weeks-verdict, #evidence-happened, #evidence-circle svg, #compare-verdict, #weeks-table": "says again what the readings and the table beside it show, which have their cards",
	".task > .quiet":              "says again the readings noise, passes and soreness, which have their cards",
	"#card-help":                  "help",
	".lead, .compare-caption":     "how long and how many the model is followed",
	".weeks-how, .weeks-home > p": "says again the reading pain, which has its card",
	".quiz-ways, .quiz-topics, #quiz-progress, .quiz-plan table": "counts questions and answers",
	"#quiz-item":   "an item, whose basis stands beside its key once it is answered",
	".records > p": "counts sources",
}

// said is a text that bears its mark in its own words.
var said = regexp.MustCompile(`(?i)chosen for teaching|the article|[a-z-]+ (19|20)\d\d\)`)

var digit = regexp.MustCompile(`\d`)

// document renders what is open.
func document(t testing.TB, p *program.Program) *goquery.Document {
	t.Helper()
	d, err := goquery.NewDocumentFromReader(strings.NewReader(page(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// bare gives the texts with numbers that open no card and bear no mark.
func bare(d *goquery.Document) (list []string) {
	exempt := map[*html.Node]bool{}
	for selector := range plain {
		for _, n := range d.Find(selector).Nodes {
			exempt[n] = true
		}
	}
	carded := func(n *html.Node) bool {
		s := goquery.NewDocumentFromNode(n).Selection
		if n.Data == "table" { // its head is for all of it
			s = s.Find("thead")
		}
		return s.Is(cards) || s.Find(cards).Length() > 0
	}
	var walk func(n *html.Node, own bool)
	walk = func(n *html.Node, own bool) {
		if n.Type == html.TextNode {
			if !own && digit.MatchString(n.Data) && !said.MatchString(n.Data) {
				list = append(list, where(n)+": "+strings.TrimSpace(n.Data))
			}
			return
		}
		own = own || exempt[n] || held(n) || unit(n) && carded(n)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, own)
		}
	}
	for _, n := range d.Find("body").Nodes {
		walk(n, false)
	}
	return list
}

// held reports whether a card stands right beside what is in an element.
func held(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && goquery.NewDocumentFromNode(c).Is(cards) {
			return true
		}
	}
	return false
}

// cards is what says what a number rests on: the word that opens its card, the card, its
// proof, or a link to the evidence.
const cards = ".card, .proof, .word, .record, [data-do^='explain:'], [href^='#evidence/']"

// unit reports whether an element is one thing to a reader: what is said in it belongs to
// the card that is in it.
func unit(n *html.Node) bool {
	switch n.Data {
	case "figure", "li", "tr", "table":
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "class" && regexp.MustCompile(`\b(reading|card|proof|record|arm|pains|pain|tension)\b`).MatchString(a.Val) {
			return true
		}
	}
	return false
}

// where names a node's place.
func where(n *html.Node) string {
	var path []string
	for n = n.Parent; n != nil && n.Data != "body" && len(path) < 4; n = n.Parent {
		name := n.Data
		for _, a := range n.Attr {
			if a.Key == "id" {
				name += "#" + a.Val
			} else if a.Key == "class" {
				name += "." + strings.Join(strings.Fields(a.Val), ".")
			}
		}
		path = append([]string{name}, path...)
	}
	return strings.Join(path, " ")
}

// walked gives every state of the program, by its name.
func walked(t *testing.T, look func(name string, p *program.Program)) {
	for _, s := range states {
		p := shelved(t)
		if !p.Go(s.place) {
			t.Fatalf("#%s does not open", s.place)
		}
		for _, in := range s.do {
			if name, value, _ := strings.Cut(in, "="); name != "" {
				p.Do(scenes.Intent{Do: name, Value: value})
			}
			for range 40 {
				p.Advance(100)
			}
			if n := document(t, p).Find(".notice").Text(); n != "" {
				t.Fatalf("#%s after %q says %q", s.place, in, n)
			}
			look(s.place+" after "+strconv.Quote(in), p)
		}
	}
}

// No number without a card: in every scene, in all its states.
func TestNoNumberWithoutACard(t *testing.T) {
	seen := map[string]bool{}
	walked(t, func(name string, p *program.Program) {
		for _, b := range bare(document(t, p)) {
			if k := digit.ReplaceAllString(b, "0"); !seen[k] {
				seen[k] = true
				t.Errorf("%s: %s", name, b)
			}
		}
	})
}

// The walk finds a number that stands bare, and one whose card is taken away.
func TestTheWalkFindsABareNumber(t *testing.T) {
	for html, want := range map[string]int{
		`<section><p>It is 5 µV.</p></section>`:                                                          1,
		`<section><button class="word">Noise</button> <output>5 µV</output></section>`:                   0,
		`<section><output>5 µV</output></section><section><button class="word">Noise</button></section>`: 1,
		`<div class="reading">5 µV <div class="proof">chosen for teaching</div></div><p>6 µV</p>`:        1,
		`<p>10 of 100, chosen for teaching</p>`:                                                          0,
		`<ul><li>7 mm <a href="#evidence/numbers">why</a></li><li>8 mm</li></ul>`:                        1,
		`<table><tr><td>9</td></tr></table><p class="lead">24 weeks</p>`:                                 1,
		`<div class="slide"><span class="value">3</span></div>`:                                          0,
	} {
		d, err := goquery.NewDocumentFromReader(strings.NewReader(html))
		if err != nil {
			t.Fatal(err)
		}
		if got := bare(d); len(got) != want {
			t.Errorf("%s: %q", html, got)
		}
	}
	p := shelved(t)
	d := document(t, p)
	if len(bare(d)) != 0 {
		t.Fatal("the lab has a bare number")
	}
	d.Find("#name-noise").RemoveAttr("data-do").RemoveAttr("class")
	if got := bare(d); len(got) == 0 {
		t.Error("without its card the endplate noise is let pass")
	}
}

// No card without a source: each word that opens a card in any state opens one that says
// what it rests on, with a source or the words "chosen for teaching".
func TestNoCardWithoutASource(t *testing.T) {
	words := must(content.DecodeWords(assets.English))
	seen := map[string]bool{}
	walked(t, func(name string, p *program.Program) {
		var keys []string
		document(t, p).Find("[data-do^='explain:'], [data-do^='part:'], [data-do^='arrow:']").Each(func(_ int, s *goquery.Selection) {
			if s.AttrOr("aria-expanded", "") == "false" {
				keys = append(keys, s.AttrOr("data-do", ""))
			}
		})
		scene, _, _ := strings.Cut(name, " ")
		for _, k := range keys {
			if k == "explain:help" || seen[scene+k] {
				continue
			}
			seen[scene+k] = true
			p.Do(scenes.Intent{Do: k})
			d := document(t, p)
			c := d.Find("#" + d.Find(`[data-do="`+k+`"]`).AttrOr("aria-controls", "none"))
			if c.Length() != 1 || !c.Is(".card") {
				t.Errorf("%s: %s opens %d cards", name, k, c.Length())
			} else if text := c.Text(); !sourced(c, text, words) {
				t.Errorf("%s: the card of %s rests on nothing: %q", name, k, text)
			}
			p.Do(scenes.Intent{Do: k})
		}
	})
	if len(seen) < 100 {
		t.Errorf("%d cards were opened", len(seen))
	}
}

// sourced reports whether a card says what it rests on.
func sourced(c *goquery.Selection, text string, words *content.Words) bool {
	if strings.Contains(text, "hosen for teaching") || c.Find(".proof a[href^='#evidence/source/']").Length() > 0 {
		return true
	}
	// A card in words alone: its mark, and a source that is named.
	named := false
	c.Find(".source").Each(func(_ int, s *goquery.Selection) {
		rest, ok := strings.CutPrefix(s.Text(), words.T("panel.source-name"))
		named = named || ok && len(strings.TrimSpace(rest)) > 8
	})
	return named && strings.Contains(text, words.T("panel.mark-name"))
}
