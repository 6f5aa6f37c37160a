package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var nameMissing = Rule{
	Code: "name-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{GDPR: "13(1)", Source: gdprText, Verified: true},
	},
	Title:   "Something has no name that a reader could read",
	Message: `the {kind} "{id}" has no {field}, so the notice cannot name it`,
	Explanation: `An id is for the file; the notice shows names. What has none leaves a gap where
people should read who processes their data, which data these are or what they
agree to.`,
	Avoid: `data:
  - id: email
    term: pd:EmailAddress`,
	Prefer: `data:
  - id: email
    label: {en: e-mail address}
    term: pd:EmailAddress`,
	check: func(p *pass) {
		p.partiesUnnamed()
		p.dataUnnamed()
		p.purposesUnnamed(p.doc.Purposes, "/purposes")
		p.sharingUnnamed()
		p.restUnnamed()
	},
}

// unnamed reports a thing whose text is empty.
func (p *pass) unnamed(t policy.Text, path diag.Path, kind, id, field string) {
	if t.IsZero() {
		p.report(path.Key(field), arg("kind", noun(kind)), arg("id", label(id, path)), arg("field", field))
	}
}

func (p *pass) partiesUnnamed() {
	for i := range p.doc.Parties {
		x := &p.doc.Parties[i]
		p.unnamed(x.Name, entry("parties", i), "party", x.ID, "name")
	}
	for i := range p.doc.Processors {
		if x := &p.doc.Processors[i]; x.Party == "" {
			at := entry("processors", i)
			p.report(at.Key("party"), arg("kind", noun("processor")), arg("id", label(x.ID, at)), arg("field", "party"))
		}
	}
	for i := range p.doc.Contacts {
		x := &p.doc.Contacts[i]
		p.unnamed(x.Name, entry("contacts", i), "contact", x.ID, "name")
	}
	for i := range p.doc.Acts {
		x := &p.doc.Acts[i]
		p.unnamed(x.Title, entry("acts", i), "act", string(x.ID), "title")
	}
}

func (p *pass) dataUnnamed() {
	for i := range p.doc.Data {
		x := &p.doc.Data[i]
		p.unnamed(x.Label, entry("data", i), "datum", x.ID, "label")
	}
	for i := range p.doc.Subjects {
		x := &p.doc.Subjects[i]
		p.unnamed(x.Label, entry("subjects", i), "subject", x.ID, "label")
	}
	for i := range p.doc.Circumstances {
		x := &p.doc.Circumstances[i]
		p.unnamed(x.Text, entry("circumstances", i), "circumstance", x.ID, "text")
	}
}

// purposesUnnamed asks for a title where there is no text either: a part may
// be a sentence without a heading.
func (p *pass) purposesUnnamed(list []policy.Purpose, path diag.Path) {
	for i := range list {
		x, at := &list[i], path.Index(i)
		if path == "/purposes" || x.Text.IsZero() {
			p.unnamed(x.Title, at, "purpose", x.ID, "title")
		}
		p.purposesUnnamed(x.Parts, at.Key("parts"))
	}
}

func (p *pass) sharingUnnamed() {
	for i := range p.doc.Recipients {
		if x := &p.doc.Recipients[i]; x.Party == "" {
			p.unnamed(x.Name, entry("recipients", i), "recipient", x.ID, "name")
		}
	}
	for i := range p.doc.Systems {
		x := &p.doc.Systems[i]
		p.unnamed(x.Name, entry("systems", i), "system", x.ID, "name")
	}
	for i := range p.doc.Access {
		x := &p.doc.Access[i]
		p.unnamed(x.Who, entry("access", i), "access", x.ID, "who")
	}
}

func (p *pass) restUnnamed() {
	for i := range p.doc.Consents {
		x := &p.doc.Consents[i]
		p.unnamed(x.Text, entry("consents", i), "consent", x.ID, "text")
	}
	for i := range p.doc.Technologies {
		x, at := &p.doc.Technologies[i], entry("technologies", i)
		p.unnamed(x.Name, at, "technology", x.ID, "name")
		p.unnamed(x.Purpose, at, "technology", x.ID, "purpose")
	}
	for i := range p.doc.Scopes {
		x := &p.doc.Scopes[i]
		p.unnamed(x.Title, entry("scopes", i), "scope", x.ID, "title")
	}
}
