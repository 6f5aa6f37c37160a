package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/law"
)

func house(t *testing.T) (string, string) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(root, list))
	if err != nil {
		t.Fatal(err)
	}
	return root, string(src)
}

func TestPageIsFresh(t *testing.T) {
	root, _ := house(t)
	page, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	golden.Fresh(t, target, page)
}

// Every rule, code and status stands on the page, and every age; and no place of
// the words is left empty.
func TestThePageTellsAll(t *testing.T) {
	root, src := house(t)
	made, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	page := string(made)
	rows := 0
	for line := range strings.Lines(src) {
		if id, _, _ := strings.Cut(line, "\t"); id != "id" {
			rows++
			if !strings.Contains(page, "\n| "+number(id)+" | ") {
				t.Errorf("the page lacks %s", id)
			}
		}
	}
	if rows != 33 {
		t.Errorf("there are %d rules, want 33", rows)
	}
	for file, typ := range map[string]string{"reason.go": "Code", "status.go": "Status"} {
		list, err := constants(root, file, typ)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			if !strings.Contains(page, "\n| `"+c.value+"` | ") {
				t.Errorf("the page lacks %s", c.value)
			}
		}
	}
	for row := range law.Ages() {
		if !strings.Contains(page, "| "+row.From.String()+" | ") {
			t.Errorf("the page lacks the age of %s", row.Jurisdiction)
		}
	}
	if empty := regexp.MustCompile(`\{[a-z]+\}`).FindString(page); empty != "" {
		t.Errorf("%s is left empty", empty)
	}
}

func TestARuleThatNamesNothingIsAnError(t *testing.T) {
	root, src := house(t)
	codes, err := constants(root, "reason.go", "Code")
	if err != nil {
		t.Fatal(err)
	}
	for name, wrong := range map[string]string{
		"no such code":         strings.Replace(src, "\tpreset\n", "\tpreset pre-ticked\n", 1),
		"no such rule of lint": strings.Replace(src, "lint:consent-bundled", "lint:consent-bundles", 1),
		"a code without rule":  strings.Replace(src, "\tproxy\n", "\tdetriment\n", 1),
		"a column less":        strings.Replace(src, "\tproxy\n", "\n", 1),
	} {
		if wrong == src {
			t.Fatalf("%s: the list is as it was", name)
		}
		if _, err := readRules(wrong, codes); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := readRules(src, codes); err != nil {
		t.Error(err)
	}
}
