//go:build !js

package pagetest

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// fixedNames are the roles and accessible names that lessons and tests refer to:
// in the page from the start, and in every state of it.
var fixedNames = map[string][]string{
	"button": {
		"One pass", "Step", "Replay", "Start again", "Undo pass", "Stop here", "Press", "Ask", "Describe",
		"10 seconds", "5 minutes", "1 day", "3 days", "3 weeks",
	},
	"slider":     {"Depth", "Angle", "Direction", "Aim", "Tip speed"},
	"radiogroup": {"Trigger point", "Speed"},
	"radio":      {"Active", "Latent", "Healthy", "1/64", "1/16", "1/4", "1", "2", "4", "8"},
	"group":      {"Wait"},
	"status":     {"Passes", "Twitches", "Tension", "Blood flow", "Pain", "Endplate noise", "Acidity"},
}

// numbered are the outputs whose text begins with the number.
var numbered = []string{"Passes", "Twitches", "Tension", "Blood flow", "Pain", "Endplate noise"}

// names counts the page's roles and accessible names, as "role name".
func (s student) names() map[string]int {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.Context(), patience)
	defer cancel()
	tree, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) (accessibility.GetFullAXTreeResult, error) {
		return cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	})
	if err != nil {
		s.t.Fatal(err)
	}
	count := map[string]int{}
	for _, n := range tree.Nodes {
		if n.Ignored || n.Role == nil || n.Name == nil {
			continue
		}
		var role, name string
		if json.Unmarshal(n.Role.Value, &role) == nil && json.Unmarshal(n.Name.Value, &name) == nil {
			count[role+" "+name]++
		}
	}
	return count
}

// checkNames holds the fixed names in the present state.
func (s student) checkNames(t *testing.T) {
	t.Helper()
	got := s.names()
	for role, names := range fixedNames {
		for _, name := range names {
			if n := got[role+" "+name]; n != 1 {
				t.Errorf("%d elements have the role %s and the name %q, want 1", n, role, name)
			}
		}
	}
	if got["button Play"]+got["button Pause"] != 1 {
		t.Error("there is no one button named Play or Pause")
	}
	for _, name := range numbered {
		if text := s.output(name); !leadingNumber.MatchString(text) {
			t.Errorf("%s does not begin with its number: %q", name, text)
		}
	}
	for name := range got {
		if strings.Contains(name, "[panel.") || strings.Contains(name, "[lab.") || strings.Contains(name, "[host.") {
			t.Errorf("a text is missing: %s", name)
		}
	}
}

// states are what a person comes through, each from the one before.
var states = []struct {
	name  string
	reach func(s student)
}{
	{"loaded, with the first guess open", func(student) {}},
	{"in a stroke", func(s student) { s.tap("do-pass"); s.Advance(300) }},
	{"after one pass", func(s student) { s.settle() }},
	{"a guess chosen", func(s student) { s.tap("guess-2") }},
	{"after three passes, all forward", func(s student) {
		s.pass()
		s.slide("Direction", 3)
		s.pass()
	}},
	{"a reading explained", func(s student) { s.tap("name-acid") }},
	{"tension explained", func(s student) { s.tap("name-tension") }},
	{"pain explained", func(s student) { s.tap("name-pain") }},
	{"a word explained", func(s student) { s.tap("word-twitch") }},
	{"help", func(s student) { s.tap("do-help") }},
	{"described", func(s student) { s.tap("do-help"); s.tap("do-describe") }},
	{"the EMG window", func(s student) { s.tap("show-scope"); s.Frame() }},
	{"its last twitch, frozen, explained", func(s student) { s.tap("scope-last"); s.tap("scope-freeze"); s.tap("name-latency") }},
	{"played", func(s student) { s.tap("do-play"); s.Advance(1000) }},
	{"paused and replayed", func(s student) { s.tap("do-play"); s.tap("do-replay"); s.Advance(200) }},
	{"stopped and judged", func(s student) { s.settle(); s.tap("do-stop") }},
	{"in a film", func(s student) { s.tap("wait-5m"); s.Advance(800) }},
	{"waited and asked", func(s student) { s.settle(); s.tap("do-ask") }},
	{"a notice of the lab", func(s student) { Eval[any](s.Page, `tautGo.act("aim", "nowhere") ?? null`) }},
	{"a notice of the page", func(s student) { Eval[any](s.Page, `tautHost.tell("A sentence for a person.") ?? null`) }},
	{"light", func(s student) { s.tap("do-light") }},
	{"projector", func(s student) { s.tap("do-projector") }},
	{"the knot hidden, parts reached shown", func(s student) { s.tap("hide-knot"); s.tap("reached") }},
	{"at the skin, without blood", func(s student) { s.tap("at-skin"); s.tap("plain") }},
	{"by ultrasound", func(s student) { s.tap("scan"); s.tap("part-stiffness") }},
	{"an answer from one who responds well", func(s student) { s.tap("responder"); s.tap("do-ask") }},
	{"latent", func(s student) { s.tap("kind-latent"); s.pass() }},
	{"healthy", func(s student) { s.tap("kind-healthy"); s.pass() }},
	{"less", func(s student) { s.tap("do-more") }},
	{"begun again", func(s student) { s.tap("do-restart") }},
	{"on a phone", func(s student) { s.resize(390, 844); s.pass() }},
	{"on a phone, all forward", func(s student) { s.tap("do-more") }},
	{"on a phone, the EMG window", func(s student) { s.tap("show-scope"); s.Frame() }},
	{"on a phone, light", func(s student) { s.tap("do-light") }},
	{"on a phone, by ultrasound", func(s student) { s.tap("scan"); s.pass() }},
	{"on a small phone", func(s student) { s.resize(320, 640) }},
	{"on a wide screen", func(s student) { s.resize(1440, 900) }},
}

// Every fixed name is there in every state, and axe finds nothing in any.
func TestEveryState(t *testing.T) {
	file := axeFile(t)
	s := enter(t)
	for _, state := range states {
		state.reach(s)
		t.Run(state.name, func(t *testing.T) {
			s.checkNames(t)
			if file == "" {
				return
			}
			for _, breach := range s.axe(file) {
				t.Error(breach)
			}
		})
	}
	if file == "" {
		t.Log("names are checked; axe-core was not: no TAUT_AXE, and no npm to get it")
	}
}
