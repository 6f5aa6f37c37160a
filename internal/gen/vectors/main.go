// The command vectors writes sdk/form/testdata/vectors: submissions of forms that
// have one of everything, with what package form makes of them. Every host must
// make the same of them.
//
//	go run ./internal/gen/vectors
//
// It runs anywhere in the module, and writes the same bytes each time.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/internal/vectors"
	"github.com/lagrum/lagrum/sdk/form"
)

func main() {
	log.SetFlags(0)
	root, err := tree.Root()
	if err != nil {
		log.Fatal(err)
	}
	all, err := files(root)
	if err != nil {
		log.Fatal(err)
	}
	for name, data := range all {
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// files gives a file for each form of the policy, by name.
func files(root string) (map[string][]byte, error) {
	doc := submission.Policy()
	all := map[string][]byte{}
	for i := range doc.Forms {
		id := doc.Forms[i].ID
		d, err := form.Derive(doc, id, form.Context{})
		if err != nil {
			return nil, err
		}
		trial, err := submission.NewTrial(root, d, 1, 300)
		if err != nil {
			return nil, err
		}
		var cases []vectors.Case
		for _, values := range trial.Telling() {
			cases = append(cases, vectors.Case{Day: submission.Day, Values: values})
		}
		if all["sdk/form/testdata/vectors/"+id+".json"], err = vectors.New(d, cases); err != nil {
			return nil, err
		}
	}
	return all, nil
}
