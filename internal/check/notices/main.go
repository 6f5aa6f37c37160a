// Notices writes the notices of all example policies as HTML pages into a
// folder: every language, layer and scope, and with them the forms, and the record
// of processing and what belongs to it, in every language. They are for the HTML
// checker.
//
//	go run ./internal/check/notices .build/html
//
// Pages that stood there before are removed, so that none outlives its policy.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: notices folder")
		os.Exit(2)
	}
	n, err := write(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
	fmt.Printf("%d pages in %s\n", n, os.Args[1])
}

// write prints the notices of all examples below the folder and counts them.
func write(folder string) (int, error) {
	root, err := tree.Root()
	if err != nil {
		return 0, err
	}
	files, err := filepath.Glob(filepath.Join(root, "examples", "*", "*.yaml"))
	if err != nil {
		return 0, err
	}
	count := 0
	for _, name := range files {
		file, err := policyfile.Load(name)
		if err != nil {
			return count, err
		}
		if file.Doc == nil {
			return count, fmt.Errorf("%v", file.Findings)
		}
		example := filepath.Base(filepath.Dir(name))
		dir := filepath.Join(folder, example, strings.TrimSuffix(filepath.Base(name), ".yaml"))
		n, err := writePolicy(dir, file.Doc)
		count += n
		if err != nil {
			return count, err
		}
	}
	return count, nil
}

// writePolicy prints the notices, forms and reports of one policy into a folder of
// its own.
func writePolicy(dir string, doc *policy.Document) (int, error) {
	if err := os.RemoveAll(dir); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	var p notice.Printer
	list := contexts(doc)
	for _, c := range list {
		d, err := notice.Build(doc, c)
		if err != nil {
			return 0, err
		}
		name := strings.Trim(string(c.Language)+"-"+string(c.Layer)+"-"+c.Event+c.Scope, "-")
		if err := os.WriteFile(filepath.Join(dir, name+".html"), p.Page(d), 0o644); err != nil {
			return 0, err
		}
	}
	forms, err := writeForms(dir, doc)
	if err != nil {
		return 0, err
	}
	reports, err := writeReports(dir, doc)
	return len(list) + forms + reports, err
}

// contexts lists the contexts of a policy: each language and layer, by itself
// and in each scope.
func contexts(doc *policy.Document) []notice.Context {
	var list []notice.Context
	for _, tag := range doc.Languages {
		for _, layer := range notice.Layers(doc) {
			c := notice.Context{Language: tag, Layer: layer, FullURL: string(tag) + "-full.html"}
			list = append(list, c)
			for i := range doc.Scopes {
				within := c
				if s := &doc.Scopes[i]; s.Kind == policy.EventScope {
					within.Event = s.ID
				} else {
					within.Scope = s.ID
				}
				list = append(list, within)
			}
		}
	}
	return list
}
