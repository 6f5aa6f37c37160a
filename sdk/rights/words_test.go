package rights_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/date"
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
	{Facts: rights.Facts{Earlier: []date.Date{received.AddDays(-20)}}},
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
		v := &a.Activities[i]
		for _, r := range v.Reasons {
			if v.Outcome == rights.Refused || r.Code == rights.MustKeepSome {
				list = append(list, r)
			}
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

// provisionsOf are the provisions behind each refusal and each deadline: in the GDPR, in Regulation (EU) 2018/1725 and
// in personuppgiftslagen; empty where a law has none of its own. They stand here by hand, so that no
// table is held against itself.
var provisionsOf = map[rights.Code][3][]string{
	rights.Dead:            {{"4(1)"}, {"3"}, {""}},
	rights.OfAge:           {{"12(2)"}, {"14(2)"}, {""}},
	rights.Unidentified:    {{"11(2)"}, {"12(2)"}, {""}},
	rights.Unfounded:       {{"12(5)"}, {"14(5)"}, {""}},
	rights.ThisYear:        {{}, {}, {"26 §"}},
	rights.MustKeep:        {{"17(3)(b)"}, {"19(3)(b)"}, {}},
	rights.MustKeepSome:    {{"17(3)(b)"}, {"19(3)(b)"}, {}},
	rights.Archive:         {{"17(3)(b)"}, {"19(3)(b)"}, {}},
	rights.LegalClaims:     {{"17(3)(e)", "21(1)"}, {"19(3)(e)", "23(1)"}, {}},
	rights.WithdrawInstead: {{"7(3)"}, {"7(3)"}, {}},
	rights.ObjectOnly:      {{"21(1)"}, {}, {}},
	rights.ObjectTask:      {{}, {"23(1)"}, {}},
	rights.NotPortable:     {{"20(1)"}, {"22(1)"}, {}},
	rights.NotFromYou:      {{"20(1)"}, {"22(1)"}, {}},
	rights.PortableTask:    {{"20(3)"}, {"22(3)"}, {}},
	rights.NotMarketing:    {{"21(2)"}, {}, {}},
	rights.NoConsent:       {{"7(3)"}, {"7(3)"}, {}},
	rights.NoDecision:      {{"22(1)"}, {"24(1)"}, {}},
	rights.NoSuchRight:     {{""}, {""}, {""}},
	rights.Due:             {{"12(3)"}, {"14(3)"}, {"26 §"}},
	rights.MayExtend:       {{"12(3)"}, {"14(3)"}, {"26 §"}},
	rights.Extended:        {{"12(3)"}, {"14(3)"}, {"26 §"}},
	rights.ToldLate:        {{"12(3)"}, {"14(3)"}, {"26 §"}},
	rights.Late:            {{"12(3)"}, {"14(3)"}, {"26 §"}},
}

// Each refusal and each deadline cites the provision that it rests on, in the numbers of the law of the policy.
func TestRefusalsAndDeadlinesCiteTheRightProvision(t *testing.T) {
	column := map[law.ActID]int{law.GDPR: 0, law.EUDPR: 1, law.PUL: 2}
	seen := map[rights.Code]map[law.ActID]bool{}
	answers(t, func(name string, doc *policy.Document, a *rights.Answer) {
		i, known := column[doc.Regime]
		if !known {
			return
		}
		for _, r := range refusing(a) {
			if r.Regime == "" {
				continue // another test holds that it cites another act
			}
			if want := provisionsOf[r.Code][i]; !slices.Contains(want, r.Provision) {
				t.Errorf("%s: %s cites %q of %s, want one of %q", name, r.Code, r.Provision, doc.Regime, want)
			}
			if seen[r.Code] == nil {
				seen[r.Code] = map[law.ActID]bool{}
			}
			seen[r.Code][doc.Regime] = true
		}
	})
	for code := range provisionsOf {
		if len(seen[code]) == 0 {
			t.Errorf("nobody is told %s", code)
		}
	}
	if n := len(seen[rights.Due]); n != 3 {
		t.Errorf("deadlines under %d laws", n)
	}
}

// marks are words that stand in sentences of one language and of no other: they betray a text that was translated
// by half.
var marks = map[locale.Tag][]string{
	"sv": {"och", "inte", "från", "uppgifter", "uppgifterna", "måste", "frågar", "använder"},
	"da": {"oplysninger", "oplysningerne", "os", "spørger", "noget", "behøver", "gør"},
	"nb": {"opplysninger", "opplysningene", "noe", "trenger", "gjør", "behandlingen"},
	"nn": {"opplysningar", "opplysningane", "ikkje", "noko", "eit", "frå", "berre", "kven"},
	"fi": {"tiedot", "tietoja", "emme", "voit", "sinun", "oikeus", "jos", "tai"},
	"is": {"ekki", "upplýsingar", "upplýsingarnar", "við", "þú", "að", "eða", "það"},
	"en": {"the", "you", "your", "we", "and", "this", "these", "not", "what", "must"},
}

// No reason that anybody is told has words of another language in it, once the titles of acts and what the
// policy itself says are left out.
func TestReasonsAreTranslatedInFull(t *testing.T) {
	used := map[string]bool{}
	checked := map[string]bool{}
	answers(t, func(name string, doc *policy.Document, a *rights.Answer) {
		for _, r := range a.Reasons() {
			r.Law = nil
			for i := range r.Args {
				r.Args = slices.Clone(r.Args)
				if r.Args[i].Text != nil {
					r.Args[i] = rights.Arg{Name: r.Args[i].Name, Value: "x"}
				}
			}
			if key := fmt.Sprint(r); !checked[key] {
				checked[key] = true
				for _, tag := range text.Languages {
					for mark := range marked(r.In(text.In(tag)), tag, used) {
						t.Errorf("%s, %s %s: %q in %q", name, tag, r.Code, mark, r.In(text.In(tag)))
					}
				}
			}
		}
	})
	for tag, list := range marks {
		n := 0
		for _, mark := range list {
			if used[string(tag)+mark] {
				n++
			}
		}
		if n < 4 {
			t.Errorf("%s: only %d of %q are ever said", tag, n, list)
		}
	}
}

// marked gives the marks of other languages in words of the language, and notes its own.
func marked(words string, tag locale.Tag, used map[string]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		padded := " " + strings.Map(func(r rune) rune {
			if strings.ContainsRune(".,;:()?!", r) {
				return ' '
			}
			return r
		}, strings.ToLower(words)) + " "
		for other, list := range marks {
			for _, mark := range list {
				if !strings.Contains(padded, " "+mark+" ") {
					continue
				}
				used[string(tag)+mark] = used[string(tag)+mark] || other == tag
				if !slices.Contains(marks[tag], mark) && !yield(mark) {
					return
				}
			}
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
