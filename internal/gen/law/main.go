// The command law writes the tables of package law, and their page in docs,
// from the files in sdk/law/data.
//
//	go run ./internal/gen/law
//
// It runs from the root of the module, and writes the same bytes each time.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "law:", err)
		os.Exit(1)
	}
}

// run writes every generated file under the root of the module.
func run(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(root, f.path), f.content, 0o644); err != nil {
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

// generate makes all files from the data under the root.
func generate(root string) ([]file, error) {
	var out []file
	var filled []filledTable
	for _, t := range tables() {
		rows, err := read(root, t)
		if err != nil {
			return nil, err
		}
		source, err := golang(t, rows)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.file, err)
		}
		out = append(out, file{"sdk/law/" + t.file + "_gen.go", source})
		filled = append(filled, filledTable{t, rows})
	}
	return append(out, file{"docs/law.md", markdown(filled)}), nil
}

type filledTable struct {
	table
	rows []row
}
