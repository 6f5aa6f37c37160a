package layers

import (
	"go/parser"
	"go/token"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// made is a small house of the same build as the real one.
const made = `
internal/nails brick < wall door < room
room < floor
core < serve < ledger/stone < edge < cmd
`

func TestCheck(t *testing.T) {
	tests := []struct {
		name    string
		imports Imports
		want    []string
	}{
		{"nothing yet", Imports{}, nil},
		{"to the left", Imports{"./sdk/wall": {"./internal/nails", "./sdk/brick", "strings"}}, nil},
		{"to the left of an earlier line", Imports{"./sdk/floor": {"./sdk/brick", "./sdk/room"}}, nil},
		{"past the core", Imports{"./sdk/edge": {"./sdk/floor", "./internal/nails", "./sdk/ledger/stone"}}, nil},
		{
			"upward",
			Imports{"./sdk/brick": {"./sdk/wall"}},
			[]string{"./sdk/brick imports ./sdk/wall: wall is not left of brick"},
		},
		{
			"upward across lines",
			Imports{"./internal/nails": {"./sdk/floor"}},
			[]string{"./internal/nails imports ./sdk/floor: floor is not left of internal/nails"},
		},
		{
			"sideways",
			Imports{"./sdk/wall": {"./sdk/door"}},
			[]string{"./sdk/wall imports ./sdk/door: door is not left of wall"},
		},
		{
			"unknown package",
			Imports{"./sdk/roof": {"./sdk/floor"}},
			[]string{"./sdk/roof is not in the layer text"},
		},
		{
			"unknown package below a known one",
			Imports{"./sdk/wall/paper": nil, "./internal/nails/rust": nil},
			[]string{"./internal/nails/rust is not in the layer text", "./sdk/wall/paper is not in the layer text"},
		},
		{
			"import of an unknown package",
			Imports{"./sdk/wall": {"./internal/golden", "./sdk/roof"}},
			[]string{
				"./sdk/wall imports ./internal/golden: it is not in the layer text",
				"./sdk/wall imports ./sdk/roof: it is not in the layer text",
			},
		},
		{
			"a standard package too many",
			Imports{"./sdk/room": {"slices", "os", "fmt"}},
			[]string{
				"./sdk/room imports os: not one of the few packages that the core may use",
				"./sdk/room imports fmt: not one of the few packages that the core may use",
			},
		},
		{
			"another module in the core",
			Imports{"./internal/nails": {"example.com/iron"}},
			[]string{"./internal/nails imports example.com/iron: not one of the few packages that the core may use"},
		},
		{"another module at the rim", Imports{"./sdk/serve": {"net/http", "example.com/iron"}}, nil},
		{"the command and its parts", Imports{
			"./sdk/cmd/build":      {"./sdk/cmd/build/plan", "./sdk/edge", "./wasm"},
			"./sdk/cmd/build/plan": {"./sdk/room"},
		}, nil},
		{
			"import of the command",
			Imports{"./sdk/edge": {"./sdk/cmd/build"}},
			[]string{"./sdk/edge imports ./sdk/cmd/build: cmd is not left of edge"},
		},
		{
			"widgets in the handler",
			Imports{"./sdk/serve": {"./wasm"}, "./sdk/floor": {"./wasm/core"}},
			[]string{
				"./sdk/floor imports ./wasm/core: only what stands right of serve may carry the built widgets",
				"./sdk/serve imports ./wasm: only what stands right of serve may carry the built widgets",
			},
		},
		{"conformance suite", Imports{"./sdk/ledger/stonetest": {"testing", "./sdk/ledger/stone"}}, nil},
		{
			"import of a conformance suite",
			Imports{"./sdk/ledger/stone": {"./sdk/ledger/stonetest"}},
			[]string{"./sdk/ledger/stone imports ./sdk/ledger/stonetest: only tests may import it"},
		},
		{"outside the house", Imports{
			"./sdk":               {"fmt"},
			"./internal/gen/bill": {"./sdk/floor", "fmt"},
			"./examples/shed":     {"./sdk/edge"},
			"./wasm/core":         {"./sdk/floor"},
		}, nil},
	}
	text, err := Parse(made)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, text.Check(tt.imports)); diff != "" {
				t.Errorf("complaints (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCore(t *testing.T) {
	text, err := Parse(made)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"./internal/nails", "./sdk/brick", "./sdk/wall", "./sdk/door", "./sdk/room", "./sdk/floor"}
	if diff := cmp.Diff(want, text.Core()); diff != "" {
		t.Errorf("core (-want +got):\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an empty group", "a < < b", "a < < b: a group is empty"},
		{"an open end", "a <", "a <: a group is empty"},
		{"a name twice", "a < b < a", "a < b < a: a stands twice"},
		{"a contradiction", "a < b\nb < c\nc < a", "a stands both left and right of itself"},
		{"a core of nothing", "core < a", `core < a: no line above says what "core" is`},
		{"a core inside itself", "a < b\ncore < a", "core < a: a stands twice"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.text)
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTrailNamesTheWay(t *testing.T) {
	imports := Imports{
		"./sdk/serve": {"net/http", "./sdk/ledger", "./sdk/form"},
		"./sdk/form":  {"./sdk/serve", "./sdk/file"},
		"./sdk/file":  {"example.com/heavy"},
	}
	heavy := func(path string) bool { return path == "example.com/heavy" }
	want := []string{"./sdk/serve", "./sdk/form", "./sdk/file", "example.com/heavy"}
	if diff := cmp.Diff(want, imports.Trail("./sdk/serve", heavy)); diff != "" {
		t.Errorf("trail (-want +got):\n%s", diff)
	}
	for _, from := range []string{"./sdk/ledger", "./sdk/absent"} {
		if trail := imports.Trail(from, heavy); trail != nil {
			t.Errorf("%s: trail %v, want none", from, trail)
		}
	}
}

func TestClockReads(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string
	}{
		{"called", "package p; import \"time\"\nvar at = time.Now()", []string{"p.go:2:10"}},
		{"kept as a value", "package p; import \"time\"\nvar now = time.Now", []string{"p.go:2:11"}},
		{"renamed", "package p; import clock \"time\"\nvar at = clock.Now()", []string{"p.go:2:10"}},
		{"without a name", "package p; import . \"time\"\nvar at = Now()", []string{"p.go:2:10"}},
		{"another package", "package p; import time \"example.com/time\"\nvar at = time.Now()", nil},
		{"another function", "package p; import \"time\"\nvar d = time.Second", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, "p.go", tt.source, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, ClockReads(fset, file)); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}
