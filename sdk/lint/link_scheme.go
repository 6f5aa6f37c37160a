package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var linkScheme = Rule{
	Code: "link-scheme", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A link cannot be opened in a browser",
	Message: `the link "{link}" does not begin with https:// or http://, and is not shown: write the whole address`,
	Explanation: `Notices are read in browsers, on paper and by screen readers. Only addresses of
the web are safe and useful in all of them; Lagrum leaves every other kind out
of the page. An address that begins with www is taken for a page of one's own
site.`,
	Avoid: `links:
  - {id: more, url: www.school.example}`,
	Prefer: `links:
  - {id: more, url: https://www.school.example}`,
	check: func(p *pass) {
		for i := range p.doc.Links {
			l := &p.doc.Links[i]
			for s := range p.saidIn(entry("links", i, "url"), l.URL) {
				url := strings.ToLower(strings.TrimSpace(s.text))
				if !isPlaceholder(url) && !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
					p.report(s.path(), arg("link", label(l.ID, entry("links", i))))
				}
			}
		}
	},
}
