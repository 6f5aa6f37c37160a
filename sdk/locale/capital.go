package locale

import "strings"

// Capital makes the first letter of a phrase a capital, for the start of a
// line or a sentence. It knows the letters of the languages that the product
// speaks. A name such as "eTwinning", whose second letter is a capital, stays
// as it is.
func Capital(s string) string {
	if len(s) > 1 && isCapital(s[1]) {
		return s
	}
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	if s == "" || s[0] < 0x80 { // none of the letters below begins so
		return s
	}
	for _, pair := range nordic {
		if rest, ok := strings.CutPrefix(s, pair[0]); ok {
			return pair[1] + rest
		}
	}
	return s
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// nordic holds the letters beyond a to z, small and capital.
var nordic = [...][2]string{
	{"å", "Å"}, {"ä", "Ä"}, {"ö", "Ö"}, {"æ", "Æ"}, {"ø", "Ø"}, {"á", "Á"}, {"é", "É"},
	{"í", "Í"}, {"ó", "Ó"}, {"ú", "Ú"}, {"ý", "Ý"}, {"þ", "Þ"}, {"ð", "Ð"},
}

// Small makes the first letter of a heading small, for putting it into a
// sentence. An abbreviation such as "IT" stays as it is.
func Small(s string) string {
	if len(s) > 1 && isCapital(s[0]) && !isCapital(s[1]) {
		return string(s[0]-'A'+'a') + s[1:]
	}
	if s == "" || s[0] < 0x80 {
		return s
	}
	for _, pair := range nordic {
		if rest, ok := strings.CutPrefix(s, pair[1]); ok {
			return pair[0] + rest
		}
	}
	return s
}
