package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
)

var linkDomainStale = Rule{
	Code: "link-domain-stale", Severity: diag.Info, Since: "0.2",
	Cites: []Cite{
		{GDPR: "5(1)(d)", Source: gdprText, Verified: true},
		{GDPR: "12(1)", Source: gdprText, Verified: true},
	},
	Title:   "An address is that of a body that has another name now",
	Message: `"{domain}" belongs to a body that has been renamed: write "{now}"`,
	Explanation: `Old domains lead on for some years, and then to nobody or to somebody else. A
notice that still has one has not been read for as long. People who type it from
paper may end up in the wrong place.`,
	Avoid: `links:
  - {id: authority, url: https://www.datainspektionen.se}`,
	Prefer: `links:
  - {id: authority, url: https://www.imy.se}`,
	check: func(p *pass) {
		for s := range p.said() {
			if old, now, ok := p.stale(s.text); ok {
				p.report(s.path(), arg("domain", old), arg("now", now))
			}
		}
		for i := range p.doc.Parties {
			x := &p.doc.Parties[i]
			p.reportStale("parties", i, "email", x.Email)
			p.reportStale("parties", i, "web", x.Web)
			p.reportStale("parties", i, "notice", x.Notice)
		}
		for i := range p.doc.Contacts {
			x := &p.doc.Contacts[i]
			p.reportStale("contacts", i, "email", x.Email)
			p.reportStale("contacts", i, "web", x.Web)
		}
	},
}

// A domain is one that a body gave up together with its name. All rows are
// general knowledge but the second, which the table of authorities bears out.
type domain struct {
	old, now string
	from     date.Date // the first day of the new name
}

func domains() [4]domain {
	return [...]domain{
		{"sll.se", "regionstockholm.se", date.Date{Year: 2019, Month: 1, Day: 1}},
		{"datainspektionen.se", "imy.se", date.Date{Year: 2021, Month: 1, Day: 1}},
		{"vrk.fi", "dvv.fi", date.Date{Year: 2020, Month: 1, Day: 1}},
		{"maistraatti.fi", "dvv.fi", date.Date{Year: 2020, Month: 1, Day: 1}},
	}
}

// reportStale reports a stale domain in a member of an entry of a list.
func (p *pass) reportStale(list string, i int, member, text string) {
	if old, now, ok := p.stale(text); ok {
		p.report(entry(list, i, member), arg("domain", old), arg("now", now))
	}
}

// stale gives the first domain in a text that was given up, and what it is now.
func (p *pass) stale(text string) (old, now string, ok bool) {
	for _, d := range domains() {
		if (p.at.IsZero() || !p.at.Before(d.from)) && holdsDomain(text, d.old) {
			return d.old, d.now, true
		}
	}
	return "", "", false
}

// holdsDomain reports whether a domain, or a part of it, stands in a text:
// "www.sll.se" and "(sll.se)" hold "sll.se", and "hassll.se" and
// "sll.se.example" do not.
func holdsDomain(text, domain string) bool {
	for {
		i := strings.Index(text, domain)
		if i < 0 {
			return false
		}
		before, after := text[:i], text[i+len(domain):]
		next := strings.TrimPrefix(after, ".")
		ends := letters(after) == 0 && !strings.HasPrefix(after, "-") && (next == after || letters(next) == 0)
		if ends && (before == "" || !strings.HasSuffix(before, "-") && letters(before[len(before)-1:]) == 0) {
			return true
		}
		text = after
	}
}
