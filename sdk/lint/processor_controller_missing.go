package lint

import "github.com/lagrum/lagrum/sdk/diag"

var processorControllerMissing = Rule{
	Code: "processor-controller-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "28(3)", Source: gdprText, Verified: true},
		{GDPR: "30(2)(a)", Source: gdprText, Verified: true},
	},
	Title:   "A processor works for nobody",
	Message: `nobody gives processor "{processor}" its orders: name the controllers it works for under for`,
	Explanation: `A processor acts on the orders of a controller, and of nobody else. Where several
controllers share a service, each has processors of its own, and people must be
able to see whose orders hold for their data. Sub-processors get theirs from the
processor that engaged them.`,
	Avoid: `processors:
  - id: hosting
    party: host`,
	Prefer: `processors:
  - id: hosting
    party: host
    for: [school]`,
	check: func(p *pass) {
		if !p.modern() {
			return
		}
		for i := range p.doc.Processors {
			if x := &p.doc.Processors[i]; len(x.For) == 0 && x.SubProcessorOf == "" {
				p.report(entry("processors", i, "for"), p.processorArg(i))
			}
		}
	},
}
