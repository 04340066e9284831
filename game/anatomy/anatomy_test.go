package anatomy

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taut/game/evidence"
)

var chosen = evidence.Basis{Mark: evidence.Teaching}

// atlas is a small one that holds.
func atlas() *Atlas {
	here := []Spot{{Front, 60, 900, 20}}
	ms := func(at float64) evidence.Range {
		return evidence.Range{Lo: at, At: at, Hi: at, Unit: "ms", Basis: chosen}
	}
	return &Atlas{
		Regions:  []Region{{ID: "thigh", Name: "Thigh", Spots: here}},
		Hazards:  []Hazard{{ID: "artery", Kind: Vessel, Name: "Artery", Danger: "It bleeds.", Bodies: "It can be 1 cm deep. " + NoDepth, Meet: "Stop.", Basis: chosen}},
		Twitches: []Twitch{{ID: "unit", Name: "Unit", Time: ms(58), Latency: ms(30), Ratio: evidence.Range{Lo: .2, At: .3, Hi: .4, Unit: "1", Basis: chosen}}},
		Muscles: []Muscle{{
			ID: "vastus", Name: "Vastus", Plain: "It straightens the knee.", Region: "thigh", Spots: here, Hazards: []string{"artery"}, Twitch: "unit", Beneath: Bone,
			Referral: Referral{Words: "The knee.", Spots: here, Basis: evidence.Basis{Mark: evidence.Found, Sources: []string{"maps"}}},
			Layers:   []Layer{{Skin, 1, 2, chosen}, {Fat, 3, 9, chosen}, {Own, 10, 20, chosen}},
			Heads:    []Head{{"whole", 9.7, 1444, 29.6, 23.7}}, Build: evidence.Basis{Mark: evidence.Found, Sources: []string{"maps"}},
		}},
		Conditions: []Condition{{
			ID: "knee", Name: "Knee", Article: "Joint pain", Plain: "Pain in the knee.", First: []string{"Heat"}, Refer: "A locked knee.", Basis: chosen,
			Feeders: []Feeder{{"vastus", 98, chosen}}, Findings: []Finding{{"It helps a little.", chosen}}, Claims: []string{"relief"},
		}},
	}
}

func library() *evidence.Library {
	return &evidence.Library{
		Sources: []evidence.Source{{ID: "maps", Authors: "A", Kind: "study", Shows: "B.", Read: "full"}},
		Claims:  []evidence.Claim{{ID: "relief", Name: "Relief", Sentence: "Some.", Grade: evidence.Weak, Sources: []string{"maps"}}},
	}
}

func TestAtlasRoundTrip(t *testing.T) {
	b, err := atlas().Encode()
	if err != nil {
		t.Fatal(err)
	}
	a, err := DecodeAtlas(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := a.Encode()
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("another round gives other bytes (%v)", err)
	}
	if d := cmp.Diff(atlas(), a); d != "" {
		t.Error(d)
	}
	if err := a.Resolve(library()); err != nil {
		t.Error(err)
	}
	c, _ := a.Condition("knee")
	if h := a.HazardsOf(c); len(h) != 1 || h[0].ID != "artery" {
		t.Errorf("hazards of the knee: %v", h)
	}
	if _, ok := a.Muscle("nothing"); ok {
		t.Error("a muscle was found that is not there")
	}
}

