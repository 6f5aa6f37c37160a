package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var rightFormForced = Rule{
	Code: "right-form-forced", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(2)", Source: gdprText, Verified: true}},
	Title:   "A request must be on paper, or signed",
	Message: `a paper form or a signature is demanded for the right "{right}": let people ask in any way, also by e-mail`,
	Explanation: `Whoever must print, sign and post a letter often gives up. The controller must
make it easy to use a right, and offer a way by electronic means where data are
handled electronically. In doubt about who asks, it may check the identity; that
is another thing than a signature on paper.`,
	Avoid: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    form: {en: Send a letter with your signature.}`,
	Prefer: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    form: {en: Write an e-mail or a letter as you like.}`,
	check: func(p *pass) {
		if !p.modern() {
			return // the older acts allowed it
		}
		for i := range p.doc.Rights {
			r := &p.doc.Rights[i]
			for s := range p.saidIn(entry("rights", i, "form"), r.Form) {
				if text := strings.ToLower(s.text); !says(text, electronicWords) && (says(text, signatureWords) || says(text, paperWords)) {
					p.report(s.path(), arg("right", string(r.Right)))
				}
			}
		}
	},
}

// Words about the form of a request, in the seven languages and in lower case.
var (
	signatureWords = []string{
		"sign", "signed", "signature", "underteckna", "undertecknad", "undertecknas", "underskriven", "underskrift", "signerad",
		"underskrevet", "underskrevne", "signert", "underteikna", "allekirjoita", "allekirjoitettu", "allekirjoitus", "allekirjoitettava",
		"undirrita", "undirrituð", "undirskrift",
	}
	paperWords = []string{
		"letter", "paper", "in writing", "by post", "brev", "brevet", "papper", "pappersblankett", "blankett", "skriftlig", "skriftligen",
		"skriftligt", "papir", "skrifleg", "skriftleg", "kirje", "kirjeellä", "kirjallinen", "kirjallisesti", "paperilla", "bréf", "bréfi",
		"skriflega", "pappír",
	}
	electronicWords = []string{
		"e-mail", "email", "online", "electronic", "electronically", "e-post", "epost", "e-postmelding", "mejl", "mejla", "mejlar", "elektronisk",
		"elektroniskt", "e-legitimation", "bankid", "mitid", "e-mailen", "mail", "sähköposti", "sähköpostilla", "sähköpostitse", "sähköisesti",
		"tölvupóst", "tölvupósti", "tölvupóstur", "rafræn", "rafrænt", "rafrænum",
	}
)
