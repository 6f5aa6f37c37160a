package serve

import (
	"strings"

	"net/http"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// rulesID is the first part of the addresses of rules, and so no policy's.
const rulesID = "rules"

func (s *site) ruleAddress(code string) string { return s.Base + "/" + rulesID + "/" + code }

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
		for _, line := range provisions(c) {
			h.raw("<li>").text(line).raw("</li>\n")
		}
	}
	h.raw("</ul>\n")
	return h.end()
}

// sample shows a part of a policy.
func (h *html) sample(id constant, yaml string) {
	h.raw("<pre class=\"lagrum-sample\" id=\"").raw(id).raw("\" tabindex=\"0\"><code>").text(yaml).raw("</code></pre>\n")
}

// provisions names what a rule rests on under each regime that has it, the
// source, and whether anybody compared the two.
func provisions(c lint.Cite) []string {
	if c.GDPR == "" {
		return []string{known(c.Other, c.Source, c.Verified)}
	}
	lines := []string{known(provision(law.GDPR, c.GDPR), c.Source, c.Verified)}
	for _, other := range law.Counterparts(c.GDPR) {
		source := strings.ReplaceAll(other.Source, "by the row above", "in the tables of law")
		lines = append(lines, known(provision(other.Regime, other.Number), source, other.Verified))
	}
	return lines
}

// provision is a number as its regime is cited in English.
func provision(regime law.ActID, number string) string {
	name, _ := law.NameOf(regime, "en")
	if strings.Contains(number, "§") {
		return number + " " + name.Short
	}
	return "Article " + number + ", " + name.Short
}

func known(what, source string, verified bool) string {
	mark := "not verified"
	if verified {
		mark = "verified"
	}
	return what + " (" + mark + "). Source: " + source
}
