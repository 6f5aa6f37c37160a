package export

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/lint"
)

// describe tells of a rule what its page tells, but for the provisions in other
// regimes.
func describe(r *lint.Rule) descriptor {
	return descriptor{
		ID:                   r.Code,
		ShortDescription:     text{Text: sentence(r.Title)},
		FullDescription:      text{Text: oneLine(r.Explanation)},
		Help:                 text{Text: helpText(r), Markdown: helpMarkdown(r)},
		HelpURI:              Page(r.Code),
		DefaultConfiguration: configuration{level(r.Severity)},
		Properties:           &ruleProperties{Tags: []string{"privacy"}, Since: r.Since},
	}
}

func helpText(r *lint.Rule) string {
	return r.Explanation + "\n\nAvoid:\n\n" + r.Avoid + "\n\nPrefer:\n\n" + r.Prefer + "\n\nRests on: " + strings.Join(cites(r), "; ") + "."
}

func helpMarkdown(r *lint.Rule) string {
	return r.Explanation + "\n\n**Avoid**\n\n```yaml\n" + strings.TrimRight(r.Avoid, "\n") + "\n```\n\n**Prefer**\n\n```yaml\n" +
		strings.TrimRight(r.Prefer, "\n") + "\n```\n\n**Law**: " + strings.Join(cites(r), "; ") + ". [More](" + Page(r.Code) + ")"
}

// cites names the provisions of a rule under the GDPR.
func cites(r *lint.Rule) []string {
	var list []string
	for _, c := range r.Cites {
		what := c.Other
		if c.GDPR != "" {
			what = "GDPR Article " + c.GDPR
		}
		if !c.Verified {
			what += " (not verified)"
		}
		list = append(list, what)
	}
	return list
}

// oneLine takes the line breaks out of running text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
