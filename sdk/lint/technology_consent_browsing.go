package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var technologyConsentBrowsing = Rule{
	Code: "technology-consent-browsing", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{Other: "Article 5(3) of Directive 2002/58/EC", Source: eprivacyText, Verified: true},
		{GDPR: "4(11)", Source: gdprText, Verified: true},
		{Other: "Court of Justice, C-673/17 (Planet49)", Source: "general knowledge"},
	},
	Title:   "Going on browsing is taken for a yes to cookies",
	Message: `technology "{technology}" is not necessary, and nobody is asked before it is set`,
	Hints: []string{
		hintBrowser:  "what people set in their browser is no consent, so ask them on the page",
		hintBrowsing: `consent "{consent}" is taken from visiting the page, so ask for it there`,
	},
	Explanation: `Whoever opens a page has not agreed to be counted. The Court of Justice wants an
act of the visitor, before anything is stored; a hint that cookies can be
blocked in the browser comes too late, and lets those down who do not find the
setting. Ask, and store nothing until there is an answer.`,
	Avoid: `languages: [en]
technologies:
  - id: statistics
    kind: cookie
    consent: statistics
    refuse: {en: Block cookies in your browser.}
consents:
  - {id: statistics, kind: device-storage, givenBy: [browsing]}`,
	Prefer: `languages: [en]
technologies:
  - id: statistics
    kind: cookie
    consent: statistics
    refuse: {en: Choose “No” when we ask.}
consents:
  - {id: statistics, kind: device-storage, givenBy: [ticking]}`,
	check: func(p *pass) {
		for i := range p.doc.Technologies {
			t := &p.doc.Technologies[i]
			c := p.consent(t.Consent)
			passive := c == nil || slices.Contains(c.GivenBy, policy.ByBrowsing)
			if t.Kind == policy.Log || t.Necessary || !passive {
				continue
			}
			technology := arg("technology", label(t.ID, entry("technologies", i)))
			switch {
			case p.saysAnywhere(t.Refuse, browsers):
				p.reportHint(hintBrowser, entry("technologies", i, "refuse"), technology)
			case c != nil:
				p.reportHint(hintBrowsing, entry("technologies", i, "consent"), technology, arg("consent", t.Consent))
			}
		}
	},
}

// The hints of the rule.
const (
	hintBrowser  = 0
	hintBrowsing = 1
)

// Words for a browser, in the seven languages and in lower case.
var browsers = []string{
	"browser", "browsers", "browseren", "browserens", "webbläsare", "webbläsaren", "nettleser", "nettleseren", "nettlesar", "nettlesaren",
	"selain", "selaimen", "selaimessa", "selaimesta", "vafra", "vafri", "vafranum", "vafrans",
}
