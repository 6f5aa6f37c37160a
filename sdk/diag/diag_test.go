package diag_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
)

func TestPathEscapesAsRFC6901(t *testing.T) {
	got := []diag.Path{
		diag.Path("").Key("a/b").Key("c~d").Index(3),
		diag.Path("/x/1/y").Parent(),
		diag.Path("").Parent(),
	}
	want := []diag.Path{"/a~1b/c~0d/3", "/x/1", ""}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("paths (-want +got):\n%s", d)
	}
}

func TestListOrderAndCounts(t *testing.T) {
	at := func(file string, line, col int, code string, s diag.Severity) diag.Finding {
		return diag.Finding{Code: code, Severity: s, Position: diag.Position{File: file, Line: line, Column: col}}
	}
	l := diag.List{
		at("b.yaml", 1, 1, "z", diag.Info),
		at("a.yaml", 9, 2, "b", diag.Error),
		at("a.yaml", 9, 2, "a", diag.Warning),
		at("a.yaml", 10, 1, "a", diag.Warning),
	}
	l.Sort()
	var order []string
	for _, f := range l {
		order = append(order, f.String())
	}
	want := []string{
		"a.yaml:9:2: warning:  [a]", "a.yaml:9:2: error:  [b]", "a.yaml:10:1: warning:  [a]", "b.yaml:1:1: info:  [z]",
	}
	if d := cmp.Diff(want, order); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}
	if !l.HasErrors() || l[2:].HasErrors() {
		t.Error("HasErrors does not follow the severities")
	}
	if l.Count(diag.Warning) != 2 {
		t.Errorf("warnings: got %d, want 2", l.Count(diag.Warning))
	}
}

func TestFillIsOnePass(t *testing.T) {
	got := diag.Fill("{a} and {b} and {c}", diag.Arg{Name: "a", Value: "{b}"}, diag.Arg{Name: "b", Value: "2"})
	if want := "{b} and 2 and {c}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownPositionAndSeverityPrint(t *testing.T) {
	if got := (diag.Finding{Code: "x", Severity: 9, Message: "m"}).String(); got != "severity(9): m [x]" {
		t.Errorf("got %q", got)
	}
	if got := (diag.Position{File: "f"}).String(); got != "f" {
		t.Errorf("got %q", got)
	}
	if got := (diag.Position{Line: 2, Column: 3}).String(); got != "2:3" {
		t.Errorf("got %q", got)
	}
}
