package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/policy"
)

// writeReports prints the record of processing of each party that keeps one, and
// the other reports, in each language. A law that knows none of them has no pages.
func writeReports(dir string, doc *policy.Document) (int, error) {
	count := 0
	for _, tag := range doc.Languages {
		for _, kind := range accountability.Kinds {
			parties := []string{""}
			if kind == accountability.RecordKind {
				parties = accountability.Keepers(doc)
			}
			for _, party := range parties {
				r, err := accountability.Of(kind, doc, accountability.Context{Language: tag, Party: party})
				if unknown, ok := errors.AsType[*accountability.ContextError](err); ok && unknown.Field == "regime" {
					return count, nil
				}
				if err != nil {
					return count, err
				}
				name := string(tag) + "-" + string(kind) + "-" + party + ".html"
				if err := os.WriteFile(filepath.Join(dir, name), r.Page(), 0o644); err != nil {
					return count, err
				}
				count++
			}
		}
	}
	return count, nil
}
