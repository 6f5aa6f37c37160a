package lint

import (
	"cmp"
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
)

var citationMoved = Rule{
	Code: "citation-moved", Severity: diag.Warning, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(a)", Source: gdprText, Verified: true},
		{GDPR: "6(3)", Source: gdprText, Verified: true},
	},
	Title:   "A section is cited that stands elsewhere now",
	Message: "{old} stands in {now} now: cite that",
	Explanation: `Laws are replaced, and the duty goes on under another number. Whoever looks up
the old section finds a repealed act, or a section about something else. The new
number shows that somebody has checked whether the period is still the same.`,
	Avoid: `effectiveFrom: 2024-01-01
retention:
  - {id: accounts, law: [{act: DK-BFL-OLD, section: § 10}]}`,
	Prefer: `effectiveFrom: 2024-01-01
retention:
  - {id: accounts, law: [{act: DK-BFL, section: § 12}]}`,
	check: func(p *pass) {
		p.doc.Walk(policy.Visitor{Citation: func(path diag.Path, c *policy.Citation) {
			if c.Section == "" {
				return
			}
			if old, now, ok := p.moved(c); ok {
				p.report(path.Key("section"), arg("old", inAct(old)), arg("now", inAct(now)))
			}
		}})
	},
}

// moved tells which provision of the tables is cited, and which one came in its
// place: that of another act of the country on the same thing. The number of
// the old act's section under the new act's name is a move not yet noticed.
func (p *pass) moved(c *policy.Citation) (old, now law.Provision, ok bool) {
	own := false // the act has the section, and has it still
	for x := range law.Provisions() {
		if x.Act == c.Act && isSection(c.Section, x.Section) && p.holdsNow(x) {
			own = true
		}
	}
	if own {
		return old, now, false
	}
	for old := range law.Provisions() {
		if p.holdsNow(old) || !isSection(c.Section, old.Section) {
			continue
		}
		for now := range law.Provisions() {
			same := now.Jurisdiction == old.Jurisdiction && now.Matter == old.Matter && now.What == old.What
			if same && now.Act != old.Act && p.holdsNow(now) && (c.Act == old.Act || c.Act == now.Act) {
				return old, now, true
			}
		}
	}
	return old, now, false
}

// holdsNow reports whether a provision stands on the day or, without a day, has no known end.
func (p *pass) holdsNow(x law.Provision) bool {
	return !term{from: x.From, to: x.To}.over(p.at) && (p.at.IsZero() || x.From.IsZero() || !p.at.Before(x.From))
}

// isSection reports whether a citation is to the section, or to a part of it:
// "§10, stk. 2" is of "§ 10, stk. 1".
func isSection(cited, section string) bool {
	head := func(s string) string {
		s, _, _ = strings.Cut(s, ",")
		return strings.ToLower(strings.Join(strings.Fields(s), ""))
	}
	return head(cited) == head(section)
}

// inAct names a provision with the number of its act: the old and the new one
// often have the same title.
func inAct(x law.Provision) string {
	a, _ := law.Find(x.Act)
	return x.Section + " of " + cmp.Or(a.Number, a.Short, string(x.Act))
}
