package screen

import (
	"github.com/lagrum/lagrum/sdk/ident"
)

// A Hit tells where a text may say something of a class. It holds nothing of
// the text.
type Hit struct {
	Class  Class  // what the text may say something of
	Start  int    // where, in bytes from the start of the text
	End    int    // the byte after it
	Rule   string // the rule that found it: "code", "number", or "sv/health/12" for pattern 12 of the section, from 1
	Blocks bool   // the rule is sure enough to refuse the text; the others can only ask
}

// Options say what a Screener looks for. The zero Options are every class of
// the lexicon, codes, and the numbers of persons of every country.
type Options struct {
	Classes []Class      // the classes to look for; none stands for all
	Asks    Class        // the class that the field itself asks for, such as AbsenceSick
	Numbers []ident.Kind // the kinds of number to look for; none stands for all of persons
}

// A Screener finds what a text should not say. It may be used by several
// goroutines at once.
type Screener struct {
	patterns   []pattern
	groups     []string // the choices of each group that has a bit
	members    index    // leads to groups
	rules      anchors  // leads to patterns that are no exceptions
	exceptions anchors
	wants      [len(classes)]bool
	asks       Class
	numbers    []ident.Kind
}

// New makes a Screener of a lexicon, which may be empty: codes and numbers are
// found without one. The error is a *SyntaxError.
func New(l Lexicon, opts Options) (*Screener, error) {
	s := &Screener{asks: opts.Asks, numbers: opts.Numbers}
	if len(s.numbers) == 0 {
		s.numbers = persons
	}
	for i, c := range classes {
		s.wants[i] = len(opts.Classes) == 0 || contains(opts.Classes, c)
	}
	if err := s.compile(l); err != nil {
		return nil, err
	}
	return s, nil
}

func contains(list []Class, c Class) bool {
	for _, one := range list {
		if one == c {
			return true
		}
	}
	return false
}

// Find appends to dst where the text may say what it should not, in the order
// of the text, with one Hit for each stretch and class. It allocates only what
// dst has no room for.
func (s *Screener) Find(dst []Hit, text string) []Hit {
	first := len(dst)
	dst = s.findWords(dst, text)
	dst = settle(dst, first)
	if s.wants[InternalCode.index()] {
		dst = findCodes(dst, text)
	}
	if s.wants[NationalNumber.index()] {
		dst = findNumbers(dst, text, s.numbers)
	}
	order(dst[first:])
	return dst
}
