package screen

import (
	"strconv"
	"strings"
)

// A compiler makes the patterns of a Screener.
type compiler struct {
	*Screener
	named  map[string]group
	words  []word          // those of all patterns, one after the other
	names  strings.Builder // those of all rules, likewise
	counts counts
}

// A group is choices that patterns name together.
type group struct {
	choices string
	size    int    // how many they are
	weight  int    // how common
	bits    uint64 // none of its own when others have taken them all
}

// compile takes up a lexicon.
func (s *Screener) compile(l Lexicon) error {
	c := &compiler{Screener: s, named: make(map[string]group, len(l.Groups))}
	for _, g := range l.Groups {
		if err := c.addGroup(g); err != nil {
			return err
		}
	}
	c.makeRoom(l)
	for _, section := range l.Sections {
		if err := c.addSection(l.Language, section); err != nil {
			return err
		}
	}
	s.fillIndexes()
	return nil
}

// addGroup takes up a group, or more choices for one.
func (c *compiler) addGroup(from Group) error {
	if len(from.Words) == 0 {
		return nil
	}
	g, again := c.named[from.Name]
	if !again && len(c.groups) < numbered {
		g.bits = 1 << len(c.groups)
		c.groups = append(c.groups, "")
	}
	for _, choice := range from.Words {
		if choice == "^" {
			g.bits |= capital
			continue
		}
		n, problem := lengthOf(choice)
		if n < len(choice) {
			problem = noLetter
		}
		if problem != "" {
			return &SyntaxError{Pattern: choice, Problem: problem}
		}
		g.weight += c.counts.weigh(choice)
	}
	if g.size += len(from.Words); g.size <= maxChoices { // no pattern may have more
		g.choices = join(g.choices, strings.Join(from.Words, "|"))
	}
	for i := range c.groups {
		if g.bits>>i&1 == 1 {
			c.groups[i] = g.choices
		}
	}
	c.named[from.Name] = g
	return nil
}

// join makes one list of two.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "|" + b
}

// makeRoom spares the slices growing bit by bit.
func (c *compiler) makeRoom(l Lexicon) {
	patterns, words, names := 0, 0, 0
	for _, section := range l.Sections {
		n := len(section.Patterns)
		patterns += n
		names += n * (len(l.Language) + len(section.Class) + len("//1234"))
		for _, text := range section.Patterns {
			words += 1 + strings.Count(text, " ") - strings.Count(text, " ..")
		}
	}
	c.patterns = make([]pattern, 0, min(patterns, maxPatterns))
	c.words = make([]word, 0, words)
	c.names.Grow(names)
}

// addSection takes up a section, if its class is wanted.
func (c *compiler) addSection(language string, section Section) error {
	class := section.Class.index()
	if class < 0 {
		return &SyntaxError{Pattern: string(section.Class), Problem: "no such class"}
	}
	if !c.wants[class] {
		return nil
	}
	name := language + "/" + string(section.Class) + "/"
	for i, text := range section.Patterns {
		if text == "" || len(c.patterns) == maxPatterns {
			return &SyntaxError{Pattern: text, Problem: "it is empty, or one too many"}
		}
		words, mark := text, text[0]
		if mark == '!' || mark == '~' {
			words = text[1:]
		}
		p, problem := c.pattern(words)
		if problem != "" {
			return &SyntaxError{Pattern: text, Problem: problem}
		}
		if mark == '~' && c.asks != section.Class {
			continue
		}
		p.class = uint8(class)
		if mark != '!' {
			p.rule = c.nameRule(name, i+1)
		}
		c.patterns = append(c.patterns, p)
	}
	return nil
}

// nameRule gives the name of a rule, which is kept with those of all others.
func (c *compiler) nameRule(section string, n int) string {
	from := c.names.Len()
	c.names.WriteString(section)
	c.names.WriteString(strconv.Itoa(n))
	return c.names.String()[from:]
}
