package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/game/quiz"
)

// packName is the compiled pack beside the site that carries it.
const packName = "pack.taut"

// packHead is what pack.toml holds.
type packHead struct {
	Title  string `toml:"title"`
	Author string `toml:"author"`
	Course string `toml:"course"` // of the supplement
}

// packSupplement is what supplement.toml holds.
type packSupplement struct {
	Techniques []anatomy.Technique `toml:"technique"`
}

// packFiles are the files that a pack's folder may hold; the first has to be there.
var packFiles = []string{"pack.toml", "cases.toml", "questions.toml", "sources.toml", "supplement.toml"}

// CompilePack compiles a folder of an instructor's own content into one file. An error
// is one sentence with the file, the line, and the record or key.
func CompilePack(dir string) ([]byte, error) {
	texts, err := packTexts(dir)
	if err != nil {
		return nil, err
	}
	shelf, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		return nil, err
	}
	p := &pack.Pack{Cases: new(cases.Book), Questions: new(quiz.Bank), Sources: new(evidence.Library)}
	var head packHead
	var more packSupplement
	into := map[string]any{"pack.toml": &head, "cases.toml": p.Cases, "questions.toml": p.Questions, "sources.toml": p.Sources, "supplement.toml": &more}
	for _, name := range packFiles {
		if text, ok := texts[name]; ok {
			if err := parseData(name, text, into[name]); err != nil {
				return nil, err
			}
		}
	}
	p.Title, p.Author, p.Course = head.Title, head.Author, head.Course
	if _, ok := texts["supplement.toml"]; ok {
		if head.Course == "" {
			return nil, errors.New("pack.toml:1: a supplement needs the name of its course")
		}
		if p.Supplement, err = anatomy.NewSupplement(head.Course, more.Techniques); err != nil {
			return nil, placed(texts, err)
		}
	}
	if err := p.Validate(); err != nil {
		return nil, fmt.Errorf("pack.toml:1: %w", err)
	}
	for _, part := range []struct {
		file  string
		check func() error
	}{{"cases.toml", p.Cases.Validate}, {"questions.toml", p.Questions.Validate}, {"sources.toml", p.Sources.Validate}} {
		if err := part.check(); err != nil {
			return nil, placed(map[string]string{part.file: texts[part.file]}, err)
		}
	}
	compiled, err := p.Encode()
	if err != nil {
		return nil, placed(texts, err)
	}
	// The page does the same with it.
	read, err := pack.Decode(compiled)
	if err != nil {
		return nil, placed(texts, err)
	}
	if _, err := shelf.With(read); err != nil {
		return nil, placed(texts, err)
	}
	return compiled, nil
}

// packTexts reads the files of a pack's folder.
func packTexts(dir string) (map[string]string, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		var fault *fs.PathError
		if errors.As(err, &fault) {
			err = fault.Err
		}
		return nil, fmt.Errorf("flag -pack: the folder %q cannot be read: %w", dir, err)
	}
	texts := map[string]string{}
	for _, e := range all {
		if filepath.Ext(e.Name()) != ".toml" {
			continue
		}
		if !slices.Contains(packFiles, e.Name()) {
			return nil, fmt.Errorf("%s: a pack knows %s", e.Name(), strings.Join(packFiles, ", "))
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		if len(text) > pack.MaxSize {
			return nil, fmt.Errorf("%s: %w", e.Name(), pack.ErrTooBig)
		}
		texts[e.Name()] = string(text)
	}
	if _, ok := texts[packFiles[0]]; !ok {
		return nil, fmt.Errorf("flag -pack: the folder %q has no pack.toml", dir)
	}
	return texts, nil
}

// placed puts file and line before an error that names a record.
func placed(texts map[string]string, err error) error {
	fault := new(evidence.Fault)
	if !errors.As(err, &fault) || fault.ID == "" {
		return err
	}
	for _, name := range packFiles[1:] {
		for _, key := range []string{"id", "muscle"} {
			if key == "muscle" && name != "supplement.toml" {
				continue
			}
			if line, ok := lineWith(texts[name], key, fault.ID); ok {
				return fmt.Errorf("%s:%d: %w", name, line, fault)
			}
		}
	}
	return err
}
