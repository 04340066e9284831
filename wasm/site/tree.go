package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"

	"taut/assets"
	"taut/game/content"
)

// File is one file of the site.
type File struct {
	Type        string // MIME type
	Raw, Br, Gz []byte // Br and Gz are nil where they would not be smaller
	Tag         string // first 16 hex digits of the SHA-256 of Raw
}

// Tree is the site: its files by name, without a leading slash.
type Tree map[string]*File

// The names that index.html refers to.
const (
	wasmName  = "taut.wasm"
	execName  = "wasm_exec.js"
	pageName  = "page.js"
	styleName = "style.css"
	iconName  = "icon.svg"
)

// mimes are the types that the site serves; any other file is a mistake.
var mimes = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".wasm": "application/wasm",
}

// newFile takes up raw bytes under a name.
func newFile(name string, raw []byte) *File {
	sum := sha256.Sum256(raw)
	return &File{Type: mimes[path.Ext(name)], Raw: raw, Tag: hex.EncodeToString(sum[:8])}
}

// Load collects the site's files, the program not yet among them: index.html
// and the page's scripts, joined into one, from the module's folder, wasm_exec.js
// from the Go tree that is used, and all style sheets joined into one.
func Load(ctx context.Context) (Tree, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	goroot, err := goTool(ctx, root, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	t := Tree{}
	for name, file := range map[string]string{
		"index.html": filepath.Join(root, "index.html"),
		pageName:     filepath.Join(root, "wasm", "page", pageName),
		iconName:     filepath.Join(root, "wasm", "page", iconName),
		execName:     filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", execName),
	} {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if name == pageName {
			audio, err := os.ReadFile(filepath.Join(root, "wasm", "page", "audio.js"))
			if err != nil {
				return nil, err
			}
			raw = plainScript(append(audio, raw...))
		}
		t[name] = newFile(name, raw)
	}
	css, err := styles()
	if err != nil {
		return nil, err
	}
	t[styleName] = newFile(styleName, css)
	return t, fillIndex(t)
}

// styles joins the style sheets, host.css first, the others by name.
func styles() ([]byte, error) {
	all, err := assets.Styles.ReadDir("styles")
	if err != nil {
		return nil, err
	}
	css, err := assets.Styles.ReadFile("styles/host.css")
	if err != nil {
		return nil, err
	}
	for _, e := range all {
		if e.Name() == "host.css" || path.Ext(e.Name()) != ".css" {
			continue
		}
		b, err := assets.Styles.ReadFile("styles/" + e.Name())
		if err != nil {
			return nil, err
		}
		css = append(append(css, '\n'), b...)
	}
	return plainStyles(css), nil
}

var (
	cssComment    = regexp.MustCompile(`(?s)/\*.*?\*/`)
	scriptComment = regexp.MustCompile(`(?m)(^|[;,{})] )\s*// .*$`)
	indent        = regexp.MustCompile(`(?m)^\s+`)
)

// plainStyles gives style sheets without comments and indentation: a person who
// wants to read them has the sources.
func plainStyles(css []byte) []byte {
	return indent.ReplaceAll(cssComment.ReplaceAll(css, nil), nil)
}

// plainScript does the same for the page's scripts, whose comments stand on lines of their
// own or behind the punctuation that ends a piece of code.
func plainScript(js []byte) []byte {
	return indent.ReplaceAll(scriptComment.ReplaceAll(js, []byte("$1")), nil)
}

// fillIndex puts the texts of the compiled words into index.html in place of
// its {{keys}}, so that the page before the program speaks the same words.
func fillIndex(t Tree) error {
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		return err
	}
	pairs := []string{"{{lang}}", w.Lang, "{{dir}}", w.Dir()}
	for _, k := range w.Keys() {
		pairs = append(pairs, "{{"+k+"}}", html.EscapeString(w.T(k)))
	}
	page := strings.NewReplacer(pairs...).Replace(string(t["index.html"].Raw))
	if _, rest, ok := strings.Cut(page, "{{"); ok {
		key, _, _ := strings.Cut(rest, "}}")
		return fmt.Errorf("index.html asks for {{%s}}, which has no text", key)
	}
	t["index.html"] = newFile("index.html", []byte(page))
	return nil
}

// AddProgram compiles a main package for the browser, adds it, and writes into
// index.html how long it is unpacked, which is what the progress bar counts.
func (t Tree) AddProgram(ctx context.Context, pkg string) error {
	root, err := Root()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "taut")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	flags, err := lightEngine(ctx, root, dir)
	if err != nil {
		return err
	}
	raw, err := Compile(ctx, root, pkg, append(flags, light()...)...)
	if err != nil {
		return err
	}
	t[wasmName] = newFile(wasmName, raw)
	page := bytes.Replace(t["index.html"].Raw, []byte(`data-length="0"`), []byte(`data-length="`+strconv.Itoa(len(raw))+`"`), 1)
	t["index.html"] = newFile("index.html", page)
	return nil
}

// Compress fills Br and Gz of every file; level is brotli's, 5 while serving
// and 11 for files that are packed once and fetched often.
func (t Tree) Compress(level int) error {
	for _, f := range t {
		var br, gz bytes.Buffer
		// Browsers take a window of 16 MB, which a program of that size needs.
		b := brotli.NewWriterOptions(&br, brotli.WriterOptions{Quality: level, LGWin: 24})
		if _, err := b.Write(f.Raw); err != nil {
			return err
		}
		if err := b.Close(); err != nil {
			return err
		}
		g, err := gzip.NewWriterLevel(&gz, min(level, gzip.BestCompression))
		if err != nil {
			return err
		}
		if _, err := g.Write(f.Raw); err != nil {
			return err
		}
		if err := g.Close(); err != nil {
			return err
		}
		if br.Len() < len(f.Raw) {
			f.Br = br.Bytes()
		}
		if gz.Len() < len(f.Raw) {
			f.Gz = gz.Bytes()
		}
	}
	return nil
}
