package accountability_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// examples are the five systems.
var examples = []string{"gateway", "hammarby", "lartorget", "skolstaden", "studieskolen"}

// example loads the policy of an example.
func example(t testing.TB, name string) *policy.Document {
	t.Helper()
	file, err := policyfile.Load(filepath.Join("..", "..", "examples", name, "policy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if file.Doc == nil || file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	return file.Doc
}

// parse reads a policy that stands in a test.
func parse(t testing.TB, src string) *policy.Document {
	t.Helper()
	file := policyfile.Parse("policy.yaml", []byte(src))
	if file.Doc == nil || file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	return file.Doc
}

// of makes a report that must be there.
func of(t testing.TB, kind accountability.Kind, doc *policy.Document, c accountability.Context) *accountability.Report {
	t.Helper()
	r, err := accountability.Of(kind, doc, c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rowsOf lists all rows of a report.
func rowsOf(r *accountability.Report) []accountability.Row {
	list := slices.Clone(r.Common)
	for _, g := range r.Groups {
		list = append(list, g.Common...)
		for _, p := range g.Parts {
			list = append(list, p.Rows...)
		}
	}
	return list
}

// find gives the row with the id among those common to all and those of the first
// part.
func find(t testing.TB, r *accountability.Report, id string) accountability.Row {
	t.Helper()
	rows := slices.Clone(r.Common)
	for _, g := range r.Groups {
		rows = append(rows, g.Common...)
		if len(g.Parts) > 0 {
			rows = append(rows, g.Parts[0].Rows...)
		}
	}
	for _, row := range rows {
		if row.ID == id {
			return row
		}
	}
	t.Fatalf("there is no row %s", id)
	return accountability.Row{}
}

func day(t testing.TB, s string) date.Date {
	t.Helper()
	d, ok := date.Parse(s)
	if !ok {
		t.Fatalf("%q is no day", s)
	}
	return d
}
