package notice_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// Parties that are parts of each other have no whole; nobody looks for it for ever.
func TestPartiesInCircles(t *testing.T) {
	doc := &policy.Document{
		Languages:  []locale.Tag{locale.SV},
		Parties:    []policy.Party{{ID: "a", PartOf: "b"}, {ID: "b", PartOf: "c"}, {ID: "c", PartOf: "b"}, {ID: "d", PartOf: "d"}},
		Activities: []policy.Activity{{ID: "x", Controllers: []string{"d", "a"}}},
		Contacts:   []policy.Contact{{ID: "y", Kind: policy.DPOContact, Party: "a"}, {ID: "z", Kind: policy.DPOContact, Party: "c"}},
	}
	for _, layer := range notice.Layers(doc) {
		if _, err := notice.Build(doc, notice.Context{Layer: layer}); err != nil {
			t.Error(err)
		}
	}
}

// The look-ups of package policy go through a list each time, and a notice
// makes many for each activity.
func TestNoticeLooksUpInTheIndex(t *testing.T) {
	lookUp := regexp.MustCompile(`\bdoc\.[A-Z]\w*\(`)
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if call := lookUp.Find(source); call != nil && !strings.HasSuffix(name, "_test.go") {
			t.Errorf("%s: %s goes through a list", name, call)
		}
	}
}

// What an activity takes in the notice is the same among ten and among a thousand.
func TestBuildIsLinear(t *testing.T) {
	cost := func(n int) float64 {
		doc := policyfile.Parse("", specimen.Policy(n)).Doc
		return testing.AllocsPerRun(1, func() {
			if _, err := notice.Build(doc, notice.Context{}); err != nil {
				t.Fatal(err)
			}
		}) / float64(n)
	}
	if few, many := cost(100), cost(3000); many > few*1.1 {
		t.Errorf("an activity takes %.0f allocations among a hundred, %.0f among three thousand", few, many)
	}
}

func BenchmarkBuildMany(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 3000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			doc := policyfile.Parse("", specimen.Policy(n)).Doc
			b.ReportAllocs()
			for b.Loop() {
				if _, err := notice.Build(doc, notice.Context{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/activity")
		})
	}
}

// Each datum of a group names the others, but not all of a group that nobody can survey.
func TestGroupsAreNamedOnlySoFar(t *testing.T) {
	size := func(n int) float64 {
		doc := &policy.Document{Languages: []locale.Tag{locale.SV}}
		for range n {
			doc.Data = append(doc.Data, policy.Datum{OneOf: "group", Label: policy.Text{locale.Any: "label"}})
		}
		d, err := notice.Build(doc, notice.Context{})
		if err != nil {
			t.Fatal(err)
		}
		return float64(len(new(notice.Printer).Text(d))) / float64(n)
	}
	if few, many := size(100), size(1000); many > few*1.05 {
		t.Errorf("a datum takes %.0f bytes among a hundred, %.0f among a thousand", few, many)
	}
}
