package lab

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"pgregory.net/rapid"

	"taut/game/content"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/view"
)

// rendered gives the document of a face.
func rendered(t rapid.TB, f *Face, w *content.Words) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := render(f, w).Render(&b); err != nil {
		t.Fatal(err)
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// faces draws any face, sane numbers and others.
func faces() *rapid.Generator[*Face] {
	return rapid.Custom(func(t *rapid.T) *Face {
		number := func(name string, lo, hi float64) float64 {
			if rapid.IntRange(0, 19).Draw(t, name+" odd") == 0 {
				return rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1e9, 1e9}).Draw(t, name)
			}
			return rapid.Float64Range(lo, hi).Draw(t, name)
		}
		yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
		text := func(name string) string { return rapid.StringN(0, 40, 80).Draw(t, name) }
		cards := append([]string{"", "help", "tension", "pain", "passes", "twitches", "flow", "noise", "acid", "soreness", "tomorrow", "rms", "spikes", "latency"}, glossary[:]...)
		f := &Face{
			Mute: yes("mute"), Sound: yes("sound"), Volume: number("volume", 0, 100), Offer: yes("offer"), Caption: uint16(rapid.IntRange(0, 1<<len(captionKeys)-1).Draw(t, "caption")),
			Kind: trigger.Kind(rapid.IntRange(0, 2).Draw(t, "kind")), Rate: rapid.SampledFrom(session.Speeds[:]).Draw(t, "rate"),
			Pose:  needle.Pose{Along: number("along", -20, 20), Across: number("across", -20, 20), Angle: number("angle", 0, 45), Direction: number("direction", 0, 12), Depth: number("depth", 0, 30)},
			Speed: number("speed", 5, 160), More: yes("more"), HideKnot: yes("hide"), Reached: yes("reached"), AtSkin: yes("skin"), Plain: yes("plain"), Responder: yes("responder"),
			Explained: rapid.SampledFrom(cards).Draw(t, "card"), Describing: yes("describing"), Description: text("description"), Theme: rapid.SampledFrom([]string{"", "dark", "light", "projector"}).Draw(t, "theme"),
			Playing: yes("playing"), CanReplay: yes("replay"), CanUndo: yes("undo"), Queued: yes("queued"), Stopped: yes("stopped"),
			Passes: rapid.IntRange(0, 60).Draw(t, "passes"), Twitches: rapid.IntRange(0, 60).Draw(t, "twitches"),
			Tension: number("tension", 0, 120), TensionWas: number("was", 0, 120), TensionHealthy: number("healthy", 0, 20),
			Flow: number("flow", 0, 160), Noise: number("noise", 0, 25), PH: number("ph", 6.5, 7.1), AcidWord: rapid.SampledFrom([]string{"acid.none", "acid.little", "acid.more"}).Draw(t, "acid"),
			Pain: number("pain", 0, 10), PainAsked: rapid.SampledFrom([]string{"pain.before", "pain.now", "pain.later", "pain.latent"}).Draw(t, "asked"),
			Soreness: number("soreness", 0, 100), Tomorrow: number("tomorrow", 0, 100), ReachedLoci: rapid.IntRange(0, 16).Draw(t, "loci"),
			Clock: session.Clock(rapid.IntRange(0, 4).Draw(t, "clock")), ClockRate: number("clock rate", 0, 8), Milliseconds: number("ms", -50, 500), PointSeconds: number("point", 0, 90),
			WaitLeft: number("left", 0, 1), Waited: number("waited", 0, 1e6), WaitFor: number("wait", 0, 2e6), SpeedShown: number("shown", 0, 160), Behind: number("behind", -20, 20), Thick: 8,
			Notice: text("notice"), Feedback: Feedback{Headline: text("headline"), Body: text("body"), Next: text("next")},
		}
		f.Scope = FaceScope{ScopeChoice: ScopeChoice{On: yes("scope"), Last: yes("last"), Frozen: yes("frozen"),
			Gain: rapid.IntRange(0, len(scopeGains)-1).Draw(t, "gain"), Sweep: rapid.IntRange(0, len(scopeSweeps)).Draw(t, "sweep")},
			Step: number("step", 20, 500), Spikes: rapid.IntRange(0, 5).Draw(t, "spikes")}
		f.Cut, f.Leg = yes("cut"), rapid.SampledFrom([]string{legRest, legIn, legOut, legMuscle, legJerk, legCut}).Draw(t, "leg")
		for i := range rapid.IntRange(0, 45).Draw(t, "bars") {
			f.Bars = append(f.Bars, Bar{Tension: number("bar", 0, 110), Twitch: float64(i % 4)})
			f.Marks = append(f.Marks, Tip{X: number("x", -30, 30), Y: number("y", -30, 30), Twitch: float64(i % 4)})
		}
		f.Level = view.Level(rapid.IntRange(0, int(view.Levels)-1).Draw(t, "level"))
		for _, r := range partRows[f.Level] {
			format := rapid.SampledFrom(partFormats[:]).Draw(t, r.key).key
			f.Parts = append(f.Parts, Part{Key: r.key, Value: number(r.key+" value", 0, 1000), Format: format, Shown: true})
		}
		if yes("part") {
			f.PartOpen = rapid.SampledFrom(f.Parts).Draw(t, "open part").Key
		}
		if yes("guess") {
			f.Guess = Guess{Question: text("question"), Options: []string{"bigger", text("option")}, Chosen: rapid.IntRange(-1, 1).Draw(t, "chosen"), Open: true}
		}
		if yes("verdict") {
			f.Feedback.Verdict = []string{text("verdict"), "b"}
		}
		for range rapid.IntRange(0, 6).Draw(t, "cards") {
			f.Cards = append(f.Cards, Card{Text: text("try"), Done: yes("done")})
		}
		return f
	})
}

