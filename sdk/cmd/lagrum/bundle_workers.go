package main

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/edge"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

// targets are the hosts that a bundle can be made for, by the value of --target.
var targets = map[string]func([]*policy.Document, bundle.Options) ([]bundle.File, error){
	"static":  bundle.Files,
	"workers": workersFiles,
}

// bundleFiles makes the files for a host.
func bundleFiles(target string, docs []*policy.Document, o bundle.Options) ([]bundle.File, error) {
	files, ok := targets[target]
	if !ok {
		return nil, fmt.Errorf("there is no target %q; choose static or workers", target)
	}
	return files(docs, o)
}

// workersFiles makes what a Worker is built from: beside what package bundle makes,
// what the pages of the Worker load, and the migrations of its database.
func workersFiles(docs []*policy.Document, o bundle.Options) ([]bundle.File, error) {
	files, err := bundle.Workers(docs, o)
	if err != nil {
		return nil, err
	}
	for path, content := range serve.Assets() {
		files = append(files, bundle.File{Path: "public" + path, Content: content})
	}
	migrations, err := edge.Migrations()
	if err != nil {
		return nil, err
	}
	for _, m := range migrations {
		files = append(files, bundle.File{Path: "migrations/" + m.Name, Content: []byte(m.SQL)})
	}
	return files, nil
}
