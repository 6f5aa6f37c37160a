package locale

import "strings"

// A Tag names a language as BCP 47 (RFC 5646) does, in canonical case:
// "sv", "sv-FI", "zh-Hant-TW". The zero Tag names none.
type Tag string

// The languages that the product speaks, and the tag of a text that is the same
// in all languages, such as a name.
const (
	SV Tag = "sv" // Swedish
	DA Tag = "da" // Danish
	NB Tag = "nb" // Norwegian Bokmål
	NN Tag = "nn" // Norwegian Nynorsk
	FI Tag = "fi" // Finnish
	IS Tag = "is" // Icelandic
	EN Tag = "en" // English

	Any Tag = "mul" // ISO 639-2 "multiple languages"
)

// norwegian is the macrolanguage of Bokmål and Nynorsk.
const norwegian Tag = "no"

// Parse reads a tag of the form language[-Script][-REGION] in any case and
// gives it in canonical case (RFC 5646 2.1.1). It checks the form only, not
// the registers of subtags; variants and extensions are refused.
func Parse(s string) (Tag, bool) {
	var b []byte
	place := 0 // how many of language, script and region have passed
	for subtag := range strings.SplitSeq(s, "-") {
		switch {
		case place == 0 && isLetters(subtag) && (len(subtag) == 2 || len(subtag) == 3):
			b = appendCase(b, subtag, lower)
			place = 1
		case place == 1 && isLetters(subtag) && len(subtag) == 4:
			b = appendCase(append(b, '-'), subtag[:1], upper)
			b = appendCase(b, subtag[1:], lower)
			place = 2
		case (place == 1 || place == 2) && isRegion(subtag):
			b = appendCase(append(b, '-'), subtag, upper)
			place = 3
		default:
			return "", false
		}
	}
	return Tag(b), true
}

// Base gives the language alone: "sv" for "sv-FI".
func (t Tag) Base() Tag {
	base, _, _ := strings.Cut(string(t), "-")
	return Tag(base)
}

// Fallback gives the tags to look for when a text is wanted in t, best first:
// t itself and then the shorter tags (RFC 4647 3.4): sv-FI, sv. Norwegian
// without a variant is taken for Bokmål, which most texts tagged so are:
// no, nb. It never leads to another language. [Any] is not part of it; a caller
// that has such a text takes it when the chain has found none.
func (t Tag) Fallback() []Tag {
	if t == "" {
		return nil
	}
	chain := []Tag{t}
	for i := strings.LastIndexByte(string(t), '-'); i > 0; i = strings.LastIndexByte(string(t), '-') {
		t = t[:i]
		chain = append(chain, t)
	}
	if t == norwegian {
		chain = append(chain, NB)
	}
	return chain
}

func isLetters(s string) bool {
	for i := range len(s) {
		if c := lower(s[i]); c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

func isRegion(s string) bool {
	return len(s) == 2 && isLetters(s) || len(s) == 3 && isDigits(s)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func appendCase(b []byte, s string, to func(byte) byte) []byte {
	for i := range len(s) {
		b = append(b, to(s[i]))
	}
	return b
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}
