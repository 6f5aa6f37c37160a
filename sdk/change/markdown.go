package change

import (
	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/text"
)

// Markdown writes a notice of change to the people whose data the policy is
// about, as CommonMark: what changes, from when, whom it concerns, and which
// consents they are asked again. Names and texts are those of the policies in
// that language; a text that is missing shows as the id of the thing.
//
// It is a draft: how and when people must be told depends on how much the
// change means to them (WP260 rev.01 points 29 to 31).
func (r Report) Markdown(l *text.Language) []byte {
	s := &speaker{r, l}
	t := &l.Change
	m := &markdown{}
	m.heading("#", fill(t.Title, "title", s.title()))
	if len(r.Changes) == 0 {
		m.paragraph(t.Nothing)
		return m.out
	}
	if !r.New.EffectiveFrom.IsZero() {
		m.paragraph(fill(t.Applies, "date", l.Rules.Date(r.New.EffectiveFrom)))
	}
	if r.Material() {
		m.material(s)
	} else {
		m.paragraph(t.OnlyWords)
	}
	if other := s.other(); len(other) > 0 {
		m.heading("##", t.Other)
		m.list(other)
	}
	return m.out
}

type markdown struct{ out []byte }

func (m *markdown) raw(s string) { m.out = append(m.out, s...) }

func (m *markdown) heading(mark, words string) {
	m.raw(mark + " ")
	m.paragraph(words)
}

func (m *markdown) paragraph(words string) {
	m.out = markup.AppendMarkdown(m.out, words)
	m.raw("\n\n")
}

func (m *markdown) list(sentences []sentence) {
	for _, x := range sentences {
		m.raw("- ")
		m.out = markup.AppendMarkdown(m.out, x.words)
		m.raw("\n")
	}
	m.raw("\n")
}

// material tells what matters, and what is asked again.
func (m *markdown) material(s *speaker) {
	t := &s.lang.Change
	m.paragraph(s.everybody())
	m.heading("##", t.Material)
	for _, c := range s.material() {
		if c.title == "" {
			c.title = t.General
		}
		m.heading("###", c.title)
		if len(c.subjects) > 0 {
			m.paragraph(fill(t.Concerns, "subjects", s.lang.Rules.List(c.subjects)))
		}
		m.list(c.sentences)
	}
	again := s.r.Again()
	if len(again) == 0 {
		m.paragraph(t.NothingToDo)
		return
	}
	m.heading("##", t.Again)
	m.paragraph(t.AgainIntro)
	for _, id := range again {
		words := s.in(s.r.New.Consent(id).Text)
		if words == "" {
			words = s.name("consent", id)
		}
		m.raw("> ")
		m.paragraph(words)
	}
}

// everybody says whom the changes concern.
func (s *speaker) everybody() string {
	subjects := s.r.Subjects()
	if len(subjects) == 0 {
		return s.lang.Change.ConcernsAll
	}
	return fill(s.lang.Change.Concerns, "subjects", s.lang.Rules.List(s.names("subject", subjects)))
}
