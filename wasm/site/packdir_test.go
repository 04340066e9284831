package site

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"taut/game/pack"
)

// folder writes the files of a pack.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func exampleDir(t *testing.T) string {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "examples", "pack")
}

// The example compiles, adds one person, two items and a source to the program's own
// content, and the same folder gives the same bytes.
func TestTheExamplePack(t *testing.T) {
	b, err := CompilePack(exampleDir(t))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := CompilePack(exampleDir(t)); err != nil || !bytes.Equal(again, b) {
		t.Errorf("the second time it is compiled otherwise (%v)", err)
	}
	p, err := pack.Decode(b)
	if err != nil || len(p.Cases.Cases) != 1 || len(p.Questions.Questions) != 2 || len(p.Sources.Sources) != 1 {
		t.Errorf("it holds %+v (%v)", p, err)
	}
}

// The page carries the pack where the program finds it, and a site without one has none.
func TestThePageCarriesThePack(t *testing.T) {
	tree := Tree{"index.html": newFile("index.html", []byte("<body>\n</body>"))}
	if err := tree.Carry(nil); err != nil || strings.Contains(string(tree["index.html"].Raw), "template") {
		t.Error("a page without a pack carries one")
	}
	if err := tree.Carry([]byte("pack")); err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`<template id="pack" data-pack="(.*)"></template>`).FindSubmatch(tree["index.html"].Raw)
	if m == nil {
		t.Fatalf("the page is %s", tree["index.html"].Raw)
	}
	if b, err := base64.StdEncoding.DecodeString(string(m[1])); err != nil || string(b) != "pack" {
		t.Errorf("it carries %q", b)
	}
}

// What is wrong with a pack is told in one sentence with the file, the line, and the
// record or key.
func TestPackErrorsNameThePlace(t *testing.T) {
	const (
		head = "title = \"T\"\nauthor = \"A\"\n"
		item = "\n[[question]]\nid = \"x\"\ntopic = \"safety\"\nkind = \"one\"\ndifficulty = 1\nstem = \"What?\"\nwhy = \"So.\"\nlinks = [\"lab\"]\n" +
			"basis = {mark = \"seed\", sources = [\"article\"]}\noptions = [\n{text = \"a\", correct = true, why = \"w\"},\n{text = \"b\", why = \"w\"},\n{text = \"c\", why = \"w\"},\n]\n"
	)
	if _, err := CompilePack(folder(t, map[string]string{"pack.toml": head, "questions.toml": item})); err != nil {
		t.Fatal(err)
	}
	change := func(old, with string) map[string]string {
		return map[string]string{"pack.toml": head, "questions.toml": strings.Replace(item, old, with, 1)}
	}
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no pack.toml":         {map[string]string{"questions.toml": item}, "flag -pack: the folder"},
		"no title":             {map[string]string{"pack.toml": "author = \"A\"\n", "questions.toml": item}, "pack.toml:1: a pack needs a title"},
		"nothing in it":        {map[string]string{"pack.toml": head}, "pack.toml:1: the pack holds neither"},
		"an unknown file":      {map[string]string{"pack.toml": head, "tales.toml": ""}, "tales.toml: a pack knows"},
		"an unknown key":       {change("why = \"So.\"", "because = \"So.\""), "questions.toml:8: the key question.because is not known"},
		"a field":              {change("kind = \"one\"", "kind = \"two\""), `questions.toml:3: "x": kind`},
		"an id in its own way": {change("id = \"x\"\ntopic = \"safety\"", "id   ='x'\ntopic = \"tales\""), `questions.toml:3: "x": topic`},
		"an option":            {change("{text = \"b\", why = \"w\"}", "{text = \"b\"}"), `questions.toml:3: "x": options[2].why`},
		"a source":             {change("\"article\"", "\"nobody\""), `questions.toml:3: "x": there is no source "nobody"`},
		"an id of ours":        {change("id = \"x\"", "id = \"do-quiet\""), `questions.toml:3: "do-quiet": this id stands twice`},
		"a recipe":             {change("\"What?\"", "\"At 20 mm?\""), `questions.toml:3: "x": "20 mm" could be a step of a recipe`},
		"a lone supplement":    {map[string]string{"pack.toml": head, "questions.toml": item, "supplement.toml": ""}, "pack.toml:1: a supplement needs"},
		"a technique": {map[string]string{"pack.toml": head + "course = \"C\"\n", "questions.toml": item, "supplement.toml": "[[technique]]\nmuscle = \"soleus\"\n"},
			`supplement.toml:2: "soleus": a technique needs`},
	} {
		_, err := CompilePack(folder(t, c.files))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s ...", name, err, c.want)
		}
	}
	if _, err := CompilePack(filepath.Join(t.TempDir(), "away")); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("a folder that is not there: %v", err)
	}
}
