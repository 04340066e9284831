package quiz

import (
	"strings"
	"testing"

	"taut/game/content/contenttest"
)

// What the scene itself says is read with ease, and says nothing of being ready.
func TestWordsAreEasy(t *testing.T) {
	w := whole().Words
	for _, key := range w.Keys() {
		if !strings.HasPrefix(key, "quiz.") {
			continue
		}
		text := w.T(key)
		if len(strings.Fields(text)) >= 8 {
			if grade := contenttest.Grade(text, nil); grade > 9 {
				t.Errorf("%s is of grade %.1f: %q", key, grade, text)
			}
		}
		for _, word := range []string{"ready", "competent", "certified", "qualified", "safe to", "passed"} {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%s says %q", key, word)
			}
		}
	}
}
