package layers

import (
	"go/parser"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/internal/tree"
)

// statement says which package may import which. It is a statement of policy:
// when a build breaks it, change the build.
const statement = `
internal/wire internal/markup date diag < law locale < text ident < screen < policy
policy < cite < visibility retention < rights change accountability < notice form < consent < lint choices
core < accept policyfile schema bind receipt export bundle internal/purge < ledger < internal/migrate < ledger/sqlite ledger/postgres < serve < edge < cmd
`

// read gives the statement, the packages of the module and their imports.
func read(t *testing.T, mode parser.Mode) (Text, []tree.Package, Imports) {
	t.Helper()
	text, err := Parse(statement)
	if err != nil {
		t.Fatal(err)
	}
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	packages, err := tree.Read(root, mode)
	if err != nil {
		t.Fatal(err)
	}
	imports, err := ImportsOf(packages)
	if err != nil {
		t.Fatal(err)
	}
	return text, packages, imports
}

func TestImportsPointLeft(t *testing.T) {
	text, _, imports := read(t, parser.ImportsOnly)
	for _, complaint := range text.Check(imports) {
		t.Error(complaint)
	}
}

// What a Worker pays for on every request, and what the core's own checks
// stand in for: native drivers, reflection over structs, readers of policies.
func TestServerCarriesNoHeavyLibrary(t *testing.T) {
	heavy := []string{
		"modernc.org/", "github.com/jackc/pgx", "github.com/pressly/goose",
		"go-playground/validator", "yaml", "invopop/jsonschema",
	}
	_, _, imports := read(t, parser.ImportsOnly)
	for _, from := range []string{"./sdk/serve", "./sdk/edge"} {
		for _, library := range heavy {
			trail := imports.Trail(from, func(path string) bool {
				return !strings.HasPrefix(path, "./") && strings.Contains(path, library)
			})
			if trail != nil {
				t.Errorf("%s carries %s: %s", from, library, strings.Join(trail, " imports "))
			}
		}
	}
}

// The core gets the day as an argument, so that an answer can be repeated.
func TestCoreReadsNoClock(t *testing.T) {
	text, packages, _ := read(t, parser.SkipObjectResolution)
	core := map[string]bool{}
	for _, dir := range text.Core() {
		core[dir] = true
	}
	for _, p := range packages {
		if !core["./"+p.Dir] {
			continue
		}
		for _, f := range p.Production() {
			for _, place := range ClockReads(f.Fset, f.Syntax) {
				t.Errorf("%s: the core reads the clock", place)
			}
		}
	}
}

func TestStatedIsTheStatement(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Stated(root)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Parse(statement)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Core(), got.Core()); diff != "" {
		t.Errorf("core (-want +got):\n%s", diff)
	}
}
