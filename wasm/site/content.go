package site

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/tinylib/msgp/msgp"

	"taut/game/content"
)

// Content compiles assets/strings/*.toml, assets/content/*.toml and
// assets/shaders/*.kage to MessagePack beside them; with check it writes nothing and fails where a compiled file is not
// what its source gives.
func Content(check bool, out io.Writer) error {
	root, err := Root()
	if err != nil {
		return err
	}
	if err := shaders(root, check, out); err != nil {
		return err
	}
	if err := data(root, check, out); err != nil {
		return err
	}
	sources, err := filepath.Glob(filepath.Join(root, "assets", "strings", "*.toml"))
	if err != nil {
		return err
	}
	for _, src := range sources {
		text, err := os.ReadFile(src)
		if err != nil {
			return err
		}
		name := filepath.Base(src)
		w, err := parseWords(strings.TrimSuffix(name, ".toml"), string(text))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		compiled, err := w.Encode()
		if err != nil {
			return err
		}
		dst := strings.TrimSuffix(src, ".toml") + ".msgp"
		if err := put(dst, compiled, check); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d texts, %d bytes\n", filepath.Base(dst), len(w.Texts), len(compiled))
	}
	return nil
}

// put writes a compiled file; with check it compares instead.
func put(dst string, compiled []byte, check bool) error {
	if !check {
		return os.WriteFile(dst, compiled, 0o644)
	}
	if have, err := os.ReadFile(dst); err != nil || !bytes.Equal(have, compiled) {
		return fmt.Errorf("%s is older than its source; run: go run ./wasm content", filepath.Base(dst))
	}
	return nil
}

// shaders compiles the Kage sources, without comments, into one file.
func shaders(root string, check bool, out io.Writer) error {
	sources, err := filepath.Glob(filepath.Join(root, "assets", "shaders", "*.kage"))
	if err != nil {
		return err
	}
	compiled := msgp.AppendMapHeader(nil, uint32(len(sources)))
	for _, src := range sources { // in the order of their names
		text, err := os.ReadFile(src)
		if err != nil {
			return err
		}
		compiled = msgp.AppendString(compiled, strings.TrimSuffix(filepath.Base(src), ".kage"))
		compiled = msgp.AppendString(compiled, terse(string(text)))
	}
	if err := put(filepath.Join(root, "assets", "shaders", "kage.msgp"), compiled, check); err != nil {
		return err
	}
	fmt.Fprintf(out, "kage.msgp: %d shaders, %d bytes\n", len(sources), len(compiled))
	return nil
}

// terse gives a Kage source without comments, but for directives, and without
// indentation and blank lines.
func terse(src string) string {
	var b strings.Builder
	for line := range strings.Lines(src) {
		if i := strings.Index(line, "//"); i >= 0 && !strings.HasPrefix(line, "//kage:") {
			line = line[:i]
		}
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// parseWords reads texts written as TOML: nested tables become dotted keys,
// every leaf is a string with its braces in pairs.
func parseWords(lang, text string) (*content.Words, error) {
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		return nil, err
	}
	w := &content.Words{Lang: lang, Texts: map[string]string{}}
	return w, flatten(w.Texts, "", tree)
}

// flatten puts the leaves of a TOML tree into texts under dotted keys.
func flatten(texts map[string]string, prefix string, tree map[string]any) error {
	for k, v := range tree {
		key := prefix + k
		switch v := v.(type) {
		case map[string]any:
			if err := flatten(texts, key+".", v); err != nil {
				return err
			}
		case string:
			if v == "" {
				return fmt.Errorf("the text of %s is empty", key)
			}
			if strings.Count(v, "{") != strings.Count(v, "}") {
				return fmt.Errorf("the braces of %s do not pair", key)
			}
			texts[key] = v
		default:
			return fmt.Errorf("%s is %T; a text must be a string", key, v)
		}
	}
	return nil
}

// Root gives the module's folder: the nearest one upwards that holds go.mod.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("no go.mod here or above; run this inside the module")
		}
		dir = up
	}
}
