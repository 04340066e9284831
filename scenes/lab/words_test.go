package lab

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"taut/game/content"
	"taut/game/needle"
)

// fieldTerms are taught, one at a time, and do not count against a text.
var fieldTerms = map[string]bool{
	"endplate": true, "endplates": true, "tension": true, "latent": true, "soreness": true, "trigger": true, "muscle": true, "needle": true,
}

var aWord = regexp.MustCompile(`[A-Za-z']+|[0-9]+`)

// grade is the Flesch-Kincaid reading grade:
// 0.39 words/sentences + 11.8 syllables/words - 15.59.
func grade(text string) float64 {
	sentences, words, syllables := 0, 0, 0
	for _, s := range regexp.MustCompile(`[.!?:;]+["”]?(\s|$)`).Split(text, -1) {
		w := aWord.FindAllString(s, -1)
		if len(w) == 0 {
			continue
		}
		sentences++
		for _, x := range w {
			words++
			syllables += syllablesOf(strings.ToLower(x))
		}
	}
	if words == 0 {
		return 0
	}
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

var vowels = regexp.MustCompile(`[aeiouy]+`)

// syllablesOf counts groups of vowels, less a silent e at the end.
func syllablesOf(w string) int {
	if fieldTerms[w] || w[0] < 'a' {
		return 1
	}
	n := len(vowels.FindAllString(w, -1))
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") || strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded") {
		n--
	}
	return max(1, n)
}

// placeholders stand for a word of one syllable.
var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Each text is read as it stands on the page: a feedback in one piece.
func TestLabReadsAtGradeSix(t *testing.T) {
	w := words(t)
	units := map[string]string{}
	for _, k := range w.Keys() {
		if !strings.HasPrefix(k, "lab.") || strings.HasPrefix(k, "lab.describe.") || strings.HasPrefix(k, "lab.notice.") {
			continue // descriptions are lists of numbers, notices are about what was typed
		}
		unit := k
		if strings.HasPrefix(k, "lab.feedback.") {
			unit = k[:strings.LastIndex(k, ".")]
		}
		text := strings.TrimRight(w.T(k), " ")
		if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
			text += "."
		}
		if strings.HasSuffix(k, ".head") {
			units[unit] = text + " " + units[unit]
		} else {
			units[unit] += " " + text
		}
	}
	for k, text := range units {
		if len(aWord.FindAllString(text, -1)) < 5 {
			continue // a word on a button has no grade
		}
		if g := grade(placeholder.ReplaceAllString(text, "x")); g > 6 {
			t.Errorf("%s reads at grade %.1f: %s", k, g, text)
		}
	}
}

// A feedback is at most two sentences of news and one of advice, and no text
// praises a twitch.
func TestFeedbackIsShort(t *testing.T) {
	w := words(t)
	for _, k := range w.Keys() {
		if !strings.HasPrefix(k, "lab.feedback.") || k == "lab.feedback.scores.next" {
			continue
		}
		limit := 1
		if strings.HasSuffix(k, "undone.head") || strings.HasSuffix(k, "ask.head") || strings.HasSuffix(k, "ask-responder.head") {
			limit = 2
		}
		if n := len(regexp.MustCompile(`[.!?]”?(\s|$)`).FindAllString(w.T(k), -1)); n > limit {
			t.Errorf("%s has %d sentences: %s", k, n, w.T(k))
		}
		for _, praise := range []string{"well done", "good job", "great", "perfect", "excellent", "bravo"} {
			if strings.Contains(strings.ToLower(w.T(k)), praise) {
				t.Errorf("%s praises: %s", k, w.T(k))
			}
		}
	}
}

