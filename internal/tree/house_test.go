package tree

import (
	"encoding/json"
	"go/parser"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// topLevel is all that may stand beside the dot-files.
var topLevel = []string{
	"sdk", "wasm", "examples", "docs", "internal",
	"go.mod", "go.sum", "Makefile", "LICENSE", "README.md",
}

// house is the root of the module and what stands in it.
func house(t *testing.T) (string, []Package) {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	packages, err := Read(root, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return root, packages
}

// sdk gives the packages that users import or run.
func sdk(packages []Package) []Package {
	return slices.DeleteFunc(packages, func(p Package) bool {
		outside := p.Dir != "sdk" && !strings.HasPrefix(p.Dir, "sdk/")
		return outside || strings.Contains(p.Dir, "/internal/") || len(p.Production()) == 0
	})
}

func TestTopLevelHoldsNothingElse(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) && !ignored(root, name) {
			t.Errorf("%s does not belong at the top level", name)
		}
	}
}

// ignored reports whether git leaves the name out of the project. Outside a
// checkout, or without git, everything belongs to it.
func ignored(root, name string) bool {
	return exec.Command("git", "-C", root, "check-ignore", "--quiet", name).Run() == nil
}

func TestPackagesExplainThemselves(t *testing.T) {
	_, packages := house(t)
	for _, p := range sdk(packages) {
		if !HasDoc(p) {
			t.Errorf("%s has no doc.go with a package comment", p.Dir)
		}
		// go doc shows no examples of a program; its help does.
		if !IsCommand(p) && !HasExample(p) {
			t.Errorf("%s has no Example", p.Dir)
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	_, packages := house(t)
	for _, p := range sdk(packages) {
		for _, place := range Undocumented(p) {
			t.Errorf("%s has no comment", place)
		}
	}
}

func TestNoTestIsSkipped(t *testing.T) {
	_, packages := house(t)
	for _, p := range packages {
		for _, f := range p.Files {
			for _, place := range Skips(f) {
				t.Errorf("%s: a test that does not run proves nothing", place)
			}
		}
	}
}

func TestProjectStandsAlone(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	err = Walk(root, func(name string) error {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		if word := Foreign(content); word != "" {
			t.Errorf("%s mentions %s", name, word)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A lock file pins what is installed by its hash; where from is for the
// settings of whoever installs.
func TestLockFilesNameNoHost(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	err = Walk(root, func(name string) error {
		if path.Base(name) != "package-lock.json" {
			return nil
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		var lock struct {
			Packages map[string]struct {
				Resolved  string `json:"resolved"`
				Integrity string `json:"integrity"`
				Link      bool   `json:"link"`
			} `json:"packages"`
		}
		if err := json.Unmarshal(content, &lock); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for key, entry := range lock.Packages {
			if u, err := url.Parse(entry.Resolved); err != nil || u.Host != "" {
				t.Errorf("%s: %s is tied to %s", name, key, entry.Resolved)
			}
			if key != "" && !entry.Link && entry.Integrity == "" {
				t.Errorf("%s: %s has no hash", name, key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