// accessible gives an element's accessible name, by the part of the rules that
// the panel uses: aria-labelledby, aria-label, label, content.
func accessible(d *goquery.Document, e *goquery.Selection) string {
	if ids, ok := e.Attr("aria-labelledby"); ok {
		var names []string
		for id := range strings.FieldsSeq(ids) {
			names = append(names, spoken(d.Find("#"+id)))
		}
		return strings.Join(names, " ")
	}
	if name, ok := e.Attr("aria-label"); ok {
		return name
	}
	if id, ok := e.Attr("id"); ok && e.Is("input") {
		return spoken(d.Find(`label[for="` + id + `"]`))
	}
	return spoken(e)
}

// spoken gives an element's text without what is for the eye alone.
func spoken(e *goquery.Selection) string {
	c := e.Clone()
	c.Find("[aria-hidden=true]").Remove()
	return strings.Join(strings.Fields(c.Text()), " ")
}

// The names and roles that lessons refer to.
var fixed = map[string][]string{
	"button":            {"One pass", "Step", "Replay", "Start again", "Undo pass", "Stop here", "Press", "Ask", "Describe"},
	"input[type=range]": {"Depth", "Angle", "Direction", "Aim", "Tip speed"},
	"[role=radiogroup]": {"Trigger point", "Speed"},
	"output":            {"Passes", "Twitches", "Tension", "Blood flow", "Pain", "Endplate noise", "Acidity"},
	"[role=group]":      {"Wait"},
}

