package screen

import "unicode/utf8"

// letterAt gives the size in bytes of the letter or digit at i, and 0 for
// anything else. Everything beyond ASCII counts as a letter but for the
// punctuation of Latin-1 and of the block General Punctuation, so that no
// table of letters is needed. An apostrophe between letters belongs to the word.
func letterAt(text string, i int) int {
	c := text[i]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		return 1
	case c == '\'':
		return apostrophe(text, i, 1)
	case c < utf8.RuneSelf:
		return 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == utf8.RuneError && size == 1, 0x80 <= r && r <= 0xBF, r == 0xD7, r == 0xF7:
		return 0
	case r == 0x2019:
		return apostrophe(text, i, size)
	case 0x2000 <= r && r <= 0x2BFF, 0x3000 <= r && r <= 0x303F, r >= 0x1F000:
		return 0
	}
	return size
}

// apostrophe gives the size of an apostrophe that has ASCII letters on both sides.
func apostrophe(text string, i, size int) int {
	if i > 0 && i+size < len(text) && isLatin(text[i-1]) && isLatin(text[i+size]) {
		return size
	}
	return 0
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// foldAt gives the byte at i as that of the small letter, for the letters of
// ASCII and Latin-1. Both cases have the same length in UTF-8 there, so that
// text and pattern can be compared byte by byte.
func foldAt(text string, i int) byte {
	c := text[i]
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 0x20
	case 0x80 <= c && c <= 0x9E && c != 0x97 && i > 0 && text[i-1] == 0xC3:
		return c + 0x20
	}
	return c
}

// isCapital reports whether the letter at i is a capital one, of ASCII or Latin-1.
func isCapital(text string, i int) bool {
	return foldAt(text, i) != text[i] || text[i] == 0xC3 && i+1 < len(text) && foldAt(text, i+1) != text[i+1]
}

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

// nextWord finds the first word at or after i. It reports whether a sentence
// ended on the way to it. A span without length means that there is none.
func nextWord(text string, i int) (w span, broken bool) {
	for i < len(text) {
		if letterAt(text, i) > 0 {
			w.start = i
			for i < len(text) {
				size := letterAt(text, i)
				if size == 0 {
					break
				}
				i += size
			}
			w.end = i
			return w, broken
		}
		broken = broken || endsSentence(text, i)
		i++
		for i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
	}
	return span{len(text), len(text)}, broken
}

// endsSentence reports whether a sentence ends with the character at i: at a
// line end, and at a stop, question or exclamation mark with a space after it.
func endsSentence(text string, i int) bool {
	switch text[i] {
	case '\n':
		return true
	case '.', '!', '?':
		return i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '\r'
	}
	return false
}
