package change

import (
	"strings"
	"unicode/utf8"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Text writes the report for the author of the policy: the material changes and
// then the others, each with its kind and where it stands. Place gives the
// position of a path in one of the two policies, such as its line in a file; nil
// stands for the path itself. Control characters are replaced.
func (r Report) Text(l *text.Language, place func(doc *policy.Document, path diag.Path) string) []byte {
	s := &speaker{r, l}
	t := &l.Change
	if place == nil {
		place = func(_ *policy.Document, path diag.Path) string { return string(path) }
	}
	p := &plain{place: place, s: s}
	p.wrap("", fill(t.Title, "title", s.title()))
	if len(r.Changes) == 0 {
		p.wrap("", t.Nothing)
		return p.out
	}
	if r.Material() {
		p.wrap("", s.everybody())
		p.heading(t.Material)
		for _, c := range s.material() {
			if c.title == "" {
				c.title = t.General
			}
			p.raw("\n")
			p.wrap("", c.title)
			p.list(c.sentences)
		}
		if again := r.Again(); len(again) > 0 {
			p.raw("\n")
			p.wrap("", fill(t.Asked, "consents", strings.Join(again, ", ")))
		}
	} else {
		p.wrap("", t.OnlyWords)
	}
	if other := s.other(); len(other) > 0 {
		p.heading(t.Other)
		p.list(other)
	}
	return p.out
}

type plain struct {
	out   []byte
	place func(*policy.Document, diag.Path) string
	s     *speaker
}

func (p *plain) raw(s string) { p.out = append(p.out, s...) }

func (p *plain) heading(words string) {
	p.raw("\n")
	p.wrap("", words)
	p.raw(strings.Repeat("-", min(utf8.RuneCountInString(words), markup.LineWidth)) + "\n")
}

// list writes sentences, and under each the places of its changes.
func (p *plain) list(sentences []sentence) {
	for _, x := range sentences {
		p.wrap("- ", x.words)
		for _, c := range x.changes {
			p.raw("    " + string(c.Kind) + " ")
			p.raw(markup.Printable(p.where(c)))
			if field := c.Arg("field"); field != "" {
				p.raw(" (" + markup.Printable(field) + ")")
			}
			p.raw("\n")
			if reason := c.Arg("reason"); reason != "" {
				p.wrap("    ", fill(p.s.lang.Change.Reason, "reason", squeeze(reason)))
			}
		}
	}
}

// where is the place of a change: in the newer policy, or in the older one for
// what is gone.
func (p *plain) where(c *Change) string {
	if c.New != "" {
		return p.place(p.s.r.New, c.New)
	}
	return p.place(p.s.r.Old, c.Old)
}

// wrap writes words in lines behind an indent. Only the first line shows what
// the indent holds beside space.
func (p *plain) wrap(indent, words string) {
	p.out = markup.AppendLines(p.out, indent, strings.Repeat(" ", len(indent)), words)
}
