package site

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/quiz"
)

// encoder is a kind of content: it checks itself and gives its compiled form.
type encoder interface{ Encode() ([]byte, error) }

// kinds gives an empty content of each kind by the name of its file.
func kinds() map[string]func() encoder {
	return map[string]func() encoder{
		"anatomy":     func() encoder { return new(anatomy.Atlas) },
		"cases":       func() encoder { return new(cases.Book) },
		"precautions": func() encoder { return new(anatomy.Screen) },
		"questions":   func() encoder { return new(quiz.Bank) },
		"sources":     func() encoder { return new(evidence.Library) },
	}
}

// data compiles assets/content/*.toml.
func data(root string, check bool, out io.Writer) error {
	sources, err := filepath.Glob(filepath.Join(root, "assets", "content", "*.toml"))
	if err != nil {
		return err
	}
	for _, src := range sources {
		text, err := os.ReadFile(src)
		if err != nil {
			return err
		}
		name := filepath.Base(src)
		compiled, err := compileData(name, string(text))
		if err != nil {
			return err
		}
		dst := strings.TrimSuffix(src, ".toml") + ".msgp"
		if err := put(dst, compiled, check); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d bytes\n", filepath.Base(dst), len(compiled))
	}
	return nil
}

// compileData gives the compiled form of a file of content. An error is one
// sentence with the file, the line where it is known, and the key or record.
func compileData(name, text string) ([]byte, error) {
	kind, ok := kinds()[strings.TrimSuffix(name, ".toml")]
	if !ok {
		return nil, fmt.Errorf("%s: no content has this name", name)
	}
	v := kind()
	if err := parseData(name, text, v); err != nil {
		return nil, err
	}
	compiled, err := v.Encode()
	if fault := new(evidence.Fault); errors.As(err, &fault) {
		return nil, fmt.Errorf("%s:%d: %w", name, lineOf(text, fault.ID), err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return compiled, nil
}

var badType = regexp.MustCompile(`^toml: line (\d+) \(last key "(.+)"\): (.*)$`)

// parseData reads TOML into v; a key that v does not know is an error.
func parseData(name, text string, v any) error {
	known, err := toml.Decode(text, v)
	if fault := new(toml.ParseError); errors.As(err, fault) {
		return fmt.Errorf("%s:%d: %s: %s", name, fault.Position.Line, fault.LastKey, fault.Message)
	}
	if err != nil {
		// What is of the wrong type comes as a text alone.
		if m := badType.FindStringSubmatch(err.Error()); m != nil {
			return fmt.Errorf("%s:%s: %s: %s", name, m[1], m[2], m[3])
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	if extra := known.Undecoded(); len(extra) > 0 {
		key := extra[0]
		line := 1 + strings.Count(before(text, key[len(key)-1]), "\n")
		return fmt.Errorf("%s:%d: the key %s is not known", name, line, key)
	}
	return nil
}

// before gives text up to the first place where key is given a value.
func before(text, key string) string {
	for at := 0; ; {
		i := strings.Index(text[at:], key)
		if i < 0 {
			return ""
		}
		at += i + len(key)
		if strings.HasPrefix(strings.TrimLeft(text[at:], " \t"), "=") {
			return text[:at]
		}
	}
}

// lineOf gives the line on which the record of an id begins, or 1.
func lineOf(text, id string) int {
	line, _ := lineWith(text, "id", id)
	return line
}

// lineWith gives the first line on which key has the value, however it is quoted and
// spaced; 1 and false where none has.
func lineWith(text, key, value string) (line int, ok bool) {
	at := regexp.MustCompile(`(?m)^[ \t]*` + key + `[ \t]*=[ \t]*["']` + regexp.QuoteMeta(value) + `["']`).FindStringIndex(text)
	if at == nil {
		return 1, false
	}
	return 1 + strings.Count(text[:at[0]], "\n"), true
}
