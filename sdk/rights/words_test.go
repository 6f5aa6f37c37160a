package rights_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/text"
)

// Each code has words of its own in each language.
func TestEveryCodeHasItsWords(t *testing.T) {
	for _, tag := range text.Languages {
		seen := map[string]rights.Code{}
		n := 0
		for code := range rights.Codes() {
			r := rights.Reason{Code: code, Args: []rights.Arg{{Name: "data", Value: "x"}}}
			words := r.In(text.In(tag))
			if other, ok := seen[words]; ok || words == "" {
				t.Errorf("%s: %s and %s say the same: %q", tag, code, other, words)
			}
			seen[words] = code
			n++
		}
		if n < 95 {
			t.Errorf("%d codes", n)
		}
	}
	unknown := rights.Reason{Code: "nosuch", Regime: law.GDPR, Provision: "15"}
	if got := unknown.In(text.In(locale.EN)); got != "" {
		t.Errorf("a code that is none says %q", got)
	}
}

// askers are the ways to ask.
var askers = []rights.Request{
	{}, {By: rights.Guardian, Age: 9}, {By: rights.Guardian, Age: 20}, {By: rights.Child, Age: 12}, {By: rights.Representative},
	{By: rights.Relative, Died: received.AddDays(-400)}, {By: rights.Relative, Died: received.AddYears(-12)},
	{Channel: policy.ByLogin},
	{Facts: rights.Facts{Doubt: true, Asked: received, Unidentified: true, Unfounded: true, FurtherCopy: true}},
	{Facts: rights.Facts{Doubt: true, Asked: received, Proved: received.AddDays(2), Claims: true}},
	{Facts: rights.Facts{Told: received.AddDays(3)}}, {Facts: rights.Facts{Told: received.AddDays(99)}},
}

// answers gives an answer for every policy, right, way to ask and day, under
// every regime.
func answers(t *testing.T, visit func(name string, doc *policy.Document, a *rights.Answer)) {
	docs := policies(t)
	docs["school"] = school()
	for _, regime := range []law.ActID{law.EUDPR, law.PUL, law.UKGDPR, law.HTL} {
		d := activities(regime, "6(1)(e)", "5(1)(a)", "5(1)(d)", "5(1)(c)", "10 §", "10 § d")
		d.Jurisdiction = map[law.ActID]string{law.EUDPR: "EU", law.PUL: "SE", law.UKGDPR: "GB", law.HTL: "FI"}[regime]
		d.Data = []policy.Datum{{ID: "name"}}
		for i := range d.Activities {
			d.Activities[i].Data = []string{"name"}
		}
		docs[string(regime)] = d
	}
	for name, doc := range docs {
		for row := range law.Rights() {
			for i, r := range askers {
				r.Right, r.Received = row.Right, received
				days := []int{1}
				if i == 0 || r.Facts.Told.IsValid() {
					days = []int{1, 45, 120}
				}
				for _, days := range days {
					a := assess(t, doc, r, received.AddDays(days))
					visit(fmt.Sprintf("%s, %s, day %d", name, row.Right, days), doc, &a)
				}
			}
		}
	}
}

// refusing are the codes that say no to somebody, or by when.
func refusing(a *rights.Answer) []rights.Reason {
	list := slices.Clone(a.Bars)
	for i := range a.Activities {
		if v := &a.Activities[i]; v.Outcome == rights.Refused {
			list = append(list, v.Reasons...)
		}
	}
	for _, r := range a.Deadline.Steps {
		switch r.Code {
		case rights.Due, rights.Late, rights.Extended, rights.MayExtend, rights.ToldLate:
			list = append(list, r)
		}
	}
	return list
}

