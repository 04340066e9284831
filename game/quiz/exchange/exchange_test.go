package exchange

import (
	"encoding/xml"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/game/quiz"
)

func items(t *testing.T) (list []*quiz.Question) {
	t.Helper()
	b, err := os.ReadFile("../../../assets/content/questions.msgp")
	if err != nil {
		t.Fatal(err)
	}
	bank, err := quiz.DecodeBank(b)
	if err != nil {
		t.Fatal(err)
	}
	for i := range bank.Questions {
		list = append(list, &bank.Questions[i])
	}
	return list
}

// What a form holds and what it leaves are together all items; what it leaves is of
// kinds that it cannot hold.
func TestNothingIsDroppedInSilence(t *testing.T) {
	list := items(t)
	for form, held := range map[string][]quiz.Kind{"gift": {quiz.One, quiz.All, quiz.Match, quiz.Number}, "moodle": {quiz.One, quiz.All, quiz.Match, quiz.Number}, "sheet": {quiz.One, quiz.All, quiz.Match, quiz.Number, quiz.Order}} {
		text, left, err := Export(form, list)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, q := range list {
			for _, k := range held {
				if q.Kind == k {
					n++
				}
			}
		}
		if len(left) != len(list)-n || text == "" {
			t.Errorf("%s leaves %d of %d, want %d", form, len(left), len(list), len(list)-n)
		}
	}
	if _, _, err := Export("scorm", list); err == nil || !strings.Contains(err.Error(), "gift, moodle or sheet") {
		t.Errorf("an unknown form gives %v", err)
	}
}

// Moodle XML, read back: every choice is worth 100 % together, and the keys are those
// of the items.
func TestMoodleReadBack(t *testing.T) {
	list := items(t)
	text, _, err := Export("moodle", list)
	if err != nil {
		t.Fatal(err)
	}
	var back xmlQuiz
	if err := xml.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	byID := map[string]*quiz.Question{}
	for _, q := range list {
		byID[q.ID] = q
	}
	n := 0
	for _, x := range back.Questions {
		if x.Type == "category" {
			continue
		}
		n++
		q := byID[x.Name.Text]
		sum := 0.0
		for i, a := range x.Answers {
			v, err := strconv.ParseFloat(a.Fraction, 64)
			if err != nil {
				t.Fatal(err)
			}
			if v > 0 {
				sum += v
			}
			if x.Type == "multichoice" && (v > 0) != q.Options[i].Correct {
				t.Errorf("%s: option %d is worth %v", q.ID, i, v)
			}
		}
		if x.Type != "matching" && math.Abs(sum-100) > .01 {
			t.Errorf("%s: its keys are worth %v %%", q.ID, sum)
		}
		if x.Type == "matching" && len(x.Pairs) != len(q.Options) {
			t.Errorf("%s: %d pairs of %d", q.ID, len(x.Pairs), len(q.Options))
		}
	}
	if n == 0 {
		t.Error("no item is written")
	}
}

// GIFT, read back as far as its signs go: as many items as braces, one key where one
// is to be chosen, and no sign of the format in a text that is not escaped.
func TestGIFTReadBack(t *testing.T) {
	list := items(t)
	text, left, err := Export("gift", list)
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(text, "$CATEGORY:")[1:]
	if len(blocks) != len(list)-len(left) {
		t.Fatalf("%d items of %d", len(blocks), len(list)-len(left))
	}
	byID := map[string]*quiz.Question{}
	for _, q := range list {
		byID[q.ID] = q
	}
	for _, b := range blocks {
		q := byID[strings.Split(b, "::")[1]]
		plain := strings.NewReplacer(`\~`, "", `\=`, "", `\#`, "", `\{`, "", `\}`, "", `\:`, "").Replace(b)
		if strings.Count(plain, "{") != 1 || strings.Count(plain, "}") != 1 {
			t.Errorf("%s: braces do not stand alone", q.ID)
		}
		if q.Kind == quiz.One && (strings.Count(plain, "\n  =") != 1 || strings.Count(plain, "\n  ~") != len(q.Options)-1) {
			t.Errorf("%s: not one key: %s", q.ID, b)
		}
		if q.Kind == quiz.Match && strings.Count(plain, " -> ") != len(q.Options) {
			t.Errorf("%s: not all pairs", q.ID)
		}
	}
}

// The sheet holds every item before the key, and the key as many answers.
func TestSheet(t *testing.T) {
	list := items(t)
	text, left, err := Export("sheet", list)
	if err != nil {
		t.Fatal(err)
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	want := len(list) - len(left)
	if a, k := d.Find("body > ol > li").Length(), d.Find(".key li").Length(); a != want || k != want {
		t.Errorf("%d items and %d keys of %d", a, k, want)
	}
	if !strings.Contains(text, "Do not needle yourself") {
		t.Error("the disclaimer is missing")
	}
}
