package diag

import "strings"

// A Fix puts a finding right for certain: where the finding stands, New is
// written instead of Old. Whoever finds something sets it only if nobody could
// have meant anything else; what is merely likely is a suggestion in the message.
type Fix struct {
	Old string // the value or key at the finding's place
	New string // what was meant
}

// Slip gives the word of a vocabulary, or the id, that was certainly meant by a
// word that is none of them. It is the only one that has the same letters in other
// case or with other separators, or differs by one letter that was left out, put
// in, changed or swapped with its neighbour.
//
// Parts of less than four letters do not count as slips, nor do digits, nor a
// changed letter in a short word: "room-b" and "room-2" may be other rooms than
// "room-a" and "room-1".
func Slip(word string, words []string) (meant string, ok bool) {
	const longest = 60
	if len(word) > longest {
		return "", false
	}
	for _, w := range words {
		switch {
		case w == meant || !slipped(word, w):
		case meant != "":
			return "", false
		default:
			meant = w
		}
	}
	return meant, meant != ""
}

// slipped reports whether the one word is the other with a slip of the pen.
func slipped(a, b string) bool {
	if sameLetters(a, b) {
		return true
	}
	slips, more := 0, true
	for more {
		var x, y string
		var moreX, moreY bool
		x, a, moreX = strings.Cut(a, "-")
		y, b, moreY = strings.Cut(b, "-")
		if moreX != moreY {
			return false
		}
		if more = moreX; same(x, y) {
			continue
		}
		if slips++; slips > 1 || !oneLetter(x, y) {
			return false
		}
	}
	return slips == 1
}

// sameLetters reports whether words have the same letters and digits, one at
// least, in whatever case and with whatever separators.
func sameLetters(a, b string) bool {
	i, j, n := 0, 0, 0
	for {
		for i < len(a) && separates(a[i]) {
			i++
		}
		for j < len(b) && separates(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return n > 0 && i == len(a) && j == len(b)
		}
		if lower(a[i]) != lower(b[j]) {
			return false
		}
		i, j, n = i+1, j+1, n+1
	}
}

func separates(c byte) bool { return c == '-' || c == '_' || c == ' ' }

// oneLetter reports whether words differ by one letter.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 || len(b)-len(a) > 1 || hasDigit(a) || hasDigit(b) {
		return false
	}
	i := 0
	for i < len(a) && lower(a[i]) == lower(b[i]) {
		i++
	}
	switch {
	case len(a) < len(b):
		return same(a[i:], b[i+1:])
	case i+1 < len(a) && lower(a[i]) == lower(b[i+1]) && lower(a[i+1]) == lower(b[i]) && same(a[i+2:], b[i+2:]):
		return true
	}
	return i < len(a) && len(a) >= 6 && same(a[i+1:], b[i+1:])
}

// same compares words without regard to the case of ASCII letters.
func same(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
