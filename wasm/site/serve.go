package site

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
)

// policy lets the page run its own scripts, styles and WebAssembly and ask its
// own server; everything else, and every other host, is closed.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data:; connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Serve builds the program and serves the site at addr until ctx ends.
func Serve(ctx context.Context, addr string, out io.Writer) error {
	// The port is taken before the build, so that a port in use is said at once.
	l, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("the address %s is already in use; stop the other program or choose another port, for example -addr 127.0.0.1:8081", addr)
	case err != nil:
		return fmt.Errorf("cannot serve at %s: %w", addr, err)
	}
	defer l.Close()
	fmt.Fprintln(out, "building the program ...")
	t, err := Load(ctx)
	if err == nil {
		err = t.AddProgram(ctx, program)
	}
	if err == nil {
		err = t.Compress(5)
	}
	if errors.Is(err, context.Canceled) {
		return nil
	} else if err != nil {
		return err
	}
	fmt.Fprintf(out, "Taut is at http://%s/ (Ctrl+C ends it)\n", shown(l.Addr()))
	s := &http.Server{Handler: t, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	done := make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer cancel()
		if err := s.Shutdown(end); err != nil {
			return s.Close()
		}
		return nil
	}
}

// shown gives the address that a browser on this machine can open.
func shown(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return a.String()
}

// ServeHTTP serves the files of the tree and nothing else.
func (t Tree) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served here", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	f, ok := t[name]
	if !ok {
		http.Error(w, "no such file on this site", http.StatusNotFound)
		return
	}
	h.Set("Content-Type", f.Type)
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	body, coding := f.pick(r.Header.Get("Accept-Encoding"))
	etag := `"` + f.Tag + `"`
	if coding != "" {
		h.Set("Content-Encoding", coding)
		etag = `"` + f.Tag + "-" + coding + `"`
	}
	h.Set("ETag", etag)
	if matches(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method == http.MethodGet {
		// A failing write is the visitor's going away.
		_, _ = w.Write(body)
	}
}

// pick chooses the smallest form that the visitor accepts.
func (f *File) pick(accept string) (body []byte, coding string) {
	ok := map[string]bool{}
	for _, part := range strings.Split(accept, ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		q = strings.ReplaceAll(q, " ", "")
		refused := q == "q=0" || strings.HasPrefix(q, "q=0.") && strings.Trim(q[4:], "0") == ""
		ok[strings.ToLower(strings.TrimSpace(name))] = !refused
	}
	switch {
	case ok["br"] && f.Br != nil:
		return f.Br, "br"
	case ok["gzip"] && f.Gz != nil:
		return f.Gz, "gzip"
	}
	return f.Raw, ""
}

// matches reports whether an If-None-Match header names the tag.
func matches(header, etag string) bool {
	for _, part := range strings.Split(header, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || strings.TrimPrefix(part, "W/") == etag {
			return true
		}
	}
	return false
}
