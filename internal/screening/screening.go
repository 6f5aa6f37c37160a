// Package screening measures how often free-text screening is right, on
// sentences that were labelled before there were any rules.
//
//	set, err := screening.Read(root, "sv", "unseen")
//	score := set.Score(screener)
//
// The sentences stand in sdk/screen/testdata, where README.md tells how they
// came about. The lexicons were written with the sets of [Open]; nobody who
// wrote one has looked at "unseen", half of the first set, nor at "fresh", a
// third of the last one, whose counts were not looked at either until the
// lexicons were done.
package screening

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/screen"
)

// Languages are those that have sentences and a lexicon.
var Languages = []string{"sv", "da", "nb", "en"}

// Open are the sets that who writes a lexicon may look at, Shut those that
// they may not.
var (
	Open = []string{"seen", "more", "third", "fourth"}
	Shut = []string{"unseen", "fresh"}
)

// What the lexicons aim at: precision and recall of each class over all
// languages, and the share of ordinary sentences that may be flagged in each.
const (
	Precision = 0.9
	Recall    = 0.7
	Flagged   = 0.02
)

// Ordinary is the class of the sentences that tell of none.
const Ordinary = screen.Class("ordinary")

// A Sentence is one line of the set.
type Sentence struct {
	Class screen.Class // the class it was written for, or Ordinary
	Tells bool         // whether it tells of that class
	Text  string
}

// A Set is the sentences of one set and language.
type Set []Sentence

// Read reads a set of a language. The root is the module's folder. Of one that is
// shut, sentences that somebody else wrote in the very same words for an open one
// are left out.
func Read(root, language, name string) (Set, error) {
	set, err := read(root, language, name)
	if err != nil || slices.Contains(Open, name) {
		return set, err
	}
	open, err := ReadOpen(root, language)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, s := range open {
		known[strings.ToLower(s.Text)] = true
	}
	return slices.DeleteFunc(set, func(s Sentence) bool { return known[strings.ToLower(s.Text)] }), nil
}

// ReadOpen reads all open sets of a language.
func ReadOpen(root, language string) (Set, error) {
	var all Set
	for _, name := range Open {
		set, err := read(root, language, name)
		if err != nil {
			return nil, err
		}
		all = append(all, set...)
	}
	return all, nil
}

func read(root, language, set string) (Set, error) {
	name := filepath.Join(root, "sdk", "screen", "testdata", language+"."+set+".tsv")
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var list Set
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != 3 || cells[1] != "0" && cells[1] != "1" || cells[0] != string(Ordinary) && !screen.Class(cells[0]).Known() {
			return nil, fmt.Errorf("%s: line %d is not class, 0 or 1, sentence", name, len(list)+1)
		}
		list = append(list, Sentence{screen.Class(cells[0]), cells[1] == "1", cells[2]})
	}
	return list, lines.Err()
}

// A Count tells how a screener did on the sentences of one class.
type Count struct {
	Right  int // told, rightly (true positives)
	Wrong  int // told, wrongly (false positives)
	Missed int // not told (false negatives)
	Quiet  int // not told, rightly (true negatives)
}

// Add adds up two counts.
func (c Count) Add(d Count) Count {
	return Count{c.Right + d.Right, c.Wrong + d.Wrong, c.Missed + d.Missed, c.Quiet + d.Quiet}
}

// Precision is the share of what was told that was right.
func (c Count) Precision() float64 { return share(c.Right, c.Right+c.Wrong) }

// Recall is the share of what was to be told that was told.
func (c Count) Recall() float64 { return share(c.Right, c.Right+c.Missed) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// A Score is how a screener did on a set.
type Score struct {
	Classes  map[screen.Class]Count // by class, on the sentences written for it
	Ordinary int                    // how many ordinary sentences there were
	Flagged  int                    // how many of them something was told of
	ByClass  map[screen.Class]int   // how many of them each class was told of
}

// Score tries the screener on every sentence. On those of a class, only that
// class counts; on ordinary ones, any.
func (set Set) Score(s *screen.Screener) Score {
	score := Score{Classes: map[screen.Class]Count{}, ByClass: map[screen.Class]int{}}
	for _, sentence := range set {
		told := Told(s, sentence.Text)
		if sentence.Class == Ordinary {
			score.Ordinary++
			if len(told) > 0 {
				score.Flagged++
			}
			for class := range told {
				score.ByClass[class]++
			}
			continue
		}
		score.Classes[sentence.Class] = score.Classes[sentence.Class].Add(one(told[sentence.Class], sentence.Tells))
	}
	return score
}

// Told gives the classes that the screener finds in the text.
func Told(s *screen.Screener, text string) map[screen.Class]bool {
	told := map[screen.Class]bool{}
	for _, hit := range s.Find(nil, text) {
		told[hit.Class] = true
	}
	return told
}

func one(told, tells bool) Count {
	switch {
	case told && tells:
		return Count{Right: 1}
	case told:
		return Count{Wrong: 1}
	case tells:
		return Count{Missed: 1}
	}
	return Count{Quiet: 1}
}

// Screener makes the screener of a language as it is shipped.
func Screener(language string) (*screen.Screener, error) {
	words, ok := screen.Words(language)
	if !ok {
		return nil, fmt.Errorf("no lexicon for %s", language)
	}
	return screen.New(words, screen.Options{})
}
