package visibility

import (
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// Reason says in the language why a datum is shown or not, with the law in
// brackets. Texts of the policy that are missing in the language are left out;
// lint reports them. It is empty for the zero Sight.
func Reason(s *policy.Sight, l *text.Language) string {
	w := &l.Visible
	switch s.Why {
	case policy.ForAudience, policy.NotForAudience, policy.ForRole:
		return rule(s, l)
	case policy.ConditionNotMet:
		return rule(s, l) + " " + w.NotMet
	case policy.TakenAway:
		return w.TakenAway
	case policy.NoRuleShows:
		return cited(w.NoRule, cite.In(s.Regime, l).Article(s.Article), nil)
	case policy.NeverKept:
		return w.NeverKept
	case policy.UnknownDatum:
		return w.Unknown
	case policy.NothingToShow:
		return w.Nothing
	case policy.ProtectedIdentity:
		var laws []string
		for p := range law.ProtectionsIn(s.Country) {
			if !slices.Contains(laws, p.Law) {
				laws = append(laws, p.Law)
			}
		}
		return cited(w.Protected, cite.In(s.Regime, l).Article(s.Article), laws)
	}
	return ""
}

// rule says whom a rule is for, and under which condition.
func rule(s *policy.Sight, l *text.Language) string {
	words := audience(s.Audience, &l.Visible)
	if who := s.Who.In(l.Tag); who != "" {
		words = locale.Format(l.Visible.ForRole, locale.Arg{Name: "who", Value: who})
	}
	if condition := strings.TrimSuffix(s.Condition.In(l.Tag), "."); condition != "" {
		words += " " + locale.Format(l.Visible.Condition, locale.Arg{Name: "condition", Value: condition})
	}
	return words
}

// audience says whom a rule is for. One without an audience opens data to a role.
func audience(a policy.Audience, w *text.Visible) string {
	switch a {
	case policy.PublicIndexed:
		return w.ForIndexed
	case policy.Public:
		return w.ForAnybody
	case policy.LoggedIn:
		return w.ForLoggedIn
	case policy.SameCourse:
		return w.ForCourse
	case policy.OnlySelf:
		return w.ForSelf
	}
	return w.ForStaff
}

// cited puts the law in brackets at the end of a sentence.
func cited(words, article string, laws []string) string {
	if article = strings.TrimSuffix(article, ","); article != "" {
		laws = append([]string{article}, laws...)
	}
	if words == "" || len(laws) == 0 {
		return words
	}
	return strings.TrimSuffix(words, ".") + " (" + strings.Join(laws, "; ") + ")."
}
