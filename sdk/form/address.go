package form

import "strings"

// isEmail reports whether the text is an e-mail address as people have them: a
// name, an at sign and a domain with a dot (HTML Living Standard, 4.10.5.1.5,
// with a dot asked for, and letters beyond ASCII as RFC 6531 has them). The
// domain is kept in small letters (RFC 1035, 2.3.3), the name as it is.
func isEmail(s *string) bool {
	text := *s
	at := strings.LastIndexByte(text, '@')
	if at < 1 || at > 64 || len(text) > 254 || !isLocalPart(text[:at]) || !isDomain(text[at+1:]) || hasSpace(text) {
		return false
	}
	if domain := lower(text[at+1:]); domain != text[at+1:] {
		*s = text[:at+1] + domain
	}
	return true
}

// isLocalPart reports whether the text is a name before an at sign: atoms with
// dots between (RFC 5322, 3.2.3). Quoted names exist and nobody has one.
func isLocalPart(s string) bool {
	if s[0] == '.' || s[len(s)-1] == '.' || strings.Contains(s, "..") {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !isAlphanumeric(c) && c < 0x80 && strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", c) < 0 {
			return false
		}
	}
	return true
}

// isDomain reports whether the text is a domain name of two labels or more.
func isDomain(s string) bool {
	if len(s) > 253 {
		return false
	}
	label, labels := "", 0
	for start, i := 0, 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			continue
		}
		label = s[start:i]
		if !isLabel(label) {
			return false
		}
		start, labels = i+1, labels+1
	}
	return labels > 1 && len(label) > 1 && !digits(label)
}

func isLabel(s string) bool {
	if s == "" || len(s) > 63 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isAlphanumeric(c) && c != '-' && c < 0x80 {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// lower gives the text with small letters for the capital ones of ASCII.
func lower(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return moved(s, 'A', 'a'-'A')
		}
	}
	return s
}

// upper gives the text with capital letters for the small ones of ASCII, which
// is all that media types have (RFC 6838, 4.2).
func upper(s string) string {
	return moved(s, 'a', 'A'-'a')
}

// moved gives the text with the 26 letters from the first moved by so much.
func moved(s string, first byte, by int) string {
	text := []byte(s)
	for i, c := range text {
		if c-first < 26 {
			text[i] = byte(int(c) + by)
		}
	}
	return string(text)
}

// isTel reports whether the text may be a telephone number, however it is
// written: 3 to 17 digits, with a plus before and spaces, hyphens, points,
// slashes or brackets between. Who may be called only a call can tell.
func isTel(s string) bool {
	n := 0
	for i, r := range s {
		switch {
		case '0' <= r && r <= '9':
			n++
		case r == '+' && i == 0, r == '-', r == '.', r == '/', r == '(', r == ')', isSpace(r), 0x2010 <= r && r <= 0x2015:
		default:
			return false
		}
	}
	return 3 <= n && n <= 17 && len(s) <= 40
}

// upTo gives how far the text has none of the signs, which are ASCII.
func upTo(s, signs string) int {
	for i := range len(s) {
		if strings.IndexByte(signs, s[i]) >= 0 {
			return i
		}
	}
	return len(s)
}

// isURL reports whether the text is an address on the web. One without a
// scheme, as people write it, is kept with https.
func isURL(s *string) bool {
	text := *s
	_, secure := strings.CutPrefix(lower(text[:min(len(text), 8)]), "https://")
	_, plain := strings.CutPrefix(lower(text[:min(len(text), 7)]), "http://")
	rest := text
	switch {
	case secure:
		rest = text[8:]
	case plain:
		rest = text[7:]
	}
	host, port, hasPort := strings.Cut(rest[:upTo(rest, "/?#")], ":")
	if !isDomain(host) || hasPort && (port == "" || len(port) > 5 || !digits(port)) || hasSpace(text) || upTo(text, "\"<>\\^`{|}") < len(text) {
		return false
	}
	if !secure && !plain {
		*s = "https://" + text
	}
	return true
}
