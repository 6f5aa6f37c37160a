package main

import (
	"fmt"
	"strings"

	"github.com/lagrum/lagrum/internal/screening"
	"github.com/lagrum/lagrum/sdk/screen"
)

// fair is how many right findings a pattern needs for each wrong one, so that
// its class can reach the precision that is aimed at in spite of others.
const fair = 6

// showWeights prints what each pattern finds among the sentences that may be
// seen: rightly, wrongly, and in ordinary text.
func showWeights(root, language string) error {
	set, err := screening.ReadOpen(root, language)
	if err != nil {
		return err
	}
	words, ok := screen.Words(language)
	if !ok {
		return fmt.Errorf("no lexicon for %s", language)
	}
	for _, section := range words.Sections {
		exceptions, patterns := parted(section.Patterns)
		for _, p := range patterns {
			one := words
			one.Sections = []screen.Section{{Class: section.Class, Patterns: append([]string{p}, exceptions...)}}
			if err := showWeight(set, one, section.Class, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// parted gives the exceptions of a section and its other patterns.
func parted(all []string) (exceptions, patterns []string) {
	for _, p := range all {
		if strings.HasPrefix(p, "!") {
			exceptions = append(exceptions, p)
		} else {
			patterns = append(patterns, p)
		}
	}
	return exceptions, patterns
}

func showWeight(set screening.Set, one screen.Lexicon, class screen.Class, pattern string) error {
	s, err := screen.New(one, screen.Options{Classes: []screen.Class{class}, Asks: class})
	if err != nil {
		return err
	}
	score := set.Score(s)
	c := score.Classes[class]
	mark := ""
	if wrong := c.Wrong + score.Flagged; wrong > 0 && c.Right < fair*wrong {
		mark = "harm"
	}
	_, err = fmt.Printf("%s\t%s\t%d right\t%d wrong\t%d ordinary\t%s\n", mark, class, c.Right, c.Wrong, score.Flagged, pattern)
	return err
}
