package lint

import (
	"cmp"

	"github.com/lagrum/lagrum/sdk/diag"
)

var idDuplicate = Rule{
	Code: "id-duplicate", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "5(2)", Source: gdprText, Verified: true}},
	Title:   "Two things have the same id",
	Message: `there is another {kind} with the id "{id}": {first}`,
	Explanation: `A reference means the first thing with its id, and the second is never reached.
Whoever reads the file may well think of the other one. Ids are unique among
things of one kind. Fields and groups of fields are unique in their form; a
field without an id goes by that of its datum or consent.`,
	Avoid: `recipients:
  - id: caterer
    name: {en: the caterer of the course}
  - id: caterer
    name: {en: the caterer of the canteen}`,
	Prefer: `recipients:
  - id: course-caterer
    name: {en: the caterer of the course}
  - id: canteen
    name: {en: the caterer of the canteen}`,
	check: func(p *pass) {
		for i, d := range p.definitions {
			if d.id == "" || d.kind == "field" || d.kind == "field-group" {
				continue
			}
			if first := p.first[key{d.kind, d.id}]; first != i {
				p.reportDuplicate(d, p.definitions[first].path)
			}
		}
		for i := range p.doc.Forms {
			p.duplicateFields(i)
			p.duplicateGroups(i)
		}
	},
}

func (p *pass) reportDuplicate(d definition, first diag.Path) {
	p.report(d.path.Key("id"), arg("kind", noun(d.kind)), arg("id", d.id), arg("first", string(first)))
}

// duplicateFields goes over the fields of one form.
func (p *pass) duplicateFields(form int) {
	first := map[string]int{}
	for i := range p.doc.Forms[form].Fields {
		f := &p.doc.Forms[form].Fields[i]
		id := cmp.Or(f.ID, f.Datum, f.Consent)
		if id == "" {
			continue
		}
		path := entry("forms", form, "fields")
		if j, ok := first[id]; ok {
			p.reportDuplicate(definition{path.Index(i), "field", id}, path.Index(j))
		} else {
			first[id] = i
		}
	}
}

// duplicateGroups goes over the groups of fields of one form.
func (p *pass) duplicateGroups(form int) {
	first := map[string]int{}
	path := entry("forms", form, "groups")
	for i := range p.doc.Forms[form].Groups {
		id := p.doc.Forms[form].Groups[i].ID
		if id == "" {
			continue
		}
		if j, ok := first[id]; ok {
			p.reportDuplicate(definition{path.Index(i), "field-group", id}, path.Index(j))
		} else {
			first[id] = i
		}
	}
}
