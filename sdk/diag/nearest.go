package diag

import "strings"

// longest is the length, in bytes, above which a word is not compared with others.
const longest = 40

// A Vocabulary is a set of words of which one may have been meant, in the form
// in which they are compared.
type Vocabulary []candidate

type candidate struct{ word, plain string }

// NewVocabulary makes a vocabulary of words; the first of equally near ones wins.
func NewVocabulary(words []string) Vocabulary {
	v := make(Vocabulary, len(words))
	for i, w := range words {
		v[i] = candidate{w, squeeze(w)}
	}
	return v
}

// Nearest gives the word that was most likely meant, or nothing: the same
// letters in other case or with other separators, or the nearest by edit
// distance, if no more than a third of the letters differ. Words of more than 40
// bytes are not compared.
func (v Vocabulary) Nearest(word string) string {
	plain := squeeze(word)
	if len(plain) > longest {
		return ""
	}
	best, least := "", len(plain)/3+1
	for _, c := range v {
		if len(c.plain)-len(plain) >= least || len(plain)-len(c.plain) >= least {
			continue
		}
		if distance := editDistance(plain, c.plain); distance < least {
			best, least = c.word, distance
		}
	}
	return best
}

// squeeze brings a word to lower case (ASCII only, as ids are) and takes out
// what separates its parts.
func squeeze(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r == '-' || r == '_' || r == ' ':
			return -1
		}
		return r
	}, word)
}

// editDistance counts the bytes to insert, delete, change or swap with their
// neighbour to get from a to b (optimal string alignment). Neither is longer
// than a word that is compared and the third by which another may differ.
func editDistance(a, b string) int {
	var rows [3][longest + longest/3 + 2]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
