package lint

import (
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
)

var retentionScope = Rule{
	Code: "retention-scope", Severity: diag.Error, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(e)", Source: gdprText, Verified: true},
		{Other: "the acts on bookkeeping of Denmark, Finland, Iceland, Norway and Sweden", Source: "sdk/law, table of provisions, each with its own source", Verified: true},
	},
	Title:   "A law on bookkeeping is stretched over other data",
	Message: `retention rule "{rule}" rests on {act}, which covers accounting material only`,
	Hints: []string{
		hintAllData: `activity "{activity}" is no bookkeeping: list under data what belongs to the accounts`,
		hintNoPart:  `"{datum}" is no part of the accounts`,
	},
	Explanation: `The duty to keep accounts for some years covers invoices and vouchers. It does not
cover diets, messages or attendance, which go when the course no longer needs
them. So a rule that rests on such a law says for which data it holds, or belongs
to an activity that rests on the same duty.`,
	Avoid: `retention:
  - id: bookkeeping
    trigger: financial-year
    period: P5Y
    law: [{act: DK-BFL, section: § 12}]
activities:
  - id: courses
    basis: {article: 6(1)(b)}
    data: [name, phone, amount]
    retention: [bookkeeping]`,
	Prefer: `retention:
  - id: bookkeeping
    trigger: financial-year
    period: P5Y
    law: [{act: DK-BFL, section: § 12}]
    data: [name, amount]
activities:
  - id: courses
    basis: {article: 6(1)(b)}
    data: [name, phone, amount]
    retention: [bookkeeping, after-course]`,
	check: func(p *pass) {
		for i := range p.doc.Retention {
			r := &p.doc.Retention[i]
			act, ok := covers(r.Law, law.MatterBookkeeping)
			if !ok {
				continue
			}
			args := []diag.Arg{p.ruleArg(i), arg("act", string(act))}
			for k, id := range r.Data {
				if p.alien(id) {
					p.reportHint(hintNoPart, entry("retention", i, "data").Index(k), append(args, arg("datum", id))...)
				}
			}
			if len(r.Data) == 0 {
				p.stretched(i, args)
			}
		}
	},
}

// The hints of the rule.
const (
	hintAllData = 0
	hintNoPart  = 1
)

// stretched reports a rule for all data of an activity that keeps no accounts,
// or keeps something among them that is none.
func (p *pass) stretched(i int, args []diag.Arg) {
	path := entry("retention", i, "data")
	for _, n := range p.ruledBy(p.doc.Retention[i].ID) {
		a := &p.doc.Activities[n]
		if a.Basis == nil {
			p.reportHint(hintAllData, path, append(args, p.activityArg(n))...)
			return
		}
		if _, accounts := covers(a.Basis.Law, law.MatterBookkeeping); !accounts {
			p.reportHint(hintAllData, path, append(args, p.activityArg(n))...)
			return
		}
		if k := slices.IndexFunc(a.Data, p.alien); k >= 0 {
			p.reportHint(hintNoPart, path, append(args, arg("datum", a.Data[k]))...)
			return
		}
	}
}

// alien reports whether the datum cannot be accounting material: free text, or
// of a special category.
func (p *pass) alien(id string) bool {
	d := p.datum(id)
	return d != nil && (d.FreeText || d.Special != "")
}
