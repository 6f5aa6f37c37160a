package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var declaresWithinEea = Rule{
	Code: "declares-within-eea", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
		{GDPR: "44", Source: gdprText, Verified: true},
	},
	Title:   "Within the EEA, says the policy that lets data out",
	Message: `the policy says that data stay within the EEA, and {kind} "{id}" takes them out: take the statement back, or limit it with data or system`,
	Explanation: `Once data are in a third country, other laws hold, and authorities there may
read them. People who are told that nothing leaves the EEA have no reason to
look further. A single processor with a server or a help desk abroad makes the
statement untrue.`,
	Avoid: `processors:
  - {id: mail, countries: [US]}
activities:
  - {id: letters, processors: [mail]}
declarations:
  - {id: stays, denies: leaves-eea}`,
	Prefer: `processors:
  - {id: mail, countries: [IE]}
activities:
  - {id: letters, processors: [mail]}
declarations:
  - {id: stays, denies: leaves-eea}`,
	check: func(p *pass) {
		p.deny(policy.DeniesLeavingTheEEA, p.exporter())
	},
}

// exporter tells who takes out of the EEA what a declaration speaks of.
func (p *pass) exporter() func(key) (key, bool) {
	out := p.inActivities(func(a *policy.Activity) bool {
		return slices.ContainsFunc(a.Processors, func(id string) bool { return p.processorExports(p.processor(id)) }) ||
			slices.ContainsFunc(a.Recipients, func(id string) bool { return p.recipientExports(p.recipient(id)) }) ||
			slices.ContainsFunc(a.Systems, func(id string) bool { return p.systemExports(p.system(id)) })
	})
	return func(about key) (key, bool) {
		if about.kind == "system" {
			return about, p.systemExports(p.system(about.id))
		}
		if thing, ok := out(about); ok || about.kind == "datum" {
			return thing, ok
		}
		for i := range p.doc.Technologies {
			if t := &p.doc.Technologies[i]; p.abroad(p.country(t.Provider)) {
				return key{"technology", label(t.ID, entry("technologies", i))}, true
			}
		}
		return key{}, false
	}
}

func (p *pass) processorExports(x *policy.Processor) bool {
	if x == nil {
		return false
	}
	_, _, out := p.firstAbroad(x.Countries)
	return out || x.Transfer != nil || p.abroad(p.country(x.Party))
}

func (p *pass) recipientExports(x *policy.Recipient) bool {
	return x != nil && !x.Anonymous && (x.Transfer != nil || p.abroad(p.country(x.Party)))
}

func (p *pass) systemExports(s *policy.System) bool {
	if s == nil {
		return false
	}
	_, _, out := p.firstAbroad(s.StoredIn)
	return out || p.processorExports(p.processor(s.Processor))
}
