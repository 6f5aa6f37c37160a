package serve

import (
	"net/http"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// rulesID is the first part of the addresses of rules, and so no policy's.
const rulesID = "rules"

func (s *site) ruleAddress(code string) string { return s.base + "/" + rulesID + "/" + code }

// rulePage answers with the page of a rule. Rules are explained in English only.
func (s *site) rulePage(w http.ResponseWriter, r *http.Request) {
	rule, ok := lint.Explain(r.PathValue("code"))
	if !ok {
		s.noPage(w, r)
		return
	}
	w.Header().Set("Content-Language", string(locale.EN))
	send(w, r, htmlType, s.explained(rule))
}

// explained writes what a rule is about, why, and what to write instead.
func (s *site) explained(rule *lint.Rule) []byte {
	lang := text.In(locale.EN)
	h := s.begin(lang, rule.Code+": "+rule.Title, nil)
	s.bar(h, lang.Serve.Overview, nil)
	h.main("lagrum-rule")
	h.raw("<p class=\"lagrum-service\"><code>").text(rule.Code).raw("</code></p>\n")
	h.heading("h1", rule.Title)
	h.raw("<h2>Summary</h2>\n<p>").text("A finding of this rule is of the kind “" + rule.Severity.String() + "”. It says:").raw("</p>\n")
	h.raw("<blockquote>\n")
	h.paragraph(rule.Message)
	for _, hint := range rule.Hints {
		h.paragraph("…; " + hint)
	}
	h.raw("</blockquote>\n<h2>Why</h2>\n")
	h.paragraph(rule.Explanation)
	h.raw("<h2>Avoid</h2>\n")
	h.sample("avoid", rule.Avoid)
	h.raw("<h2>Prefer</h2>\n")
	h.sample("prefer", rule.Prefer)
	h.raw("<h2>Law</h2>\n<ul>\n")
	for _, c := range rule.Cites {
		h.raw("<li>").text(provision(c)).raw("</li>\n")
	}
	h.raw("</ul>\n")
	return h.end()
}

// sample shows a part of a policy.
func (h *html) sample(id constant, yaml string) {
	h.raw("<pre class=\"lagrum-sample\" id=\"").raw(id).raw("\" tabindex=\"0\"><code>").text(yaml).raw("</code></pre>\n")
}

// provision names what a rule rests on, under the GDPR and under the
// regulation for the institutions of the Union, and how it is known.
func provision(c lint.Cite) string {
	name := c.Other
	if c.GDPR != "" {
		name = "Article " + c.GDPR + " of the GDPR"
		if number, ok := law.Article(law.EUDPR, c.GDPR); ok {
			name += "; Article " + number + " of Regulation (EU) 2018/1725"
		}
	}
	if c.Verified {
		return name + ". Compared with the text."
	}
	return name + ". Not compared with the text."
}