func TestFixedNamesAreInEveryFace(t *testing.T) {
	w := words(t)
	rapid.Check(t, func(t *rapid.T) {
		f := faces().Draw(t, "face")
		d := rendered(t, f, w)
		for selector, names := range fixed {
			count := map[string]int{}
			d.Find(selector).Each(func(_ int, e *goquery.Selection) { count[accessible(d, e)]++ })
			for _, n := range names {
				if count[n] != 1 {
					t.Errorf("%d of %s are named %q", count[n], selector, n)
				}
			}
			if selector == "button" {
				play := map[bool]string{false: "Play", true: "Pause"}
				if count[play[f.Playing]] != 1 || count[play[!f.Playing]] != 0 {
					t.Errorf("playing is %v, and the buttons are %v", f.Playing, count)
				}
			}
		}
		inGroup := func(selector string) (names []string) {
			d.Find(selector).Each(func(_ int, e *goquery.Selection) { names = append(names, accessible(d, e)) })
			return names
		}
		for selector, want := range map[string]string{
			"[aria-labelledby=name-kind] input":  "Active Latent Healthy",
			"[aria-labelledby=name-speed] input": "1/64 1/16 1/4 1 2 4 8",
			"[aria-labelledby=name-wait] button": "10 seconds 5 minutes 1 day 3 days 3 weeks",
		} {
			if got := strings.Join(inGroup(selector), " "); got != want {
				t.Errorf("%s holds %q, not %q", selector, got, want)
			}
		}
	})
}

func TestEveryFaceIsSoundHTML(t *testing.T) {
	w := words(t)
	rapid.Check(t, func(t *rapid.T) {
		f := faces().Draw(t, "face")
		d := rendered(t, f, w)
		ids := map[string]bool{}
		d.Find("[id]").Each(func(_ int, e *goquery.Selection) {
			id := e.AttrOr("id", "")
			if ids[id] {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = true
		})
		for _, name := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for"} {
			d.Find("[" + name + "]").Each(func(_ int, e *goquery.Selection) {
				for id := range strings.FieldsSeq(e.AttrOr(name, "")) {
					if !ids[id] {
						t.Errorf("%s names %q, which is not there", name, id)
					}
				}
			})
		}
		if n := d.Find("[style],script,[onclick]").Length(); n > 0 {
			t.Errorf("%d elements would be refused by the page's policy", n)
		}
		d.Find("button,input,svg[data-zone],[role=application],section,[role=group],[role=radiogroup]").Each(func(_ int, e *goquery.Selection) {
			if accessible(d, e) == "" && e.ParentsFiltered("#feedback").Length() == 0 {
				t.Errorf("an element %s#%s has no name", goquery.NodeName(e), e.AttrOr("id", ""))
			}
		})
		d.Find("button,input").Each(func(_ int, e *goquery.Selection) {
			if e.AttrOr("data-do", "") == "" || e.AttrOr("id", "") == "" {
				t.Errorf("a control %q has no intent or no id", accessible(d, e))
			}
		})
		d.Find("output").Each(func(_ int, e *goquery.Selection) {
			if e.AttrOr("aria-live", "") != "off" {
				t.Errorf("%s is a live region", e.AttrOr("id", ""))
			}
		})
		if missing := content.Missing(markup(t, f, w)); f.Notice == "" && len(missing) > 0 {
			t.Errorf("no text for %v", missing)
		}
	})
}

