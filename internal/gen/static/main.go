// Static writes examples/static/privacy: what "lagrum bundle" makes of a policy, so that
// the folder examples/static can be served as it is.
//
//	go run ./internal/gen/static
package main

import (
	"log"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/wasm"
)

func main() {
	log.SetFlags(0)
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	file, err := policyfile.Load(filepath.Join(root, "examples", "studieskolen", "policy.yaml"))
	if err != nil {
		return err
	}
	files, err := bundle.Files([]*policy.Document{file.Doc}, bundle.Options{Widgets: wasm.Dist()})
	if err != nil {
		return err
	}
	return bundle.Write(filepath.Join(root, "examples", "static", "privacy"), files)
}
