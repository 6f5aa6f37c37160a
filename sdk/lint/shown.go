package lint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/sdk/diag"
)

// longestShown is how many bytes of a policy's word a message repeats.
const longestShown = 200

// withheld stands in a message for a word that is not repeated.
const withheld = "…"

// shown gives an argument as a message may repeat it. Findings end up in logs
// and on terminals, so what may be somebody's name, address or number is
// withheld, and so are long texts and characters that cannot be seen. No id has
// a space in it.
func shown(a diag.Arg) string {
	word := a.Value
	switch a.Name {
	case "id", "activity", "act", "suggestion", "consent", "datum", "form", "field", "group", "value", "system", "purpose":
		if strings.ContainsRune(word, ' ') && !strings.ContainsRune(word, '§') { // 10 § is an article
			return withheld
		}
	}
	if len(word) > longestShown || !utf8.ValidString(word) || strings.ContainsRune(word, '@') || hasNumber(word) {
		return withheld
	}
	for _, r := range word {
		if !strconv.IsPrint(r) {
			return withheld
		}
	}
	return word
}

// hasNumber reports whether a word holds a number of the length of a telephone
// or identity number: seven digits, or nine with marks between them. A date and
// the number of an act are shorter.
func hasNumber(word string) bool {
	run, all := 0, 0
	for _, c := range []byte(word) {
		switch {
		case '0' <= c && c <= '9':
			run, all = run+1, all+1
		case c == '-' || c == '+' || c == '.' || c == ' ' || c == '/':
			run = 0
		default:
			run, all = 0, 0
		}
		if run >= 7 || all >= 9 {
			return true
		}
	}
	return false
}
