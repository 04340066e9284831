package content

import (
	"fmt"
	"strings"
)

//go:generate go tool msgp -file pack.go -o pack_msgp.go -tests=false -io=false -unexported

//msgp:limit arrays:8192 maps:16

// pack is the compiled form of Words: keys in order with their texts, so that
// the same texts always give the same bytes.
type pack struct {
	Lang  string   `msg:"lang"`
	Keys  []string `msg:"keys"`
	Texts []string `msg:"texts"`
}

// maxCompiled bounds, in bytes, what DecodeWords takes: some hundred times the
// size of the English texts, and far below what would stall a page.
const maxCompiled = 4 << 20

// Encode gives the compiled form (MessagePack). Equal words give equal bytes.
func (w *Words) Encode() ([]byte, error) {
	p := pack{Lang: w.Lang, Keys: w.Keys()}
	for _, k := range p.Keys {
		p.Texts = append(p.Texts, w.Texts[k])
	}
	return p.MarshalMsg(nil)
}

// tagged reports whether s has the form of a BCP 47 tag: parts of 1 to 8 letters
// and digits joined by hyphens, the first of 2 letters and more.
func tagged(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for _, c := range part {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// DecodeWords takes up texts in their compiled form. An error is one sentence;
// nothing may stand behind the texts, and no key may stand twice.
func DecodeWords(b []byte) (*Words, error) {
	if len(b) > maxCompiled {
		return nil, fmt.Errorf("content: texts of %d bytes are longer than the %d allowed", len(b), maxCompiled)
	}
	var p pack
	rest, err := p.UnmarshalMsg(b)
	switch {
	case err != nil:
		return nil, fmt.Errorf("content: texts cannot be read: %w", err)
	case len(rest) > 0:
		return nil, fmt.Errorf("content: %d bytes too many after the texts", len(rest))
	case len(p.Keys) != len(p.Texts):
		return nil, fmt.Errorf("content: %d keys stand against %d texts", len(p.Keys), len(p.Texts))
	}
	if !tagged(p.Lang) {
		return nil, fmt.Errorf("content: %q is not a language tag", p.Lang)
	}
	w := &Words{Lang: p.Lang, Texts: make(map[string]string, len(p.Keys))}
	for i, k := range p.Keys {
		if w.Has(k) {
			return nil, fmt.Errorf("content: the key %q stands twice", k)
		}
		w.Texts[k] = p.Texts[i]
	}
	return w, nil
}
