// Package game_test holds MODEL.md, the page for teachers, to the model that
// the program runs.
package game_test

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"taut/game/body"
	"taut/game/cases"
	"taut/game/course"
	"taut/game/emg"
	"taut/game/evidence"
	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/quiz"
	"taut/game/session"
	"taut/game/trigger"
)

var update = flag.Bool("update", false, "write the tables of MODEL.md anew")

// text is the page. It is embedded, so that the tests run in a browser too.
//
//go:embed MODEL.md
var text string

var tables = []struct {
	name string
	evidence.Table
}{
	{"trigger", trigger.Constants}, {"needle", needle.Constants}, {"course", course.Constants}, {"arms", course.ArmConstants},
	{"muscle", muscle.Constants}, {"emg", emg.Constants}, {"session", session.Constants},
	{"body", body.Constants}, {"cases", cases.Constants}, {"quiz", quiz.Constants},
}

// TestTablesOfThePage: each table between its markers is the one that the
// program runs. With -update they are written.
func TestTablesOfThePage(t *testing.T) {
	text := text
	for _, tb := range tables {
		if err := tb.Validate(); err != nil {
			t.Error(err)
		}
		begin, end := "<!-- begin "+tb.name+" -->\n", "<!-- end "+tb.name+" -->"
		i, j := strings.Index(text, begin), strings.Index(text, end)
		if i < 0 || j < i {
			t.Fatalf("the markers of %s are missing", tb.name)
		}
		i += len(begin)
		want := markdown(tb.Table)
		if text[i:j] != want && !*update {
			t.Errorf("the table of %s is not that of the program; run go test ./game -update", tb.name)
		}
		text = text[:i] + want + text[j:]
	}
	if *update {
		if err := os.WriteFile("MODEL.md", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// markdown writes a table as MODEL.md has it.
func markdown(table evidence.Table) string {
	var b strings.Builder
	b.WriteString("| Symbol | Value | Unit | Range | Mark | Source |\n|---|---|---|---|---|---|\n")
	for _, c := range table {
		unit := c.Unit
		if unit == "1" {
			unit = "-"
		}
		fmt.Fprintf(&b, "| `%s` | %.6g | %s | %.6g to %.6g | %s | %s |\n", c.Symbol, c.Value, unit, c.Lo, c.Hi, c.Mark, strings.ReplaceAll(c.Source, "|", "\\|"))
	}
	return b.String()
}

// TestPageNamesEveryVariable: no variable of the state without a line.
func TestPageNamesEveryVariable(t *testing.T) {
	for _, s := range []any{trigger.State{}, course.State{}, session.State{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(s)) {
			if !f.Anonymous && len(f.Index) == 1 && !strings.Contains(text, "`"+f.Name+"`") {
				t.Errorf("%T.%s is not on the page", s, f.Name)
			}
		}
	}
}

// TestPageSaysWhatItMust: model, not advice, not training, law, theory
// debated, where to turn, what is urgent.
func TestPageSaysWhatItMust(t *testing.T) {
	for _, part := range []string{
		"one theory", "It is for learning", "cannot tell you what causes your pain", "collapsed lung", "under the law of their country or state",
		"no screen can replace", "see a health professional", "Get urgent help for chest pain", "original teaching model",
		"What is simplified", "What is not shown", "not for finding a place on anybody", "What is disputed", "Where the article and the literature differ", "Known to be off",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("the page does not say %q", part)
		}
	}
}
