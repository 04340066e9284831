package site

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taut/assets"
	"taut/game/pack"
	"taut/game/quiz"
	"taut/scenes"
	scene "taut/scenes/quiz"
)

// exported gives the file that somebody hands out who answered one item, by the option
// that is shown at a place, and said how sure that was.
func exported(t *testing.T, item, place, sure string, on int64) []byte {
	t.Helper()
	own, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	s := scene.New(scene.Options{Library: own.Library, Atlas: own.Atlas, Bank: own.Bank, Now: func() int64 { return on }})
	if !s.Open(item) {
		t.Fatalf("there is no item %q", item)
	}
	for _, do := range []string{"sure:" + sure, "one:" + place, "answer", "home", "export"} {
		s.Do(scenes.Intent{Do: do})
	}
	_, data, _ := strings.Cut(s.Effects().Link, ",")
	b, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// From the files that people export the command tells how hard an item was and which
// wrong option draws; what is no such file is named and left out.
func TestQuizStatistics(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "class [A]") // a name that is no pattern
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	put := func(name string, b []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	// Two people who chose each of the options as they were shown.
	var item string
	for i := range own.Bank.Questions {
		if q := &own.Bank.Questions[i]; q.Kind == quiz.One && len(q.Options) == 4 {
			item = q.ID
			break
		}
	}
	const n = 4
	for k := range 2 * n {
		put("p"+string(rune('a'+k))+".taut", exported(t, item, string(rune('0'+k%n)), "3", int64(1000+k)))
	}
	put("again.taut", exported(t, item, "0", "3", 1000)) // the first one's, once more
	put("noise.taut", []byte("noise"))
	var out, told bytes.Buffer
	if err := QuizStatistics(dir, "csv", "", &out, &told); err != nil {
		t.Fatal(err)
	}
	if got := told.String(); !strings.HasPrefix(got, "left out: noise.taut: ") || strings.Count(got, "\n") != 1 {
		t.Errorf("of what is no file of answers it says %q", got)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+n {
		t.Fatalf("%d rows, want a head and %d options: %v", len(rows), n, rows)
	}
	for _, r := range rows[1:] {
		if r[0] != item || r[3] != "8" || r[11] != "2" {
			t.Errorf("a row is %v", r)
		}
	}
	out.Reset()
	if err := QuizStatistics(dir, "table", "", &out, &told); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "people in") || !strings.Contains(got, item) || !strings.Contains(got, "nobody's skill") {
		t.Errorf("the table is %q", got)
	}
	for name, run := range map[string]func() error{
		"a form":   func() error { return QuizStatistics(dir, "pie", "", &out, &told) },
		"no path":  func() error { return QuizStatistics(filepath.Join(dir, "away"), "csv", "", &out, &told) },
		"no files": func() error { return QuizStatistics(t.TempDir(), "csv", "", &out, &told) },
		"no pack":  func() error { return QuizStatistics(dir, "csv", filepath.Join(dir, "away"), &out, &told) },
	} {
		if err := run(); err == nil || !strings.HasPrefix(err.Error(), "flag -") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
