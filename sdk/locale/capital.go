package locale

import "strings"

// Capital makes the first letter of a phrase a capital, for the start of a
// line or a sentence. It knows the letters of the languages that the product
// speaks. A name such as "eTwinning", whose second letter is a capital, stays
// as it is.
func Capital(s string) string {
	switch {
	case s == "", len(s) > 1 && isCapital(s[1]):
	case 'a' <= s[0] && s[0] <= 'z':
		return moved(s, 0, -toSmall)
	case isNordic(s, small):
		return moved(s, 1, -toSmall)
	}
	return s
}

// Small makes the first letter of a heading small, for putting it into a
// sentence. An abbreviation such as "IT" stays as it is.
func Small(s string) string {
	switch {
	case len(s) > 1 && isCapital(s[0]) && !isCapital(s[1]):
		return moved(s, 0, toSmall)
	case isNordic(s, capital):
		return moved(s, 1, toSmall)
	}
	return s
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// The letters beyond a to z. Both alphabets have them toSmall apart, and in UTF-8
// as two bytes, of which the first is the same.
const (
	small   = "åäöæøáéíóúýþð"
	capital = "ÅÄÖÆØÁÉÍÓÚÝÞÐ"
	toSmall = 'a' - 'A'
)

// isNordic reports whether the text begins with one of the letters.
func isNordic(s, letters string) bool {
	return len(s) > 1 && s[0] == letters[0] && strings.Contains(letters, s[:2])
}

// moved gives the text with another byte at the place.
func moved(s string, at, by int) string {
	return s[:at] + string([]byte{byte(int(s[at]) + by)}) + s[at+1:]
}
