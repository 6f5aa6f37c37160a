package lint

import (
	"iter"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A sentence is what the policy says in one place and one language.
type sentence struct {
	path diag.Path
	tag  locale.Tag // locale.Any for words that are the same in all
	text string
}

// said lists all that the policy says, in the languages that it declares.
func (p *pass) said() iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		for _, ph := range p.texts {
			for s := range p.saidIn(ph.path, ph.text) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// saidIn lists what a text says in the languages of the policy.
func (p *pass) saidIn(path diag.Path, t policy.Text) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		if s := t[locale.Any]; s != "" && !yield(sentence{path, locale.Any, s}) {
			return
		}
		for _, tag := range p.doc.Languages {
			if s := t[tag]; s != "" && tag != locale.Any && !yield(sentence{path.Key(string(tag)), tag, s}) {
				return
			}
		}
	}
}

// tokens takes a text apart into words in lower case.
func tokens(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !isLetter(r) })
}
