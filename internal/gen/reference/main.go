package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
)

// target is the file that is written, from the root of the module.
const target = "docs/policy.md"

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	page, err := generate(root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, target), page, 0o644); err != nil {
		log.Fatal(err)
	}
}
