package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var regimeUnknown = Rule{
	Code: "regime-unknown", Severity: diag.Error, Since: "0.1",
	Cites:   []Cite{{GDPR: "13(1)(c)", Source: gdprText, Verified: true}},
	Title:   "The regime is no data protection law that Lagrum knows",
	Message: `"{regime}" is no general data protection law that Lagrum knows`,
	Hints:   []string{`did you mean "{suggestion}"?`},
	Explanation: `A regime is a law on data protection as a whole, such as the General Data
Protection Regulation (EU-GDPR) or Regulation (EU) 2018/1725 for the institutions
of the Union (EU-EUDPR). A national act that adds to the Regulation is none, nor
is one on a single matter. Under an unknown regime no article can be checked.`,
	Avoid:  `regime: GDPR`,
	Prefer: `regime: EU-GDPR`,
	check: func(p *pass) {
		regime := p.doc.Regime
		if regime == "" || law.IsRegime(regime) {
			return
		}
		if near := suggestRegime(string(regime)); near != "" {
			p.reportHint(0, "/regime", arg("regime", string(regime)), arg("suggestion", near))
			return
		}
		p.report("/regime", arg("regime", string(regime)))
	},
}

// suggestRegime also takes a regime by its name: "GDPR".
func suggestRegime(word string) string {
	var ids []string
	for a := range law.Acts() {
		if !a.Regime {
			continue
		}
		if strings.EqualFold(a.Short, word) || a.Number == word {
			return string(a.ID)
		}
		ids = append(ids, string(a.ID))
	}
	if _, ok := law.Find(law.ActID(word)); ok {
		return "" // meant, and wrong
	}
	return diag.NewVocabulary(ids).Nearest(word)
}