// Each refusal and each deadline cites the law of the policy, in its own
// numbers, or says that the law of the policy did not apply.
func TestRefusalsAndDeadlinesCiteTheRightLaw(t *testing.T) {
	seen := map[rights.Code]bool{}
	answers(t, func(name string, doc *policy.Document, a *rights.Answer) {
		for _, r := range refusing(a) {
			seen[r.Code] = true
			if r.Code == rights.Repealed || r.Code == rights.NotYet {
				continue // they name the act
			}
			if r.Regime != doc.Regime && len(r.Law) == 0 {
				t.Errorf("%s: %s cites nothing of %s", name, r.Code, doc.Regime)
			}
			if r.Provision == "" && r.Code != rights.NoSuchRight && r.Regime != "" && doc.Regime != law.PUL && doc.Regime != law.HTL {
				t.Errorf("%s: %s cites no provision", name, r.Code)
			}
		}
	})
	for _, code := range []rights.Code{rights.Dead, rights.DeadSince, rights.OfAge, rights.Unfounded, rights.Unidentified, rights.Archive, rights.MustKeep,
		rights.LegalClaims, rights.ObjectOnly, rights.ObjectTask, rights.NoSuchRight, rights.NotMarketing, rights.Late, rights.Due, rights.Extended, rights.ToldLate} {
		if !seen[code] {
			t.Errorf("nobody is refused for %s", code)
		}
	}
}

// Under one regime no other is named, and no word of another language stands in
// an answer, but for the titles of acts and what the policy itself says.
func TestAnswersAreInOneLanguage(t *testing.T) {
	foreign := map[locale.Tag][]string{}
	for _, tag := range text.Languages {
		for _, other := range text.Languages {
			if other == tag {
				continue
			}
			for code := range rights.Codes() {
				r := rights.Reason{Code: code, Args: []rights.Arg{{Name: "data", Value: "x"}}}
				words := r.In(text.In(other))
				own := r.In(text.In(tag))
				if words != own && !strings.Contains(words, "{") && !strings.Contains(own, strings.TrimSuffix(words, ".")) {
					foreign[tag] = append(foreign[tag], strings.TrimSuffix(words, "."))
				}
			}
		}
	}
	checked := map[string]bool{}
	answers(t, func(name string, doc *policy.Document, a *rights.Answer) {
		for _, r := range a.Reasons() {
			key := fmt.Sprint(r)
			if checked[key] {
				continue
			}
			checked[key] = true
			for _, tag := range text.Languages {
				words := r.In(text.In(tag))
				if problem := wrong(words, tag, doc.Regime, foreign[tag]); problem != "" {
					t.Errorf("%s, %s %s: %s: %q", name, tag, r.Code, problem, words)
				}
			}
		}
	})
	if len(checked) < 250 {
		t.Errorf("only %d reasons", len(checked))
	}
}

// wrong says what is wrong with words in a language under a regime.
func wrong(words string, tag locale.Tag, regime law.ActID, foreign []string) string {
	for _, bad := range []string{"{", "}", "  ", " .", "..", "()", ": .", "; )", ",)"} {
		if strings.Contains(words, bad) {
			return "it has " + bad
		}
	}
	if words == "" {
		return "nothing is said"
	}
	for _, other := range []law.ActID{law.GDPR, law.EUDPR, law.PUL} {
		name := cite.In(other, text.In(tag)).Regime().Of
		if other != regime && strings.Contains(words, "("+name) || other != regime && strings.HasSuffix(strings.TrimSuffix(words, ")."), name) {
			return "it names " + string(other)
		}
	}
	for _, s := range foreign {
		if words == s || strings.HasPrefix(words, s+".") || strings.HasPrefix(words, s+" (") {
			return "it is in another language"
		}
	}
	return ""
}

// Nothing of the request but days and ids of the policy is in an answer.
func TestAnswersTellNothingOfThePerson(t *testing.T) {
	r := rights.Request{Right: law.Access, Received: received, By: rights.Relative, Died: parse(t, "1987-03-21"), Age: 131}
	a := assess(t, school(), r, received)
	for _, tag := range text.Languages {
		for _, secret := range []string{"1987", "131"} {
			if strings.Contains(string(a.JSON(text.In(tag))), secret) {
				t.Errorf("%s: the answer has %s", tag, secret)
			}
		}
	}
}
