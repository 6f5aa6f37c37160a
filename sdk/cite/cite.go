package cite

import (
	"strings"

	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Writer writes the provisions of one data protection law in one language.
type Writer struct {
	regime law.ActID
	lang   *text.Language
}

// In gives the Writer of a regime, such as [law.GDPR], and a language.
func In(regime law.ActID, lang *text.Language) Writer { return Writer{regime, lang} }

// Regime gives the usual names of the law: those of the language where it has
// any, else the act's own title.
func (w Writer) Regime() text.Regime {
	switch w.regime {
	case law.GDPR:
		return w.lang.Law.GDPR
	case law.EUDPR:
		return w.lang.Law.EUDPR
	case law.PUL:
		return w.lang.Law.PUL
	}
	name, ok := law.NameOf(w.regime, string(w.lang.Tag))
	if !ok {
		return text.Regime{}
	}
	act := locale.Arg{Name: "act", Value: name.Text}
	g := w.lang.Law.General
	return text.Regime{Name: locale.Format(g.Name, act), Of: locale.Format(g.Of, act)}
}

// Article writes a provision of the law in words: "Article 6(1)(e) of the
// GDPR" for "6(1)(e)". What has no number of an article (PuL counts in
// sections) is given as it is.
func (w Writer) Article(number string) string {
	if number == "" {
		return ""
	}
	l := &w.lang.Law
	a, rest := cutDigits(law.Normalise(number))
	p, rest := cutParenthesis(rest)
	letter, rest := cutParenthesis(rest)
	pattern := l.Article
	switch {
	case a == "" || rest != "":
		return locale.Format(l.Section, locale.Arg{Name: "act", Value: w.Regime().Name}, locale.Arg{Name: "section", Value: number})
	case letter != "":
		pattern = l.Letter
	case p != "" && p[0] >= 'a':
		pattern, letter, p = l.ArticleLetter, p, ""
	case p != "":
		pattern = l.Paragraph
	}
	words := locale.Format(pattern, locale.Arg{Name: "a", Value: a}, locale.Arg{Name: "p", Value: p}, locale.Arg{Name: "l", Value: letter})
	of := w.Regime().Of
	if of == "" {
		return strings.TrimSuffix(words, ",")
	}
	return locale.Format(l.Of, locale.Arg{Name: "article", Value: words}, locale.Arg{Name: "act", Value: of})
}

// Basis names a legal basis (GDPR Article 6(1)) with its provision, as a
// sentence. A basis that is none of the six is given as stated.
func (w Writer) Basis(number string) string {
	if number == "" {
		return ""
	}
	t := &w.lang.Basis
	basis, ok := law.BasisOf(w.regime, number)
	if !ok {
		return w.stated(number)
	}
	words := map[law.Basis]string{
		law.Consent: t.Consent, law.Contract: t.Contract, law.LegalObligation: t.LegalObligation,
		law.VitalInterests: t.VitalInterests, law.PublicTask: t.PublicTask, law.LegitimateInterests: t.LegitimateInterests,
	}[basis]
	return words + " (" + w.Article(number) + ")."
}

// Condition names an exception for special categories (GDPR Article 9(2)) with
// its provision, as a sentence.
func (w Writer) Condition(number string) string {
	if number == "" {
		return ""
	}
	t := &w.lang.Basis
	c, ok := law.ConditionOf(w.regime, number)
	if !ok {
		return w.stated(number)
	}
	words := map[string]string{
		"a": t.ExplicitConsent, "b": t.Employment, "c": t.VitalSpecial, "d": t.Association, "e": t.MadePublic,
		"f": t.LegalClaims, "g": t.PublicInterest, "h": t.HealthCare, "i": t.PublicHealth, "j": t.Research,
	}[c.Letter]
	return words + " (" + w.Article(number) + ")."
}

func (w Writer) stated(number string) string {
	words := locale.Capital(locale.Format(w.lang.Basis.Stated, locale.Arg{Name: "article", Value: w.Article(number)}))
	return strings.TrimSuffix(words, ".") + "."
}

func cutDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func cutParenthesis(s string) (inside, rest string) {
	if !strings.HasPrefix(s, "(") {
		return "", s
	}
	inside, rest, ok := strings.Cut(s[1:], ")")
	if !ok {
		return "", s
	}
	return inside, rest
}
