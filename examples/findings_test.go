package examples_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

var update = flag.Bool("update", false, "write what lint finds in the published notices, and who sees what, into testdata")

// later is a day long after all the notices; the law of it is that of the
// tables as they stand.
var later = date.Date{Year: 2026, Month: 11, Day: 21}

// TestFindingsOfPublishedNotices holds every finding in the transcribed notices
// against testdata: by the law of the day of the notice, and by that of a later day.
func TestFindingsOfPublishedNotices(t *testing.T) {
	for _, name := range []string{
		"lartorget/published.yaml", "skolstaden/published.yaml", "hammarby/published.yaml", "hammarby/2018.yaml",
		"studieskolen/published.yaml", "gateway/published.yaml",
	} {
		t.Run(name, func(t *testing.T) {
			base := strings.ReplaceAll(strings.TrimSuffix(name, ".yaml"), "/", "-")
			file := filepath.Join("testdata", base+".findings")
			got := allFindings(t, filepath.FromSlash(name))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("lint finds something else; go test ./examples -update writes it (-want +got):\n%s", diff)
			}
		})
	}
}

// allFindings lists what lint finds in a file, one finding a line, under a
// heading for each of the two days.
func allFindings(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f := policyfile.Parse(filepath.Base(name), src)
	if f.Doc == nil || len(f.Findings) > 0 {
		t.Fatalf("%s has not the shape of a policy: %v", name, f.Findings)
	}
	var b strings.Builder
	for _, day := range []date.Date{f.Doc.EffectiveFrom, later} {
		b.WriteString("# by the law of " + day.String() + "\n")
		for _, finding := range f.Place(lint.CheckAt(f.Doc, day)) {
			b.WriteString(finding.String() + "\n")
		}
	}
	return b.String()
}

// reports looks for what lint must find in a published notice. Each mark is
// the code of a rule, and after a space the name of what it is about where that
// matters. Every finding must name the provision that it rests on.
func reports(marks ...string) func(*policy.Document) string {
	return func(d *policy.Document) string {
		found := lint.Check(d)
		var missing []string
		for _, m := range marks {
			code, about, _ := strings.Cut(m, " ")
			if !slices.ContainsFunc(found, func(f diag.Finding) bool {
				return f.Code == code && len(f.Cites) > 0 &&
					(about == "" || slices.ContainsFunc(f.Args, func(a diag.Arg) bool { return a.Value == about }))
			}) {
				missing = append(missing, m)
			}
		}
		return unless(len(missing) == 0, "findings "+strings.Join(missing, ", "))
	}
}
