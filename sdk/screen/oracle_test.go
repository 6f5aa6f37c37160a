package screen

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An oracle finds what a Screener finds in words, slowly and plainly: at each
// word of the text it tries all patterns that may begin with its letters.
type oracle map[string][]opening

// An opening is a choice of the first word of a pattern.
type opening struct {
	plainChoice
	pattern *plainPattern
}

// A plainPattern has its groups resolved.
type plainPattern struct {
	class Class
	rule  string
	words [][]plainChoice // none for any word
	skips []int
}

type plainChoice struct {
	letters              string
	before, after, cased bool
}

// A plainWord is a word of a text, as it is written and in small letters.
type plainWord struct{ written, small string }

func oracleOf(l Lexicon) oracle {
	groups := map[string][]string{}
	for _, g := range l.Groups {
		groups[g.Name] = append(groups[g.Name], g.Words...)
	}
	o := oracle{}
	for _, section := range l.Sections {
		for i, text := range section.Patterns {
			p := &plainPattern{class: section.Class, rule: l.Language + "/" + string(section.Class) + "/" + strconv.Itoa(i+1)}
			switch text[0] {
			case '~':
				continue
			case '!':
				p.rule, text = "", text[1:]
			}
			p.read(text, groups)
			for _, c := range p.words[0] {
				key := inSmall(c.letters)
				key = key[:min(2, len(key))]
				o[key] = append(o[key], opening{c, p})
			}
		}
	}
	return o
}

// read reads the words of a pattern.
func (p *plainPattern) read(text string, groups map[string][]string) {
	skip := 0
	for field := range strings.FieldsSeq(text) {
		if field == ".." {
			skip = gap
			continue
		}
		var choices []plainChoice
		for text := range strings.SplitSeq(field, "|") {
			list := []string{text}
			if text[0] == '@' {
				list = groups[text[1:]]
			}
			for _, choice := range list {
				letters, before, after := cutStars(choice)
				choices = append(choices, plainChoice{letters, before, after, inSmall(letters) != letters})
			}
		}
		if field == "_" {
			choices = nil
		}
		p.words, p.skips, skip = append(p.words, choices), append(p.skips, skip), 0
	}
}

// inSmall gives the letters as foldAt does.
func inSmall(letters string) string {
	b := []byte(letters)
	for i := range b {
		b[i] = foldAt(letters, i)
	}
	return string(b)
}

// isAt reports whether the choice stands in the word at byte i.
func (c *plainChoice) isAt(w plainWord, i int) bool {
	word := w.small
	if c.cased {
		word = w.written
	}
	return strings.HasPrefix(word[i:], c.letters) && (c.before || i == 0) && (c.after || i+len(c.letters) == len(word))
}

// isIn reports whether the choice stands in the word.
func (c *plainChoice) isIn(w plainWord) bool {
	if c.letters == "^" {
		return isCapital(w.written, 0)
	}
	if c.before && !c.after {
		return c.isAt(w, max(0, len(w.small)-len(c.letters)))
	}
	for i := range min(len(w.small), longestWord) {
		if c.isAt(w, i) {
			return true
		}
	}
	return false
}

// end gives where the words of the pattern from the k-th on end, if they
// follow; -1 if they do not.
func (p *plainPattern) end(words []plainWord, ends []int, k int) int {
	for n := range p.skips[k] + 1 {
		if n >= len(words) {
			return -1
		}
		if p.words[k] != nil && !slices.ContainsFunc(p.words[k], func(c plainChoice) bool { return c.isIn(words[n]) }) {
			continue
		}
		if k+1 == len(p.words) {
			return ends[n]
		}
		if end := p.end(words[n+1:], ends[n+1:], k+1); end >= 0 {
			return end
		}
	}
	return -1
}

// find gives the hits in words.
func (o oracle) find(text string) []Hit {
	var hits []Hit
	for i := 0; i < len(text); {
		var words []plainWord
		var starts, ends []int
		for {
			w, broken := nextWord(text, i)
			if w.start == w.end || broken && len(words) > 0 {
				break
			}
			i = w.end
			word := text[w.start:w.end]
			words, starts, ends = append(words, plainWord{word, inSmall(word)}), append(starts, w.start), append(ends, w.end)
		}
		if len(words) == 0 {
			break
		}
		for n := range words {
			hits = o.findAt(hits, words[n:], ends[n:], starts[n])
		}
	}
	hits = settle(hits, 0)
	order(hits)
	return hits
}

