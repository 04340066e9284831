// Package content holds the types of what is written for a person, and their
// decoding from the compiled form. It knows no file: whoever has the bytes
// hands them in.
package content

import (
	"sort"
	"strconv"
	"strings"
)

// Words are the texts of one language by key. Keys are the dotted paths of the
// tables they were written in ("host.loading"); a text may hold placeholders in
// braces ("{now}"). The zero value is valid and gives every key in brackets.
type Words struct {
	Lang string // BCP 47 tag
	// Form names the CLDR plural form of a whole number in Lang: the browser
	// knows it (Intl.PluralRules). nil is English.
	Form  func(n int) string
	Texts map[string]string
}

// Has reports whether there is a text for the key.
func (w *Words) Has(key string) bool {
	_, ok := w.Texts[key]
	return ok
}

// T gives the text of a key; a key without a text comes back in brackets, so
// that a gap is seen on the page and caught by tests ([Missing]).
func (w *Words) T(key string) string {
	if s, ok := w.Texts[key]; ok {
		return s
	}
	return "[" + key + "]"
}

// F gives the text of a key with its placeholders filled: pairs are name, value,
// name, value. A placeholder without a pair stays as it is; an odd number of
// pairs is a mistake of the program and panics.
func (w *Words) F(key string, pairs ...string) string {
	return Fill(w.T(key), pairs...)
}

// N gives the form of a key for a count: key.one, key.other and, in languages
// that have them, key.zero, key.two, key.few and key.many as [Words.Form] says.
// {n} stands for the count. A missing form falls back to key.other.
func (w *Words) N(key string, n int, pairs ...string) string {
	form := english
	if w.Form != nil {
		form = w.Form
	}
	k := key + "." + form(n)
	if !w.Has(k) {
		k = key + ".other"
	}
	return Fill(w.F(k, pairs...), "n", strconv.Itoa(n))
}

// english names the plural form of a whole number in English.
func english(n int) string {
	if n == 1 || n == -1 {
		return "one"
	}
	return "other"
}

// Keys lists the keys in order.
func (w *Words) Keys() []string {
	keys := make([]string, 0, len(w.Texts))
	for k := range w.Texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Fill puts values into the placeholders of a text: pairs are name, value, ...
// Values are not searched for placeholders again.
func Fill(text string, pairs ...string) string {
	if len(pairs)%2 != 0 {
		panic("content: Fill needs pairs of name and value")
	}
	if len(pairs) == 0 || !strings.Contains(text, "{") {
		return text
	}
	args := make([]string, len(pairs))
	for i := 0; i < len(pairs); i += 2 {
		args[i], args[i+1] = "{"+pairs[i]+"}", pairs[i+1]
	}
	return strings.NewReplacer(args...).Replace(text)
}

// Placeholders lists the names in braces of a text, in order of first use.
func Placeholders(text string) []string {
	var names []string
	for {
		_, after, ok := strings.Cut(text, "{")
		if !ok {
			return names
		}
		name, rest, ok := strings.Cut(after, "}")
		if !ok {
			return names
		}
		known := false
		for _, n := range names {
			known = known || n == name
		}
		if !known {
			names = append(names, name)
		}
		text = rest
	}
}

// Missing lists the keys that a rendered text shows in brackets because they
// have no text: everything of the form [a.b] with small letters, digits,
// hyphens and at least one dot.
func Missing(rendered string) []string {
	var keys []string
	for {
		_, after, ok := strings.Cut(rendered, "[")
		if !ok {
			return keys
		}
		rendered = after
		key, _, ok := strings.Cut(after, "]")
		if ok && strings.Contains(key, ".") && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == "" {
			keys = append(keys, key)
		}
	}
}