// Every key that the code names whole is there, and every key that it makes.
func TestEveryKeyIsThere(t *testing.T) {
	w := words(t)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	full := regexp.MustCompile(`"(lab\.[a-z0-9.-]+[a-z0-9])"`)
	told := regexp.MustCompile(`(?:\btell|compose)\("([a-z0-9-]+)"[,)]`)
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range full.FindAllStringSubmatch(string(b), -1) {
			if !w.Has(m[1]) {
				t.Errorf("%s: no text for %s", f, m[1])
			}
		}
		for _, m := range told.FindAllStringSubmatch(string(b), -1) {
			if !w.Has("lab.feedback." + m[1] + ".head") {
				t.Errorf("%s: no feedback %s", f, m[1])
			}
		}
	}
	want := []string{"lab.feedback.begin-latent.head", "lab.feedback.begin-healthy.head", "lab.feedback.shallow-muscle.head"}
	for _, k := range []string{"bone", "healthy", "many", "fading", "latent", "first", "smaller", "fresh", "step", "step-on", "ask", "ask-first", "ask-responder", "ask-latent", "ask-healthy", "wait-idle", "wait-healthy", "wait-1d-back", "wait-3d-back", "wait-3w-back", "stop", "stop-healthy", "press", "press-first", "press-late", "nerve-cut", "nerve-whole"} {
		want = append(want, "lab.feedback."+k+".head")
	}
	for m := needle.HealthyHere; m <= needle.NerveCut; m++ {
		want = append(want, "lab.feedback."+m.String()+".head", "lab.say."+m.String())
	}
	for l := needle.Air; l <= needle.Bone; l++ {
		want = append(want, "lab.layer."+l.String())
	}
	for _, x := range waits {
		want = append(want, "lab.wait."+x.name, "lab.feedback.wait-"+x.name+".head")
	}
	for q, n := range questionNames {
		want = append(want, "lab.guess."+n+".question")
		for _, o := range guessOptions[q] {
			want = append(want, "lab.guess."+n+"."+o)
		}
	}
	for _, n := range cardNames {
		want = append(want, "lab.card."+n)
	}
	for _, k := range want {
		if !w.Has(k) {
			t.Errorf("no text for %s", k)
		}
	}
}

func TestGradeKnowsEasyFromHard(t *testing.T) {
	if g := grade("The cat sat on the mat. It was warm."); g > 1 {
		t.Errorf("an easy text reads at %.1f", g)
	}
	if g := grade("Physiological considerations necessitate comprehensive evaluation of neuromuscular transmission."); g < 15 {
		t.Errorf("a hard text reads at %.1f", g)
	}
}

// Whatever a person does, few words of praise and no gap in the texts.
func TestNoTextIsMissing(t *testing.T) {
	s := newStudent(t)
	var all []string
	collect := func() {
		f := s.face()
		all = append(all, f.Feedback.Headline, f.Feedback.Body, f.Feedback.Next, f.Notice, f.Guess.Question, f.Description)
		all = append(all, f.Guess.Options...)
		all = append(all, f.Feedback.Verdict...)
		for _, c := range f.Cards {
			all = append(all, c.Text)
		}
	}
	for _, do := range []string{
		"describe", "replay", "stop", "ask", "press", "pass", "pass", "press", "ask", "direction=3", "pass", "stop", "wait:10s", "wait:3w", "ask",
		"responder=true", "pass", "replay", "undo", "kind:latent", "press", "ask", "pass", "wait:5m", "ask", "kind:healthy", "ask", "pass", "stop", "wait:1d", "ask",
		"another", "undo", "depth=nonsense", "rate:9", "nonsense", "step", "play", "play", "restart",
	} {
		s.does(do)
		collect()
		if s.face().Playing {
			s.Advance(500) // Play never rests
		} else {
			s.rests()
		}
		collect()
	}
	all = append(all, s.said...)
	if m := content.Missing(strings.Join(all, "\n")); len(m) > 0 {
		t.Errorf("texts are missing: %v", m)
	}
	for _, x := range all {
		if strings.Contains(x, "{") {
			t.Errorf("a placeholder is left in %q", x)
		}
	}
}

// Nothing of the words for the first five minutes leaves out that people differ.
func TestFirstFiveMinutesSayInRealPeopleThreeTimes(t *testing.T) {
	s := newStudent(t)
	n := 0
	count := func() {
		f := s.face().Feedback
		if strings.Contains(strings.ToLower(f.Headline+f.Body+f.Next), "in real people") {
			n++
		}
	}
	for _, do := range []string{"pass", "pass", "direction=3", "pass", "aim=14", "pass", "aim=0", "direction=6", "pass", "wait:5m", "ask"} {
		s.does(do).rests()
		if do == "pass" || do == "ask" || strings.HasPrefix(do, "wait") {
			count()
		}
	}
	if n < 3 {
		t.Errorf("“in real people” was met %d times, want 3 and more", n)
	}
}
