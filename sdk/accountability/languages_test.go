package accountability_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// lines lists every text of a report with its place, which is the same in all
// languages.
func lines(r *accountability.Report) (places, texts []string) {
	add := func(place, text string) { places, texts = append(places, place), append(texts, text) }
	add("title", r.Title)
	for _, s := range r.Intro {
		add("intro", s)
	}
	rows := func(at string, list []accountability.Row) {
		for _, row := range list {
			add(at+row.ID+" heading", row.Heading)
			for _, s := range row.Says {
				add(at+row.ID+" says", s.Text)
			}
			for _, s := range row.Left {
				add(at+row.ID+" left", s.Text)
			}
		}
	}
	rows("", r.Common)
	for _, g := range r.Groups {
		add(g.ID, g.Title)
		rows(g.ID+" ", g.Common)
		for _, p := range g.Parts {
			add(p.ID+" title", p.Title)
			for _, s := range p.Notes {
				add(p.ID+" note", s)
			}
			rows(p.ID+" ", p.Rows)
		}
	}
	return places, texts
}

// The example that is in all seven languages, in each report: the same rows in the
// same state everywhere, and no text that is English where another language stands,
// unless it is the same in all, as names are.
func TestNothingIsHalfTranslated(t *testing.T) {
	doc := example(t, "gateway")
	// What the example is not, so that more words are seen.
	doc.Parties[0].DPO, doc.Measures, doc.Processors[0].Agreement = "", nil, nil
	doc.Recipients[0].Transfer, doc.Activities[0].Retention, doc.Activities[0].Basis = nil, nil, nil
	for _, kind := range accountability.Kinds {
		places, english := lines(of(t, kind, doc, accountability.Context{Language: locale.EN}))
		all := map[locale.Tag][]string{}
		for _, tag := range text.Languages {
			at, texts := lines(of(t, kind, doc, accountability.Context{Language: tag}))
			if !slices.Equal(at, places) {
				t.Fatalf("%s: %s has other rows than English", kind, tag)
			}
			all[tag] = texts
		}
		for tag, texts := range all {
			for i, s := range texts {
				same := !slices.ContainsFunc(text.Languages, func(other locale.Tag) bool { return all[other][i] != s })
				if tag != locale.EN && s == english[i] && !same && strings.ContainsFunc(s, unicode.IsLower) && !isName(s) {
					t.Errorf("%s, %s, %s is in English: %q", kind, tag, places[i], s)
				}
				if strings.TrimSpace(s) == "" || strings.ContainsAny(s, "{}") || strings.Contains(s, "  ") || strings.Contains(s, "..") || strings.Contains(s, " .") {
					t.Errorf("%s, %s, %s is not tidy: %q", kind, tag, places[i], s)
				}
			}
		}
	}
}

// isName reports whether a text is made of names, or of an address behind a word
// that Danish shares with English.
func isName(s string) bool {
	return strings.HasPrefix(s, "E-mail: ") || !slices.ContainsFunc(strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) }), func(word string) bool {
		return unicode.IsLower([]rune(word)[0]) && len(word) > 3
	})
}

// Every word of the product that reports can say, in each language.
func TestStatesHaveWords(t *testing.T) {
	for _, tag := range text.Languages {
		seen := map[string]bool{}
		for _, s := range []accountability.State{accountability.Stated, accountability.Missing, accountability.Check, accountability.Unmet} {
			word := s.In(&text.In(tag).Accountability)
			if word == "" || seen[word] {
				t.Errorf("%s has no word of its own for %s", tag, s)
			}
			seen[word] = true
		}
	}
}
