package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// small gives the site without the program, whose build takes a while.
func small(t *testing.T) Tree {
	t.Helper()
	tree, err := Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	tree[wasmName] = newFile(wasmName, bytes.Repeat([]byte("\x00asm program "), 5000))
	if err := tree.Compress(5); err != nil {
		t.Fatal(err)
	}
	return tree
}

func get(t *testing.T, tree Tree, method, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	tree.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) []byte {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestServesItsFilesWithTheirTypes(t *testing.T) {
	tree := small(t)
	for path, want := range map[string]string{
		"/":             "text/html; charset=utf-8",
		"/index.html":   "text/html; charset=utf-8",
		"/style.css":    "text/css; charset=utf-8",
		"/page.js":      "text/javascript; charset=utf-8",
		"/wasm_exec.js": "text/javascript; charset=utf-8",
		"/icon.svg":     "image/svg+xml",
		"/taut.wasm":    "application/wasm",
	} {
		r := get(t, tree, "GET", path)
		if got := r.Header.Get("Content-Type"); r.StatusCode != 200 || got != want {
			t.Errorf("%s: %d %q, want 200 %q", path, r.StatusCode, got, want)
		}
	}
}

// The page's scripts are one file, in strict mode from its first line on.
func TestScriptsAreJoined(t *testing.T) {
	js := string(body(t, get(t, small(t), "GET", "/page.js")))
	audio, page := strings.Index(js, "const audio ="), strings.Index(js, "const gate =")
	if !strings.HasPrefix(js, `"use strict";`) || audio < 0 || page < audio {
		t.Errorf("page.js begins with %.60q and has the audio at %d, the gate at %d", js, audio, page)
	}
}

func TestServesNothingElse(t *testing.T) {
	tree := small(t)
	for _, path := range []string{"/go.mod", "/wasm/page/page.js", "/../go.mod", "/..%2fgo.mod", "//etc/passwd", "/assets/", "/.git/config", "/index.html/", "/taut.wasm.br"} {
		if r := get(t, tree, "GET", path); r.StatusCode != 404 {
			t.Errorf("%s: %d, want 404", path, r.StatusCode)
		}
	}
	if r := get(t, tree, "POST", "/"); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, Allow %q", r.StatusCode, r.Header.Get("Allow"))
	}
}

func TestHeadersAreStrict(t *testing.T) {
	tree := small(t)
	for _, path := range []string{"/", "/taut.wasm", "/nothing"} {
		h := get(t, tree, "GET", path).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options":     "nosniff",
			"Referrer-Policy":            "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s %q, want %q", path, name, got, want)
			}
		}
		csp := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("%s: the policy %q lacks %s", path, csp, want)
			}
		}
		if strings.Contains(csp, "unsafe-inline") || strings.Contains(csp, "'unsafe-eval'") {
			t.Errorf("%s: the policy is loose: %s", path, csp)
		}
	}
}

