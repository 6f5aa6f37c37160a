package docs

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
)

// The program of the README is examples/quickstart, and it runs.
func TestQuickstart(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(filepath.Join(root, "examples", "quickstart", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(program), "package main\n")
	if !strings.Contains(string(readme), "```go\npackage main\n"+code+"```") {
		t.Error("the README has another program than examples/quickstart/main.go")
	}
	built := filepath.Join(t.TempDir(), "quickstart")
	if out, err := exec.Command("go", "build", "-o", built, root+"/examples/quickstart").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	run := exec.Command(built)
	run.Dir = filepath.Join(root, "examples", "studieskolen")
	out, err := run.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "sv") { // that policy has no Swedish: the error says what it has
		t.Errorf("without Swedish: %v: %s", err, out)
	}
	run = exec.Command(built)
	run.Dir = filepath.Join(root, "examples", "lartorget")
	if out, err := run.CombinedOutput(); err != nil || !strings.Contains(string(out), "Lärtorget") {
		t.Errorf("%v: %.500s", err, out)
	}
}
