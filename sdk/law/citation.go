package law

import "strings"

// Normalise brings the harmless ways to write a provision to one form:
// "Art. 6.1 e", "artikel 6(1) e" and "6 (1)(e)" become "6(1)(e)"; "§ 10 a" and
// "10§ a" become "10 § a". What it does not understand comes back as it was,
// with the white space squeezed.
func Normalise(citation string) string {
	plain := strings.Join(strings.Fields(citation), " ")
	if before, after, ok := strings.Cut(plain, "§"); ok {
		return section(plain, before, after)
	}
	tokens, ok := split(plain)
	if !ok {
		return plain
	}
	return join(tokens)
}

// section writes a citation by section sign as Swedish law does: "10 § a".
func section(plain, before, after string) string {
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	if before == "" { // "§ 10 a", as in Danish and Norwegian
		before, after, _ = strings.Cut(after, " ")
		after = strings.TrimSpace(after)
	}
	after = strings.TrimSuffix(after, ")")
	if !digits(before) || len(after) > 1 || after != "" && !lower(after[0]) {
		return plain
	}
	if after == "" {
		return before + " §"
	}
	return before + " § " + after
}

// split takes a citation apart: article, paragraph, point, subpoint. It gives
// up (false) at a word that it does not know.
func split(s string) (tokens []string, ok bool) {
	for len(s) > 0 {
		n := 0
		for n < len(s) && !separator(s[n]) && digit(s[n]) == digit(s[0]) {
			n++
		}
		word := s[:n]
		s = s[max(n, 1):]
		switch {
		case n == 0 || filler(word):
		case digit(word[0]) && len(tokens) < 2:
			tokens = append(tokens, word)
		case (len(word) == 1 && lower(word[0]) || word == "ea") && (len(tokens) == 2 || len(tokens) == 3):
			tokens = append(tokens, word)
		default:
			return nil, false
		}
	}
	return tokens, len(tokens) > 0
}

// join writes article, paragraph and points in the Union's own form.
func join(tokens []string) string {
	var b strings.Builder
	for i, t := range tokens {
		if i == 0 {
			b.WriteString(t)
			continue
		}
		b.WriteString("(" + t + ")")
	}
	return b.String()
}

// filler reports whether the word only says "article", "paragraph" or "point".
func filler(word string) bool {
	switch word {
	case "Art", "art", "Article", "article", "Artikel", "artikel", "Artikkel", "artikkel",
		"Artikla", "artikla", "artiklan", "gr", "grein", "paragraph", "point", "stk", "stycket",
		"punkt", "litra", "ledd", "bokstav", "led", "nr", "kohta", "kohdan", "alakohta", "mgr", "tölul":
		return true
	}
	return false
}

func separator(c byte) bool { return c == ' ' || c == '.' || c == ',' || c == '(' || c == ')' }

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func lower(c byte) bool { return 'a' <= c && c <= 'z' }
