package main

import (
	"bytes"
	_ "embed" // the page
	"fmt"
	"strings"
	"text/template"

	"github.com/lagrum/lagrum/internal/screening"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/screen"
	"github.com/lagrum/lagrum/sdk/text"
)

//go:embed page.md
var pageText string

// page writes the page with the figures of today.
func page(root string) ([]byte, error) {
	scores, sentences, err := measure(root, "unseen")
	if err != nil {
		return nil, err
	}
	fresh, _, err := measure(root, "fresh")
	if err != nil {
		return nil, err
	}
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{
		"Sentences": sentences, "PerCell": perCell(scores), "Below": below(scores), "Table": table(scores), "Ordinary": ordinary(scores),
		"Fresh": table(fresh), "FreshOrdinary": ordinary(fresh), "Classes": classes(), "Weights": weights(),
	})
	return b.Bytes(), err
}

// measure scores the lexicons on a set, by language, and says how many sentences
// it has.
func measure(root, name string) (scores map[string]screening.Score, sentences int, err error) {
	scores = map[string]screening.Score{}
	for _, language := range screening.Languages {
		set, err := screening.Read(root, language, name)
		if err != nil {
			return nil, 0, err
		}
		s, err := screening.Screener(language)
		if err != nil {
			return nil, 0, err
		}
		scores[language] = set.Score(s)
		sentences += len(set)
	}
	return scores, sentences, nil
}

// perCell is how many sentences a class has in a language, on average.
func perCell(scores map[string]screening.Score) int {
	n := 0
	for _, score := range scores {
		for _, c := range score.Classes {
			n += c.Right + c.Wrong + c.Missed + c.Quiet
		}
	}
	return n / (len(scores) * len(screen.Classes()))
}

// below names what does not reach the aim.
func below(scores map[string]screening.Score) string {
	var names []string
	for _, class := range screen.Classes() {
		var all screening.Count
		for _, score := range scores {
			all = all.Add(score.Classes[class])
		}
		if all.Precision() < screening.Precision || all.Recall() < screening.Recall {
			names = append(names, "`"+string(class)+"`")
		}
	}
	for _, language := range screening.Languages {
		if s := scores[language]; float64(s.Flagged) > screening.Flagged*float64(s.Ordinary) {
			names = append(names, "ordinary text in "+language)
		}
	}
	if len(names) == 0 {
		return "All classes and languages reach it."
	}
	return "**Not reached yet:** " + strings.Join(names, ", ") + "."
}

// table gives precision and recall by class and language, and for all languages.
func table(scores map[string]screening.Score) string {
	var b strings.Builder
	b.WriteString("| class |")
	for _, language := range screening.Languages {
		b.WriteString(" " + language + " |")
	}
	b.WriteString(" **all** |\n| :-- |" + strings.Repeat(" :-: |", len(screening.Languages)+1) + "\n")
	for _, class := range screen.Classes() {
		var all screening.Count
		for _, score := range scores {
			all = all.Add(score.Classes[class])
		}
		if all == (screening.Count{}) { // the set has none of the class
			continue
		}
		fmt.Fprintf(&b, "| `%s` |", class)
		for _, language := range screening.Languages {
			c := scores[language].Classes[class]
			fmt.Fprintf(&b, " %.2f / %.2f |", c.Precision(), c.Recall())
		}
		fmt.Fprintf(&b, " **%.2f / %.2f** |\n", all.Precision(), all.Recall())
	}
	return "Each cell is precision / recall.\n\n" + strings.TrimSuffix(b.String(), "\n")
}

func ordinary(scores map[string]screening.Score) string {
	var lines []string
	for _, language := range screening.Languages {
		s := scores[language]
		lines = append(lines, fmt.Sprintf("| %s | %d | %d | %.1f %% |", language, s.Ordinary, s.Flagged, 100*float64(s.Flagged)/float64(s.Ordinary)))
	}
	return strings.Join(lines, "\n")
}

// classes lists each class with what people are asked.
func classes() string {
	var b strings.Builder
	b.WriteString("| class | what is asked |\n| :-- | :-- |\n")
	for _, class := range screen.Classes() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", class, text.In(locale.EN).Screen.Of(string(class)))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func weights() string {
	var list []string
	for _, language := range screening.Languages {
		words, _ := screen.Words(language)
		list = append(list, fmt.Sprintf("%s %d kB", language, len(words.AppendJSON(nil))/1000))
	}
	return strings.Join(list, ", ")
}

// firstOf gives the first of the classes, in their usual order.
func firstOf(told map[screen.Class]bool) screen.Class {
	for _, class := range screen.Classes() {
		if told[class] {
			return class
		}
	}
	return ""
}
