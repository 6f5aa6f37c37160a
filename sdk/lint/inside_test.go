package lint

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestComparePathsCountsAndNests(t *testing.T) {
	want := []diag.Path{"", "/activities", "/activities/0/data", "/activities/2", "/activities/2/data/9", "/activities/2/data/10", "/activities/10", "/data/0", "/data-x"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, comparePaths)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

// A policy in which every reference is mistyped is searched only as far as its
// length allows.
func TestSuggestionsAreLinear(t *testing.T) {
	for _, n := range []int{10, 100, 1_000, 10_000} {
		doc := &policy.Document{Activities: []policy.Activity{{ID: "all"}}}
		for i := range n {
			doc.Data = append(doc.Data, policy.Datum{ID: "datum-" + strconv.Itoa(i)})
			doc.Activities[0].Data = append(doc.Activities[0].Data, "datun-"+strconv.Itoa(i))
		}
		p := newPass(doc, date.Date{})
		p.begin(&referenceDangling)
		referenceDangling.check(p)
		hints := 0
		for _, f := range p.findings {
			if f.Args[len(f.Args)-1].Name == "hint" {
				hints++
			}
		}
		if len(p.findings)+p.more != n || hints == 0 {
			t.Errorf("%d references: %d findings, %d of them with a suggestion", n, len(p.findings), hints)
		}
		if limit := 1000 + 20*(n+1); p.compared > limit {
			t.Errorf("%d references: %d comparisons, want %d at most", n, p.compared, limit)
		}
	}
}

func TestWithin(t *testing.T) {
	tests := []struct {
		name        string
		path, whole diag.Path
		want        bool
	}{
		{"a part", "/parties/1/partOf", "/parties/1", true},
		{"itself", "/parties/1", "/parties/1", false},
		{"a number that begins alike", "/parties/10/partOf", "/parties/1", false},
		{"the document", "/parties/1", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := within(tt.path, tt.whole); got != tt.want {
				t.Errorf("got %t, want %t", got, tt.want)
			}
		})
	}
}
