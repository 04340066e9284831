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

	"taut/game/content"
)

// Content compiles assets/strings/*.toml to MessagePack beside them; with check
// it writes nothing and fails where a compiled file is not what its source gives.
func Content(check bool, out io.Writer) error {
	root, err := Root()
	if err != nil {
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
		if check {
			if have, err := os.ReadFile(dst); err != nil || !bytes.Equal(have, compiled) {
				return fmt.Errorf("%s is older than %s; run: go run ./wasm content", filepath.Base(dst), name)
			}
			continue
		}
		if err := os.WriteFile(dst, compiled, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d texts, %d bytes\n", filepath.Base(dst), len(w.Texts), len(compiled))
	}
	return nil
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
