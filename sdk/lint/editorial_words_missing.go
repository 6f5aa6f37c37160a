package lint

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

var editorialWordsMissing = Rule{
	Code: "editorial-words-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(1)", Source: gdprText, Verified: true},
		{GDPR: "5(2)", Source: gdprText, Verified: true},
	},
	Title:   "An editorial change excuses nothing",
	Message: `an editorial change has no effect, so that people are asked again`,
	Hints: []string{
		hintNoTarget:    `name either the "consent" or the "purpose" that got other words`,
		hintTwoTargets:  `it names a consent and a purpose, so make two of it`,
		hintNoWords:     `write under "before" and "after" the whole text as it was and as it became`,
		hintNoLanguage:  `the policy is not given in its language`,
		hintOtherWords:  `its "after" is not what the text says now, nor the "before" of another one, so copy the text as it stands`,
		hintSameMeaning: `its "before" and "after" are the same words`,
	},
	Explanation: `An editorial change joins the words that people agreed to with
those that stand there now. If it names other words, or nothing, the chain is
broken: their answers count as answers to another question, and everybody is
asked again although nothing has changed for them.`,
	Avoid: `languages: [en]
consents:
  - {id: news, text: {en: Send me the newsletter.}}
editorial:
  - {consent: news, language: en, before: Send me teh newsletter., after: Send me the news.}`,
	Prefer: `languages: [en]
consents:
  - {id: news, text: {en: Send me the newsletter.}}
editorial:
  - {consent: news, language: en, before: Send me teh newsletter., after: Send me the newsletter.}`,
	check: func(p *pass) {
		said := p.wordings()
		for i := range p.doc.Editorial {
			e := &p.doc.Editorial[i]
			path := entry("editorial", i)
			before, after := squeeze(e.Before), squeeze(e.After)
			switch {
			case e.Consent == "" && e.Purpose == "":
				p.reportHint(hintNoTarget, path)
			case e.Consent != "" && e.Purpose != "":
				p.reportHint(hintTwoTargets, path.Key("purpose"))
			case before == "" || after == "":
				p.reportHint(hintNoWords, path)
			case before == after:
				p.reportHint(hintSameMeaning, path.Key("after"))
			case e.Language != "" && !slices.Contains(p.doc.Languages, e.Language):
				p.reportHint(hintNoLanguage, path.Key("language"))
			case has(p.first, subjectOf(e)) && !said[wording{subjectOf(e), e.Language, after}]:
				p.reportHint(hintOtherWords, path.Key("after"))
			}
		}
	},
}

// The hints of the rule.
const (
	hintNoTarget    = 0
	hintTwoTargets  = 1
	hintNoWords     = 2
	hintNoLanguage  = 3
	hintOtherWords  = 4
	hintSameMeaning = 5
)

// A wording is what a consent or a purpose says in a language, or said; without
// a language, in any.
type wording struct {
	of   key
	in   locale.Tag
	text string
}

// wordings lists what an editorial change may have led to: the words that stand
// there, and those that another change began with.
func (p *pass) wordings() map[wording]bool {
	all := map[wording]bool{}
	if len(p.doc.Editorial) == 0 {
		return all
	}
	add := func(of key, tag locale.Tag, text string) {
		if text = squeeze(text); text != "" {
			all[wording{of, tag, text}], all[wording{of, "", text}] = true, true
		}
	}
	for i := range p.doc.Consents {
		c := &p.doc.Consents[i]
		for _, tag := range p.doc.Languages {
			add(key{"consent", c.ID}, tag, c.Text.In(tag))
			add(key{"consent", c.ID}, tag, c.AudienceText.In(tag))
		}
	}
	p.purpose("") // makes the table
	for id, x := range p.relations.purposes {
		for _, tag := range p.doc.Languages {
			add(key{"purpose", id}, tag, x.Title.In(tag))
			add(key{"purpose", id}, tag, x.Text.In(tag))
		}
	}
	for i := range p.doc.Editorial {
		e := &p.doc.Editorial[i]
		for _, tag := range p.doc.Languages {
			if e.Language == "" || e.Language == tag {
				add(subjectOf(e), tag, e.Before)
			}
		}
	}
	return all
}

// subjectOf is what an editorial change is about.
func subjectOf(e *policy.EditorialChange) key {
	if e.Consent != "" {
		return key{"consent", e.Consent}
	}
	return key{"purpose", e.Purpose}
}

// squeeze makes one space of all white space: authors break lines where it
// suits them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
