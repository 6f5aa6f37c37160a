package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var technologyNamesMissing = Rule{
	Code: "technology-names-missing", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(3)", Source: gdprText, Verified: true},
		{Other: "Directive 2002/58/EC Article 5(3)", Source: "general knowledge"},
	},
	Title:   "What is stored after a yes has no names",
	Message: `{kind} "{technology}" does not say under which names it stands on the device: list them in stored, so that it can be removed when the consent is withdrawn`,
	Explanation: `Whoever takes a consent back should not have to look for what it left behind. A
page can remove what it can name. The names also let people see in their own
browser what a notice speaks of.`,
	Avoid: `technologies:
  - {id: counter, kind: cookie, consent: statistics}`,
	Prefer: `technologies:
  - {id: counter, kind: cookie, consent: statistics, stored: [_count, "_count_*"]}`,
	check: func(p *pass) {
		for i := range p.doc.Technologies {
			t := &p.doc.Technologies[i]
			keeps := t.Kind == policy.Cookie || t.Kind == policy.LocalStorage
			if keeps && !t.Necessary && t.Consent != "" && len(t.Stored) == 0 && !p.doc.AsPublished {
				p.report(entry("technologies", i, "stored"),
					arg("kind", string(t.Kind)), arg("technology", label(t.ID, entry("technologies", i))))
			}
		}
	},
}
