package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var transferAdequacyMissing = Rule{
	Code: "transfer-adequacy-missing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "45(1)", Source: gdprText, Verified: true},
		{GDPR: "13(1)(f)", Source: gdprText, Verified: true},
	},
	Title:   "No decision on adequacy holds for the country",
	Message: `the transfer to {country} relies on a decision on adequacy`,
	Hints: []string{
		hintElsewhere:  `{decision} is about {name}, so write the number of the one that is meant`,
		hintNotInForce: `{decision} is not in force on the day of the policy, so name one that is, or safeguards such as scc`,
		hintNone:       `there is none in force for that country, so name safeguards such as scc`,
	},
	Explanation: `The Commission decides which countries protect personal data well
enough, and the Court has annulled two of its decisions: Safe Harbour in 2015
and Privacy Shield in 2020. A transfer that rests on such a decision, or on one
that there never was, has no ground. Some decisions cover only those who have
joined a list, as in the United States, so look the recipient up.`,
	Avoid: `regime: EU-GDPR
effectiveFrom: 2026-09-01
processors:
  - id: mail
    transfer: {country: US, mechanism: adequacy, decision: (EU) 2016/1250}`,
	Prefer: `regime: EU-GDPR
effectiveFrom: 2026-09-01
processors:
  - id: mail
    transfer: {country: US, mechanism: adequacy, decision: (EU) 2023/1795}`,
	check: func(p *pass) {
		for path, t := range p.transfers() {
			if t.Mechanism != policy.Adequacy || !p.abroad(t.Country) {
				continue
			}
			country := arg("country", t.Country)
			named, known := law.FindAdequacy(t.Decision)
			switch {
			case t.Decision != "" && known && named.Country != t.Country:
				p.reportHint(hintElsewhere, path.Key("decision"), country, arg("decision", t.Decision), arg("name", named.Name))
			case t.Decision != "" && known && !p.holds(named):
				p.reportHint(hintNotInForce, path.Key("decision"), country, arg("decision", t.Decision))
			case !p.adequate(t.Country):
				p.reportHint(hintNone, path.Key("mechanism"), country)
			}
		}
	},
}

// The hints of the rule.
const (
	hintElsewhere  = 0
	hintNotInForce = 1
	hintNone       = 2
)

// holds reports whether a decision is in force. On no day in particular it is,
// unless one has taken its place.
func (p *pass) holds(a law.Adequacy) bool {
	if !p.at.IsZero() || a.To.IsZero() {
		return a.InForce(p.at)
	}
	for b := range law.Adequacies() {
		if b.Country == a.Country && a.To.Before(b.From) {
			return false
		}
	}
	return true
}

// adequate reports whether some decision holds for the country.
func (p *pass) adequate(country string) bool {
	for a := range law.Adequacies() {
		if a.Country == country && p.holds(a) {
			return true
		}
	}
	return false
}