// TestAtlasNamesTheFault: each fault is refused and names its record, written or
// compiled.
func TestAtlasNamesTheFault(t *testing.T) {
	for name, tc := range map[string]struct {
		id    string
		spoil func(a *Atlas)
	}{
		"id twice":         {"thigh", func(a *Atlas) { a.Regions = append(a.Regions, a.Regions[0]) }},
		"name":             {"thigh", func(a *Atlas) { a.Regions[0].Name = "" }},
		"no place":         {"thigh", func(a *Atlas) { a.Regions[0].Spots = nil }},
		"off the figure":   {"thigh", func(a *Atlas) { a.Regions[0].Spots[0].Y = 2000 }},
		"pinprick":         {"thigh", func(a *Atlas) { a.Regions[0].Spots[0].R = 5 }},
		"side":             {"thigh", func(a *Atlas) { a.Regions[0].Spots[0].Side = "top" }},
		"kind":             {"artery", func(a *Atlas) { a.Hazards[0].Kind = "bone" }},
		"harm":             {"artery", func(a *Atlas) { a.Hazards[0].Meet = "" }},
		"depth alone":      {"artery", func(a *Atlas) { a.Hazards[0].Bodies = "It is 3 cm deep." }},
		"depth in danger":  {"artery", func(a *Atlas) { a.Hazards[0].Danger = "At 3 cm it bleeds. " + NoDepth }},
		"hazard's mark":    {"artery", func(a *Atlas) { a.Hazards[0].Basis.Mark = 0 }},
		"twitch's unit":    {"unit", func(a *Atlas) { a.Twitches[0].Time.Unit = "s" }},
		"twitch's ratio":   {"unit", func(a *Atlas) { a.Twitches[0].Ratio.Hi = 1 }},
		"twitch's mark":    {"unit", func(a *Atlas) { a.Twitches[0].Latency.Basis.Mark = 0 }},
		"region":           {"vastus", func(a *Atlas) { a.Muscles[0].Region = "arm" }},
		"twitch":           {"vastus", func(a *Atlas) { a.Muscles[0].Twitch = "arm" }},
		"hazard":           {"vastus", func(a *Atlas) { a.Muscles[0].Hazards[0] = "arm" }},
		"beneath":          {"vastus", func(a *Atlas) { a.Muscles[0].Beneath = Skin }},
		"no skin":          {"vastus", func(a *Atlas) { a.Muscles[0].Layers = a.Muscles[0].Layers[1:] }},
		"not the muscle":   {"vastus", func(a *Atlas) { a.Muscles[0].Layers = a.Muscles[0].Layers[:2] }},
		"layer's range":    {"vastus", func(a *Atlas) { a.Muscles[0].Layers[1].Lo = 10 }},
		"layer's mark":     {"vastus", func(a *Atlas) { a.Muscles[0].Layers[1].Basis.Mark = 0 }},
		"referral's mark":  {"vastus", func(a *Atlas) { a.Muscles[0].Referral.Basis.Sources = nil }},
		"build's mark":     {"vastus", func(a *Atlas) { a.Muscles[0].Build.Mark = 0 }},
		"build":            {"vastus", func(a *Atlas) { a.Muscles[0].Heads[0].Angle = 90 }},
		"landmark":         {"vastus", func(a *Atlas) { a.Muscles[0].Plain = "Two fingers above the knee cap." }},
		"needle":           {"vastus", func(a *Atlas) { a.Muscles[0].Referral.Words = "Use .30 x 50." }},
		"muscle":           {"knee", func(a *Atlas) { a.Conditions[0].Feeders[0].Muscle = "arm" }},
		"share":            {"knee", func(a *Atlas) { a.Conditions[0].Feeders[0].Share = 101 }},
		"condition's mark": {"knee", func(a *Atlas) { a.Conditions[0].Basis.Mark = 0 }},
		"feeder's mark":    {"knee", func(a *Atlas) { a.Conditions[0].Feeders[0].Basis.Mark = 0 }},
		"finding's mark":   {"knee", func(a *Atlas) { a.Conditions[0].Findings[0].Basis.Mark = 0 }},
		"nothing first":    {"knee", func(a *Atlas) { a.Conditions[0].First = nil }},
		"nobody to refer":  {"knee", func(a *Atlas) { a.Conditions[0].Refer = "" }},
		"depth in a note":  {"knee", func(a *Atlas) { a.Conditions[0].Findings[0].Basis.Note = "at 20mm" }},
		"depth in finding": {"knee", func(a *Atlas) { a.Conditions[0].Findings[0].Sentence = "Ten millimetres deep." }},
	} {
		a := atlas()
		tc.spoil(a)
		_, err := a.Encode()
		fault := new(evidence.Fault)
		if !errors.As(err, &fault) || fault.ID != tc.id {
			t.Errorf("%s: %v", name, err)
		}
		b, err := a.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeAtlas(b); err == nil || !strings.HasPrefix(err.Error(), "anatomy: ") {
			t.Errorf("%s, compiled: %v", name, err)
		}
	}
}

