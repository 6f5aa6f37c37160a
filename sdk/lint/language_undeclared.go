package lint

import (
	"maps"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
)

var languageUndeclared = Rule{
	Code: "language-undeclared", Severity: diag.Warning, Since: "0.1",
	Cites:   []Cite{{GDPR: "12(1)", Source: gdprText, Verified: true}},
	Title:   "Texts are in a language that the notice is not given in",
	Message: `no notice is given in "{language}", so its texts are never shown; this is the first of {count}`,
	Explanation: `Only the languages that the policy lists have a notice. A translation into
another one is work that nobody reads. Either the language was forgotten in the
list, or its tag is written in two ways, such as no and nb.`,
	Avoid: `languages: [sv]
title: {sv: Så hanterar vi dina uppgifter, en: How we handle your data}`,
	Prefer: `languages: [sv, en]
title: {sv: Så hanterar vi dina uppgifter, en: How we handle your data}`,
	check: func(p *pass) {
		if len(p.doc.Languages) == 0 {
			return
		}
		type stray struct {
			first diag.Path
			count int
		}
		strays := map[locale.Tag]stray{}
		for _, t := range p.texts {
			for tag := range t.text {
				if tag == locale.Any || slices.Contains(p.doc.Languages, tag) {
					continue
				}
				s := strays[tag]
				if s.count++; s.count == 1 {
					s.first = t.path.Key(string(tag))
				}
				strays[tag] = s
			}
		}
		for _, tag := range slices.Sorted(maps.Keys(strays)) {
			p.report(strays[tag].first, arg("language", string(tag)), arg("count", strconv.Itoa(strays[tag].count)))
		}
	},
}
