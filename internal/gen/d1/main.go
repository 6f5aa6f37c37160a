// Command d1 writes the migrations of examples/worker: the tables of ledgers, by the
// same statements as for every other database.
//
//	go run ./internal/gen/d1
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/edge"
)

// target is the folder that the files are written into, from the root of the module.
const target = "examples/worker/migrations"

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	if err := write(filepath.Join(root, target)); err != nil {
		log.Fatal(err)
	}
}

// write writes the files into the folder, beside those of the example itself.
func write(dir string) error {
	list, err := edge.Migrations()
	if err != nil {
		return err
	}
	for _, m := range list {
		if err := os.WriteFile(filepath.Join(dir, m.Name), []byte(m.SQL), 0o644); err != nil {
			return err
		}
	}
	return nil
}
