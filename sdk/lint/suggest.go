package lint

import "strings"

// longest is the length, in bytes, above which a word is not compared with others.
const longest = 40

// A candidate is a word that may have been meant.
type candidate struct{ word, plain string }

// candidates brings words into the form in which they are compared.
func candidates(words []string) []candidate {
	list := make([]candidate, len(words))
	for i, w := range words {
		list[i] = candidate{w, squeeze(w)}
	}
	return list
}

// suggest gives the id of the kind that was most likely meant, or nothing.
//
// Each id of the kind is compared. So that a policy full of mistyped ids still
// takes no more time than it is long, the whole policy has a number of
// comparisons that grows with it; when they are used up there are no more
// suggestions.
func (x *index) suggest(kind, id string) string {
	if x.compared+len(x.byKind[kind]) > 1000+20*len(x.definitions) {
		return ""
	}
	x.compared += len(x.byKind[kind])
	if len(x.candidates[kind]) == 0 {
		x.candidates[kind] = candidates(x.byKind[kind])
	}
	return nearest(id, x.candidates[kind])
}

// nearest gives the word that was most likely meant, or nothing: the same
// letters in other case or with other separators, or the nearest by edit
// distance, if no more than a third of the letters differ.
func nearest(word string, list []candidate) string {
	plain := squeeze(word)
	if len(plain) > longest {
		return ""
	}
	best, least := "", len(plain)/3+1
	for _, c := range list {
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
