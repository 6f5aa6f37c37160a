package screen

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
	words []word
	rule  string // nothing for an exception
	class uint8
	anchor
}

func (p *pattern) isException() bool { return p.rule == "" }

// A word is one place of a pattern.
type word struct {
	own    string // its own choices, among groups and names
	heads  uint64 // what its own choices may begin with
	groups uint64 // the groups that it names, by bit
	skip   uint8  // so many words may come before it
}

// Two groups need no letters.
const (
	anyWord uint64 = 1 << (63 - iota)
	capital        // any word with a capital letter

	numbered = 62 // the groups of a lexicon that have a bit
)
