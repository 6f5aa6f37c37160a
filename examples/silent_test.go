package examples_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A merit is something that a published notice does right, and that no rule
// may therefore report. Notices with many faults do some things well, and a
// checker that finds fault with those too is soon not believed.
type merit struct {
	name   string
	system string
	// there gives the path of what is right, or false if the file does not have it.
	there func(d *policy.Document) (diag.Path, bool)
	// rules lists those that would be wrong to report it; empty for all.
	rules []string
}

var merits = []merit{
	{
		name: "Article 5(1)(a) is a basis under Regulation (EU) 2018/1725", system: "gateway",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Activities, func(a policy.Activity) bool { return a.Basis != nil && a.Basis.Article == "5(1)(a)" })
			return diag.Path("/activities").Index(i).Key("basis"), i >= 0
		},
		rules: []string{"article-unknown", "basis-letter-missing", "activity-basis-missing", "basis-law-missing", "basis-interest-missing"},
	},
	{
		name: "Article 5(1)(d) is consent under Regulation (EU) 2018/1725", system: "gateway",
		there: func(d *policy.Document) (diag.Path, bool) {
			return "/defaultBasis", value(d.DefaultBasis).Article == "5(1)(d)"
		},
		rules: []string{"article-unknown", "basis-letter-missing", "activity-basis-missing", "basis-law-missing"},
	},
	{
		name: "Article 23 is the right to object under Regulation (EU) 2018/1725", system: "gateway",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Rights, func(r policy.Right) bool {
				return r.Right == law.Objection && strings.Contains(r.How.In(locale.NB), "artikkel 23")
			})
			return diag.Path("/rights").Index(i), i >= 0
		},
		rules: allBut("right-duplicate"), // it is said twice, and that is another matter
	},
	{
		name: "the supervisor of the institutions is the right authority", system: "gateway",
		there: func(d *policy.Document) (diag.Path, bool) { return "/authority", d.Authority == "EU-EDPS" },
	},
	{
		name: "the supervisor's address", system: "gateway",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Links, func(l policy.Link) bool { return l.URL.In(locale.NB) == "https://edps.europa.eu/" })
			return diag.Path("/links").Index(i).Key("url"), i >= 0
		},
	},
	{
		name: "all eight kinds of sensitive data are kept out of free text", system: "skolstaden",
		there: func(d *policy.Document) (diag.Path, bool) {
			kinds := map[law.SpecialCategory]bool{}
			for _, r := range d.TextRules {
				if r.Kind == policy.ForbidText && r.Special != "" {
					kinds[r.Special] = true
				}
			}
			return "/textRules", len(kinds) == 8
		},
	},
	{
		name: "one month is the time for an answer", system: "studieskolen",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Rights, func(r policy.Right) bool { return strings.Contains(r.How.In(locale.DA), "inden for en måned") })
			return diag.Path("/rights").Index(i), i >= 0
		},
	},
	{
		name: "that there is no profiling is a denial, and nothing speaks against it", system: "studieskolen",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Declarations, func(x policy.Declaration) bool { return x.Denies == policy.DeniesProfiling })
			return diag.Path("/declarations").Index(i), i >= 0
		},
	},
	{
		name: "a letter to the course is an alternative to the waiver", system: "lartorget",
		there: func(d *policy.Document) (diag.Path, bool) {
			i := slices.IndexFunc(d.Consents, func(c policy.Consent) bool { return !c.Alternative.IsZero() && c.AlternativeContact == "course" })
			return diag.Path("/consents").Index(i), i >= 0
		},
		rules: []string{"consent-alternative-missing"},
	},
	{name: "the number of the school", system: "studieskolen", there: orgNumber("81246319")},
	{name: "the number of the foundation", system: "studieskolen", there: orgNumber("11662471")},
}

func orgNumber(number string) func(*policy.Document) (diag.Path, bool) {
	return func(d *policy.Document) (diag.Path, bool) {
		i := slices.IndexFunc(d.Parties, func(p policy.Party) bool { return p.OrgNumber == number })
		return diag.Path("/parties").Index(i).Key("orgNumber"), i >= 0
	}
}

// allBut lists the codes of all rules but one.
func allBut(code string) []string {
	var codes []string
	for r := range lint.Rules() {
		if r.Code != code {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

func TestWhatNoticesDoRightIsNotReported(t *testing.T) {
	for _, m := range merits {
		t.Run(m.name, func(t *testing.T) {
			d := load(t, filepath.Join(m.system, "published.yaml"))
			path, ok := m.there(d)
			if !ok {
				t.Fatal("it is not in the file any more")
			}
			for _, code := range m.rules {
				if _, ok := lint.Explain(code); !ok {
					t.Errorf("there is no rule %s", code)
				}
			}
			for _, day := range []date.Date{d.EffectiveFrom, later} {
				for _, f := range lint.CheckAt(d, day) {
					if (f.Path == path || strings.HasPrefix(string(f.Path), string(path)+"/")) && (m.rules == nil || slices.Contains(m.rules, f.Code)) {
						t.Errorf("by the law of %s: %s", day, f)
					}
				}
			}
		})
	}
}
