// Package scenetest acts on a scene as the page does, for the tests of scenes.
package scenetest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"taut/scenes"
)

// missing is how a text that is not there shows: its key in brackets.
var missing = regexp.MustCompile(`\[[a-z-]+(\.[a-z0-9-]+)+\]`)

// Do gives a scene intents, each "name" or "name=value".
func Do(s scenes.Scene, intents ...string) {
	for _, in := range intents {
		name, value, _ := strings.Cut(in, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
	}
}

// Document gives the nodes of a scene as the page has them. A text that is missing fails
// the test.
func Document(t testing.TB, s scenes.Scene) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := s.Panel().Render(&b); err != nil {
		t.Fatal(err)
	}
	if key := missing.FindString(b.String()); key != "" {
		t.Errorf("a text is missing: %s", key)
	}
	d, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
