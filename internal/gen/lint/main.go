// The command lint writes the list of rules, sdk/lint/rules_gen.go, and a page
// for each rule in docs/rules, from the files of the rules in sdk/lint. It
// reads their source, so it also works while the list is out of step.
//
//	go run ./internal/gen/lint
//
// It runs anywhere in the module, and writes the same bytes each time.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
)

const (
	folder = "sdk/lint"
	list   = "sdk/lint/rules_gen.go"
	pages  = "docs/rules"
)

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	if err := run(root); err != nil {
		log.Fatal("lint: ", err)
	}
}

// run writes every generated file under the root of the module and removes the
// pages of rules that are gone.
func run(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(root, pages), 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(root, f.path), f.content, 0o644); err != nil {
			return err
		}
	}
	left, err := leftBehind(root, files)
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

// A file is one that is generated, with its path under the root.
type file struct {
	path    string
	content []byte
}

// generate makes all files from the rules under the root.
func generate(root string) ([]file, error) {
	rules, err := read(filepath.Join(root, folder))
	if err != nil {
		return nil, err
	}
	source, err := golang(rules)
	if err != nil {
		return nil, err
	}
	files := []file{{list, source}, {pages + "/README.md", overview(rules)}}
	for _, r := range rules {
		files = append(files, file{pages + "/" + r.code + ".md", page(r)})
	}
	return files, nil
}

// leftBehind lists the pages that are not generated any more.
func leftBehind(root string, files []file) ([]string, error) {
	made := map[string]bool{}
	for _, f := range files {
		made[filepath.Join(root, f.path)] = true
	}
	found, err := filepath.Glob(filepath.Join(root, pages, "*.md"))
	if err != nil {
		return nil, err
	}
	var left []string
	for _, name := range found {
		if !made[name] {
			left = append(left, name)
		}
	}
	return left, nil
}
