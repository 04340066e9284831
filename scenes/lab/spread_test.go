package lab

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taut/assets"
)

// rule gives the number that a style sheet has at a pattern's group.
func rule(t *testing.T, sheet, pattern string) float64 {
	t.Helper()
	css, err := assets.Styles.ReadFile("styles/" + sheet)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(pattern).FindSubmatch(css)
	if m == nil {
		t.Fatalf("%s has no %s", sheet, pattern)
	}
	x, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// The note's room is the one that the style sheets give it, on a phone too, and
// what it leaves there is the badge's.
func TestTheNoteHasTheRoomOfTheStyles(t *testing.T) {
	const rem = 16
	share := rule(t, "lab.css", `(?s)#label-scalenote \{[^}]*max-width: ([\d.]+)%`) / 100
	leaves := rem * rule(t, "narrow.css", `#label-scalenote \{[^}]*max-width: calc\(100% - ([\d.]+)rem\)`)
	badge := rem * rule(t, "narrow.css", `#badge \{[^}]*max-width: ([\d.]+)rem`)
	if badge > badgeWide || badgeWide > leaves {
		t.Errorf("the badge has %v px at most, %v are kept free, and the note leaves %v", badge, badgeWide, leaves)
	}
	for _, p := range pictures {
		eachPicture(t, p, "", func(name string, s *student) {
			room := share * p.w
			if s.narrow() {
				room = p.w - leaves
			}
			wide, high := wordBox((&sheet{f: s.face(), w: s.words}).shortNote(), s.typePx())
			note := s.taken(nil)[0]
			if lines := math.Ceil(wide / room); note.x1 < math.Min(wide, room) || note.y1 < lines*high {
				t.Errorf("%s %v: a note of %.0f px in room for %.0f has %+v", name, p, wide, room, note)
			}
		})
	}
}

// With the EMG window open the rail stands lower in the picture, in the middle of
// all of it: words keep off it there.
func TestWordsKeepOffTheRailWithTheWindowOpen(t *testing.T) {
	const under = 230
	p := size{w: 1064, h: 470, dock: 56}
	for _, theme := range []string{"", "projector"} {
		eachPicture(t, p, theme, func(name string, s *student) {
			big := s.typePx()
			s.does("scope=true")
			s.Window(under, 0, 540, 700, 180)
			s.Labels()
			mid := (p.h + p.dock + under) / 2
			rail := box{0, mid - railHalf, s.railWide(), math.Min(mid+railHalf, p.h)}
			for i, b := range s.spread.boxes {
				if b.x1 > b.x0 && b.meets(rail) {
					t.Errorf("%s %s: the words %d lie over the rail: %+v", name, theme, i, b)
				}
			}
			if free := s.taken(nil); !meetsSome(free, box{10, mid, 11, mid + railHalf - 1}) {
				t.Errorf("%s %s: the rail's lower half is free for words", name, theme)
			}
			if theme == "projector" && s.typePx() <= big {
				t.Errorf("%s: the words are %.1f px high, with a window below as without %.1f", name, s.typePx(), big)
			}
		})
	}
}

func meetsSome(all []box, b box) bool {
	for _, o := range all {
		if b.meets(o) {
			return true
		}
	}
	return false
}

// Every text of a label stands on the picture somewhere, and every label has one.
func TestLabelsHaveTheirTexts(t *testing.T) {
	w := words(t)
	used := map[string]bool{"panel.label.capillary-open": true, "panel.label.nodule": true, "panel.label.lens-same": true}
	for _, id := range labelIDs {
		if key := strings.TrimPrefix(id, "label-"); key != id {
			used["panel.label."+key], used["panel.label."+key+"-field"] = true, true
		}
	}
	for _, k := range w.Keys() {
		if strings.HasPrefix(k, "panel.label.") && !used[k] {
			t.Errorf("nothing uses %s", k)
		}
	}
	for _, names := range [][]string{bandWords[:], scanWords[:]} {
		for i, part := range names {
			if key := "panel.label." + strings.TrimPrefix(labelIDs[i], "label-"); part != "" && !w.Has(key) {
				t.Errorf("no text for %s", key)
			}
		}
	}
}
