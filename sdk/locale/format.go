package locale

import (
	"slices"
	"strings"
)

// An Arg is one named value of a message.
type Arg struct{ Name, Value string }

// Format fills a pattern: each "{name}" becomes the value of the first argument
// of that name. A placeholder without an argument stays as it is. Values are
// not read again, so a value cannot name another argument.
func Format(pattern string, args ...Arg) string {
	var b strings.Builder
	size := len(pattern)
	for i := range args { // each stands in it once, mostly
		size += len(args[i].Value)
	}
	b.Grow(size)
	for pattern != "" {
		before, name, after := cutPlaceholder(pattern)
		b.WriteString(before)
		if name != "" {
			b.WriteString(valueOf(name, args))
		}
		pattern = after
	}
	return b.String()
}

// Placeholders lists the names in a pattern, sorted, each once. Two patterns of
// one message must have the same.
func Placeholders(pattern string) []string {
	var names []string
	for pattern != "" {
		_, name, after := cutPlaceholder(pattern)
		if name != "" {
			names = append(names, name)
		}
		pattern = after
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func valueOf(name string, args []Arg) string {
	for _, a := range args {
		if a.Name == name {
			return a.Value
		}
	}
	return "{" + name + "}"
}

// cutPlaceholder splits a pattern around its first placeholder; without one, all is before.
func cutPlaceholder(pattern string) (before, name, after string) {
	for from := 0; ; {
		open := strings.IndexByte(pattern[from:], '{')
		if open < 0 {
			return pattern, "", ""
		}
		start := from + open + 1
		end := start
		for end < len(pattern) && isNameByte(pattern[end]) {
			end++
		}
		if end > start && end < len(pattern) && pattern[end] == '}' {
			return pattern[:start-1], pattern[start:end], pattern[end+1:]
		}
		from = end
	}
}

// isNameByte allows ASCII letters, digits, '_', '-' and '.' in names.
func isNameByte(c byte) bool {
	l := lower(c)
	return 'a' <= l && l <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c == '.'
}
