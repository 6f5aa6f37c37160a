package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formFilledfromUnknown = Rule{
	Code: "form-filledfrom-unknown", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "14(2)(f)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
	},
	Title:   "A log-in fills in what the notice does not say that it brings",
	Message: `field "{field}" of form "{form}" is filled in from "{attribute}", and no source of "{datum}" names that attribute: add it under "sources", or mend the name`,
	Explanation: `What comes with a log-in comes from somebody else than the person,
most often an employer or a school, and the notice must say from whom. A field
that is filled in from an attribute that no source names gets its answer behind
the reader's back, or, if the name is mistyped, none.`,
	Avoid: `data:
  - {id: name}
forms:
  - id: account
    fields:
      - {datum: name, filledFrom: displayName}`,
	Prefer: `data:
  - {id: name, sources: [{kind: third-party, channel: login, attribute: displayName}]}
forms:
  - id: account
    fields:
      - {datum: name, filledFrom: displayName}`,
	check: func(p *pass) {
		carriers := p.carriers()
		for a := range p.inputs() {
			if a.datum == nil || a.FilledFrom == "" {
				continue
			}
			if !has(carriers, key{a.FilledFrom, a.Datum}) {
				p.reportField(a, []string{"filledFrom"}, arg("attribute", a.FilledFrom), arg("datum", a.Datum))
			}
		}
	},
}

// carriers tells which datum each attribute of a log-in brings, by both their
// names, and whether only converted: a transient datum brings what it becomes.
func (p *pass) carriers() map[key]bool {
	converted := map[key]bool{}
	for i := range p.doc.Data {
		d := &p.doc.Data[i]
		for _, source := range d.Sources {
			if source.Attribute == "" {
				continue
			}
			converted[key{source.Attribute, d.ID}] = false
			if d.Transient == nil {
				continue
			}
			if becomes := (key{source.Attribute, d.Transient.Becomes}); !has(converted, becomes) {
				converted[becomes] = true
			}
		}
	}
	return converted
}

// has reports whether the map has an entry for the key.
func has[K comparable, V any](m map[K]V, k K) bool {
	_, ok := m[k]
	return ok
}
