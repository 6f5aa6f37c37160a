package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var rightFee = Rule{
	Code: "right-fee", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(5)", Source: gdprText, Verified: true},
		{GDPR: "15(3)", Source: gdprText, Verified: true},
	},
	Title:   "A right costs something, or is free only so often",
	Message: `the right "{right}" is free, and may be used more than once a year: leave the fee or the limit out`,
	Explanation: `A fee keeps away those who need the answer most, and a limit of once a year
comes from laws that are repealed. Answers are free. Only for requests that are
plainly unfounded or excessive may something be charged, and such a text may say
just that.`,
	Avoid: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    fee: {en: Free once a calendar year.}`,
	Prefer: `regime: EU-GDPR
languages: [en]
rights:
  - right: access
    fee: {en: It is free of charge.}`,
	check: func(p *pass) {
		if !p.modern() {
			return // the older acts allowed it
		}
		for i := range p.doc.Rights {
			r := &p.doc.Rights[i]
			for s := range p.saidIn(entry("rights", i, "fee"), r.Fee) {
				if text := withoutFee(strings.ToLower(s.text)); !says(text, excessWords) && (says(text, limitWords) || !says(text, freeWords)) {
					p.report(s.path(), arg("right", string(r.Right)))
				}
			}
		}
	},
}

// withoutFee lets a text that denies a fee say that the answer is free.
func withoutFee(text string) string {
	return strings.NewReplacer("no fee", "free", "any fee", "free", "ingen avgift", "gratis", "intet gebyr", "gratis", "ikke gebyr", "gratis",
		"ingen gebyr", "gratis", "inkje gebyr", "gratis", "ei maksua", "maksutta", "ekkert gjald", "ókeypis", "ekki gjald", "ókeypis").Replace(text)
}

// Words about what answers cost, in the seven languages and in lower case.
var (
	freeWords = []string{
		"free", "no charge", "nothing", "kostnadsfri", "kostnadsfritt", "gratis", "avgiftsfritt", "ingenting", "vederlagsfrit",
		"vederlagsfritt", "ilmainen", "ilmaista", "ilmaiseksi", "maksuton", "maksutonta", "maksutta",
		"ókeypis", "gjaldfrjálst", "endurgjaldslaust", "án endurgjalds",
	}
	limitWords = []string{
		"once", "twice", "per year", "a year", "calendar year", "fee", "högst", "en gång", "per år", "kalenderår", "avgift",
		"højst", "en gang", "én gang", "om året", "årligt", "gebyr", "høyst", "maksimalt", "i året", "årlig", "ein gong", "kerran",
		"vuodessa", "kalenterivuosi", "kalenterivuodessa", "enintään", "maksu", "maksun", "einu sinni", "á ári", "almanaksári", "gjald",
	}
	excessWords = []string{
		"excessive", "unfounded", "orimlig", "orimliga", "ogrundad", "ogrundade", "överdrivna", "overdreven", "overdrevne", "grundløs",
		"grundløse", "åpenbart", "grunnlaus", "kohtuuton", "kohtuuttomat", "kohtuuttomista", "perusteeton", "perusteettomat", "perusteettomista",
		"óhófleg", "óhóflegar", "tilefnislaus", "tilefnislausar",
	}
)
