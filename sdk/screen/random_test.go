package screen

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A dice makes lexicons and texts of few letters, so that they often meet.
type dice struct{ *rand.Rand }

func (d dice) of(list ...string) string { return list[d.IntN(len(list))] }

func (d dice) letters() string {
	s := ""
	for range 1 + d.IntN(1+d.IntN(7)) {
		s += d.of("a", "b", "å", "a", "b", "H", "Å", "1", "x", "a’b")
	}
	return s
}

func (d dice) choice() string { return d.of("", "", "*") + d.letters() + d.of("", "", "*") }

func groupName(n int) string { return "@" + string(rune('a'+n%26)) + strings.Repeat("z", n/26) }

func (d dice) word(groups int, first bool) string {
	if !first && d.IntN(6) == 0 {
		return "_"
	}
	var choices []string
	for range 1 + d.IntN(3) {
		switch n := d.IntN(9); {
		case n == 0 && !first:
			choices = append(choices, "^")
		case n < 4 && groups > 0:
			g := d.IntN(groups)
			if first { // which no name may be
				g &^= 1
			}
			choices = append(choices, groupName(g))
		default:
			choices = append(choices, d.choice())
		}
	}
	return strings.Join(choices, "|")
}

// lexicon makes the text of a lexicon, at times with more groups than have a bit.
func (d dice) lexicon() string {
	groups := d.IntN(4)
	if d.IntN(20) == 0 {
		groups = numbered - 2 + d.IntN(8)
	}
	var b strings.Builder
	for k := range 2 * groups { // each of them in two parts
		n := k % groups
		b.WriteString(groupName(n))
		for range 1 + d.IntN(4) {
			word := d.choice()
			if n%2 == 1 {
				word = d.of(word, "^")
			}
			b.WriteString(" " + word)
		}
		b.WriteString("\n")
	}
	for range 1 + d.IntN(3) {
		b.WriteString(d.of("[health]\n", "[religion]\n"))
		for range 1 + d.IntN(12) {
			b.WriteString(d.of("", "", "", "!", "~") + d.word(groups, true))
			for range d.IntN(3) {
				b.WriteString(d.of(" ", " ", " .. ") + d.word(groups, false))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func (d dice) text() string {
	var b strings.Builder
	for range d.IntN(60) {
		word := d.letters()
		if d.IntN(40) == 0 { // beyond longestWord
			word = strings.Repeat(word, 40) + d.letters()
		}
		b.WriteString(word + d.of(" ", " ", " ", ",", ". ", "! ", "\n", "'", "’", " - "))
	}
	return b.String()
}

func TestOracleAtRandom(t *testing.T) {
	for seed := range uint64(3000) {
		d := dice{rand.New(rand.NewPCG(seed, 1))}
		l, err := Parse("xx", d.lexicon())
		if err != nil {
			t.Fatal(err)
		}
		p := pairOf(l)
		if p == nil {
			t.Fatalf("an error in %q", l)
		}
		p.compare(t, d.text())
	}
}
