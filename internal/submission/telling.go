package submission

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/ident"
)

// Telling gives few of the submissions that can be read, and among them every
// outcome that any has: a problem of a field, an answer that is dropped, kept
// otherwise than it was sent, or kept. Identity numbers in them are published ones:
// one with a slip in it may be somebody's.
func (t *Trial) Telling() [][]byte {
	seen := map[string]bool{}
	var list [][]byte
	for i := range t.cases {
		a := &t.cases[i]
		if !a.readable || !t.published(a) {
			continue
		}
		before := len(seen)
		for _, outcome := range t.outcomes(a) {
			seen[outcome] = true
		}
		if len(seen) > before {
			list = append(list, a.sent)
		}
	}
	return list
}

func (t *Trial) outcomes(a *attempt) []string {
	var list []string
	for i := range a.problems {
		list = append(list, string(a.problems[i].Code)+" "+a.problems[i].Field)
	}
	for _, name := range a.changed {
		list = append(list, "changed "+name)
	}
	for _, drop := range a.dropped {
		list = append(list, string(drop.Why)+" "+drop.Field)
	}
	if a.kept != nil {
		for name := range object(a.kept) {
			list = append(list, "kept "+name)
		}
	}
	return list
}

// published reports whether every number that was sent as one is a published one,
// or too short to be anybody's.
func (t *Trial) published(a *attempt) bool {
	sent := object(a.sent)
	for i := range t.Form.Fields {
		f := &t.Form.Fields[i]
		text, _ := sent[f.Name].(string)
		figures := 0
		for i := range len(text) {
			if '0' <= text[i] && text[i] <= '9' {
				figures++
			}
		}
		is := func(kind ident.Kind) bool {
			return slices.ContainsFunc(t.numbers[kind], func(v vector) bool { return v.Value == text || v.Canonical == text })
		}
		if len(f.Numbers) > 0 && figures > 4 && !slices.ContainsFunc(f.Numbers, is) {
			return false
		}
	}
	return true
}
