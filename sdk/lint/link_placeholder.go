package lint

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/diag"
)

var linkPlaceholder = Rule{
	Code: "link-placeholder", Severity: diag.Error, Since: "0.2",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "A link leads nowhere",
	Message: `the link "{link}" leads nowhere: give it an address, or leave it out`,
	Explanation: `A link that was to be filled in later leads back to the same page. Where it
stands for the rest of the information, on public records or on a code of
conduct, that information is not given at all. Somebody may look for it for a
long time.`,
	Avoid: `languages: [en]
links:
  - {id: more, label: {en: More}, url: "#"}`,
	Prefer: `languages: [en]
links:
  - {id: more, label: {en: More}, url: https://school.example/privacy}`,
	check: func(p *pass) {
		for i := range p.doc.Links {
			l := &p.doc.Links[i]
			link := arg("link", label(l.ID, entry("links", i)))
			if len(l.URL) == 0 && !p.doc.AsPublished {
				p.report(entry("links", i, "url"), link)
			}
			for s := range p.saidIn(entry("links", i, "url"), l.URL) {
				if isPlaceholder(s.text) {
					p.report(s.path(), link)
				}
			}
		}
	},
}

// isPlaceholder reports whether an address was to be filled in later.
func isPlaceholder(url string) bool {
	url = strings.ToLower(strings.TrimSpace(url))
	switch rest := strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"); strings.TrimRight(rest, "/#") {
	case "", "todo", "tbd", "xxx", "link", "url", "...", "…", "about:blank", "javascript:void(0)", "javascript:void(0);", "javascript:;":
		return true
	}
	return false
}
