package wire

// A Text is a JSON value as it stands, for programs that must be very small: it
// is looked through where something is asked for, and no tree is made. The text is
// meant to come from a writer of JSON. Of one that is no JSON at all, what is found
// means nothing; but nothing fails, and looking ends. The empty Text stands for a
// value that is not there.
type Text string

// Get gives the member of an object, and nothing where there is none. Names
// compare as they are written.
func (t Text) Get(name string) Text {
	if t == "" || t[0] != '{' {
		return ""
	}
	for rest := t[1:]; rest != ""; {
		var key, value Text
		key, rest = rest.cut()
		value, rest = rest.cut()
		if string(key.Inside()) == name {
			return value
		}
	}
	return ""
}

// Items goes through the values of an array.
func (t Text) Items(yield func(Text) bool) {
	if t == "" || t[0] != '[' {
		return
	}
	for rest := t[1:]; rest != ""; {
		var value Text
		if value, rest = rest.cut(); value == "" || !yield(value) {
			return
		}
	}
}

// Inside gives what stands between the quotation marks of a string, with its
// escapes as they are written, and nothing for any other value.
func (t Text) Inside() Text {
	if len(t) < 2 || t[0] != '"' {
		return ""
	}
	return t[1 : len(t)-1]
}

// cut takes the value at the beginning off, with what separates it from others.
func (t Text) cut() (value, rest Text) {
	start := 0
	for start < len(t) && isBetween(t[start]) {
		start++
	}
	depth, quoted := 0, false
	for i := start; i < len(t); i++ {
		switch c := t[i]; {
		case quoted:
			if c == '\\' {
				i++
			} else if c == '"' {
				quoted = false
			}
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth < 0 { // the end of what the value stands in
				return t[start:i], ""
			}
		case depth == 0 && isBetween(c):
			return t[start:i], t[i:]
		}
	}
	return "", ""
}

// isBetween reports whether a character stands between values and not in them.
func isBetween(c byte) bool { return c <= ' ' || c == ',' || c == ':' }
