// Naughty types strings that have broken other programs into every field of
// every form of the examples: those of npm's big-list-of-naughty-strings. Each
// must come back as it was typed, or be refused with a message; nothing of it
// may become markup or stand in a log, and no answer may be an error of the
// server's own.
//
//	go run ./internal/check/naughty
//
// The list is what npm installs in internal/browser.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func main() {
	if len(os.Args) != 1 {
		fmt.Fprintln(os.Stderr, "usage: naughty")
		os.Exit(2)
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "naughty:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	list, err := read(filepath.Join(root, "internal", "browser", "node_modules", "big-list-of-naughty-strings", "blns.json"))
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(root, "examples", "*", "policy.yaml"))
	if err != nil {
		return err
	}
	forms, typed := 0, 0
	for _, name := range files {
		file, err := policyfile.Load(name)
		if err != nil {
			return err
		}
		if file.Doc == nil {
			return fmt.Errorf("%v", file.Findings)
		}
		n, err := tryPolicy(file.Doc, list)
		if err != nil {
			return fmt.Errorf("%s: %w", file.Doc.ID, err)
		}
		forms, typed = forms+len(file.Doc.Forms), typed+n
	}
	if forms == 0 {
		return fmt.Errorf("%d policies have no form", len(files))
	}
	fmt.Printf("%d strings in %d forms: typed into fields %d times, none got through\n", len(list), forms, typed)
	return nil
}

// read reads the list: a JSON array of strings.
func read(name string) ([]string, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the strings are not installed, run: make browser (%w)", err)
	}
	var list []string
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(list) < 400 {
		return nil, fmt.Errorf("%s has only %d strings", name, len(list))
	}
	return list, nil
}
