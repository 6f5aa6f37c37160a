package screen

import (
	"slices"
	"strings"
)

// The bounds of a lexicon: one may come from a stranger's page.
const (
	maxPatterns = 20000
	maxWords    = 8   // in one pattern
	maxChoices  = 256 // in one word of a pattern, groups resolved
	maxGaps     = 2   // in one pattern
	gap         = 3   // the words that ".." stands for, at most
)

// A pattern is one line of a section, ready to be found.
type pattern struct {
	words     []word
	class     uint8
	exception bool
	asked     bool // only in a field that asks for the class
	rule      string
}

// A word is one place of a pattern.
type word struct {
	choices [][]literal // lists of choices, those of groups shared between patterns; none: any word
	skip    int         // so many words may come before it
}

// A literal is letters to be found in a word of the text.
type literal struct {
	letters     string
	more, after bool // letters may come before, or after
	cased       bool
	name        bool // any word with a capital letter, whatever its letters
}

// compile reads a pattern. It gives the problem if there is one.
func compile(text string, groups map[string][]literal) (p pattern, problem string) {
	switch text[0] {
	case '!':
		p.exception, text = true, text[1:]
	case '~':
		p.asked, text = true, text[1:]
	}
	skip, gaps := 0, 0
	for field := range strings.FieldsSeq(text) {
		if field == ".." {
			skip, gaps = gap, gaps+1
			continue
		}
		w, problem := compileWord(field, groups)
		if problem != "" {
			return p, problem
		}
		w.skip, skip = skip, 0
		p.words = append(p.words, w)
	}
	switch {
	case len(p.words) == 0:
		return p, "there is no word in it"
	case len(p.words) > maxWords:
		return p, "it has too many words"
	case len(p.words[0].choices) == 0 || p.words[0].skip > 0 || p.words[0].hasName():
		return p, "it must begin with a word"
	case gaps > maxGaps:
		return p, "it has too many gaps"
	case skip > 0:
		return p, "it must end with a word"
	}
	return p, ""
}

func compileWord(field string, groups map[string][]literal) (w word, problem string) {
	if field == "_" {
		return w, ""
	}
	var own []literal
	n := 0
	for choice := range strings.SplitSeq(field, "|") {
		if name, ok := strings.CutPrefix(choice, "@"); ok {
			group, known := groups[name]
			if !known {
				return w, "it names a group that is not there"
			}
			w.choices, n = append(w.choices, group), n+len(group)
			continue
		}
		l, problem := compileLiteral(choice)
		if problem != "" {
			return w, problem
		}
		own, n = append(own, l), n+1
	}
	if len(own) > 0 {
		w.choices = append(w.choices, own)
	}
	if n > maxChoices {
		return w, "a word of it has too many choices"
	}
	return w, ""
}

// hasName reports whether any word with a capital letter will do.
func (p *word) hasName() bool {
	return slices.ContainsFunc(p.choices, func(list []literal) bool {
		return slices.ContainsFunc(list, func(l literal) bool { return l.name })
	})
}

func compileLiteral(choice string) (l literal, problem string) {
	if choice == "^" {
		return literal{name: true}, ""
	}
	l.letters = choice
	l.letters, l.more = strings.CutPrefix(l.letters, "*")
	l.letters, l.after = strings.CutSuffix(l.letters, "*")
	if l.letters == "" {
		return l, "a word of it has no letters"
	}
	for i := 0; i < len(l.letters); {
		if size := letterAt(l.letters, i); size > 0 {
			l.cased = l.cased || foldAt(l.letters, i) != l.letters[i] || size == 2 && foldAt(l.letters, i+1) != l.letters[i+1]
			i += size
			continue
		}
		return l, "it has a character that is no letter or digit"
	}
	return l, ""
}
