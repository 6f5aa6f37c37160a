// The command consent writes docs/consent.md: each rule of consent with what the
// SDK does about it, from sdk/consent/testdata/rules.tsv; the codes and statuses
// of package consent, from its source; and the ages of consent. It writes nothing
// if a rule names a code or a rule of lint that there is not.
//
//	go run ./internal/gen/consent
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
	list    = "sdk/consent/testdata/rules.tsv"
	sources = "sdk/consent"
	target  = "docs/consent.md"
)

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	page, err := generate(root)
	if err != nil {
		log.Fatal("consent: ", err)
	}
	if err := os.WriteFile(filepath.Join(root, target), page, 0o644); err != nil {
		log.Fatal(err)
	}
}
