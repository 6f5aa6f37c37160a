package lint

import "github.com/lagrum/lagrum/sdk/diag"

var consentRequired = Rule{
	Code: "consent-required", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "7(4)", Source: gdprText, Verified: true},
		{Other: "Recital 42 of the GDPR", Source: gdprText, Verified: true},
		{Other: "Recital 43 of the GDPR", Source: gdprText, Verified: true},
	},
	Title:   "A form cannot be sent without a consent",
	Message: `form "{form}" cannot be sent without the consent "{consent}": let the field be optional`,
	Explanation: `A consent is free only if people can say no and still get what
they came for. A box that must be ticked before the form can be sent is a
condition, not a question. If the processing is needed for the service, it rests
on another basis and the box can go.

The rule is for a form that somebody published and that is written down as it is.
In a policy of your own, "required" makes people answer yes or no, and no is an
answer.`,
	Avoid: `asPublished: true
consents:
  - id: newsletter
forms:
  - id: enrolment
    fields:
      - {consent: newsletter, required: true}`,
	Prefer: `asPublished: true
consents:
  - id: newsletter
forms:
  - id: enrolment
    fields:
      - {consent: newsletter}`,
	check: func(p *pass) {
		if !p.doc.AsPublished {
			return
		}
		for i := range p.doc.Forms {
			form := &p.doc.Forms[i]
			for j := range form.Fields {
				if f := &form.Fields[j]; f.Consent != "" && f.Required {
					p.report(entry("forms", i, "fields").Index(j).Key("required"),
						arg("form", label(form.ID, entry("forms", i))), arg("consent", f.Consent))
				}
			}
		}
	},
}
