package policyfile

import "strings"

// suggest gives the word that was most likely meant, or nothing: the same
// word in other case or with other separators, or the nearest one by edit
// distance, if no more than a third of the letters differ.
func suggest(word string, words []string) string {
	if len(word) > 40 {
		return ""
	}
	plain := separators.Replace(strings.ToLower(word))
	best, least := "", len(plain)/3+1
	for _, w := range words {
		distance := editDistance(plain, separators.Replace(strings.ToLower(w)))
		if distance < least {
			best, least = w, distance
		}
	}
	return best
}

var separators = strings.NewReplacer("-", "", "_", "", " ", "")

// editDistance is the number of letters to insert, delete, change or swap with
// their neighbour to get from a to b (optimal string alignment).
func editDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
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
