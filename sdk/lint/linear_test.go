package lint_test

import (
	"strconv"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

var sizes = []int{10, 100, 1_000, 10_000}

// document makes a policy with so many activities.
func document(tb testing.TB, activities int) *policy.Document {
	tb.Helper()
	file := policyfile.Parse("specimen.yaml", specimen.Policy(activities))
	if file.Doc == nil || file.Findings.HasErrors() {
		tb.Fatalf("the specimen has not the shape of a policy: %v", file.Findings)
	}
	return file.Doc
}

// spoil takes from the policy what rules look for, and mistypes every reference
// to data, so that each activity has findings and nearly all have suggestions.
func spoil(doc *policy.Document) {
	for i := range doc.Activities {
		a := &doc.Activities[i]
		a.Retention, a.Basis = nil, nil
		for j := range a.Data {
			a.Data[j] += "x"
		}
	}
}

// What a check allocates for one more activity does not grow with their number,
// whether the policy is sound or rotten.
func TestCheckIsLinear(t *testing.T) {
	var sound, rotten float64
	for _, n := range sizes {
		doc := document(t, n)
		sound = testLinear(t, doc, "sound", n, sound)
		spoil(doc)
		if found := total(lint.Check(doc)); found < 4*n {
			t.Errorf("%d rotten activities: %d findings, want four each at least", n, found)
		}
		rotten = testLinear(t, doc, "rotten", n, rotten)
	}
}

// testLinear compares with what the size before took, and gives what this one took.
func testLinear(t *testing.T, doc *policy.Document, name string, n int, before float64) float64 {
	t.Helper()
	each := testing.AllocsPerRun(1, func() { lint.Check(doc) }) / float64(n)
	if before > 0 && each > 1.25*before {
		t.Errorf("%d %s activities: %.0f allocations for each, and %.0f where there are a tenth as many", n, name, each, before)
	}
	return each
}

func BenchmarkCheck(b *testing.B) {
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			doc := document(b, n)
			b.ReportAllocs()
			for b.Loop() {
				lint.Check(doc)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/activity")
		})
	}
}

// The same, where every activity has findings and mistyped references.
func BenchmarkCheckRotten(b *testing.B) {
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			doc := document(b, n)
			spoil(doc)
			b.ReportAllocs()
			for b.Loop() {
				lint.Check(doc)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/activity")
		})
	}
}
