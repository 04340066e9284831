package stage

import (
	"fmt"
	"strconv"
	"strings"
)

// RGB is a colour of the screen's own space, each part 0 to 1.
type RGB [3]float32

// Tokens are the custom properties of a style sheet by the block they stand in.
type Tokens struct{ blocks map[string]map[string]string }

// ParseTokens reads custom properties (--name: value) from blocks whose selector
// is :root or a bare attribute. It is no CSS parser: nesting and at-rules are
// errors, so that the palette stays a plain list.
func ParseTokens(css string) (Tokens, error) {
	t := Tokens{blocks: map[string]map[string]string{}}
	for {
		before, rest, found := strings.Cut(css, "/*")
		if !found {
			break
		}
		_, after, closed := strings.Cut(rest, "*/")
		if !closed {
			return Tokens{}, fmt.Errorf("tokens: a comment is not closed")
		}
		css = before + after
	}
	for strings.TrimSpace(css) != "" {
		selector, rest, open := strings.Cut(css, "{")
		inside, after, closed := strings.Cut(rest, "}")
		selector = strings.TrimSpace(selector)
		if !open || !closed || strings.ContainsAny(inside, "{") || strings.HasPrefix(selector, "@") {
			return Tokens{}, fmt.Errorf("tokens: the block %q is not a plain list", selector)
		}
		block := map[string]string{}
		for line := range strings.SplitSeq(inside, ";") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			name, value, ok := strings.Cut(line, ":")
			if !ok {
				return Tokens{}, fmt.Errorf("tokens: %q in %s has no value", strings.TrimSpace(line), selector)
			}
			if name, own := strings.CutPrefix(strings.TrimSpace(name), "--"); own {
				block[name] = strings.TrimSpace(value)
			}
		}
		t.blocks[selector] = block
		css = after
	}
	if len(t.blocks[":root"]) == 0 {
		return Tokens{}, fmt.Errorf("tokens: no :root block")
	}
	return t, nil
}

// Palette is the colours of one theme by their token's name.
type Palette map[string]RGB

// Palette gives the colours of a theme ("dark" is :root itself, and so is any
// unknown name), with the bloodless ones over them when plain is set. Values
// that are not #rrggbb are left out.
func (t Tokens) Palette(theme string, plain bool) Palette {
	p := Palette{}
	p.add(t.blocks[":root"])
	p.add(t.blocks[`[data-theme="`+theme+`"]`])
	if plain {
		p.add(t.blocks["[data-plain]"])
	}
	return p
}

func (p Palette) add(block map[string]string) {
	for name, value := range block {
		if c, ok := hex(value); ok {
			p[name] = c
		}
	}
}

func hex(s string) (RGB, bool) {
	if len(s) != 7 || s[0] != '#' {
		return RGB{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return RGB{}, false
	}
	return RGB{float32(n>>16) / 255, float32(n>>8&255) / 255, float32(n&255) / 255}, true
}
