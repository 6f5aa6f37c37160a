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
	of   diag.Path  // of the text in all its languages
	tag  locale.Tag // locale.Any for words that are the same in all
	text string
}

// path leads to the words.
func (s sentence) path() diag.Path {
	if s.tag == locale.Any {
		return s.of
	}
	return s.of.Key(string(s.tag))
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
			if s := t[tag]; s != "" && tag != locale.Any && !yield(sentence{path, tag, s}) {
				return
			}
		}
	}
}

// tokens takes a text apart into words in lower case.
func tokens(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			switch {
			case isLetter(r) && start < 0:
				start = i
			case !isLetter(r) && start >= 0:
				if !yield(strings.ToLower(text[start:i])) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(strings.ToLower(text[start:]))
		}
	}
}
