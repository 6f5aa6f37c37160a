package bundle_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/policy"
)

// That the policies come out as they went in is shown where the Worker is tested,
// against the server; here, that they are Go.
func TestSourceIsGo(t *testing.T) {
	source, err := bundle.Source("policies", documents(t))
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "policies.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	checked, err := (&types.Config{Importer: importer.ForCompiler(fset, "source", nil)}).Check("policies", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if names := checked.Scope().Names(); !slices.Contains(names, "IDs") || !slices.Contains(names, "Policy") {
		t.Errorf("it declares %q", names)
	}
}

func TestWorkersFiles(t *testing.T) {
	files, err := bundle.Workers(documents(t), bundle.Options{Widgets: widgets, Action: "https://elsewhere.example"})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		all[f.Path] = string(f.Content)
		if !strings.HasPrefix(f.Path, "public/") && f.Path != "policies/policies.go" {
			t.Errorf("%s is elsewhere", f.Path)
		}
		if strings.Contains(f.Path, "/enrolment") && strings.HasSuffix(f.Path, ".html") {
			t.Errorf("%s has a form that nobody stamped", f.Path)
		}
	}
	if !strings.Contains(all["public/index.html"], `href="/lartorget/forms/enrolment?event=leading-meetings&amp;lang=sv"`) {
		t.Error("the first page does not lead to the form of the Worker")
	}
	if all["public/lartorget/enrolment.leading-meetings.sv.json"] == "" || strings.Contains(all["public/_headers"], "elsewhere") {
		t.Error("the definition of the form is missing, or a host is allowed that is not asked")
	}
	if _, err := bundle.Workers([]*policy.Document{{}}, bundle.Options{}); err == nil {
		t.Error("a policy without an id: no error")
	}
}
