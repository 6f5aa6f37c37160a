package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var textTerm = Rule{
	Code: "text-term", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A term is used that means something else, or nothing",
	Message: `"{word}" is not the term for {concept} here: write "{term}"`,
	Explanation: `People look up words. If consent is called permission, or the supervisor of the
Union bears the name of a data protection officer, they look for the wrong right
and write to the wrong place. The terms are those of the law in each language;
some words are wrong only where consent is meant, and are looked at only there.`,
	Avoid: `regime: EU-GDPR
languages: [nb]
rights:
  - {right: withdraw-consent, how: {nb: Du kan trekke tillatelsen tilbake.}}`,
	Prefer: `regime: EU-GDPR
languages: [nb]
rights:
  - {right: withdraw-consent, how: {nb: Du kan trekke samtykket tilbake.}}`,
	check: func(p *pass) {
		for s := range p.said() {
			p.reportTerm(s, false)
		}
		for i := range p.doc.Consents {
			c := &p.doc.Consents[i]
			if c.Kind != policy.SecrecyWaiver {
				p.reportConsentTerms(entry("consents", i, "text"), c.Text)
				p.reportConsentTerms(entry("consents", i, "withdraw"), c.Withdraw)
			}
		}
		for i := range p.doc.Rights {
			if r := &p.doc.Rights[i]; r.Right == law.WithdrawConsent {
				p.reportConsentTerms(entry("rights", i, "how"), r.How)
			}
		}
		for path, b := range p.bases() {
			if basis, ok := law.BasisOf(p.doc.Regime, b.Article); ok && basis == law.Consent {
				p.reportConsentTerms(path.Key("text"), b.Text)
			}
		}
	},
}

// reportConsentTerms looks for words that are wrong where consent is meant.
func (p *pass) reportConsentTerms(path diag.Path, t policy.Text) {
	for s := range p.saidIn(path, t) {
		p.reportTerm(s, true)
	}
}

// reportTerm reports the first wrong term of a text, of those that are wrong
// where consent is meant or of those that are wrong everywhere.
func (p *pass) reportTerm(s sentence, ofConsent bool) {
	text := strings.ToLower(s.text)
	for _, m := range misnomers {
		if m.lang != string(s.tag) || (m.term == consentTerm) != ofConsent || !holds(text, m.word, true) {
			continue
		}
		right, ok := law.Term(m.term, m.lang)
		concept, known := law.Term(m.term, "en")
		if ok && known {
			p.report(s.path(), arg("word", m.word), arg("concept", concept.Preferred), arg("term", right.Preferred))
			return
		}
	}
}

// consentTerm is the key of consent in the table of terms.
const consentTerm = "basis_a_consent"

// Misnomers are words that are used for a concept of the table of terms and
// are not its name in that language: those of the neighbouring language, of a
// repealed act, or of something else. They are general knowledge.
var misnomers = []struct{ lang, word, term string }{
	{"sv", "personuppgiftsombud", "dpo"},
	{"sv", "registeransvarig", "controller"},
	{"sv", "dataombudsman för unionen", "edps"},
	{"sv", "tillstånd", consentTerm},
	{"sv", "godkännande", consentTerm},
	{"da", "personvernombud", "dpo"},
	{"da", "behandlingsansvarlig", "controller"},
	{"da", "personoplysningsansvarlig", "controller"},
	{"da", "tilladelse", consentTerm},
	{"da", "godkendelse", consentTerm},
	{"nb", "databeskyttelsesrådgiver", "dpo"},
	{"nb", "dataansvarlig", "controller"},
	{"nb", "europeiske personvernombud", "edps"},
	{"nb", "rett til regress", "right_complaint"},
	{"nb", "tillatelse", consentTerm},
	{"nb", "godkjenning", consentTerm},
	{"nb", "godkjenner", consentTerm},
	{"nn", "personvernombud", "dpo"},
	{"nn", "behandlingsansvarlig", "controller"},
	{"nn", "europeiske personvernombodet", "edps"},
	{"nn", "rett til regress", "right_complaint"},
	{"nn", "løyve", consentTerm},
	{"nn", "godkjenning", consentTerm},
	{"en", "european data protection officer", "edps"},
	{"en", "permission", consentTerm},
	{"fi", "rekisterivastaava", "controller"},
}