func TestCompressesAsAccepted(t *testing.T) {
	tree := small(t)
	raw := tree[wasmName].Raw
	for _, tc := range []struct {
		accept, coding string
		unpack         func(io.Reader) (io.Reader, error)
	}{
		{"gzip, deflate, br", "br", func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
		{"gzip;q=1.0", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"br;q=0, gzip", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
		{"identity, br; q=0.0", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
	} {
		r := get(t, tree, "GET", "/taut.wasm", "Accept-Encoding", tc.accept)
		if got := r.Header.Get("Content-Encoding"); got != tc.coding {
			t.Errorf("%q: coding %q, want %q", tc.accept, got, tc.coding)
			continue
		}
		u, err := tc.unpack(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := io.ReadAll(u); err != nil || !bytes.Equal(b, raw) {
			t.Errorf("%q: the file came out changed (%v)", tc.accept, err)
		}
	}
}

func TestUnchangedFileIsNotSentAgain(t *testing.T) {
	tree := small(t)
	tag := get(t, tree, "GET", "/page.js", "Accept-Encoding", "br").Header.Get("ETag")
	r := get(t, tree, "GET", "/page.js", "Accept-Encoding", "br", "If-None-Match", tag)
	if r.StatusCode != 304 || len(body(t, r)) > 0 {
		t.Errorf("status %d, want 304 without a body", r.StatusCode)
	}
	if r := get(t, tree, "GET", "/page.js", "If-None-Match", tag); r.StatusCode != 200 {
		t.Errorf("status %d for another coding, want 200", r.StatusCode)
	}
}

func TestPortInUseIsOneSentence(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var out, errOut bytes.Buffer
	if code := Main([]string{"-addr", l.Addr().String()}, &out, &errOut); code != 1 {
		t.Errorf("exit status %d, want 1", code)
	}
	if s := errOut.String(); strings.Count(s, "\n") != 1 || !strings.Contains(s, l.Addr().String()+" is already in use") {
		t.Errorf("said %q", s)
	}
}

func TestWrongCommandLines(t *testing.T) {
	for _, tc := range []struct {
		args []string
		want string
	}{
		{[]string{"-addr", "nonsense"}, `flag -addr: "nonsense"`},
		{[]string{"-addr", "127.0.0.1:99999"}, `flag -addr: "127.0.0.1:99999"`},
		{[]string{"-port", "80"}, "-port; allowed here: -addr"},
		{[]string{"build", "-o", ""}, `flag -o: ""`},
		{[]string{"serv"}, `unknown command "serv"`},
		{[]string{"content", "x"}, `unexpected argument "x"`},
		{[]string{"content", "-check=maybe"}, `"maybe"`},
	} {
		var out, errOut bytes.Buffer
		code := Main(tc.args, &out, &errOut)
		if s := errOut.String(); code != 2 || out.Len() > 0 || strings.Count(s, "\n") != 1 || !strings.Contains(s, tc.want) {
			t.Errorf("%q: status %d, standard output %q, said %q", tc.args, code, out.String(), s)
		}
	}
}

func TestStopsWhenAskedTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Serve(ctx, "127.0.0.1:0", io.Discard); err != nil {
		t.Errorf("an ended server said %v", err)
	}
}

func TestHashedNamesAndPolicy(t *testing.T) {
	tree := small(t)
	packed, err := tree.Hashed()
	if err != nil {
		t.Fatal(err)
	}
	page := string(packed["index.html"].Raw)
	for name := range packed {
		if name != "index.html" && !strings.Contains(page, `"`+name+`"`) {
			t.Errorf("index.html does not name %s", name)
		}
	}
	if len(packed) != len(tree) {
		t.Errorf("%d files, want %d", len(packed), len(tree))
	}
	if !strings.Contains(page, `http-equiv="Content-Security-Policy"`) {
		t.Error("index.html carries no policy of its own")
	}
}

func TestSingleFileNeedsNoOther(t *testing.T) {
	page, err := small(t).Single()
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`(?:src|href)="[^"#d][^"]*"`).Find(page); m != nil {
		t.Errorf("it refers to %s", m)
	}
	if n := bytes.Count(page, []byte("'sha256-")); n != 3 {
		t.Errorf("%d hashes in the policy, want 3", n)
	}
}

func TestSweepLeavesStrangersAlone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"taut.0123456789abcdef.wasm", "taut.0123456789abcdef.wasm.br", "notes.txt", "taut.mine.wasm"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := sweep(dir); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != 2 {
		t.Errorf("left: %v", left)
	}
}

func TestPlainFilesKeepTheCode(t *testing.T) {
	js := "// What it is.\nlet a = 1; // one\nfunction f(x) { // does it\n  return \"http://x/ // y\" + x;\n}\n"
	if got, want := string(plainScript([]byte(js))), "let a = 1; \nfunction f(x) { \nreturn \"http://x/ // y\" + x;\n}\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	css := "/* a\n b */\n.x {\n  color: red; /* c */\n}\n"
	if got, want := string(plainStyles([]byte(css))), ".x {\ncolor: red; \n}\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
