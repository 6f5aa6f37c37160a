package cite

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Provision writes a provision that a policy cites in words: of the policy's own
// data protection law, of one of its own acts, or of an act of the tables. It is
// empty for an act that neither knows. An act of the tables that has no name in
// the language keeps its own title, as statutes do.
func Provision(doc *policy.Document, c *policy.Citation, lang *text.Language) string {
	if c.Act == doc.Regime {
		return In(c.Act, lang).Article(c.Section)
	}
	title := actTitle(doc, c.Act, lang)
	if title == "" || c.Section == "" {
		return title
	}
	return locale.Format(lang.Law.Section, locale.Arg{Name: "act", Value: title}, locale.Arg{Name: "section", Value: c.Section})
}

func actTitle(doc *policy.Document, id law.ActID, lang *text.Language) string {
	if own := doc.Act(id); own != nil {
		title := strings.Join(strings.Fields(own.Title.In(lang.Tag)), " ")
		if own.Number != "" && !strings.Contains(title, own.Number) {
			title += " (" + own.Number + ")"
		}
		return title
	}
	if name, ok := law.NameOf(id, string(lang.Tag)); ok {
		return name.Text
	}
	act, _ := law.Find(id)
	return act.Title
}