// findAt finds the patterns that begin with the first of the words: first
// those whose letters begin it, then by where in it their letters are.
func (o oracle) findAt(hits []Hit, words []plainWord, ends []int, start int) []Hit {
	small := words[0].small
	for _, before := range []bool{false, true} {
		for i := 0; i < min(len(small), longestWord) && (before || i == 0); i++ {
			for size := 1; size <= 2 && i+size <= len(small); size++ {
				for _, from := range o[small[i:i+size]] {
					if from.before != before || !from.isAt(words[0], i) {
						continue
					}
					end := ends[0]
					if p := from.pattern; len(p.words) > 1 {
						end = p.end(words[1:], ends[1:], 1)
					}
					if end >= 0 {
						hits = append(hits, Hit{Class: from.pattern.class, Start: start, End: end, Rule: from.pattern.rule})
					}
				}
			}
		}
	}
	return hits
}

// A pair is a Screener and the oracle of the same lexicon.
type pair struct {
	screener *Screener
	oracle   oracle
}

// pairOf gives nothing for a lexicon with an error in it.
func pairOf(l Lexicon) *pair {
	s, err := New(l, Options{})
	if err != nil {
		return nil
	}
	s.wants[InternalCode.index()], s.wants[NationalNumber.index()] = false, false // those are not found by words
	return &pair{s, oracleOf(l)}
}

func (p *pair) compare(t *testing.T, text string) {
	t.Helper()
	if got, want := p.screener.Find(nil, text), p.oracle.find(text); !slices.Equal(got, want) {
		t.Fatalf("%q:\ngot  %v\nwant %v", text, got, want)
	}
}

var curated = [...]string{"sv", "da", "nb", "en"}

// TestOracle compares all hits, and which rules name them, in the sentences
// that the lexicons were written with and in some of words of their patterns.
func TestOracle(t *testing.T) {
	for _, language := range curated {
		l, _ := Words(language)
		p := pairOf(l)
		random := rand.New(rand.NewPCG(1, 2))
		for _, sentence := range append(labelled(t, language, ""), made(l, random)...) {
			p.compare(t, sentence)
		}
	}
}

// labelled gives the sentences that may be seen, those of one class if it is given.
func labelled(t testing.TB, language, class string) (sentences []string) {
	t.Helper()
	for _, part := range []string{".seen.tsv", ".more.tsv"} {
		data, err := os.ReadFile("testdata/" + language + part)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if len(fields) == 3 && (class == "" || class == fields[0]) {
				sentences = append(sentences, fields[2])
			}
		}
	}
	return sentences
}

// made gives for each pattern a sentence that has it, or nearly has it.
func made(l Lexicon, random *rand.Rand) (sentences []string) {
	groups := map[string]string{}
	for _, g := range l.Groups {
		groups["@"+g.Name] = strings.Join(g.Words, "|")
	}
	one := func(list string) string {
		choices := strings.Split(list, "|")
		return choices[random.IntN(len(choices))]
	}
	for _, section := range l.Sections {
		for _, text := range section.Patterns {
			var words []string
			for field := range strings.FieldsSeq(strings.Trim(text, "!~")) {
				choice := one(field)
				if list, ok := groups[choice]; ok {
					choice = one(list)
				}
				choice = strings.NewReplacer("..", one("|a|a b c|a b c d"), "_", "en", "^", one("Åke|Ann"), "*", one("|a|e|s")).Replace(choice)
				words = append(words, choice)
			}
			sentences = append(sentences, strings.Join(words, " ")+one("|.|!|,"))
		}
	}
	return sentences
}

// FuzzOracle compares the hits of lexicons that nobody would write.
func FuzzOracle(f *testing.F) {
	var pairs []*pair
	for _, language := range curated {
		l, _ := Words(language)
		pairs = append(pairs, pairOf(l))
	}
	f.Add("[health]\nallergi*|*allergy\n!no _\n", "no allergy")
	f.Add("@a b|c*|^\n@d e|*f|*g*|*h*\n[health]\nx @a .. y|@d\n@d .. z _ @a\n*h*|*|hh* .. @d\n!z\n[offensive]\n*h|h|h* @a\nHH|*Hh*", "x b y e H hh. HH z a Bf xh gh")
	f.Add("[health]\n*h*\n*h\nb .. h .. c\nb c _ _ h .. b .. c", "b h h c. b c b c h c b b c "+strings.Repeat("b", 120)+"h")
	f.Fuzz(func(t *testing.T, lexicon, text string) {
		for _, p := range pairs {
			p.compare(t, text)
		}
		l, err := Parse("xx", lexicon)
		if err != nil {
			return
		}
		if p := pairOf(l); p != nil {
			p.compare(t, text)
		}
	})
}

// BenchmarkProse is of sentences of which none is to be found, each in its own language.
func BenchmarkProse(b *testing.B) {
	for _, language := range curated {
		l, _ := Words(language)
		s, err := New(l, Options{})
		if err != nil {
			b.Fatal(err)
		}
		text := strings.Join(labelled(b, language, "ordinary"), " ")
		b.Run(language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			room := make([]Hit, 0, 1024)
			for b.Loop() {
				room = s.Find(room[:0], text)
			}
		})
	}
}
