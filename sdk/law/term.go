package law

import (
	"cmp"
	"iter"
	"slices"
)

// A TermRow is a concept's word in one language.
type TermRow struct {
	Key       string   // "controller"
	Lang      string   // BCP 47
	Preferred string   // the word to print
	Others    []string // other forms that are accepted when reading
	Forms     []Form   // inflected forms, from general knowledge; may be empty
	Note      string   // what else to know, in English; may be empty
	Fact
}

// A Form is an inflected form of a term.
type Form struct {
	Name string // indef_sg, def_sg, indef_pl, def_pl; fi: gen_sg, part_sg, gen_pl, part_pl; gender
	Text string // the inflected word
}

// Form gives an inflected form: "def_sg" of controller in Swedish is "den
// personuppgiftsansvarige".
func (t TermRow) Form(name string) (string, bool) {
	for _, f := range t.Forms {
		if f.Name == name {
			return f.Text, true
		}
	}
	return "", false
}

// Term gives a concept's word in a language. There is no fallback to another language.
func Term(key, lang string) (TermRow, bool) {
	i, ok := slices.BinarySearchFunc(terms, TermRow{Key: key, Lang: lang}, func(a, b TermRow) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang))
	})
	if !ok {
		return TermRow{}, false
	}
	return terms[i], true
}

// Terms lists the terms by key and language.
func Terms() iter.Seq[TermRow] { return slices.Values(terms) }
