package lint

import "github.com/lagrum/lagrum/sdk/diag"

var formTransientAsked = Rule{
	Code: "form-transient-asked", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(c)", Source: gdprText, Verified: true},
	},
	Title:   "A form asks for what may not be kept",
	Message: `form "{form}" asks for "{datum}", which is converted at once and never kept: ask for {becomes}, and let the log-in fill it in`,
	Explanation: `A form stores what people fill in. A number that is only to be
exchanged for another one must not lie in a submission, a mail or a log on the
way. It comes with the log-in, passes through its converter and is forgotten;
the form sees what it became.`,
	Avoid: `data:
  - id: number
    sources: [{kind: third-party, channel: login, attribute: norEduPersonNIN}]
    transient: {becomes: account}
  - id: account
forms:
  - id: open
    fields:
      - {datum: number}`,
	Prefer: `data:
  - id: number
    sources: [{kind: third-party, channel: login, attribute: norEduPersonNIN}]
    transient: {becomes: account}
  - id: account
forms:
  - id: open
    fields:
      - {datum: account, numbers: [se.hsaid], filledFrom: norEduPersonNIN}`,
	check: func(p *pass) {
		for a := range p.inputs() {
			if a.datum == nil || a.datum.Transient == nil {
				continue
			}
			becomes := "what it becomes"
			if id := a.datum.Transient.Becomes; id != "" {
				becomes = `"` + shown(arg("datum", id)) + `"`
			}
			p.reportField(a, []string{"datum"}, arg("datum", a.Datum), arg("becomes", becomes))
		}
	},
}
