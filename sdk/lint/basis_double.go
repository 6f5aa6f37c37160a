package lint

import (
	"maps"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var basisDouble = Rule{
	Code: "basis-double", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "13(1)(c)", Source: gdprText, Verified: true},
		{GDPR: "5(1)(b)", Source: gdprText, Verified: true},
		{Other: "EDPB Guidelines 05/2020, points 121 to 123", Source: "general knowledge"},
	},
	Title:   "One purpose rests on two bases",
	Message: `purpose "{purpose}" rests on another basis in activity "{activity}": choose one, or split the purpose`,
	Explanation: `The basis decides what people can do: withdraw, object, take their data along. If
the same purpose rests on a contract here and on a public task there, nobody can
tell which rights apply, and the controller could change horses when one basis
fails. Where two things are done for two reasons, they are two purposes.`,
	Avoid: `regime: EU-GDPR
activities:
  - id: enrolment
    purposes: [account]
    basis: {article: 6(1)(b)}
  - id: evaluation
    purposes: [account]
    basis: {article: 6(1)(e)}`,
	Prefer: `regime: EU-GDPR
activities:
  - id: enrolment
    purposes: [account]
    basis: {article: 6(1)(b)}
  - id: evaluation
    purposes: [evaluation]
    basis: {article: 6(1)(e)}`,
	check: func(p *pass) {
		first := map[string]int{} // the first activity with a basis for each purpose
		for i := range p.doc.Activities {
			path, b := p.basisOf(i)
			if b == nil {
				continue
			}
			for _, id := range p.doc.Activities[i].Purposes {
				j, ok := first[id]
				if !ok {
					first[id] = i
				} else if p.differ(i, j) {
					p.report(path, arg("purpose", id), p.activityArg(j))
				}
			}
		}
	},
}

// differ reports whether two activities rest on different bases. What a
// published notice says without naming an article is compared by its words.
func (p *pass) differ(i, j int) bool {
	x, knownX := p.basis(i)
	y, knownY := p.basis(j)
	if knownX && knownY {
		return x != y
	}
	_, b := p.basisOf(i)
	_, c := p.basisOf(j)
	inWords := func(b *policy.Basis) bool { return b.Article == "" && !b.Text.IsZero() }
	return p.doc.AsPublished && inWords(b) && inWords(c) && !maps.Equal(b.Text, c.Text)
}
