package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Build writes the site into a folder: index.html, everything else under a name
// that carries its hash and may be cached for ever, .br and .gz beside each, and
// taut.html, the whole site in one file that runs from a disk. With the folder of a pack,
// "" for none, both carry it, and it lies beside them, to be handed round.
func Build(ctx context.Context, dir, packDir string, out io.Writer) error {
	var own []byte
	if packDir != "" {
		var err error
		if own, err = CompilePack(packDir); err != nil {
			return err
		}
	}
	t, err := Load(ctx)
	if err != nil {
		return err
	}
	if err := t.Carry(own); err != nil {
		return err
	}
	if err := t.AddProgram(ctx, program); err != nil {
		return err
	}
	single, err := t.Single()
	if err != nil {
		return err
	}
	packed, err := t.Hashed()
	if err != nil {
		return err
	}
	if err := packed.Compress(11); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := sweep(dir); err != nil {
		return err
	}
	for name, f := range packed {
		for suffix, b := range map[string][]byte{"": f.Raw, ".br": f.Br, ".gz": f.Gz} {
			if b == nil {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, name+suffix), b, 0o644); err != nil {
				return err
			}
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "taut.html"), single, 0o644); err != nil {
		return err
	}
	if own != nil {
		if err := os.WriteFile(filepath.Join(dir, packName), own, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: the pack, %d bytes; the site carries it\n", filepath.Join(dir, packName), len(own))
	}
	fmt.Fprintf(out, "%s: a first visit downloads %.3f MB in brotli; taut.html has %.1f MB\n", dir, float64(packed.Download())/1e6, float64(len(single))/1e6)
	return nil
}

// Carry puts a compiled pack into the page; nothing where there is none.
func (t Tree) Carry(pack []byte) error {
	if len(pack) == 0 {
		return nil
	}
	const end = "</body>"
	page := string(t["index.html"].Raw)
	if !strings.Contains(page, end) {
		return errors.New("index.html has no " + end)
	}
	inert := `<template id="pack" data-pack="` + base64.StdEncoding.EncodeToString(pack) + "\"></template>\n"
	t["index.html"] = newFile("index.html", []byte(strings.Replace(page, end, inert+end, 1)))
	return nil
}

// Download gives the bytes that a first visit fetches where brotli is accepted.
func (t Tree) Download() int {
	n := 0
	for _, f := range t {
		if f.Br != nil {
			n += len(f.Br)
		} else {
			n += len(f.Raw)
		}
	}
	return n
}

// sweep takes an older build's hashed files out of a folder and nothing else.
func sweep(dir string) error {
	for _, name := range []string{wasmName, execName, pageName, styleName, iconName} {
		ext := path.Ext(name)
		old, err := filepath.Glob(filepath.Join(dir, strings.TrimSuffix(name, ext)+"."+strings.Repeat("[0-9a-f]", 16)+ext+"*"))
		if err != nil {
			return err
		}
		for _, f := range old {
			if err := os.Remove(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// hashed gives the name of a file with its tag in it.
func hashed(name string, f *File) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + f.Tag + ext
}

// Hashed gives the tree with hashes in the names and in what index.html refers
// to. The page carries its own policy, because any server may serve it.
func (t Tree) Hashed() (Tree, error) {
	out := Tree{}
	page := string(t["index.html"].Raw)
	for name, f := range t {
		if name == "index.html" {
			continue
		}
		quoted := `"` + name + `"`
		if !strings.Contains(page, quoted) {
			return nil, fmt.Errorf("index.html does not refer to %s", name)
		}
		page = strings.ReplaceAll(page, quoted, `"`+hashed(name, f)+`"`)
		out[hashed(name, f)] = f
	}
	own, _, _ := strings.Cut(policy, "; frame-ancestors") // has no meaning in a meta element
	page, err := withPolicy(page, own)
	out["index.html"] = newFile("index.html", []byte(page))
	return out, err
}

// withPolicy puts a Content-Security-Policy into the page's head.
func withPolicy(page, policy string) (string, error) {
	const head = `<meta charset="utf-8">`
	before, after, ok := strings.Cut(page, head)
	if !ok {
		return "", errors.New("index.html has no " + head)
	}
	return before + head + "\n" + `<meta http-equiv="Content-Security-Policy" content="` + policy + `">` + after, nil
}

// Single gives the site as one file that runs from a disk, where nothing can be
// fetched: styles and scripts inline under their hashes, the program packed
// (gzip, which browsers unpack themselves) inside an inert script element.
func (t Tree) Single() ([]byte, error) {
	packed := Tree{wasmName: newFile(wasmName, t[wasmName].Raw)}
	if err := packed.Compress(9); err != nil {
		return nil, err
	}
	page := string(t["index.html"].Raw)
	var fault error
	cut := func(old, with string) {
		if !strings.Contains(page, old) {
			fault = errors.Join(fault, fmt.Errorf("index.html has no %s", old))
		}
		page = strings.Replace(page, old, with, 1)
	}
	css := string(t[styleName].Raw)
	scripts := []string{string(t[execName].Raw), string(t[pageName].Raw)}
	if strings.Contains(css, "</style") || strings.Contains(scripts[0]+scripts[1], "</script") {
		return nil, errors.New("a style or script holds its own end tag and cannot stand inside the page")
	}
	icon := "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(t[iconName].Raw)
	cut(`href="`+iconName+`"`, `href="`+icon+`"`)
	cut(`<link rel="stylesheet" href="`+styleName+`">`, "<style>"+css+"</style>")
	cut(`<script src="`+execName+`" defer></script>`, "")
	cut(`<script src="`+pageName+`" defer></script>`, "")
	// Inline scripts are not deferred: they stand at the end.
	cut("</body>", `<script id="program" type="application/gzip">`+base64.StdEncoding.EncodeToString(packed[wasmName].Gz)+"</script>\n"+
		"<script>"+scripts[0]+"</script>\n<script>"+scripts[1]+"</script>\n</body>")
	own := fmt.Sprintf("default-src 'none'; script-src %s %s 'wasm-unsafe-eval'; style-src %s; img-src data:; base-uri 'none'; form-action 'none'",
		digest(scripts[0]), digest(scripts[1]), digest(css))
	page, err := withPolicy(page, own)
	if err := errors.Join(fault, err); err != nil {
		return nil, err
	}
	return bytes.TrimSpace([]byte(page)), nil
}

// digest names an inline element's text in a policy.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
