// The command findings writes docs/seed-findings.md: what five published
// notices deserve to be told, and which rule tells it. It checks each line of
// examples/testdata/findings.tsv against what lint finds in the notices, and
// writes nothing if a rule does not report what the list says.
//
//	go run ./internal/gen/findings
//
// It runs anywhere in the module, and writes the same bytes each time.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
)

// What is read and what is written, from the root of the module.
const (
	list   = "examples/testdata/findings.tsv"
	target = "docs/seed-findings.md"
)

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	page, err := generate(root)
	if err != nil {
		log.Fatal("findings:\n", err)
	}
	if err := os.WriteFile(filepath.Join(root, target), page, 0o644); err != nil {
		log.Fatal(err)
	}
}

// generate makes the page. The error joins every line of the list that is wrong.
func generate(root string) ([]byte, error) {
	src, err := os.ReadFile(filepath.Join(root, list))
	if err != nil {
		return nil, err
	}
	defects, err := read(src)
	if err != nil {
		return nil, err
	}
	if err := find(root, defects); err != nil {
		return nil, err
	}
	return page(defects), nil
}
