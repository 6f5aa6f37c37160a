package lint

import (
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

var linkInternal = Rule{
	Code: "link-internal", Severity: diag.Warning, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "Readers are sent to a page that they cannot open",
	Message: `the link "{link}" opens only inside the organisation: give what stands there in the notice, or a page for everybody`,
	Explanation: `Information that the law gives to people must be easy to reach for them. A page
on the staff network is closed to pupils, guardians and applicants. In a policy
of your own such links are marked as meant for staff; one that a recipient or a
code of conduct refers to is meant for the reader.`,
	Avoid: `links:
  - {id: records, url: https://intranet.school.example, audience: internal}
recipients:
  - {id: archive, link: records}`,
	Prefer: `links:
  - {id: records, url: https://www.school.example/records}
recipients:
  - {id: archive, link: records}`,
	check: func(p *pass) {
		for i := range p.doc.Links {
			l := &p.doc.Links[i]
			if l.Audience == policy.InternalLink && (p.doc.AsPublished || p.uses[key{"link", l.ID}] > 0) {
				p.report(entry("links", i, "audience"), arg("link", label(l.ID, entry("links", i))))
			}
		}
	},
}
