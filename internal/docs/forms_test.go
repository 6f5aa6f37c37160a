package docs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/docs"
	"github.com/lagrum/lagrum/internal/tree"
)

// Whoever tries the form of the page begins with the file of lagrum init.
func TestFormOfThePageFitsTheStarter(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	page, err := docs.Read(root, "docs/forms.md")
	if err != nil {
		t.Fatal(err)
	}
	pieces := page.Code("yaml")
	if len(pieces) != 1 || !strings.HasPrefix(pieces[0], "forms:\n") {
		t.Fatalf("the page has %d pieces of policy, want its form", len(pieces))
	}
	starter, err := os.ReadFile(filepath.Join(root, "sdk", "cmd", "lagrum", "starter.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(starter), "\nforms:\n")
	_, after, ends := strings.Cut(rest, "\n\n")
	if !begins || !ends {
		t.Fatal("the starter has no form")
	}
	for _, f := range findings(t, before+"\n"+pieces[0]+"\n"+after) {
		t.Error(f)
	}
}
