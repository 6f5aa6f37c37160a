package markup

import (
	"strings"
	"unicode/utf8"
)

// SafeURL gives s where it may be the address of a link, and false otherwise.
// It allows absolute addresses with a host (http, https), mailto and tel, and
// addresses within the site: a path, a query or a fragment. It refuses every
// other scheme (javascript, data, vbscript), "//host", a user name before the
// host, and the characters by which browsers and readers disagree on what an
// address says: white space, controls, backslashes, invalid UTF-8.
//
// The result is not escaped; pass it on to [AppendAttr].
func SafeURL(s string) (string, bool) {
	if s == "" || !utf8.ValidString(s) {
		return "", false
	}
	end := len(s) // of the scheme, or of what would be one
	for i, r := range s {
		switch r {
		case ':', '/', '?', '#':
			end = min(end, i)
		}
		if r <= ' ' || r == '\\' || !isAllowed(r) || isInvisible(r) {
			return "", false
		}
	}
	ok := false
	switch {
	case end == len(s) || s[end] != ':':
		ok = !strings.HasPrefix(s, "//")
	case isScheme(s[:end], "http"), isScheme(s[:end], "https"):
		ok = hasHost(s[end+1:])
	case isScheme(s[:end], "mailto"), isScheme(s[:end], "tel"):
		ok = len(s) > end+1
	}
	if !ok {
		return "", false
	}
	return s, true
}

// isScheme compares without regard to case; name is in small letters.
func isScheme(s, name string) bool {
	if len(s) != len(name) {
		return false
	}
	for i := range len(s) {
		if s[i]|0x20 != name[i] {
			return false
		}
	}
	return true
}

// hasHost reports whether an address continues "//host" after its scheme, with
// no user name.
func hasHost(rest string) bool {
	rest, ok := strings.CutPrefix(rest, "//")
	if !ok || rest == "" || rest[0] == ':' {
		return false
	}
	for i := range len(rest) {
		switch rest[i] {
		case '/', '?', '#':
			return i > 0
		case '@':
			return false
		}
	}
	return true
}

// isInvisible knows the separators and direction marks that can make an
// address look like another.
func isInvisible(r rune) bool {
	switch {
	case r == 0xA0, r == 0xAD, r == 0x61C, r == 0x1680, r == 0x180E, r == 0x3000, r == 0xFEFF:
		return true
	}
	return r >= 0x2000 && r <= 0x200F || r >= 0x2028 && r <= 0x202F || r >= 0x205F && r <= 0x206F
}
