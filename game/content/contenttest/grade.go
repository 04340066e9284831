// Package contenttest measures texts that people read.
package contenttest

import (
	"regexp"
	"strings"
)

var (
	word     = regexp.MustCompile(`[A-Za-zÀ-ÿ']+|[0-9]+`)
	sentence = regexp.MustCompile(`[.!?:;]+["”]?(\s|$)`)
	vowels   = regexp.MustCompile(`[aeiouyà-ÿ]+`)
)

// Grade gives the Flesch-Kincaid reading grade of an English text:
//
//	0.39 words/sentences + 11.8 syllables/words - 15.59
//
// A word for which term, given it in small letters, says true counts one
// syllable: the reader has learnt it. A number counts one too. A colon or a
// semicolon ends a sentence. Texts without words have grade 0.
func Grade(text string, term func(string) bool) float64 {
	sentences, words, syllables := 0, 0, 0
	for _, s := range sentence.Split(text, -1) {
		found := word.FindAllString(s, -1)
		if len(found) > 0 {
			sentences++
		}
		for _, w := range found {
			words++
			if w = strings.ToLower(w); term != nil && term(w) {
				syllables++
			} else {
				syllables += syllablesOf(w)
			}
		}
	}
	if words == 0 {
		return 0
	}
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

// syllablesOf counts groups of vowels, less a silent e at the end.
func syllablesOf(w string) int {
	if w[0] < 'a' {
		return 1
	}
	n := len(vowels.FindAllString(w, -1))
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") || strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded") {
		n--
	}
	return max(1, n)
}
