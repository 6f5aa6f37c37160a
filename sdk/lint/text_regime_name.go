package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var textRegimeName = Rule{
	Code: "text-regime-name", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "12(1)", Source: gdprText, Verified: true},
		{Other: "Article 99 of Regulation (EU) 2018/1725", Source: "general knowledge"},
	},
	Title:   "The regulation for the institutions goes by the name of the GDPR",
	Message: `this text calls Regulation (EU) 2018/1725 by the name of the GDPR, "{name}": write "{right}"`,
	Explanation: `In every language the short name belongs to Regulation (EU) 2016/679. The
regulation for the institutions of the Union has other article numbers: what is
Article 15 in one is Article 17 in the other. Whoever looks up a right under the
wrong name reads about something else.`,
	Avoid: `regime: EU-EUDPR
languages: [nb]
summary: {nb: Vi følger forordning (EU) 2018/1725 («personvernforordningen»).}`,
	Prefer: `regime: EU-EUDPR
languages: [nb]
summary: {nb: Vi følger forordning (EU) 2018/1725.}`,
	check: func(p *pass) {
		for s := range p.said() {
			term, ok := law.Term("gdpr", string(s.tag))
			if !ok {
				continue
			}
			if name := term.Preferred; strings.Contains(s.text, institutions) && namesAfter(strings.ToLower(s.text), strings.ToLower(name)) {
				right, _ := law.NameOf(law.EUDPR, string(s.tag))
				p.report(s.path(), arg("name", name), arg("right", right.Short))
			}
		}
	},
}

// institutions is the number of the regulation for the institutions.
const institutions = "2018/1725"

// namesAfter reports whether a name stands right behind the number, as in
// "(EU) 2018/1725 («personvernforordningen»)".
func namesAfter(text, name string) bool {
	for {
		_, after, ok := strings.Cut(text, institutions)
		if !ok {
			return false
		}
		before, _, named := strings.Cut(after, name)
		if named && strings.ContainsAny(before, "(«»“”„") && !strings.ContainsFunc(before, isLetter) {
			return true
		}
		text = after
	}
}
