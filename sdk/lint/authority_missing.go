package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var authorityMissing = Rule{
	Code: "authority-missing", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "13(2)(d)", Source: gdprText, Verified: true}},
	Title:   "There is no authority to complain to",
	Message: "the notice cannot say to which authority people can complain",
	Hints: []string{
		hintNoneThere: `Lagrum knows of none for "{jurisdiction}" under {regime}`,
		hintNoSuch:    `no authority that Lagrum knows has the code "{authority}"`,
		hintNotNamed:  `the file transcribes a published notice, and does not name the authority that stood there`,
	},
	Explanation: `The notice must tell people of their right to complain to a supervisory
authority, and whoever is to use a right must know where. Normally the authority
follows from the jurisdiction and the regime, and there is nothing to write. A
file that transcribes a published notice must say what was named there, so that
a notice without any is not shown as if it had one.`,
	Avoid: `regime: EU-GDPR
jurisdiction: EU`,
	Prefer: `regime: EU-EUDPR
jurisdiction: EU`,
	check: func(p *pass) {
		doc := p.doc
		switch {
		case doc.Authority != "":
			if !p.knowsAuthority(doc.Authority) {
				p.reportHint(hintNoSuch, "/authority", arg("authority", doc.Authority))
			}
		case doc.AsPublished:
			if p.modern() { // the older acts did not ask for it
				p.reportHint(hintNotNamed, "/authority")
			}
		case !law.IsRegime(doc.Regime) || doc.Jurisdiction == "" && !ofTheUnion(doc.Regime):
			// Rules of their own say what is missing.
		default:
			if _, ok := law.AuthorityFor(doc.Jurisdiction, doc.Regime, p.at); !ok {
				p.reportHint(hintNoneThere, "/jurisdiction", arg("jurisdiction", doc.Jurisdiction), arg("regime", regimeName(doc.Regime)))
			}
		}
	},
}

// The hints of the rule.
const (
	hintNoneThere = 0
	hintNoSuch    = 1
	hintNotNamed  = 2
)

func (p *pass) knowsAuthority(code string) bool {
	for a := range law.Authorities() {
		if a.Code == code && (p.at.IsZero() || a.InForce(p.at)) {
			return true
		}
	}
	return false
}
