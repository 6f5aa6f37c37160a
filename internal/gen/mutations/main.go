// The command mutations writes docs/lint-mutations.md: which defects of a policy
// the linter catches, by which rules, and why it leaves the others alone.
//
//	go run ./internal/gen/mutations
//
// It runs anywhere in the module, and writes the same bytes each time. The test
// of the page stands in sdk/lint, where the same defects are tried.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/mutate"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	report, err := mutate.Examples(root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "docs", "lint-mutations.md"), report.Page(), 0o644); err != nil {
		log.Fatal(err)
	}
}
