package screen

import "strings"

const (
	noLetters = "a word of it has no letters"
	noLetter  = "it has a character that is no letter or digit"
)

// pattern reads a pattern, without its mark. It gives the problem if there is one.
func (c *compiler) pattern(text string) (p pattern, problem string) {
	from, skip, gaps := len(c.words), 0, 0
	var chosen chooser
	for field := range strings.FieldsSeq(text) {
		if field == ".." {
			skip, gaps = gap, gaps+1
			continue
		}
		r, problem := c.word(field)
		if problem != "" {
			return p, problem
		}
		r.skip, skip = uint8(skip), 0
		chosen.consider(&r)
		c.words = append(c.words, r.word)
	}
	p.words, p.anchor = c.words[from:], chosen.anchor
	switch {
	case len(p.words) == 0:
		return p, "there is no word in it"
	case len(p.words) > maxWords:
		return p, "it has too many words"
	case p.words[0].groups&(anyWord|capital) != 0 || p.words[0].skip > 0:
		return p, "it must begin with a word"
	case gaps > maxGaps:
		return p, "it has too many gaps"
	case skip > 0:
		return p, "it must end with a word"
	}
	return p, ""
}

// A reading is a word of a pattern while it is read.
type reading struct {
	word
	letters bool // there are choices of letters
	size    int  // so many choices, groups resolved
	weight  int  // how common they may be
}

// word reads a word of a pattern.
func (c *compiler) word(field string) (r reading, problem string) {
	if field == "_" {
		r.groups = anyWord
		return r, ""
	}
	for i := 0; i < len(field) && problem == ""; i++ {
		n := 0
		if field[i] == '@' || field[i] == '^' {
			n, problem = c.readName(&r, field[i:])
		} else {
			n, problem = c.readLetters(&r, field[i:])
		}
		i += n
	}
	if r.letters {
		r.own = join(r.own, field)
	}
	switch {
	case problem != "":
	case field[len(field)-1] == '|':
		problem = noLetters
	case r.size > maxChoices:
		problem = "a word of it has too many choices"
	}
	return r, problem
}

// readName takes up the first choice of a list, a group or "^", and gives its length.
func (c *compiler) readName(r *reading, list string) (n int, problem string) {
	name, _ := cutChoice(list)
	if name == "^" {
		r.groups |= capital
		r.size++
		return 1, ""
	}
	g, known := c.named[name[1:]]
	switch {
	case name[0] == '^':
		return 0, noLetter
	case !known:
		return 0, "it names a group that is not there"
	}
	r.groups |= g.bits
	r.size += g.size
	r.weight += g.weight
	if g.bits&^capital == 0 && r.size <= maxChoices {
		r.own, r.heads = join(r.own, g.choices), anyHead
	}
	return len(name), ""
}

// readLetters takes up the first choice of a list, and gives its length.
func (c *compiler) readLetters(r *reading, list string) (n int, problem string) {
	n, problem = lengthOf(list)
	if problem != "" {
		return 0, problem
	}
	r.letters = true
	r.heads |= headOf(list[0])
	r.size++
	r.weight += c.counts.weigh(list[:n])
	return n, ""
}

// lengthOf gives the length of the first choice of a list, which must be letters.
func lengthOf(list string) (n int, problem string) {
	if strings.HasPrefix(list, "*") {
		n++
	}
	from := n
	for n < len(list) {
		size := 1
		if c := list[n]; c < 'a' || 'z' < c {
			size = letterAt(list, n)
		}
		if size == 0 {
			break
		}
		n += size
	}
	letters := n > from
	if n < len(list) && list[n] == '*' {
		n++
	}
	switch {
	case n < len(list) && list[n] != '|':
		return n, noLetter
	case !letters:
		return n, noLetters
	}
	return n, ""
}
