package tree

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadPassesOverWhatIsNotThePackage(t *testing.T) {
	root := t.TempDir()
	for name, source := range map[string]string{
		"go.mod":                        "module example.com/house\n",
		"sdk/wall/wall.go":              "package wall\n",
		"sdk/wall/paper/paper.go":       "package paper\n",
		"sdk/wall/wall_test.go":         "package wall\n",
		"sdk/wall/testdata/bad.go":      "not Go",
		"sdk/_old/old.go":               "not Go",
		"sdk/wall/_draft.go":            "not Go",
		"internal/node_modules/x/x.go":  "not Go",
		".build/cover/x.go":             "not Go",
		"internal/check/run.sh":         "#!/bin/sh\n",
		"internal/check/plan/plan.json": "{}",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	packages, err := Read(root, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, p := range packages {
		for _, f := range p.Files {
			got[p.Dir] = append(got[p.Dir], f.Path)
		}
	}
	want := map[string][]string{
		"sdk/wall":       {"sdk/wall/wall.go", "sdk/wall/wall_test.go"},
		"sdk/wall/paper": {"sdk/wall/paper/paper.go"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// source parses one made-up file.
func source(t *testing.T, name, text string) File {
	t.Helper()
	fset := token.NewFileSet()
	syntax, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return File{Path: name, Fset: fset, Syntax: syntax, Test: strings.HasSuffix(name, "_test.go")}
}

func TestUndocumented(t *testing.T) {
	const text = `package wall

// Wall stands.
type Wall struct {
	Height int // in metres
	Width  int
	// Bricks are counted.
	Bricks, Stones int
	hidden int
	Inner struct {
		Colour string
	}
}

type Door interface {
	// Open opens.
	Open()
	Close()
}

// Point has its fields on the line.
type Point struct{ X, Y int }

type secret struct{ Name string }

func (secret) Tell() {}

// Paint paints.
func (w *Wall) Paint() {}

func (w *Wall) Break() {}

func Build() {}

// The sides.
const (
	North = 1
	South = 2 // where the sun is
	// East is in the morning.
	East = 3
)

// West is in the evening.
const West = 4

var Default Wall
`
	want := []string{
		"wall.go:6: Wall.Width",
		"wall.go:10: Wall.Inner",
		"wall.go:11: Wall.Inner.Colour",
		"wall.go:15: Door",
		"wall.go:18: Door.Close",
		"wall.go:31: Wall.Break",
		"wall.go:33: Build",
		"wall.go:37: North",
		"wall.go:46: Default",
	}
	got := Undocumented(Package{Files: []File{source(t, "wall.go", text), source(t, "wall_test.go", "package wall\nfunc TestX() {}")}})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("undocumented (-want +got):\n%s", diff)
	}
}

func TestSkips(t *testing.T) {
	const text = `package wall

func TestA(t *testing.T) {
	t.Skip("not here")
	t.Run("b", func(t2 *testing.T) { t2.SkipNow() })
	lexer.Skip()
}

func build(tb testing.TB) { tb.Skipf("%d", 1) }
`
	want := []string{"wall_test.go:4", "wall_test.go:5", "wall_test.go:9"}
	if diff := cmp.Diff(want, Skips(source(t, "wall_test.go", text))); diff != "" {
		t.Errorf("skips (-want +got):\n%s", diff)
	}
}

func TestFunctions(t *testing.T) {
	const text = `package wall

func FuzzParse(f *testing.F) {}
func FuzzyMatch(s string) {}
func BenchmarkParse(b *testing.B) {}
`
	p := Package{Files: []File{source(t, "wall_test.go", text), source(t, "wall.go", text)}}
	if diff := cmp.Diff([]string{"FuzzParse"}, Functions(p, "Fuzz", "F")); diff != "" {
		t.Errorf("fuzz (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"BenchmarkParse"}, Functions(p, "Benchmark", "B")); diff != "" {
		t.Errorf("benchmarks (-want +got):\n%s", diff)
	}
}

func TestForeign(t *testing.T) {
	work, root := "/wor"+"k/", "/roo"+"t/"
	tests := []struct{ name, text, want string }{
		{"a folder of the machine", "see " + work + "x", work},
		{"at the start of the file", root + ".profile", root},
		{"in quotes", `dir := "` + root + `"`, `"` + root},
		{"a sibling of the project", "see ../share" + "d/x", "../share" + "d"},
		{"a registry", "https://registry.npm" + "js.org/x", "registry.npm" + "js.org"},
		{"a page about work", "https://authority.example" + work + "x", ""},
		{"a built file", "\x00text" + root + "go", root},
		{"nothing", "the wall", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Foreign([]byte(tt.text))); diff != "" {
				t.Errorf("word (-want +got):\n%s", diff)
			}
		})
	}
}
