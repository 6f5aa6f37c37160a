package policyfile

import "github.com/lagrum/lagrum/sdk/diag"

// suggest gives the word that was most likely meant, or nothing.
func suggest(word string, words []string) string { return diag.NewVocabulary(words).Nearest(word) }