func TestResolveNamesWhatIsLost(t *testing.T) {
	for name, spoil := range map[string]func(a *Atlas){
		"referral": func(a *Atlas) { a.Muscles[0].Referral.Basis.Sources[0] = "lost" },
		"build":    func(a *Atlas) { a.Muscles[0].Build.Sources[0] = "lost" },
		"layer":    func(a *Atlas) { a.Muscles[0].Layers[0].Basis.Sources = []string{"lost"} },
		"twitch":   func(a *Atlas) { a.Twitches[0].Time.Basis.Sources = []string{"lost"} },
		"hazard":   func(a *Atlas) { a.Hazards[0].Basis.Sources = []string{"lost"} },
		"plain":    func(a *Atlas) { a.Conditions[0].Basis.Sources = []string{"lost"} },
		"feeder":   func(a *Atlas) { a.Conditions[0].Feeders[0].Basis.Sources = []string{"lost"} },
		"finding":  func(a *Atlas) { a.Conditions[0].Findings[0].Basis.Sources = []string{"lost"} },
		"claim":    func(a *Atlas) { a.Conditions[0].Claims[0] = "lost" },
	} {
		a := atlas()
		spoil(a)
		if err := a.Resolve(library()); err == nil || !strings.Contains(err.Error(), `"lost"`) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMeasureFindsStepsOfARecipe(t *testing.T) {
	for text, want := range map[string]string{
		"19 mm deep": "19 mm", "a 30mm needle": "30 mm", "at 2-3 cm": "3 cm", ".30x50": ".30 x 50", "0.25 × 40": "0.25 × 40",
		"two fingers below": "two fingers", "a fine gauge": "gauge", "Half inch.": "half inch", "three finger-breadths": "three finger",
		"11, 3 or 0 times of 14": "", "One study of 14 people in 2 weeks.": "", "The lung is near.": "", "Even with fingers on the ribs": "", "3 by four people": "3 by four",
	} {
		if got := Measure(text); strings.Trim(got, ".") != strings.Trim(want, ".") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func screen() *Screen {
	return &Screen{[]Precaution{{"consent", DoNot, "No consent", "They said no.", chosen}, {"implant", Ask, "Implant", "It may be hurt.", chosen}}}
}

func TestScreen(t *testing.T) {
	b, err := screen().Encode()
	if err != nil {
		t.Fatal(err)
	}
	s, err := DecodeScreen(b)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(screen(), s); d != "" {
		t.Error(d)
	}
	if l := s.Of(Ask); len(l) != 1 || l[0].ID != "implant" {
		t.Errorf("what asks: %v", l)
	}
	if err := s.Resolve(library()); err != nil {
		t.Error(err)
	}
	s.Precautions[0].Basis.Sources = []string{"lost"}
	if s.Resolve(library()) == nil {
		t.Error("a lost source was found")
	}
	for name, spoil := range map[string]func(p *Precaution){
		"id": func(p *Precaution) { p.ID = "implant" }, "answer": func(p *Precaution) { p.Answer = "maybe" },
		"reason": func(p *Precaution) { p.Reason = "" }, "mark": func(p *Precaution) { p.Basis.Mark = 0 },
		"recipe": func(p *Precaution) { p.Reason = "Stay 2 cm away." },
	} {
		s := screen()
		spoil(&s.Precautions[0])
		if _, err := s.Encode(); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestDecodersRefuse(t *testing.T) {
	a, errA := atlas().Encode()
	s, errS := screen().Encode()
	x, errX := supplement(t).Encode()
	if err := errors.Join(errA, errS, errX); err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]struct {
		good   []byte
		decode func([]byte) error
	}{
		"muscles":     {a, func(b []byte) error { _, err := DecodeAtlas(b); return err }},
		"precautions": {s, func(b []byte) error { _, err := DecodeScreen(b); return err }},
		"list":        {x, func(b []byte) error { _, err := DecodeSupplement(b); return err }},
	} {
		if err := d.decode(d.good); err != nil {
			t.Fatal(err)
		}
		key := string([]byte{0x81, 0xa0 | byte(len(name))}) + name
		for fault, bad := range map[string][]byte{
			"empty": nil, "cut": d.good[:len(d.good)-1], "more": append(slices.Clone(d.good), 0), "huge": make([]byte, maxCompiled+1),
			"array beyond its limit": []byte(key + "\xdd\xff\xff\xff\xff"),
		} {
			if err := d.decode(bad); err == nil || !strings.HasPrefix(err.Error(), "anatomy: ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s, %s: %v", name, fault, err)
			}
		}
	}
}