func markup(t rapid.TB, f *Face, w *content.Words) string {
	var b strings.Builder
	if err := render(f, w).Render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// plain is a face as the lab gives it, without odd numbers.
func plain() *Face {
	return &Face{
		Kind: trigger.Active, Rate: 1, Pose: needle.Pose{Depth: 19, Angle: 10, Direction: 2}, Speed: 80, More: true,
		Passes: 4, Twitches: 4, Tension: 79.4, TensionWas: 88.2, TensionHealthy: 0.4, Flow: 74, Noise: 13.2, PH: 6.69,
		AcidWord: "acid.more", Pain: 7, PainAsked: "pain.before", Soreness: 4, Tomorrow: 21, PointSeconds: 11, Thick: 8,
		Bars: []Bar{{97, 3}, {92, 1}, {88, 0}, {79, 2}}, Marks: []Tip{{0, 0, 3}, {0, 0, 1}, {8, 0, 0}, {2, 2, 2}},
	}
}

func TestOutputsBeginWithTheirNumber(t *testing.T) {
	w := words(t)
	d := rendered(t, plain(), w)
	for id, want := range map[string]string{
		"out-tension": "79 of 100, was 88", "out-passes": "4 passes", "out-twitches": "4 twitches", "out-flow": "74 per cent of healthy",
		"out-noise": "13 µV", "out-pain": "7 of 10, asked before needling", "out-acid": "More acid than healthy muscle",
	} {
		if got := spoken(d.Find("#" + id)); got != want {
			t.Errorf("%s reads %q, not %q", id, got, want)
		}
	}
	number := regexp.MustCompile(`^\d+(\.\d)?\b`)
	rapid.Check(t, func(t *rapid.T) {
		f := faces().Draw(t, "face")
		for _, x := range []*float64{&f.Tension, &f.Flow, &f.Noise, &f.Pain} {
			if !(*x >= 0 && *x < 1e4) { // a number that the model cannot give
				*x = 1
			}
		}
		d := rendered(t, f, w)
		d.Find("output").Not("#out-acid,#out-soreness,#out-tomorrow").Each(func(_ int, e *goquery.Selection) {
			if !number.MatchString(spoken(e)) {
				t.Errorf("%s reads %q", e.AttrOr("id", ""), spoken(e))
			}
		})
	})
}

func TestAcidityHasItsNumberOnTheCard(t *testing.T) {
	f := plain()
	if strings.Contains(spoken(rendered(t, f, words(t)).Find(".reading")), "6.7") {
		t.Error("the number is there without its card")
	}
	f.Explained = "acid"
	card := spoken(rendered(t, f, words(t)).Find("#card-acid"))
	for _, part := range []string{"6.7", "Evidence:", "Source:"} {
		if !strings.Contains(card, part) {
			t.Errorf("the card lacks %q: %s", part, card)
		}
	}
}

// In another language no English is left: every text has an accent or a bracket
// of the pseudo-locale, but for numbers and names of speeds.
func TestPseudoLocale(t *testing.T) {
	w := words(t).Pseudo()
	for _, card := range append([]string{"", "help", "acid"}, glossary[:]...) {
		f := plain()
		f.Explained = card
		html := markup(t, f, w)
		if m := content.Missing(html); len(m) > 0 {
			t.Errorf("no text for %v", m)
		}
		d := rendered(t, f, w)
		d.Find("button,label,h1,h2,p,output,legend").Each(func(_ int, e *goquery.Selection) {
			s := spoken(e)
			if letters := regexp.MustCompile(`[A-Za-z]{3,}`); letters.MatchString(s) && !strings.Contains(s, "⟦") {
				t.Errorf("%q does not come from the texts", s)
			}
		})
	}
}

func TestFirstScreenIsCalm(t *testing.T) {
	f := plain()
	f.More, f.Passes, f.Twitches, f.Bars, f.Marks, f.TensionWas = false, 0, 0, nil, nil, math.NaN()
	d := rendered(t, f, words(t))
	if c := d.Find("#lab").AttrOr("class", ""); c != "lab first" {
		t.Errorf("the first screen is %q", c)
	}
	if got := spoken(d.Find("#out-tension")); got != "79 of 100" {
		t.Errorf("before the first pass tension reads %q", got)
	}
	if !strings.Contains(d.Find("footer").Text(), "Not medical advice") {
		t.Error("the disclaimer is not in the footer")
	}
	if got := d.Find("#label-band").Text(); got != "tight band" {
		t.Errorf("the band is called %q before the field's word is due", got)
	}
	f.More = true
	if got := rendered(t, f, words(t)).Find("#label-band").Text(); got != "taut band" {
		t.Errorf("the band is called %q once the rest is forward", got)
	}
}

func TestEarlierTipsTellTheirTwitch(t *testing.T) {
	d := rendered(t, plain(), words(t))
	for class, n := range map[string]int{"large": 2, "small": 1, "none": 1} {
		if got := d.Find("#above .tip." + class).Length(); got != n {
			t.Errorf("%d tips are %s, not %d", got, class, n)
		}
	}
	if n := d.Find("#stairs .bar").Length(); n != 4 {
		t.Errorf("%d bars for four passes", n)
	}
}
