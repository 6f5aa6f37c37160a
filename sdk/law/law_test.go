package law

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/date"
)

func day(t *testing.T, s string) date.Date {
	t.Helper()
	d, ok := date.Parse(s)
	if !ok {
		t.Fatalf("%q is no date", s)
	}
	return d
}

// facts gives every dated row of every table, with a name to report it by.
func facts() iter.Seq2[string, Fact] {
	return func(yield func(string, Fact) bool) {
		_ = each(Acts(), yield, func(r Act) (string, Fact) { return "act " + string(r.ID), r.Fact }) &&
			each(RegimeNames(), yield, func(r RegimeName) (string, Fact) { return "name " + string(r.Act) + " " + r.Lang, r.Fact }) &&
			each(Correspondences(), yield, func(r Correspondence) (string, Fact) { return "article " + r.GDPR + "→" + r.Number, r.Fact }) &&
			each(Bases(), yield, func(r BasisRow) (string, Fact) { return "basis " + string(r.Basis), r.Fact }) &&
			each(Conditions(), yield, func(r Condition) (string, Fact) { return "condition " + r.Letter, r.Fact }) &&
			each(SpecialCategories(), yield, func(r CategoryRow) (string, Fact) { return "category " + string(r.Category), r.Fact }) &&
			each(Rights(), yield, func(r RightRow) (string, Fact) { return "right " + string(r.Right), r.Fact }) &&
			each(Entitlements(), yield, func(r Entitlement) (string, Fact) {
				return "matrix " + string(r.Right) + " " + string(r.Basis), r.Fact
			}) &&
			each(Deadlines(), yield, func(r Deadline) (string, Fact) { return "deadline " + string(r.Regime), r.Fact }) &&
			each(Ages(), yield, func(r Age) (string, Fact) { return "age " + r.Jurisdiction, r.Fact }) &&
			each(Authorities(), yield, func(r Authority) (string, Fact) { return "authority " + r.Code, r.Fact }) &&
			each(Adequacies(), yield, func(r Adequacy) (string, Fact) { return "adequacy " + r.Country, r.Fact }) &&
			each(Provisions(), yield, func(r Provision) (string, Fact) { return "provision " + r.ID, r.Fact }) &&
			each(NationalIDs(), yield, func(r NationalIDRule) (string, Fact) { return "national id " + r.Jurisdiction, r.Fact }) &&
			each(Protections(), yield, func(r Protection) (string, Fact) { return "protection " + r.Kind, r.Fact }) &&
			each(Inferences(), yield, func(r InferenceConcept) (string, Fact) { return "inference " + r.Key, r.Fact }) &&
			each(Terms(), yield, func(r TermRow) (string, Fact) { return "term " + r.Key + " " + r.Lang, r.Fact })
	}
}

func each[R any](rows iter.Seq[R], yield func(string, Fact) bool, of func(R) (string, Fact)) bool {
	for r := range rows {
		if !yield(of(r)) {
			return false
		}
	}
	return true
}

func TestEveryRowHasASource(t *testing.T) {
	n := 0
	for name, f := range facts() {
		n++
		if strings.TrimSpace(f.Source) == "" {
			t.Errorf("%s: no source", name)
		}
	}
	if n < 1000 {
		t.Errorf("only %d rows were looked at", n)
	}
}

func TestGeneralKnowledgeIsNeverVerified(t *testing.T) {
	seen := 0
	for name, f := range facts() {
		if !strings.Contains(strings.ToLower(f.Source), "general knowledge") {
			continue
		}
		seen++
		if f.Verified {
			t.Errorf("%s: verified, though the source says %q", name, f.Source)
		}
	}
	if seen == 0 {
		t.Error("no row rests on general knowledge: the check has lost its mark")
	}
}

func TestDatesAreValidAndInOrder(t *testing.T) {
	for name, f := range facts() {
		for _, d := range []date.Date{f.From, f.To} {
			if !d.IsZero() && !d.IsValid() {
				t.Errorf("%s: %v is no day", name, d)
			}
		}
		if !f.To.IsZero() && f.To.Before(f.From) {
			t.Errorf("%s: ends on %v, before it begins on %v", name, f.To, f.From)
		}
	}
}

func count[R any](rows iter.Seq[R], key func(R) string) int {
	var keys []string
	for r := range rows {
		keys = append(keys, key(r))
	}
	slices.Sort(keys)
	return len(slices.Compact(keys))
}

func TestTablesAreWhole(t *testing.T) {
	got := map[string]int{
		"acts":        count(Acts(), func(a Act) string { return string(a.ID) }),
		"ages":        count(Ages(), func(a Age) string { return a.Jurisdiction + a.From.String() }),
		"authorities": count(Authorities(), func(a Authority) string { return a.Code }),
		"terms":       count(Terms(), func(r TermRow) string { return r.Key }),
		"words":       count(Terms(), func(r TermRow) string { return r.Key + " " + r.Lang }),
		"inferences":  count(Inferences(), func(c InferenceConcept) string { return c.Key }),
		"conditions":  count(Conditions(), func(c Condition) string { return c.Letter }),
		"rights":      count(Rights(), func(r RightRow) string { return string(r.Right) }),
		"matrix":      count(Entitlements(), func(e Entitlement) string { return string(e.Regime) + string(e.Right) + string(e.Basis) }),
	}
	want := map[string]int{"acts": 54, "ages": 34, "authorities": 37, "terms": 82, "words": 82 * 7, "inferences": 26,
		"conditions": 10, "rights": 12, "matrix": 12*7 + 1 + 3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("distinct rows (-want +got):\n%s", diff)
	}
}

func TestKeysAreUnique(t *testing.T) {
	seen := map[string]bool{}
	add := func(key string) {
		if seen[key] {
			t.Errorf("%s: twice", key)
		}
		seen[key] = true
	}
	for a := range Acts() {
		add("act " + string(a.ID))
	}
	for p := range Provisions() {
		add("provision " + p.ID)
	}
	for c := range Concepts() {
		add("concept " + c.Curie)
	}
}
