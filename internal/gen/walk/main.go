package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
)

// target is the file that is written, from the root of the module.
const target = "sdk/policy/walk_gen.go"

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	source, err := generate(root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, target), source, 0o644); err != nil {
		log.Fatal(err)
	}
}
