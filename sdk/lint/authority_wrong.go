package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var authorityWrong = Rule{
	Code: "authority-wrong", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(2)(d)", Source: gdprText, Verified: true},
		{GDPR: "77(1)", Source: gdprText, Verified: true},
	},
	Title:   "The authority named is not the competent one",
	Message: `complaints do not go to "{authority}" but to "{competent}": write that, or leave the authority out`,
	Explanation: `A complaint that reaches the wrong authority is passed on at best, and lost at
worst. Which one is competent follows from the country of the controller and
from the regime: for the institutions of the Union it is the European Data
Protection Supervisor, wherever they sit. Leave the authority out, and Lagrum
names the right one.`,
	Avoid: `regime: EU-GDPR
jurisdiction: SE
authority: DK`,
	Prefer: `regime: EU-GDPR
jurisdiction: SE`,
	check: func(p *pass) {
		named := p.doc.Authority
		if named == "" || named == edpb || !p.knowsAuthority(named) {
			return // other rules say so
		}
		a, ok := law.AuthorityFor(p.doc.Jurisdiction, p.governing(), p.at)
		if ok && a.Code != named && !(a.Code == "FI" && named == "AX") { // the authorities of Åland have their own
			p.report("/authority", arg("authority", named), arg("competent", a.Code))
		}
	},
}
